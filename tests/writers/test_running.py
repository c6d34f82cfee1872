"""What stands above and below the pages: of a paper with chapters the chapter, at the outer edge the number."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from documents import META, paragraph, text
from engines import each_engine, lay_out
from laid_out import laid_out
from printed import OFFICE, printed
from word_files import STYLE, fields, reopened, shown, values, written, xml

from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Heading,
    Landscape,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from rapportage.running import footer_words, named_above
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import Points

KERN = Heading(1, text("Kern"), "kern")
DEEL = Heading(1, text("Voortgang"), "deel-1", numbered=True, number="1")
ONDERDEEL = Heading(2, text("Algemeen"), "deel-1-onderdeel-1", numbered=True, number="1A")
WONEN = Heading(3, text("Wonen"), "wonen", numbered=True, number="1A.1")
WATER = Heading(3, text("Water"), "water", numbered=True, number="1A.2")
ZEE = Heading(3, text("Zee"), "zee", numbered=True, number="1A.3")
LIJST = Heading(1, text("Begrippen"), "begrippenlijst")
TITEL, EEN, EINDE = Paragraph(text("Omslag"), "titel"), paragraph("een"), PageBreak()

REPORT: tuple[Block, ...] = (
    *(TITEL, EINDE, Contents(text("Inhoud"))),
    *(EINDE, KERN, EEN, EINDE, EEN),
    *(EINDE, DEEL, ONDERDEEL, WONEN, EEN, EINDE, EEN, WATER, EINDE, EEN),
    *(Landscape((EEN,)), LIJST, EEN),
)
HEADS = ["", META.title, "Kern", "Kern", "1A.1 Wonen", "1A.1 Wonen", "1A.2 Water", "1A.2 Water"]
"""What heads each page, up to the list of terms: on the sixth a chapter begins below words of another."""


def above_and_below(pdf: bytes) -> list[tuple[str, str, float]]:
    """Of each page the words above the text and below it, and where the latter end from the right, in points."""
    found = []
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            width, height = page.get_size()
            sheet = landscape(STYLE) if width > height else portrait(STYLE)
            words = page.get_textpage()
            above = words.get_text_bounded(bottom=height - sheet.top).strip()
            below = words.get_text_bounded(top=sheet.bottom)
            last = max(
                words.get_charbox(at)[2]
                for at in range(words.count_chars())
                if words.get_charbox(at)[1] < sheet.bottom
            )
            found.append((above, " ".join(below.split()), width - last))
    return found


@each_engine
def test_a_page_is_headed_by_the_chapter_that_its_top_belongs_to(engine: str) -> None:
    found = [above for above, _, _ in above_and_below(laid_out(*REPORT, engine=engine).pdf)]
    assert found[: len(HEADS)] == HEADS
    assert found[-1] == "Begrippen"


@each_engine
def test_words_of_a_part_before_its_first_chapter_are_headed_by_the_part(engine: str) -> None:
    before = (TITEL, EINDE, KERN, EEN, EINDE)
    blocks = (*before, DEEL, ONDERDEEL, EEN, WONEN, EINDE, EEN, WATER, EINDE, ZEE, EEN)
    found = [above for above, _, _ in above_and_below(laid_out(*blocks, engine=engine).pdf)]
    assert found == ["", "Kern", "1A Algemeen", "1A.1 Wonen", "1A.3 Zee"]


@each_engine
def test_the_number_of_a_page_ends_as_far_out_as_figures_reach(engine: str) -> None:
    pages = above_and_below(laid_out(*REPORT, engine=engine).pdf)
    upright, lying = portrait(STYLE), landscape(STYLE)
    assert upright.overhang > 0
    for number, (_, below, free) in enumerate(pages, 1):
        assert below == f"{footer_words(META)} {number} van {len(pages)}"
        edge = lying.right if number == 8 else upright.right - upright.overhang
        assert free == pytest.approx(edge, abs=1)


@each_engine
def test_a_paper_without_chapters_is_headed_by_its_title(engine: str) -> None:
    found = above_and_below(laid_out(TITEL, KERN, EEN, EINDE, LIJST, EEN, engine=engine).pdf)
    assert [above for above, _, _ in found] == ["", META.title]


def test_word_is_asked_for_the_heading_of_the_level_that_names_the_section() -> None:
    package = written(*REPORT)
    heads = [section.header for section in reopened(package).sections]
    said = [(None if one.is_linked_to_previous else one.paragraphs[0].text) for one in heads]
    asked = [[code for code, _ in fields(xml(package, str(one.part.partname)[1:]))] for one in heads]
    assert said == [META.title, "", " ", None, ""]
    assert asked == [
        [],
        ["STYLEREF 1"],
        ["STYLEREF 3 \\n", "STYLEREF 3"],
        ["STYLEREF 3 \\n", "STYLEREF 3"],
        ["STYLEREF 1"],
    ]
    body = xml(package)
    assert "pageBreakBefore" not in {one.tag.split("}")[1] for one in body.iter() if shown(one) == "Kern"}
    assert len(values(body, "w:headerReference", "w:type")) == 5


PAGES: list[tuple[tuple[Block, ...], int]] = [
    ((EEN, EINDE, DEEL, ONDERDEEL, WONEN, EEN), 2),
    ((EEN, EINDE, EINDE, DEEL, ONDERDEEL, WONEN, EEN), 3),
    ((EINDE, DEEL, ONDERDEEL, WONEN, EEN), 2),
    ((Landscape((EEN,)), EINDE, DEEL, ONDERDEEL, WONEN), 3),
    ((EEN, Landscape((KERN, EEN)), DEEL, ONDERDEEL, WONEN), 3),
    ((EEN, KERN, EEN, DEEL, ONDERDEEL, WONEN), 1),
    (REPORT, 9),
]
"""Blocks among which headings of another level come to head the pages, and how many pages they are."""


@pytest.mark.parametrize(("blocks", "expected"), PAGES)
def test_the_pdf_has_so_many_pages(blocks: tuple[Block, ...], expected: int) -> None:
    assert named_above(Document(META, blocks))
    assert len(above_and_below(laid_out(*blocks).pdf)) == expected


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_the_word_document_has_as_many(tmp_path_factory: pytest.TempPathFactory) -> None:
    files = printed([written(*blocks) for blocks, _ in PAGES], tmp_path_factory.mktemp("bladzijden"))
    assert [len(above_and_below(file)) for file in files] == [expected for _, expected in PAGES]


# --- a table that goes on ------------------------------------------------------------------------


def long_table(name: str, number: int) -> Table:
    head = Row((Cell(text("Naam"), header=True), Cell(text("Getal"), header=True)))
    rows = tuple(Row((Cell(text(f"rij {at}")), Cell(text(str(at))))) for at in range(60))
    return Table((head,), rows, text("Lang"), id=name, number=number)


LONG = (long_table("een", 3), EEN, Landscape((long_table("twee", 4),)))


def beside(pdf: bytes) -> list[str]:
    """The words in the left margin of each page."""
    found = []
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            sheet = landscape(STYLE) if page.get_width() > page.get_height() else portrait(STYLE)
            found.append(" ".join(page.get_textpage().get_text_bounded(right=sheet.left - 1).split()))
    return found


@each_engine
def test_beside_a_table_that_goes_on_stands_which_it_is(engine: str) -> None:
    on = "Tabel 4 (vervolg)"
    assert beside(laid_out(*LONG, engine=engine).pdf) == ["", "Tabel 3 (vervolg)", "", on, on]


@each_engine
def test_nothing_stands_in_a_margin_without_room_or_of_a_table_without_a_label(engine: str) -> None:
    narrow = replace(STYLE, tokens=STYLE.tokens | {"bladspiegel.binnen": Points(40.0)})
    document = Document(META, LONG[:1])
    with pypdfium2.PdfDocument(lay_out(document, narrow, engine).pdf) as opened:
        assert not any("(vervolg)" in page.get_textpage().get_text_range() for page in opened)
    bare = replace(long_table("", 0), caption=())
    assert set(beside(laid_out(bare, engine=engine).pdf)) == {""}
