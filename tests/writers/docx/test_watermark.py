"""The stamp of a draft in Word: a watermark that Word takes away itself, as large as in the PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from documents import META, as_concept, paragraph
from docx.oxml.ns import qn
from laid_out import STYLESHEET, style
from printed import OFFICE, printed
from word_files import STYLE, parts, shown, values, xml

from rapportage.document import Block, Document, Landscape
from rapportage.writers.docx.document import write_docx
from rapportage.writers.pdf.layout import lay_out


def draft(*blocks: Block) -> Document:
    return as_concept(Document(META, blocks))


def test_words_own_command_takes_it_away_and_nothing_else() -> None:
    """It looks for shapes that are called as those of its own, which it keeps in their gallery."""
    package = write_docx(draft(paragraph("een"), Landscape((paragraph("twee"),))), STYLE, {})
    headers = [name for name in parts(package) if name.startswith("word/header")]
    assert len(headers) == 2
    for name in headers:
        header = xml(package, name)
        words = shown(header)
        assert values(header, "w:docPartGallery") == ["Watermarks"]
        shapes = [one for one in header.iter() if str(one.get("id")).startswith("PowerPlusWaterMarkObject")]
        assert len(shapes) == 1
        for one in list(header.iter(qn("w:pict"))):
            above = one.getparent()
            assert above is not None
            above.remove(one)
        assert not [one for one in header.iter() if one.get("string")]
        assert shown(header) == words


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.slow
def test_it_is_no_larger_than_in_the_pdf(tmp_path: Path) -> None:
    document = draft(paragraph("een"))
    word = inked(printed([write_docx(document, STYLE, {})], tmp_path)[0])
    pdf = inked(lay_out(document, style(), STYLESHEET).pdf)
    assert word == pytest.approx(pdf, rel=0.06)


def inked(pdf: bytes) -> tuple[int, int]:
    """The width and height of what stands in the middle of a page, between header and footer, in points."""
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[0].render(grayscale=True).to_numpy()[150:-150] < 240
    down, across = page.any(axis=1).nonzero()[0], page.any(axis=0).nonzero()[0]
    return int(across[-1] - across[0]), int(down[-1] - down[0])
