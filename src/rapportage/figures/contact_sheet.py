"""Put all figures of a period on one sheet, to look at them together."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapportage.style.fonts import BOLD, NORMAL
from rapportage.style.tokens import HouseStyle

_COLUMNS = 3
_WIDTH, _MARGIN, _GAP = 760, 40, 36
"""The width of a figure on the sheet, the sheet's margin, and what stays free around a figure, in pixels."""
_HIGHEST = 2 * _WIDTH
"""A figure that is higher is put on the sheet smaller: a page would not hold it either."""
_SIZE = 22
_LINE = 28


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """A figure on the sheet: its bitmap, how wide it is printed of the text's width, and its words."""

    picture: bytes
    share: float
    title: str
    caption: str


def contact_sheet(figures: Sequence[SheetFigure], style: HouseStyle) -> bytes:
    """The sheet as PNG: the figures in reading order, each with its title and caption below it."""
    from PIL import Image as Pillow
    from PIL import ImageDraw, ImageFont

    fonts = {
        weight: ImageFont.truetype(str(style.typeface().face(weight).path), _SIZE) for weight in (400, 600)
    }
    cells = []
    for figure in figures:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)  # the size was judged before
            picture = Pillow.open(io.BytesIO(figure.picture)).convert("RGBA")
        width = _WIDTH * min(1.0, figure.share, _HIGHEST / (_WIDTH * picture.height / picture.width))
        size = max(1, round(width)), max(1, round(picture.height * width / picture.width))
        picture = picture.resize(size)
        lines = _wrapped(figure.caption, fonts[NORMAL].getlength)
        cells.append((picture, figure.title, lines))
    rows = [cells[at : at + _COLUMNS] for at in range(0, len(cells), _COLUMNS)]
    heights = [max(picture.height + _LINE * (len(lines) + 1) for picture, _, lines in row) for row in rows]
    size = (2 * _MARGIN + _COLUMNS * (_WIDTH + _GAP) - _GAP, 2 * _MARGIN + sum(heights) + _GAP * len(rows))
    sheet = Pillow.new("RGB", size, style.colour("papier"))
    draw = ImageDraw.Draw(sheet)
    top = _MARGIN
    for row, height in zip(rows, heights, strict=True):
        for column, (picture, title, lines) in enumerate(row):
            left = _MARGIN + column * (_WIDTH + _GAP)
            sheet.paste(picture, (left, top), picture)
            under = top + picture.height + 8
            draw.text((left, under), title, font=fonts[BOLD], fill=style.colour("accent"))
            for at, line in enumerate(lines, start=1):
                draw.text((left, under + at * _LINE), line, font=fonts[NORMAL], fill=style.colour("tekst"))
        top += height + _GAP
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _wrapped(text: str, length: Callable[[str], float]) -> list[str]:
    """The words in lines no wider than a figure."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if length(joined) > _WIDTH and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines
