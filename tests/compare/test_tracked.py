"""A Word file with tracked changes: accepted it says what the new paper says, rejected what the old one said."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from posixpath import join, normpath

import pytest
from documents import IMAGES, META, everything, item, paragraph, text
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from settled import notes, said, settled
from strategies import documents
from tracked_papers import SIGNED, edited, marked, written
from word_files import STYLE, Element, parts, reopened, values, xml
from word_templates import with_letterhead

from rapportage.compare.align import all_names, note_numbers
from rapportage.compare.tracked.document import tracked
from rapportage.document import (
    Block,
    Cell,
    Document,
    Figure,
    FigurePair,
    Heading,
    Kader,
    List,
    Paragraph,
    Row,
    Table,
)
from rapportage.inlines import Footnote, Link, Reference, Strong, Text
from rapportage.style.tokens import WordTemplate
from rapportage.writers.docx.document import write_docx

BRUG = paragraph("De brug over de vaart is in mei geopend.")
DIJK = paragraph("Aan de dijk is het hele jaar gewerkt.")
WEG = paragraph("De weg naar het dorp bleef open.")
KAART = Figure("kaart", "Kaart.", text("De kaart"), text("Bron: de regio"), "kaart", 1)


def paper(*blocks: Block) -> Document:
    return Document(META, blocks, IMAGES)


def holds(old: Document, new: Document) -> bytes:
    """The marked file, of which it is claimed that it gives both papers back."""
    made = marked(old, new)
    for document, accept in ((new, True), (old, False)):
        plain = written(document)
        assert said(settled(made, accept=accept)) == said(xml(plain))
        assert notes(made, accept=accept) == notes(plain, accept=True)
    whole(made)
    return made


def whole(made: bytes) -> None:
    """Each part is of a known kind, nothing that the file points at is missing, and no number is given twice."""
    reopened(made)  # which looks for the kind of every part
    there = parts(made)
    for part in ("word/document.xml", "word/footnotes.xml"):
        body = xml(made, part)
        name = f"word/_rels/{part.removeprefix('word/')}.rels"
        relations = {one.get("Id"): one for one in xml(made, name)} if name in there else {}
        asked = {one.get(key) for one in body.iter() for key in (qn("r:id"), qn("r:embed")) if one.get(key)}
        assert asked <= set(relations)
        inside = (one for one in relations.values() if one.get("TargetMode") != "External")
        targets = {str(one.get("Target")) for one in inside}
        assert {normpath(join("/word", one)).lstrip("/") for one in targets} <= set(there)
        styles = {str(one.get(qn("w:styleId"))) for one in xml(made, "word/styles.xml")}
        assert {*values(body, "w:pStyle"), *values(body, "w:rStyle")} <= styles
        assert set(values(body, "w:numId")) <= set(
            values(xml(made, "word/numbering.xml"), "w:num", "w:numId")
        )
    body = xml(made)
    numbers = [one.get(qn("w:id")) for tag in MARKS for one in body.iter(qn(tag))]
    names = values(body, "w:bookmarkStart", "w:name")
    for unique in (numbers, names, [one.get("id") for one in body.iter(qn("wp:docPr"))]):
        assert [one for one, count in Counter(unique).items() if count > 1] == []
    assert Counter(values(body, "w:bookmarkStart", "w:id")) == Counter(values(body, "w:bookmarkEnd", "w:id"))


MARKS = (
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:moveTo",
    "w:pPrChange",
    "w:moveFromRangeStart",
    "w:moveToRangeStart",
)


def marks(made: bytes, part: str = "word/document.xml") -> list[tuple[str, str]]:
    """Each mark around words with those words, in reading order."""
    around = {qn(tag): tag.removeprefix("w:") for tag in ("w:ins", "w:del", "w:moveFrom", "w:moveTo")}

    def words(one: Element) -> str:
        return "".join(t.text or "" for t in one.iter(qn("w:t"), qn("w:delText")))

    return [(around[one.tag], words(one)) for one in xml(made, part).iter(*around) if words(one)]


# --- what is marked ----------------------------------------------------------------------------


def test_the_words_that_changed_are_marked_and_no_others() -> None:
    later = paragraph("De brug over de vaart is in juni geopend.")
    made = holds(paper(BRUG, DIJK), paper(later, DIJK))
    assert marks(made) == [("del", " mei"), ("ins", " juni")]
    (mark,) = xml(made).iter(qn("w:ins"))
    assert mark.get(qn("w:author")) == "2021-H2 → 2022-H1"
    assert mark.get(qn("w:date")) == f"{META.date}T00:00:00Z"


def test_a_paragraph_that_came_or_went_is_marked_with_its_end() -> None:
    made = holds(paper(BRUG, DIJK), paper(DIJK, WEG))
    ends = [
        [one.tag.rpartition("}")[2] for one in properties]
        for properties in (one.find(f"{qn('w:pPr')}/{qn('w:rPr')}") for one in xml(made).iter(qn("w:p")))
        if properties is not None
    ]
    assert (marks(made), ends) == (
        [("del", "De brug over de vaart is in mei geopend."), ("ins", "De weg naar het dorp bleef open.")],
        [["del"], ["ins"]],
    )


def test_paragraphs_that_moved_together_are_one_move() -> None:
    made = holds(
        paper(BRUG, DIJK, WEG, paragraph("Ten slotte.")), paper(WEG, paragraph("Ten slotte."), BRUG, DIJK)
    )
    body = xml(made)
    assert {kind for kind, _ in marks(made)} == {"moveFrom", "moveTo"}
    assert values(body, "w:moveFromRangeStart", "w:name") == values(body, "w:moveToRangeStart", "w:name")
    assert len(values(body, "w:moveFromRangeStart", "w:name")) == 1
    for kind in ("w:moveFromRange", "w:moveToRange"):
        assert values(body, f"{kind}Start", "w:id") == values(body, f"{kind}End", "w:id")


def test_words_that_only_look_otherwise_are_marked_too() -> None:
    made = holds(
        paper(Paragraph((Text("Heel sterk."),))),
        paper(Paragraph((Text("Heel "), Strong(text("sterk")), Text(".")))),
    )
    assert marks(made) == [("del", " sterk"), ("ins", " sterk")]


def rows(*body: tuple[str, ...], caption: str = "Woningen per soort") -> Table:
    head = Row(tuple(Cell(text(one), True) for one in ("Soort", "Aantal")))
    made = (Row((Cell(text(first), True), *(Cell(text(one)) for one in rest))) for first, *rest in body)
    return Table((head,), tuple(made), text(caption), (), "woningen", 1)


def test_a_cell_a_row_and_a_caption_that_changed_are_marked_by_themselves() -> None:
    old = rows(("Huur", "10"), ("Koop", "12"), ("Kamers", "3"))
    new = rows(("Huur", "11"), ("Koop", "12"), ("Ruil", "1"), caption="Woningen naar soort")
    made = holds(paper(old), paper(new))
    assert marks(made) == [
        ("del", " per"),
        ("ins", " naar"),
        ("del", "10"),
        ("ins", "11"),
        ("del", "Kamers"),
        ("del", "3"),
        ("ins", "Ruil"),
        ("ins", "1"),
    ]
    properties = [one.find(qn("w:trPr")) for one in xml(made).iter(qn("w:tr"))]
    said_of = [
        [one.tag.rpartition("}")[2] for one in row if one.tag in (qn("w:ins"), qn("w:del"))]
        for row in properties
        if row is not None
    ]
    assert said_of == [[], [], [], ["del"], ["ins"]]


def test_a_table_with_another_column_or_span_goes_and_comes_as_a_whole() -> None:
    old = rows(("Huur", "10"))
    head = Row(tuple(Cell(text(one), True) for one in ("Soort", "Aantal", "Deel")))
    wide = Table(
        (head,),
        (Row((Cell(text("Huur"), True), Cell(text("10")), Cell(text("50%")))),),
        text("Woningen per soort"),
        (),
        "woningen",
        1,
    )
    spanned = Table(
        old.head,
        (Row((Cell(text("Huur en koop"), True, rowspan=2), Cell(text("10")))), Row((Cell(text("11")),))),
        text("Woningen per soort"),
        (),
        "woningen",
        1,
    )
    for other in (wide, spanned):
        made = holds(paper(old, BRUG), paper(other, BRUG))
        holds(paper(other, BRUG), paper(old, BRUG))
        assert len([*xml(made).iter(qn("w:tbl"))]) == 2
        (between,) = (one for one in xml(made).iter(qn("w:p")) if values(one, "w:pStyle") == ["Tabelslot"])
        assert between.getprevious() is not None


def note(words: str, number: int = 1) -> Footnote:
    return Footnote(text(words), number)


def test_a_note_that_changed_is_marked_where_it_stands_and_one_that_went_keeps_its_words() -> None:
    old = Paragraph(
        (
            Text("Het is gemeten"),
            note("Alleen de volledige aanvragen."),
            Text(" en geteld"),
            note("In 2021.", 2),
            Text("."),
        )
    )
    new = Paragraph((Text("Het is gemeten"), note("Alleen de geldige aanvragen."), Text(" en geteld.")))
    made = holds(paper(old), paper(new))
    assert marks(made, "word/footnotes.xml") == [("del", " volledige"), ("ins", " geldige")]
    assert notes(made, accept=False) == [" Alleen de volledige aanvragen.", " In 2021."]


def test_items_and_kaders_come_and_go() -> None:
    def blocks(*words: str) -> Document:
        items = tuple(item(paragraph(one)) for one in words)
        return paper(List(items, ordered=True), Kader(text("Let op"), (List(items), BRUG)))

    made = holds(blocks("meten,", "tellen,", "wegen."), blocks("meten,", "wegen,", "rekenen."))
    numbers = values(xml(made), "w:numId")
    assert len(set(numbers)) < len(numbers)


def test_what_is_gone_of_a_numbered_list_counts_along_in_the_list_that_stayed() -> None:
    def one(*words: str) -> Document:
        return paper(BRUG, List(tuple(item(paragraph(word)) for word in words), ordered=True))

    made = holds(
        one("eerst meten,", "dan tellen,", "ten slotte wegen."), one("eerst meten,", "ten slotte wegen.")
    )
    assert len(set(values(xml(made), "w:numId"))) == 1


def test_links_pictures_and_lists_of_what_is_gone_come_along() -> None:
    link = Paragraph((Text("Zie "), Link(text("de website"), "https://example.org/oud"), Text(".")))
    numbers = List((item(paragraph("eerst,")), item(paragraph("daarna."))), ordered=True)
    old = paper(
        link, KAART, FigurePair(KAART, replace(KAART, image="aanvragen", id="k2", number=2)), numbers, BRUG
    )
    made = holds(replace(old, images=IMAGES), Document(META, (BRUG,), {}))
    assert "https://example.org/oud" in parts(made)["word/_rels/document.xml.rels"].decode()
    assert len([name for name in parts(made) if name.startswith("word/media/")]) == 3


def test_a_reference_to_what_is_gone_still_finds_it_when_that_is_restored() -> None:
    seen = Paragraph((Text("Zie "), Reference("kaart", "figuur 1"), Text(".")))
    made = holds(paper(seen, KAART), paper(DIJK, replace(KAART, number=1)))
    old = written(paper(seen, KAART))
    (name,) = (one for one in values(xml(old), "w:bookmarkStart", "w:name") if one.startswith("_Ref"))
    restored = settled(made, accept=False)
    (start,) = (one for one in restored.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == name)
    assert start is not None


def test_another_style_is_told_with_the_one_that_it_was() -> None:
    old = (Heading(3, text("De brug"), "brug"), Paragraph(text("De weg."), "intro"))
    new = (Heading(2, text("De brug"), "brug"), Paragraph(text("De weg.")))
    made = holds(paper(*old), paper(*new))
    before = [one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") for one in xml(made).iter(qn("w:pPrChange"))]
    assert [one.get(qn("w:val")) for one in before if one is not None] == ["Heading3", "Intro"]


def test_two_equal_papers_give_a_file_without_a_mark() -> None:
    made = holds(everything(), everything())
    assert [one.tag for tag in MARKS for one in xml(made).iter(qn(tag))] == []


def test_the_same_papers_give_the_same_bytes() -> None:
    new = edited(everything(), 3)
    assert marked(everything(), new) == marked(everything(), new)


def test_pictures_above_pages_and_in_the_text_have_numbers_of_their_own() -> None:
    style = replace(STYLE, template=WordTemplate(with_letterhead()))
    old, new = paper(BRUG, KAART), paper(DIJK, KAART)
    files = [write_docx(one, style, {}) for one in (old, new)]
    made = tracked(files[0], files[1], all_names(old, new), note_numbers(old, new), SIGNED)
    shown = [name for name in parts(made) if name.startswith(("word/header", "word/document"))]
    numbers = [one.get("id") for name in shown for one in xml(made, name).iter(qn("wp:docPr"))]
    assert len(numbers) > 1
    assert len(set(numbers)) == len(numbers)


# --- any paper ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_a_paper_with_every_block_holds_whatever_went_or_moved(seed: int) -> None:
    holds(everything(), edited(everything(), seed))
    holds(edited(everything(), seed), everything())


@pytest.mark.slow
@settings(max_examples=8)
@given(documents(), documents())
def test_any_paper_can_have_become_any_other(old: Document, new: Document) -> None:
    holds(old, new)


@settings(max_examples=8)
@given(documents(), st.integers(0, 1000))
def test_any_paper_can_have_been_edited(old: Document, seed: int) -> None:
    holds(old, edited(old, seed))
