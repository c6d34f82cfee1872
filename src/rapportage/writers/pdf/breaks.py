"""Let go on after a page what is too high for one: the engine would leave a page empty for it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from rapportage.document import Block, Document, Kader, Landscape, Quote, Table
from rapportage.heights import SIDE, high_rows, inner_width, stays_whole
from rapportage.style.page import Page, landscape, portrait
from rapportage.style.tokens import HouseStyle

BREAKS = f"""
.hoog {{ break-inside: auto !important; orphans: {SIDE}; widows: {SIDE} }}
.hoog > p:nth-child(-n+2), .hoog > p:nth-last-child(2) {{ break-after: avoid }}
.hoog > * > li:nth-child(-n+2):nth-last-child(n+3) {{ break-after: avoid }}
.hoog > * > li:nth-last-child(-n+2):nth-child(n+3) {{ break-before: avoid }}
tr.hoog > * {{ box-decoration-break: clone }}
"""
"""The style of what goes on after a page."""

_CLASS = "hoog"


def let_rows_break(
    element: ElementTree.Element, table: Table, widths: tuple[float, ...], page: Page, style: HouseStyle
) -> None:
    """Mark the rows that may not fit on a page."""
    high = high_rows(table, widths, page, style)
    for at, row in enumerate(element.iter("tr")):
        if at in high and at >= len(table.head):
            _mark(row)
            _mark(element)


def let_boxes_break(root: ElementTree.Element, document: Document, style: HouseStyle) -> None:
    """Mark the boxes and quotes that may not fit on a page."""
    elements = (one for one in root.iter() if one.tag in ("aside", "blockquote"))
    for element, (block, page) in zip(elements, _boxes(document.blocks, style), strict=True):
        if not stays_whole(block.blocks, inner_width(block, page, style), page, style):
            _mark(element)


def _boxes(blocks: tuple[Block, ...], style: HouseStyle) -> Iterator[tuple[Kader | Quote, Page]]:
    for block in blocks:
        match block:
            case Kader() | Quote():
                yield block, portrait(style)
            case Landscape():
                yield from (
                    (inner, landscape(style)) for inner in block.blocks if isinstance(inner, Kader | Quote)
                )
            case _:
                pass


def _mark(element: ElementTree.Element) -> None:
    names = (element.get("class") or "").split()
    if _CLASS not in names:
        element.set("class", " ".join([*names, _CLASS]))
