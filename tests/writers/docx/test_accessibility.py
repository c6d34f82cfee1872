"""Whether a Word document can be read by who does not see it: our own checks, since no library has them."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.oxml.ns import qn
from papers import PAPERS, Paper, made
from word_files import STYLE, Element, fields, parts, shown, values, xml

from rapportage.style.tokens import contrast


@pytest.fixture(scope="module", params=PAPERS, ids=str)
def package(request: pytest.FixtureRequest) -> bytes:
    paper: Paper = request.param
    return made(paper).docx


def styled(package: bytes) -> list[tuple[str, Element]]:
    return [((values(p, "w:pStyle") or [""])[0], p) for p in xml(package).iter(qn("w:p"))]


def test_it_has_a_title_and_a_language(package: bytes) -> None:
    properties = docx.Document(io.BytesIO(package)).core_properties
    assert properties.title
    assert properties.language == "nl-NL"
    assert values(xml(package, "word/styles.xml"), "w:lang")[0] == "nl-NL"


def test_every_picture_tells_something_or_says_that_it_decorates(package: bytes) -> None:
    for one in xml(package).iter(qn("wp:docPr")):
        decorates = any(str(inside.tag).endswith("}decorative") for inside in one.iter())
        assert bool(one.get("descr")) != decorates


def test_headings_go_down_one_level_at_a_time(package: bytes) -> None:
    levels = [int(style[-1]) for style, _ in styled(package) if re.fullmatch("Heading[1-9]", style)]
    steps = [after - before for before, after in zip([0, *levels], levels, strict=False)]
    assert all(step <= 1 for step in steps)


def test_data_tables_have_a_header_row_a_title_and_a_description(package: bytes) -> None:
    for table in tables(package, "Gegevenstabel"):
        first = next(table.iter(qn("w:tr")))
        assert values(first, "w:tblHeader")
        assert values(table, "w:tblLook", "w:firstRow") == ["1"]
        rows = list(table.iter(qn("w:tr")))
        assert all(values(row, "w:cantSplit") for row in rows)


def test_a_table_of_terms_has_a_title_and_the_terms_as_its_header_column(package: bytes) -> None:
    for table in tables(package, "Kenmerken"):
        assert values(table, "w:tblCaption") == ["Gegevens van dit stuk"]
        assert values(table, "w:tblLook", "w:firstColumn") == ["1"]
        assert values(table, "w:tblLook", "w:firstRow") == ["0"]


def test_a_table_that_only_arranges_holds_nothing_but_signatures(package: bytes) -> None:
    for table in tables(package, "Naastelkaar"):
        assert set(values(table, "w:pStyle")) <= {"Handtekening", "Functie"}
        assert "Opmaak zonder gegevens" in values(table, "w:tblDescription")[0]


def tables(package: bytes, style: str) -> list[Element]:
    return [one for one in xml(package).iter(qn("w:tbl")) if values(one, "w:tblStyle") == [style]]


def test_no_empty_paragraph_makes_room(package: bytes) -> None:
    """A table cell needs a paragraph, and so do two tables between them and the end of a section."""
    body = xml(package).find(qn("w:body"))
    assert body is not None
    blocks = [one for one in body if one.tag != qn("w:sectPr")]
    for position, one in enumerate(blocks):
        if one.tag != qn("w:p") or shown(one) or list(one.iter(qn("w:drawing"))):
            continue
        before, *after = blocks[max(0, position - 1) : position + 2 : 2]
        if values(one, "w:pStyle") == ["Sectieslot"]:
            assert list(one.iter(qn("w:sectPr"))) or not after
        else:
            assert [before.tag, *(next_.tag for next_ in after)] == [qn("w:tbl")] * 2


def test_no_tab_makes_columns(package: bytes) -> None:
    """A contents list has its page numbers behind a tab; that is Word's own."""
    lists = ("TOC", "TableofFigures", "Kaderlijst")
    for style, one in styled(package):
        tabs = [tab for run in one.iter(qn("w:r")) for tab in run.iterchildren(qn("w:tab"))]
        assert not tabs or style.startswith(lists), shown(one)


def test_no_list_is_typed_by_hand(package: bytes) -> None:
    for style, one in styled(package):
        if not values(one, "w:numId") and not style.startswith("Tabel"):
            assert not re.match(r"[•\-–*]\s|\d{1,2}[.)]\s", shown(one)), (style, shown(one))


def test_links_say_where_they_lead(package: bytes) -> None:
    for link in xml(package).iter(qn("w:hyperlink")):
        words = shown(link)
        assert len(words) > 3
        assert not re.search(r"https?://|www\.|^(hier|klik|link|lees meer)$", words, re.I), words
        if link.get(qn("r:id")):
            assert str(link.get(qn("w:tooltip"))).startswith(("http", "mailto:", "tel:"))


def test_cells_are_merged_only_where_the_table_says_so(package: bytes) -> None:
    for table in tables(package, "Kenmerken") + tables(package, "Naastelkaar"):
        assert values(table, "w:gridSpan") == values(table, "w:vMerge") == []


def test_the_colours_of_styles_stand_out_from_what_is_behind_them(package: bytes) -> None:
    paper = STYLE.colour("papier")
    for style in xml(package, "word/styles.xml").iter(qn("w:style")):
        ground = next(iter(values(style, "w:shd", "w:fill")), "")
        for colour in values(style, "w:color") if style.get(qn("w:type")) != "table" else []:
            against = f"#{ground.lower()}" if ground else paper
            assert contrast(f"#{colour.lower()}", against) >= 4.5, style.get(qn("w:styleId"))


def test_the_body_says_nothing_about_looks_that_a_style_can_say(package: bytes) -> None:
    """What stands in the text itself is its meaning, numbers, where a page begins, and how far from it."""
    looks = ("w:jc", "w:sz", "w:color", "w:rFonts", "w:shd", "w:pBdr")
    for one in xml(package).iter(qn("w:pPr"), qn("w:rPr")):
        assert [name for name in looks if one.find(qn(name)) is not None] == []
        spacing = one.find(qn("w:spacing"))
        assert spacing is None or list(spacing.attrib) == [qn("w:before")]


def test_fields_have_their_results_and_nothing_asks_to_be_renewed(package: bytes) -> None:
    assert b"updateFields" not in parts(package)["word/settings.xml"]
    assert b"w:dirty" not in parts(package)["word/document.xml"]
    assert [code for code, result in fields(xml(package)) if not result.strip()] == []
