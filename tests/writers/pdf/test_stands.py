"""Where a block is said to stand is where its words are, on each page that it takes."""

from __future__ import annotations

import pypdfium2
import pytest
from documents import everything
from papers import PAPERS, Paper, checked
from where import TEMPLATES
from word_files import STYLE

from rapportage.document import Cell, Document, Heading, Paragraph, Row, Table, walk
from rapportage.errors import Place
from rapportage.inlines import Text, plain
from rapportage.style.tokens import HouseStyle
from rapportage.writers.on_pages import BlockOnPage, flowing
from rapportage.writers.pdf.layout import Layout, lay_out
from rapportage.writers.typst.layout import lay_out as typst_laid_out
from rapportage.writers.typst.shown import Drawer

SMALL = [paper for paper in PAPERS if paper.root.name in ("klein", "besluit")]
BETWEEN = 2.0
"""So many points may the same line stand higher or lower on the page of another engine."""


def laid_out(document: Document, style: HouseStyle) -> Layout:
    return lay_out(document, style, (TEMPLATES / "document.css").read_text("utf-8"))


def begins(blocks: tuple[BlockOnPage, ...]) -> dict[Place, tuple[int, float]]:
    """The page on which each block of a file of one's own begins, and how far down."""
    found: dict[Place, tuple[int, float]] = {}
    for one in blocks:
        if one.place.file.startswith("content/"):
            found.setdefault(one.place, (one.page, one.top))
    return found


@pytest.mark.parametrize("paper", SMALL, ids=str)
def test_blocks_stand_where_the_other_engine_puts_them(paper: Paper) -> None:
    """In the small papers, in which no line ends otherwise."""
    found = checked(paper.root, paper.periode)
    assert found.style
    document = found.documents[paper.name]
    ours = begins(laid_out(document, found.style).blocks())
    template = (TEMPLATES / "document.typ").read_text("utf-8")
    theirs = begins(Drawer().pages(document, found.style, template).blocks)
    # There a page break has the rest of its page; here a second paragraph of an item stands by itself.
    both = [place for place in ours if place in theirs]
    assert both == [place for place in theirs if place in ours]
    assert len(both) > 0.9 * len(theirs)
    lines = {(place.file, place.line) for place in ours}
    said = [one.place for one in walk(document.blocks) if isinstance(one, Paragraph | Heading | Table)]
    assert {(one.file, one.line) for one in said if one.file.startswith("content/")} <= lines
    assert len(lines) > 5
    for place in both:
        assert ours[place][0] == theirs[place][0], place
        assert abs(ours[place][1] - theirs[place][1]) < BETWEEN, place


def test_headings_and_tables_of_a_paper_with_all_blocks_stand_around_their_words() -> None:
    document = everything()
    layout = laid_out(document, STYLE)
    blocks = layout.blocks()
    named = {one.id: one for one in blocks if one.id}
    headings: list[Heading] = [one for one in walk(document.blocks) if isinstance(one, Heading)]
    tables = [one for one in walk(document.blocks) if isinstance(one, Table) and one.id]
    assert {one.id for one in headings} | {one.id for one in tables} <= set(named)
    with pypdfium2.PdfDocument(layout.pdf) as opened:
        for heading in headings:
            at = named[heading.id]
            page = opened[at.page - 1]
            height = page.get_height()
            area = page.get_textpage().get_text_bounded(top=height - at.top, bottom=height - at.bottom)
            assert plain(heading.content)[:10] in area


def test_a_note_stands_at_the_foot_around_its_words() -> None:
    layout = laid_out(everything(), STYLE)
    notes = [one for one in layout.blocks() if one.note]
    assert len(notes) > 1
    with pypdfium2.PdfDocument(layout.pdf) as opened:
        for note in notes:
            page = opened[note.page - 1]
            height = page.get_height()
            area = page.get_textpage().get_text_bounded(top=height - note.top, bottom=height - note.bottom)
            assert area.strip().startswith(str(note.note))
            assert note.top > height / 2


def with_rows(count: int) -> Document:
    """A table of two columns, each cell typed on a line of its own, and a paragraph behind it."""
    typed = [
        [Cell((Text(f"{word} {row}"),), place=Place("content/x.yaml", 10 * row + at)) for at, word in WORDS]
        for row in range(1, count + 1)
    ]
    head = Row((Cell((Text("Eerst"),), True), Cell((Text("Dan"),), True)))
    table = Table((head,), tuple(Row(tuple(cells)) for cells in typed), place=Place("content/x.yaml", 1))
    after = Paragraph((Text("Daarna."),), place=Place("content/y.md", 3))
    return Document(everything().meta, (table, after), {})


WORDS = [(0, "links"), (1, "rechts")]


@pytest.mark.parametrize("engine", ["weasyprint", "typst"])
def test_a_cell_typed_on_a_line_of_its_own_stands_around_its_words(engine: str) -> None:
    document = with_rows(45)
    template = (TEMPLATES / "document.typ").read_text("utf-8")
    if engine == "typst":
        blocks, pdf = (
            Drawer().pages(document, STYLE, template).blocks,
            typst_laid_out(document, STYLE, template).pdf,
        )
    else:
        layout = laid_out(document, STYLE)
        blocks, pdf = layout.blocks(), layout.pdf
    cells = [one for one in blocks if one.place.line > 9]
    assert [one.place.line for one in cells] == [10 * row + at for row in range(1, 46) for at in (0, 1)]
    assert {one.page for one in cells} == {1, 2}
    with pypdfium2.PdfDocument(pdf) as opened:
        for one in cells:
            page = opened[one.page - 1]
            width, height = page.get_size()
            room = one.left, height - one.bottom, one.right or width, height - one.top
            word = dict(WORDS)[one.place.line % 10]
            assert page.get_textpage().get_text_bounded(*room).split() == [word, str(one.place.line // 10)]
    heads = [(one.page, one.place.line) for one in blocks if one.place == Place("content/x.yaml", 1)]
    assert heads == [(1, 1), (2, 1)]
    assert {(one.place.file, one.order) for one in blocks} == {("content/x.yaml", 0), ("content/y.md", 1)}


@pytest.mark.parametrize("paper", SMALL, ids=str)
def test_each_block_says_as_which_of_all_that_flows_it_comes(paper: Paper) -> None:
    found = checked(paper.root, paper.periode)
    assert found.style
    document = found.documents[paper.name]
    template = (TEMPLATES / "document.typ").read_text("utf-8")
    all_that_flows = list(flowing(document.blocks))
    for blocks in (
        laid_out(document, found.style).blocks(),
        Drawer().pages(document, found.style, template).blocks,
    ):
        said = {one.order: one.id for one in blocks if one.id}
        assert said
        assert said == {at: getattr(all_that_flows[at], "id", "") for at in said}
        assert [one.order for one in blocks if not one.note] == sorted(
            one.order for one in blocks if not one.note
        )
