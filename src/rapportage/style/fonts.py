"""The house fonts, what they can print and how wide it is.

They come with a package, so that a machine's fonts do not matter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rapportage.characters import NEIGHBOURS
from rapportage.errors import Finding, MachineError, Place

FAMILY = "Source Sans Pro"
NORMAL, BOLD, _BOLDEST = 400, 600, 700
_FACES = {
    "Regular": (400, False),
    "It": (400, True),
    "Semibold": (600, False),
    "SemiboldIt": (600, True),
    "Bold": (700, False),
    "BoldIt": (700, True),
}


@dataclass(frozen=True, slots=True)
class Face:
    """One font file with the weight (CSS, 100 to 900) and slant that it draws."""

    path: Path
    weight: int
    italic: bool


@cache
def faces() -> tuple[Face, ...]:
    """The faces of the house font; raises MachineError when the font package is not installed."""
    spec = find_spec("font_source_sans_pro")
    folder = Path(spec.origin).parent / "files" if spec and spec.origin else None
    if folder is None or not folder.is_dir():
        raise MachineError(
            "het lettertype Source Sans Pro ontbreekt", "python -m pip install font-source-sans-pro"
        )
    return tuple(
        Face(folder / f"SourceSansPro-{name}.ttf", weight, italic)
        for name, (weight, italic) in _FACES.items()
    )


def unprintable(text: str, place: Place, *, italic: bool = False) -> Iterator[Finding]:
    """Each character of the text that has no glyph, once."""
    known = _characters(italic)
    for character in sorted(set(unicodedata.normalize("NFC", text))):
        if ord(character) not in known and not _is_drawn_without_glyph(character):
            yield Finding(
                f"het teken '{character}' (U+{ord(character):04X}) staat niet in het lettertype",
                place,
                f"schrijf {NEIGHBOURS[character]}"
                if character in NEIGHBOURS
                else "schrijf het in woorden, of kies een gewoon teken",
            )


def _is_drawn_without_glyph(character: str) -> bool:
    """Spaces get their width from the layout, and format characters such as a soft hyphen none."""
    return character in "\t\n\r" or unicodedata.category(character) in {"Zs", "Cf"}


@cache
def _characters(italic: bool) -> frozenset[int]:
    """The code points that the upright or the italic faces all have."""
    fonts = (_font_in(face) for face in faces() if face.italic == italic)
    return frozenset.intersection(*(frozenset(font.unicodes) for font in fonts))


# --- widths ----------------------------------------------------------------------------------


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in points at this size in points."""
    return sum(glyph.advance for glyph in glyphs(text, bold)) * size


def boldest_width(text: str, size: float) -> float:
    """The same in the boldest face: Word knows one bold only, where the PDF has a lighter one for heads."""
    return sum(glyph.advance for glyph in _shaped(text, _BOLDEST)) * size


def rise_and_fall() -> tuple[float, float]:
    """How far a line of the font reaches above and below the letters' foot, in ems."""
    font = shaper(False)
    measures = font.get_font_extents("ltr")
    return measures.ascender / font.face.upem, -measures.descender / font.face.upem


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of the font by its number, with its advance and offsets in ems; y points down."""

    number: int
    advance: float
    dx: float
    dy: float


def glyphs(text: str, bold: bool) -> tuple[Glyph, ...]:
    """The glyphs of a line in the upright face, kerned."""
    return _shaped(text, BOLD if bold else NORMAL)


@lru_cache(maxsize=4096)
def _shaped(text: str, weight: int) -> tuple[Glyph, ...]:
    import uharfbuzz

    if not text:
        return ()
    buffer = uharfbuzz.Buffer()
    buffer.add_str(unicodedata.normalize("NFC", text))
    buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "nl"
    font = _shaper(weight)
    uharfbuzz.shape(font, buffer)
    em = font.face.upem
    return tuple(
        Glyph(info.codepoint, place.x_advance / em, place.x_offset / em, -place.y_offset / em)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


def shaper(bold: bool) -> Any:
    """HarfBuzz's font for the upright face."""
    return _shaper(BOLD if bold else NORMAL)


@cache
def _shaper(weight: int) -> Any:
    import uharfbuzz

    face = next(one for one in faces() if one.weight == weight and not one.italic)
    return uharfbuzz.Font(_font_in(face))


def _font_in(face: Face) -> Any:
    """What HarfBuzz knows of the font in a file."""
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)))
