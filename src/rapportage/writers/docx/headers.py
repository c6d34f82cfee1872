"""Write what stands above and below the pages: the words, the logo, and the stamp of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt

from rapportage.running import footer_words
from rapportage.style.page import APART, portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.ooxml import Element, el, field, paragraph, properties_of, root, run, text
from rapportage.writers.docx.package import WordPackage
from rapportage.writers.docx.pictures import Picture, in_corner
from rapportage.writers.docx.style_xml import twips
from rapportage.writers.docx.template.paper import TemplatePaper
from rapportage.writers.docx.template.read import KINDS, PAGES
from rapportage.writers.docx.theme import colour, ground
from rapportage.writers.docx.watermark import watermark
from rapportage.writers.logo import running_logo

_BESIDE_LOGO = 6.0
"""What stays free between the words above a page and the logo, in points."""


def references(word: WordPackage, headed_by: int) -> Iterator[Element]:
    """What a section names of headers and footers: in the first all, in others a header that is another.

    The first page has no words above it. The others are headed by the headings of level `headed_by`, or by
    the paper's title for 0. There is one footer for all but the first page, so that a clerk edits one.
    """
    first = not word.running
    if word.template is not None:
        if first:
            yield from running_in_template(word, word.template)
    elif first:
        yield _header_reference(word, headed_by)
        yield _reference(word, "footer", "default", _footer(word))
        yield _reference(word, "header", "first", _header(word, []))
        yield _reference(word, "footer", "first", _footer(word))
    elif headed_by != word.headed_by:
        yield _header_reference(word, headed_by)
    word.headed_by = headed_by


def _header_reference(word: WordPackage, level: int) -> Element:
    """The header with headings of this level, which is written once."""
    if level not in word.headers:
        reference = _reference(word, "header", "default", _header(word, _heading_above(word, level)))
        word.headers[level] = reference
    return deepcopy(word.headers[level])


def _reference(word: WordPackage, kind: str, page: str, element: Element) -> Element:
    """What names a new header or footer in the properties of a section."""
    word.running.append(element)
    part = word.beside(f"{kind}{word.count(kind)}", kind, element)
    if kind == "header" and page == "default":
        element[0].extend(_running_logo(word, part))
    return el(f"w:{kind}Reference", type_=page, r_id=word.attach(part, kind))


def _heading_above(word: WordPackage, level: int) -> list[Element]:
    """The paper's title, or fields in which Word puts number and words of a heading on the page or before it.

    They show nothing until Word lays out the pages; who knows no such field leaves the place empty.
    """
    if level == 0:
        return [run(*text(word.document.meta.title))]
    number = [*field(f"STYLEREF {level} \\n", ""), run(*text(" "))] if level > 1 else []
    return [*number, *field(f"STYLEREF {level}", "")]


def running_in_template(word: WordPackage, template: TemplatePaper) -> Iterator[Element]:
    """The template's headers and footers, with what ours say and those leave out; ours where it has none.

    What it shows on pages of two kinds is one part for both.
    """
    made: dict[tuple[str, bool, bool], str] = {}
    for page in PAGES if template.even else PAGES[:2]:
        no_title, no_number = template.lacks(page)
        for kind in KINDS:
            name, element = template.running(kind, page)
            ours = (no_title, no_number) if kind == "footer" else (False, False)
            key = (name if element is not None else f"{kind} {page}", *ours)
            if key not in made:
                made[key] = _in_template(word, template, kind, page, name, element, *ours)
            yield el(f"w:{kind}Reference", type_=page, r_id=made[key])


def _in_template(
    word: WordPackage,
    template: TemplatePaper,
    kind: str,
    page: str,
    name: str,
    element: Element | None,
    no_title: bool,
    no_number: bool,
) -> str:
    """A header or footer as a part of its own; the id of its relationship."""
    theirs = element is not None
    if element is None and kind == "header":
        element = _header(word, [] if page == "first" else _heading_above(word, 0))
    elif element is None:
        element = _footer(word)
    elif kind == "header" and word.document.meta.concept:
        first = next(element.iterchildren(qn("w:p")))
        properties_of(first).addnext(watermark(word))
    elif kind == "footer" and (no_title or no_number):
        line = _footer_line(word, title=no_title, number=no_number)
        if any(True for _ in element.iter(qn("wp:anchor"), qn("w:pict"))):
            _on_paper(line, word.style)
        element.insert(0, line)
    if theirs and kind == "header":
        template.keep_clear(element)
    word.running.append(element)
    part = word.beside(f"{kind}{word.count(kind)}", kind, element)
    if theirs:
        template.give_pictures(name, element, lambda media, data: word.picture(media, data, part))
    elif kind == "header" and page != "first":
        element[0].extend(_running_logo(word, part))
    return word.attach(part, kind)


def _header(word: WordPackage, content: list[Element]) -> Element:
    stamp = [watermark(word)] if word.document.meta.concept else []
    logo = running_logo(word.document, word.style) if content else None
    above = paragraph("Header", *stamp, *content)
    if logo:
        properties_of(above).ind_right = Pt(logo[1] + _BESIDE_LOGO)  # words go on below, and not behind it
    pictured = ("wp", "a", "pic", "asvg", "adec") if logo else ()
    return root("w:hdr", above, spaces=("r", *pictured, "v", "o", "w10"))


def _running_logo(word: WordPackage, part: Part) -> list[Element]:
    """The logo over the margin above the text, which is not read out: the paper opens with it."""
    found = running_logo(word.document, word.style)
    if found is None:
        return []
    key, width, height = found
    picture = Picture(word.document.images[key], "", width, height, "Logo", part)
    return [in_corner(word, picture, portrait(word.style).top - APART)]


def _footer(word: WordPackage) -> Element:
    """The paper and whose it is, and the page's number as far out as figures reach."""
    page = portrait(word.style)
    line = paragraph("Footer", run(*text(footer_words(word.document.meta)), el("w:tab")), *_page_number(word))
    properties = properties_of(line)
    properties[0].addnext(el("w:tabs", el("w:tab", val="right", pos=twips(page.block_width()))))
    if page.overhang:
        properties.ind_right = Pt(-page.overhang)
    return root("w:ftr", line, spaces=("r",))


def _page_number(word: WordPackage) -> list[Element]:
    """Its number, of how many."""
    return [*field("PAGE", "1"), run(*text(" van ")), *field("NUMPAGES", str(word.page_count))]


def _on_paper(line: Element, style: HouseStyle) -> None:
    """Let words have the paper's colour behind them: nobody knows what a picture draws there."""
    for one in line.iter(qn("w:r")):
        one.insert(0, el("w:rPr", ground(colour(style, "papier"))))


def _footer_line(word: WordPackage, *, title: bool, number: bool) -> Element:
    """What a template's footer does not say: the paper and whose it is, and its number of how many."""
    words = footer_words(word.document.meta) if title else ""
    between = run(*text(f"{words} · ")) if number and words else run(*text(words))
    return paragraph("Footer", *([between] if words else []), *(_page_number(word) if number else []))
