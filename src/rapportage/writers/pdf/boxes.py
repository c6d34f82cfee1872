"""The pages that the layout engine made, in values of our own.

The only module that looks into the engine's boxes, which are no part of its public face. A box of
words is told by the element and the place it stands in; all measures are pixels of CSS from the
page's upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

_COLUMNS = {"td", "th", "figure"}
"""The elements that part a page's width between them."""


@dataclass(frozen=True, slots=True)
class Around:
    """What words stand in: a page by its number, how far they may reach to the right, and which table."""

    page: int
    edge: float
    in_margin: bool = False
    table: ElementTree.Element | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one line and of one element; `generated` names what a style added to it, such as `after`."""

    text: str
    element: ElementTree.Element | None
    generated: str
    right: float
    bottom: float
    around: Around
    _box: Any = field(repr=False)

    def end_with_space(self) -> None:
        """Let a space follow in what is drawn; nothing moves for it."""
        self._box.pango_layout.text += " "


class Pages:
    """What the engine laid out; `made` is its own value, which it can draw."""

    def __init__(self, made: Any) -> None:
        self.made = made

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.made.pages)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """All words in the tree's order, page after page, with those in the margins but no leader's dots."""
        return tuple(
            words
            for number, page in enumerate(self.made.pages, start=1)
            for words in _words_of_page(page._page_box, number)
        )

    def anchors(self) -> dict[str, int]:
        """The page on which each anchor stands first."""
        pages: dict[str, int] = {}
        for number, page in enumerate(self.made.pages, start=1):
            for anchor in page.anchors:
                pages.setdefault(anchor, number)
        return pages

    def last_filled(self) -> float:
        """How far down the words of the last page reach, as a share of its height."""
        mine = (one for one in self.words if one.around.page == self.count and not one.around.in_margin)
        return float(max((one.bottom for one in mine), default=0.0) / self.made.pages[-1].height)


def _words_of_page(page: Any, number: int) -> Iterator[Words]:
    edge = page.content_box_x() + page.width
    for child in page.children:
        yield from _words(child, Around(number, edge, in_margin=hasattr(child, "at_keyword")))


def _words(box: Any, around: Around) -> Iterator[Words]:
    if getattr(box, "pango_layout", None) is not None:
        _, _, generated = str(box.element_tag).partition("::")
        right, bottom = box.position_x + box.width, box.position_y + box.height
        yield Words(box.text, box.element, generated, right, bottom, around, box)
    elif not box.is_leader:
        inside = _inside(box, around)
        for child in box.children:
            yield from _words(child, inside)


def _inside(box: Any, around: Around) -> Around:
    if box.element_tag == "table":
        return replace(around, table=box.element)
    if box.element_tag in _COLUMNS:
        return replace(around, edge=min(around.edge, box.position_x + box.margin_width()))
    return around
