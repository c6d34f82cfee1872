"""The texts of a paper as a reader meets them, for rules about what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapportage.checks.subjects import Paper
from rapportage.document import Block, Document, Figure, FigurePair, Table, inlines_of, walk
from rapportage.errors import Place
from rapportage.inlines import Inlines, Reference, notes_in, place_of, plain


def texts(paper: Paper) -> Iterator[tuple[str, Place]]:
    """Each text with its place: of blocks, of their notes, and the descriptions of figures."""
    return _texts(paper, plain)


def texts_of(document: Document) -> Iterator[tuple[str, Place]]:
    """The same, of a document."""
    return _texts_of(document, plain)


def running_texts(paper: Paper) -> Iterator[tuple[str, Place]]:
    """Each text without the cells and notes of tables, where a column says what its numbers mean."""
    if running_texts not in paper.kept:
        blocks = (block for block in walk(paper.document.blocks) if not isinstance(block, Table))
        paper.kept[running_texts] = tuple(one for block in blocks for one in _placed(block, plain))
    return iter(paper.kept[running_texts])


def typed_texts(paper: Paper) -> Iterator[tuple[str, Place]]:
    """Each text without the references that the paper itself numbers."""
    return _texts(paper, _without_references)


def _without_references(content: Inlines) -> str:
    return plain(tuple(one for one in content if not isinstance(one, Reference)))


def _texts(paper: Paper, said: Callable[[Inlines], str]) -> Iterator[tuple[str, Place]]:
    if said not in paper.kept:
        paper.kept[said] = tuple(_texts_of(paper.document, said))
    return iter(paper.kept[said])


def _texts_of(document: Document, said: Callable[[Inlines], str]) -> Iterator[tuple[str, Place]]:
    for block in walk(document.blocks):
        yield from _placed(block, said)


def _placed(block: Block, said: Callable[[Inlines], str]) -> Iterator[tuple[str, Place]]:
    for words, place in _of_block(block, said):
        yield words, place if place.file else block.place


def _of_block(block: Block, said: Callable[[Inlines], str]) -> Iterator[tuple[str, Place]]:
    for content in inlines_of(block):
        for one in (content, *(note.content for note in notes_in(content))):
            yield said(one), place_of(one)
    figures: tuple[Figure, ...] = (block,) if isinstance(block, Figure) else ()
    if isinstance(block, FigurePair):
        figures = block.left, block.right
    for figure in figures:
        yield figure.alt, figure.place
