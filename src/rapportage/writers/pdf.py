"""Lay out a Document as a tagged PDF.

The HTML writer's page goes through WeasyPrint with the house style's tokens and stylesheet, and
`pdf_tags` mends what the engine leaves open. Nothing is fetched: the engine sees the document's
own pictures and the house's font files, and any other address ends the work. A word of warning
from the engine ends it too, since it is always about something that the reader would miss.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from rapportage.document import Document, Signatures, depth
from rapportage.errors import MachineError
from rapportage.fonts import FAMILY
from rapportage.house_style import HouseStyle
from rapportage.machine import missing_libraries, remedy
from rapportage.writers.html import IMAGE_SCHEME
from rapportage.writers.pdf_fonts import font_files, without_machine_fonts
from rapportage.writers.pdf_page import STAMP, link_names, page_css, page_tree
from rapportage.writers.pdf_roles import languages_in
from rapportage.writers.pdf_width import filled, overflowing, squeeze_tables
from rapportage.writers.pdf_words import keep_spaces

_VARIANT = "pdf/a-2a"
_ONE_TOO_MANY, _LITTLE = 2, 0.25
"""A second page filled no further than this may be done without."""
_SHOWN = 40
_NARROW = "kies kortere woorden of minder kolommen, of zet de tabel op een liggende bladzijde"
_OWN_STYLE = "controleer de eigen stijl en figuren; zonder eigen 'templates' ligt het aan rapportage zelf"


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished PDF, the page on which each anchor stands (the first is 1), and the style it is set in."""

    pdf: bytes = field(repr=False)
    pages: dict[str, int]
    page_count: int
    style: HouseStyle = field(repr=False)


class LayoutError(Exception):
    """The PDF cannot be laid out; message and hint are Dutch."""

    def __init__(self, message: str, hint: str = _OWN_STYLE) -> None:
        self.hint = hint
        super().__init__(message)


def lay_out(document: Document, style: HouseStyle, stylesheet: str) -> Layout:
    """The document as PDF in house style; a paper to be signed that nearly fits on one page is set closer.

    Raises LayoutError for anything that the engine complains about, such as a character that the
    fonts lack, and for tags that cannot be put right; MachineError when the engine's libraries are missing.
    """
    style = style.for_headings(depth(document))
    drawn = _draw(document, style, stylesheet)
    signed = any(isinstance(block, Signatures) for block in document.blocks)
    if signed and drawn.page_count == _ONE_TOO_MANY and drawn.last_filled < _LITTLE:
        closer = _draw(document, style.closer(), stylesheet)
        drawn = closer if closer.page_count < drawn.page_count else drawn
    return Layout(_mended(document, drawn), drawn.pages, drawn.page_count, drawn.style)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the engine made of the document, and how far down its last page is filled."""

    pdf: bytes
    pages: dict[str, int]
    page_count: int
    last_filled: float
    style: HouseStyle


def _draw(document: Document, style: HouseStyle, stylesheet: str) -> _Drawn:
    css = page_css(document, style, stylesheet)
    with without_machine_fonts(), _complaints() as complaints:
        engine = _engine()
        rendered, pdf = _render(engine, page_tree(document), css, _files(document, style))
    _refuse(complaints)
    # The engine's boxes take more memory than the file, and are let go of here.
    pages = _pages_of_anchors(rendered)
    return _Drawn(pdf, pages, len(rendered.pages), filled(rendered.pages[-1]), style)


def _mended(document: Document, drawn: _Drawn) -> bytes:
    from rapportage.writers.pdf_tags import mend
    from rapportage.writers.pdf_tree import TagError

    edges = drawn.style.points("bladspiegel.boven"), drawn.style.points("bladspiegel.onder")
    try:
        return mend(drawn.pdf, link_names(document), languages_in(document), edges)
    except TagError as error:
        raise LayoutError(f"de PDF is niet toegankelijk te maken: {error}") from None


# --- the engine ------------------------------------------------------------------------------


def _engine() -> Any:
    try:
        # Where its libraries are missing, the engine prints an English notice before it fails.
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
            import weasyprint
            import weasyprint.text.fonts
            import weasyprint.urls
    except OSError:
        raise _lacking() from None
    return weasyprint


def _lacking() -> MachineError:
    missing = ", ".join(missing_libraries()) or "een bibliotheek voor de opmaak (Pango of HarfBuzz)"
    return MachineError(f"op deze computer ontbreekt {missing}", remedy())


def _render(
    engine: Any, html: ElementTree.Element, css: str, addresses: Mapping[str, tuple[str, bytes]]
) -> tuple[Any, bytes]:
    fetcher = _Fetcher(engine, addresses)
    fonts = engine.text.fonts.FontConfiguration()
    try:
        sheet = engine.CSS(string=css, url_fetcher=fetcher, font_config=fonts)
        rendered = _laid_out(engine, html, fetcher, fonts, sheet)
        if squeeze_tables(rendered):
            rendered = _laid_out(engine, html, fetcher, fonts, sheet)
        if found := overflowing(rendered):
            number, words = max(found, key=lambda one: len(one[1]))
            raise LayoutError(f"'{words[:_SHOWN]}' past op bladzijde {number} niet op zijn plaats", _NARROW)
        keep_spaces(rendered, html)
        with _engine_faults():
            pdf = rendered.write_pdf(pdf_variant=_VARIANT, uncompressed_pdf=True)
    except engine.urls.FatalURLFetchingError:
        pass  # the fetcher remembers what it refused
    if fetcher.refused:
        raise LayoutError(
            f"het adres '{fetcher.refused[0]}' hoort niet bij het document en wordt niet opgehaald"
        )
    return rendered, pdf


def _laid_out(engine: Any, html: ElementTree.Element, fetcher: _Fetcher, fonts: Any, sheet: Any) -> Any:
    page = _page(engine, html, fetcher)
    with _engine_faults():
        return page.render(font_config=fonts, stylesheets=[sheet], pdf_variant=_VARIANT)


@contextmanager
def _engine_faults() -> Iterator[None]:
    """What the engine cannot do, such as some mixtures of styles, is told as something of the layout."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        raise LayoutError(f"de opmaak loopt vast: {type(error).__name__}: {error}") from error


def _page(engine: Any, tree: ElementTree.Element, fetcher: _Fetcher) -> Any:
    """The page as the engine wants it; its own parser would part our elements as HTML 5 does."""
    from cssselect2 import ElementWrapper

    page = engine.HTML(string="<p>", url_fetcher=fetcher)
    page.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
    page.etree_element = tree
    return page


class _Fetcher:
    """What the engine calls for every address; it knows the ones given and refuses all others."""

    _fail_on_errors = True  # the engine reads it: a refusal ends the layout

    def __init__(self, engine: Any, addresses: Mapping[str, tuple[str, bytes]]) -> None:
        self.refused: list[str] = []
        self._engine = engine
        self._addresses = {engine.urls.iri_to_uri(address): file for address, file in addresses.items()}

    def __call__(self, url: str) -> Any:
        if url not in self._addresses:
            self.refused.append(url)
            raise PermissionError(url)
        media_type, data = self._addresses[url]
        return self._engine.urls.URLFetcherResponse(url, data, headers={"Content-Type": media_type})


def _files(document: Document, style: HouseStyle) -> dict[str, tuple[str, bytes]]:
    files: dict[str, tuple[str, bytes]] = {
        IMAGE_SCHEME + key: (image.media_type, image.data) for key, image in document.images.items()
    }
    files |= {address: ("font/ttf", data) for address, data in font_files().items()}
    stamp = _STAMP_SVG.format(family=FAMILY, colour=style.colour("concept"))
    return files | {STAMP: ("image/svg+xml", stamp.encode())}


@contextmanager
def _complaints() -> Iterator[list[logging.LogRecord]]:
    """Every log line of warning or worse that the engine writes meanwhile."""
    handler = _Listener()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [(logger, logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
    try:
        yield handler.records
    finally:
        for logger, level, propagate in before:
            logger.removeHandler(handler)
            logger.setLevel(level)
            logger.propagate = propagate


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def _refuse(complaints: list[logging.LogRecord]) -> None:
    lines = [line.getMessage() for line in complaints if not str(line.msg).startswith(_DECORATION)]
    if any("HarfBuzz-Subset" in line for line in lines):
        raise _lacking()
    if lines:
        raise LayoutError("de PDF is niet gemaakt; de opmaak meldt: " + "; ".join(dict.fromkeys(lines)))


_DECORATION = 'Image "%s" has no required alt description'
"""A picture without alternative text is decoration here, and pdf_tags makes it an artifact."""


def _pages_of_anchors(rendered: Any) -> dict[str, int]:
    pages: dict[str, int] = {}
    for number, page in enumerate(rendered.pages, start=1):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages


_STAMP_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200">
  <text y="16" font-family="{family}" font-weight="600" font-size="46" fill="{colour}"
    text-anchor="middle" transform="rotate(-45)">CONCEPT</text>
</svg>
"""
