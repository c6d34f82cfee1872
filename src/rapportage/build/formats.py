"""The formats of the papers, and the engines that lay them out: a row each, and no other place names one.

An engine lays a paper out and so knows its pages. It draws one format itself, in the process that
laid out; every other is written from the Document and the numbers of its pages. A new format or
engine is a module of the writers and a row here. What a row calls is imported when it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from rapportage.document import Document, Images
    from rapportage.figures.cache import FigureCache
    from rapportage.style.tokens import HouseStyle
    from rapportage.writers.on_pages import BlockOnPage


class Layout(Protocol):
    """A paper in pages: on which each anchor stands (the first is 1), how many, and in what style."""

    @property
    def pages(self) -> Mapping[str, int]:
        """The page of each anchor."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""

    @property
    def style(self) -> HouseStyle:
        """The style that the paper was laid out in, which may be closer than was asked for."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What a format needs to know of a layout that was made in another process."""

    of: Mapping[str, int]
    count: int
    style: HouseStyle


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is written from the Document, by the suffix of its files.

    `load` reads in what writes it, `prepare` draws what it shows of pictures, kept or new, and gives them
    with that.
    """

    suffix: str
    load: Callable[[], None]
    prepare: Callable[[FigureCache, Images], Images]
    write: Callable[[Document, Pages, bool], bytes]


@dataclass(frozen=True, slots=True)
class Engine:
    """A layout engine, and the format that it draws, by the suffix of its files.

    `template` is the file among the templates that says what its pages look like. `prepare` draws
    beforehand, and keeps, what `draw` will show of pictures. `blocks` tells where blocks stand, before pages
    are drawn.
    """

    name: str
    suffix: str
    template: str
    load: Callable[[], None]
    lay_out: Callable[[Document, HouseStyle, str], Layout]
    prepare: Callable[[FigureCache, Images, HouseStyle], object]
    draw: Callable[[Any, FigureCache], bytes]
    blocks: Callable[[Any], tuple[BlockOnPage, ...]]


# --- docx ------------------------------------------------------------------------------------


def _load_docx() -> None:
    import rapportage.writers.docx.document  # noqa: F401


def _with_bitmaps(cache: FigureCache, images: Images) -> Images:
    """The pictures as Word wants them, with a bitmap beside each drawing."""
    return cache.with_bitmaps(images)


def _write_docx(document: Document, pages: Pages, embed_fonts: bool) -> bytes:
    from rapportage.writers.docx.document import write_docx

    return write_docx(document, pages.style, pages.of, page_count=pages.count, embed_fonts=embed_fonts)


# --- pdf, by WeasyPrint ------------------------------------------------------------------------


def _load_weasyprint() -> None:
    from rapportage.writers.pdf.engine import load_engine

    load_engine()


def _lay_out_with_weasyprint(document: Document, style: HouseStyle, stylesheet: str) -> Layout:
    from rapportage.writers.pdf.layout import lay_out

    return lay_out(document, style, stylesheet)


def _draw_forms(cache: FigureCache, images: Images, style: HouseStyle) -> Mapping[str, bytes]:
    """Each drawing as a page of its own, the last first: another process may have begun at the first."""
    from rapportage.writers.pdf.figures import drawn_figure, vector_names

    typefaces = style.typefaces()
    kind = " ".join(("pdf", *(one.digest for one in typefaces[:-1])))
    draw = partial(drawn_figure, typefaces=typefaces)
    return {name: cache.form(images[name], kind, draw) for name in reversed(vector_names(images))}


def _draw_pdf(layout: Any, cache: FigureCache) -> bytes:
    pdf: bytes = layout.write(_draw_forms(cache, layout.vectors, layout.style))
    return pdf


def _blocks_of_weasyprint(layout: Any) -> tuple[BlockOnPage, ...]:
    blocks: tuple[BlockOnPage, ...] = layout.blocks()
    return blocks


# --- pdf, by typst -----------------------------------------------------------------------------


def _load_typst() -> None:
    import rapportage.writers.typst.layout
    import rapportage.writers.typst.mend  # noqa: F401  (both are read in while another process reads content)
    from rapportage.writers.typst.engine import load_engine

    load_engine()


def _lay_out_with_typst(document: Document, style: HouseStyle, template: str) -> Layout:
    from rapportage.build.own_layout import is_own, lay_out_within_bounds

    if is_own(template):
        return lay_out_within_bounds(document, style, template)
    from rapportage.writers.typst.layout import lay_out

    return lay_out(document, style, template)


def _draw_nothing(cache: FigureCache, images: Images, style: HouseStyle) -> None:
    """The engine takes drawings as they are."""
    del cache, images, style


def _draw_typst(layout: Any, cache: FigureCache) -> bytes:
    del cache
    pdf: bytes = layout.pdf
    return pdf


def _blocks_elsewhere(layout: Any) -> tuple[BlockOnPage, ...]:
    """Pages of this engine to look at are drawn by themselves, and tell it then (`shown`)."""
    del layout
    return ()


# --- the tables --------------------------------------------------------------------------------

WRITTEN = {one.suffix: one for one in (Format("docx", _load_docx, _with_bitmaps, _write_docx),)}
"""The formats that are written from the Document."""

ENGINES = {
    one.name: one
    for one in (
        Engine(
            "weasyprint",
            "pdf",
            "document.css",
            _load_weasyprint,
            _lay_out_with_weasyprint,
            _draw_forms,
            _draw_pdf,
            _blocks_of_weasyprint,
        ),
        Engine(
            "typst",
            "pdf",
            "document.typ",
            _load_typst,
            _lay_out_with_typst,
            _draw_nothing,
            _draw_typst,
            _blocks_elsewhere,
        ),
    )
}
"""The layout engines by name; the first is used where none is chosen."""

ENGINE = next(iter(ENGINES.values()))

TEMPLATES = tuple(one.template for one in ENGINES.values())
"""What says how pages look, for each engine, by its file among the templates."""

FORMATS = tuple(dict.fromkeys((*WRITTEN, *(one.suffix for one in ENGINES.values()))))
"""The forms that each paper comes in, by the suffixes of their files."""

TRACKED = "docx"
"""The one of them that can hold changes which a reader accepts or rejects."""
