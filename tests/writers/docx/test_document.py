"""The Word writer: what a Word document of ours holds, and what it never holds."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from documents import META, as_concept, everything, paragraph, text
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from word_files import (
    DOCUMENT,
    PAGES,
    STYLE,
    fields,
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
    Heading,
    Landscape,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from rapportage.inlines import Reference, Text
from rapportage.style.page import portrait
from rapportage.writers.docx.document import write_docx

# --- the file --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def package() -> bytes:
    """The paper that uses everything, as a Word document."""
    return write_docx(everything(), STYLE, PAGES, page_count=7)


@pytest.mark.parametrize("document", [everything(), as_concept(everything()), Document(META, ())])
def test_a_validator_finds_nothing_that_word_would_repair(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(write_docx(document, STYLE, PAGES))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.slow
def test_the_same_document_gives_the_same_bytes_whatever_the_hash_seed(package: bytes) -> None:
    program = (
        "import hashlib; from test_document import *;"
        "print(hashlib.sha256(write_docx(everything(), STYLE, PAGES)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert write_docx(everything(), STYLE, PAGES, page_count=7) == package


def test_the_file_knows_no_clock_and_begins_with_its_content_types(package: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        members = opened.infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert [member.filename for member in members[:2]] == ["[Content_Types].xml", "_rels/.rels"]


def test_nothing_of_the_engines_sample_document_is_left(package: bytes) -> None:
    files = parts(package)
    assert not [name for name in files if re.search("stylesWithEffects|thumbnail|webSettings", name)]
    assert b"urn:rapportage:herkomst:1" in files.pop("customXml/item1.xml")
    left = ["customXml/_rels/item1.xml.rels", "customXml/itemProps1.xml"]
    assert sorted(name for name in files if name.startswith("customXml")) == left
    everywhere = b"".join(data for name, data in files.items() if name.endswith((".xml", ".rels")))
    assert not re.search(rb"python-docx|2013-|Office Theme|w:rsid|en-US", everywhere)


def test_word_is_never_told_to_count_again_when_it_opens_the_file(package: bytes) -> None:
    assert b"updateFields" not in parts(package)["word/settings.xml"]
    assert b"w:dirty" not in parts(package)[DOCUMENT]


def test_the_properties_say_what_the_document_says_about_itself(package: bytes) -> None:
    core = reopened(package).core_properties
    assert (core.title, core.subject, core.author) == (META.title, META.subject, META.author)
    assert (core.last_modified_by, core.language) == (META.author, "nl-NL")
    assert core.keywords == "regio; voortgang; samenwerking"
    assert {moment.isoformat() for moment in (core.created, core.modified) if moment} == {
        "2022-01-10T00:00:00+00:00"
    }


def test_the_language_is_dutch_in_defaults_and_settings(package: bytes) -> None:
    assert values(xml(package, "word/styles.xml"), "w:lang") == ["nl-NL"]
    assert values(xml(package, "word/settings.xml"), "w:themeFontLang") == ["nl-NL"]


def test_styles_are_words_own_where_it_has_them(package: bytes) -> None:
    names = {style.name for style in reopened(package).styles}
    assert {"Heading 1", "Title", "Caption", "List Bullet 2", "toc 1", "footnote text", "Hyperlink"} <= names
    assert {"Kader", "Kadertitel", "Bron", "Tabelkop", "Tabeltekst", "Metagegevens"} <= names


def test_every_style_in_use_exists(package: bytes) -> None:
    known = set(values(xml(package, "word/styles.xml"), "w:style", "w:styleId"))
    for part in (DOCUMENT, "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        body = xml(package, part)
        used = {name for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for name in values(body, tag)}
        assert used <= known, part


def test_letters_sizes_and_colours_come_from_styles_only(package: bytes) -> None:
    assert not re.search(rb"<w:(sz|color|rFonts|jc|u|pBdr)\b", parts(package)[DOCUMENT])


# --- headings --------------------------------------------------------------------------------


def test_headings_are_words_headings_and_hold_no_number_of_their_own(package: bytes) -> None:
    found = [pair for pair in paragraphs(package) if pair[0].startswith("Heading")]
    assert ("Heading1", "Voortgang") in found
    assert ("Heading2", "Samenwerking en bestuur") in found
    assert ("Heading3", "Besturen in de regio") in found
    assert ("Heading4", "Wie doet wat") in found


def test_words_numbering_writes_the_labels_of_headings(package: bytes) -> None:
    numbering = xml(package, "word/numbering.xml")
    headings = next(iter(numbering))
    assert values(headings, "w:pStyle") == ["Heading1", "Heading2", "Heading3"]
    assert values(headings, "w:lvlText") == ["Deel %1", "%1%2", "%1%2.%3"]
    assert values(headings, "w:numFmt") == ["decimal", "upperLetter", "decimal"]


def test_a_heading_without_number_is_taken_out_of_the_count() -> None:
    package = written(Heading(1, text("Vooraf"), "a"), Heading(1, text("Voortgang"), "b", True, "1"))
    first, second = xml(package).iter(qn("w:p"))
    number = values(first, "w:numId")[0]
    assert values(second, "w:numId") == []
    definition = next(
        found
        for found in xml(package, "word/numbering.xml").iter(qn("w:abstractNum"))
        if found.get(qn("w:abstractNumId")) == number
    )
    assert set(values(definition, "w:numFmt")) == {"none"}


def test_a_document_without_numbered_headings_has_no_numbers_to_take_away() -> None:
    package = written(Heading(1, text("Kernboodschap"), "a"))
    assert b"numPr" not in parts(package)[DOCUMENT]
    headings = [one for one in xml(package, "word/styles.xml") if values(one, "w:outlineLvl")]
    assert len(headings) == 5
    assert [values(one, "w:numId") for one in headings] == [[]] * 5


def test_a_number_that_word_would_count_otherwise_stands_as_text() -> None:
    package = written(Heading(2, text("Bestuur"), "a", True, "3C"), Heading(1, text("Slot"), "b", True, "1"))
    assert paragraphs(package) == [("Heading2", "3C Bestuur"), ("Heading1", "Slot")]


# --- captions, references, contents ----------------------------------------------------------


def test_captions_carry_the_number_in_a_field(package: bytes) -> None:
    captions = [words for style, words in paragraphs(package) if style == "Caption"]
    assert captions == [
        "Figuur 1: Aanvragen in twee halfjaren",
        "Figuur 2: Het noorden",
        "Figuur 3: Het zuiden",
        "Tabel 1: Aanvragen en toekenningen",
        "Tabel 2: Projecten per opgave",
    ]
    counted = [field for field in fields(xml(package)) if field[0].startswith("SEQ")]
    assert counted == [
        (r"SEQ Figuur \* ARABIC", "1"),
        (r"SEQ Figuur \* ARABIC", "2"),
        (r"SEQ Figuur \* ARABIC", "3"),
        (r"SEQ Tabel \* ARABIC", "1"),
        (r"SEQ Tabel \* ARABIC", "2"),
    ]


def test_a_number_out_of_line_is_set_so_that_word_keeps_it() -> None:
    package = written(
        Figure("kaart", "Kaart.", text("Kaart"), (), "a", 6), Figure("kaart", "k", text("k"), (), "b", 7)
    )
    assert fields(xml(package)) == [(r"SEQ Figuur \* ARABIC \r 6", "6"), (r"SEQ Figuur \* ARABIC", "7")]


def test_a_figures_caption_stands_below_it_and_a_tables_above_and_neither_comes_loose(package: bytes) -> None:
    styles = [style for style, _ in paragraphs(package)]
    assert styles[styles.index("Figuur") :][:3] == ["Figuur", "Caption", "Bron"]
    above = next(p for p in xml(package).iter(qn("w:p")) if shown(p).startswith("Tabel 1"))
    assert next(above.itersiblings()).tag == qn("w:tbl")
    assert above.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    figure = next(s for s in xml(package, "word/styles.xml") if s.get(qn("w:styleId")) == "Figuur")
    assert list(figure.iter(qn("w:keepNext")))


def test_a_reference_shows_its_text_and_is_a_field(package: bytes) -> None:
    sentences = [words for _, words in paragraphs(package)]
    assert any("zie figuur\xa01, tabel\xa01 en hoofdstuk\xa01B.1. De" in words for words in sentences)
    assert any(
        "staat in deel 2; wat eraan voorafging in Kernboodschap. Figuur\xa03 laat" in w for w in sentences
    )
    assert [shown for code, shown in fields(xml(package)) if code.startswith("REF")] == [
        "1",
        "1",
        "1B.1",
        "deel 2",
        "Kernboodschap",
        "3",
    ]


def test_a_reference_whose_text_word_cannot_count_is_a_plain_link() -> None:
    package = written(
        Heading(1, text("Vooruitblik"), "slot"),
        Paragraph((Text("Zie "), Reference("slot", "het laatste deel"))),
    )
    assert fields(xml(package)) == []
    (anchor,) = values(xml(package), "w:hyperlink", "w:anchor")
    assert anchor in values(xml(package), "w:bookmarkStart", "w:name")


def test_a_reference_to_a_table_without_caption_is_plain_text() -> None:
    table = Table((), (Row((Cell(text("een")),)),), id="kaal")
    package = written(table, Paragraph((Reference("kaal", "de tabel"),)))
    assert shown(xml(package)) == "eende tabel"
    assert b"kaal" not in parts(package)[DOCUMENT]
    assert values(xml(package), "w:hyperlink", "w:anchor") == []


def test_everything_that_points_finds_its_bookmark_and_none_is_idle(package: bytes) -> None:
    body = xml(package)
    names = values(body, "w:bookmarkStart", "w:name")
    pointed = [code.split()[1] for code, _ in fields(body) if code.startswith(("REF", "PAGEREF", "NOTEREF"))]
    called = {name for name in names if not name.startswith("_Blok_")}
    assert called == {*pointed, *values(body, "w:hyperlink", "w:anchor")} - {"None"}
    assert len(names) == len(set(names))
    assert values(body, "w:bookmarkStart", "w:id") == [str(number) for number in range(len(names))]
    assert sorted(values(body, "w:bookmarkEnd", "w:id")) == sorted(values(body, "w:bookmarkStart", "w:id"))


def test_the_contents_list_is_words_own_and_already_filled_in(package: bytes) -> None:
    entries = [pair for pair in paragraphs(package) if pair[0].startswith("TOC")]
    assert entries[:4] == [
        ("TOCHeading", "Inhoud"),
        ("TOC1", f"Kernboodschap{PAGES['kernboodschap']}"),
        ("TOC1", f"Deel 1 Voortgang{PAGES['deel-voortgang']}"),
        ("TOC2", f"1A Samenwerking en bestuur{PAGES['onderdeel-samenwerking']}"),
    ]
    code, cached = next(field for field in fields(xml(package)) if field[0].startswith("TOC"))
    assert code == r'TOC \o "1-3" \h \z \u'
    assert cached.startswith("Kernboodschap")


def test_a_heading_without_a_page_stands_in_the_contents_list_without() -> None:
    contents = Contents(text("Inhoud"), 2, (ContentsEntry(1, "", text("Kern"), "kern"),))
    document = Document(META, (contents, Heading(1, text("Kern"), "kern")))
    assert ("TOC1", "Kern") in paragraphs(write_docx(document, STYLE, {}))


# --- pages -----------------------------------------------------------------------------------


def test_the_footer_names_report_author_and_page_on_the_first_page_too(package: bytes) -> None:
    for part in ("word/footer1.xml", "word/footer2.xml"):
        footer = xml(package, part)
        assert shown(footer) == "Voortgang Regio Kleinland december 2021 · Gemeente Kleinstad1 van 7"
        (stop,) = (one for one in footer.iter(qn("w:tab")) if one.get(qn("w:pos")))
        assert stop.get(qn("w:pos")) == str(round(20 * portrait(STYLE).block_width())), (
            "as far out as figures"
        )
        assert fields(footer) == [("PAGE", "1"), ("NUMPAGES", "7")]
    assert [shown(xml(package, f"word/header{n}.xml")) for n in (1, 2)] == [META.title, ""]


def test_a_draft_says_so_in_every_header_and_a_final_paper_in_none(package: bytes) -> None:
    draft = parts(write_docx(as_concept(everything()), STYLE, PAGES))
    headers = [name for name in draft if name.startswith("word/header")]
    assert len(headers) == 4  # by title, first headings and chapters, and of the first page
    assert all(b'string="CONCEPT"' in draft[name] for name in headers)
    assert not any(b"CONCEPT" in data for data in parts(package).values())


def test_landscape_pages_are_a_section_between_upright_ones() -> None:
    package = written(paragraph("voor"), Landscape((paragraph("liggend"),)), paragraph("na"))
    sections = reopened(package).sections
    assert [section.orientation for section in sections] == [0, 1, 0]
    sizes = [(int(section.page_width or 0), int(section.page_height or 0)) for section in sections]
    assert [width > height for width, height in sizes] == [False, True, False]
    assert [section.footer.is_linked_to_previous for section in sections] == [False, True, True]
    assert [words for _, words in paragraphs(package) if words] == ["voor", "liggend", "na"]


def test_a_landscape_page_at_the_end_leaves_no_empty_page_behind_it() -> None:
    package = written(paragraph("voor"), Landscape((Table((), (Row((Cell(text("een")),)),)),)))
    assert [section.orientation for section in reopened(package).sections] == [0, 1]


def test_what_follows_a_page_break_begins_the_page_without_an_empty_paragraph() -> None:
    package = written(paragraph("voor"), PageBreak(), paragraph("na"))
    _, after = xml(package).iter(qn("w:p"))
    assert shown(after) == "na"
    assert len(values(after, "w:pageBreakBefore")) == 1
