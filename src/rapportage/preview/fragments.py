"""The blocks of a paper as pieces of HTML for a page of ours: they bring no script, and fetch nothing.

The writer of HTML writes each block; here its links, pictures and names are made those of the page, and
each list item and note says on which line it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, assert_never

from lxml import etree

from rapportage.document import (
    Block,
    Contents,
    Document,
    Figure,
    FigurePair,
    Heading,
    Kader,
    Landscape,
    List,
    ListItem,
    Logo,
    Metadata,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Table,
    inlines_of,
    walk,
)
from rapportage.errors import Place
from rapportage.inlines import NOWHERE, Footnote, notes_in, plain
from rapportage.remembered import Memory
from rapportage.writers.html import IMAGE_SCHEME, write_block

MARK = "t-"
"""What stands before the names of a paper's places, so that none is also one of the page's own."""
_OPENED = ("https:", "mailto:")
"""What a click may open; another address is shown as words."""

Element = etree._Element


class Picture(NamedTuple):
    """Where the page finds a picture, and how large it is, so that its room is there before it."""

    address: str
    width: float
    height: float


FindPicture = Callable[[str], Picture]
"""Finds a picture by the name under which a block asks for it."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A block as the page shows it, and where it came from; for a heading, how it stands in the contents."""

    html: str
    place: Place
    level: int = 0
    label: str = ""
    words: str = ""


def fragments(document: Document, find: FindPicture, memory: Memory) -> Iterator[Fragment]:
    """The blocks in reading order; pages on their side and page breaks are nothing in a text that flows."""
    for block in _flowing(document.blocks):
        pictures = tuple(detail for name in _images(block) for detail in find(name))
        yield memory.of(("fragment", id(block)), partial(_fragment, block, find), block, *pictures)


def _images(block: Block) -> tuple[str, ...]:
    match block:
        case Figure() | Logo():
            return (block.image,)
        case FigurePair():
            return block.left.image, block.right.image
        case _:
            return ()


def _fragment(block: Block, find: FindPicture) -> Fragment:
    root = etree.fromstring(f"<div>{write_block(block)}</div>")
    for element, place in zip(root.iter("li"), _item_places(block), strict=False):
        _tell(element, place)
    notes = {str(note.number): note.place for note in _notes(block)}
    for element in root.iter("span"):
        if element.get("class") == "voetnoot":
            _tell(element, notes.get(element.get("data-nummer", ""), NOWHERE))
    _own(root, find)
    html = "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)
    if isinstance(block, Heading):
        return Fragment(html, block.place, block.level, block.label, plain(block.content))
    return Fragment(html, block.place)


def _tell(element: Element, place: Place) -> None:
    """Have an element say where it came from, if that is known."""
    if place.line:
        element.set("data-bron", f"{place.file}:{place.line}")


def _notes(block: Block) -> Iterator[Footnote]:
    for one in walk((block,)):
        for words in inlines_of(one):
            yield from notes_in(words)


def _flowing(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Landscape():
                yield from _flowing(block.blocks)
            case PageBreak():
                pass
            case _:
                yield block


def _item_places(block: Block | ListItem) -> Iterator[Place]:
    """The places of the list items within a block, in the order in which they are written."""
    match block:
        case List():
            for item in block.items:
                yield item.place
                yield from _item_places(item)
        case ListItem() | Kader() | Quote():
            for inner in block.blocks:
                yield from _item_places(inner)
        case Landscape():
            for part in block.blocks:
                yield from _item_places(part)
        case Heading() | Paragraph() | Logo() | Table() | Figure() | FigurePair() | PageBreak():
            pass
        case Metadata() | Signatures() | Contents():
            pass
        case _:
            assert_never(block)


# --- made the page's own -----------------------------------------------------------------------


def _own(root: Element, find: FindPicture) -> None:
    notes = [one for one in root.iter("span") if one.get("class") == "voetnoot"]
    for note in notes:
        _below(note, root)
    for element in root.iter():
        if name := element.get("id"):
            element.set("id", MARK + name)
        match element.tag:
            case "a":
                _link(element)
            case "img":
                picture = find(element.get("src", "").removeprefix(IMAGE_SCHEME))
                element.set("src", picture.address)
                element.set("width", f"{picture.width:.0f}")
                element.set("height", f"{picture.height:.0f}")
                element.set("decoding", "async")
            case "aside":  # a box in the text is no part of the page
                element.tag = "div"
            case "nav":
                element.tag = "div"
                element.attrib.pop("data-diepte", "")
            case "table":
                _scrolling(element)
            case _:
                pass


def _link(element: Element) -> None:
    """A link within the paper, one that opens by itself, or its words alone."""
    target = element.get("href", "")
    if target.startswith("#"):
        element.set("href", f"#{MARK}{target[1:]}")
    elif target.lower().startswith(_OPENED):
        element.set("rel", "noopener noreferrer")
        element.set("target", "_blank")
    else:
        element.tag = "span"
        element.attrib.pop("href", "")
        element.set("title", target)


def _below(note: Element, root: Element) -> None:
    """A note stands below its block, and its number where it was."""
    number, name = note.get("data-nummer", ""), note.get("id", "")
    below = etree.SubElement(root, "p", {"class": "noottekst"})
    if name:
        below.set("id", name)
    if line := note.get("data-bron"):
        below.set("data-bron", line)
    etree.SubElement(below, "sup").text = number
    below[-1].tail = f" {note.text or ''}"
    below.extend(list(note))
    note.text = None
    note.tag = "sup"
    note.attrib.clear()
    etree.SubElement(note, "a", {"href": f"#{name}", "class": "noot"} if name else {}).text = number


def _scrolling(table: Element) -> None:
    """A table wider than the window moves in a room of its own, which the keyboard can reach."""
    parent = table.getparent()
    if parent is None:
        return
    room = etree.Element("div", {"class": "breed"})
    room.tail, table.tail = table.tail, None
    parent.replace(table, room)
    room.append(table)
