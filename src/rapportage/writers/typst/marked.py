"""What of a Document can be marked in the code, so that it is known where it came to stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapportage.document import (
    Block,
    Cell,
    FigurePair,
    Kader,
    Landscape,
    List,
    ListItem,
    Metadata,
    MetadataRow,
    Quote,
    Table,
)

Marked = Block | ListItem | Cell | MetadataRow
"""What can be marked."""
Mark = Callable[[Marked], str]
"""The code of a mark in front of something: none, or what takes no room and changes nothing."""


def unmarked(marked: Marked) -> str:
    """No mark."""
    del marked
    return ""


def nodes(block: Block) -> Iterator[Marked]:
    """All that may be marked in a block, in an order that goes by nothing but how it is built."""
    yield block
    match block:
        case List():
            for item in block.items:
                yield item
                for one in item.blocks:
                    yield from nodes(one)
        case Kader() | Quote() | Landscape():
            for inner in block.blocks:
                yield from nodes(inner)
        case FigurePair():
            yield from (block.left, block.right)
        case Table():
            for row in block.body:
                yield from row.cells
        case Metadata():
            yield from block.rows
        case _:
            pass
