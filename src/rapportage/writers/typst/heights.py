"""How high blocks are at most: what stays on one page must fit on it, or it is drawn past its end."""

from __future__ import annotations

from math import ceil

from rapportage.document import Block, Inlines, LineBreak, List, Paragraph, Row, plain
from rapportage.style.fonts import text_width
from rapportage.style.tokens import HouseStyle

_FILLED = 0.7
"""The part of a line that is filled at least, since words are long."""
_LETTER = 1.0
"""No text is wider than so many ems a letter; a short one need not be measured."""
_FEW_LINES = 3


def lines(content: Inlines, width: float, size: float) -> int:
    """How many lines of this width the words take at most, in letters of this size."""
    words = plain(content)
    wide = len(words) * _LETTER * size
    if wide > _FEW_LINES * width * _FILLED:
        wide = text_width(words, size, bold=True)
    breaks = sum(isinstance(inline, LineBreak) for inline in content)
    return ceil(wide / (max(width, size) * _FILLED)) + breaks or 1


def blocks_height(blocks: tuple[Block, ...], width: float, style: HouseStyle) -> float:
    """The height in points of paragraphs and lists at most."""
    size = style.points("letter.tekst")
    line, space = size * style.points("regelafstand.tekst"), style.points("ruimte.alinea")
    height = 0.0
    for block in blocks:
        match block:
            case Paragraph():
                height += lines(block.content, width, size) * line + space
            case List():
                inner = width - style.points("ruimte.inspringing")
                height += sum(blocks_height(item.blocks, inner, style) for item in block.items) + space
            case _:
                pass
    return height


def rows_height(rows: tuple[Row, ...], widths: tuple[float, ...], style: HouseStyle) -> float:
    """The height in points of a table's rows at most; a cell over more columns counts as in one."""
    size = style.points("letter.tabel")
    return sum(
        max((lines(cell.content, min(widths), size) for cell in row.cells), default=1) * size * 1.3 + 8
        for row in rows
    )
