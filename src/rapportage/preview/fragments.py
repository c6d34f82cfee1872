"""The blocks of a paper as pieces of HTML for a page of ours: they bring no script, and fetch nothing.

The writer of HTML writes each block; here its links, pictures and names are made those of the page, and
each part that is typed on a line of its own says on which: items, rows or cells, facts and notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    Row,
    Signatures,
    Table,
    inlines_of,
    walk,
)
from rapportage.errors import Place
from rapportage.inlines import NOWHERE, Footnote, notes_in, plain
from rapportage.remembered import Memory
from rapportage.writers.html import IMAGE_SCHEME, write_block
from rapportage.writers.on_pages import flowing

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
    for block in flowing(document.blocks):
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
    if not isinstance(block, Contents):
        for element, place in zip(root.iter(*_PARTS), _part_places(block), strict=True):
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


_PARTS = ("li", "tr", "th", "td", "figure", "dd")
"""The elements of what may be typed on a line of its own."""


def _part_places(block: Block | ListItem | Row) -> Iterator[Place]:
    """The places of the parts of a block, in the order in which their elements are written.

    NOWHERE stands for one that has no place besides that of what it stands in.
    """
    match block:
        case List():
            for item in block.items:
                yield item.place
                yield from _part_places(item)
        case ListItem() | Kader() | Quote() | Landscape():
            for inner in block.blocks:
                yield from _part_places(inner)
        case Table():
            for row in (*block.head, *block.body):
                yield from _part_places(row)
        case Row():
            places = [cell.place for cell in block.cells]
            alike = len({(one.file, one.line) for one in places}) == 1
            yield places[0] if alike else NOWHERE
            yield from (NOWHERE if alike else one for one in places)
        case Metadata():
            yield from (row.place for row in block.rows)
        case Signatures():
            yield from (person.place for person in block.signatories)
        case Figure():
            yield NOWHERE
        case FigurePair():
            yield from (block.left.place, block.right.place)
        case Heading() | Paragraph() | Logo() | PageBreak() | Contents():
            pass
        case _:
            assert_never(block)


def typed_places(block: Block) -> Iterator[Place]:
    """All places that the block has words of."""
    yield block.place
    yield from _part_places(block)
    yield from (note.place for note in _notes(block))


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
