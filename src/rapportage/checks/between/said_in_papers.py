"""The sentences and rows of tables that authors typed, in the order in which papers have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapportage.checks.reading.references_said import HERE, said_in
from rapportage.document import Document, Table, grid, inlines_of, walk
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Place
from rapportage.inlines import Inlines, notes_in, place_of, plain
from rapportage.row_heads import row_heads

_OF_A_PERIOD = re.compile(r"content/[0-9]{4}-")
"""Where a report has its files; what all reports have is not of this one."""
_DRAWN = re.compile(r"/figuren/")
"""Where the data of figures come from, which a table may show, too."""
_SENTENCE = re.compile(r"[.!?]\Z")
BETWEEN_CELLS = " | "
"""What parts the values of a row."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, or the values of a row of a table with its `head`.

    `made` are the words in it that expressions made.
    """

    words: str
    made: frozenset[str]
    at: Place
    head: str = ""


def said_in_papers(documents: Mapping[str, Document]) -> Iterator[Said]:
    """What the papers say; tables that were made of texts elsewhere come behind all else."""
    later: list[Table] = []
    for document in documents.values():
        for block in walk(document.blocks):
            if isinstance(block, Table):
                if _OF_A_PERIOD.match(block.place.file):
                    yield from _of_table(block)
                else:
                    later.append(block)
            else:
                for content in inlines_of(block):
                    yield from _of_content(content)
    for table in later:
        yield from _of_table(table)


def _of_content(content: Inlines) -> Iterator[Said]:
    words, made = said_in(content)
    if _OF_A_PERIOD.match(place_of(content).file):
        for sentence in BETWEEN_SENTENCES.split(words.replace(HERE, "[…]")):
            yield Said(sentence, made, place_of(content))
    for note in notes_in(content):
        yield from _of_content(note.content)


def _of_table(table: Table) -> Iterator[Said]:
    for content in (table.caption, table.source):
        yield from _of_content(content)
    for slots, head in zip(grid(table)[len(table.head) :], row_heads(table, plain), strict=True):
        values = []
        for slot in slots:
            if slot.goes_on or _DRAWN.search(place_of(slot.cell.content).file):
                continue
            if _SENTENCE.search(words := plain(slot.cell.content)):
                yield from _of_content(slot.cell.content)
            elif words not in head.words:
                values.append(slot.cell.content)
        if values:
            yield from _of_row(values, head.words[0])


def _of_row(values: Sequence[Inlines], head: str) -> Iterator[Said]:
    told = [said_in(one) for one in values]
    words = BETWEEN_CELLS.join(words for words, _ in told).replace(HERE, "[…]")
    at = place_of(values[0])
    if _OF_A_PERIOD.match(at.file):
        yield Said(words, frozenset(one for _, made in told for one in made), at, head)
    for one in values:
        for note in notes_in(one):
            yield from _of_content(note.content)
