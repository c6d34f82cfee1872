"""What a Word file says of made words: what they came from, by the bookmark of what says them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from documents import IMAGES, META, everything
from docx.oxml.ns import qn
from hypothesis import given, settings
from papers import PAPERS, Paper, made
from strategies import documents
from where import ROOT
from word_files import PAGES, STYLE, Element, parts, shown, xml

from rapportage.build.record import paper_key
from rapportage.content.fields import EXPRESSION
from rapportage.document import Block, Document, Metadata, MetadataRow, Paragraph
from rapportage.errors import Place
from rapportage.inlines import Inlines, Text
from rapportage.made import Made
from rapportage.writers.docx.document import write_docx

ORIGINS = "customXml/item1.xml"
NOTES = "word/footnotes.xml"
REPORT = [paper for paper in PAPERS if paper.root == ROOT and paper.periode == "2021-H2"]


def entries(package: bytes) -> Iterator[tuple[str, str, Element]]:
    """What was made: the bookmark, the words as Word shows them there or in the note, and the entry."""
    if ORIGINS not in parts(package):
        return
    body, notes = xml(package), xml(package, NOTES)
    marks: dict[str, str] = {
        str(mark.get(qn("w:name"))): shown(one)
        for one in body.iter(qn("w:p"))
        for mark in one.iter(qn("w:bookmarkStart"))
    }
    said_in_notes = shown(notes)
    for part in xml(package, ORIGINS):
        bookmark = str(part.get("bladwijzer"))
        for one in part:
            yield bookmark, said_in_notes if part.get("noot") else marks[bookmark], one


_COUNTED = re.compile(r"(Deel )?[0-9]+[A-Z]?(\.[0-9]+)?")
"""The number of a heading, which Word counts and no text holds."""


def plainly(text: str) -> str:
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def astray(package: bytes) -> list[tuple[str, str]]:
    """What is said to be made and does not stand where it is said to stand."""
    return [
        (str(one.text), words)
        for _, words, one in entries(package)
        if not _COUNTED.fullmatch(str(one.text)) and plainly(str(one.text)) not in plainly(words)
    ]


def made_of(*content: str | Made) -> Inlines:
    """One text of words that were typed and words that were made."""
    words = "".join(one if isinstance(one, str) else one.text for one in content)
    return (Text(words, Place("water.md", 3), made=tuple(one for one in content if isinstance(one, Made))),)


HOMES = Made("93", 'waarde("woningen")', ("woningen",), "2021-H2", True, Place("water.md", 3))


def document(*blocks: Paragraph | Metadata) -> Document:
    return Document(META, blocks, IMAGES)


def test_a_number_names_its_expression_its_series_and_its_file() -> None:
    package = write_docx(document(Paragraph(made_of("Er zijn ", HOMES, " woningen."))), STYLE, {})
    ((_, words, one),) = entries(package)
    assert (words, one.text) == ("Er zijn 93 woningen.", "93")
    assert {str(key): str(fact) for key, fact in one.attrib.items()} == {
        "soort": "getal",
        "uitdrukking": 'waarde("woningen")',
        "reeks": "woningen",
        "periode": "2021-H2",
        "bestand": "water.md",
    }


def test_a_value_names_its_key_and_its_term_does_not() -> None:
    subject = Place("rapportage.yaml", 5, path="onderwerp")
    row = MetadataRow((Text("Onderwerp", subject),), (Text("Water", subject),))
    package = write_docx(document(Metadata((row,))), STYLE, {})
    assert [(one.text, one.get("sleutel")) for _, _, one in entries(package)] == [("Water", "onderwerp")]


def test_nothing_made_leaves_no_part_behind() -> None:
    package = write_docx(document(Paragraph(made_of("Getypt."))), STYLE, {})
    assert [name for name in parts(package) if name.startswith("customXml")] == []


def test_a_paper_is_made_anew_when_only_the_series_is_another() -> None:
    one, other = (
        document(Paragraph(made_of("Er zijn ", made), role="standaard"))
        for made in (HOMES, replace(HOMES, series=("huizen",)))
    )
    key, otherwise = (paper_key(each, STYLE, "", "typst", embed_fonts=False) for each in (one, other))
    assert key != otherwise


@pytest.mark.parametrize("paper", REPORT, ids=str)
def test_all_that_was_made_stands_in_the_paragraph_that_is_named(paper: Paper) -> None:
    assert astray(made(paper).docx) == []
    assert list(entries(made(paper).docx))


def test_every_expression_and_reference_of_the_report_is_found_again() -> None:
    told: Counter[tuple[str, str]] = Counter()
    referred: Counter[tuple[str, str]] = Counter()
    for paper in REPORT:
        for _, _, one in entries(made(paper).docx):
            at = str(one.get("bestand"))
            if one.get("uitdrukking"):
                told[at, str(one.get("uitdrukking"))] += 1
            if one.get("soort") == "verwijzing":
                referred[at, str(one.get("doel"))] += 1
    asked: Counter[tuple[str, str]] = Counter()
    wanted: Counter[tuple[str, str]] = Counter()
    for file in (ROOT / "content" / "2021-H2").rglob("*.md"):
        text, at = file.read_text("utf-8"), file.relative_to(ROOT).as_posix()
        asked.update((at, " ".join(found["expression"].split())) for found in EXPRESSION.finditer(text))
        wanted.update((at, found) for found in re.findall(r"\[@([\w-]+)\]", text))
    assert asked
    assert wanted
    assert asked - told == Counter()
    assert wanted - referred == Counter()


def with_made_words(block: Block) -> Block:
    """A paragraph of which each text is the work of an expression."""
    if not isinstance(block, Paragraph):
        return block
    content = (
        replace(one, made=(replace(HOMES, text=one.text.strip()),)) if isinstance(one, Text) else one
        for one in block.content
    )
    return replace(block, content=tuple(content))


@settings(max_examples=25)
@given(documents())
def test_made_words_of_any_document_stand_where_they_are_said_to(document: Document) -> None:
    blocks = tuple(map(with_made_words, document.blocks))
    assert astray(write_docx(replace(document, blocks=blocks), STYLE, {})) == []


def test_everything_at_once_has_its_traces_in_place() -> None:
    assert astray(write_docx(everything(), STYLE, PAGES)) == []
