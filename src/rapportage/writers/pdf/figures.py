"""Draw a figure once as a page of its own, and put it where the layout left room for it.

To draw a figure takes the engine as long as to draw a page of text, and nothing of it changes from one
build to the next. So the engine lays out a stand-in of the
same size that draws a picture of three pixels, and that picture makes way for the figure, a form
XObject (ISO 32000-1, 8.10), when the file is mended.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
from pikepdf import Object, Pdf

from rapportage.document import Image
from rapportage.style.fonts import Typeface
from rapportage.writers.html import IMAGE_SCHEME
from rapportage.writers.pdf.engine import Engine
from rapportage.writers.pdf.fonts import font_face_css

_VARIANT = "pdf/a-2b"
"""As strict as that of the paper about colours and fonts, but without tags: the paper has those."""
_DIGITS = 12
"""What is drawn in the unit square is many times enlarged."""
_PIXELS = "beeldpunten:"
_PAGE = """\
@page {{ size: {width}px {height}px; margin: 0 }}
html, body {{ margin: 0 }}
img {{ display: block; width: {width}px; height: {height}px }}
"""
_STAND_IN = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">
<image width="{width}" height="{height}" preserveAspectRatio="none" href="{address}"/></svg>
"""


def drawn_figure(image: Image, typefaces: Sequence[Typeface]) -> bytes:
    """An SVG as a PDF of one page of its size, its words in these typefaces.

    Raises LayoutError for what the engine complains about.
    """
    address = f"{IMAGE_SCHEME}figuur"
    css = font_face_css(typefaces) + _PAGE.format(width=image.width, height=image.height)
    engine = Engine(css, {address: (image.media_type, as_drawn(image))}, typefaces, _VARIANT)
    html = ElementTree.Element("html")
    ElementTree.SubElement(ElementTree.SubElement(html, "body"), "img", src=address, alt="")
    with pikepdf.open(BytesIO(engine.draw(engine.lay_out(html))[0])) as pdf:
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def as_drawn(image: Image) -> bytes:
    """What of a picture is drawn: of a drawing of our own that with its words as text, which are found."""
    return image.worded or image.data


def vector_names(images: Mapping[str, Image]) -> list[str]:
    """The pictures for which the layout gets a stand-in, in their order.

    Not those with a pattern, which some readers draw over its edge in a form; charts have them, and
    are drawn in no time. Nor those of less than a pixel, of which no page can be made.
    """
    return [
        name
        for name, one in images.items()
        if one.media_type == "image/svg+xml" and min(one.width, one.height) >= 1 and not _patterned(one)
    ]


def _patterned(image: Image) -> bool:
    return re.search(rb"<(?:\w+:)?pattern\b", as_drawn(image)) is not None


def stand_ins(images: Mapping[str, Image]) -> dict[str, tuple[str, bytes]]:
    """What the engine gets in their stead: media type and bytes by address."""
    files = {}
    for name in vector_names(images):
        image, pixels = images[name], pixels_of(images[name])
        address = _PIXELS + pixels.hex()
        svg = _STAND_IN.format(width=image.width, height=image.height, address=address)
        files[IMAGE_SCHEME + name] = "image/svg+xml", svg.encode()
        files[address] = "image/png", _png(pixels)
    return files


def pixels_of(image: Image) -> bytes:
    """The colours of the three pixels that stand in for this figure, which no other picture has."""
    return hashlib.sha256(as_drawn(image)).digest()[:9]


def put_figures(pdf: Pdf, drawn: Mapping[bytes, bytes]) -> None:
    """Put each figure where its stand-in is drawn; `drawn` has them by the pixels of that."""
    profile = pdf.pages[0].obj.Resources.ColorSpace.srgb[1]
    forms: dict[bytes, Object] = {}
    # Not of pages alone: what is half transparent is drawn in a form with resources of its own.
    for owner in list(pdf.objects):
        if not isinstance(owner, pikepdf.Dictionary | pikepdf.Stream) or "/Resources" not in owner:
            continue
        pictures = owner.Resources.get("/XObject", pikepdf.Dictionary())
        for key, picture in list(pictures.items()):
            pixels = _pixels_in(picture)
            if pixels in drawn:
                if pixels not in forms:
                    forms[pixels] = _form(pdf, drawn[pixels], profile)
                pictures[key] = forms[pixels]


def _pixels_in(picture: Object) -> bytes:
    """The colours of a picture that has the form of a stand-in; nothing of any other."""
    if picture.get("/Subtype") != "/Image" or [int(picture.Width), int(picture.Height)] != [1, 3]:
        return b""
    return picture.read_bytes() if picture.get("/Filter") == "/FlateDecode" else b""  # a JPEG has others


def _form(pdf: Pdf, drawn: bytes, profile: Object) -> Object:
    """The figure as a form that fills the unit square, as a picture does.

    It holds another of the figure's own size: with a matrix of its own that makes it so small, PDFium takes
    narrow letters for nothing, and does not find the words that they are in.
    """
    with pikepdf.open(BytesIO(drawn)) as figure:
        page = figure.pages[0]
        width, height = (round(1 / Decimal(str(one)), _DIGITS) for one in page.mediabox[2:])
        form = pdf.copy_foreign(page.as_form_xobject())
    _share_profile(form, profile, set())
    return pdf.make_stream(
        f"{width:f} 0 0 {height:f} 0 0 cm /Figuur Do".encode(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 1, 1],
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Figuur=form)),
    )


def _share_profile(part: object, profile: Object, seen: set[tuple[int, int]]) -> None:
    """Let all that a figure is drawn with use the paper's colour profile: it is the same, and large."""
    if not isinstance(part, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        return
    if part.is_indirect:
        if part.objgen in seen:
            return
        seen.add(part.objgen)
    if not isinstance(part, pikepdf.Array):
        for _, inner in part.items():
            _share_profile(inner, profile, seen)
    elif len(part) == 2 and part[0] == pikepdf.Name.ICCBased:
        part[1] = profile
    else:
        for inner in part.as_list():
            _share_profile(inner, profile, seen)


def _png(pixels: bytes) -> bytes:
    """A PNG of one column with these colours, three bytes each."""
    from PIL import Image as Pillow

    out = BytesIO()
    Pillow.frombytes("RGB", (1, len(pixels) // 3), pixels).save(out, "PNG")
    return out.getvalue()
