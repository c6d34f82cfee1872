"""Find characters that the house fonts cannot print."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.characters import NO_BREAK_HYPHEN
from rapportage.checks.subjects import Report
from rapportage.document import Block, inlines_of, walk
from rapportage.errors import Finding, Place
from rapportage.inlines import Emphasis, Footnote, Inlines, LineBreak, NoteMark, Reference, Text
from rapportage.style.fonts import unprintable


def unprintable_characters(report: Report) -> Iterator[Finding]:
    """Each character that the fonts lack, in the line below each page and in what blocks print."""
    gegevens = report.content.rapportage.gegevens
    yield from unprintable(gegevens.value.voetregel, gegevens.place("voetregel"))
    for document in report.documents.values():
        yield from unprintable_in(document.blocks)


def unprintable_in(blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Each character that one of these blocks prints and the fonts lack, at the line of its word."""
    for block in walk(blocks):
        for text, place, italic in _printed(block):
            words = text.replace(NO_BREAK_HYPHEN, "-")  # the writers draw it as one
            yield from unprintable(words, place if place.file else block.place, italic=italic)


def _printed(block: Block) -> Iterator[tuple[str, Place, bool]]:
    """The text that a block itself prints, line by line of its file, each with whether it is italic."""
    for content in inlines_of(block):
        yield from _runs(content)


def _runs(content: Inlines, italic: bool = False) -> Iterator[tuple[str, Place, bool]]:
    for inline in content:
        match inline:
            case Text():
                yield from ((words, place, italic) for words, place in inline.lines())
            case Reference():
                yield inline.text, inline.place, italic
            case LineBreak() | NoteMark():
                pass
            case Footnote():
                yield from _runs(inline.content)
            case _:
                yield from _runs(inline.content, italic or isinstance(inline, Emphasis))
