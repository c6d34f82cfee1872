"""Read what a font file says of itself: its family, weight and slant, and whether papers may hold it.

What is told is what an officer can act on: a file that cannot be used, and where to get one that can.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapportage.style.fonts import Face, Typeface

FOLDER = "lettertypen"
"""Where among its templates an organisation puts its fonts."""
NEEDED = frozenset(
    map(
        ord,
        "".join(map(chr, range(0x20, 0x7F)))
        + "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
        + "€§°–‘’“”•…\u00a0",
    )
)
"""The signs that a Dutch paper cannot do without; any other that a font lacks is drawn in the house's."""

_MAGIC = {
    b"wOFF": "een lettertype voor websites (WOFF)",
    b"wOF2": "een lettertype voor websites (WOFF2)",
    b"ttcf": "een verzameling lettertypen (TTC)",
    b"%!PS": "een lettertype van een oude soort (Type 1)",
    b"\x80\x01%!": "een lettertype van een oude soort (Type 1)",
}
_ASK = "vraag uw leverancier om losse bestanden in TrueType of OpenType (.ttf of .otf)"
_OUTLINES = {b"\x00\x01\x00\x00": True, b"true": True, b"OTTO": False}
_RESTRICTED, _PREVIEW, _EDITABLE = 0x0002, 0x0004, 0x0008
_WHOLE_ONLY, _BITMAPS_ONLY = 0x0100, 0x0200
"""The bits of OS/2.fsType (OpenType 1.9): what a maker allows of embedding, and how."""
_WIDEST = 3
"""So many ems is a letter wide at most, in the widest of typefaces."""
_ORDINARY_WIDTH = 5
"""What OS/2.usWidthClass is of a face that is neither condensed nor expanded."""
_STYLES = re.compile(
    r"(?:[ -](?:thin|hairline|(?:extra|ultra|semi|demi)?[ -]?(?:light|bold)|light|regular|normal|book|medium"
    r"|black|heavy|italic|oblique|upright))+$",
    re.I,
)
"""What stands behind a family's name in files that have no room for another name of their style."""
_LONGEST_NAME = 60


class FontError(ValueError):
    """A font file that cannot be used; message (behind its name) and hint are Dutch."""

    def __init__(self, message: str, hint: str = _ASK) -> None:
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file that can be used; `lacks` are the needed signs that it has no glyph for.

    `goes_with_word` says that a Word document may hold it and can still be edited, `is_ordinary` that it is
    neither condensed nor expanded.
    """

    family: str
    face: Face
    lacks: str
    goes_with_word: bool
    is_ordinary: bool = True


def read_font(path: Path, data: bytes) -> FontFile:
    """What the font in this file says of itself; raises FontError when no paper can be made with it."""
    kind = next((what for magic, what in _MAGIC.items() if data.startswith(magic)), None)
    if kind is not None:
        raise FontError(f"is {kind}")
    if data[:4] not in _OUTLINES:
        raise FontError("is geen lettertype")
    try:
        return _read(path, data)
    except FontError:
        raise
    except Exception:  # fontTools has no error of its own for a file that is not whole
        raise FontError("is niet te lezen als lettertype") from None


def _read(path: Path, data: bytes) -> FontFile:
    import uharfbuzz
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(data), lazy=True) as font:
        if "fvar" in font:
            raise FontError("is een variabel lettertype", "gebruik de losse bestanden, een voor elke dikte")
        about, said = font["OS/2"], font["name"]
        _allowed(about.fsType)
        family = _family(said)
        italic = bool(about.fsSelection & 1 or font["head"].macStyle & 2 or font["post"].italicAngle)
        weight = min(900, max(100, about.usWeightClass))
        is_ordinary = about.usWidthClass == _ORDINARY_WIDTH
        _draw_needed(font)
    known = uharfbuzz.Face(data).unicodes
    lacks = "".join(chr(one) for one in sorted(NEEDED) if one not in known)
    read_only = about.fsType & (_RESTRICTED | _PREVIEW | _EDITABLE) == _PREVIEW
    goes_with_word = _OUTLINES[data[:4]] and not read_only
    face = Face(path, weight, italic, hashlib.sha256(data).hexdigest())
    return FontFile(family, face, lacks, goes_with_word, is_ordinary)


def _draw_needed(font: Any) -> None:
    """Draw each needed sign once, which fails where its outline is damaged; who draws later says little.

    Raises FontError for a letter or digit that no words can be measured with.
    """
    from fontTools.pens.boundsPen import BoundsPen

    glyphs, em = font.getGlyphSet(), font["head"].unitsPerEm
    for number, name in font.getBestCmap().items():
        if number in NEEDED:
            glyphs[name].draw(BoundsPen(glyphs))
            if chr(number).isalnum() and not 0 < glyphs[name].width <= _WIDEST * em:
                raise FontError(f"is beschadigd: de breedte van '{chr(number)}' kan niet (hmtx)")


def _allowed(permission: int) -> None:
    """Raise FontError where the font's maker forbids what papers do with it."""
    ask = "vraag de leverancier om een licentie, en bestanden, die dat toestaan"
    if permission & (_RESTRICTED | _PREVIEW | _EDITABLE) == _RESTRICTED:
        raise FontError("mag volgens zijn maker niet in documenten staan (OS/2 fsType)", ask)
    if permission & (_WHOLE_ONLY | _BITMAPS_ONLY):
        raise FontError("mag volgens zijn maker niet in delen in een PDF staan (OS/2 fsType)", ask)


def _family(names: Any) -> str:
    """The name of the family, without the style that some files have in it for lack of a better place."""
    name = str(names.getDebugName(16) or names.getDebugName(1) or "").strip()
    name = _STYLES.sub("", name) or name
    if not 0 < len(name) <= _LONGEST_NAME or not name.isprintable() or set(name) & set("'\"\\,;<>&"):
        raise FontError("heeft geen bruikbare naam")
    return name


def families(files: Iterable[FontFile], digest: str) -> tuple[Typeface, ...]:
    """The typefaces that these files make together, by name.

    Each is known by the digest of all of them: an own template may name any. Condensed and expanded faces are
    left out of a family that has others.
    """
    by_name: dict[str, list[FontFile]] = {}
    for one in files:
        by_name.setdefault(one.family, []).append(one)
    return tuple(_typeface(name, alike, digest) for name, alike in sorted(by_name.items()))


def used_of(files: list[FontFile]) -> list[FontFile]:
    """Those of a family that are neither condensed nor expanded, or all where there are no others."""
    return [one for one in files if one.is_ordinary] or files


def _typeface(name: str, files: list[FontFile], digest: str) -> Typeface:
    used = used_of(files)
    return Typeface(name, tuple(one.face for one in used), digest, all(one.goes_with_word for one in used))
