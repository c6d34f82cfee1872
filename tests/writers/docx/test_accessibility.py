"""Whether a Word document can be read by who does not see it: our own checks, since no library has them."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.oxml.ns import qn
from papers import PAPERS, Paper, made
from word_files import STYLE, Element, fields, parts, shown, values, xml

from rapportage.style.contrast import contrast


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


def test_every_table_has_a_header_row(package: bytes) -> None:
    """What Word's own accessibility checker calls an error where it is missing."""
    for table in xml(package).iter(qn("w:tbl")):
        heads = [bool(values(row, "w:tblHeader")) for row in table.iter(qn("w:tr"))]
        assert heads[0]
        assert not heads[-1]
        assert values(table, "w:tblLook", "w:firstRow") == ["1"]


def test_terms_and_values_are_lines_and_no_table(package: bytes) -> None:
    lines = [one for style, one in styled(package) if style == "Metagegevens"]
    assert lines
    for one in lines:
        assert set(values(one, "w:rStyle")) <= {"Metaterm", "Hyperlink", "Strong", "Emphasis"}
        assert len([tab for run in one.iter(qn("w:r")) for tab in run.iterchildren(qn("w:tab"))]) == 1


def test_who_sign_are_read_one_by_one_and_stand_in_no_table(package: bytes) -> None:
    """Each with the office, in columns beside each other."""
    styles = [style for style, _ in styled(package) if style in ("Handtekening", "Functie")]
    assert styles == ["Handtekening", "Functie"] * (len(styles) // 2)
    inside = [style for table in xml(package).iter(qn("w:tbl")) for style in values(table, "w:pStyle")]
    assert not {"Handtekening", "Functie"} & set(inside)


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
    """A contents list has its page numbers behind a tab, which is Word's own, and a term its one value."""
    lists = ("TOC", "TableofFigures", "Kader", "Metagegevens")
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
        assert len(words) > 3 or len(str(link.get(qn("w:tooltip")))) > len(words) + 3
        assert not re.search(r"https?://|www\.|^(hier|klik|link|lees meer)$", words, re.I), words
        if link.get(qn("r:id")):
            assert str(link.get(qn("w:tooltip"))).startswith(("http", "mailto:", "tel:"))


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
