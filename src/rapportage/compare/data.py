"""The numbers of tables and figures beside each other, with the difference of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapportage.compare.units import shown
from rapportage.document import Document, Figure, Table, grid, walk
from rapportage.periode import Periode
from rapportage.row_heads import RowHead, column_heads, row_heads
from rapportage.since.numbers import CellChange, Line, cells

Rows = Callable[[str], Sequence[Sequence[str]] | None]
"""The data of a figure as rows of cells, headings first and in each first cell; None where it has none."""


@dataclass(frozen=True, slots=True)
class DataChange:
    """A table or figure whose data changed, that is new, or that is gone."""

    name: str
    state: str
    label: str
    title: str
    cells: tuple[CellChange, ...] = ()
    redrawn: bool = False
    """Whether a picture without data is another."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The tables and figures of a paper by their ids, with the data of each."""

    blocks: Mapping[str, Table | Figure]
    data: Mapping[str, Sequence[Line] | None]
    pictures: Mapping[str, bytes]


def shown_data(document: Document, rows: Rows) -> Shown:
    """What the tables and figures of a paper hold."""
    blocks = {
        block.id: block for block in walk(document.blocks) if isinstance(block, Table | Figure) and block.id
    }
    data = {
        name: _of_table(one) if isinstance(one, Table) else _of_rows(rows(name))
        for name, one in blocks.items()
    }
    pictures = {
        name: document.images[one.image].data for name, one in blocks.items() if isinstance(one, Figure)
    }
    return Shown(blocks, data, pictures)


def data_changes(old: Shown, new: Shown, until: Periode) -> Iterator[DataChange]:
    """What became of each table and figure, in the order of the new paper; those that are gone come last.

    What is about `until`, or about a period before it, was known already, and is corrected where it differs.
    """
    for name, block in new.blocks.items():
        if name not in old.blocks:
            yield _change(block, "nieuw")
            continue
        found = tuple(cells(old.data[name] or (), new.data[name] or (), until))
        bare = new.data[name] is None and isinstance(block, Figure)
        redrawn = bare and old.pictures.get(name) != new.pictures.get(name)
        if found or redrawn:
            yield _change(block, "gewijzigd", found, redrawn=redrawn)
    for name, block in old.blocks.items():
        if name not in new.blocks:
            yield _change(block, "weg")


def _change(
    block: Table | Figure, state: str, changed: tuple[CellChange, ...] = (), *, redrawn: bool = False
) -> DataChange:
    return DataChange(block.id, state, block.label or block.id, shown(block.caption), changed, redrawn)


def _of_table(table: Table) -> list[Line]:
    columns = column_heads(table, shown)
    body = zip(grid(table)[len(table.head) :], row_heads(table, shown), strict=True)
    return [
        Line(
            head,
            tuple(
                (
                    before,
                    columns.get(slot.column, f"kolom {slot.column + 1}"),
                    shown(slot.cell.content),
                )
                for before, slot in enumerate(slots)
                if before >= head.sure and not slot.goes_on
            ),
        )
        for slots, head in body
    ]


def _of_rows(rows: Sequence[Sequence[str]] | None) -> list[Line] | None:
    if not rows:
        return None
    columns = rows[0]
    return [
        Line(RowHead.of(row, 1), tuple((at, columns[at], row[at]) for at in range(1, len(row))))
        for row in rows[1:]
    ]
