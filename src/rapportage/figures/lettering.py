"""Wrap and outline words.

A drawing's words are measured and drawn with the same glyphs and advances, so that what fits
here fits in Word, in the PDF and in a browser, whatever fonts the machine has. All lengths are
points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapportage.style.fonts import Typeface

SMALLEST = 8.0
"""The smallest size at which words in a figure may be printed."""
LINE = 1.2
"""From one baseline to the next, as a multiple of the size."""
ASCENT, DESCENT = 0.74, 0.22
"""How far ordinary words reach above and below their baseline, as a multiple of the size."""

MOST_LETTERS, MOST_IN_A_WORD = 2000, 200
"""More than this in one place or in one word is not fitted: it could not be read either."""

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_STEP = 0.5
_SHORTEST_PART = 3
_BREAK = re.compile(r"(?<=[^\W\d_]-)(?=\w)|(?<=/)(?=\w)")
"""Where a word may go on without a new hyphen: after its own hyphen or slash."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words laid in lines; `shrunk` says that they had to become smaller or be broken to fit."""

    text: str
    lines: tuple[str, ...]
    size: float
    bold: bool
    width: float
    shrunk: bool

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return len(self.lines) * self.size * LINE


def fit(
    text: str,
    width: float,
    height: float | None = None,
    *,
    letters: Typeface,
    size: float = 9.0,
    bold: bool = False,
    most_lines: int | None = None,
) -> Fitted | None:
    """The words in lines of at most `width`, smaller or broken only where they must be.

    None when they do not fit at the smallest size, even with words broken into syllables.
    """
    words = _SPACES.sub(" ", text).strip()
    if len(words) > MOST_LETTERS or len(max(words.split(" "), key=len)) > MOST_IN_A_WORD:
        return None
    for break_words in (False, True):
        now = size
        while now >= SMALLEST - 0.01:
            lines = _lines(words, width / now, letters, bold, break_words)
            if (
                lines is not None
                and (most_lines is None or len(lines) <= most_lines)
                and (height is None or len(lines) * now * LINE <= height + 0.01)
            ):
                widest = max((letters.text_width(line, now, bold=bold) for line in lines), default=0.0)
                return Fitted(words, lines, now, bold, widest, break_words or now < size)
            now -= _STEP
    return None


def outline(text: str, size: float, letters: Typeface, *, bold: bool = False) -> tuple[str, float]:
    """The SVG path data of one line that begins at the origin, and its width; y points down."""
    pen = _PathPen()
    at = 0.0
    for glyph in letters.glyphs(text, bold=bold):
        pen.origin = at + glyph.dx * size, glyph.dy * size
        pen.scale = size / glyph.font.face.upem
        glyph.font.draw_glyph_with_pen(glyph.number, pen)
        at += glyph.advance * size
    return "".join(pen.commands), at


def short_number(number: float) -> str:
    """The number with at most two decimals, as SVG writes it."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


# --- lines -----------------------------------------------------------------------------------


def _lines(
    text: str, room: float, letters: Typeface, bold: bool, break_words: bool
) -> tuple[str, ...] | None:
    """Greedy lines of at most `room` ems; None when a word is wider than that."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if letters.text_width(joined, 1.0, bold=bold) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        pieces = _pieces(word, room, letters, bold, break_words)
        if pieces is None:
            return None
        lines += pieces[:-1]
        line = pieces[-1]
    return (*lines, line)


def _pieces(word: str, room: float, letters: Typeface, bold: bool, break_words: bool) -> list[str] | None:
    """A word that begins a line, in as many pieces as it takes."""

    def ems(words: str) -> float:
        return letters.text_width(words, 1.0, bold=bold)

    pieces: list[str] = []
    while ems(word) > room:
        cuts = [(at.start(), "") for at in _BREAK.finditer(word)]
        cuts += [(at, "-") for at in _syllables(word)] if break_words else []
        fitting = [cut for cut in sorted(cuts) if ems(word[: cut[0]] + cut[1]) <= room]
        if not fitting:
            return None
        at, hyphen = fitting[-1]
        pieces.append(word[:at] + hyphen)
        word = word[at:]
    return [*pieces, word]


def _syllables(word: str) -> list[int]:
    """Where Dutch breaks a word, with at least three letters on either side."""
    places = _hyphenator().positions(word)
    return [int(at) for at in places if _SHORTEST_PART <= at <= len(word) - _SHORTEST_PART]


@cache
def _hyphenator() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL")


# --- glyphs ----------------------------------------------------------------------------------


class _PathPen:
    """Gathers glyph outlines as SVG path data; fonts count y upward, SVG downward."""

    def __init__(self) -> None:
        self.scale = 0.0
        self.origin = (0.0, 0.0)
        self.commands: list[str] = []

    def moveTo(self, point: tuple[float, float]) -> None:
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("C", *points)

    def closePath(self) -> None:
        self.commands.append("Z")

    def endPath(self) -> None:
        pass

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        numbers = " ".join(
            f"{short_number(self.origin[0] + x * self.scale)} {short_number(self.origin[1] - y * self.scale)}"
            for x, y in points
        )
        self.commands.append(command + numbers)
