"""Where a Word document leaves space and where its pages end: as the PDF has it, printed by LibreOffice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from documents import IMAGES, item, paragraph, text
from docx.oxml.ns import qn
from laid_out import laid_out
from printed import OFFICE, page_words, printed
from word_files import Element, values, written, xml

from rapportage.document import (
    Block,
    Cell,
    Figure,
    Heading,
    Kader,
    List,
    PageBreak,
    Quote,
    Row,
    Signatory,
    Signatures,
    Table,
)
from rapportage.inlines import Inlines

pytestmark = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")


def listed(words: str) -> List:
    return List((item(paragraph(words)),))


def table(words: str, source: Inlines = (), caption: Inlines = ()) -> Table:
    return Table((), (Row((Cell(text(words)),)),), caption, source)


def kop(level: int) -> Heading:
    return Heading(level, text("onder"), "onder")


BOVEN, ONDER = paragraph("boven"), paragraph("onder")
DISTANCES: list[tuple[Block, Block]] = [
    (BOVEN, ONDER),
    *((BOVEN, kop(level)) for level in (2, 3, 4)),
    (listed("boven"), kop(4)),
    (BOVEN, table("cel", caption=text("onder"))),
    (BOVEN, Quote((ONDER,))),
    (listed("boven"), ONDER),
    (listed("boven"), listed("onder")),
    (Heading(4, text("boven"), "a"), ONDER),
    *(
        (above, below)
        for above in (table("boven"), table("cel", source=text("boven")), Kader(text("titel"), (BOVEN,)))
        for below in (ONDER, listed("onder"), Quote((ONDER,)), kop(4))
    ),
    (table("boven"), table("onder")),
    (Figure("kaart", "k", text("boven")), ONDER),
]


@pytest.mark.slow
def test_blocks_stand_as_far_from_each_other_as_in_the_pdf(tmp_path: Path) -> None:
    """But for the room in a line: LibreOffice gives none of it to a paragraph's first line."""
    blocks: list[Block] = []
    for number, pair in enumerate(DISTANCES):
        named = (replace(x, id=f"h{number}") if isinstance(x, Heading) else x for x in pair)
        blocks += [PageBreak(), paragraph("begin"), *named]
    (file,) = printed([written(*blocks[1:])], tmp_path)
    word, pdf = distances(file), distances(laid_out(*blocks[1:], images=IMAGES).pdf)
    assert len(word) == len(pdf) == len(DISTANCES)
    for pair, in_word, in_pdf in zip(DISTANCES, word, pdf, strict=True):
        assert in_word == pytest.approx(in_pdf, abs=2.1), pair


def distances(pdf: bytes) -> list[float]:
    """How far the word 'onder' stands below the word 'boven' on each page, in points."""
    found = []
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            words = page.get_textpage()
            above, below = (
                words.search(word, match_whole_word=True).get_next() for word in ("boven", "onder")
            )
            assert above
            assert below
            found.append(words.get_charbox(above[0] + 1)[1] - words.get_charbox(below[0] + 1)[1])
    return found


# --- what stays together --------------------------------------------------------------------------

LINES = [paragraph("vulling") for _ in range(34)]
"""Nearly a page of them."""
LONG = paragraph("zin " * 90)


def rows(count: int) -> tuple[Row, ...]:
    return tuple(Row((Cell(text(f"rij{number}")), Cell(text("x")))) for number in range(count))


@pytest.mark.slow
def test_low_boxes_short_tables_and_who_sign_stand_on_one_page(tmp_path: Path) -> None:
    kader = Kader(text("titel"), (paragraph("zin " * 40), listed("punt"), paragraph("laatste")))
    short = Table((Row((Cell(text("kop"), True), Cell(text("kop"), True))),), rows(8), text("bij"))
    signed = Signatures(text("Namens"), (Signatory("A. A.", "lid"), Signatory("B. B.", "lid")))
    files = printed([written(*LINES, block) for block in (kader, short, signed)], tmp_path)
    pages = [page_words(file, "Kleinland") for file in files]
    assert [len(one) for one in pages] == [2, 2, 2]
    assert pages[0][1].startswith("titel")
    assert pages[0][1].endswith("laatste")
    assert "rij" not in pages[1][0]
    assert [f"rij{number}" in pages[1][1] for number in range(8)] == [True] * 8
    assert pages[2][1] == "Namens A. A. lid B. B. lid"


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, [1, 0]), (2, [1, 0, 0]), (3, [1, 1, 0, 0]), (4, [1, 1, 0, 1, 0]), (5, [1, 1, 0, 0, 1, 0])],
)
def test_no_page_ends_behind_the_words_above_a_list_or_its_first_item(
    count: int, expected: list[int]
) -> None:
    """Nor before the last of four or more, as the stylesheet has it for the PDF."""
    items = List(tuple(item(paragraph(f"punt {number}")) for number in range(count)))
    body = xml(written(paragraph("De punten:"), items))
    assert [len(values(one, "w:keepNext")) for one in body.iter(qn("w:p"))] == expected


def test_what_leads_to_a_text_stays_with_it() -> None:
    """The office that answers for a chapter would be left with its heading on the page before."""
    package = written(paragraph("Wethouder"))
    (intro,) = (one for one in xml(package, "word/styles.xml") if one.get(qn("w:styleId")) == "Intro")
    assert len(values(intro, "w:keepNext")) == 1


def test_a_long_paragraph_above_a_list_may_be_parted() -> None:
    """LibreOffice would move it whole to the page of the list."""
    above, *_ = xml(written(LONG, listed("punt"))).iter(qn("w:p"))
    assert values(above, "w:keepNext") == []


def test_a_table_is_parted_only_where_that_does_no_harm() -> None:
    """Not behind its head, within a group, before a total, or before its source."""
    group = Row((Cell(text("groep"), rowspan=2), Cell(text("a"))))
    whole = Table(
        (Row((Cell(text("kop"), True), Cell(text("kop"), True))),),
        (*rows(12), group, Row((Cell(text("b")),)), Row((Cell(text("som")), Cell(text("3"))), "totaal")),
        source=text("bron"),
    )
    kept = ["rij" if not kept_with_next(one) else "" for one in xml(written(whole)).iter(qn("w:tr"))]
    assert kept == ["", *["rij"] * 12, "", "", ""]
    assert [kept_with_next(one) for one in xml(written(table("los"))).iter(qn("w:tr"))] == [False]


def kept_with_next(row: Element) -> bool:
    marks = [len(values(one, "w:keepNext")) for one in row.iter(qn("w:p"))]
    assert len(set(marks)) == 1
    return bool(marks[0])
