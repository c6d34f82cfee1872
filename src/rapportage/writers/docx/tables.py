"""Write tables with header rows, spans, and columns as wide as their words ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docx.oxml.ns import qn

from rapportage.columns import Columns, columns, table_room
from rapportage.document import Align, Slot, Table, grid
from rapportage.heights import high_rows, table_stays_whole
from rapportage.inlines import plain
from rapportage.writers.docx.captions import caption, source
from rapportage.writers.docx.inlines import BOLD, PLAIN, runs
from rapportage.writers.docx.ooxml import Element, el, on, paragraph, properties_of
from rapportage.writers.docx.package import WordPackage
from rapportage.writers.docx.style_base import head_ground
from rapportage.writers.docx.style_xml import Border, border, twips
from rapportage.writers.docx.template.table_look import PLAIN as PLAIN_LOOK
from rapportage.writers.docx.template.table_look import TABLE
from rapportage.writers.docx.theme import colour

_ENDINGS: dict[Align, str] = {"links": "", "midden": "midden", "rechts": "rechts"}


def write_table(word: WordPackage, table: Table) -> list[Element]:
    """The caption above, the table, and its source below."""
    above = caption(word, table, keep_next=True)
    return [*above, _table(word, table), *source(word, table)]


def _table(word: WordPackage, table: Table) -> Element:
    room = table_room(table, word.page, word.measured)
    made = columns(table, room, word.measured)
    widths = list(made.widths)
    rows = grid(table)
    head = len(table.head)
    properties = _properties(TABLE, room, _look(bool(table.head), _has_row_heads(table)))
    words = plain(table.caption)
    if title := f"{table.label}: {words}" if table.label and words else words:
        properties.extend((el("w:tblCaption", val=title), el("w:tblDescription", val=words)))
    sums = [bool(row.total) for row in table.head + table.body]
    measures = made.widths, word.page, word.measured
    high = high_rows(table, *measures)
    written = [
        _row(word, slots, made, at, head, is_sum=sums[at], splits=at in high) for at, slots in enumerate(rows)
    ]
    for at, stays in enumerate(_kept(table, short=table_stays_whole(table, *measures))):
        if stays and at not in high:
            keep_next(written[at])
    return _whole(properties, widths, written)


def _kept(table: Table, *, short: bool) -> list[bool]:
    """Whether each row stays on the page of the next one, or the last on that of the source below it.

    A short table stays whole; of a longer one the head keeps its first row, the rows of a group stay
    together, a total with what it adds up, and the source with the last row.
    """
    rows = grid(table)
    head, last = len(table.head), len(rows) - 1
    totals = [bool(row.total) for row in table.head + table.body]
    between = [
        short or at < head or totals[at + 1] or any(slot.goes_on for slot in rows[at + 1])
        for at in range(last)
    ]
    return [*between, bool(table.source)]


def keep_next(row: Element) -> None:
    """Let a row stay on the page of what follows: Word hears that from its paragraphs."""
    for one in row.iter(qn("w:p")):
        properties_of(one).keepNext_val = True


def _has_row_heads(table: Table) -> bool:
    return bool(table.body) and all(slots[0].cell.header for slots in grid(table)[len(table.head) :])


# --- what all tables have --------------------------------------------------------------------


def _whole(properties: Element, widths: Iterable[float], rows: Iterable[Element]) -> Element:
    columns = el("w:tblGrid", *(el("w:gridCol", w=twips(width)) for width in widths))
    return el("w:tbl", properties, columns, *rows)


def _properties(style: str, width: float, look: Element) -> Element:
    return el(
        "w:tblPr",
        el("w:tblStyle", val=style),
        el("w:tblW", w=twips(width), type_="dxa"),
        el("w:tblLayout", type_="fixed"),
        look,
    )


def _look(first_row: bool, first_column: bool) -> Element:
    bits = 0x0020 * first_row + 0x0080 * first_column + 0x0600
    return el(
        "w:tblLook",
        val=f"{bits:04X}",
        firstRow=int(first_row),
        lastRow=0,
        firstColumn=int(first_column),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )


# --- rows and cells --------------------------------------------------------------------------


def _row(
    word: WordPackage, slots: list[Slot], made: Columns, number: int, head: int, *, is_sum: bool, splits: bool
) -> Element:
    is_head = number < head
    properties = el("w:trPr", on("w:cantSplit", not splits), on("w:tblHeader", is_head))
    shaded = is_head and number > 0
    cells = (_cell(word, slot, made, is_head, shaded=shaded, is_sum=is_sum) for slot in slots)
    return el("w:tr", properties, *cells)


def _cell(
    word: WordPackage, slot: Slot, made: Columns, is_head: bool, *, shaded: bool, is_sum: bool
) -> Element:
    cell = slot.cell
    width = sum(made.widths[slot.column : slot.column + cell.colspan])
    merged = None
    if cell.rowspan > 1:
        merged = el("w:vMerge", val="continue" if slot.goes_on else "restart")
    properties = el(
        "w:tcPr",
        el("w:tcW", w=twips(width), type_="dxa"),
        el("w:gridSpan", val=cell.colspan) if cell.colspan > 1 else None,
        merged,
        _rule_above(word) if is_sum else None,
        # A table style's first row is one row: a second header row has its ground from the cell.
        _ground(word) if shaded else None,
        el("w:vAlign", val="bottom") if shaded else None,
    )
    content: list[Element] = []
    if not slot.goes_on:
        look = replace(BOLD if is_head or is_sum or cell.header else PLAIN, in_cell=True)
        words = made.as_set(slot, bold=look.bold)
        content = word.identified(cell, runs(word, words, look))
    kind = "Tabelkop" if is_head else "Rijkop" if cell.header or is_sum else "Tabeltekst"
    return el("w:tc", properties, paragraph(kind + _ENDINGS[cell.align], *content))


def _rule_above(word: WordPackage) -> Element:
    return el("w:tcBorders", border("top", Border(1, colour(word.style, "accent"))))


def _ground(word: WordPackage) -> Element:
    return head_ground(word.style, word.template.laid.table if word.template else PLAIN_LOOK)
