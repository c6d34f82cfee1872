"""What a template gives a paper: styles, theme and fonts, and the page with its headers and footers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from docx.oxml.ns import qn
from lxml import etree

from rapportage.bounds import MAX_TEMPLATE_ELEMENTS
from rapportage.writers.docx.ooxml import Element
from rapportage.writers.docx.template.extent import text_begins
from rapportage.writers.docx.template.looks import Styles, theme_of
from rapportage.writers.docx.template.opened import Opened, TemplateError, opened, value

KINDS = ("header", "footer")
PAGES = ("default", "first", "even")
_HEAD = ("header", "default")
_DEEPEST = 100
"""So many elements stand within each other at most: each is looked into from the one around it."""
"""What runs along pages, and which pages Word tells apart."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An upright page in points, with how far header and footer stand from the paper's edge."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float

    def page(self) -> dict[str, float]:
        """The measures that a page of a paper has too, by the names of those."""
        return {one: getattr(self, one) for one in ("width", "height", "top", "right", "bottom", "left")}


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it was read; its elements are shared, and copied before anything is changed in them.

    `running` names the parts of headers and footers by kind and page, of the pages that tell most.
    `sheet` is None where it has no upright page.
    """

    parts: Opened = field(repr=False)
    styles: Styles
    theme: Element | None
    fonts: Element | None
    settings: Element | None
    sheet: Sheet | None
    running: Mapping[tuple[str, str], str]


@lru_cache(maxsize=4)
def read_template(data: bytes) -> Template:
    """The template in these bytes; raises TemplateError where it cannot or may not be used."""
    parts = opened(data)

    def beside(kind: str) -> Element | None:
        name = parts.beside(kind)
        return parts.xml(name) if name else None

    theme, fonts, settings, styles = map(beside, ("theme", "fontTable", "settings", "styles"))
    if styles is None:
        raise TemplateError("heeft geen stijlen", "open het in Word en bewaar het als Word-sjabloon (*.dotx)")
    body = parts.xml(parts.main).find(qn("w:body"))
    sections = [] if body is None else list(_sections(body, parts))
    sheet, running = _best(sections, parts, settings)
    return Template(parts, Styles(styles, theme_of(theme)), theme, fonts, settings, sheet, running)


# --- which pages -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Section:
    properties: etree._Element
    running: Mapping[tuple[str, str], str]


def _sections(body: etree._Element, parts: Opened) -> Iterator[_Section]:
    """The sections in order; what one does not say of headers and footers, it has of the one before."""
    named: dict[tuple[str, str], str] = {}
    relations = parts.relations.get(parts.main, {})
    for properties in body.iter(qn("w:sectPr")):
        for kind in KINDS:
            for reference in properties.findall(qn(f"w:{kind}Reference")):
                relation = relations.get(reference.get(qn("r:id"), ""))
                page = value(reference, "type") or "default"
                if relation is not None and relation.kind == kind and page in PAGES:
                    named[kind, page] = relation.target
        yield _Section(properties, dict(named))


def _best(
    sections: list[_Section], parts: Opened, settings: Element | None
) -> tuple[Sheet | None, Mapping[tuple[str, str], str]]:
    """The page of the section that shows most of the house: the last that numbers its pages, if any does."""
    even = settings is not None and _is_on(settings.find(qn("w:evenAndOddHeaders")))
    best: tuple[int, Sheet | None, Mapping[tuple[str, str], str]] = (-1, None, {})
    for section in sections:
        sheet = _sheet(section.properties)
        if sheet is None:
            continue
        running = _shown(section, even=even)
        elements = {name: parts.xml(name) for name in set(running.values())}
        if any(map(_is_too_much, elements.values())):
            raise TemplateError("heeft een kop- of voettekst die te ingewikkeld is", "maak die eenvoudiger")
        told = [elements[name] for (_, page), name in running.items() if page == "default"]
        weight = sum(is_said(one) for one in told) + 2 * any(map(has_page_number, told))
        if weight >= best[0]:
            heads = [elements[name] for (kind, page), name in running.items() if (kind, page) == _HEAD]
            best = weight, replace(sheet, top=_top(sheet, heads)), running
    return best[1], best[2]


def _is_too_much(running: Element) -> bool:
    """Whether a header or footer has more elements, or deeper ones, than any that people make."""
    for count, one in enumerate(running.iter()):
        if count > MAX_TEMPLATE_ELEMENTS or (not len(one) and sum(1 for _ in one.iterancestors()) > _DEEPEST):
            return True
    return False


def _top(sheet: Sheet, heads: list[Element]) -> float:
    """Where text can begin below what hangs in the upper margin."""
    tops = (text_begins(one, sheet.header, sheet.top, sheet.height) for one in heads)
    return max([sheet.top, *tops])


def _shown(section: _Section, *, even: bool) -> dict[tuple[str, str], str]:
    """The headers and footers that a section shows; a first page that is not apart has the others'."""
    apart = _is_on(section.properties.find(qn("w:titlePg")))
    shown: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        for page in PAGES if even else PAGES[:2]:
            of = page if page != "first" or apart else "default"
            if name := section.running.get((kind, of)):
                shown[kind, page] = name
    return shown


def is_said(running: Element) -> bool:
    """Whether a header or footer shows anything."""
    seen = ("w:drawing", "w:pict", "w:instrText", "w:fldSimple", "w:sym", "w:tbl")
    return any(True for _ in running.iter(*map(qn, seen))) or any(
        (one.text or "").strip() for one in running.iter(qn("w:t"))
    )


def has_page_number(running: Element) -> bool:
    """Whether a field in it gives the number of the page."""
    said = [one.text or "" for one in running.iter(qn("w:instrText"))]
    said += [value(one, "instr") for one in running.iter(qn("w:fldSimple"))]
    return any(one.split()[:1] == ["PAGE"] for one in said)


def _sheet(properties: etree._Element) -> Sheet | None:
    """The page of a section in points; None for one that lies, or that does not say."""
    size, margins = properties.find(qn("w:pgSz")), properties.find(qn("w:pgMar"))
    width, height = _points(size, "w"), _points(size, "h")
    if size is None or margins is None or not 0 < width <= height:
        return None
    left, right, gutter, header, footer = (
        max(0.0, _points(margins, side)) for side in ("left", "right", "gutter", "header", "footer")
    )
    top, bottom = abs(_points(margins, "top")), abs(_points(margins, "bottom"))
    return Sheet(width, height, top, right, bottom, left + gutter, min(header, top), min(footer, bottom))


def _points(element: etree._Element | None, attribute: str) -> float:
    text = value(element, attribute)
    return int(text) / 20 if text.lstrip("-").isdecimal() and len(text) < 7 else 0.0


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and value(element) not in ("0", "false", "off")
