"""Write the stamp of a draft as a watermark that Word knows for its own."""

from __future__ import annotations

from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.ooxml import Element, el, run
from rapportage.writers.docx.package import WordPackage
from rapportage.writers.docx.theme import hexadecimal

_STAMP = "CONCEPT"
_NAME = "PowerPlusWaterMarkObject"
"""How the shapes begin to be called that 'Watermerk verwijderen' takes away."""
_SHARE = 0.85 * 46 / 200
"""The size of its letters as part of the text's width, as stylesheet and drawing make it in the PDF."""
_CAPITALS = 0.66
"""How high capitals of Source Sans Pro are, in ems."""


def watermark(word: WordPackage) -> Element:
    """The word CONCEPT slantwise behind the text, where Word's own command for it looks to take it away."""
    number = word.count("stamp")
    gallery = el("w:docPartGallery", val="Watermarks")
    properties = el(
        "w:sdtPr", el("w:id", val=word.count("container")), el("w:docPartObj", gallery, el("w:docPartUnique"))
    )
    shape = run(el("w:pict", _kind(), _shape(word, number)), properties=el("w:rPr", el("w:noProof")))
    return el("w:sdt", properties, el("w:sdtContent", shape))


def _kind() -> Element:
    """What Word calls a text that fills its shape."""
    formulas = (
        "sum #0 0 10800",
        "prod #0 2 1",
        "sum 21600 0 @1",
        "sum 0 0 @2",
        "sum 21600 0 @3",
        "if @0 @3 0",
        "if @0 21600 @1",
        "if @0 0 @2",
        "if @0 @4 21600",
        "mid @5 @6",
        "mid @8 @5",
        "mid @7 @8",
        "mid @6 @7",
        "sum @6 0 @5",
    )
    return el(
        "v:shapetype",
        el("v:formulas", *(el("v:f", eqn=formula) for formula in formulas)),
        el(
            "v:path",
            textpathok="t",
            o_connecttype="custom",
            o_connectlocs="@9,0;@10,10800;@11,21600;@12,10800",
            o_connectangles="270,180,90,0",
        ),
        el("v:textpath", on="t", fitshape="t"),
        el("v:handles", el("v:h", position="#0,bottomRight", xrange="6629,14971")),
        el("o:lock", v_ext="edit", text="t", shapetype="t"),
        id="_x0000_t136",
        coordsize="21600,21600",
        o_spt=136,
        adj="10800",
        path="m@7,l@8,m@5,21600l@6,21600e",
    )


def _shape(word: WordPackage, number: int) -> Element:
    width, height = _size(word.style)
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width:.1f}pt;height:{height:.1f}pt;"
        "rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    look = f'font-family:"{word.style.fonts()[0]}";font-size:1pt;font-weight:bold'
    return el(
        "v:shape",
        el(
            "v:textpath",
            style=look,
            trim="t",
            string=_STAMP,
        ),
        el("w10:wrap", anchorx="margin", anchory="margin"),
        id=f"{_NAME}{number}",
        o_spid=f"_x0000_s{2048 + number}",
        type="#_x0000_t136",
        alt="Concept",
        style=place,
        o_allowincell="f",
        fillcolor=f"#{hexadecimal(word.style.colour('concept')).lower()}",
        stroked="f",
    )


def _size(style: HouseStyle) -> tuple[float, float]:
    """The width and height of the word as it stands in the PDF on an upright page, before it is turned."""
    page = portrait(style)
    size = _SHARE * min(page.text_width(), page.text_height)
    return style.typeface().text_width(_STAMP, size, bold=True), _CAPITALS * size
