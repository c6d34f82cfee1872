"""What tags say that the Document alone knows: how lists are counted, and which titles and cells head what.

Both layout engines guess at it, or take titles for lines of text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Pdf

from rapportage.document import (
    Block,
    Contents,
    Document,
    Heading,
    Kader,
    Landscape,
    List,
    Metadata,
    Paragraph,
    Quote,
    Signatures,
    walk,
)
from rapportage.inlines import plain
from rapportage.numerals import counted_at
from rapportage.writers.table_headers import head_cells
from rapportage.writers.tag_tree import attributes, elements_in

_COUNTED = "/Decimal", "/LowerAlpha", "/LowerRoman"
_DEEPEST = 6


def name_tags(pdf: Pdf, document: Document) -> None:
    """Let lists and cells say what they are, and a reader begin with the bookmarks.

    Raises ValueError where the tag tree has more or fewer than the document.
    """
    head_cells(pdf, document)
    _number_lists(pdf, document)
    if "/First" in pdf.Root.get("/Outlines", Dictionary()):
        pdf.Root.PageMode = Name.UseOutlines


@dataclass(frozen=True, slots=True)
class Title:
    """A title that is no heading of the text: its level, its words, and the tags of what it heads."""

    level: int
    words: str
    heads: tuple[str, ...] = ()


def titles(document: Document) -> Iterator[Title]:
    """The titles of the paper, of contents lists and of boxes, in reading order.

    None skips a level (PDF/UA-1, 7.4.2): a box stands below the heading before it, the others beside it.
    """
    level = 0
    for block in walk(document.blocks):
        match block:
            case Heading():
                level = block.level
            case Kader():
                heads = tuple("/L" if isinstance(one, List) else "/P" for one in block.blocks)
                yield Title(min(level + 1, _DEEPEST), plain(block.title), heads)
            case Contents():
                yield Title(max(level, 1), plain(block.title), ("/TOC",) if block.entries else ())
            case Paragraph() if block.is_title:
                yield Title(max(level, 1), plain(block.content))
            case _:
                pass


def _number_lists(pdf: Pdf, document: Document) -> None:
    """Each list says with what its items are marked (ISO 32000-1, table 347).

    Terms are a Description (ISO 32000-2, table 382), which readers of before take for None, as it was called.
    """
    tagged = [one for one in elements_in(pdf.Root.StructTreeRoot) if one.S == "/L"]
    for numbering, element in zip(_numberings(document.blocks, 0), tagged, strict=True):
        attributes(element, Name.List).ListNumbering = Name(numbering)


def _numberings(blocks: tuple[Block, ...], depth: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case List():
                yield _COUNTED[counted_at(depth, block.counted)] if block.ordered else "/Disc"
                for item in block.items:
                    yield from _numberings(item.blocks, depth + 1)
            case Metadata() | Signatures() if not _is_empty(block):
                yield "/None" if isinstance(block, Signatures) else "/Description"
            case Landscape() | Kader() | Quote():
                yield from _numberings(block.blocks, depth)
            case _:
                pass


def _is_empty(block: Metadata | Signatures) -> bool:
    return not (block.rows if isinstance(block, Metadata) else block.signatories)
