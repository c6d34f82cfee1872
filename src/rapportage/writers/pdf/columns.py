"""Give the columns of tables the widths that every format has, and keep numbers whole."""

from __future__ import annotations

from xml.etree import ElementTree

from rapportage.columns import NUMBER, columns, tables_with_room
from rapportage.document import Document
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.pdf.breaks import let_rows_break

COLUMNS = """
table { width: 100%; table-layout: fixed !important }
table.breekt { hyphens: auto !important; hyphenate-limit-zone: 0 !important }
.heel { white-space: nowrap !important }
"""
"""The style that keeps to the widths; words of a table that is too narrow for them are hyphenated."""


def set_columns(root: ElementTree.Element, document: Document, style: HouseStyle) -> None:
    """Set the width of each column, and mark the tables and cells that COLUMNS is about."""
    for element, (table, room, lying) in zip(
        root.iter("table"), tables_with_room(document.blocks, style), strict=True
    ):
        made = columns(table, room, style)
        let_rows_break(element, table, made.widths, landscape(style) if lying else portrait(style), style)
        group = ElementTree.Element("colgroup")
        for width in made.widths:
            ElementTree.SubElement(group, "col", {"style": f"width: {width / room:.4%}"})
        element.insert(1 if len(element) and element[0].tag == "caption" else 0, group)
        if made.broken:
            _classify(element, "breekt")
        for cell in element.iter("td"):
            if NUMBER.fullmatch("".join(cell.itertext()).strip()):
                _classify(cell, "heel")


def _classify(element: ElementTree.Element, name: str) -> None:
    element.set("class", " ".join(filter(None, (element.get("class"), name))))
