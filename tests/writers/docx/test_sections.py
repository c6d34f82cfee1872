"""Sections and pages of a Word document: those of the PDF, also after a clerk took sentences away."""

from __future__ import annotations

import pytest
from documents import IMAGES, META, everything, paragraph, text
from docx.oxml.ns import qn
from laid_out import laid_out
from printed import OFFICE, page_words, printed
from word_files import STYLE, Element, reopened, shown, values, written, xml

from rapportage.document import Block, Cell, Figure, FigurePair, Landscape, PageBreak, Row, Table
from rapportage.writers.docx.document import write_docx

EEN, TWEE = paragraph("een"), paragraph("twee")
EINDE = PageBreak()
PAAR = FigurePair(Figure("kaart", "k", text("Hier")), Figure("kaart", "k", text("Daar")))
TABEL = Table((), (Row((Cell(text("cel")),)),))


def liggend(*blocks: Block) -> Landscape:
    return Landscape(blocks)


PAGES: list[tuple[list[Block], list[str]]] = [
    ([EEN, EINDE], ["een"]),
    ([EINDE], [""]),
    ([EINDE, EEN], ["", "een"]),
    ([EEN, EINDE, EINDE], ["een", ""]),
    ([EEN, EINDE, EINDE, TWEE], ["een", "", "twee"]),
    ([TABEL, EINDE, TABEL], ["cel", "cel"]),
    ([liggend(EEN), EINDE], ["|een|", ""]),
    ([liggend(EEN), EINDE, TWEE], ["|een|", "", "twee"]),
    ([EEN, EINDE, liggend(TWEE)], ["een", "|twee|"]),
    ([EEN, EINDE, EINDE, liggend(TWEE)], ["een", "", "|twee|"]),
    ([liggend(EEN), liggend(TWEE)], ["|een|", "|twee|"]),
    ([liggend(EEN), EINDE, liggend(TWEE)], ["|een|", "", "|twee|"]),
    ([liggend(EEN), EINDE, EINDE, liggend(TWEE)], ["|een|", "", "", "|twee|"]),
    ([EINDE, liggend(EEN)], ["", "|een|"]),
    ([EEN, liggend(EINDE, TWEE, EINDE)], ["een", "||", "|twee|"]),
    ([EEN, liggend(TABEL)], ["een", "|cel|"]),
    ([liggend(TABEL), EEN], ["|cel|", "een"]),
    ([PAAR, EINDE, EEN], ["Hier Daar", "een"]),
    ([PAAR, EINDE, PAAR], ["Hier Daar", "Hier Daar"]),
    ([PAAR, EINDE, EINDE, PAAR], ["Hier Daar", "", "Hier Daar"]),
    ([liggend(EEN), EINDE, PAAR], ["|een|", "", "Hier Daar"]),
    ([EEN, PAAR, liggend(PAAR, TWEE)], ["een Hier Daar", "|Hier Daar twee|"]),
]
"""Blocks, and the words on each of their pages: between bars where the page lies."""


@pytest.mark.parametrize(("blocks", "expected"), PAGES)
def test_the_pdf_has_these_pages(blocks: list[Block], expected: list[str]) -> None:
    assert page_words(laid_out(*blocks, images=IMAGES).pdf, META.title) == expected


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_the_word_document_has_the_same_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    files = printed([written(*blocks) for blocks, _ in PAGES], tmp_path_factory.mktemp("bladzijden"))
    found = [page_words(file, META.title) for file in files]
    assert found == [expected for _, expected in PAGES]


# --- what a clerk takes away ---------------------------------------------------------------------


def sections(body: Element) -> list[tuple[list[str], list[str], list[str]]]:
    """Columns, orientation and way of beginning of every section."""
    return [
        (values(one, "w:cols", "w:num"), values(one, "w:pgSz", "w:orient"), values(one, "w:type"))
        for one in body.iter(qn("w:sectPr"))
    ]


def test_whatever_sentence_a_clerk_deletes_the_sections_stay() -> None:
    document = xml(write_docx(everything(), STYLE, {}))
    body = document[0]
    before = sections(body)
    assert len(before) > 3
    for one in list(body):
        if one.tag != qn("w:sectPr") and values(one, "w:pStyle") != ["Sectieslot"]:
            body.remove(one)
    assert sections(body) == before
    assert shown(body) == ""


def test_a_clerk_edits_one_header_and_footer_for_the_whole_document() -> None:
    """The first page's has no words above it; every other page has those of the first section."""
    package = written(EEN, Landscape((TWEE,)), PAAR, EINDE, EEN)
    first, *later = reopened(package).sections
    assert [first.different_first_page_header_footer] + [
        one.different_first_page_header_footer for one in later
    ] == [True, False, False, False]
    assert all(one.header.is_linked_to_previous and one.footer.is_linked_to_previous for one in later)
    first.header.paragraphs[0].text = "Herzien"
    assert [one.header.paragraphs[0].text for one in later] == ["Herzien"] * 3
