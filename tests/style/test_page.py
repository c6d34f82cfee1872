"""One page geometry: the check, the PDF and the Word file go by the same measures, whatever the margins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from documents import META, paragraph, png
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from laid_out import STYLESHEET
from where import ROOT
from word_files import STYLE, xml

from rapportage.checks.drawings.figure_size import too_high
from rapportage.checks.subjects import Paper
from rapportage.columns import table_room
from rapportage.document import Block, Cell, Document, Figure, FigurePair, Image, Landscape, Row, Table
from rapportage.inlines import Text
from rapportage.style.lengths import MILLIMETRE, PIXEL
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import HouseStyle, Points
from rapportage.writers.docx.document import write_docx
from rapportage.writers.pdf.layout import lay_out

EMU = 12700
Size = tuple[float, float]


def with_margins(**margins: float) -> HouseStyle:
    """The house style of the package with these margins in mm."""
    own = {f"bladspiegel.{side}": Points(size * MILLIMETRE) for side, size in margins.items()}
    return replace(STYLE, tokens=STYLE.tokens | own)


def paper(*sizes: Size, lying: bool = False, pair: bool = False) -> Document:
    """A paper of figures of these sizes in points."""
    figures = tuple(Figure(f"f{at}", "Een vlak.", id=f"f{at}") for at in range(len(sizes)))
    blocks: tuple[Block, ...] = (FigurePair(figures[0], figures[1]),) if pair else figures
    images = {f"f{at}": drawing(*size) for at, size in enumerate(sizes)}
    return Document(META, (Landscape(blocks),) if lying else blocks, images)


def drawing(width: float, height: float) -> Image:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><path d="M0 0H9V9Z"/></svg>'
    )
    return Image("image/svg+xml", svg.encode(), width / PIXEL, height / PIXEL, png(1, 1))


def in_pdf(document: Document, style: HouseStyle) -> list[Size]:
    """The width and height in points of each figure as the PDF's tags tell them."""
    with pikepdf.open(BytesIO(lay_out(document, style, STYLESHEET).pdf)) as pdf:
        boxes = [
            [float(one) for one in element.A.BBox]
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure"
        ]
    return [(right - left, top - bottom) for left, bottom, right, top in boxes]


def in_word(document: Document, style: HouseStyle) -> list[Size]:
    """The width and height in points of each figure in the Word file."""
    extents = xml(write_docx(document, style, {})).iter(qn("wp:extent"))
    return [(int(one.get("cx", "")) / EMU, int(one.get("cy", "")) / EMU) for one in extents]


def too_high_in(document: Document, style: HouseStyle) -> list[str]:
    """The figures that the check finds too high."""
    found = too_high(Paper(document, style, frozenset(document.images)))
    return [one.message.split("'")[1] for one in found]


MARGINS = [
    {"boven": 30, "onder": 12},
    {"boven": 12, "onder": 30},
    {"boven": 25, "onder": 40, "binnen": 15, "buiten": 50},
    {"boven": 18, "onder": 18},
]


@pytest.mark.parametrize("margins", MARGINS)
@pytest.mark.parametrize("lying", [False, True])
def test_the_formats_show_a_figure_equally_large_and_the_check_tells_when_smaller(
    margins: Mapping[str, float], lying: bool
) -> None:
    style = with_margins(**margins)
    page = landscape(style) if lying else portrait(style)
    heights = (100, 375, page.figure_height - 0.2, page.figure_height + 0.2, 900)
    document = paper(*((200, height) for height in heights), lying=lying)
    shown = [page.shown(200 / PIXEL, height / PIXEL) for height in heights]
    assert in_word(document, style) == [pytest.approx(one, abs=0.01) for one in shown]
    assert in_pdf(document, style) == [pytest.approx(one, abs=0.1) for one in shown]
    smaller = [f"f{at}" for at, height in enumerate(heights) if height - shown[at][1] > 0.1]
    assert too_high_in(document, style) == smaller


def test_on_a_page_on_its_side_the_upper_margin_counts_twice() -> None:
    style, document = with_margins(boven=30, onder=12), paper((200, 375), lying=True)
    highest = 0.8 * (210 - 30 - 30) * MILLIMETRE
    assert [size[1] for size in in_pdf(document, style) + in_word(document, style)] == [
        pytest.approx(highest, abs=0.1)
    ] * 2
    assert too_high_in(document, style) == ["f0"]


@pytest.mark.parametrize("lying", [False, True])
def test_figures_beside_each_other_are_half_as_wide_in_both_formats(lying: bool) -> None:
    style = with_margins(boven=30, onder=12, binnen=20, buiten=35)
    document = paper((900, 300), (900, 500), lying=lying, pair=True)
    page = landscape(style) if lying else portrait(style)
    shown = [page.shown(900 / PIXEL, height / PIXEL, half=True) for height in (300, 500)]
    assert {width for width, _ in shown} == {page.block_width(half=True)}
    assert in_word(document, style) == [pytest.approx(one, abs=0.01) for one in shown]
    assert in_pdf(document, style) == [pytest.approx(one, abs=0.2) for one in shown]


@pytest.mark.parametrize("margins", MARGINS)
def test_pages_are_as_large_with_the_same_margins_in_both_formats(margins: Mapping[str, float]) -> None:
    style = with_margins(**margins)
    document = Document(META, (paragraph("Staand."), Landscape((paragraph("Liggend."),))))
    sections = list(xml(write_docx(document, style, {})).iter(qn("w:sectPr")))
    rendered = lay_out(document, style, STYLESHEET)._rendered
    assert rendered is not None
    boxes = [one._page_box for one in rendered.pages.made.pages]
    for page, section, box in zip((portrait(style), landscape(style)), sections, boxes, strict=True):
        paper_size, edges = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        assert paper_size is not None
        assert edges is not None
        in_points = [int(paper_size.get(qn(f"w:{side}"), "")) / 20 for side in ("w", "h")]
        in_points += [int(edges.get(qn(f"w:{side}"), "")) / 20 for side in ("top", "right", "bottom", "left")]
        measures = [page.width, page.height, page.top, page.right, page.bottom, page.left]
        assert in_points == pytest.approx(measures, abs=0.05)
        sizes = [box.margin_width(), box.margin_height()]
        sizes += [box.margin_top, box.margin_right, box.margin_bottom, box.margin_left]
        assert [one * PIXEL for one in sizes] == pytest.approx(measures, abs=0.01)


def test_an_own_stylesheet_that_names_the_upright_margins_gets_the_same_page_on_its_side() -> None:
    own = "@page liggend { margin: var(--bladspiegel-boven) var(--bladspiegel-onder) }"
    style, document = with_margins(boven=30, onder=12), paper((200, 300), lying=True)
    assert lay_out(document, style, STYLESHEET + own).pdf == lay_out(document, style, STYLESHEET).pdf


@pytest.mark.parametrize("own", ["", "@page { size: 210mm 279mm }"])
@pytest.mark.parametrize("margins", MARGINS)
def test_a_footer_is_told_apart_from_decoration_on_every_page(margins: Mapping[str, float], own: str) -> None:
    document = Document(META, (paragraph("Staand."), Landscape((paragraph("Liggend."),))))
    with pikepdf.open(BytesIO(lay_out(document, with_margins(**margins), STYLESHEET + own).pdf)) as pdf:
        contents = [page.Contents.read_bytes() for page in pdf.pages]
    for content, headers in zip(contents, (False, True), strict=True):
        assert b"/Subtype /Footer" in content
        assert (b"/Subtype /Header" in content) == headers


@given(
    st.fixed_dictionaries({side: st.floats(0, 90) for side in ("boven", "onder", "binnen", "buiten")}),
    st.floats(1, 5000),
    st.floats(1, 5000),
    st.booleans(),
)
@settings(max_examples=200)
def test_no_figure_is_shown_larger_than_it_is_or_than_its_page_allows(
    margins: dict[str, float], width: float, height: float, half: bool
) -> None:
    style = with_margins(**margins)
    for page in (portrait(style), landscape(style)):
        if page.block_width(half=half) > 1:
            wide, high = page.shown(width, height, half=half)
            assert wide <= min(width * PIXEL, page.block_width(half=half)) * (1 + 1e-9)
            assert high <= min(height * PIXEL, page.figure_height) * (1 + 1e-9)
            assert wide / high == pytest.approx(width / height)


def test_only_the_page_reads_the_margins_from_the_house_style() -> None:
    measured = re.compile(r"bladspiegel\.|ruimte\.naast-figuur|figuur\.hoogste|25\.4|0\.75 |\b72 /|\b96 /")
    found = {
        path.name
        for path in (ROOT / "src/rapportage").rglob("*.py")
        if measured.search(path.read_text("utf-8"))
    }
    assert found == {"page.py", "lengths.py"}
    pages = [path for path in (ROOT / "src/rapportage").rglob("page.py") if "pdf" in path.parts]
    assert not any(measured.search(path.read_text("utf-8")) for path in pages)


@pytest.mark.parametrize(
    ("inside", "outside", "overhang"),
    [(22.5, 60.5, 38), (41.5, 41.5, 0), (60, 30, 0)],
)
def test_figures_reach_past_the_text_to_as_far_from_the_edge_as_it_begins(
    inside: float, outside: float, overhang: float
) -> None:
    style = with_margins(binnen=inside, buiten=outside)
    page = portrait(style)
    assert page.overhang == pytest.approx(overhang * MILLIMETRE)
    assert page.block_width() == pytest.approx(page.text_width() + overhang * MILLIMETRE)
    assert page.block_width(half=True) * 2 + page.gap == pytest.approx(page.block_width())
    assert landscape(style).overhang == 0


@pytest.mark.parametrize(("words", "wide"), [("kort", False), ("een cel met meer woorden dan er past", True)])
def test_a_table_is_wide_where_its_cells_would_go_on_in_more_lines(words: str, wide: bool) -> None:
    page = portrait(STYLE)
    cells = tuple(Cell((Text(words),)) for _ in range(4))
    room = table_room(Table((), (Row(cells),)), page, STYLE)
    assert room == (page.block_width() if wide else page.text_width())
