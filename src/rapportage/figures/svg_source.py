"""Read an SVG, without what only its editor needs, and find in it what acts, fetches or is not drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from rapportage.bounds import MAX_ATTRIBUTES, MAX_ELEMENTS, MAX_SVG_BYTES
from rapportage.errors import ContentError
from rapportage.figures.origin import Origin
from rapportage.style.lengths import PIXEL, POINTS

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_KEPT = ("", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
"""The namespaces of attributes that say something of the picture; '' is that of the SVG itself."""
_NOTE = re.compile(r"content$|data-|aria-")
"""The attributes in which a program keeps its own source, and which nobody draws."""

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>")
"""One that only says that an SVG follows; one with declarations has a bracket."""
_WIDE = b"\xff\xfe", b"\xfe\xff"
"""How a text of two bytes a letter begins."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")

_UNITS = {"": 1.0} | {unit: points / PIXEL for unit, points in POINTS.items()}
"""What the units of an SVG measure, in pixels."""
_LENGTH = re.compile(r"\s*((?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:e[+-]?[0-9]+)?)\s*([a-z]*)\s*", re.I)
_FEW_SIGNS = 5_000
"""So many = in one element are no attributes that a program wrote; fewer are soon read and then counted."""
_LONGEST_LENGTH = 40
"""So many letters at most make a length: no editor writes more."""
_OUTSIDE = re.compile(r"url\((?!\s*+['\"]?+\s*+#)|@import|javascript:|expression\(|\\", re.I)
_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?", re.I)
_PLACES = (
    "d points transform patternTransform gradientTransform viewBox x y width height r rx ry cx cy fx fy "
    "x1 y1 x2 y2 dx dy refX refY markerWidth markerHeight stroke-width stroke-dasharray font-size "
    "stdDeviation"
)
_GEOMETRY = frozenset(_PLACES.split())
"""The attributes whose numbers say where and how large."""
_HUGE, _HUGE_OWN, _TILE = 1e9, 1e7, 4096
"""Beyond these the drawing library runs out of memory: of any number, and of the side of a pattern.

One as given is drawn in a process of its own, and PowerPoint counts in 360,000th parts of a centimetre.
"""
_NAMES = (
    "svg g defs symbol use switch a style title desc view path rect circle ellipse line "
    "polyline polygon text tspan textPath tref linearGradient radialGradient stop pattern clipPath mask "
    "marker filter"
)
_DRAWN = frozenset(_NAMES.split())
"""The elements that the drawing library draws or needs; `fe…` are the filters' own."""
_LEFT_OUT = "metadata", "font", "font-face"
"""The elements that are not drawn here: words get the style's font."""
_FONT_FACE = re.compile(r"@font-face\s*+\{[^{}]*+\}", re.I)
_TAKEN = "data:image/png;base64,", "data:image/jpeg;base64,"
"""How a picture begins that was judged and stands in the SVG itself."""
_NO_PICTURE = "bewaar haar opnieuw als gewone SVG, zonder zulke onderdelen, of exporteer haar als PNG"
AS_PATHS = "zet haar woorden in het tekenprogramma om in paden, of exporteer haar als PNG"
"""What to do about words that the fonts cannot show."""
_SYMBOL_FONT = r"\W*+(Wingdings(?: [23])?|Webdings|Symbol|Zapf ?Dingbats)(?:MT|-Regular)?\b"
_SYMBOLS = re.compile(_SYMBOL_FONT, re.I)
_STYLED = re.compile(r"font-family\s*+:" + _SYMBOL_FONT, re.I)
_WAYS_OUT = {
    "foreignObject": "exporteer haar als PNG (in draw.io: Bestand > Exporteren als > PNG)",
    "flowRoot": "kies in Inkscape Tekst > Omzetten naar tekst, of exporteer haar als PNG",
}
"""What to do about an element that is not drawn, where more can be said than of any."""


def parse_svg(data: bytes, origin: Origin) -> etree._Element:
    """The root of the SVG, read without entities and network; raises ContentError when it is none."""
    if len(data) > MAX_SVG_BYTES:
        raise origin.unusable(f"is groter dan {MAX_SVG_BYTES // 1_000_000} MB", "bewaar haar als PNG")
    data = _DOCTYPE.sub(b"", _in_bytes(data, origin), count=1)
    if _is_too_much(data):
        raise too_heavy(origin)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise origin.unusable(
            "bevat een DOCTYPE met eigen regels of een entiteit",
            "bewaar haar opnieuw als gewone SVG, zonder bewerkingsgegevens van het programma, of als PNG",
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
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" in str(error):
            raise too_heavy(origin) from None
        if "limit exceeded" in str(error):
            hint = "exporteer haar als PNG of JPEG"
            raise origin.unusable("bevat een onderdeel van meer dan 10 MB", hint) from None
        raise origin.unusable("is geen geldige SVG", "bewaar haar opnieuw als SVG") from None
    if root.getroottree().docinfo.internalDTD is not None or local_name(root) != "svg":
        raise origin.unusable("is geen gewone SVG", "bewaar haar opnieuw als SVG")
    if any(len(one.attrib) > MAX_ATTRIBUTES for one in root.iter(etree.Element)):
        raise too_heavy(origin)
    return root


def _is_too_much(data: bytes) -> bool:
    """Whether there are more elements, or attributes of one, than reading them should take."""
    if data.count(b"<") > 4 * MAX_ELEMENTS:  # an element ends with another, and notes to oneself are read too
        return True
    return data.count(b"=") > _FEW_SIGNS and any(
        element.count(b"=") > _FEW_SIGNS for element in data.split(b"<")
    )


def too_heavy(origin: Origin) -> ContentError:
    """The error for an SVG that takes too long to read or to draw."""
    return origin.unusable("is te ingewikkeld", "bewaar haar als PNG")


def _in_bytes(data: bytes, origin: Origin) -> bytes:
    """The SVG with a byte for each letter of its markup."""
    if not data.startswith(_WIDE):
        return data
    try:
        return _DECLARATION.sub("", data.decode("utf-16"), count=1).encode()
    except UnicodeError:
        raise origin.unusable("is geen geldige SVG", "bewaar haar opnieuw als SVG") from None


def only_drawn(root: etree._Element) -> None:
    """Take out what other programs keep in an SVG for themselves, and where its links lead.

    What Inkscape notes of itself names files of the author's machine, and is drawn by nobody.
    """
    own = etree.QName(root).namespace or ""
    for element in [one for one in root.iter() if isinstance(one.tag, str)]:
        name = etree.QName(element)
        if name.localname in _LEFT_OUT or (name.namespace or "") != own:
            _drop(element)
            continue
        if name.localname == "style" and element.text:
            element.text = _FONT_FACE.sub("", element.text)
        for key in [str(key) for key in element.attrib]:
            namespace, _, local = key.removeprefix("{").rpartition("}")
            link = name.localname == "a" and local == "href"
            # An empty style is none, but the drawing library makes black of it.
            if namespace not in _KEPT or link or _NOTE.match(local) or not str(element.get(key)).strip():
                del element.attrib[key]
    if not own:  # as pages of the web have it
        for element in root.iter():
            if isinstance(element.tag, str):
                element.tag = f"{SVG}{element.tag}"


def _drop(element: etree._Element) -> None:
    """Take an element out, and leave the words that stand behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def dangers(root: etree._Element, *, own: bool) -> Iterator[tuple[str, str]]:
    """What in this tree acts, fetches, points outside or is not drawn, in Dutch, each with the way out.

    `own` says that a template wrote it: then there may be no pictures in it.
    """
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield "een verwerkingsopdracht of entiteit", _NO_PICTURE
            continue
        local = local_name(element)
        drawn = not own if local == "image" else local in _DRAWN or local.startswith("fe")
        if not drawn:
            yield f"een onderdeel <{local}>", _WAYS_OUT.get(local, _NO_PICTURE)
        for what in _in_words(element, local, _HUGE_OWN if own else _HUGE):
            yield what, _NO_PICTURE
        if found := _in_symbols(element):
            yield f"woorden in {found}, dat tekens in plaats van letters heeft", AS_PATHS


def _in_words(element: etree._Element, local: str, most: float) -> Iterator[str]:
    """What in the words and attributes of an element acts, points outside or has no bounds."""
    if local == "style" and _OUTSIDE.search(element.text or ""):
        yield "opmaak die naar buiten verwijst"
    for key, value in element.attrib.items():
        word, name = str(value), str(key)
        if name.lower().startswith("on"):
            yield f"een opdracht ({name})"
        taken = local == "image" and word.startswith(_TAKEN)
        link = name in ("href", XLINK) and not word.startswith("#") and not taken
        if link or name == _XML_BASE or _OUTSIDE.search(word):
            yield "een verwijzing naar buiten"
        if name in _GEOMETRY and any(abs(float(one)) > most for one in _NUMBER.findall(word)):
            yield "een getal dat te groot is om te tekenen"
    sides = (length(element.get(side)) or 0 for side in ("width", "height"))
    if local == "pattern" and max(sides) > _TILE:
        yield "een patroon dat te groot is om te tekenen"


def _in_symbols(element: etree._Element) -> str | None:
    """The font in whose stead another would show letters that nobody wrote; None where there is none."""
    named = _SYMBOLS.match(element.get("font-family", ""))
    styled = _STYLED.search(
        element.get("style", "") + (element.text or "" if local_name(element) == "style" else "")
    )
    found = named or styled
    return found[1] if found else None


def weight(root: etree._Element) -> int:
    """How many elements are drawn, each `use` counted with its target; over the limit when circular."""
    by_id = {str(one.get("id")): one for one in root.iter() if one.get("id")}
    known: dict[etree._Element, int] = {}
    pending: list[tuple[etree._Element, bool]] = [(root, False)]
    active: set[etree._Element] = set()
    while pending:
        element, done = pending.pop()
        target = by_id.get(str(element.get("href") or element.get(XLINK) or "")[1:])
        below = [*element, *([target] if target is not None and local_name(element) == "use" else [])]
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


def length(text: str | None) -> float | None:
    """The length that an attribute names, in CSS pixels; None where it names none, or a share of another."""
    found = _LENGTH.fullmatch((text or "")[: _LONGEST_LENGTH + 1])
    if found is None or found[2].lower() not in _UNITS:
        return None
    return float(found[1]) * _UNITS[found[2].lower()] or None


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; '' for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
