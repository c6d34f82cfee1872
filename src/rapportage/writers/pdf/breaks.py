"""Let go on after a page what is too high for it: the engine would leave a page, or much of one, empty."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from rapportage.document import Block, Document, Kader, Landscape, Quote, Table
from rapportage.heights import (
    MANY_LINES,
    SIDE,
    high_rows,
    inner_width,
    kept_with_next,
    line_count,
    stays_whole,
)
from rapportage.style.page import Page, landscape, portrait
from rapportage.style.tokens import HouseStyle

BREAKS = f"""
.hoog {{ break-inside: auto !important }}
.hoog > p:last-child {{ orphans: {SIDE}; widows: {SIDE} }}
.hoog > .houdt {{ break-after: avoid }}
.hoog > * > li:nth-child(-n+2):nth-last-child(n+3) {{ break-after: avoid }}
.hoog > * > li:nth-last-child(-n+2):nth-child(n+3) {{ break-before: avoid }}
tr.hoog > * {{ box-decoration-break: clone }}
"""
"""The style of what goes on after a page."""

_CLASS, _KEPT, _LONG = "hoog", "houdt", "lang"


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
    """Mark the boxes and quotes that go on after a page, and what of them stays with what is below it."""
    elements = (one for one in root.iter() if one.tag in ("aside", "blockquote"))
    for element, (block, page) in zip(elements, _boxes(document.blocks, style), strict=True):
        width = inner_width(block, page, style)
        if not stays_whole(block.blocks, width, page, style):
            _mark(element)
            inside = list(element)[-len(block.blocks) :]  # behind a title
            for one, kept in zip(inside, kept_with_next(block.blocks, width, style), strict=True):
                if kept:
                    _mark(one, _KEPT)


def let_long_items_part(root: ElementTree.Element, style: HouseStyle) -> None:
    """Mark the ends of a list that need no neighbour: a first item of many lines, and the last below one."""
    width = portrait(style).text_width() - style.points("ruimte.inspringing")
    for element in root.iter():
        if element.tag in ("ul", "ol") and len(element) > MANY_LINES:
            for item, long in ((element[0], element[0]), (element[-1], element[-2])):
                if _is_long(long, width, style):
                    _mark(item, _LONG)


def _is_long(item: ElementTree.Element, width: float, style: HouseStyle) -> bool:
    if any(one.tag in ("p", "ul", "ol") for one in item):
        return True
    return line_count("".join(item.itertext()), width, style) > MANY_LINES


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


def _mark(element: ElementTree.Element, name: str = _CLASS) -> None:
    names = (element.get("class") or "").split()
    if name not in names:
        element.set("class", " ".join([*names, name]))
