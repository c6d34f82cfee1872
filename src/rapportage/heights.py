"""How high blocks are at most: what stays on one page must fit on it, and what may not fit goes on after it.

No engine tells that before it lays out, and each does something else with what is too high: it leaves a page
empty, or draws past the end of one.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from rapportage.columns import PADDING
from rapportage.document import Block, Cell, Kader, List, Paragraph, Quote, Table, grid
from rapportage.inlines import Inlines, LineBreak, plain
from rapportage.style.fonts import Typeface
from rapportage.style.page import Page
from rapportage.style.tokens import HouseStyle

KEPT = 0.85
"""What stays on one page takes no more of it than this."""
FEW_ROWS = 12
"""A table of fewer rows stays on one page, where it fits on one."""
SIDE = 3
"""Of what goes on after a page, so many lines or items stand on each side of its end."""
_SHORT, _LOW = 0.3, 0.2
"""Of a page, a paragraph lower than the one part, or a box lower than the other, does not go on after it."""
MANY_LINES = 2
"""An item of more lines may stand alone at a page's end, or at the top of one."""
_KADER_SIDES, _QUOTE_RULE = 27.0, 1.5
"""What a box, and the rule of a quote, take from the width of their words, in points."""

_FILLED, _FULL = 0.7, 0.95
"""The part of a line that is filled at least, since words are long, and that surely is where they are not."""
_LETTER = 1.0
"""No text is wider than so many ems a letter; a short one need not be measured."""
_FEW_LINES = 3
_LINE, _CELL_ROOM = 1.3, 8.0
"""The height of a line in a table, in letters, and what a cell takes above and below its words."""
_LARGE_HEAD = 1 / 3
"""A head that takes more of a page than this does not come back on each."""


def lines(content: Inlines, width: float, size: float, letters: Typeface) -> int:
    """How many lines of this width the words take at most, in these letters of this size."""
    words, width = plain(content), max(width, size)
    wide, filled = len(words) * _LETTER * size, _FILLED
    if wide > _FEW_LINES * width * _FILLED:
        wide = letters.text_width(words, size, bold=True)
        longest = letters.text_width(max(words.split(), key=len, default=""), size, bold=True)
        filled = min(_FULL, max(_FILLED, 1 - longest / width))
    breaks = sum(isinstance(inline, LineBreak) for inline in content)
    return ceil(wide / (width * filled)) + breaks or 1


# --- boxes and quotes ------------------------------------------------------------------------


def inner_width(block: Kader | Quote, page: Page, style: HouseStyle) -> float:
    """The width of the lines in a box or quote, in points."""
    sides = _KADER_SIDES if isinstance(block, Kader) else style.points("ruimte.inspringing") + _QUOTE_RULE
    return page.text_width() - sides


def stays_whole(blocks: tuple[Paragraph | List, ...], width: float, page: Page, style: HouseStyle) -> bool:
    """Whether a box or quote with lines of this width is so low that it need not go on after a page.

    A higher one that stayed on one page would leave too much of the page before it empty.
    """
    return blocks_height(blocks, width, style) < page.text_height * _LOW


def kept_with_next(blocks: tuple[Paragraph | List, ...], width: float, style: HouseStyle) -> list[bool]:
    """Which blocks of a box that goes on after a page stay with the next one.

    Those that lead up to a list, and those at its ends that would leave fewer than `SIDE` lines there.
    """
    counts = [_least_lines(block, width, style) for block in blocks]
    return [
        at < len(blocks)
        and (isinstance(blocks[at], List) or sum(counts[:at]) < SIDE or sum(counts[at:]) < SIDE)
        for at in range(1, len(blocks) + 1)
    ]


def _least_lines(block: Paragraph | List, width: float, style: HouseStyle) -> int:
    """How many lines a block takes at least."""
    if isinstance(block, List):
        return len(block.items)
    return _counted(plain(block.content), width, style) + _breaks(block)


def most_lines(paragraph: Paragraph, width: float, style: HouseStyle) -> int:
    """How many lines a paragraph takes, or one more: a closer count than `lines` has, which measures less."""
    return line_count(plain(paragraph.content), width, style) + _breaks(paragraph)


def line_count(words: str, width: float, style: HouseStyle) -> int:
    """The same of words."""
    return _counted(words, width * _FULL, style, bold=True)


def _counted(words: str, width: float, style: HouseStyle, *, bold: bool = False) -> int:
    wide = style.typeface().text_width(words, style.points("letter.tekst"), bold=bold)
    return ceil(wide / width) or 1


def _breaks(paragraph: Paragraph) -> int:
    return sum(isinstance(inline, LineBreak) for inline in paragraph.content)


def surely_short(block: Paragraph | List, width: float, page: Page, style: HouseStyle) -> bool:
    """Whether a block is so low that it need not go on after a page itself."""
    return blocks_height((block,), width, style) < page.text_height * _SHORT


def blocks_height(blocks: tuple[Block, ...], width: float, style: HouseStyle) -> float:
    """The height in points of paragraphs and lists at most."""
    size = style.points("letter.tekst")
    line, space = size * style.points("regelafstand.tekst"), style.points("ruimte.alinea")
    height = 0.0
    for block in blocks:
        match block:
            case Paragraph():
                height += lines(block.content, width, size, style.typeface()) * line + space
            case List():
                inner = width - style.points("ruimte.inspringing")
                height += sum(blocks_height(item.blocks, inner, style) for item in block.items) + space
            case _:
                pass
    return height


# --- tables ----------------------------------------------------------------------------------


def table_stays_whole(table: Table, widths: tuple[float, ...], page: Page, style: HouseStyle) -> bool:
    """Whether a table is short, and surely fits on a page."""
    fits = sum(row_heights(table, widths, style)) < page.text_height * KEPT
    return len(table.body) < FEW_ROWS and fits


def head_fits(table: Table, widths: tuple[float, ...], page: Page, style: HouseStyle) -> bool:
    """Whether the head surely fits on a page."""
    return sum(row_heights(replace(table, body=()), widths, style)) < page.text_height * KEPT


def head_comes_back(table: Table, widths: tuple[float, ...], page: Page, style: HouseStyle) -> bool:
    """Whether the head is low enough to stand on each page again."""
    head = row_heights(table, widths, style)[: len(table.head)]
    return sum(head) < page.text_height * _LARGE_HEAD


def high_rows(table: Table, widths: tuple[float, ...], page: Page, style: HouseStyle) -> frozenset[int]:
    """Which rows may not fit on a page below the head that comes back, counted from the first of the head.

    Rows that a cell joins go on after a page together.
    """
    heights = row_heights(table, widths, style)
    head = heights[: len(table.head)] if head_comes_back(table, widths, page, style) else []
    room = page.text_height * KEPT - sum(head)
    high = {at for at, height in enumerate(heights) if height > room}
    rows = table.head + table.body
    spans = [
        range(at, at + cell.rowspan) for at, row in enumerate(rows) for cell in row.cells if cell.rowspan > 1
    ]
    while joined := [span for span in spans if not high.isdisjoint(span) and not high.issuperset(span)]:
        high.update(*joined)
    return frozenset(high)


def row_heights(table: Table, widths: tuple[float, ...], style: HouseStyle) -> list[float]:
    """The height in points of each row at most; a cell over more rows counts in its first."""
    size = style.points("letter.tabel")

    def height(cell: Cell, column: int) -> float:
        width = sum(widths[column : column + cell.colspan]) - PADDING
        return lines(cell.content, width, size, style.typeface()) * size * _LINE + _CELL_ROOM

    return [
        max((height(slot.cell, slot.column) for slot in slots if not slot.goes_on), default=_CELL_ROOM)
        for slots in grid(table)
    ]
