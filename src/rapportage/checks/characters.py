"""Find characters that the house fonts cannot print."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.document import (
    Block,
    Document,
    Emphasis,
    Footnote,
    Inlines,
    LineBreak,
    Reference,
    Text,
    inlines_of,
    walk,
)
from rapportage.errors import Problem
from rapportage.style.fonts import unprintable


def unprintable_characters(document: Document) -> Iterator[Problem]:
    """The problem with each character that a block prints and the fonts lack."""
    for block in walk(document.blocks):
        for text, italic in _printed(block):
            yield from unprintable(text, block.place, italic=italic)


def _printed(block: Block) -> Iterator[tuple[str, bool]]:
    """The text that a block itself prints, each run with whether it is italic."""
    for content in inlines_of(block):
        yield from _runs(content)


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
