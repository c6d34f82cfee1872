"""The pages that the layout engine made, in values of our own.

The only module that looks into the engine's boxes, which are no part of its public face, and that
knows how it marks what it draws. A box of words is told by the element and the place it stands in; all
measures are pixels of CSS from the page's upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

from rapportage.style.lengths import PIXEL

_COLUMNS = {"td", "th"}
"""The elements that part the width of a table between them."""
_BLOCKS = {"table", "figure"}
"""The elements that may reach past the running text."""


Area = tuple[int, float, float, float, float]
"""A page, from 1, and the top, bottom, left and right of something on it, in points."""


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


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content on a page, the first of which is 0, or the annotation of a link; and whose it is.

    `number` is that of the mark on its page, or of the annotation among the file's objects. `artifact` says
    what it is when it is no content; `area` where a picture stands, in points from the lower left corner.
    """

    page: int
    number: int
    element: ElementTree.Element | None
    generated: str = ""
    annotation: bool = False
    artifact: str = ""
    area: tuple[float, float, float, float] | None = None


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

    def areas(self) -> dict[ElementTree.Element, list[Area]]:
        """Where each element stands, on each page that it takes."""
        areas: dict[ElementTree.Element, list[Area]] = {}
        for number, page in enumerate(self.made.pages, start=1):
            for child in page._page_box.children:
                if not hasattr(child, "at_keyword"):  # what stands in a margin is on no page by itself
                    _add_areas(child, number, areas)
        return areas

    @contextmanager
    def marks(self) -> Iterator[list[Mark]]:
        """All marks, in the tree's order page after page, once the pages have been drawn in this context.

        The engine then makes no tags of its own; it only counts what it marks.
        """
        import weasyprint.pdf

        kept: list[Mark] = []

        def keep(pdf: Any, document: Any, version: Any, streams: Any) -> None:
            del pdf, version
            heads: dict[int, int] = {}
            for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
                marker = _Marker(number, page.height, stream._tags, heads)
                kept.extend(marker.marks(page._page_box, ""))

        engines_own = weasyprint.pdf.add_tags
        weasyprint.pdf.add_tags = keep
        try:
            yield kept
        finally:
            weasyprint.pdf.add_tags = engines_own

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


def _add_areas(box: Any, page: int, areas: dict[ElementTree.Element, list[Area]]) -> None:
    box = getattr(box, "_box", box)  # what is placed by measures stands in for its box
    if box.element is not None and "::" not in str(box.element_tag):
        top, left = box.border_box_y() * PIXEL, box.border_box_x() * PIXEL
        bottom, right = top + box.border_height() * PIXEL, left + box.border_width() * PIXEL
        known = areas.setdefault(box.element, [])
        if known and known[-1][0] == page:
            _, *before = known.pop()
            top, left = min(top, before[0]), min(left, before[2])
            bottom, right = max(bottom, before[1]), max(right, before[3])
        known.append((page, top, bottom, left, right))
    for child in getattr(box, "children", ()):
        _add_areas(child, page, areas)


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
    if box.element_tag in _BLOCKS:
        table = box.element if box.element_tag == "table" else around.table
        return replace(around, table=table, edge=box.position_x + box.margin_width())
    if box.element_tag in _COLUMNS:
        return replace(around, edge=min(around.edge, box.position_x + box.margin_width()))
    return around


_HEADER, _FOOTER = "/Type /Pagination /Subtype /Header", "/Type /Pagination /Subtype /Footer"
_COSMETIC = "/Type /Layout"


@dataclass(slots=True)
class _Marker:
    """Tells what is marked on one page; `heads` has the page on which each table's head stands first."""

    page: int
    height: float
    tags: MutableMapping[Any, Any]
    heads: dict[int, int]

    def marks(self, box: Any, artifact: str) -> Iterator[Mark]:
        """The marks of this box and those in it; `artifact` says what all of it is, if it is no content."""
        box = getattr(box, "_box", box)  # what is placed by measures stands in for its box
        artifact = artifact or self._artifact(box)
        tag, _, generated = str(box.element_tag).partition("::")
        if box.link_annotation:
            surplus = generated or tag != "a"  # the engine makes another for each box in a link
            number = int(box.link_annotation.number)
            yield Mark(
                self.page, number, box.element, annotation=True, artifact=_COSMETIC if surplus else artifact
            )
        if box in self.tags:
            number = self.tags.pop(box)["mcid"]
            area = None if hasattr(box, "pango_layout") else self._area(box)
            yield Mark(
                self.page, number, box.element, generated, artifact=artifact or _decorates(box), area=area
            )
        for child in getattr(box, "children", ()):
            yield from self.marks(child, artifact)

    def _artifact(self, box: Any) -> str:
        """What this box is if no content: a margin's, the dots of a contents list, a head that comes back."""
        if keyword := getattr(box, "at_keyword", ""):
            return _HEADER if keyword.startswith("@top") else _FOOTER
        if box.element_tag == "thead" and self.heads.setdefault(id(box.element), self.page) != self.page:
            return _COSMETIC
        return _COSMETIC if box.is_leader else ""

    def _area(self, box: Any) -> tuple[float, float, float, float]:
        left, top = box.content_box_x(), box.content_box_y()
        sides = left, self.height - top - box.height, left + box.width, self.height - top
        return tuple(round(side * PIXEL, 3) for side in sides)


def _decorates(box: Any) -> str:
    """A picture without alternative text is no content."""
    return _COSMETIC if box.element_tag == "img" and not box.element.get("alt") else ""
