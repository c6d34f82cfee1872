"""Set apart the last row of a table that is called a total and adds up, as a file's `totaal: true` does."""

from __future__ import annotations

from dataclasses import replace

from rapportage.checks.tables.totals import with_total
from rapportage.compose.rewriting import kept, same
from rapportage.document import Block, Document, Landscape, Table
from rapportage.remembered import Memory


def with_totals_apart(document: Document, memory: Memory) -> Document:
    """The document in which such rows are totals; one that does not add up stays a row, and is told."""
    return replace(document, blocks=tuple(_apart(block, memory) for block in document.blocks))


def _apart(block: Block, memory: Memory) -> Block:
    match block:
        case Table():
            return memory.of(("totaal", id(block)), lambda: with_total(block), block)
        case Landscape():
            return kept(block, blocks=same(block.blocks, [_apart(one, memory) for one in block.blocks]))
        case _:
            return block
