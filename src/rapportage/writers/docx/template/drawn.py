"""Pictures and shapes of a template's headers and footers, without what acts or leads outside."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree

from rapportage.writers.docx.ooxml import NAMESPACES, Element, el

Blocks = Callable[[etree._Element], list[Element]]
Number = Callable[[str], int]

_DRAWN = tuple(NAMESPACES[one] for one in ("wp", "a", "pic", "wps", "wpg"))
_VML = tuple(NAMESPACES[one] for one in ("v", "o", "w10"))
_GRAPHICS = (
    NAMESPACES["pic"],
    NAMESPACES["wps"],
    NAMESPACES["wpg"],
)
_LEFT_OUT = frozenset(
    ["extLst", "hlinkClick", "hlinkHover", "hlinkMouseOver", "OLEObject", "textpath", "linkedTxbx"]
)
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_RELATION = f"{{{NAMESPACES['r']}}}"


def cleaned_drawing(
    drawing: etree._Element, number: Number, blocks: Blocks, requires: str = ""
) -> Element | None:
    """A picture or shape; None where it is neither. `requires` is what a program must know to draw it."""
    placed = next(iter(drawing), None)
    if placed is None or placed.tag not in (qn("wp:inline"), qn("wp:anchor")):
        return None
    graphic = placed.find(f"{qn('a:graphic')}/{qn('a:graphicData')}")
    if graphic is None or graphic.get("uri") not in _GRAPHICS or placed.find(qn("wp:docPr")) is None:
        return None
    made = deepcopy(placed)
    _clean(made, _DRAWN, blocks)
    for one in made.iter(qn("wp:docPr"), qn("pic:cNvPr"), f"{{{NAMESPACES['wps']}}}cNvPr"):
        _name(one, number("picture"))
    whole = made.find(qn("wp:docPr"))
    if whole is not None and not whole.get("descr"):
        whole.set("descr", "")
        whole.append(el("a:extLst", el("a:ext", el("adec:decorative", val=1), uri=_DECORATIVE)))
    result = el("w:drawing", made)  # type: ignore[arg-type]
    if not requires:
        return result
    return el("mc:AlternateContent", el("mc:Choice", result, Requires=requires))


def cleaned_picture(found: etree._Element, number: Number, blocks: Blocks) -> Element | None:
    """A shape in the way of older programs; None for a watermark, and for what is no shape."""
    if any(True for _ in found.iter(f"{{{NAMESPACES['v']}}}textpath")):
        return None
    made = deepcopy(found)
    made.attrib.clear()
    _clean(made, _VML, blocks)
    for one in made.iter(f"{{{NAMESPACES['v']}}}*"):
        for key in (f"{{{NAMESPACES['o']}}}spid", "href", "target", f"{{{NAMESPACES['o']}}}href"):
            if key in one.attrib:
                del one.attrib[key]
        if one.tag != f"{{{NAMESPACES['v']}}}shapetype" and one.get("id"):
            one.set("id", f"sjabloon{number('shape')}")
    return made if len(made) else None  # type: ignore[return-value]


def _clean(around: etree._Element, known: tuple[str, ...], blocks: Blocks) -> None:
    """Leave out all within that is not known; the words of a box are cleaned as others are."""
    for one in list(around):
        space, _, name = str(one.tag).rpartition("}")
        if one.tag == qn("w:txbxContent"):
            content = el("w:txbxContent", *(blocks(one) or [el("w:p")]))
            around.replace(one, content)
        elif space[1:] not in known or name in _LEFT_OUT:
            around.remove(one)
        else:
            _clean(one, known, blocks)
    for key in list(around.attrib):
        if str(key).startswith("{") and str(key)[1:].partition("}")[0] not in (*known, NAMESPACES["r"]):
            del around.attrib[key]


def _name(one: etree._Element, number: int) -> None:
    one.set("id", str(number))
    one.set("name", (one.get("name") or f"Afbeelding {number}")[:100])


def pictured(running: Element) -> list[tuple[etree._Element, str]]:
    """The elements that show a picture of the package, each with the attribute that names it."""
    found = [(one, f"{_RELATION}embed") for one in running.iter(qn("a:blip"))]
    found += [(one, f"{_RELATION}id") for one in running.iter(f"{{{NAMESPACES['v']}}}imagedata")]
    return found


def without_picture(one: etree._Element) -> None:
    """Leave out what shows a picture that cannot be had: the whole shape in which it stands."""
    around = next(one.iterancestors(qn("w:r")), None)
    if around is not None:
        for child in list(around):
            if child.tag != qn("w:rPr"):
                around.remove(child)


def without_other_relations(running: Element) -> None:
    """Take away each id of something beside the part, but for those of pictures."""
    of_pictures = {(one, key) for one, key in pictured(running)}
    for one in running.iter():
        for key in list(one.attrib):
            if str(key).startswith(_RELATION) and (one, str(key)) not in of_pictures:
                del one.attrib[key]
