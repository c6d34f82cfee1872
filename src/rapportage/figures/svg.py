"""Take over an SVG that stands on its own, and draw bitmaps: of one as given at once, of our own when asked.

An SVG may hold scripts, fetch files, or unpack without bound; one that does is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from rapportage.document import Image
from rapportage.errors import ContentError, Place, refusal
from rapportage.figures.raster import NotDrawn, draw, draw_bounded
from rapportage.style.lengths import MILLIMETRE, PIXEL, PIXELS_PER_INCH, POINTS

MAX_ELEMENTS = 100_000
"""The most elements that an SVG may draw, each `use` counted with what it repeats."""

BITMAP_DPI = 300
"""The resolution of a bitmap as printed."""

_TRIAL = 16
"""A drawing of so many pixels wide shows as well as a whole one whether it can be drawn."""

LARGEST = 247 * MILLIMETRE / PIXEL
"""The width and height in CSS pixels for which a bitmap is made at most, also of a larger picture."""

_XLINK = "{http://www.w3.org/1999/xlink}href"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_UNITS = {"": 1.0} | {unit: points / PIXEL for unit, points in POINTS.items()}
"""What the units of an SVG measure, in pixels."""
_LENGTH = re.compile(r"\s*((?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:e[+-]?[0-9]+)?)\s*([a-z]*)\s*", re.I)
_LONGEST_LENGTH = 40
"""So many letters at most make a length: no editor writes more."""
_OUTSIDE = re.compile(r"url\((?!\s*['\"]?\s*#)|@import|javascript:|expression\(|\\", re.I)
_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?", re.I)
_GEOMETRY = {
    *(
        "d",
        "points",
        "transform",
        "patternTransform",
        "gradientTransform",
        "viewBox",
        "x",
        "y",
        "width",
        "height",
    ),
    *("r", "rx", "ry", "cx", "cy", "fx", "fy", "x1", "y1", "x2", "y2", "dx", "dy", "refX", "refY"),
    *("markerWidth", "markerHeight", "stroke-width", "stroke-dasharray", "font-size", "stdDeviation"),
}
"""The attributes whose numbers say where and how large."""
_HUGE, _TILE = 1e7, 4096
"""Beyond these the drawing library runs out of memory: of any number, and of the side of a pattern."""
_FORBIDDEN = {
    "script",
    "foreignObject",
    "iframe",
    "handler",
    "image",
    "a",
    "animate",
    "set",
    "animateTransform",
    "animateMotion",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a picture comes from: its name, and the place that is told when it cannot be used.

    `noun` is what messages call it; `hint` the way out where that is none of those for a picture as given.
    """

    name: str
    at: Place
    noun: str = "afbeelding"
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.noun} '{self.name}'"

    def unusable(self, what: str, hint: str) -> ContentError:
        """The error for a picture with this wrong with it."""
        return refusal(f"{self} {what}", self.at, self.hint or hint, "afbeelding")


def svg_image(data: bytes, origin: Origin, *, own: bool = False) -> Image:
    """The SVG as a picture; raises ContentError when it is not safe or not whole.

    `own` says that we drew it ourselves, from a template: then it has no bitmap yet. One as given
    has, since only drawing it whole shows that it can be drawn within bounds.
    """
    root = parse_svg(data, origin)
    found = next(_dangers(root), None)
    if found is not None:
        raise origin.unusable(f"bevat {found}", "bewaar haar opnieuw als gewone SVG, zonder zulke onderdelen")
    if _weight(root) > MAX_ELEMENTS:
        raise origin.unusable("is te ingewikkeld", "bewaar haar als PNG")
    width, height = _size(root, origin)
    clean = etree.tostring(root, encoding="utf-8", xml_declaration=False)
    image = Image("image/svg+xml", clean, width, height)
    try:
        if not own:
            return replace(image, bitmap=draw_bounded(clean, *_pixels(image)))
        draw(clean, _TRIAL, max(1, min(_TRIAL, round(_TRIAL * height / width))))
    except NotDrawn:
        raise origin.unusable(
            "is niet te tekenen, of vraagt daar te veel tijd of geheugen voor",
            "maak haar eenvoudiger (zonder filters en maskers), of bewaar haar als PNG",
        ) from None
    return image


def bitmap(image: Image) -> bytes:
    """The PNG beside a drawing of our own, at BITMAP_DPI as printed."""
    return draw(image.data, *_pixels(image))


def _pixels(image: Image) -> tuple[int, int]:
    """The width and height of a bitmap; where the picture is larger than a page, of one that fits."""
    scale = BITMAP_DPI / PIXELS_PER_INCH * min(1.0, LARGEST / image.width, LARGEST / image.height)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def parse_svg(data: bytes, origin: Origin) -> etree._Element:
    """The root of the SVG, read without entities and network; raises ContentError when it is none."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise origin.unusable(
            "begint met een DOCTYPE of bevat een entiteit",
            "verwijder in een teksteditor het deel dat met <!DOCTYPE begint",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise origin.unusable("is geen geldige SVG", "bewaar haar opnieuw als SVG") from None
    if root.getroottree().docinfo.internalDTD is not None or _local(root) != "svg":
        raise origin.unusable("is geen gewone SVG", "bewaar haar opnieuw als SVG")
    return root


def _dangers(root: etree._Element) -> Iterator[str]:
    """What in this tree acts, fetches or points outside, in Dutch."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield "een verwerkingsopdracht of entiteit"
            continue
        local = _local(element)
        if local in _FORBIDDEN:
            yield f"een onderdeel <{local}>"
        if local == "style" and _OUTSIDE.search(element.text or ""):
            yield "opmaak die naar buiten verwijst"
        for key, value in element.attrib.items():
            word = str(value)
            if etree.QName(key).localname.lower().startswith("on"):
                yield f"een opdracht ({etree.QName(key).localname})"
            link = key in ("href", _XLINK) and not word.startswith("#")
            if link or key == _XML_BASE or _OUTSIDE.search(word):
                yield "een verwijzing naar buiten"
            if key in _GEOMETRY and any(abs(float(one)) > _HUGE for one in _NUMBER.findall(word)):
                yield "een getal dat te groot is om te tekenen"
        if (
            local == "pattern"
            and max(_length(element.get(side)) or 0 for side in ("width", "height")) > _TILE
        ):
            yield "een patroon dat te groot is om te tekenen"


def _weight(root: etree._Element) -> int:
    """How many elements are drawn, each `use` counted with its target; over the limit when circular."""
    by_id = {str(one.get("id")): one for one in root.iter() if one.get("id")}
    known: dict[etree._Element, int] = {}
    pending: list[tuple[etree._Element, bool]] = [(root, False)]
    active: set[etree._Element] = set()
    while pending:
        element, done = pending.pop()
        target = by_id.get(str(element.get("href") or element.get(_XLINK) or "")[1:])
        below = [*element, *([target] if target is not None and _local(element) == "use" else [])]
        if done:
            active.discard(element)
            known[element] = 1 + sum(known.get(one, MAX_ELEMENTS) for one in below)
        elif element in active:
            return MAX_ELEMENTS + 1
        elif element not in known:
            active.add(element)
            pending.append((element, True))
            pending += [(one, False) for one in below]
    return known[root]


def _size(root: etree._Element, origin: Origin) -> tuple[float, float]:
    width, height = _length(root.get("width")), _length(root.get("height"))
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
    if (
        not width
        or not height
        or max(width, height) > 50_000
        or max(width, height) > 100 * min(width, height)
    ):
        raise origin.unusable("noemt geen bruikbare maat", "geef de SVG een breedte, hoogte en viewBox")
    return width, height


def _length(text: str | None) -> float | None:
    found = _LENGTH.fullmatch((text or "")[: _LONGEST_LENGTH + 1])
    if found is None or found[2].lower() not in _UNITS:
        return None
    return float(found[1]) * _UNITS[found[2].lower()] or None


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
