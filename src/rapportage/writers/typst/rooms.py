"""How wide the lines are in which words stand, so that none runs out of its place.

The engine draws a word that is too wide over whatever stands beside it, and says nothing of it. So a
word gets places where it may be parted wherever its line would else be too short for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rapportage.columns import soft
from rapportage.lines import ADDRESS, MAY_BREAK, with_breaks
from rapportage.style.fonts import Typeface

_WIDEST = 1.3
"""No letter is wider, in ems; most words need not be measured."""
_PARTS = re.compile(
    r"(?:[^ \u00ad\u200b/-]|[/-](?![^\W\d_]))*"
    r"(?:(?P<end>[ \u00ad\u200b]+|[/-](?=[^\W\d_]))|$)"
)
"""Characters up to where a line may surely end, whatever comes next."""
_SLACK = 0.99
"""What another way of rounding may take, in points: a hair less than a column leaves for it."""


@dataclass
class Room:
    """Lines of one width, in `letters` of one size, both in points; `hyphens` says that words are hyphenated.

    It follows the words that it is given, since one may begin in bold and end in italics.
    """

    width: float
    size: float
    letters: Typeface
    hyphens: bool = True
    bold: bool = False
    _run: list[tuple[str, bool]] = field(default_factory=list)

    def begin(self) -> Room:
        """The same room for another block of lines."""
        return replace(self, _run=[])

    def parted(self, text: str, *, bold: bool = False) -> str:
        """The words, with places to part those for which there is no room."""
        bold = bold or self.bold
        fitted = ""
        addresses = [found.span() for found in ADDRESS.finditer(text)]
        for part in _PARTS.finditer(text):
            if part[0]:
                self._run.append((part[0], bold))
                word = written = part[0].rstrip(" ")
                if not self._fits():
                    inside = any(begin < part.end() and part.start() < end for begin, end in addresses)
                    word = self._address(word, bold) if inside else self._broken(word, bold)
                fitted += word
                fitted += part[0][len(written) :]
                if part["end"]:
                    self._run = []
        return fitted

    def _fits(self) -> bool:
        letters = sum(len(one) for one, _ in self._run)
        return letters * _WIDEST * self.size < self.width or self._width() < self.width - _SLACK

    def _width(self) -> float:
        return sum(self.letters.text_width(one.rstrip(" "), self.size, bold=bold) for one, bold in self._run)

    def _address(self, word: str, bold: bool) -> str:
        """A part of an address, parted behind its signs; by letters where that is not enough."""
        before, self._run = self._run[:-1], []
        pieces = with_breaks(word).split(MAY_BREAK)
        if before and len(pieces) > 1:
            self._run = before
        fitted = []
        for piece in pieces:
            self._run.append((piece, bold))
            fitted.append(piece if self._fits() else self._broken(piece, bold))
            if piece is not pieces[-1]:
                self._run = []
        return MAY_BREAK.join(fitted)

    def _broken(self, word: str, bold: bool) -> str:
        """The word, the last of the run, in parts that fit; the run is then the last of them."""
        *before, _ = self._run
        if not before and self.hyphens and (hyphenated := self._hyphenated(word, bold)):
            return hyphenated
        broken, line = (MAY_BREAK, "") if before else ("", "")
        for letter in word:
            if line and self.letters.text_width(line + letter, self.size, bold=bold) > self.width - _SLACK:
                broken, line = broken + line + MAY_BREAK, ""
            line += letter
        self._run = [(line, bold)]
        return broken + line

    def _hyphenated(self, word: str, bold: bool) -> str:
        """The word with soft hyphens where it fits with them, '' where not; the engine may know none."""
        pieces = soft(word).split("\u00ad")
        widest = max(self.letters.text_width(f"{piece}-", self.size, bold=bold) for piece in pieces)
        return soft(word) if len(pieces) > 1 and widest < self.width - _SLACK else ""
