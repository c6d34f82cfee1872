"""What an earlier report left to tell: its open points, and what it announced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Literal

from rapportage.content.text_blocks import TextBlock
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_SENTENCE = re.compile(r"(?<=[.!?])[\s'\"’”)]+(?=[A-Z0-9'\"‘“(*\[])")
_SEASONS = {
    "begin": 1,
    "voorjaar": 3,
    "zomer": 6,
    "medio": 6,
    "najaar": 9,
    "herfst": 9,
    "eind": 12,
    "winter": 12,
}
_SEASON = re.compile(rf"\b(?P<when>{'|'.join(_SEASONS)})\s+(?:van\s+)?(?P<year>20[0-9]{{2}})\b", re.I)
_YEAR = re.compile(r"(?<![-–/\w])(?P<year>20[0-9]{2})(?![-–/\w])")
_SOON = 2
"""So many years on, a year is still something to report on, and no ambition."""
_AHEAD = re.compile(
    r"\bnaar\s+verwachting\b|\bverwacht(?:en|e|ing)?\b|\b(?:staan?|is|zijn|worden|wordt)\b[^.]*\bgepland\b"
    r"|\bvoornemens\b|\bvan\s+plan\b|\bhalf\s?jaar\s+dat\s+volgt\b"
    r"|\b(?:aan)?komende?\s+(?:tijd|half\s?jaar|periode|maand|maanden|jaar|jaren|kwartaal|weken)\b"
    r"|\bvolgende?\s+(?:half\s?jaar|jaar|kwartaal|periode|maand)\b"
    r"|\bbinnenkort\b|\b(?:zal|zullen)\b|\bmoet(?:en)?\s+nog\b|\bsta(?:at|an)\b[^.]*\bop\s+het\s+programma\b"
    r"|\b(?:volgt|volgen)\s+(?:nog|later|dit|in|de)\b|\bin\s+(?:wording|voorbereiding|de\s+maak)\b"
    r"|\b(?:beslist|besluit|start|begint|verschijnt)\s+(?:later|pas|in)\b|\bde\s+langere\s+baan\b",
    re.I,
)
"""What is said of days to come, in words."""
_NEXT = re.compile(r"\{\{\s*volgende\b")
"""The period to come, as an author asks for it."""
_BEHIND = re.compile(r"\b(?:had|hadden|zou|zouden|was|waren|werd|werden|kreeg|kregen)\b", re.I)
"""What tells that the words are about plans of then."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something to report on, and where it was said."""

    kind: Literal["open punt", "aangekondigd", "register"]
    words: str
    file: str
    line: int

    @property
    def place(self) -> str:
        """Its file and line."""
        return f"{self.file}:{self.line}"


def points(
    blocks: Sequence[TextBlock], file: str, first_line: int, earlier: Periode
) -> Iterator[tuple[int, Point]]:
    """The open points of a text, and its sentences that look ahead from the end of that period.

    Each comes with the number of its block. What announces a list has the list with it.
    """
    for at, block in enumerate(blocks):
        if block.kind == "open":
            yield at, Point("open punt", block.open_point, file, first_line + block.line)
        elif block.kind in ("text", "item"):
            for words, line in _sentences(block):
                if looks_ahead(words, earlier.last_day):
                    whole = words + _list_after(blocks[at + 1 :]) if words.endswith(":") else words
                    yield at, Point("aangekondigd", whole, file, first_line + line)


def _list_after(blocks: Sequence[TextBlock]) -> str:
    items = [one.words.rstrip(".;,") for one in takewhile(lambda one: one.kind == "item", blocks)]
    return f" {'; '.join(items)}." if items else ""


def looks_ahead(sentence: str, last_day: date) -> bool:
    """Whether a sentence of a report speaks of days after its period."""
    if _NEXT.search(sentence) or any(one.dated and one.first > last_day for one in named_periods(sentence)):
        return True
    if any(
        (int(one["year"]), _SEASONS[one["when"].lower()]) > (last_day.year, last_day.month)
        for one in _SEASON.finditer(sentence)
    ):
        return True
    if any(0 < int(one["year"]) - last_day.year <= _SOON for one in _YEAR.finditer(sentence)):
        return True
    return bool(_AHEAD.search(sentence)) and not _BEHIND.search(sentence)


def _sentences(block: TextBlock) -> Iterator[tuple[str, int]]:
    """The sentences of a block, each with the number of the line of the text on which it begins."""
    on_line = [block.line + at for at, line in enumerate(block.lines) for _ in line.split()]
    skipped = len(on_line) - len(block.words.split())  # the sign of a list
    at = max(skipped, 0)
    for sentence in _SENTENCE.split(block.words):
        if sentence.strip("> "):
            yield sentence.strip("> "), on_line[min(at, len(on_line) - 1)]
        at += len(sentence.split())
