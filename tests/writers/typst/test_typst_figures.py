"""The words of our own drawings and charts are words in the PDF: they can be searched, and stand in their figure."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
from engines import TYPST
from lxml import etree
from papers import PAPERS, made

BIJLAGE = next(paper for paper in PAPERS if paper.root.name == "klein" and paper.name == "bijlage")


def test_the_words_of_every_drawing_and_chart_are_found_in_the_pdf() -> None:
    document, _, layout = made(BIJLAGE, TYPST)
    with pypdfium2.PdfDocument(layout.pdf) as shown:
        found = "".join(page.get_textpage().get_text_range() for page in shown)
    drawn = [image.worded for image in document.images.values() if image.worded]
    words = [text for svg in drawn for text in etree.fromstring(svg).iter("{*}text")]
    assert len(drawn) > 1
    assert [
        one for one in ("".join(map(str, text.itertext())).strip() for text in words) if one not in found
    ] == []


def test_their_letters_are_those_of_the_house_font() -> None:
    pdf = made(BIJLAGE, TYPST).layout.pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        names = {
            str(font.BaseFont).partition("+")[2]
            for page in opened.pages
            for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()
        }
    assert names
    assert all(name.startswith("SourceSansPro") for name in names)
