"""What there is to tell of a template: what it lacks, what was made otherwise, and which words it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docx.oxml.ns import qn

from rapportage.document import Meta
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle, WordTemplate
from rapportage.writers.docx.ooxml import Element
from rapportage.writers.docx.style_xml import Style
from rapportage.writers.docx.styles import listed_styles
from rapportage.writers.docx.template.paper import TemplatePaper
from rapportage.writers.docx.template.read import KINDS, PAGES, Sheet

_NOBODY = Meta("", "", date(2000, 1, 1))


@dataclass(frozen=True, slots=True)
class Told:
    """What the template lacks of Word's own styles, what became clearer, what was left out of its margins.

    `words` are the paragraphs above and below pages, `sheet` is None where its page is not taken over.
    """

    lacking: tuple[str, ...]
    adapted: tuple[str, ...]
    left: tuple[str, ...]
    words: tuple[str, ...]
    sheet: Sheet | None
    pictured: bool


def told_of(own: WordTemplate, style: HouseStyle) -> Told:
    """What a paper in this template, with this house style, would make of it; the template must be sound."""
    paper = TemplatePaper(own, style, _NOBODY, 1, lambda _: 1)
    list(paper.laid.all(roles(style), ()))
    found = [paper.running(kind, page)[1] for kind in KINDS for page in PAGES]
    made = [one for one in found if one is not None]
    pictured = any(True for one in made for _ in one.iter(qn("w:drawing"), qn("w:pict")))
    words = tuple(dict.fromkeys(words for one in made for words in _words(one)))
    lacking, adapted = tuple(paper.laid.lacking), tuple(paper.laid.adapted)
    return Told(lacking, adapted, paper.left, words, paper.sheet, pictured)


def roles(style: HouseStyle) -> tuple[Style, ...]:
    """The styles of paragraphs and characters that papers use."""
    return listed_styles(style, numbered=False, text_width=portrait(style).text_width())


def role_names(style: HouseStyle) -> tuple[str, ...]:
    """What the styles are called that a template may have under another name."""
    return tuple(one.name for one in roles(style) if not one.helper)


def _words(running: Element) -> Iterator[str]:
    for paragraph in running.iter(qn("w:p")):
        own = (one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p"))) is paragraph)
        if words := "".join(one.text or "" for one in own).strip():
            yield words
