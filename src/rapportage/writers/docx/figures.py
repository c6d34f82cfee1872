"""Write figures: pictures with alternative texts, alone or side by side."""

from __future__ import annotations

from docx.shared import Pt

from rapportage.document import Figure, FigurePair, Image
from rapportage.writers.docx.captions import caption, source
from rapportage.writers.docx.ooxml import NAMESPACES, Element, el, paragraph, properties_of, run
from rapportage.writers.docx.package import WordPackage

_EMU = 12700
"""English Metric Units in a point."""
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def write_figure(word: WordPackage, figure: Figure, *, half: bool = False) -> list[Element]:
    """The picture, over the text's width or half of it, its caption, and its source, kept together."""
    below = source(word, figure)
    named = caption(word, figure, keep_next=bool(below))
    picture = run(el("w:drawing", _inline_picture(word, figure, half=half)))
    return [paragraph("Figuur", *word.identified(figure, [picture])), *named, *below]


def write_pair(word: WordPackage, pair: FigurePair) -> list[Element]:
    """Two figures, the right one in the second column of their section.

    A table would be read out as data. Columns are read in the right order, left with its caption
    and then right, and hold in LibreOffice too.
    """
    left, right = (write_figure(word, figure, half=True) for figure in (pair.left, pair.right))
    for figure in (left, right):
        properties_of(figure[0]).spacing_before = Pt(0)  # the section above leaves the space
    properties_of(right[0]).addnext(run(el("w:br", type_="column")))
    return [*left, *right]


# --- pictures --------------------------------------------------------------------------------


def _inline_picture(word: WordPackage, figure: Figure, *, half: bool) -> Element:
    image = word.document.images[figure.image]
    width, height = word.page.shown(image.width, image.height, half=half)
    size = {"cx": round(width * _EMU), "cy": round(height * _EMU)}
    number = word.count("picture")
    graphic = el("a:graphicData", _picture(word, figure, image, number, size), uri=NAMESPACES["pic"])
    return el(
        "wp:inline",
        el("wp:extent", **size),
        el("wp:effectExtent", l=0, t=0, r=0, b=0),
        _properties(figure, number),
        el("wp:cNvGraphicFramePr", el("a:graphicFrameLocks", noChangeAspect=1)),
        el("a:graphic", graphic),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )


def _properties(figure: Figure, number: int) -> Element:
    """Where Word keeps the alternative text, or the word that there is nothing to tell."""
    name = figure.label or f"Afbeelding {number}"
    if figure.alt:
        return el("wp:docPr", id=number, name=name, descr=figure.alt)
    decorative = el("a:ext", el("adec:decorative", val=1), uri=_DECORATIVE_EXTENSION)
    return el("wp:docPr", el("a:extLst", decorative), id=number, name=name, descr="")


def _picture(word: WordPackage, figure: Figure, image: Image, number: int, size: dict[str, int]) -> Element:
    shape = el(
        "pic:spPr",
        el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", **size)),
        el("a:prstGeom", el("a:avLst"), prst="rect"),
    )
    return el(
        "pic:pic",
        el(
            "pic:nvPicPr",
            el("pic:cNvPr", id=number, name=figure.label or f"Afbeelding {number}", descr=figure.alt),
            el("pic:cNvPicPr", el("a:picLocks", noChangeAspect=1)),
        ),
        el("pic:blipFill", _blip(word, image), el("a:stretch", el("a:fillRect"))),
        shape,
    )


def _blip(word: WordPackage, image: Image) -> Element:
    """The picture itself; a drawing has its bitmap there, and stands in an extension beside it."""
    if image.media_type != "image/svg+xml":
        return el("a:blip", r_embed=word.picture(image.media_type, image.data))
    if not image.bitmap:
        raise ValueError("a drawing goes into Word with its bitmap only")
    bitmap = word.picture("image/png", image.bitmap)
    drawing = el("asvg:svgBlip", r_embed=word.picture(image.media_type, image.data))
    return el("a:blip", el("a:extLst", el("a:ext", drawing, uri=_SVG_EXTENSION)), r_embed=bitmap)
