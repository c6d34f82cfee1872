"""What there is to tell of a template: what it lacks, what was made otherwise, and which words it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docx.oxml.ns import qn
from lxml import etree

from rapportage.document import Meta
from rapportage.dutch import date_text
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle, WordTemplate
from rapportage.writers.docx.ooxml import Element
from rapportage.writers.docx.style_xml import Style
from rapportage.writers.docx.styles import listed_styles
from rapportage.writers.docx.template.opened import value
from rapportage.writers.docx.template.paper import TemplatePaper
from rapportage.writers.docx.template.read import KINDS, PAGES, Sheet
from rapportage.writers.docx.template.table_look import TABLE

_FILLED_IN = "…"
_NOBODY = Meta(_FILLED_IN, _FILLED_IN, date.min, subject=_FILLED_IN)
"""A paper of which each fact is seen to be one that is filled in."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the template lacks of Word's own styles, what became clearer, what was left out of its margins.

    `words` are the paragraphs above and below pages, as a WordTemplate has them; `sheet` is None where
    its page is not taken over. With `has_logo` papers have no logo of their own in Word.
    """

    lacking: tuple[str, ...]
    adapted: tuple[str, ...]
    left: tuple[str, ...]
    words: tuple[str, ...]
    sheet: Sheet | None
    pictured: bool
    has_logo: bool


def told_of(own: WordTemplate, style: HouseStyle) -> Told:
    """What a paper in this template, with this house style, would make of it; the template must be sound."""
    paper = TemplatePaper(own, style, _NOBODY, 1, lambda _: 1)
    list(paper.laid.all(roles(style), ()))
    found = [paper.running(kind, page)[1] for kind in KINDS for page in PAGES]
    made = [one for one in found if one is not None]
    pictured = any(True for one in made for _ in one.iter(qn("w:drawing"), qn("w:pict")))
    words = tuple(dict.fromkeys(words for one in made for words in _words(one)))
    lacking, adapted = tuple(paper.laid.lacking), tuple(paper.laid.adapted)
    return Told(lacking, adapted, paper.left, words, paper.sheet, pictured, paper.opens_with_picture)


def roles(style: HouseStyle) -> tuple[Style, ...]:
    """The styles of paragraphs and characters that papers use."""
    return listed_styles(style, numbered=False, text_width=portrait(style).text_width())


def role_names(style: HouseStyle) -> tuple[str, ...]:
    """What the styles are called that a template may have under another name."""
    return (*(one.name for one in roles(style) if not one.helper), TABLE)


def _words(running: Element) -> Iterator[str]:
    for paragraph in running.iter(qn("w:p")):
        words = "".join(_said(paragraph)).replace(date_text(_NOBODY.date), _FILLED_IN).strip()
        if any(sign.isalnum() for sign in words):
            yield words


def _said(paragraph: etree._Element) -> Iterator[str]:
    """What a paragraph says, without the paragraphs within it, and without the numbers of pages."""
    counting = False
    for one in paragraph.iter(*map(qn, ("w:t", "w:tab", "w:ptab", "w:br", "w:cr", "w:fldChar"))):
        around = one.getparent()
        if around is None or around.tag != qn("w:r") or next(one.iterancestors(qn("w:p"))) is not paragraph:
            continue
        if one.tag == qn("w:fldChar"):
            begins = value(one, "fldCharType") == "begin"
            if begins:
                yield _FILLED_IN
            counting = begins or (counting and value(one, "fldCharType") != "end")
        elif not counting:
            yield (one.text or "") if one.tag == qn("w:t") else "\t"
