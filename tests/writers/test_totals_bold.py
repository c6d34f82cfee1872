"""A row that adds up stands out in the PDF of each engine: all of its words are bold, and no others are."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from documents import META, text
from engines import each_engine, lay_out
from word_files import STYLE

from rapportage.document import Cell, Document, Row, Table, Total


def font_of(page: pypdfium2.PdfTextPage, words: str) -> str:
    """The name of the font in which these words are set."""
    found = page.search(words, match_case=True).get_next()
    assert found
    name = ctypes.create_string_buffer(200)
    pdfium.FPDFText_GetFontInfo(page, found[0], name, 200, None)
    return name.value.decode()


def row(name: str, amount: str, total: Total = "") -> Row:
    return Row((Cell(text(name), header=True), Cell(text(amount), align="rechts")), total)


@each_engine
@pytest.mark.parametrize("total", ["totaal", "totaal-afgerond"])
def test_the_amount_of_a_total_is_bold_and_one_above_it_is_not(engine: str, total: Total) -> None:
    rows = (row("Wonen", "€ 1.234"), row("Werken", "€ 4.321"), row("Totaal", "€ 5.555", total))
    head = Row((Cell(text("Post"), header=True), Cell(text("Bedrag"), header=True, align="rechts")))
    layout = lay_out(Document(META, (Table((head,), rows),)), STYLE, engine)
    with pypdfium2.PdfDocument(layout.pdf) as opened:
        page = opened[0].get_textpage()
        name, amount, above = (font_of(page, one) for one in ("Totaal", "5.555", "4.321"))
    assert amount == name
    assert above != name
