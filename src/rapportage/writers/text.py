"""Write a Document as readable text, for tests and comparisons.

Blocks are parted by one empty line. Headings begin with as many '#' as their level, items with
'•' or a number, and the cells of a row are parted by ' | '. A note's mark is '[1]', and its
text stands on a line of its own below the block. An alternative text reads '[afbeelding: …]',
a page break '---'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

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
    Logo,
    Metadata,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Signatures,
    Table,
)
from rapportage.inlines import Footnote, Inline, Inlines, LineBreak, NoteMark, Reference, Text
from rapportage.numerals import item_label

_Lines = Iterator[str]


def write_text(document: Document) -> str:
    """The document's blocks as text, ending with a newline."""
    return "\n\n".join(_chunks(document.blocks)) + "\n"


# --- blocks ----------------------------------------------------------------------------------


def _chunks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Landscape):
            yield from _chunks(block.blocks)
        else:
            notes: list[Footnote] = []
            lines = [*_block(block, notes)]
            yield "\n".join(lines + _note_lines(notes))


def _block(block: Block, notes: list[Footnote]) -> _Lines:
    match block:
        case Heading():
            words = _words(block.content, notes)
            yield " ".join(part for part in ("#" * block.level, block.label, words) if part)
        case Paragraph():
            yield _words(block.content, notes)
        case Logo():
            yield f"[afbeelding: {block.alt}]"
        case List():
            yield from _list(block, notes)
        case Table():
            yield from _table(block, notes)
        case Figure():
            yield from _figure(block, notes)
        case FigurePair():
            yield from _figure(block.left, notes)
            yield from _figure(block.right, notes)
        case Kader():
            yield _words(block.title, notes)
            yield from _indented(_all(block.blocks, notes))
        case Quote():
            yield from _indented(_all(block.blocks, notes))
        case Metadata():
            for row in block.rows:
                yield f"{_words(row.term, notes)}: {_words(row.value, notes)}"
        case Signatures():
            yield _words(block.closing, notes)
            for person in block.signatories:
                yield f"{person.name}, {person.office}"
        case Contents():
            yield _words(block.title, notes)
            for entry in block.entries:
                yield "  " * entry.level + " ".join(filter(None, (entry.label, _words(entry.content, notes))))
        case PageBreak():
            yield "---"
        case Landscape():
            yield from _all(block.blocks, notes)
        case _:
            assert_never(block)


def _all(blocks: Iterable[Block], notes: list[Footnote]) -> _Lines:
    for block in blocks:
        yield from _block(block, notes)


def _list(block: List, notes: list[Footnote], depth: int = 0) -> _Lines:
    for number, item in enumerate(block.items, start=block.start):
        mark = item_label(depth, number, block.counted) if block.ordered else "•"
        lines: list[str] = []
        for part in item.blocks:
            lines += _list(part, notes, depth + 1) if isinstance(part, List) else _block(part, notes)
        yield f"{mark} {lines[0] if lines else ''}"
        yield from _indented(lines[1:])


def _table(table: Table, notes: list[Footnote]) -> _Lines:
    yield from _caption(table.label, table.caption, notes)
    for row in table.head + table.body:
        yield _row(row, notes)
    yield from _source(table.source, notes)


def _row(row: Row, notes: list[Footnote]) -> str:
    return " | ".join(_words(cell.content, notes).replace("\n", " ") for cell in row.cells)


def _figure(figure: Figure, notes: list[Footnote]) -> _Lines:
    if figure.alt:
        yield f"[afbeelding: {figure.alt}]"
    yield from _caption(figure.label, figure.caption, notes)
    yield from _source(figure.source, notes)


def _caption(label: str, content: Inlines, notes: list[Footnote]) -> _Lines:
    if label or content:
        yield ": ".join(filter(None, (label, _words(content, notes))))


def _source(content: Inlines, notes: list[Footnote]) -> _Lines:
    if content:
        yield _words(content, notes)


def _note_lines(notes: list[Footnote]) -> list[str]:
    """Notes in the order of their marks; a note within a note follows the one it stands in."""
    lines = []
    while notes:
        note, *notes = notes
        inner: list[Footnote] = []
        lines.append(f"[{note.number}] {_words(note.content, inner)}")
        notes = inner + notes
    return lines


def _indented(lines: Iterable[str]) -> _Lines:
    return (f"   {line}" for text in lines for line in text.split("\n"))


# --- inlines ---------------------------------------------------------------------------------


def _words(content: Inlines, notes: list[Footnote]) -> str:
    return "".join(_inline(inline, notes) for inline in content)


def _inline(inline: Inline, notes: list[Footnote]) -> str:
    match inline:
        case Text() | Reference():
            return inline.text
        case LineBreak():
            return "\n"
        case Footnote():
            notes.append(inline)
            return f"[{inline.number}]"
        case NoteMark():
            return f"[{inline.number}]"
        case _:
            return _words(inline.content, notes)
