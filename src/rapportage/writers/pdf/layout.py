"""Lay out a Document as a tagged PDF.

The HTML writer's page goes through WeasyPrint with the house style's tokens and stylesheet; the tags
are written from that page (`tag_structure`), and `tags` finishes the file. The engine sees the
document's own pictures and the style's font files; any other address ends the work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree import ElementTree

from rapportage.columns import with_room_for_terms
from rapportage.document import Document, Image, Signatures, depth
from rapportage.errors import LayoutError
from rapportage.style.stamp import STAMP as STAMPED
from rapportage.style.stamp import ink
from rapportage.style.tokens import HouseStyle
from rapportage.writers.data_files import with_data
from rapportage.writers.html import IMAGE_SCHEME
from rapportage.writers.on_pages import BlockOnPage
from rapportage.writers.pdf.boxes import Pages
from rapportage.writers.pdf.engine import Engine
from rapportage.writers.pdf.extraction import keep_spaces
from rapportage.writers.pdf.figures import as_drawn, drawn_figure, pixels_of, stand_ins, vector_names
from rapportage.writers.pdf.overflow import overflowing, squeeze_tables
from rapportage.writers.pdf.page import STAMP, page_css, page_tree
from rapportage.writers.pdf.stands import notes, stands
from rapportage.writers.pdf.tag_structure import tags_of
from rapportage.writers.tag_names import titles

_VARIANT, _VARIANT_WITH_DATA = "pdf/a-2a", "pdf/a-3a"
_ONE_TOO_MANY, _LITTLE = 2, 0.25
"""A second page filled no further than this may be done without."""
_SHOWN = 40
_NARROW = "kies kortere woorden of minder kolommen, of zet de tabel op een liggende bladzijde"


@dataclass
class Layout:
    """A document in pages: on which each anchor stands (the first is 1), how many, and in what style.

    The pages are drawn when the PDF is first asked for, which takes nearly as long again.
    """

    pages: dict[str, int]
    page_count: int
    style: HouseStyle = field(repr=False)
    _document: Document = field(repr=False)
    _rendered: _Rendered | None = field(repr=False)

    @property
    def vectors(self) -> dict[str, Image]:
        """The pictures that `drawn_figure` can draw beforehand."""
        return {name: self._document.images[name] for name in vector_names(self._document.images)}

    def blocks(self) -> tuple[BlockOnPage, ...]:
        """Where each block and then each note stands on these pages, to be asked before they are drawn."""
        assert self._rendered is not None
        body = self._rendered.html.find("body")
        assert body is not None
        areas = self._rendered.pages.areas()
        return (*stands(self._document.blocks, body, areas), *notes(self._document, body, areas))

    @cached_property
    def pdf(self) -> bytes:
        """The finished PDF, as `write` gives it."""
        return self.write({})

    def write(self, figures: Mapping[str, bytes]) -> bytes:
        """The finished PDF, once; what of `vectors` is not among these figures is drawn now.

        Raises LayoutError for what the engine complains about while it draws, and for tags that
        cannot be put right.
        """
        from rapportage.writers.pdf.tags import finish

        typefaces = self.style.typefaces()
        drawn = {
            pixels_of(image): figures.get(name) or drawn_figure(image, typefaces)
            for name, image in self.vectors.items()
        }
        rendered, self._rendered = self._rendered, None
        assert rendered is not None
        pdf, marks = rendered.engine.draw(rendered.pages)
        html = rendered.html
        del rendered  # the engine's boxes take more memory than the file that is finished now
        try:
            return finish(pdf, self._document, tags_of(html, marks, titles(self._document)), marks, drawn)
        except ValueError as error:  # there are more or fewer than in the document
            raise LayoutError(f"de PDF is niet toegankelijk te maken: {error}") from None


def lay_out(document: Document, style: HouseStyle, stylesheet: str) -> Layout:
    """The document in pages in house style; a paper to be signed that nearly fits on one page is set closer.

    Raises LayoutError for anything that the engine complains about, such as a character that the
    fonts lack; MachineError when the engine's libraries are missing.
    """
    style = with_room_for_terms(document.blocks, style.for_headings(depth(document)))
    rendered = _rendered(document, style, stylesheet)
    signed = any(isinstance(block, Signatures) for block in document.blocks)
    if signed and rendered.pages.count == _ONE_TOO_MANY and rendered.pages.last_filled() < _LITTLE:
        closer = _rendered(document, style.closer(), stylesheet)
        if closer.pages.count < rendered.pages.count:
            rendered, style = closer, style.closer()
    return Layout(rendered.pages.anchors(), rendered.pages.count, style, document, rendered)


@dataclass(frozen=True, slots=True)
class _Rendered:
    """The pages as the engine made them of the tree, with the engine that can draw them."""

    engine: Engine
    pages: Pages
    html: ElementTree.Element


def _rendered(document: Document, style: HouseStyle, stylesheet: str) -> _Rendered:
    html = page_tree(document, style)
    variant = _VARIANT_WITH_DATA if with_data(document) else _VARIANT
    engine = Engine(
        page_css(document, style, stylesheet), _files(document, style), style.typefaces(), variant
    )
    pages = engine.lay_out(html)
    if squeeze_tables(pages):
        pages = engine.lay_out(html)
    if found := overflowing(pages):
        number, words = max(found, key=lambda one: len(one[1]))
        raise LayoutError(f"'{words[:_SHOWN]}' past op bladzijde {number} niet op zijn plaats", _NARROW)
    keep_spaces(pages, html)
    return _Rendered(engine, pages, html)


def _files(document: Document, style: HouseStyle) -> dict[str, tuple[str, bytes]]:
    files: dict[str, tuple[str, bytes]] = {
        IMAGE_SCHEME + key: (image.media_type, as_drawn(image)) for key, image in document.images.items()
    }
    files |= stand_ins(document.images)
    colour, opacity = ink(style)
    stamp = _STAMP_SVG.format(family=style.typeface().name, colour=colour, opacity=opacity, word=STAMPED)
    return files | {STAMP: ("image/svg+xml", stamp.encode())}


_STAMP_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200">
  <text y="16" font-family="{family}" font-weight="600" font-size="46" fill="{colour}"
    fill-opacity="{opacity}" text-anchor="middle" transform="rotate(-45)">{word}</text>
</svg>
"""
