"""What tags say besides what they are: how lists are counted, what titles head, what abbreviations stand for."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import engines
import pikepdf
import pytest
from documents import META, everything, item, paragraph, text
from engines import each_engine
from laid_out import laid_out, layout, style
from spoken import spoken, written
from tag_tree import attributes_of, elements, kids, readable, strays

from rapportage.compose.resolve import resolve
from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Heading,
    Kader,
    List,
    ListItem,
    Metadata,
    MetadataRow,
    Paragraph,
    Row,
    Signatory,
    Signatures,
    Table,
)
from rapportage.inlines import Footnote, Language, Link, Strong, Text

INNER = ListItem((paragraph("een"), List((item(paragraph("twee")),), ordered=True)))
LISTS: dict[str, tuple[Block, list[str]]] = {
    "bullets": (List((item(paragraph("een")), item(paragraph("twee")))), ["Disc"]),
    "numbers": (List((item(paragraph("een")),), ordered=True), ["Decimal"]),
    "letters where it says so": (
        List((item(paragraph("een")),), ordered=True, counted="letters"),
        ["LowerAlpha"],
    ),
    "letters below numbers": (List((INNER,), ordered=True), ["Decimal", "LowerAlpha"]),
    "numerals of the third depth": (
        List((ListItem((paragraph("nul"), List((INNER,), ordered=True))),)),
        ["Disc", "LowerAlpha", "LowerRoman"],
    ),
    "terms": (Metadata((MetadataRow(text("Zaak"), text("12")),)), ["Description"]),
    "who signs": (Signatures(text("Het college"), (Signatory("Anna", "griffier"),)), ["None"]),
}


@each_engine
@pytest.mark.parametrize("what", LISTS)
def test_a_list_says_with_what_it_is_marked(what: str, engine: str) -> None:
    block, wanted = LISTS[what]
    with pikepdf.open(BytesIO(laid_out(block, engine=engine).pdf)) as pdf:
        lists = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/L"]
        assert [str(attributes_of(one).ListNumbering)[1:] for one in lists] == wanted


@each_engine
def test_a_term_is_the_label_of_its_value(engine: str) -> None:
    rows = tuple(MetadataRow(text(f"Term {n}"), text(f"waarde {n}")) for n in range(3))
    with pikepdf.open(BytesIO(laid_out(Metadata(rows), engine=engine).pdf)) as pdf:
        items = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/LI"]
        assert [[str(kid.S) for kid in kids(one)] for one in items] == [["/Lbl", "/LBody"]] * 3


@each_engine
def test_no_span_is_without_content(engine: str) -> None:
    with pikepdf.open(BytesIO(layout(engine=engine).pdf)) as pdf:
        spans = [
            one for one in elements(pdf.Root.StructTreeRoot) if one.S in ("/Span", "/P", "/Div", "/NonStruct")
        ]
        assert spans
        assert [one for one in spans if not kids(one)] == []


@each_engine
def test_a_reader_begins_with_the_bookmarks_where_there_are_any(engine: str) -> None:
    assert everything().blocks
    with pikepdf.open(BytesIO(layout(engine=engine).pdf)) as pdf:
        assert pdf.Root.PageMode == "/UseOutlines"
    with pikepdf.open(BytesIO(laid_out(Paragraph(text("Geen koppen.")), engine=engine).pdf)) as pdf:
        assert "/PageMode" not in pdf.Root


ABBREVIATIONS = (("RES", "Regionale Energiestrategie"), ("SDE", "Stimulering Duurzame Energieproductie"))
TEXTS: dict[str, tuple[Block, list[str]]] = {
    "in a sentence": (paragraph("De RES en de SDE, en weer de RES."), ["RES", "SDE", "RES"]),
    "alone": (paragraph("RES"), ["RES"]),
    "in words, names and addresses": (
        paragraph("RES-bod RES'sen AVRES SDE++ www.res/RES RESultaat"),
        ["SDE"],
    ),
    "in a heading": (Heading(1, text("De RES"), "res"), ["RES"]),
    "in a cell": (
        Table((), (Row((Cell(text("RES"), header=True), Cell(text("12 van de SDE")))),)),
        ["RES", "SDE"],
    ),
    "in the title of a box": (Kader(text("RES"), (paragraph("De SDE."),)), ["RES", "SDE"]),
    "in a note": (
        Paragraph((Text("Noot"), Footnote(text("Zie de RES."), 1), Text(", en de SDE"))),
        ["RES", "SDE"],
    ),
    "in other languages": (
        Paragraph((Text("De RES is "), Language(text("an RES"), "en"), Text(", de SDE niet"))),
        ["RES", "SDE"],
    ),
    "bold and in a link": (
        Paragraph((Strong(text("de RES")), Text(" "), Link(text("de SDE"), "https://www.example.org/"))),
        ["RES", "SDE"],
    ),
    "not in names": (Signatures(text("Het college"), (Signatory("Anna RES", "SDE"),)), []),
}


@each_engine
@pytest.mark.parametrize("where", TEXTS)
def test_an_abbreviation_tells_what_it_stands_for(where: str, engine: str) -> None:
    block, wanted = TEXTS[where]
    document = resolve(Document(replace(META, abbreviations=ABBREVIATIONS), (block,)))
    made = engines.lay_out(document, style(), engine)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        terms = [str(one.E) for one in elements(pdf.Root.StructTreeRoot) if "/E" in one]
        assert "qaa" not in readable(made.pdf)
    assert terms == [dict(ABBREVIATIONS)[short] for short in wanted]
    assert strays(made.pdf) == []
    if not isinstance(block, Signatures):
        assert spoken(made) == written(document, made)


TITLES: dict[str, tuple[tuple[Block, ...], list[str]]] = {
    "the paper": ((Paragraph(text("Voortgang"), "titel"), Heading(1, text("Kern"), "kern")), ["H1", "H1"]),
    "contents": (
        (Contents(text("Inhoud")), Heading(1, text("Kern"), "kern")),
        ["Sect Inhoud", "H1", "TOC", "TOCI", "Reference", "Link", "H1"],
    ),
    "a box": (
        (
            Heading(1, text("Kern"), "kern"),
            Heading(2, text("Deel"), "deel"),
            Kader(text("Let op"), (paragraph("een"), List((item(paragraph("twee")),)), paragraph("drie"))),
            paragraph("erna"),
            Heading(3, text("Verder"), "verder"),
        ),
        ["H1", "H2", "Sect Let op", "H3", "P", "L", "LI", "Lbl", "LBody", "P", "P", "H3"],
    ),
    "a box before all else": (
        (Kader(text("Let op"), (paragraph("een"),)), paragraph("erna")),
        ["Sect Let op", "H1", "P", "P"],
    ),
    "a title in another language": (
        (Kader((Language(text("Watch out"), "en"),), (paragraph("een"),)),),
        ["Sect Watch out", "H1", "Span en", "P"],
    ),
    "a title with a note": (
        (Kader((Text("Let op"), Footnote(text("De noot."), 1)), (paragraph("een"),)), paragraph("erna")),
        ["Sect Let op", "H1", "Note", "P", "P"],
    ),
}


@each_engine
@pytest.mark.parametrize("what", TITLES)
def test_a_title_is_a_heading_and_begins_a_section_that_ends(what: str, engine: str) -> None:
    blocks, wanted = TITLES[what]
    pdf = engines.lay_out(resolve(Document(META, blocks)), style(), engine).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [
            " ".join(
                [
                    str(one.S)[1:],
                    *(
                        str(one[name])
                        for name in ("/T", "/Lang")
                        if name in one and one.S in ("/Sect", "/Span")
                    ),
                ]
            )
            for one in elements(opened.Root.StructTreeRoot)
        ]
    in_notes = {"Reference", "Lbl", "Link", "Span"} if what == "a title with a note" else {"Span"}
    assert [one for one in found if one != "Document" and one not in in_notes] == wanted
    assert strays(pdf) == []
