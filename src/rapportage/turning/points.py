"""What an earlier report left to tell: its open points, what it announced, and its next steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from rapportage.content.fields import OPEN, moment_days, moment_text
from rapportage.content.model import Loaded
from rapportage.content.period import Gegevens, Hoofdstukgegevens
from rapportage.content.text_blocks import TextBlock
from rapportage.periode import Periode
from rapportage.turning.ahead import looks_ahead


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
            for words, line in block.sentences():
                if looks_ahead(words, earlier):
                    whole = words + _list_after(blocks[at + 1 :]) if words.endswith(":") else words
                    yield at, Point("aangekondigd", whole, file, first_line + line)


def next_steps(chapter: Loaded[Hoofdstukgegevens], earlier: Periode) -> Iterator[Point]:
    """The next step that the chapter's page in front announced, unless it lay within the period."""
    stand = chapter.value.stand
    if stand and stand.volgende_stap and stand.volgende_stap != OPEN:
        yield from _to_come(chapter, ("stand", "volgende-stap"), stand.volgende_stap, stand.wanneer, earlier)


def timeline_steps(report: Loaded[Gegevens], earlier: Periode) -> Iterator[tuple[str | None, Point]]:
    """The typed steps of the timeline that lay after the period, each with the chapter that tells more."""
    for at, one in enumerate(report.value.stappen):
        for point in _to_come(report, ("stappen", at, "wat"), one.wat, one.wanneer, earlier):
            yield one.hoofdstuk, point


def _to_come(
    loaded: Loaded[object], path: tuple[str | int, ...], what: str, when: str | None, earlier: Periode
) -> Iterator[Point]:
    if when is None or moment_days(when)[1] > earlier.last_day:
        words = f"{what.rstrip('.')} ({moment_text(when)})." if when else what
        yield Point("aangekondigd", words, loaded.source.file, loaded.place(*path).line)


def _list_after(blocks: Sequence[TextBlock]) -> str:
    items = [one.words.rstrip(".;,") for one in takewhile(lambda one: one.kind == "item", blocks)]
    return f" {'; '.join(items)}." if items else ""
