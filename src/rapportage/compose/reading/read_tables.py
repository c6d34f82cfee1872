"""Read the tables of the profile: their cells, and whether they fill a rectangle with a head above a body."""

from __future__ import annotations

from typing import get_args

from lxml import etree

from rapportage.compose.reading.read_inlines import local
from rapportage.compose.reading.read_parts import PartReader, number_of
from rapportage.document import Align, Cell, Row, Table, Total
from rapportage.inlines import Inlines

ALIGN: dict[str, Align] = {"": "links", "rechts": "rechts", "midden": "midden"}
"""The classes of what can stand at a side, and the side."""
_SPAN = 1000
"""HTML's bound on the columns of a cell, here on its rows too."""
_TOTALS: dict[str, Total] = {one: one for one in get_args(Total)}


def read_sourced_table(reader: PartReader, element: etree._Element) -> Table | None:
    """A table with the source below it; None, and a problem, when something else stands there."""
    if not reader.holds(element, "table( p)?"):
        return None
    return read_table(reader, element[0], reader.source(element))


def read_table(reader: PartReader, element: etree._Element, source: Inlines = ()) -> Table | None:
    """A table; None, and a problem, when it is empty, and a problem when its rows are no rectangle."""
    if not reader.holds(element, "(caption ?)?(thead ?)?(tbody)?"):
        return None
    caption, head, body = (reader.child(element, tag) for tag in ("caption", "thead", "tbody"))
    label, words = reader.numbered(caption) if caption is not None else ("", ())
    rows = _rows(reader, head), _rows(reader, body)
    if not rows[0] + rows[1]:
        reader.refuse(element, "deze tabel is leeg")
        return None
    if _is_rectangle(reader, element, rows[0] + rows[1]):
        _covered(reader, element, rows[0], rows[1])
    return Table(
        rows[0],
        rows[1],
        words,
        source,
        element.get("id") or "",
        number_of(label),
        reader.place(element),
    )


def _rows(reader: PartReader, group: etree._Element | None) -> tuple[Row, ...]:
    if group is None or not reader.holds(group, "(tr ?)*"):
        return ()
    return tuple(
        Row(tuple(_cell(reader, cell) for cell in row), _total(reader, row))
        for row in group
        if reader.holds(row, "(t[hd] ?)*")
    )


def _total(reader: PartReader, row: etree._Element) -> Total:
    """What kind of sum the row is."""
    total = _TOTALS.get(row.get("class") or "")
    if total is None:
        reader.refuse(row, f"een rij kent geen rol '{row.get('class')}'")
    return total or ""


def _cell(reader: PartReader, element: etree._Element) -> Cell:
    align = ALIGN.get(element.get("class") or "")
    if align is None:
        reader.refuse(element, f"een cel kent geen klasse '{element.get('class')}'")
    return Cell(
        reader.inlines.read(element),
        local(element) == "th",
        reader.count(element, "colspan", 1, low=1, high=_SPAN),
        reader.count(element, "rowspan", 1, low=1, high=_SPAN),
        align or "links",
        reader.place(element),
    )


def _is_rectangle(reader: PartReader, element: etree._Element, rows: tuple[Row, ...]) -> bool:
    """Whether the rows fill one."""
    width = sum(cell.colspan for cell in rows[0].cells)
    below = [0] * width
    for row in rows:
        room = below.count(0)
        if sum(cell.colspan for cell in row.cells) != room:
            reader.refuse(element, "de rijen van deze tabel zijn niet even lang")
            return False
        free = [column for column, rest in enumerate(below) if not rest]
        for cell in row.cells:
            for _ in range(cell.colspan):
                below[free.pop(0)] = cell.rowspan
        below = [rest - 1 for rest in below]
    if any(below):
        reader.refuse(element, "een cel van deze tabel loopt door tot onder de laatste rij")
    return not any(below)


def _covered(
    reader: PartReader, element: etree._Element, head: tuple[Row, ...], body: tuple[Row, ...]
) -> None:
    """Refuse a head alone, a row in which no cell begins, and a head that reaches into the body.

    Nothing is found by their headers (PDF/UA-1, 7.5).
    """
    rows = head + body
    if not body:
        hint = "zet onder de kop een rij, of haal de tabel weg"
        reader.refuse(element, "deze tabel heeft alleen een kop", hint)
    if any(not row.cells for row in rows):
        hint = "verklein 'rowspan' in de rij erboven, en haal de lege rij weg"
        reader.refuse(element, "in een rij van deze tabel begint geen cel", hint)
    if any(at + cell.rowspan > len(head) > at for at, row in enumerate(rows) for cell in row.cells):
        reader.refuse(element, "een cel uit de kop van deze tabel loopt door tot onder de kop")
