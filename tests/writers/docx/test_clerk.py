"""What a clerk relies on: identities that stay, figures beside each other, lists, page counts, the font."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from documents import IMAGES, META, everything, paragraph, text
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from word_files import STYLE, Element, fields, paragraphs, parts, reopened, shown, values, written, xml

from rapportage import __version__
from rapportage.document import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    FigurePair,
    Heading,
    Landscape,
    List,
    Listed,
    ListItem,
    Metadata,
    MetadataRow,
    PageBreak,
    Paragraph,
    Signatory,
    Signatures,
    Table,
)
from rapportage.errors import Place
from rapportage.identity import identities as identities_of
from rapportage.inlines import Link
from rapportage.style.fonts import house
from rapportage.writers.docx.document import write_docx
from rapportage.writers.docx.fonts import obfuscated
from rapportage.writers.docx.identity import hidden_name
from rapportage.writers.docx.sections import stretches

KAART, DIJK = (
    Figure("kaart", "Kaart.", text("Kaart"), id="kaart", number=1),
    Figure("kaart", "Dijk.", text("Dijk"), id="dijk", number=2),
)


def heading(level: int, words: str) -> Heading:
    return Heading(level, text(words), words.lower())


# --- identities ------------------------------------------------------------------------------


def identities(*blocks: Block) -> dict[str, str]:
    """The words of each block by its hidden bookmark."""
    found = {}
    for one in xml(written(*blocks)).iter(qn("w:p")):
        for name in values(one, "w:bookmarkStart", "w:name"):
            if name.startswith("_Blok_"):
                found[name] = shown(one)
    return found


def at(words: str, file: str = "water.md", line: int = 1) -> Paragraph:
    return replace(paragraph(words), place=Place(file, line))


def test_a_block_keeps_its_identity_when_something_is_added_elsewhere() -> None:
    before = identities(heading(1, "Water"), at("Het peil."), heading(1, "Wonen"), at("De huur.", "wonen.md"))
    after = identities(
        at("Vooraf.", "kern.md"),
        heading(1, "Water"),
        at("Het peil.", line=9),
        at("Nieuw."),
        heading(1, "Wonen"),
        at("De huur.", "wonen.md"),
        at("De huur stijgt.", "wonen.md"),
    )
    assert len(before) == 4
    assert before.items() <= after.items()


def test_a_figure_keeps_its_identity_wherever_it_stands() -> None:
    alone, moved = identities(KAART), identities(heading(1, "Water"), at("Eerst dit."), KAART)
    assert set(alone) < set(moved)


def test_every_paragraph_that_says_something_has_an_identity_of_its_own() -> None:
    """Those of the contents list aside, which say what is said elsewhere."""
    body = xml(write_docx(everything(), STYLE, {}))
    names = hidden(body)
    assert len(names) == len(set(names))
    assert set(names) <= {hidden_name(one.name) for one in identities_of(everything())}
    said = [one for one in body.iter(qn("w:p")) if shown(one) and not is_listed(one)]
    assert len(said) > 80
    assert [shown(one) for one in said if not hidden(one)] == []


def numbers(*blocks: Block) -> dict[str, str]:
    """The number that Word knows each paragraph by, by its words."""
    body = xml(written(*blocks))
    return {shown(one): number for one in body.iter(qn("w:p")) if (number := one.get(PARAGRAPH))}


PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


def test_word_knows_a_paragraph_by_a_number_that_edits_elsewhere_leave_alone() -> None:
    before = numbers(heading(1, "Water"), at("Het peil."), List((ListItem((at("Een punt."),)),)))
    after = numbers(heading(1, "Water"), at("Nieuw."), at("Het peil."), List((ListItem((at("Een punt."),)),)))
    assert len(before) == 3
    assert before.items() < after.items()
    assert len(set(after.values())) == len(after)
    assert all(0 < int(number, 16) < 0x80000000 for number in after.values())


def test_the_file_says_of_which_paper_and_content_it_was_made() -> None:
    def said(document: Document) -> dict[str, str]:
        properties = xml(write_docx(document, STYLE, {}), "docProps/custom.xml")
        return {str(one.get("name")): str(one[0].text) for one in properties}

    meta = replace(META, paper="bijlage", periode="2024-H1")
    one, other = (said(Document(meta, (paragraph(words),))) for words in ("een", "twee"))
    assert one["rapportage-periode"] == "2024-H1"
    assert one["rapportage-stuk"] == "bijlage"
    assert one["rapportage-versie"] == __version__
    assert re.fullmatch("[0-9a-f]{64}", one["rapportage-inhoud"])
    assert one == said(Document(meta, (at("een", line=9),)))
    assert one.keys() == other.keys()
    assert one["rapportage-inhoud"] != other["rapportage-inhoud"]


def hidden(element: Element) -> list[str]:
    return [name for name in values(element, "w:bookmarkStart", "w:name") if name.startswith("_Blok_")]


def is_listed(element: Element) -> bool:
    return values(element, "w:pStyle")[0].startswith("TOC")


def test_a_name_is_one_that_word_takes() -> None:
    names = values(xml(write_docx(everything(), STYLE, {})), "w:bookmarkStart", "w:name")
    assert [name for name in names if not re.fullmatch(r"_\w{1,39}", name, re.A)] == []


def test_a_new_item_or_row_renames_no_other() -> None:
    items = [ListItem((at(words),)) for words in ("een", "twee", "drie")]
    before, after = (identities(List(tuple(some))) for some in (items, [items[2], *items[:2]]))
    assert before == after


def test_references_point_at_names_that_do_not_count_on() -> None:
    one, other = (
        written(*blocks, heading(1, "Wonen"), Contents(text("Inhoud"), 1, (ENTRY,)))
        for blocks in ((), (heading(1, "Water"),))
    )
    found = [
        {name for name in values(xml(it), "w:bookmarkStart", "w:name") if name.startswith("_Toc")}
        for it in (one, other)
    ]
    assert found[0] == found[1] != set()


ENTRY = ContentsEntry(1, "", text("Wonen"), "wonen")


# --- figures beside each other ---------------------------------------------------------------


def test_figures_beside_each_other_stand_in_columns_and_not_in_a_table() -> None:
    package = written(paragraph("voor"), FigurePair(KAART, DIJK), paragraph("na"))
    body = xml(package)
    assert list(body.iter(qn("w:tbl"))) == []
    assert values(body, "w:cols", "w:num") == ["None", "2", "None"]
    assert values(body, "w:type") == ["nextPage", "continuous", "continuous"]
    words = [shown(one) for one in body.iter(qn("w:p"))]
    assert words == ["voor", "", "", "Figuur 1: Kaart", "", "Figuur 2: Dijk", "", "na"]
    closing = [one for one in body.iter(qn("w:p")) if list(one.iter(qn("w:sectPr")))]
    assert [(values(one, "w:pStyle"), shown(one)) for one in closing] == [(["Sectieslot"], "")] * 2
    assert values(body, "w:br", "w:type") == ["column"]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((), [(0, False, True)]),
        ((FigurePair(KAART, DIJK),), [(2, False, True)]),
        ((paragraph("a"), PageBreak(), FigurePair(KAART, DIJK)), [(0, False, True), (2, False, True)]),
        ((FigurePair(KAART, DIJK), PageBreak(), paragraph("a")), [(2, False, True), (0, False, True)]),
        (
            (paragraph("a"), Landscape((FigurePair(KAART, DIJK), paragraph("b"))), paragraph("c")),
            [(0, False, True), (2, True, True), (0, True, False), (0, False, True)],
        ),
    ],
)
def test_sections_begin_a_page_only_where_they_must(
    blocks: tuple[Block, ...], expected: list[tuple[int, bool, bool]]
) -> None:
    found = [(2 if one.pair else 0, one.landscape, one.new_page) for one in stretches(blocks)]
    assert found == expected


# --- metadata, lists, pages and links --------------------------------------------------------


def test_terms_and_values_stand_behind_each_other_on_one_page() -> None:
    rows = (MetadataRow(text("Onderwerp"), text("Water")), MetadataRow(text("Datum"), text("1 mei 2024")))
    package = written(Metadata(rows), paragraph("Erna."))
    first, second, after = xml(package).iter(qn("w:p"))
    assert [words for _, words in paragraphs(package)] == ["OnderwerpWater", "Datum1 mei 2024", "Erna."]
    assert [len(values(one, "w:keepNext")) for one in (first, second, after)] == [1, 0, 0]
    assert reopened(package).paragraphs[0].text == "Onderwerp\tWater"


def test_who_sign_stand_two_by_two_in_columns_below_the_closing_line() -> None:
    people = tuple(Signatory(name, "lid") for name in ("A. A.", "B. B.", "C. C."))
    package = written(Signatures(text("Namens de raad"), people))
    body = xml(package)
    words = [words for _, words in paragraphs(package) if words]
    assert words == ["Namens de raad", "A. A.", "lid", "B. B.", "lid", "C. C.", "lid"]
    assert values(body, "w:cols", "w:num") == ["None", "2", "2"]
    offices = [one for one in body.iter(qn("w:p")) if values(one, "w:pStyle") == ["Functie"]]
    assert [len(values(one, "w:keepNext")) for one in offices] == [1, 1, 0]


@pytest.mark.parametrize(
    ("of", "code", "words"),
    [
        ("figuren", 'TOC \\h \\z \\c "Figuur"', "Figuur 1: Kaart"),
        ("tabellen", 'TOC \\h \\z \\c "Tabel"', "Tabel 1: Huur"),
    ],
)
def test_figures_and_tables_have_lists_of_their_own(of: Listed, code: str, words: str) -> None:
    label, _, title = words.partition(" ")[2].partition(" ")
    entry = ContentsEntry(1, f"{words.split(':')[0]}:", text(title), "kaart" if of == "figuren" else "huur")
    contents = Contents(text(of.capitalize()), 3, (entry,), of)
    huur = replace(
        next(one for one in everything().blocks if isinstance(one, Table)),
        caption=text("Huur"),
        id="huur",
        number=1,
    )
    package = write_docx(Document(META, (contents, KAART, huur), IMAGES), STYLE, {"kaart": 3, "huur": 4})
    found = dict(fields(xml(package)))
    assert found[code].startswith(words)
    assert label
    assert [result for name, result in fields(xml(package)) if name.startswith("PAGEREF")] == [
        "3" if of == "figuren" else "4"
    ]


def test_the_footer_counts_the_pages() -> None:
    footer = xml(
        write_docx(Document(META, (paragraph("een"),)), STYLE, {}, page_count=12), "word/footer1.xml"
    )
    assert fields(footer) == [("PAGE", "1"), ("NUMPAGES", "12")]
    assert shown(footer).endswith("1 van 12")


def test_a_link_tells_its_address_when_one_points_at_it() -> None:
    address = "https://www.example.org/" + "a" * 400
    package = written(Paragraph((Link(text("het rapport"), address),)))
    assert values(xml(package), "w:hyperlink", "w:tooltip") == [address[:260]]


# --- the font --------------------------------------------------------------------------------


def test_the_house_font_goes_along_unless_that_is_not_wanted(tmp_path: Path) -> None:
    document = Document(META, (paragraph("een"),))
    bare, package = write_docx(document, STYLE, {}), write_docx(document, STYLE, {}, embed_fonts=True)
    assert not [name for name in parts(bare) if "fonts/" in name]
    fonts = {name: data for name, data in parts(package).items() if "fonts/" in name}
    assert sorted(fonts) == [f"word/fonts/font{n}.odttf" for n in (1, 2, 3, 4)]
    table = xml(package, "word/fontTable.xml")
    key = uuid.UUID(values(table, "w:embedRegular", "w:fontKey")[0])
    regular = next(one for one in house().faces if (one.weight, one.italic) == (400, False))
    assert obfuscated(fonts["word/fonts/font1.odttf"], key) == regular.path.read_bytes()
    assert b"w:embedTrueTypeFonts" in parts(package)["word/settings.xml"]
    (tmp_path / "paper.docx").write_bytes(package)
    assert [str(one) for one in OpenXmlValidator().validate(tmp_path / "paper.docx").errors] == []
