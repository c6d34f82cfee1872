"""Where each block of a paper stands on the pages that this engine made, for who points at one.

The tree that was laid out has an element for each block, in the same order; the engine tells where that
came to stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree

from rapportage.document import (
    Block,
    Document,
    Kader,
    Landscape,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Quote,
    inlines_of,
    walk,
)
from rapportage.inlines import notes_in
from rapportage.writers.on_pages import SLIVER, BlockOnPage
from rapportage.writers.pdf.boxes import Area

Element = ElementTree.Element
Areas = Mapping[Element, Sequence[Area]]


def stands(blocks: Sequence[Block], body: Element, areas: Areas) -> Iterator[BlockOnPage]:
    """Each block on each page that it takes, in reading order; what holds others ends where these begin.

    Raises ValueError where the elements are not those of the blocks.
    """
    for block, element in _beside(blocks, list(body)):
        yield from _stand(block, element, areas)


def _stand(block: Block | ListItem, element: Element, areas: Areas) -> Iterator[BlockOnPage]:
    inside = list(_inside(block, element))
    tops: dict[int, float] = {}
    for _, inner in inside:
        for page, top, _ in areas.get(inner, ()):
            tops[page] = min(top, tops.get(page, top))
    if not isinstance(block, PageBreak):
        for page, top, bottom in areas.get(element, ()):
            end = min(bottom, tops.get(page, bottom))
            if end - top > SLIVER:
                yield BlockOnPage(page, top, end, block.place, id=getattr(block, "id", ""))
    for one, inner in inside:
        yield from _stand(one, inner, areas)


def _inside(block: Block | ListItem, element: Element) -> Iterator[tuple[Block | ListItem, Element]]:
    """What can be pointed at by itself within a block, each with its element."""
    match block:
        case List():
            yield from zip(block.items, element, strict=True)
        case ListItem():
            first, *rest = block.blocks
            bare = isinstance(first, Paragraph) and first.role == "standaard"  # as the HTML writer has it
            inner = rest if bare else [first, *rest]
            yield from _beside(inner, list(element)[len(element) - len(inner) :])
        case Kader():
            yield from _beside(block.blocks, list(element)[1:])  # behind the title
        case Quote() | Landscape():
            yield from _beside(block.blocks, list(element))
        case _:
            pass


def _beside(blocks: Iterable[Block], elements: Iterable[Element]) -> Iterator[tuple[Block, Element]]:
    return zip(blocks, elements, strict=True)


def notes(document: Document, body: Element, areas: Areas) -> Iterator[BlockOnPage]:
    """Where each note stands at the foot of a page."""
    said = [one for block in walk(document.blocks) for words in inlines_of(block) for one in notes_in(words)]
    elements = [one for one in body.iter("span") if one.get("class") == "voetnoot"]
    for note, element in zip(said, elements, strict=True):
        for page, top, bottom in areas.get(element, ()):
            yield BlockOnPage(page, top, bottom, note.place, note=note.number)
