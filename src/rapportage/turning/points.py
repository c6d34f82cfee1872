"""What an earlier report left to tell: its open points, and what it announced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

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


def _list_after(blocks: Sequence[TextBlock]) -> str:
    items = [one.words.rstrip(".;,") for one in takewhile(lambda one: one.kind == "item", blocks)]
    return f" {'; '.join(items)}." if items else ""
