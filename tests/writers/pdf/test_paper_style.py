"""A short paper has calmer headings than a report, and one that nearly fits on a page is set closer."""

from __future__ import annotations

import pytest
from documents import META, paragraph, text
from engines import DEFAULT, Layout, each_engine, lay_out
from word_files import STYLE, xml

from rapportage.compose.resolve import resolve
from rapportage.document import Block, Document, Heading, Signatory, Signatures
from rapportage.writers.docx.document import write_docx

SIGNED = Signatures(text("Het college,"), (Signatory("B. Voorbeeld", "burgemeester"),))
LINE = "De gemeente werkt samen in de regio."


def laid_out(*blocks: Block, engine: str = DEFAULT) -> Layout:
    return lay_out(resolve(Document(META, blocks)), STYLE, engine)


def headings(deep: int) -> list[Heading]:
    return [Heading(level, text(f"Kop {level}"), f"kop-{level}") for level in range(1, deep + 1)]


@each_engine
@pytest.mark.parametrize(("deep", "as_level"), [(0, 2), (1, 2), (2, 2), (3, 1), (4, 1)])
def test_headings_of_a_short_paper_look_as_a_level_lower(deep: int, as_level: int, engine: str) -> None:
    style = laid_out(*headings(deep), paragraph(LINE), engine=engine).style
    assert style.points("letter.kop-1") == STYLE.points(f"letter.kop-{as_level}")
    assert style.points("letter.tekst") == STYLE.points("letter.tekst")


@each_engine
@pytest.mark.parametrize(("lines", "pages", "closer"), [(24, 1, False), (34, 1, True), (60, 2, False)])
def test_a_signed_paper_that_nearly_fits_is_set_closer(
    lines: int, pages: int, closer: bool, engine: str
) -> None:
    layout = laid_out(*(paragraph(LINE) for _ in range(lines)), SIGNED, engine=engine)
    assert layout.page_count == pages
    assert (layout.style.points("ruimte.alinea") < STYLE.points("ruimte.alinea")) is closer
    assert layout.style.points("letter.tekst") == STYLE.points("letter.tekst")


@each_engine
def test_a_paper_without_signatures_is_left_as_it_is(engine: str) -> None:
    layout = laid_out(*(paragraph(LINE) for _ in range(42)), engine=engine)
    assert layout.page_count == 2
    assert layout.style.points("ruimte.alinea") == STYLE.points("ruimte.alinea")


def test_word_is_set_as_the_pdf_is() -> None:
    document = resolve(Document(META, (*(paragraph(LINE) for _ in range(34)), SIGNED)))
    layout = lay_out(document, STYLE)
    package = write_docx(document, layout.style, layout.pages)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    after = [one.get(f"{w}after") for one in xml(package, "word/styles.xml").iter(f"{w}spacing")]
    assert str(round(layout.style.points("ruimte.alinea") * 20)) in after
