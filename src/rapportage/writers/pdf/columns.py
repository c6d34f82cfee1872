"""Give the columns of tables the widths that every format has, and keep numbers whole."""

from __future__ import annotations

from xml.etree import ElementTree

from rapportage.columns import NUMBER, PADDING, Columns, columns, tables_with_room
from rapportage.document import Document, Table, grid
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.pdf.breaks import let_rows_break
from rapportage.writers.pdf.decimals import align_decimals

_WIDE = "breed"
COLUMNS = """
table { width: 100%; table-layout: fixed !important }
table.breed { width: calc(100% + var(--uitloop)) !important }
.breekt { hyphens: auto !important; hyphenate-limit-zone: 0 !important }
.heel { white-space: nowrap !important }
table a.verwijzing { white-space: normal !important }
"""
"""The style that keeps to the widths; words that are wider than their column are hyphenated.

A reference in a cell may be parted between its words, which have their own width each.
"""


def set_columns(root: ElementTree.Element, document: Document, style: HouseStyle) -> None:
    """Set the width of each column, and mark the tables and cells that COLUMNS is about."""
    for element, (table, room, lying) in zip(
        root.iter("table"), tables_with_room(document.blocks, style), strict=True
    ):
        made = columns(table, room, style)
        if room > (landscape(style) if lying else portrait(style)).text_width():
            _classify(element, _WIDE)
        let_rows_break(element, table, made.widths, landscape(style) if lying else portrait(style), style)
        group = ElementTree.Element("colgroup")
        for width in made.widths:
            ElementTree.SubElement(group, "col", {"style": f"width: {width / room:.4%}"})
        element.insert(1 if len(element) and element[0].tag == "caption" else 0, group)
        size = style.points("letter.tabel")
        align_decimals(element, style.typeface(), [(width - PADDING) / size for width in made.widths])
        _part_references(element)
        _hold_days(element, table, made)
        for cell in (one for one in element.iter() if one.tag in ("td", "th")):
            if not made.broken.isdisjoint("".join(cell.itertext()).split()):
                _classify(cell, "breekt")
        for cell in element.iter("td"):
            if NUMBER.fullmatch("".join(cell.itertext()).strip()):
                _classify(cell, "heel")


def _hold_days(element: ElementTree.Element, table: Table, made: Columns) -> None:
    """Let each day stay with its month and year where its cell has room for them."""
    sums = [bool(row.total) for row in table.head + table.body]
    slots = [(slot, sums[at]) for at, row in enumerate(grid(table)) for slot in row if not slot.goes_on]
    cells = (one for one in element.iter() if one.tag in ("td", "th"))
    for cell, (slot, is_sum) in zip(cells, slots, strict=True):
        bold = is_sum or slot.cell.header
        for one in cell.iter():
            one.text = made.days_held(one.text or "", slot, bold=bold or one.tag == "strong")
            one.tail = made.days_held(one.tail or "", slot, bold=bold) if one is not cell else one.tail


def _part_references(table: ElementTree.Element) -> None:
    """Put each word of a reference in a box of its own: a number such as 2C.5 would break after its point."""
    for link in table.iter("a"):
        if "verwijzing" not in (link.get("class") or "").split():
            continue
        words, link.text = (link.text or "").split(" "), None
        for at, word in enumerate(words):
            if at:
                ElementTree.SubElement(link, "span").text = " "
            ElementTree.SubElement(link, "span", {"class": "heel"}).text = word


def _classify(element: ElementTree.Element, name: str) -> None:
    element.set("class", " ".join(filter(None, (element.get("class"), name))))
