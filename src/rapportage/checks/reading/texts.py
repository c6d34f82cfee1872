"""The texts of a paper as a reader meets them, for rules about what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.subjects import Paper
from rapportage.document import Block, Figure, FigurePair, Landscape, Table, inlines_of, walk
from rapportage.errors import Finding, Place
from rapportage.inlines import NOWHERE, Inlines, Reference, notes_in, place_of, plain


def texts(paper: Paper) -> Iterator[tuple[str, Place]]:
    """Each text with its place: of blocks, of their notes, and the descriptions of figures."""
    return _texts(paper, plain)


def running_texts(paper: Paper) -> Iterator[tuple[str, Place]]:
    """Each text without the cells and notes of tables, where a column says what its numbers mean."""
    if running_texts not in paper.kept:
        blocks = (block for block in walk(paper.document.blocks) if not isinstance(block, Table))
        paper.kept[running_texts] = tuple(one for block in blocks for one in _known(paper, block, plain))
    return iter(paper.kept[running_texts])


def typed_texts(paper: Paper) -> Iterator[tuple[str, Place]]:
    """Each text without the references that the paper itself numbers."""
    return _texts(paper, _without_references)


def on_every_page(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those on pages that lie on their side among them."""
    for block in blocks:
        if isinstance(block, Landscape):
            yield from on_every_page(block.blocks)
        else:
            yield block


def line_of(place: Place) -> str:
    """A place as one text tells of another: 'geld.md, regel 4'."""
    return f"{place.file.rpartition('/')[2]}, regel {place.line}"


_DIGITS = re.compile(r"[0-9]+")


@lru_cache(maxsize=MOST_TEXTS)
def most_numbers(words: str) -> int:
    """How many numbers in digits a text has at most: of fewer than it needs, no rule has to look further."""
    return len(_DIGITS.findall(words))


InText = Callable[[str, Place], Iterator[Finding]]
"""What finds mistakes in one text by its words alone; the place is for the telling."""


def each_text(find: InText) -> Callable[[Paper], Iterator[Finding]]:
    """The rule that finds this in each text of a paper.

    What it found in words is remembered for as long as they are among the last that were looked at.
    """

    @lru_cache(maxsize=MOST_TEXTS)
    def found_in(words: str) -> tuple[Finding, ...]:
        return tuple(find(words, NOWHERE))

    def rule(paper: Paper) -> Iterator[Finding]:
        for words, place in texts(paper):
            for one in found_in(words):
                yield replace(one, at=place)

    for name in ("__module__", "__name__", "__qualname__", "__doc__"):  # it takes another thing than `find`
        setattr(rule, name, getattr(find, name))
    return rule


def _without_references(content: Inlines) -> str:
    return plain(tuple(one for one in content if not isinstance(one, Reference)))


def _texts(paper: Paper, said: Callable[[Inlines], str]) -> Iterator[tuple[str, Place]]:
    if said not in paper.kept:
        blocks = walk(paper.document.blocks)
        paper.kept[said] = tuple(one for block in blocks for one in _known(paper, block, said))
    return iter(paper.kept[said])


def _known(paper: Paper, block: Block, said: Callable[[Inlines], str]) -> tuple[tuple[str, Place], ...]:
    """The texts of a block, which are those of before where it is the very same block."""
    return paper.memory.of(("teksten", said, id(block)), lambda: tuple(_placed(block, said)), block)


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
