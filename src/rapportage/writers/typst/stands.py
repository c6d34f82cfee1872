"""Where each block of a paper stands on the pages that this engine made, for who points at one.

A mark stands in front of each, and the engine tells where that came to stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapportage.columns import PADDING
from rapportage.document import Block, Cell, Document, MetadataRow, Row, Table, inlines_of, walk
from rapportage.identity import named
from rapportage.inlines import notes_in
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.on_pages import SLIVER, BlockOnPage, apart, flowing
from rapportage.writers.typst.marked import Marked, nodes

Stand = tuple[int, float, float]
"""A page, and how far to the right and down something stands on it, in points."""
_ROOM: Mapping[type[Marked], float] = {Cell: 3.75, MetadataRow: 3.5}
"""The room above the words of a row, in points."""


def stands(
    document: Document,
    marked: Sequence[Marked],
    rows: Sequence[Stand],
    last_of_all: Stand,
    style: HouseStyle,
    noted: Sequence[BlockOnPage],
) -> Iterator[BlockOnPage]:
    """Where each block stands: from its mark to the next one, on all pages between, above their notes."""
    page = portrait(style)
    top, foot = page.top, page.height - page.bottom
    feet = {one.page: one.top for one in reversed(noted)}
    names = {id(subject): one.name for one, subject in reversed(named(document))}
    orders, order = dict(_orders(document.blocks)), 0
    for subject, begin, end, left, right in _pieces(marked, [*rows, last_of_all]):
        name, called = names.get(id(subject), ""), getattr(subject, "id", "")
        order = orders.get(id(subject), order)  # the end of a page is of what stands above it
        for at in range(begin[0], end[0] + 1):
            above = begin[2] if at == begin[0] and begin[2] else top
            bottom = feet.get(at, foot)
            below = end[2] if at == end[0] and end[2] else max(bottom, begin[2])
            if below - above > SLIVER:
                yield BlockOnPage(
                    at, above, below, subject.place, order, name, called, left=left, right=right
                )


_Piece = tuple[Marked, Stand, Stand, float, float]
"""What can be pointed at, where it begins and ends, down at 0 with its page, and its left and right there."""


def _pieces(marked: Sequence[Marked], stands: Sequence[Stand]) -> Iterator[_Piece]:
    """All that is marked; of a row of a table the cells that can be pointed at by themselves."""
    rows: dict[int, tuple[Table, Row]] = {}
    at = 0
    while at < len(marked):
        subject = marked[at]
        if isinstance(subject, Table):
            rows |= {id(row.cells[0]): (subject, row) for row in subject.body}
        table, row = rows.get(id(subject), (None, None))
        after = at + (len(row.cells) if row else 1)
        begin = _top(subject, stands[at])
        end = _top(marked[after], stands[after]) if after < len(marked) else stands[after]
        if table is None or row is None:
            yield subject, begin, end, 0.0, 0.0
        else:
            is_last = after == len(marked) or id(marked[after]) not in rows
            goes_on = begin[0] < end[0] and bool(table.head) and not is_last
            foot = (begin[0], 0.0, 0.0) if goes_on else end
            each, sides = apart(row), [one[1] - PADDING / 2 for one in stands[at + 1 : after]]
            edges = [0.0, *sides[: len(each) - 1], 0.0]
            for cell, left, right in zip(each, edges, edges[1:], strict=False):
                yield cell, begin, foot, left, right
            if goes_on:  # the head, which comes back above the next row
                yield table, (end[0], 0.0, 0.0), end, 0.0, 0.0
        at = after


def _top(subject: Marked, stand: Stand) -> Stand:
    """Where it begins of which the first words stand here."""
    page, along, down = stand
    return page, along, down - _ROOM.get(type(subject), 0.0)


def _orders(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """As which of all that flows each thing comes that can be marked, and each note, by its identity."""
    for order, block in enumerate(flowing(blocks)):
        for one in nodes(block):
            yield id(one), order
        for one in walk((block,)):
            for words in inlines_of(one):
                yield from ((id(note), order) for note in notes_in(words))


def notes(document: Document, rows: Sequence[Stand], style: HouseStyle) -> Iterator[BlockOnPage]:
    """Where each note begins at the foot of a page, to the next one or the end of that page."""
    noted = [one for block in walk(document.blocks) for words in inlines_of(block) for one in notes_in(words)]
    if len(noted) != len(rows):
        return  # one that was put on the page twice, as in a head that is repeated
    foot = portrait(style).height - portrait(style).bottom
    nexts = [*rows, (0, 0.0, 0.0)][1:]
    orders = dict(_orders(document.blocks))
    for note, (page, _, top), (other, _, below) in zip(noted, rows, nexts, strict=True):
        below = below if other == page else max(foot, top)
        yield BlockOnPage(page, top, below, note.place, orders.get(id(note), 0), note=note.number)
