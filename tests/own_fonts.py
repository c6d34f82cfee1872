"""Fonts to put among an organisation's templates: those that the library for charts comes with, or altered."""

from __future__ import annotations

import io
from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont

SERIF = ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSerif-BoldItalic")
SANS = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique")


def own_font(name: str, *changes: str) -> bytes:
    """The font file of this name; each change is 'FIELD=NUMBER' of its OS/2 table, or 'zonder=LETTERS'."""
    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / f"{name}.ttf"
    if not changes:
        return path.read_bytes()
    with TTFont(path) as font:
        for field, _, value in (change.partition("=") for change in changes):
            if field == "zonder":
                for table in font["cmap"].tables:
                    for letter in value:
                        table.cmap.pop(ord(letter), None)
            else:
                setattr(font["OS/2"], field, int(value))
        out = io.BytesIO()
        font.save(out)
    return out.getvalue()


def with_damaged(table: str) -> bytes:
    """A font in which half of the bytes of this table are others."""
    data = bytearray(own_font("DejaVuSerif"))
    with TTFont(io.BytesIO(bytes(data)), lazy=True) as font:
        at, length = font.reader.tables[table].offset, font.reader.tables[table].length
    for place in range(at, at + length, 2):
        data[place] ^= 0xFF
    return bytes(data)


def put_fonts(workspace: Path, *names: str) -> None:
    """Put these fonts among the workspace's own templates."""
    folder = workspace / "templates" / "lettertypen"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.ttf").write_bytes(own_font(name))
