"""Pictures and shapes of a template's headers and footers, drawn anew from what is known of them.

A picture keeps its place, size and crop; a shape its form, fill, line and words. What acts, leads outside or
is not known here goes, and so does a shape of which nothing is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree

from rapportage.writers.docx.ooxml import NAMESPACES, Element, el

Blocks = Callable[[etree._Element], list[Element]]
Number = Callable[[str], int]

_WPS, _WPG, _V, _O = (f"{{{NAMESPACES[one]}}}" for one in ("wps", "wpg", "v", "o"))
_VML = tuple(NAMESPACES[one] for one in ("v", "o", "w10"))
_RELATION = f"{{{NAMESPACES['r']}}}"
_LEFT_OUT = frozenset(["OLEObject", "textpath"])
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_INT, _SIZE, _SHARE, _BOOL = r"-?\d{1,9}", r"\d{1,9}", r"-?\d{1,7}", "0|1|true|false"
_HORIZONTAL = "margin|page|column|character|leftMargin|rightMargin|insideMargin|outsideMargin"
_VERTICAL = "margin|page|paragraph|line|topMargin|bottomMargin|insideMargin|outsideMargin"
_ALIGNED = {"H": "left|right|center|inside|outside", "V": "top|bottom|center|inside|outside"}
_SCHEME = "bg1|tx1|bg2|tx2|accent[1-6]|hlink|folHlink|dk1|lt1|dk2|lt2"
_GEOMETRY = (
    "rect|roundRect|ellipse|line|triangle|rtTriangle|parallelogram|trapezoid|diamond|pentagon|homePlate|chevron"
    "|round1Rect|round2SameRect|straightConnector1|flowChartProcess"
)
_DEEPEST = 5


# --- DrawingML -------------------------------------------------------------------------------


def cleaned_drawing(
    drawing: etree._Element, number: Number, blocks: Blocks, requires: str = ""
) -> Element | None:
    """A picture or shape; None where it is neither. `requires` is what a program must know to draw it."""
    placed = next(iter(drawing), None)
    if placed is None or placed.tag not in (qn("wp:inline"), qn("wp:anchor")):
        return None
    data = placed.find(f"{qn('a:graphic')}/{qn('a:graphicData')}")
    extent = _size(placed.find(qn("wp:extent")), "wp:extent")
    shape = None if data is None or len(data) != 1 else _shape(data[0], number, blocks, 0)
    if shape is None or extent is None:
        return None
    uri = str(shape.tag)[1:].partition("}")[0]
    graphic = el("a:graphic", el("a:graphicData", shape, uri=uri))
    frame = el("wp:cNvGraphicFramePr")
    made = el(
        f"wp:{_name(placed)}",
        **_attributes(placed, **dict.fromkeys(("distT", "distB", "distL", "distR"), _SIZE)),
    )
    if _name(placed) == "anchor":
        around = _anchored(placed, made)
        if around is None:
            return None
        for one in around:
            made.append(one)
    edges = _attributes(placed.find(qn("wp:effectExtent")), l=_INT, t=_INT, r=_INT, b=_INT)
    made.append(extent)
    made.append(el("wp:effectExtent", **{"l": "0", "t": "0", "r": "0", "b": "0"} | edges))
    if _name(placed) == "anchor":
        made.append(_wrap(placed))
    for one in (_described(placed, number("picture")), frame, graphic):
        made.append(one)
    result = el("w:drawing", made)
    return el("mc:AlternateContent", el("mc:Choice", result, Requires=requires)) if requires else result


def _anchored(placed: etree._Element, made: Element) -> list[Element] | None:
    """Where a floating shape stands; None where that does not say."""
    known = _attributes(placed, relativeHeight=_SIZE, behindDoc=_BOOL, layoutInCell=_BOOL, allowOverlap=_BOOL)
    free = {"simplePos": "0", "relativeHeight": "1", "behindDoc": "0", "locked": "0"}
    for key, said in (free | {"layoutInCell": "1", "allowOverlap": "1"} | known).items():
        made.set(key, said)
    found = [el("wp:simplePos", x=0, y=0)]
    for axis, bases in (("H", _HORIZONTAL), ("V", _VERTICAL)):
        position = placed.find(qn(f"wp:position{axis}"))
        base = _attributes(position, relativeFrom=bases)
        where = None if position is None else next(iter(position), None)
        text = "" if where is None else (where.text or "").strip()
        align = where is not None and where.tag == qn("wp:align")
        if not base or not re.fullmatch(_ALIGNED[axis] if align else _INT, text):
            return None
        found.append(el(f"wp:position{axis}", el("wp:align" if align else "wp:posOffset", text), **base))
    return found


def _wrap(placed: etree._Element) -> Element:
    """How text goes around a floating shape."""
    if placed.find(qn("wp:wrapNone")) is not None:
        return el("wp:wrapNone")
    if placed.find(qn("wp:wrapTopAndBottom")) is not None:
        return el("wp:wrapTopAndBottom")
    return el("wp:wrapSquare", wrapText="bothSides")


def _described(placed: etree._Element, number: int) -> Element:
    """What is read out: as the template says, and nothing where it says nothing."""
    found = placed.find(qn("wp:docPr"))
    said, name = ("", "") if found is None else (found.get(key, "").strip() for key in ("descr", "name"))
    made = el("wp:docPr", id=number, name=name[:100] or f"Afbeelding {number}", descr=said[:1000])
    if not said:
        made.append(el("a:extLst", el("a:ext", el("adec:decorative", val=1), uri=_DECORATIVE)))
    return made


def _shape(found: etree._Element, number: Number, blocks: Blocks, depth: int) -> Element | None:
    match str(found.tag):
        case tag if tag == qn("pic:pic"):
            return _picture(found, number)
        case tag if tag == f"{_WPS}wsp":
            return _box(found, number, blocks, depth)
        case tag if tag in (f"{_WPG}wgp", f"{_WPG}grpSp") and depth < _DEEPEST:
            return _group(found, number, blocks, depth)
        case _:
            return None


def _picture(found: etree._Element, number: Number) -> Element | None:
    blip = found.find(f"{qn('pic:blipFill')}/{qn('a:blip')}")
    place = _place(found.find(f"{qn('pic:spPr')}/{qn('a:xfrm')}"))
    embedded = "" if blip is None else str(blip.get(f"{_RELATION}embed", ""))
    if not embedded or place is None:
        return None
    crop = _attributes(
        found.find(f"{qn('pic:blipFill')}/{qn('a:srcRect')}"), l=_SHARE, t=_SHARE, r=_SHARE, b=_SHARE
    )
    at = number("picture")
    return el(
        "pic:pic",
        el("pic:nvPicPr", el("pic:cNvPr", id=at, name=f"Afbeelding {at}"), el("pic:cNvPicPr")),
        el(
            "pic:blipFill",
            el("a:blip", r_embed=embedded),
            el("a:srcRect", **crop) if crop else None,
            el("a:stretch", el("a:fillRect")),
        ),
        el("pic:spPr", place, el("a:prstGeom", el("a:avLst"), prst="rect")),
    )


def _box(found: etree._Element, number: Number, blocks: Blocks, depth: int) -> Element | None:
    """A shape, with words in it or not."""
    said, style = found.find(f"{_WPS}spPr"), found.find(f"{_WPS}style")
    place = None if said is None else _place(said.find(qn("a:xfrm")))
    if said is None or place is None:
        return None
    fill, line = _fill(said), _line(said.find(qn("a:ln")))
    fill = _of_style(style, "fillRef") if fill is None else fill
    line = _line_of_style(style) if line is None else line
    content = found.find(f"{_WPS}txbx/{qn('w:txbxContent')}")
    body = found.find(f"{_WPS}bodyPr")
    look = _attributes(
        body, wrap="none|square", lIns=_SIZE, tIns=_SIZE, rIns=_SIZE, bIns=_SIZE, anchor="t|ctr|b|just|dist"
    )
    at = number("picture") if depth else 0
    return el(
        "wps:wsp",
        el("wps:cNvPr", id=at, name=f"Vorm {at}") if depth else None,
        el("wps:cNvSpPr", txBox=1 if content is not None else None),
        el("wps:spPr", place, _form(said), fill, line),
        None if content is None else el("wps:txbx", el("w:txbxContent", *(blocks(content) or [el("w:p")]))),
        el("wps:bodyPr", **look),
    )


def _group(found: etree._Element, number: Number, blocks: Blocks, depth: int) -> Element | None:
    transform = found.find(f"{_WPG}grpSpPr/{qn('a:xfrm')}")
    place = _place(transform)
    inside = [one for child in found if (one := _shape(child, number, blocks, depth + 1)) is not None]
    if place is None or transform is None or not inside:
        return None
    start = _attributes(transform.find(qn("a:chOff")), x=_INT, y=_INT)
    size = _size(transform.find(qn("a:chExt")), "a:chExt")
    if len(start) == 2 and size is not None:
        place.extend((el("a:chOff", **start), size))
    at = number("picture") if depth else 0
    return el(
        f"wpg:{_name(found)}",
        el("wpg:cNvPr", id=at, name=f"Groep {at}") if depth else None,
        el("wpg:cNvGrpSpPr"),
        el("wpg:grpSpPr", place),
        *inside,
    )


def _place(transform: etree._Element | None) -> Element | None:
    """Where a shape stands within what holds it, and how large it is."""
    if transform is None:
        return None
    start = _attributes(transform.find(qn("a:off")), x=_INT, y=_INT)
    size = _size(transform.find(qn("a:ext")), "a:ext")
    turned = _attributes(transform, rot=_INT, flipH=_BOOL, flipV=_BOOL)
    return None if len(start) < 2 or size is None else el("a:xfrm", el("a:off", **start), size, **turned)


def _size(found: etree._Element | None, tag: str) -> Element | None:
    size = _attributes(found, cx=_SIZE, cy=_SIZE)
    return el(tag, **size) if len(size) == 2 else None


def _form(said: etree._Element) -> Element:
    """The outline of a shape; of one that is not known, the rectangle around it."""
    custom = said.find(f"{qn('a:custGeom')}/{qn('a:pathLst')}")
    paths = [] if custom is None else [one for one in map(_path, custom) if one is not None]
    if paths:
        empty = (el(f"a:{one}") for one in ("avLst", "gdLst", "ahLst", "cxnLst"))
        edges = el("a:rect", l="0", t="0", r="r", b="b")
        return el("a:custGeom", *empty, edges, el("a:pathLst", *paths))
    preset = _attributes(said.find(qn("a:prstGeom")), prst=_GEOMETRY)
    return el("a:prstGeom", el("a:avLst"), **preset or {"prst": "rect"})


def _path(found: etree._Element) -> Element | None:
    points = {"moveTo": 1, "lnTo": 1, "cubicBezTo": 3, "quadBezTo": 2, "close": 0}
    steps = []
    for step in found:
        name = _name(step)
        spots = [_attributes(one, x=_INT, y=_INT) for one in step.iterchildren(qn("a:pt"))]
        if name not in points or len(spots) != points[name] or not all(len(one) == 2 for one in spots):
            return None
        steps.append(el(f"a:{name}", *(el("a:pt", **one) for one in spots)))
    return el("a:path", *steps, **_attributes(found, w=_SIZE, h=_SIZE)) if steps else None


def _fill(said: etree._Element) -> Element | None:
    """What fills a shape or line: a colour, of a course of colours the first, or nothing."""
    if said.find(qn("a:noFill")) is not None:
        return el("a:noFill")
    whole, course = (
        said.find(qn("a:solidFill")),
        said.find(f"{qn('a:gradFill')}/{qn('a:gsLst')}/{qn('a:gs')}"),
    )
    return _in_colour(whole if whole is not None else course)


def _in_colour(around: etree._Element | None) -> Element | None:
    for one in () if around is None else around:
        name = _name(one)
        pattern = {"srgbClr": r"[0-9A-Fa-f]{6}", "schemeClr": _SCHEME}.get(name)
        said = _attributes(one, val=pattern) if pattern else {}
        if said:
            changes = (
                el(f"a:{_name(change)}", **known)
                for change in one
                if _name(change) in ("lumMod", "lumOff", "alpha")
                and (known := _attributes(change, val=r"\d{1,6}"))
            )
            return el("a:solidFill", el(f"a:{name}", *changes, **said))
    return None


def _line(said: etree._Element | None) -> Element | None:
    if said is None:
        return None
    fill = _fill(said)
    return None if fill is None else el("a:ln", fill, **_attributes(said, w=r"\d{1,7}"))


def _of_style(style: etree._Element | None, tag: str) -> Element | None:
    """The colour that a shape has from the theme where it says none itself."""
    found = None if style is None else style.find(qn(f"a:{tag}"))
    return None if found is None or found.get("idx", "0") == "0" else _in_colour(found)


def _line_of_style(style: etree._Element | None) -> Element | None:
    fill = _of_style(style, "lnRef")
    return None if fill is None else el("a:ln", fill, w=9525)


def _attributes(found: etree._Element | None, **known: str) -> dict[str, str]:
    """Those attributes that are known, with sound values."""
    said = {} if found is None else {key: str(found.get(key, "")) for key in known}
    return {key: one for key, one in said.items() if re.fullmatch(known[key], one)}


def _name(one: etree._Element) -> str:
    return str(one.tag).rpartition("}")[2]


# --- VML -------------------------------------------------------------------------------------


def cleaned_picture(found: etree._Element, number: Number, blocks: Blocks) -> Element | None:
    """A shape in the way of older programs; None for a watermark, and for what is no shape."""
    if any(True for _ in found.iter(f"{_V}textpath")):
        return None
    made = deepcopy(found)
    made.attrib.clear()
    _clean(made, blocks)
    for one in made.iter(f"{_V}*"):
        for key in (f"{_O}spid", "href", "target", f"{_O}href"):
            if key in one.attrib:
                del one.attrib[key]
        if one.tag != f"{_V}shapetype" and one.get("id"):
            one.set("id", f"sjabloon{number('shape')}")
    return made if len(made) else None  # type: ignore[return-value]


def _clean(around: etree._Element, blocks: Blocks) -> None:
    """Leave out all within that is not known; the words of a box are cleaned as others are."""
    for one in list(around):
        space, _, name = str(one.tag).rpartition("}")
        if one.tag == qn("w:txbxContent"):
            around.replace(one, el("w:txbxContent", *(blocks(one) or [el("w:p")])))
        elif space[1:] not in _VML or name in _LEFT_OUT:
            around.remove(one)
        else:
            _clean(one, blocks)
    for key in list(around.attrib):
        if str(key).startswith("{") and str(key)[1:].partition("}")[0] not in (*_VML, NAMESPACES["r"]):
            del around.attrib[key]


# --- what they show --------------------------------------------------------------------------


def pictured(running: Element) -> Iterator[tuple[etree._Element, str]]:
    """The elements that show a picture of the package, each with the attribute that names it."""
    yield from ((one, f"{_RELATION}embed") for one in running.iter(qn("a:blip")))
    yield from ((one, f"{_RELATION}id") for one in running.iter(f"{_V}imagedata"))


def without_picture(one: etree._Element) -> None:
    """Leave out what shows a picture that cannot be had: the whole shape in which it stands."""
    around = next(one.iterancestors(qn("w:r")), None)
    if around is not None:
        for child in list(around):
            if child.tag != qn("w:rPr"):
                around.remove(child)


def without_other_relations(running: Element) -> None:
    """Take away each id of something beside the part, but for those of pictures."""
    of_pictures = set(pictured(running))
    for one in running.iter():
        for key in list(one.attrib):
            if str(key).startswith(_RELATION) and (one, str(key)) not in of_pictures:
                del one.attrib[key]
