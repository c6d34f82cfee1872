"""Where the blocks of a paper came to stand on its pages, whichever engine laid them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapportage.document import Block, Cell, Landscape, PageBreak, Row
from rapportage.errors import Place

SLIVER = 0.5
"""Less than so many points of a page show nothing of a block."""


@dataclass(frozen=True, slots=True)
class BlockOnPage:
    """Where a block came to stand: a page, from 1, and how far down it begins and ends there, in points.

    One that goes on after a page is there once for each. `place` is the file with the line that it came from,
    `order` says as which of the `flowing` blocks it comes, or that which holds it. `name` is what `identity`
    calls it, and `id` what references call it. A footnote has its number, others 0. A cell goes from `left`
    to `right`; 0 is the edge, also for all that has the width to itself.
    """

    page: int
    top: float
    bottom: float
    place: Place
    order: int = 0
    name: str = ""
    id: str = ""
    note: int = 0
    left: float = 0.0
    right: float = 0.0


def flowing(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in reading order; of a page on its side what stands on it, and a page's end is none."""
    for block in blocks:
        match block:
            case Landscape():
                yield from flowing(block.blocks)
            case PageBreak():
                pass
            case _:
                yield block


def apart(row: Row) -> tuple[Cell, ...]:
    """The cells of a row that can be pointed at by themselves: all, or the first for all of them.

    Those typed in one place are one. So are those of a row with numbers at the right of their columns.
    """
    alike = len({(cell.place.file, cell.place.line) for cell in row.cells}) == 1
    return row.cells[:1] if alike or any(cell.align != "links" for cell in row.cells) else row.cells
