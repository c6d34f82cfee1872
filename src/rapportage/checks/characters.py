"""Find characters that the house fonts cannot print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from rapportage.document import (
    Block,
    Contents,
    Document,
    Emphasis,
    Figure,
    FigurePair,
    Footnote,
    Heading,
    Inlines,
    Kader,
    Landscape,
    LineBreak,
    List,
    Metadata,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Signatures,
    Table,
    Text,
    walk,
)
from rapportage.errors import Problem
from rapportage.fonts import unprintable


def unprintable_characters(document: Document) -> Iterator[Problem]:
    """The problem with each character that a block prints and the fonts lack."""
    for block in walk(document.blocks):
        for text, italic in _printed(block):
            yield from unprintable(text, block.place, italic=italic)


def _printed(block: Block) -> Iterator[tuple[str, bool]]:
    """The text that a block itself prints, each run with whether it is italic."""
    for content in _contents(block):
        yield from _runs(content)


def _contents(block: Block) -> Iterator[Inlines]:
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Table():
            yield from (block.caption, block.source)
            yield from (cell.content for row in block.head + block.body for cell in row.cells)
        case Figure():
            yield from (block.caption, block.source)
        case Kader():
            yield block.title
        case Metadata():
            for row in block.rows:
                yield from (row.term, row.value)
        case Signatures():
            yield block.closing
            yield from ((Text(person.name + person.office),) for person in block.signatories)
        case Contents():
            yield block.title
        case List() | Quote() | FigurePair() | PageBreak() | Landscape():
            pass
        case _:
            assert_never(block)


def _runs(content: Inlines, italic: bool = False) -> Iterator[tuple[str, bool]]:
    for inline in content:
        match inline:
            case Text() | Reference():
                yield inline.text, italic
            case LineBreak():
                pass
            case Footnote():
                yield from _runs(inline.content)
            case _:
                yield from _runs(inline.content, italic or isinstance(inline, Emphasis))
