"""A row that is a total stands bold in Word, as in the PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import META, text
from docx.oxml.ns import qn
from word_files import PAGES, STYLE, xml
from word_templates import template

from rapportage.document import Cell, Document, Row, Table, Total
from rapportage.style.tokens import HouseStyle, WordTemplate
from rapportage.writers.docx.document import write_docx

OWN = replace(STYLE, template=WordTemplate(template(), ()))


def bold_words(total: Total, style: HouseStyle) -> list[str]:
    """The words of the cells in paragraphs of a style that is bold."""
    rows = (Row((Cell(text("Kade")), Cell(text("30"), align="rechts"))),)
    last = Row((Cell(text("Totaal")), Cell(text("42"), align="rechts")), total)
    package = write_docx(Document(META, (Table((), (*rows, last)),)), style, PAGES, page_count=1)
    bold = {
        one.get(qn("w:styleId"))
        for one in xml(package, "word/styles.xml").iter(qn("w:style"))
        if one.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
    }
    return [
        "".join(one.text or "" for one in cell.iter(qn("w:t")))
        for cell in xml(package).iter(qn("w:tc"))
        if {one.get(qn("w:val")) for one in cell.iter(qn("w:pStyle"))} <= bold
    ]


@pytest.mark.parametrize("style", [STYLE, OWN], ids=["house style", "own template"])
def test_each_cell_of_a_total_is_bold(style: HouseStyle) -> None:
    assert bold_words("totaal", style) == ["Totaal", "42"]
    assert bold_words("totaal-afgerond", style) == ["Totaal", "42"]
    assert bold_words("", style) == []
