"""On paper nobody can click: the address of a link stands in a note, once, where it cannot be read already."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from documents import META, text
from engines import each_engine, lay_out
from tag_tree import elements
from word_files import STYLE, parts

from rapportage.build.check import check
from rapportage.compose.link_notes import with_link_notes
from rapportage.compose.resolve import resolve
from rapportage.document import Block, Cell, Document, Heading, Kader, Paragraph, Row, Table
from rapportage.inlines import Footnote, Inline, Link, Strong, Superscript, Text
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.docx.document import write_docx
from rapportage.writers.text import write_text

RAPPORT = "https://voorbeeld.nl/rapport"


def link(words: str, target: str = RAPPORT) -> Link:
    return Link(text(words), target)


def noted(*blocks: Block) -> Document:
    return resolve(with_link_notes(Document(META, blocks)))


def told(*content: Inline) -> str:
    return write_text(noted(Paragraph(content))).rstrip("\n")


def test_a_link_gets_a_note_with_its_address() -> None:
    assert told(Text("Zie "), link("het rapport"), Text(".")) == f"Zie het rapport[1].\n[1] {RAPPORT}"


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("www.voorbeeld.nl", "http://www.voorbeeld.nl/"),
        ("voorbeeld.nl/Rapport", "https://www.voorbeeld.nl/rapport"),
        ("https://voorbeeld.nl/a%20b", "https://voorbeeld.nl/a%20b"),
        ("de site (voorbeeld.nl)", "https://voorbeeld.nl"),
        ("griffie@voorbeeld.nl", "mailto:griffie@voorbeeld.nl?subject=Vraag"),
        ("0529 - 48 83 88", "tel:+31529488388"),
        ("+31 (0)529 48 83 88", "tel:+31529488388"),
    ],
)
def test_an_address_that_can_be_read_gets_no_note(words: str, target: str) -> None:
    assert told(link(words, target)) == words


@pytest.mark.parametrize(
    ("words", "target", "note"),
    [
        ("voorbeeld.nl", "https://voorbeeld.nl/rapport", "https://voorbeeld.nl/rapport"),
        ("mail ons", "mailto:griffie@voorbeeld.nl?subject=Vraag", "griffie@voorbeeld.nl"),
        ("bel ons", "tel:+31529488388", "+31529488388"),
    ],
)
def test_what_one_types_over_stands_in_the_note(words: str, target: str, note: str) -> None:
    assert told(link(words, target)) == f"{words}[1]\n[1] {note}"


def test_the_same_address_again_has_the_mark_of_its_note() -> None:
    assert told(
        link("een"), Text(" en "), Strong((link("twee"),)), Text(" en "), link("drie", "https://x.nl")
    ) == (f"een[1] en twee[1] en drie[2]\n[1] {RAPPORT}\n[2] https://x.nl")


def test_no_mark_reads_on_with_what_stands_beside_it() -> None:
    square = Link((Text("m"), Superscript(text("2"))), RAPPORT)
    assert told(link("een"), Footnote(text("Noot."))).startswith("een[1],[2]\n")
    assert told(square, Text(" grond")).startswith("m2\N{NO-BREAK SPACE}[1] grond")


def test_an_own_note_that_has_the_address_is_enough() -> None:
    assert told(link("een"), Footnote(text(f"Zie {RAPPORT}."))) == f"een[1]\n[1] Zie {RAPPORT}."


def test_within_a_note_the_address_stands_in_brackets() -> None:
    assert told(Text("A"), Footnote((link("het rapport"),))) == f"A[1]\n[1] het rapport ({RAPPORT})"


EVERYWHERE = (
    Heading(1, (link("kop"),), "kop"),
    Paragraph((Text("Zie "), link("hier", "https://voorbeeld.nl/2"))),
    Table((Row((Cell((link("cel"),), header=True),)),), (Row((Cell((link("cel"),)),)),), (link("tabel"),)),
    Kader((link("kader", "https://voorbeeld.nl/3"),), (Paragraph((link("in"),)),)),
)


@each_engine
def test_each_mark_in_the_pdf_leads_to_its_note(engine: str) -> None:
    pdf = lay_out(noted(*EVERYWHERE), STYLE, engine).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        tags = [str(one.S) for one in elements(opened.Root.StructTreeRoot)]
        annotations = [one for page in opened.pages for one in page.get("/Annots", [])]
        again = [one for one in annotations if str(one.get("/Contents", "")) == "Noot 1"]
        outside = [str(one.A.URI) for one in annotations if "/URI" in one.get("/A", {})]
        assert tags.count("/Note") == 3
        assert [str(one.A.SD[0].S) for one in again] == ["/Note"] * 4
    assert outside.count(RAPPORT) == 5  # the links themselves can still be clicked


def test_word_counts_the_marks_along() -> None:
    files = parts(write_docx(noted(*EVERYWHERE), STYLE, {}))
    body, notes = files["word/document.xml"].decode(), files["word/footnotes.xml"].decode()
    assert body.count("<w:footnoteReference ") == 3
    assert body.count(" NOTEREF _Ref") == 4
    assert notes.count("https://voorbeeld.nl/") == 3


def test_a_report_asks_for_it_in_its_yaml(klein: Path) -> None:
    chapter = klein / "content/2024-H1/bijlage/wonen.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\nZie [het plan]({RAPPORT}).\n", "utf-8")
    before = write_text(check(Workspace(klein), parse_periode("2024-H1")).documents["bijlage"])
    report = klein / "content/2024-H1/rapportage.yaml"
    report.write_text(f"{report.read_text('utf-8')}koppelingen: noten\n", "utf-8")
    after = write_text(check(Workspace(klein), parse_periode("2024-H1")).documents["bijlage"])
    assert RAPPORT not in before
    assert f"] {RAPPORT}\n" in after
