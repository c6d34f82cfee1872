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
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass, field
from functools import cached_property
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


@dataclass
class Layout:
    """A document in pages: on which each anchor stands (the first is 1), how many, and in what style.

    The pages are drawn when the PDF is first asked for, which takes as long again.
    """

    pages: dict[str, int]
    page_count: int
    style: HouseStyle = field(repr=False)
    _document: Document = field(repr=False)
    _boxes: list[_Rendered] = field(repr=False)

    @cached_property
    def pdf(self) -> bytes:
        """The finished PDF; raises LayoutError for what the engine complains about while it draws, and
        for tags that cannot be put right.
        """
        # The engine's boxes take more memory than the file, and are let go of before it is mended.
        return _mended(self._document, self._boxes.pop().draw(), self.style)


class LayoutError(Exception):
    """The PDF cannot be laid out; message and hint are Dutch."""

    def __init__(self, message: str, hint: str = _OWN_STYLE) -> None:
        self.hint = hint
        super().__init__(message)


def lay_out(document: Document, style: HouseStyle, stylesheet: str) -> Layout:
    """The document in pages in house style; a paper to be signed that nearly fits on one page is set closer.

    Raises LayoutError for anything that the engine complains about, such as a character that the
    fonts lack; MachineError when the engine's libraries are missing.
    """
    style = style.for_headings(depth(document))
    rendered = _rendered(document, style, stylesheet)
    signed = any(isinstance(block, Signatures) for block in document.blocks)
    if signed and rendered.page_count == _ONE_TOO_MANY and rendered.last_filled < _LITTLE:
        closer = _rendered(document, style.closer(), stylesheet)
        if closer.page_count < rendered.page_count:
            rendered, style = closer, style.closer()
    return Layout(rendered.pages_of_anchors(), rendered.page_count, style, document, [rendered])


def load_engine() -> None:
    """Import the layout engine, which takes a while; raises MachineError when its libraries are missing."""
    with without_machine_fonts():
        _engine()


def _mended(document: Document, pdf: bytes, style: HouseStyle) -> bytes:
    from rapportage.writers.pdf_tags import mend
    from rapportage.writers.pdf_tree import TagError

    edges = style.points("bladspiegel.boven"), style.points("bladspiegel.onder")
    try:
        return mend(pdf, link_names(document), languages_in(document), edges)
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


@dataclass(frozen=True, slots=True)
class _Rendered:
    """The pages as the engine made them, and what it may still ask for when it draws them."""

    made: Any
    fetcher: _Fetcher

    @property
    def page_count(self) -> int:
        return len(self.made.pages)

    @property
    def last_filled(self) -> float:
        """How far down the last page is filled, from 0 to 1."""
        return filled(self.made.pages[-1])

    def pages_of_anchors(self) -> dict[str, int]:
        """The page on which each anchor stands first."""
        pages: dict[str, int] = {}
        for number, page in enumerate(self.made.pages, start=1):
            for anchor in page.anchors:
                pages.setdefault(anchor, number)
        return pages

    def draw(self) -> bytes:
        """The engine's own PDF of these pages, not compressed."""
        with _at_work(), self.fetcher.listening(), _engine_faults():
            pdf: bytes = self.made.write_pdf(pdf_variant=_VARIANT, uncompressed_pdf=True)
        return pdf


def _rendered(document: Document, style: HouseStyle, stylesheet: str) -> _Rendered:
    css = page_css(document, style, stylesheet)
    html = page_tree(document)
    with _at_work():
        engine = _engine()
        fetcher = _Fetcher(engine, _files(document, style))
        fonts = engine.text.fonts.FontConfiguration()
        with fetcher.listening():
            sheet = engine.CSS(string=css, url_fetcher=fetcher, font_config=fonts)
            made = _laid_out(engine, html, fetcher, fonts, sheet)
            if squeeze_tables(made):
                made = _laid_out(engine, html, fetcher, fonts, sheet)
        if found := overflowing(made):
            number, words = max(found, key=lambda one: len(one[1]))
            raise LayoutError(f"'{words[:_SHOWN]}' past op bladzijde {number} niet op zijn plaats", _NARROW)
        keep_spaces(made, html)
    return _Rendered(made, fetcher)


@contextmanager
def _at_work() -> Iterator[None]:
    """The engine sees no fonts of the machine, and what it complains about ends the work."""
    with without_machine_fonts(), _complaints() as complaints:
        yield
    _refuse(complaints)


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

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Tell of an address that was refused meanwhile; raises LayoutError."""
        with suppress(self._engine.urls.FatalURLFetchingError):  # what was refused is remembered
            yield
        if self.refused:
            raise LayoutError(
                f"het adres '{self.refused[0]}' hoort niet bij het document en wordt niet opgehaald"
            )

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


_STAMP_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200">
  <text y="16" font-family="{family}" font-weight="600" font-size="46" fill="{colour}"
    text-anchor="middle" transform="rotate(-45)">CONCEPT</text>
</svg>
"""
