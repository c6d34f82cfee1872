"""The stamp of a draft is seen on any ground, in the PDF of each engine and in Word."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from documents import META, as_concept, item, paragraph, text
from docx.oxml.ns import qn
from engines import each_engine, lay_out
from laid_out import style
from tag_tree import counts
from word_files import STYLE, xml

from rapportage.document import Block, Document, Kader, Landscape, List
from rapportage.style.stamp import ink
from rapportage.writers.docx.document import write_docx

FULL = Kader(text("Titel"), tuple(paragraph("Zin na zin. " * 40) for _ in range(9)))


def stamped(block: Block, engine: str) -> int:
    """How many pixels of the first page the stamp makes darker."""
    plain = Document(META, (block,))
    before, after = (
        pypdfium2.PdfDocument(lay_out(one, style(), engine).pdf)[0]
        .render(grayscale=True)
        .to_numpy()
        .astype(int)
        for one in (plain, as_concept(plain))
    )
    return int((before - after > 15).sum())


@each_engine
def test_concept_is_seen_on_a_page_that_a_box_fills(engine: str) -> None:
    alone = stamped(paragraph("Kort."), engine)
    assert alone > 2000
    assert stamped(FULL, engine) > 0.8 * alone
    assert stamped(Landscape((FULL,)), engine) > 0.8 * alone


@each_engine
def test_concept_is_no_part_of_a_list_that_goes_on_after_a_page(engine: str) -> None:
    items = List(tuple(item(paragraph(f"Punt {number}.")) for number in range(80)))
    made = lay_out(as_concept(Document(META, (items,))), style(), engine).pdf
    assert counts(made) == {"L": 1, "LI": 80}
    with pikepdf.open(BytesIO(made)) as pdf:
        assert len(pdf.pages) > 1


def test_in_word_where_the_stamp_is_behind_all_grounds_the_boxes_of_a_draft_have_none() -> None:
    adopted = Document(META, (FULL,))
    grounds = []
    for document in (adopted, as_concept(adopted)):
        styles = xml(write_docx(document, STYLE, {}), "word/styles.xml")
        boxes = [one for one in styles if str(one.get(qn("w:styleId"))).startswith("Kader")]
        grounds.append([len(list(one.iter(qn("w:shd")))) for one in boxes])
    assert grounds == [[1, 0, 0], [0, 0, 0]]


@pytest.mark.parametrize("wanted", ["#d9dde0", "#ffe0e0", "#fafafa", "#888888", "#000000", "#ffffff"])
def test_the_ink_on_white_is_the_colour_that_the_house_style_asks_as_far_as_words_stay_readable(
    wanted: str,
) -> None:
    colour, opacity = ink(replace(STYLE, tokens={**STYLE.tokens, "kleur.concept": wanted}))
    assert 0 < opacity <= 0.3
    for asked, given in zip(bytes.fromhex(wanted[1:]), bytes.fromhex(colour[1:]), strict=True):
        seen = 255 - opacity * (255 - given)
        assert seen == pytest.approx(max(asked, 255 * 0.7), abs=1.5)
