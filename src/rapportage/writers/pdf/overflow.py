"""See to it that no words run out of their place: the engine draws them all the same, over others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

SQUEEZED = """
table.krap { hyphens: auto !important; overflow-wrap: anywhere !important }
"""
"""The style of a table that is too wide for its page while its words stay whole."""

_CLASS = "krap"
_COLUMNS = {"td", "th", "figure"}
_ENDLESS = re.compile(r"[^\s/-]{45}(?=[^\s/-])")
"""More letters than a line in a narrow place has; no Dutch word is so long."""
_MAY_BREAK = "\u200b"
_SLACK = 1.0
"""Pixels that rounding, or the slant of a last letter, may take."""


def part_endless_words(root: ElementTree.Element) -> None:
    """Let words of more letters than a line go on in the next: the engine breaks none that begin a block."""
    for element in root.iter():
        element.text = _parted(element.text)
        element.tail = _parted(element.tail)


def _parted(text: str | None) -> str | None:
    return text and _ENDLESS.sub(lambda part: part[0] + _MAY_BREAK, text)


def squeeze_tables(rendered: Any) -> bool:
    """Mark the tables of which words run out of their cell as to be squeezed; whether there are any."""
    tables = {id(word.table): word.table for word in _overflowing(rendered) if word.table is not None}
    for table in tables.values():
        table.set("class", " ".join(filter(None, (table.get("class"), _CLASS))))
    return bool(tables)


def overflowing(rendered: Any) -> list[tuple[int, str]]:
    """The words that run out of their page, cell or column, each with the number of the page."""
    return [(word.page, word.text) for word in _overflowing(rendered)]


def filled(page: Any) -> float:
    """How far down the words of a page reach, as a share of its height."""
    inside = (box for child in _body(page) for box in child.descendants())
    reach = max((box.position_y + box.height for box in inside if hasattr(box, "pango_layout")), default=0.0)
    return float(reach / page._page_box.margin_height())


def _body(page: Any) -> list[Any]:
    """The page's boxes without those in its margins."""
    return [child for child in page._page_box.children if not hasattr(child, "at_keyword")]


@dataclass(frozen=True, slots=True)
class _Word:
    """Words that reach further to the right than they may."""

    page: int
    text: str
    table: ElementTree.Element | None


def _overflowing(rendered: Any) -> Iterator[_Word]:
    for number, page in enumerate(rendered.pages, start=1):
        frame = page._page_box
        edge = frame.content_box_x() + frame.width
        for child in _body(page):
            yield from _words(child, number, edge, None)


def _words(box: Any, page: int, edge: float, table: ElementTree.Element | None) -> Iterator[_Word]:
    """The words inside that reach over the edge of the page, or of the cell or figure around them."""
    if getattr(box, "pango_layout", None) is not None:
        if box.position_x + box.width > edge + _SLACK:
            yield _Word(page, box.text, table)
        return
    if box.element_tag == "table":
        table = box.element
    elif box.element_tag in _COLUMNS:
        edge = min(edge, box.position_x + box.margin_width())
    for child in getattr(box, "children", ()):
        yield from _words(child, page, edge, table)
