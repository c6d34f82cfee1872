"""What is too high for a page goes on after it, below what stands above it, in the PDF of each engine."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from documents import item, paragraph, text
from docx.oxml.ns import qn
from engines import Layout, each_engine
from laid_out import laid_out
from tag_tree import elements
from word_files import shown, written, xml

from rapportage.document import Block, Cell, Heading, Kader, List, PageBreak, Paragraph, Row, Table
from rapportage.heights import SIDE
from rapportage.inlines import Inline, Inlines, LineBreak, Text

LINE = "De gemeenten in de regio werken samen aan wonen en werken, en leggen daarover verantwoording af."


def lines(layout: Layout) -> list[list[str]]:
    """The lines of each page."""
    with pypdfium2.PdfDocument(layout.pdf) as opened:
        return [page.get_textpage().get_text_range().splitlines() for page in opened]


def tall(count: int, name: str = "regel") -> Inlines:
    """So many lines, each with this name."""
    said: list[Inline] = [Text(f"{name} 1")]
    for at in range(2, count + 1):
        said += [LineBreak(), Text(f"{name} {at}")]
    return tuple(said)


def table(*rows: Row) -> Table:
    head = Row(tuple(Cell(text(one), header=True) for one in ("Onderwerp", "Toelichting")))
    return Table((head,), rows, text("Hoog"), id="hoog", number=1)


def row(name: str, content: Inlines, rowspan: int = 1) -> Row:
    return Row((Cell(text(name), header=True, rowspan=rowspan), Cell(content)))


@each_engine
@pytest.mark.parametrize(
    "rows",
    [
        (row("voor", text("kort")), row("lang", tall(70)), row("na", text("slot"))),
        (row("lang", tall(3), 2), Row((Cell(tall(70)),)), row("na", text("slot"))),
    ],
    ids=["row", "group"],
)
def test_a_row_higher_than_a_page_begins_below_what_precedes_it_and_goes_on_below_its_head(
    engine: str, rows: tuple[Row, ...]
) -> None:
    made = laid_out(Heading(1, text("Kop"), "kop"), paragraph(LINE), table(*rows), engine=engine)
    first, second = lines(made)
    assert any("lang" in one for one in first)
    assert any("Toelichting" in one for one in second[:6])
    assert any("regel 70" in one for one in second)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        every = [str(one.S) for one in elements(pdf.Root.StructTreeRoot)]
    assert (every.count("/Table"), every.count("/TR")) == (1, 1 + len(rows))


def box(name: str, *paragraphs: int) -> Kader:
    """A box of which each line says its name, with paragraphs of so many lines."""
    return Kader(text(f"{name} titel"), tuple(Paragraph(tall(count, name)) for count in paragraphs))


@each_engine
def test_a_box_longer_than_a_page_leaves_none_empty_and_has_three_lines_on_each_side(engine: str) -> None:
    boxes = {
        f"kader{above}x{first}x": (above, box(f"kader{above}x{first}x", first, 9, 9, 9, 9, last))
        for above in (1, 4, 8, 29, 31, 33)
        for first, last in ((1, 1), (3, 4))
    }
    blocks: list[Block] = []
    for above, one in boxes.values():
        blocks += [PageBreak(), *(paragraph("erboven") for _ in range(above)), one]
    pages = lines(laid_out(*blocks[1:], engine=engine))
    for name, (above, _) in boxes.items():
        sides = [(page, found) for page in pages if (found := [line for line in page if name in line])]
        assert min(len(found) for _, found in sides) >= SIDE
        assert above > 30 or any("erboven" in line for line in sides[0][0])


@each_engine
@pytest.mark.parametrize(("words", "together"), [("", True), (" en meer" * 35, False)], ids=["short", "long"])
def test_only_a_short_first_item_takes_the_next_one_along(engine: str, words: str, together: bool) -> None:
    """Else a page would end in the white of a whole item that may as well stand there."""
    heights = range(28, 42)
    blocks: list[Block] = []
    for above in heights:
        items = (f"eerste{words} einde{above}", f"tweede{above}", f"derde{above}")
        blocks += [PageBreak(), *(paragraph("erboven") for _ in range(above))]
        blocks.append(List(tuple(item(paragraph(one)) for one in items)))
    pages = ["\n".join(one) for one in lines(laid_out(*blocks[1:], engine=engine))]
    ends = [(page, above) for page in pages for above in heights if f"einde{above}" in page]
    assert together == all(f"tweede{above}" in page for page, above in ends)


# --- Word ------------------------------------------------------------------------------------


def test_word_parts_only_what_may_not_fit_on_a_page() -> None:
    made = xml(
        written(table(row("kort", tall(30)), row("lang", tall(70))), box("laag", 3, 3), box("hoog", *[9] * 6))
    )
    assert [bool(list(one.iter(qn("w:cantSplit")))) for one in made.iter(qn("w:tr"))] == [True, True, False]
    low, high = ([one for one in made.iter(qn("w:p")) if name in shown(one)] for name in ("laag", "hoog"))
    kept = [[bool(list(one.iter(qn("w:keepNext")))) for one in boxed[1:]] for boxed in (low, high)]
    assert kept == [[True, False], [False] * 6]


def test_the_ends_of_a_box_stay_together_where_they_are_of_few_lines() -> None:
    made = xml(written(box("hoog", 1, 9, 9, 2)))
    boxed = [one for one in made.iter(qn("w:p")) if "hoog" in shown(one)]
    assert [bool(list(one.iter(qn("w:keepNext")))) for one in boxed[1:]] == [True, False, True, False]
