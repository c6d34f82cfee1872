"""Take over an SVG that stands on its own, and draw bitmaps: of one as given at once, of our own when asked.

An SVG may hold scripts, fetch files, or unpack without bound; one that does is refused. One as given is
drawn here, once: every reader draws something of its own where words, masks and styles are concerned.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from rapportage.bounds import MAX_ELEMENTS, MAX_PICTURES, MAX_RATIO
from rapportage.document import Image
from rapportage.errors import ContentError, shortened
from rapportage.figures.bitmaps import kind_of, read_bitmap
from rapportage.figures.cache import Drawn, Remark
from rapportage.figures.origin import Origin
from rapportage.figures.raster import NotDrawn, draw, draw_bounded, letters_of
from rapportage.figures.svg_source import (
    AS_PATHS,
    SVG,
    XLINK,
    dangers,
    length,
    only_drawn,
    parse_svg,
    too_heavy,
    weight,
)
from rapportage.style.fonts import Typeface
from rapportage.style.lengths import MILLIMETRE, PIXEL, PIXELS_PER_INCH

_LOST_WORDS = Remark(
    "heeft woorden buiten haar rand, die niet te zien zijn",
    "maak het tekenvlak groter (in Inkscape: Bewerken > Pagina aanpassen aan selectie)",
)
BITMAP_DPI, BESIDE_DPI = 300, 150
"""The resolution as printed of a bitmap, and of one beside an SVG: Word and others show that instead."""

_TRIAL = 16
"""A drawing of so many pixels wide shows as well as a whole one whether it can be drawn."""

LARGEST = 247 * MILLIMETRE / PIXEL
"""The width and height in CSS pixels for which a bitmap is made at most, also of a larger picture."""


def svg_image(data: bytes, origin: Origin, *, own: bool = False, width: float | None = None) -> Image:
    """The SVG as a picture, as `drawn_svg` gives it."""
    return drawn_svg(data, origin, own=own, width=width).image


def drawn_svg(
    data: bytes,
    origin: Origin,
    *,
    own: bool = False,
    width: float | None = None,
    letters: Typeface | None = None,
) -> Drawn:
    """The SVG as a picture, `width` CSS pixels wide or as wide as it says itself, and what is lost of it.

    Raises ContentError when it is not safe or not whole. `own` says that we drew it ourselves, from a
    template, with its words as outlines: then it stays an SVG. One as given becomes its bitmap, with its
    words in these letters, or the house's.
    """
    root = parse_svg(data, origin)
    only_drawn(root)
    if not own and b"Text is not SVG - cannot display" in data:  # what draw.io puts where its words were
        hint = "exporteer haar als PNG (in draw.io: Bestand > Exporteren als > PNG)"
        raise origin.unusable("heeft woorden die alleen draw.io toont", hint)
    pictures = [] if own else list(root.iter(f"{SVG}image"))
    if len(pictures) > MAX_PICTURES:
        message = f"bevat meer dan {MAX_PICTURES} plaatjes"
        raise origin.unusable(message, "exporteer de hele afbeelding als PNG")
    for element in pictures:
        _take_picture(element, origin)
    found = next(dangers(root, own=own), None)
    if found is not None:
        raise origin.unusable(f"bevat {found[0]}", found[1])
    if weight(root) > MAX_ELEMENTS:
        raise too_heavy(origin)
    own_width, height = _size(root, origin)
    root.set("width", f"{own_width:.6g}")
    root.set("height", f"{height:.6g}")
    clean = etree.tostring(root, encoding="utf-8", xml_declaration=False)
    wide = width or own_width
    image = Image("image/svg+xml", clean, wide, height * wide / own_width)
    try:
        if not own:
            made = draw_bounded(clean, *_pixels(image, BITMAP_DPI), letters_of(letters) if letters else None)
            lost = (_LOST_WORDS,) if made.loses_words else _faint(made.faint)
            return Drawn(Image("image/png", made.png, image.width, image.height), remarks=lost)
        draw(clean, _TRIAL, max(1, min(_TRIAL, round(_TRIAL * height / own_width))))
    except NotDrawn as error:
        raise _undrawn(error, origin) from None
    return Drawn(image)


def _faint(words: str) -> tuple[Remark, ...]:
    """What is told of words that a reader cannot see, if there are any."""
    if not words:
        return ()
    hint = "geef ze een kleur die afsteekt bij wat erachter ligt, of zet ze ervoor; of haal ze weg"
    return (Remark(f"heeft woorden die niet te zien zijn: '{shortened(words)}'", hint),)


def bitmap(image: Image) -> bytes:
    """The PNG beside a drawing of our own, at BESIDE_DPI as printed."""
    return draw(image.data, *_pixels(image, BESIDE_DPI))


def _pixels(image: Image, dpi: int) -> tuple[int, int]:
    """The width and height of a bitmap; where the picture is larger than a page, of one that fits."""
    scale = dpi / PIXELS_PER_INCH * min(1.0, LARGEST / image.width, LARGEST / image.height)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def _undrawn(error: NotDrawn, origin: Origin) -> ContentError:
    """The error for an SVG that cannot be drawn, or not as it was meant."""
    if error.character:
        return origin.unusable(
            f"bevat een teken dat niet in het lettertype staat: {error.character}",
            AS_PATHS,
        )
    if error.words:
        return origin.unusable(
            f"bevat opmaak die hier niet te tekenen is: {error.words}",
            "exporteer haar als PNG, of bewaar haar als gewone SVG (SVG 1.1)",
        )
    return origin.unusable(
        "is niet te tekenen, of vraagt daar te veel tijd of geheugen voor",
        "maak haar eenvoudiger (zonder filters en maskers), of bewaar haar als PNG",
    )


def _take_picture(element: etree._Element, origin: Origin) -> None:
    """Judge a picture that stands in the SVG itself as any other, and let it stand there as it is taken over.

    A picture elsewhere is left for what looks for references to outside.
    """
    address = str(element.get("href") or element.get(XLINK) or "")
    head, _, words = address.partition(",")
    if not head.lower().startswith("data:"):
        return
    try:
        data = base64.b64decode(unquote(words)) if head.lower().endswith(";base64") else b""
    except (binascii.Error, ValueError):
        data = b""
    inside = replace(origin, noun=f"een plaatje in {origin.noun}")
    kind = kind_of(data)
    if kind is None:
        raise inside.unusable("is geen PNG of JPEG", "exporteer de hele afbeelding als PNG")
    image = read_bitmap(data, kind, inside).image
    element.attrib.pop("href", "")
    element.set(XLINK, f"data:{image.media_type};base64,{base64.b64encode(image.data).decode()}")


def _size(root: etree._Element, origin: Origin) -> tuple[float, float]:
    width, height = length(root.get("width")), length(root.get("height"))
    box = [
        float(part)
        for part in re.findall(r"-?[0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?", root.get("viewBox") or "", re.I)
    ]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width and not height:
            height = width * box[3] / box[2]
        if height and not width:
            width = height * box[2] / box[3]
        width, height = width or box[2], height or box[3]
    if not width or not height or max(width, height) > 50_000:
        raise origin.unusable("noemt geen bruikbare maat", "geef de SVG een breedte, hoogte en viewBox")
    if max(width, height) > MAX_RATIO * min(width, height):
        raise origin.unusable("is te smal", "knip haar bij")
    return width, height
