"""The typefaces of a house style, what they can print and how wide it is.

That of the house comes with a package, so that a machine's fonts do not matter; an organisation's own
stands in its templates.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

from rapportage.characters import NEIGHBOURS
from rapportage.errors import Finding, MachineError, Place, refusal

FAMILY = "Source Sans Pro"
"""What prints a sign that an own typeface lacks, and all that has no other."""
NORMAL, BOLD, BOLDEST = 400, 600, 700
"""The weights that papers use: of running text, of heads, and of words that an author made bold."""
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
    """One font file with the weight (CSS, 100 to 900) and slant that it draws.

    `digest` is the SHA-256 of an own one: another may come in its place at any time.
    """

    path: Path
    weight: int
    italic: bool
    digest: str = ""

    def data(self) -> bytes:
        """What the file holds; raises ContentError where that is not what it held when it was judged."""
        try:
            data = self.path.read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() != self.digest if self.digest else not data:
            message = f"'{self.path.name}' werd een ander bestand terwijl het gelezen werd"
            raise refusal(message, Place(self.path.name, 0), "probeer het opnieuw", "onleesbaar")
        return data


@dataclass(frozen=True, slots=True)
class Typeface:
    """The faces of one family, and how wide a line in it is; signs that it lacks are the house's.

    `digest` stands for the bytes of its files; two of one name and digest are the same. `goes_with_word` says
    that a Word document may hold them and can still be edited.
    """

    name: str
    faces: tuple[Face, ...] = field(compare=False, repr=False)
    digest: str = ""
    goes_with_word: bool = field(default=True, compare=False)

    def known_by(self) -> tuple[str, str]:
        """What tells it from any other."""
        return self.name, self.digest

    def face(self, weight: int, *, italic: bool = False) -> Face:
        """The face for this weight and slant, or the one that CSS takes in its stead (CSS Fonts 4, 5.2)."""
        alike = [one for one in self.faces if one.italic == italic] or list(self.faces)
        return min(alike, key=lambda one: _distance(one.weight, weight))

    def used(self) -> tuple[tuple[int, bool, Face], ...]:
        """For each weight and slant that papers use the face that draws it.

        One of heads that is the face of bold words as well is left out: CSS takes that then.
        """
        faces = {
            (weight, italic): self.face(weight, italic=italic)
            for weight in (NORMAL, BOLD, BOLDEST)
            for italic in (False, True)
        }
        return tuple(
            (weight, italic, face)
            for (weight, italic), face in faces.items()
            if weight != BOLD or face != faces[BOLDEST, italic] or face == faces[NORMAL, italic]
        )

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of one line in points at this size in points."""
        return sum(glyph.advance for glyph in self.glyphs(text, bold=bold)) * size

    def boldest_width(self, text: str, size: float) -> float:
        """The same in the boldest face: Word knows one bold, where the PDF has a lighter one for heads."""
        return sum(glyph.advance for glyph in _shaped(self, text, BOLDEST)) * size

    def glyphs(self, text: str, *, bold: bool = False) -> tuple[Glyph, ...]:
        """The glyphs of a line in the upright face, kerned."""
        return _shaped(self, text, BOLD if bold else NORMAL)

    def rise_and_fall(self) -> tuple[float, float]:
        """How far a line of the font reaches above and below the letters' foot, in ems."""
        font = _shaper(self.face(NORMAL))
        measures = font.get_font_extents("ltr")
        return measures.ascender / font.face.upem, -measures.descender / font.face.upem


def _distance(weight: int, wanted: int) -> tuple[int, int]:
    """How far a weight is from the wanted one as CSS has it, the nearest first."""
    lighter_first = wanted <= 500
    if lighter_first and wanted <= weight <= 500:
        return 0, weight - wanted
    behind = weight > wanted if lighter_first else weight < wanted
    return 1 + behind, abs(weight - wanted)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph by its number in HarfBuzz's `font`, with its advance and offsets in ems; y points down."""

    number: int
    advance: float
    dx: float
    dy: float
    font: Any = field(compare=False, repr=False)


@cache
def house() -> Typeface:
    """The typeface that comes along; raises MachineError when its package is not installed."""
    spec = find_spec("font_source_sans_pro")
    folder = Path(spec.origin).parent / "files" if spec and spec.origin else None
    if folder is None or not folder.is_dir():
        raise MachineError(
            "het lettertype Source Sans Pro ontbreekt", "python -m pip install font-source-sans-pro"
        )
    faces = tuple(
        Face(folder / f"SourceSansPro-{name}.ttf", weight, italic)
        for name, (weight, italic) in _FACES.items()
    )
    return Typeface(FAMILY, faces)


def unprintable(text: str, place: Place, *, italic: bool = False) -> Iterator[Finding]:
    """Each character of the text that has no glyph in the house's typeface, once."""
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
    """The code points that the house's upright or italic faces all have."""
    return frozenset.intersection(*(_characters_of(one) for one in house().faces if one.italic == italic))


# --- shaping ---------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _shaped(typeface: Typeface, text: str, weight: int) -> tuple[Glyph, ...]:
    words, face, fallback = unicodedata.normalize("NFC", text), typeface.face(weight), house().face(weight)
    if face == fallback:
        return tuple(_run(words, face))
    known = _characters_of(face)
    runs = groupby(words, lambda one: ord(one) in known or _is_drawn_without_glyph(one))
    return tuple(glyph for own, run in runs for glyph in _run("".join(run), face if own else fallback))


def _run(words: str, face: Face) -> Iterator[Glyph]:
    """The glyphs of words that are all drawn by one file."""
    import uharfbuzz

    if not words:
        return
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "nl"
    font = _shaper(face)
    uharfbuzz.shape(font, buffer)
    em = font.face.upem
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield Glyph(info.codepoint, place.x_advance / em, place.x_offset / em, -place.y_offset / em, font)


@lru_cache(maxsize=64)
def _characters_of(face: Face) -> frozenset[int]:
    """The code points that a font file has glyphs for."""
    return frozenset(_shaper(face).face.unicodes)


@lru_cache(maxsize=64)
def _shaper(face: Face) -> Any:
    """HarfBuzz's font for a file.

    It gets the bytes: of a file that it reads itself it keeps the place, and another file in that place
    takes the program down.
    """
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(face.data())))
