"""The layout engine, fenced in: it sees the files it is given, no fonts of the machine, and no network.

A word of warning from the engine ends the work, since it is always about something that the reader
would miss.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout, suppress
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from rapportage.errors import LayoutError, MachineError
from rapportage.faults import of_machine
from rapportage.machine import by_name_only, engine_looks_there, missing_libraries, remedy
from rapportage.style.fonts import Typeface
from rapportage.writers.pdf.boxes import Mark, Pages
from rapportage.writers.pdf.fonts import font_files, forget_machine_fonts
from rapportage.writers.pdf.time_limit import OutOfTime, time_limit

if TYPE_CHECKING:
    from rapportage.writers.pdf.fetcher import Fetcher


def load_engine() -> Any:
    """The engine's module, which takes a while to import; raises MachineError when its libraries lack."""
    forget_machine_fonts()
    try:
        # Where its libraries are missing, the engine prints an English notice before it fails.
        with by_name_only(), engine_looks_there(), warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
            import weasyprint
            import weasyprint.text.fonts
            import weasyprint.urls
    except OSError:
        raise _lacking() from None
    return weasyprint


LEAST_SECONDS, SECONDS_PER_ELEMENT = 30.0, 0.02
"""The processor time that a layout may take; thirty pages have some 3000 elements, and take 4 s."""
_ENDLESS = "kijk in templates/document.css of een maat, een herhaling of een var(…) zonder einde is"


class Engine:
    """The engine with one stylesheet, typefaces and the files that a page may name, by address.

    `variant` is the kind of PDF. Every method raises LayoutError for what the engine complains about.
    """

    def __init__(
        self,
        css: str,
        files: Mapping[str, tuple[str, bytes]],
        typefaces: Iterable[Typeface],
        variant: str,
    ) -> None:
        self._variant = variant
        self._seconds = LEAST_SECONDS
        self._module = load_engine()
        fonts = {address: ("font/ttf", data) for address, data in font_files(typefaces).items()}
        self._fetcher = _fetcher({**files, **fonts})
        with self._at_work():
            self._fonts = self._module.text.fonts.FontConfiguration()
            self._sheet = self._module.CSS(string=css, url_fetcher=self._fetcher, font_config=self._fonts)

    def lay_out(self, html: ElementTree.Element) -> Pages:
        """The page with its text divided over pages."""
        self._seconds = LEAST_SECONDS + sum(1 for _ in html.iter()) * SECONDS_PER_ELEMENT
        with self._at_work():
            page = _page(self._module, html, self._fetcher)
            with _faults(self._seconds):
                made = page.render(
                    font_config=self._fonts, stylesheets=[self._sheet], pdf_variant=self._variant
                )
        return Pages(made)

    def draw(self, pages: Pages) -> tuple[bytes, list[Mark]]:
        """The engine's PDF of these pages, not compressed and without tags, and all that it marked."""
        with self._at_work(), _faults(self._seconds), pages.marks() as marks:
            pdf: bytes = pages.made.write_pdf(pdf_variant=self._variant, uncompressed_pdf=True)
        return pdf, marks

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        stopped = self._module.urls.FatalURLFetchingError  # for an address that the fetcher remembers
        with _complaints() as complaints, suppress(stopped):
            yield
        if self._fetcher.refused:
            address = self._fetcher.refused[0]
            raise LayoutError(f"het adres '{address}' hoort niet bij het document en wordt niet opgehaald")
        _refuse(complaints)


_WITHOUT = """\
Of maak de PDF op met typst, dat niets van de computer nodig heeft: zet 'opmaak: typst' in organisatie.yaml,
of bouw met --engine typst."""


def _lacking() -> MachineError:
    missing = ", ".join(missing_libraries()) or "een bibliotheek voor de opmaak (Pango of HarfBuzz)"
    return MachineError(f"op deze computer ontbreekt {missing}", f"{remedy()}\n{_WITHOUT}")


@contextmanager
def _faults(seconds: float) -> Iterator[None]:
    """What the engine cannot do, such as some mixtures of styles, is told as something of the layout.

    So is what it has not done in so many seconds of processor time.
    """
    try:
        with time_limit(seconds):
            yield
    except OutOfTime:
        message = f"de opmaak was na {seconds:.0f} seconden nog niet klaar"
        raise LayoutError(message, _ENDLESS) from None
    except MemoryError:
        raise LayoutError("voor de opmaak is te weinig geheugen", _ENDLESS) from None
    except Exception as error:
        if of_machine(error) is not None:
            raise
        raise LayoutError(f"de opmaak loopt vast: {type(error).__name__}: {error}") from error


def _fetcher(files: Mapping[str, tuple[str, bytes]]) -> Fetcher:
    from rapportage.writers.pdf.fetcher import Fetcher

    return Fetcher(files)


def _page(engine: Any, tree: ElementTree.Element, fetcher: Fetcher) -> Any:
    """The page as the engine wants it; its own parser would part our elements as HTML 5 does."""
    from cssselect2 import ElementWrapper

    page = engine.HTML(string="<p>", url_fetcher=fetcher)
    page.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
    page.etree_element = tree
    return page


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
    lines = [line.getMessage() for line in complaints]
    if any("HarfBuzz-Subset" in line for line in lines):
        raise _lacking()
    if lines:
        raise LayoutError("de PDF is niet gemaakt; de opmaak meldt: " + "; ".join(dict.fromkeys(lines)))
