"""What the layout engine's boxes say is what stands on the pages; one module asks them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pypdfium2
import pytest
from documents import META, paragraph, text
from laid_out import STYLESHEET, style
from spoken import spoken
from where import ROOT

from rapportage.compose.resolve import resolve
from rapportage.document import Block, Cell, Contents, Document, Heading, Paragraph, Quote, Row, Table
from rapportage.inlines import Footnote, Text
from rapportage.writers.pdf.boxes import Pages, Words
from rapportage.writers.pdf.engine import Engine
from rapportage.writers.pdf.layout import lay_out
from rapportage.writers.pdf.page import page_css, page_tree

POINT = 0.75


def pages(*blocks: Block, css: str = "") -> tuple[Pages, bytes]:
    """The pages of these blocks, and their PDF as the engine draws it."""
    document = resolve(Document(META, blocks))
    engine = Engine(page_css(document, style(), STYLESHEET + css), {}, style().typefaces(), "pdf/a-2a")
    made = engine.lay_out(page_tree(document, style()))
    return made, engine.draw(made)[0]


def body(made: Pages) -> list[Words]:
    return [words for words in made.words if not words.around.in_margin]


TABLE = Table(
    (Row((Cell(text("Links"), header=True), Cell(text("Rechts"), header=True))),),
    (Row((Cell(text("een")), Cell(text("twee")))),),
    text("Breed"),
)


def test_words_stand_where_the_engine_draws_them() -> None:
    made, pdf = pages(Heading(1, text("Kop"), "kop"), paragraph("Een regel."), TABLE)
    assert {"Kop", "Een regel.", "een"} <= {words.text for words in body(made)}
    with pypdfium2.PdfDocument(pdf) as opened:
        page, height = opened[0].get_textpage(), opened[0].get_height()
        for words in body(made):
            found = page.search(words.text, match_case=True).get_next()
            assert found, words
            boxes = [page.get_charbox(at, loose=True) for at in range(found[0], sum(found))]
            right, below = max(box[2] for box in boxes), min(box[1] for box in boxes)
            assert words.right * POINT == pytest.approx(right, abs=1)
            assert words.bottom * POINT == pytest.approx(height - below, abs=3)


def test_the_last_page_is_filled_as_far_as_its_last_words() -> None:
    made, pdf = pages(*[paragraph("Regel.")] * 50)
    with pypdfium2.PdfDocument(pdf) as opened:
        assert made.count == len(opened) == 2
        page, height = opened[1].get_textpage(), opened[1].get_height()
        lowest = min(page.get_charbox(found.start(), loose=True)[1] for found in regels(page))
    assert made.last_filled() == pytest.approx(1 - lowest / height, abs=0.01)


def regels(page: pypdfium2.PdfTextPage) -> Iterator[re.Match[str]]:
    return re.finditer("Regel", page.get_text_range())


def test_words_know_their_page_and_its_edge_and_those_in_its_margins() -> None:
    made, _ = pages(paragraph("Eerste"), *[paragraph("Regel.")] * 40, paragraph("Laatste"))
    found = {words.text: words.around for words in made.words}
    edge = style().points("bladspiegel.breedte") - style().points("bladspiegel.buiten")
    assert (found["Eerste"].page, found["Laatste"].page) == (1, 2)
    assert found["Eerste"].edge * POINT == pytest.approx(edge, abs=0.1)
    assert found["Eerste"].in_margin is False
    assert found[META.title].in_margin is True


def test_words_in_a_table_know_it_and_the_edge_of_their_cell() -> None:
    made, _ = pages(TABLE, paragraph("Daarna"))
    found = {words.text: words for words in made.words}
    assert found["een"].around.edge < found["twee"].around.edge <= found["Daarna"].around.edge
    assert found["een"].right <= found["een"].around.edge
    table = found["een"].around.table
    assert table is not None
    assert table.tag == "table"
    assert found["Daarna"].around.table is None


def test_words_that_a_style_adds_are_told_from_those_of_the_element() -> None:
    css = "blockquote p::after { content: 'erbij' }"
    noted = Paragraph((Text("Met een noot"), Footnote(text("Noot."), 1), Text(".")))
    made, _ = pages(Quote((paragraph("Citaat."),)), noted, css=css)
    found = {words.text: words for words in made.words}
    assert [found[words].generated for words in ("Citaat.", "erbij")] == ["", "after"]
    (call,) = [words for words in made.words if words.generated == "footnote-call"]
    assert call.text.strip("\u2060") == "1"
    element = found["Citaat."].element
    assert element is not None
    assert (element.tag, element.text) == ("p", "Citaat.")


def test_the_dots_of_a_contents_list_are_no_words() -> None:
    made, _ = pages(Contents(text("Inhoud")), Heading(1, text("Kop"), "kop"))
    assert any("Kop" in words.text for words in made.words)
    assert [words for words in body(made) if words.text.strip(". ") == ""] == []


def test_an_anchor_is_on_the_page_of_its_heading() -> None:
    made, _ = pages(*[paragraph("Regel.")] * 50, Heading(1, text("Kop"), "kop"))
    assert made.anchors()["kop"] == 2


def test_a_space_stands_at_a_line_s_end_also_in_what_a_style_takes_out_of_the_flow() -> None:
    css = "blockquote { position: absolute; top: 90mm; left: 0; width: 60mm }"
    words = "Een zin die langer is dan een regel breed is, en die nog even doorgaat."
    document = resolve(Document(META, (Quote((paragraph(words),)),)))
    assert spoken(lay_out(document, style(), STYLESHEET + css))[0] == [words]


INSIDE = {"_page_box", "pango_layout", "element_tag", "position_x", "position_y", "is_leader", "at_keyword"}
INSIDE |= {"_tags", "add_tags", "link_annotation", "content_box_x"}


def test_no_other_module_looks_into_the_engine_s_boxes() -> None:
    for path in (ROOT / "src/rapportage/writers/pdf").glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert path.name == "boxes.py" or not used & INSIDE, path.name
