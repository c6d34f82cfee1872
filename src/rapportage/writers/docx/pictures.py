"""Write a picture with its alternative text: among words, or over the margin of a page."""

from __future__ import annotations

from dataclasses import dataclass

from docx.opc.part import Part

from rapportage.document import Image
from rapportage.writers.docx.ooxml import NAMESPACES, Element, el, run
from rapportage.writers.docx.package import WordPackage

_EMU = 12700
"""English Metric Units in a point."""
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with what it shows, in points as large as it is shown; an empty `alt` decorates.

    `name` is what Word's list of objects calls it, and `owner` the part in which it stands, where that is
    not the main one.
    """

    image: Image
    alt: str
    width: float
    height: float
    name: str = ""
    owner: Part | None = None

    def size(self) -> dict[str, int]:
        """Width and height as attributes."""
        return {"cx": round(self.width * _EMU), "cy": round(self.height * _EMU)}


def in_line(word: WordPackage, picture: Picture) -> Element:
    """A run with the picture as one large letter."""
    return _drawn(word, picture, "wp:inline")


def in_corner(word: WordPackage, picture: Picture, bottom: float) -> Element:
    """A run with the picture in the upper margin, against the right edge of the text and down to `bottom`.

    It floats, so that the line in which it stands keeps its height.
    """
    at = {
        "positionH": ("rightMargin", -picture.width),
        "positionV": ("page", bottom - picture.height),
    }
    return _drawn(word, picture, "wp:anchor", **at)


def _drawn(word: WordPackage, picture: Picture, tag: str, **at: tuple[str, float]) -> Element:
    number = word.count("picture")
    name = picture.name or f"Afbeelding {number}"
    graphic = el("a:graphicData", _picture(word, picture, number, name), uri=NAMESPACES["pic"])
    floats = tag == "wp:anchor"
    free = {"simplePos": 0, "relativeHeight": 1, "behindDoc": 1, "locked": 0, "layoutInCell": 1}
    return run(
        el(
            "w:drawing",
            el(
                tag,
                el("wp:simplePos", x=0, y=0) if floats else None,
                *(
                    el(f"wp:{axis}", el("wp:posOffset", str(round(offset * _EMU))), relativeFrom=base)
                    for axis, (base, offset) in at.items()
                ),
                el("wp:extent", **picture.size()),
                el("wp:effectExtent", l=0, t=0, r=0, b=0),
                el("wp:wrapNone") if floats else None,
                _properties(picture, number, name),
                el("wp:cNvGraphicFramePr", el("a:graphicFrameLocks", noChangeAspect=1)),
                el("a:graphic", graphic),
                distT=0,
                distB=0,
                distL=0,
                distR=0,
                **(free | {"allowOverlap": 1} if floats else {}),
            ),
        )
    )


def _properties(picture: Picture, number: int, name: str) -> Element:
    """Where Word keeps the alternative text, or the word that there is nothing to tell."""
    if picture.alt:
        return el("wp:docPr", id=number, name=name, descr=picture.alt)
    decorative = el("a:ext", el("adec:decorative", val=1), uri=_DECORATIVE_EXTENSION)
    return el("wp:docPr", el("a:extLst", decorative), id=number, name=name, descr="")


def _picture(word: WordPackage, picture: Picture, number: int, name: str) -> Element:
    shape = el(
        "pic:spPr",
        el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", **picture.size())),
        el("a:prstGeom", el("a:avLst"), prst="rect"),
    )
    return el(
        "pic:pic",
        el(
            "pic:nvPicPr",
            el("pic:cNvPr", id=number, name=name, descr=picture.alt),
            el("pic:cNvPicPr", el("a:picLocks", noChangeAspect=1)),
        ),
        el("pic:blipFill", _blip(word, picture), el("a:stretch", el("a:fillRect"))),
        shape,
    )


def _blip(word: WordPackage, picture: Picture) -> Element:
    """The picture itself; a drawing has its bitmap there, and stands in an extension beside it."""
    image, owner = picture.image, picture.owner
    if image.media_type != "image/svg+xml":
        return el("a:blip", r_embed=word.picture(image.media_type, image.data, owner))
    if not image.bitmap:
        raise ValueError("a drawing goes into Word with its bitmap only")
    bitmap = word.picture("image/png", image.bitmap, owner)
    drawing = el("asvg:svgBlip", r_embed=word.picture(image.media_type, image.data, owner))
    return el("a:blip", el("a:extLst", el("a:ext", drawing, uri=_SVG_EXTENSION)), r_embed=bitmap)
