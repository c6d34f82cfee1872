"""No words run out of their page, their cell or their column; what cannot be helped is told."""

from __future__ import annotations

import pypdfium2
import pytest
from documents import META, item, paragraph, text
from engines import DEFAULT, Layout, each_engine, lay_out
from spoken import spoken
from word_files import STYLE

from rapportage.compose.resolve import resolve
from rapportage.document import Block, Cell, Document, Kader, List, Paragraph, Row, Table
from rapportage.errors import LayoutError
from rapportage.inlines import Link, Text
from rapportage.style.page import portrait

ENDLESS = "x" * 140
ADDRESS = "https://www.example.org/" + "map/" * 40
COMPOUND = "verantwoordelijkheidsverdeling"


def laid_out(*blocks: Block, css: str = "", engine: str = DEFAULT) -> Layout:
    return lay_out(resolve(Document(META, blocks)), STYLE, engine, css)


def table(*words: str) -> Table:
    head = Row(tuple(Cell(text("Kop"), header=True) for _ in words))
    return Table((head,), (Row(tuple(Cell(text(word)) for word in words)),), text("Breed"))


def reach(made: Layout) -> float:
    """How far the words of the first page reach, in points from its left edge; but for its number."""
    with pypdfium2.PdfDocument(made.pdf) as opened:
        page = opened[0].get_textpage()
        boxes = [page.get_charbox(at) for at in range(page.count_chars())]
        return max(float(right) for _, below, right, _ in boxes if below > portrait(STYLE).bottom)


WIDE: dict[str, tuple[Block, list[str]]] = {
    "a paragraph of one word": (paragraph(ENDLESS), [ENDLESS]),
    "a paragraph with a word": (paragraph(f"Een {ENDLESS} woord"), [f"Een {ENDLESS} woord"]),
    "a box": (Kader(text("Titel"), (paragraph(ENDLESS),)), ["Titel", ENDLESS]),
    "a list": (List((item(paragraph(ENDLESS)),)), [ENDLESS]),
    "a link": (Paragraph((Text("Zie "), Link(text(ADDRESS), ADDRESS))), [f"Zie {ADDRESS}"]),
    "a cell": (table("a", ENDLESS), ["Tabel 1: Breed", "Kop", "Kop", "a", ENDLESS]),
    "six columns": (table(*[COMPOUND] * 6), ["Tabel 1: Breed", *["Kop"] * 6, *[COMPOUND] * 6]),
}


@each_engine
@pytest.mark.parametrize("where", WIDE)
def test_a_word_longer_than_its_line_goes_on_in_the_next_and_is_read_whole(where: str, engine: str) -> None:
    block, words = WIDE[where]
    made = laid_out(block, engine=engine)
    page = portrait(STYLE)
    edge = page.left + (page.block_width() if isinstance(block, Table) else page.text_width())
    assert reach(made) <= edge + 1
    assert spoken(made)[0] == words


@each_engine
def test_a_table_that_fits_keeps_its_words_whole(engine: str) -> None:
    with pypdfium2.PdfDocument(laid_out(table(COMPOUND, COMPOUND), engine=engine).pdf) as opened:
        assert opened[0].get_textpage().get_text_range().count(COMPOUND) == 2


def test_words_that_do_not_fit_are_told_with_their_page_and_a_way_out() -> None:
    with pytest.raises(LayoutError, match=f"'{COMPOUND}' past op bladzijde 1 niet op zijn plaats") as told:
        laid_out(table(*[COMPOUND] * 6), css="td { white-space: nowrap }")
    assert "minder kolommen" in told.value.hint
