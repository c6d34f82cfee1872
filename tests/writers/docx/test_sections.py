"""Sections and pages of a Word document: those of the PDF, also after a clerk took sentences away."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from documents import IMAGES, META, everything, paragraph, text
from docx.oxml.ns import qn
from laid_out import laid_out
from PIL import Image as Pixels
from printed import OFFICE, page_words, printed
from word_files import STYLE, Element, reopened, shown, values, written, xml

from rapportage.compose.resolve import resolve
from rapportage.document import (
    Block,
    Cell,
    Document,
    Figure,
    FigurePair,
    Image,
    Landscape,
    PageBreak,
    Row,
    Table,
)
from rapportage.style.page import portrait
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


# --- two figures beside each other ---------------------------------------------------------------


def stripe(side: int) -> Image:
    """A grey picture with a red stripe at its left side (0) or right side (1)."""
    picture = Pixels.new("RGB", (600, 200), "#cccccc")
    picture.paste("#ff0000", (0, 0, 12, 200) if side == 0 else (588, 0, 600, 200))
    data = BytesIO()
    picture.save(data, "PNG")
    return Image("image/png", data.getvalue(), 600, 200)


def test_two_figures_have_the_room_of_the_page_within_the_margins_of_the_text() -> None:
    sheet = portrait(STYLE)
    before, pair, after = reopened(written(EEN, PAAR, EEN)).sections
    assert before.right_margin == pair.right_margin == after.right_margin
    widths = [int(one.get(qn("w:w"), "0")) for one in pair._sectPr.iter(qn("w:col"))]
    assert widths[0] == round(20 * sheet.block_width(half=True))
    assert sum(widths) + round(20 * sheet.gap) == pytest.approx(20 * sheet.text_width(), abs=2)
    assert sheet.overhang > 0


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_libreoffice_shows_both_figures_whole(tmp_path: Path) -> None:
    pair = FigurePair(Figure("een", "e", text("Hier")), Figure("twee", "t", text("Daar")))
    images = {"een": stripe(1), "twee": stripe(1)}
    document = resolve(Document(META, (EEN, pair, EEN), images))
    (pdf,) = printed([write_docx(document, STYLE, {})], tmp_path)
    with pypdfium2.PdfDocument(pdf) as opened:
        seen = np.asarray(opened[0].render(scale=1).to_pil().convert("RGB")).astype(int)
    red = (seen[:, :, 0] > 200) & (seen[:, :, 1] < 80)
    edges = np.flatnonzero(red.any(axis=0))
    sheet = portrait(STYLE)
    half = sheet.block_width(half=True)
    ends = [sheet.left + half, sheet.left + 2 * half + sheet.gap]
    assert [edges[edges < sheet.width / 2].max(), edges.max()] == pytest.approx(ends, abs=3)
