"""Tables as typst code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapportage.abbreviations import Abbreviations
from rapportage.columns import NUMBER, PADDING, Columns, columns, table_room
from rapportage.decimals import room_behind
from rapportage.document import Cell, Slot, Table, grid
from rapportage.errors import LayoutError
from rapportage.heights import head_comes_back, high_rows, table_stays_whole
from rapportage.inlines import (
    Footnote,
    Inlines,
    Link,
    NoteMark,
    Reference,
    Term,
    TermUse,
    plain,
)
from rapportage.running import beside_next
from rapportage.style.page import Page
from rapportage.style.tokens import HouseStyle
from rapportage.writers.typst.code import array, call, points, string, truth
from rapportage.writers.typst.inlines import Written
from rapportage.writers.typst.rooms import Room

_ALIGNED = {"links": "left", "midden": "center", "rechts": "right"}


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes tables for one kind of page."""

    style: HouseStyle
    page: Page
    notes: Room
    abbreviations: Abbreviations
    mark: Callable[[Cell], str]

    def table(self, table: Table, caption: str, source: str) -> str:
        """The table as a call; caption and source are code already. Raises LayoutError for lost words."""
        made = columns(table, table_room(table, self.page, self.style), self.style)
        if made.lost:
            raise LayoutError(f"'{made.lost[:40]}' past niet in zijn kolom", NARROW)
        behind = _behind(table, made, self.style)
        cells = [self._cells(table, made, behind, head=head) for head in (True, False)]
        measures = made.widths, self.page, self.style
        together, comes_back = table_stays_whole(table, *measures), head_comes_back(table, *measures)
        leads = any(_leads_elsewhere(cell.content) for row in table.head for cell in row.cells)
        return call(
            "tabel",
            string(table.id),
            caption,
            source,
            truth(together),
            array(map(points, made.widths)),
            str(len(table.head)),
            array(str(len(table.head) + at) for at, row in enumerate(table.body) if row.total),
            truth(comes_back and not leads),
            *(array(one) for one in cells),
        )

    def _cells(self, table: Table, made: Columns, behind: dict[int, float], *, head: bool) -> Iterator[str]:
        high = high_rows(table, made.widths, self.page, self.style)
        sums = [bool(row.total) for row in (*table.head, *table.body)]
        for at, slots in enumerate(grid(table)):
            for slot in slots if (at < len(table.head)) is head else ():
                if not slot.goes_on:
                    on = beside_next(table, self.style) if head and at == 0 and slot.column == 0 else ""
                    before = call("gaat-verder", string(table.id), string(on)) if on else ""
                    if not head:  # a head comes back on each page, with all that is in it
                        before = self.mark(slot.cell)
                    room, bold = behind.get(id(slot.cell), 0.0), slot.cell.header or sums[at]
                    looks = {"head": head, "bold": bold, "high": at in high}
                    yield self._cell(slot, made, room, before, **looks)

    def _cell(
        self, slot: Slot, made: Columns, behind: float, before: str, *, head: bool, bold: bool, high: bool
    ) -> str:
        cell, size = slot.cell, self.style.points("letter.tabel")
        width = sum(made.widths[slot.column : slot.column + cell.colspan]) - PADDING
        room = Room(width, size, self.style.typeface(), hyphens=False, bold=bold or head)
        writer = Written(room, self.notes, self.abbreviations)
        words = writer.words(made.as_set(slot, bold=bold or head), in_cell=True)
        if not cell.header and NUMBER.fullmatch(plain(cell.content).strip()):
            words = call("bijeen", words)
        if before:
            words = f"{before} + {words}"
        return call(
            "cel",
            words,
            kop="true" if bold else "",
            bovenin="true" if head else "",
            uitlijning=_ALIGNED[cell.align] if cell.align != "links" else "",
            achter=f"{behind:.3f}em" if behind else "",
            over=str(cell.colspan) if cell.colspan > 1 else "",
            rijen=str(cell.rowspan) if cell.rowspan > 1 else "",
            breekt="true" if high else "",
        )


NARROW = "kies kortere woorden of minder kolommen, of zet de tabel op een liggende bladzijde"


def _plain(cell: Cell) -> str:
    return plain(cell.content)


def _behind(table: Table, made: Columns, style: HouseStyle) -> dict[int, float]:
    """The room behind the words of each cell, by its identity, so that commas stand below each other."""
    in_column: dict[int, list[Cell]] = {}
    size, letters = style.points("letter.tabel"), style.typeface()
    for slot in (slot for slots in grid(table)[len(table.head) :] for slot in slots if not slot.goes_on):
        if slot.cell.align == "rechts" and slot.cell.colspan == 1:
            in_column.setdefault(slot.column, []).append(slot.cell)
    return {
        id(cell): room
        for column, cells in in_column.items()
        for cell, room in zip(
            cells,
            room_behind(
                (plain(one.content) for one in cells), letters, (made.widths[column] - PADDING) / size
            ),
            strict=True,
        )
    }


def _leads_elsewhere(content: Inlines) -> bool:
    """Whether a note, link or reference stands in it: the copy of a head on a next page may hold none."""
    return any(
        isinstance(inline, Footnote | NoteMark | Link | Reference | Term | TermUse)
        or _leads_elsewhere(getattr(inline, "content", ()))
        for inline in content
    )
