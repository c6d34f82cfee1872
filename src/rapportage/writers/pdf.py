"""Lay out a Document as a tagged PDF.

The HTML writer's page goes through WeasyPrint with the house style's tokens and stylesheet, and
`pdf_tags` mends what the engine leaves open. Nothing is fetched: the engine sees the document's
own pictures and the house's font files, and any other address ends the work. A word of warning
from the engine ends it too, since it is always about something that the reader would miss.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from rapportage.document import (
    Document,
    Figure,
    FigurePair,
    Heading,
    Image,
    Landscape,
    List,
    Signatures,
    Table,
    depth,
    plain,
    walk,
)
from rapportage.errors import MachineError
from rapportage.fonts import FAMILY
from rapportage.house_style import HouseStyle
from rapportage.machine import missing_libraries, remedy
from rapportage.writers.html import IMAGE_SCHEME, write_html
from rapportage.writers.pdf_fonts import font_face_css, font_files, without_machine_fonts
from rapportage.writers.pdf_lines import TOGETHER, hold_days, hold_last_words
from rapportage.writers.pdf_roles import BEGINNINGS, languages_in, tree_of
from rapportage.writers.pdf_tables import DECIMALS, align_decimals
from rapportage.writers.pdf_words import HYPHENATION, keep_spaces

_VARIANT = "pdf/a-2a"
_ONE_TOO_MANY = 2
_STAMP = "huisstijl:concept"


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished PDF, the page on which each anchor stands (the first is 1), and the style it is set in."""

    pdf: bytes = field(repr=False)
    pages: dict[str, int]
    page_count: int
    style: HouseStyle = field(repr=False)


class LayoutError(Exception):
    """The PDF cannot be laid out; the message is Dutch."""


def lay_out(document: Document, style: HouseStyle, stylesheet: str) -> Layout:
    """The document as PDF in house style; a paper to be signed that nearly fits on one page is set closer.

    Raises LayoutError for anything that the engine complains about, such as a character that the
    fonts lack, and for tags that cannot be put right; MachineError when the engine's libraries are missing.
    """
    style = style.for_headings(depth(document))
    layout = _lay_out(document, style, stylesheet)
    signed = any(isinstance(block, Signatures) for block in document.blocks)
    if signed and layout.page_count == _ONE_TOO_MANY:
        closer = _lay_out(document, style.closer(), stylesheet)
        if closer.page_count < layout.page_count:
            return closer
    return layout


def _lay_out(document: Document, style: HouseStyle, stylesheet: str) -> Layout:
    from rapportage.writers.pdf_tags import mend
    from rapportage.writers.pdf_tree import TagError

    css = "\n".join(
        (
            font_face_css(),
            style.css(),
            _page_css(document),
            _figure_css(document, style),
            stylesheet,
            BEGINNINGS,
            DECIMALS,
            TOGETHER,
            HYPHENATION,
        )
    )
    with without_machine_fonts(), _complaints() as complaints:
        engine = _engine()
        tree = tree_of(_markup(document))
        align_decimals(tree)
        hold_days(tree)
        hold_last_words(tree)
        rendered, pdf = _render(engine, tree, css, _files(document, style))
    _refuse(complaints)
    try:
        edges = style.points("bladspiegel.boven"), style.points("bladspiegel.onder")
        mended = mend(pdf, _link_names(document), languages_in(document), edges)
    except TagError as error:
        raise LayoutError(f"de PDF is niet toegankelijk te maken: {error}") from None
    return Layout(mended, _pages_of_anchors(rendered), len(rendered.pages), style)


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
        page = _page(engine, html, fetcher)
        rendered = page.render(font_config=fonts, stylesheets=[sheet], pdf_variant=_VARIANT)
        keep_spaces(rendered, html)
        pdf = rendered.write_pdf(pdf_variant=_VARIANT)
    except engine.urls.FatalURLFetchingError:
        pass  # the fetcher remembers what it refused
    if fetcher.refused:
        raise LayoutError(
            f"het adres '{fetcher.refused[0]}' hoort niet bij het document en wordt niet opgehaald"
        )
    return rendered, pdf


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
    return files | {_STAMP: ("image/svg+xml", stamp.encode())}


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


# --- what the stylesheet must know of this document ------------------------------------------


def _head(document: Document) -> str:
    """The facts that the engine copies into the PDF's metadata."""
    day = document.meta.date.isoformat()
    facts = {"generator": "rapportage", "dcterms.created": day, "dcterms.modified": day}
    if document.meta.subject:
        facts["description"] = document.meta.subject
    return "".join(f'<meta name="{name}" content={quoteattr(value)}/>\n' for name, value in facts.items())


def _markup(document: Document) -> str:
    """The document's HTML, with the space before an inline element in an element of its own.

    WeasyPrint 70 looks for a line's last break in the text before such an element; where the
    line begins in mid-word and the text ends with a space, it finds a hyphen in the first word.
    """
    return _SPACE.sub("<span> </span>", write_html(document, head_extra=_head(document)))


_SPACE = re.compile(r" (?=<(?:a|em|span|strong|sub|sup)\b)")


def _page_css(document: Document) -> str:
    """The words in the margins, the stamp of a draft, bookmarks without notes, and where lists begin."""
    meta = document.meta
    footer = "".join(f"{part} · " for part in (meta.running_title or meta.title, meta.author) if part)
    stamp = f'url("{_STAMP}")' if meta.concept else "none"
    lines = [
        f":root {{ --kopregel: {_string(meta.title)}; --voetregel: {_string(footer)}; --stempel: {stamp} }}"
    ]
    lines += [
        f"[id={_string(block.id)}] {{ bookmark-label: {_string(_title(block))} }}"
        for block in walk(document.blocks)
        if isinstance(block, Heading)
    ]
    starts = {block.start for block in walk(document.blocks) if isinstance(block, List) and block.start != 1}
    lines += [f'ol[start="{start}"] {{ counter-reset: list-item {start - 1} }}' for start in sorted(starts)]
    return "\n".join(lines)


def _figure_css(document: Document, style: HouseStyle) -> str:
    """The width of each picture: as it wants to be shown, but no higher than the page allows."""
    height, width = style.points("bladspiegel.hoogte"), style.points("bladspiegel.breedte")
    margins = style.points("bladspiegel.boven") + style.points("bladspiegel.onder")
    share = style.points("figuur.hoogste")
    sides = style.points("bladspiegel.binnen") + style.points("bladspiegel.buiten")
    portrait = width - sides, (height - margins) * share
    landscape = height - 2 * style.points("bladspiegel.onder"), (width - margins) * share
    rules = []
    for key, image in document.images.items():
        picture = f"img[src={_string(IMAGE_SCHEME + key)}]"
        rules.append(f"{picture} {{ width: {_shown(image, portrait[1])} }}")
        rules.append(f".liggend {picture} {{ width: {_shown(image, landscape[1])} }}")
    for block in document.blocks:
        wide, highest = landscape if isinstance(block, Landscape) else portrait
        half = (wide - style.points("ruimte.naast-figuur")) / 2
        for pair in walk((block,)):
            if isinstance(pair, FigurePair):
                rules += _level_captions(document, pair, half, highest)
    return "\n".join(rules)


def _level_captions(document: Document, pair: FigurePair, room: float, highest: float) -> Iterator[str]:
    """Room above the caption of the lower of two pictures, so that both captions begin at one height."""
    heights = []
    for figure in (pair.left, pair.right):
        image = document.images[figure.image]
        heights.append(min(image.height * 0.75, highest, room * image.height / image.width))
    for figure, height in zip((pair.left, pair.right), heights, strict=True):
        if figure.id and height < max(heights):
            caption = f"[id={_string(figure.id)}] figcaption"
            yield f"{caption} {{ padding-top: {max(heights) - height:.6g}pt }}"


def _shown(image: Image, room: float) -> str:
    return f"{min(image.width, room / 0.75 * image.width / image.height):.6g}px"


def _link_names(document: Document) -> dict[str, str]:
    """What each anchor is called, for readers who hear a link instead of seeing it."""
    names: dict[str, str] = {}
    for block in walk(document.blocks):
        match block:
            case Heading():
                names[block.id] = _title(block)
            case Table() | Figure() if block.id:
                names[block.id] = ": ".join(filter(None, (block.label, plain(block.caption))))
            case _:
                pass
    return names


def _title(heading: Heading) -> str:
    return " ".join(f"{heading.label} {plain(heading.content)}".split())


def _string(text: str) -> str:
    """The text as a CSS string."""
    return '"' + re.sub(r'["\\\n\r\f]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'


_STAMP_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200">
  <text y="16" font-family="{family}" font-weight="600" font-size="46" fill="{colour}"
    text-anchor="middle" transform="rotate(-45)">CONCEPT</text>
</svg>
"""
