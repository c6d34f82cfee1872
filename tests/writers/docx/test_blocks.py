"""The Word writer, block by block and word by word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from documents import IMAGES, META, everything, item, paragraph, png, text
from docx.oxml.ns import qn
from word_files import (
    DOCUMENT,
    PAGES,
    STYLE,
    paragraphs,
    parts,
    reopened,
    shown,
    values,
    written,
    xml,
)

from rapportage.document import (
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    FigurePair,
    Heading,
    Image,
    Kader,
    List,
    Paragraph,
    Quote,
    Row,
    Table,
)
from rapportage.inlines import Emphasis, Footnote, Inline, Inlines, Language, LineBreak, Link, Strong, Text
from rapportage.style.page import portrait
from rapportage.writers.docx.document import write_docx


@pytest.fixture(scope="module")
def package() -> bytes:
    """The paper that uses everything, as a Word document."""
    return write_docx(everything(), STYLE, PAGES)


# --- lists -----------------------------------------------------------------------------------


def _numbers(package: bytes) -> list[tuple[str, str, str]]:
    """Per list item: level, format and start of its own definition."""
    definitions = {
        found.get(qn("w:abstractNumId")): [*found.iter(qn("w:lvl"))]
        for found in xml(package, "word/numbering.xml").iter(qn("w:abstractNum"))
    }
    items = []
    for properties in xml(package).iter(qn("w:numPr")):
        level, number = values(properties, "w:ilvl")[0], values(properties, "w:numId")[0]
        chosen = definitions[number][int(level)]
        items.append((level, values(chosen, "w:numFmt")[0], values(chosen, "w:start")[0]))
    return items


def test_numbered_lists_have_a_definition_each_and_bullets_that_of_their_style() -> None:
    deepest = List((item(paragraph("diep")),), ordered=True, start=4)
    middle = List((item(paragraph("half"), deepest),))
    package = written(List((item(paragraph("hoog"), middle), item(paragraph("weer"))), ordered=True, start=3))
    assert _numbers(package) == [("0", "decimal", "3"), ("2", "lowerRoman", "4"), ("0", "decimal", "3")]
    styles = [style for style, _ in paragraphs(package)]
    assert styles == ["ListNumber", "ListBullet2", "ListNumber3", "ListNumber"]


def test_a_second_list_begins_again_because_it_shares_no_definition() -> None:
    one = List((item(paragraph("a")),), ordered=True)
    assert len(set(values(xml(written(one, one)), "w:numId"))) == 2


def test_further_paragraphs_of_an_item_have_no_number() -> None:
    package = written(List((item(paragraph("een"), paragraph("nog iets")),)))
    assert paragraphs(package) == [("ListBullet", "een"), ("ListContinue", "nog iets")]
    style = next(s for s in xml(package, "word/styles.xml") if s.get(qn("w:styleId")) == "ListContinue")
    assert values(style, "w:numId") == values(xml(package), "w:numId") == []


def test_all_paragraphs_of_a_box_begin_at_one_edge() -> None:
    inner = List((item(paragraph("twee")),))
    box = Kader(text("Titel"), (paragraph("Tekst"), List((item(paragraph("een"), inner),))))
    package = written(box)
    tied = [
        one
        for one in xml(package, "word/numbering.xml").iter(qn("w:abstractNum"))
        if values(one, "w:pStyle") == ["Kaderlijst"]
    ]
    edges = {
        int(values(level, "w:ind", "w:left")[0]) - int(values(level, "w:ind", "w:hanging")[0])
        for level in tied[0].iter(qn("w:lvl"))
    }
    assert values(xml(package), "w:numId") == [tied[0].get(qn("w:abstractNumId"))]
    style = next(s for s in xml(package, "word/styles.xml") if s.get(qn("w:styleId")) == "Kader")
    assert edges == {int(values(style, "w:ind", "w:left")[0])}


# --- tables ----------------------------------------------------------------------------------


def _row(*words: str, header: bool = False) -> Row:
    return Row(tuple(Cell(text(word), header) for word in words))


def test_header_rows_come_back_and_rows_stay_whole(package: bytes) -> None:
    tables = [t for t in xml(package).iter(qn("w:tbl")) if values(t, "w:tblStyle") == ["Gegevenstabel"]]
    heads = [[len(values(row, "w:tblHeader")) for row in table.iter(qn("w:tr"))] for table in tables]
    assert heads == [[1, 0, 0], [0, 0], [1, 1, 0, 0, 0]]
    rows = [row for table in xml(package).iter(qn("w:tbl")) for row in table.iter(qn("w:tr"))]
    assert all(values(row, "w:cantSplit") for row in rows)


def test_a_table_tells_its_caption_and_which_cells_are_heads(package: bytes) -> None:
    table = next(t for t in xml(package).iter(qn("w:tbl")) if values(t, "w:tblStyle") == ["Gegevenstabel"])
    assert values(table, "w:tblCaption") == ["Tabel 1: Aanvragen en toekenningen"]
    assert values(table, "w:tblDescription") == ["Aanvragen en toekenningen"]
    assert values(table, "w:tblLook", "w:firstRow") == values(table, "w:tblLook", "w:firstColumn") == ["1"]


def test_spans_are_words_spans(package: bytes) -> None:
    table = reopened(package).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["Opgave", "Aantal projecten", "Aantal projecten"]
    assert [cell.text for cell in table.rows[1].cells] == ["Opgave", "2020", "2021"]
    assert [cell.text for cell in table.rows[3].cells] == ["Bereikbaarheid"] + ["geen cijfers bekend"] * 2


def test_two_tables_after_each_other_do_not_become_one() -> None:
    table = Table((), (_row("een"),))
    tags = [child.tag for child in next(iter(xml(written(table, table))))]
    assert tags == [qn("w:tbl"), qn("w:p"), qn("w:tbl"), qn("w:p"), qn("w:sectPr")]


# --- figures ---------------------------------------------------------------------------------


def test_a_picture_tells_what_it_shows_and_a_decorative_one_that_it_shows_nothing() -> None:
    package = written(Figure("kaart", "Kaart van het noorden."), Figure("sierlijn", ""))
    told, silent = xml(package).iter(qn("wp:docPr"))
    assert told.get("descr") == "Kaart van het noorden."
    assert silent.get("descr") == ""
    assert b"decorative" in parts(package)[DOCUMENT]
    assert [child.tag for child in told] == []


def test_a_drawing_has_its_bitmap_beside_it() -> None:
    package = written(Figure("aanvragen", "Staafdiagram."))
    files = parts(package)
    assert files["word/media/image1.png"] == IMAGES["aanvragen"].bitmap
    assert files["word/media/image2.svg"] == IMAGES["aanvragen"].data
    assert re.search(rb'<a:blip r:embed="rId\d+"><a:extLst>.*svgBlip', files[DOCUMENT])


def test_a_picture_shown_twice_is_stored_once() -> None:
    package = written(Figure("kaart", "k"), Figure("kaart", "k"))
    assert [name for name in parts(package) if "media" in name] == ["word/media/image1.png"]


def test_a_picture_is_as_large_as_it_wants_and_never_wider_than_its_room() -> None:
    images = {
        "klein": Image("image/png", png(96, 48), 96, 48),
        "groot": Image("image/png", png(9, 3), 9000, 3000),
    }
    blocks = (
        Figure("klein", "k"),
        Figure("groot", "g"),
        FigurePair(Figure("groot", "g"), Figure("groot", "g")),
    )
    package = write_docx(Document(META, blocks, images), STYLE, {})
    width, height = (round(length * 12700) for length in (72.0, 36.0))
    sizes = [
        (int(extent.get("cx", "")), int(extent.get("cy", "")))
        for extent in xml(package).iter(qn("wp:extent"))
    ]
    room = portrait(STYLE).block_width() * 12700
    assert sizes[0] == (width, height)
    assert sizes[1] == pytest.approx((room, room / 3), abs=2)
    assert sizes[2][0] == sizes[3][0] == pytest.approx((room - 6 * 36000) / 2, abs=2)


# --- words -----------------------------------------------------------------------------------


def _runs(*content: Inline) -> list[tuple[str, str]]:
    """Words and markup of the properties of every run of one paragraph."""
    body = parts(written(Paragraph(content)))[DOCUMENT].decode()
    found = re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[^>]*>([^<]*)</w:t>", body)
    return [(words, properties) for properties, words in found]


def test_stress_is_a_style_also_when_it_is_double() -> None:
    assert _runs(Strong(text("a")), Emphasis(text("b")), Strong((Emphasis(text("c")),))) == [
        ("a", '<w:rStyle w:val="Strong"/>'),
        ("b", '<w:rStyle w:val="Emphasis"/>'),
        ("c", '<w:rStyle w:val="Sterkenadruk"/>'),
    ]


def test_importance_stays_bold_where_the_paragraph_is_bold_already() -> None:
    body = parts(written(Heading(2, (Strong(text("Let op")),), "a")))[DOCUMENT]
    assert b"<w:rPr><w:b/></w:rPr>" in body


@pytest.mark.parametrize(
    "words", ["  twee  spaties ", "tab\teinde", "a\u00a0b\u00adc\u2011d\u200be", "<&>\"'", "😀 é"]
)
def test_any_characters_survive(words: str) -> None:
    document = reopened(written(paragraph(words)))
    # Word's own hyphens are elements, which the library shows as a hyphen and as nothing.
    assert document.paragraphs[0].text == words.replace("\u2011", "-").replace("\xad", "")


def test_a_line_break_is_one() -> None:
    document = reopened(written(Paragraph((Text("een"), LineBreak(), Text("twee")))))
    assert document.paragraphs[0].text == "een\ntwee"


def test_links_keep_their_address_and_lose_what_word_would_call_damage() -> None:
    package = written(
        Paragraph(
            (
                Link(text("een"), "https://example.org/a?b=1&c=2#d"),
                Link(text("twee"), "https://example.org/a b|c"),
            )
        )
    )
    first, second = reopened(package).paragraphs[0].hyperlinks
    assert (first.text, first.url) == ("een", "https://example.org/a?b=1&c=2#d")
    assert second.url == "https://example.org/a%20b%7Cc"


def test_footnotes_stand_in_words_own_part_with_their_links(package: bytes) -> None:
    notes = xml(package, "word/footnotes.xml")
    assert [shown(note).strip() for note in notes] == [
        "",
        "",
        "Gemeten volgens de landelijke methode.",
        "De bijlagen gaan over alle opgaven.",
        "Alleen volledige aanvragen.",
    ]
    assert values(notes, "w:footnote", "w:id") == ["-1", "0", "1", "2", "3"]
    assert values(xml(package), "w:footnoteReference", "w:id") == ["1", "2", "3"]
    assert b"https://example.org/methode" in parts(package)["word/_rels/footnotes.xml.rels"]


def test_a_note_within_a_note_stands_between_brackets() -> None:
    package = written(Paragraph((Footnote((Text("noot"), Footnote(text("binnenin")))),)))
    assert shown(xml(package, "word/footnotes.xml")).strip() == "noot (binnenin)"


def test_a_passage_in_another_language_says_which(package: bytes) -> None:
    assert values(xml(package), "w:lang") == ["en-GB"]
    other = written(Paragraph((Language(text("colour"), "en-US"), Language(text("taal"), "la"))))
    assert values(xml(other), "w:lang") == ["en-US", "la"]


def test_a_reference_is_told_by_more_than_its_colour(package: bytes) -> None:
    styles = {one.get(qn("w:styleId")): one for one in xml(package, "word/styles.xml")}
    assert values(styles["Verwijzing"], "w:u") == values(styles["Hyperlink"], "w:u") == ["single"]
    pointing = [one for one in xml(package).iter(qn("w:instrText")) if " REF " in (one.text or "")]
    looks = [values(run, "w:rStyle") for one in pointing if (run := one.getparent()) is not None]
    assert looks == [["Verwijzing"]] * 6


def test_a_place_to_break_a_word_is_an_element_of_words_own() -> None:
    package = written(paragraph("bij\u00adlagen"))
    assert values(xml(package), "w:softHyphen") == ["None"]
    assert "\u00ad" not in parts(package)[DOCUMENT].decode()


def test_a_contents_entry_leaves_notes_and_links_of_the_heading_out() -> None:
    words: Inlines = (Link(text("Kern"), "https://example.org"), Footnote(text("noot"), 1))
    contents = Contents(text("Inhoud"), 1, (ContentsEntry(1, "", words, "kern"),))
    package = written(contents, Heading(1, words, "kern"))
    assert len(values(xml(package), "w:footnoteReference", "w:id")) == 1


def test_no_words_of_the_document_are_missing(package: bytes) -> None:
    body = shown(xml(package))
    for words in (
        "Rapportagedatum 10 januari 2022",
        "in de grote zaal van het gemeentehuis",
        "Wat vraagt dit van de raad?",
        "Samen bereiken wij meer dan ieder voor zich",
        "Bron: Regio Kleinland",
        "Burgemeester en wethouders van Kleinstad",
        "gemeentesecretaris",
        "Wij vertrouwen erop u zo voldoende te hebben ingelicht.",
    ):
        assert words in body


def test_quotes_and_boxes_are_styles() -> None:
    package = written(
        Quote((paragraph("Citaat"),)), Kader(text("Titel"), (paragraph("een"), paragraph("twee")))
    )
    styles = [style for style, _ in paragraphs(package)]
    assert styles == ["Quote", "Kadertitel", "Kader", "Kader"]


def test_subject_and_keywords_may_be_absent() -> None:
    meta = replace(META, subject="", keywords=(), running_title="")
    package = write_docx(Document(meta, ()), STYLE, {})
    assert reopened(package).core_properties.keywords == ""
    assert shown(xml(package, "word/footer1.xml")) == "Voortgang Regio Kleinland · Gemeente Kleinstad1 van 1"
