"""Where each block of a paper stands on the pages that this engine made, for who points at one.

The tree that was laid out has an element for each block, in the same order; the engine tells where that
came to stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree

from rapportage.document import (
    Block,
    Cell,
    Document,
    Kader,
    Landscape,
    List,
    ListItem,
    Metadata,
    MetadataRow,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Table,
    inlines_of,
    walk,
)
from rapportage.inlines import notes_in
from rapportage.writers.on_pages import SLIVER, BlockOnPage, apart, flowing
from rapportage.writers.pdf.boxes import Area

Element = ElementTree.Element
Areas = Mapping[Element, Sequence[Area]]


Subject = Block | ListItem | Row | Cell | MetadataRow
"""What can be pointed at by itself, and a row of a table, in which its cells can."""


def stands(blocks: Sequence[Block], body: Element, areas: Areas) -> Iterator[BlockOnPage]:
    """Each block on each page that it takes, in reading order; what holds others ends where these begin.

    Raises ValueError where the elements are not those of the blocks.
    """
    orders = {id(block): at for at, block in enumerate(flowing(blocks))}
    for block, element in _beside(blocks, list(body)):
        yield from _stand(block, element, areas, orders, 0)


def _stand(
    subject: Subject, element: Element, areas: Areas, orders: Mapping[int, int], order: int
) -> Iterator[BlockOnPage]:
    order = orders.get(id(subject), order)
    inside = list(_inside(subject, element))
    tops: dict[int, float] = {}
    for _, inner in inside:
        for page, top, *_ in areas.get(inner, ()):
            tops[page] = min(top, tops.get(page, top))
    if not isinstance(subject, PageBreak | Row):
        called, place = getattr(subject, "id", ""), subject.place
        for page, top, bottom, *sides in areas.get(element, ()):
            end = min(bottom, tops.get(page, bottom))
            left, right = sides if element.tag in ("th", "td") else (0.0, 0.0)
            if end - top > SLIVER:
                yield BlockOnPage(page, top, end, place, order, id=called, left=left, right=right)
    for one, inner in inside:
        yield from _stand(one, inner, areas, orders, order)


def _inside(subject: Subject, element: Element) -> Iterator[tuple[Subject, Element]]:
    """What can be pointed at by itself within another, each with its element."""
    match subject:
        case List():
            yield from zip(subject.items, element, strict=True)
        case ListItem():
            first, *rest = subject.blocks
            bare = isinstance(first, Paragraph) and first.role == "standaard"  # as the HTML writer has it
            inner = rest if bare else [first, *rest]
            yield from _beside(inner, list(element)[len(element) - len(inner) :])
        case Kader():
            yield from _beside(subject.blocks, list(element)[1:])  # behind the title
        case Quote() | Landscape():
            yield from _beside(subject.blocks, list(element))
        case Table():
            rows = [one for body in element.iter("tbody") for one in body]
            yield from zip(subject.body, rows, strict=True)
        case Row():
            each = apart(subject)
            yield from zip(each, element if each[1:] else [element], strict=True)
        case Metadata():
            yield from zip(subject.rows, element.iter("dd"), strict=True)
        case _:
            pass


def _beside(blocks: Iterable[Block], elements: Iterable[Element]) -> Iterator[tuple[Block, Element]]:
    return zip(blocks, elements, strict=True)


def notes(document: Document, body: Element, areas: Areas) -> Iterator[BlockOnPage]:
    """Where each note stands at the foot of a page."""
    said = [
        (order, one)
        for order, block in enumerate(flowing(document.blocks))
        for part in walk((block,))
        for words in inlines_of(part)
        for one in notes_in(words)
    ]
    elements = [one for one in body.iter("span") if one.get("class") == "voetnoot"]
    for (order, note), element in zip(said, elements, strict=True):
        for page, top, bottom, *_ in areas.get(element, ()):
            yield BlockOnPage(page, top, bottom, note.place, order, note=note.number)
