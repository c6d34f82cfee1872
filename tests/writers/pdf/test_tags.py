"""The tags say what the Document says: one for each thing in it, also where it goes on after a page."""

from __future__ import annotations

import re
from io import BytesIO
from tempfile import NamedTemporaryFile

import engines
import page
import pikepdf
import pypdfium2
import pytest
from documents import META, everything, item, paragraph, text
from engines import DEFAULT, Layout, each_engine
from hypothesis import given, reject, settings
from laid_out import STYLESHEET, layout
from papers import PAPERS, Paper, made
from spoken import spoken, written
from strategies import documents, slow
from tag_tree import attributes_of, counts, elements, expected, kids, readable, strays
from where import TESTS, WORKSPACES
from word_files import STYLE

from rapportage.build.check import check
from rapportage.compose.resolve import resolve
from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Kader,
    Landscape,
    List,
    ListItem,
    Paragraph,
    Row,
    Table,
)
from rapportage.errors import LayoutError
from rapportage.inlines import Footnote, Language, Link, Text
from rapportage.periode import parse_periode
from rapportage.style.page import landscape, portrait
from rapportage.workspace import Workspace
from rapportage.writers.pdf.layout import lay_out

LONG = "Dit is een zin die er is om ruimte te vullen. "


@each_engine
@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_paper_has_one_tag_for_each_thing_in_it(paper: Paper, engine: str) -> None:
    document, _, layout = made(paper, engine)
    assert counts(layout.pdf) == expected(document, engine)


@each_engine
def test_the_paper_that_uses_everything_has_one_tag_for_each_thing_in_it(engine: str) -> None:
    assert counts(layout(engine=engine).pdf) == expected(everything(), engine)


@each_engine
def test_in_the_paper_that_uses_everything_all_leads_back_to_the_tag_that_holds_it(engine: str) -> None:
    assert strays(layout(engine=engine).pdf) == []


@pytest.mark.slow
@each_engine
@settings(slow, derandomize=True)  # the same papers each time: what a longer search found stands below
@given(documents())
def test_any_document_has_one_tag_for_each_thing_in_it_its_words_in_order_and_passes(
    engine: str, document: Document
) -> None:
    resolved = resolve(document)
    try:
        made = engines.lay_out(resolved, STYLE, engine)
    except LayoutError as refused:  # words wider than their cell are refused, whatever they are
        if "past" not in str(refused):
            raise
        reject()
    assert counts(made.pdf) == expected(resolved, engine)
    assert spoken(made) == written(resolved, made)
    assert outside(made) == []
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(made.pdf)
        file.flush()
        report = page.validate_pdf(file.name, profile="ua1")
    assert [f"{one.rule_id}: {one.message}" for one in report.failures] == []


def outside(made: Layout) -> list[tuple[int, str]]:
    """What is drawn past the edges of text and figures, with the number of its page."""
    found = []
    with pypdfium2.PdfDocument(made.pdf) as shown:
        for number, page in enumerate(shown, 1):
            like = landscape(STYLE) if page.get_width() > page.get_height() else portrait(STYLE)
            words = page.get_textpage()
            for at in range(words.count_chars()):
                left, below, right, above = words.get_charbox(at)
                if words.get_text_range(at, 1).strip() and right > left:
                    across = left > like.left - BESIDE and right < like.left + like.block_width() + 2
                    if not (across and below > 0 and above < like.height):
                        found.append((number, words.get_text_range(at, 12)))
    return found


BESIDE = 40
"""How far the long number of an item may hang out to the left."""


def test_the_tags_of_the_small_workspace_are_what_was_read_and_approved(update: bool) -> None:
    document = check(Workspace(WORKSPACES / "klein"), parse_periode("2024-H1")).documents["bijlage"]
    found = readable(lay_out(document, STYLE, STYLESHEET).pdf)
    kept = TESTS / "golden-tags.txt"
    if update:
        kept.write_text(found, "utf-8")
    assert found == kept.read_text("utf-8")


# --- what goes on after a page or a line -------------------------------------------------------


def tagged(*blocks: Block, engine: str = DEFAULT) -> bytes:
    return engines.lay_out(resolve(Document(META, blocks)), STYLE, engine).pdf


def tree(*blocks: Block, engine: str = DEFAULT) -> str:
    return readable(tagged(*blocks, engine=engine))


def tags(pdf: bytes) -> list[str]:
    return [line.strip().split(" ")[0] for line in readable(pdf).splitlines()]


ROWS = tuple(Row((Cell(text(f"rij {n}"), header=True), Cell(text("waarde")))) for n in range(80))
HEAD = (Row((Cell(text("Wat"), header=True), Cell(text("Hoeveel"), header=True))),)
NOTED = (
    Row(
        (
            Cell(text("Wat"), header=True),
            Cell((Text("Hoeveel"), Footnote(text("Geteld in mei."))), header=True),
        )
    ),
)
GOING_ON: dict[str, tuple[Block, dict[str, int]]] = {
    "a paragraph": (paragraph(LONG * 200), {"P": 1}),
    "a list": (List(tuple(item(paragraph(f"punt {n}")) for n in range(90))), {"L": 1, "LI": 90, "Lbl": 90}),
    "an item": (List((item(paragraph(LONG * 200)), item(paragraph("kort")))), {"L": 1, "LI": 2, "Lbl": 2}),
    "an item with a list": (
        List(
            (
                ListItem((Paragraph(text(LONG * 60)), List(tuple(item(paragraph(LONG)) for _ in range(60))))),
                item(paragraph("kort")),
            )
        ),
        {"L": 2, "LI": 62, "Lbl": 62},
    ),
    "a table": (
        Table(HEAD, ROWS, text("Lijst"), id="lijst"),
        {"Table": 1, "THead": 1, "TBody": 1, "TR": 81, "TH": 82},
    ),
    "a table with a note in its head": (
        Table(NOTED, ROWS, text("Lijst"), id="lijst"),
        {"Table": 1, "THead": 1, "TR": 81, "Note": 1},
    ),
    "a table without a caption": (Table(HEAD, ROWS), {"Table": 1, "THead": 1, "TBody": 1, "TR": 81}),
    "landscape pages": (
        Landscape(
            (
                Kader(text("Titel"), tuple(paragraph(LONG * 20) for _ in range(9))),
                List((item(paragraph("kort")),)),
            )
        ),
        {"L": 1, "LI": 1, "P": 9, "H1": 1, "Sect": 1},
    ),
    "a link": (
        Paragraph((Text(LONG * 20), Link(text(LONG * 80), "https://www.example.org/"))),
        {"P": 1, "Link": 1},
    ),
    "a box": (Kader(text("Titel"), tuple(paragraph(LONG * 20) for _ in range(20))), {"P": 20, "Sect": 1}),
}


@each_engine
@pytest.mark.parametrize("what", GOING_ON)
def test_what_goes_on_after_a_page_has_one_tag_to_which_all_of_it_leads_back(what: str, engine: str) -> None:
    block, wanted = GOING_ON[what]
    pdf = tagged(paragraph("voor"), block, paragraph("na"), engine=engine)
    found = {tag: tags(pdf).count(tag) for tag in wanted}
    assert found == wanted | ({"P": wanted["P"] + 2} if "P" in wanted else {})
    assert strays(pdf) == []


@each_engine
def test_two_paragraphs_parted_by_a_page_stay_two(engine: str) -> None:
    assert tags(tagged(*(paragraph(LONG * 30) for _ in range(30)), engine=engine)).count("P") == 30


@each_engine
def test_a_link_over_two_lines_is_one_link_with_a_box_for_each_line(engine: str) -> None:
    link = Link(
        text(
            "een heel lange omschrijving van waar deze koppeling de lezer van dit stuk brengen zal, tot op de regel"
        ),
        "https://www.example.org/",
    )
    pdf = tagged(Paragraph((Text("Zie eerst, en vooral, " * 2), link)), engine=engine)
    with pikepdf.open(BytesIO(pdf)) as opened:
        (found,) = [one for one in elements(opened.Root.StructTreeRoot) if one.S == "/Link"]
        boxes = [
            kid for kid in kids(found) if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
        ]
        # One annotation a line, or one that says where each of its lines is.
        assert sum(len(box.Obj.get("/QuadPoints", range(8))) // 8 for box in boxes) >= 2
    assert strays(pdf) == []


@each_engine
def test_cells_after_a_page_name_the_first_head_as_theirs(engine: str) -> None:
    pdf = tagged(Table(HEAD, ROWS), engine=engine)
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = list(elements(opened.Root.StructTreeRoot))
        names = {str(one.ID) for one in found if "/ID" in one}
        named = {str(header) for one in found if one.S == "/TD" for header in attributes_of(one).Headers}
    assert named <= names


# --- figures and what is no content --------------------------------------------------------------


@each_engine
def test_the_box_of_a_figure_is_where_it_is_drawn(engine: str) -> None:
    pdf = layout(engine=engine).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        figures = [one for one in elements(opened.Root.StructTreeRoot) if one.S == "/Figure"]
        boxes = [(pages[one.Pg.objgen], tuple(map(float, box_of(one)))) for one in figures]
    with pypdfium2.PdfDocument(pdf) as shown:
        drawn = [
            (number, one.get_bounds())
            for number, one in ((n, one) for n, page in enumerate(shown) for one in page.get_objects())
            if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        ]
    pictures = [(number, bounds) for number, bounds in drawn if not _is_decoration(bounds)]
    assert pictures
    for number, bounds in pictures:
        assert [box for at, box in boxes if at == number and box == pytest.approx(bounds, abs=0.5)]


def box_of(figure: pikepdf.Object) -> pikepdf.Object:
    given = figure.A if isinstance(figure.A, pikepdf.Array) else [figure.A]
    return next(one.BBox for one in given if "/BBox" in one)


def _is_decoration(bounds: tuple[float, ...]) -> bool:
    """The only picture without words in that paper is a line as wide as the column."""
    return bounds[3] - bounds[1] < 6


@each_engine
def test_headers_and_footers_are_artifacts_of_their_kind_and_dots_of_another(engine: str) -> None:
    document, made_of_it = everything(), layout(engine=engine)
    with pikepdf.open(BytesIO(made_of_it.pdf)) as opened:
        contents = [page.Contents.read_bytes() for page in opened.pages]
    kinds = [
        [_kind(one.decode()) for one in re.findall(rb"/Artifact ?<<([^>]*)>>", content)]
        for content in contents
    ]
    header, footer = "Header", "Footer"
    assert [page.count(header) for page in kinds][1:] == [1] * (len(kinds) - 1)
    parts = 2 if engine == DEFAULT else 1  # what the footer says and its number, in boxes of their own
    assert [page.count(footer) for page in kinds] == [parts] * len(kinds)
    assert any(isinstance(block, Contents) for block in document.blocks)
    assert {"Layout", footer} <= set(kinds[0]) <= {"Layout", footer, header}


def _kind(said: str) -> str:
    """The kind of an artifact, by what a mark says of it."""
    return next(kind for kind in ("Header", "Footer", "Layout") if f"/{kind}" in said)


# --- notes and languages ---------------------------------------------------------------------


def test_a_note_stands_behind_its_mark_with_a_name_of_its_own() -> None:
    note = Footnote((Text("Zie "), Link(text("het rapport"), "https://www.example.org/")))
    lines = [
        line.strip()
        for line in tree(
            Paragraph((Text("Een"), note, Text(" en twee"), Footnote(text("Nog iets.")), Text(".")))
        ).splitlines()
    ]
    start = lines.index("P")
    assert [one for one in lines[start:] if not one.startswith("Span")] == [
        "P",
        "Reference",
        "Note · noot-1",
        "Lbl",
        "Link",
        "Reference",
        "Note · noot-2",
        "Lbl",
    ]


@each_engine
def test_a_passage_says_its_language_also_over_a_line_and_in_a_note(engine: str) -> None:
    english = Language(
        text(
            "coalitions of the willing and of all those who would like to be part of them as well, for once"
        ),
        "en",
    )
    french = Language(text("le mot"), "fr")
    lines = tree(Paragraph((Text("Zo heet het: "), english, Footnote((french,)), Text("."))), engine=engine)
    assert [line.strip() for line in lines.splitlines() if "Span ·" in line] == ["Span · en", "Span · fr"]


@each_engine
def test_each_passage_of_a_table_has_its_own_language(engine: str) -> None:
    def passage(lang: str) -> tuple[Text, Language]:
        return Text("woord "), Language(text("passage"), lang)

    head = Row((Cell(passage("de"), header=True),))
    table = Table((head,), (Row((Cell(passage("fr")),)),), passage("en"), passage("es"))
    found = [line.strip() for line in tree(table, engine=engine).splitlines() if "Span ·" in line]
    assert found == ["Span · en", "Span · de", "Span · fr", "Span · es"]


def test_a_style_that_takes_notes_from_the_foot_of_the_page_is_told() -> None:
    document = resolve(Document(META, (Paragraph((Text("Een"), Footnote(text("noot")))),)))
    with pytest.raises(
        LayoutError, match="niet toegankelijk te maken: naar voetnoot 1 verwijst niets in de tekst"
    ):
        lay_out(document, STYLE, STYLESHEET + ".voetnoot { float: none !important }").write({})


def test_a_style_cannot_take_away_where_things_begin() -> None:
    css = STYLESHEET + 'p::before, ul::before { content: "§" } dl { display: block }'
    document = resolve(Document(META, tuple(paragraph(LONG * 30) for _ in range(30))))
    lines = readable(lay_out(document, STYLE, css).pdf).splitlines()
    assert sum(line.strip() == "P" for line in lines) == 30
