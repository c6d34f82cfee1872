"""The list of terms holds what the bijlage uses, and the first use of an abbreviation leads to it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from engines import each_engine, lay_out
from word_files import STYLE, parts

from rapportage.build.check import check
from rapportage.compose.terms import in_order
from rapportage.document import Block, Document, Table, inlines_of, walk
from rapportage.errors import Place
from rapportage.figures.cache import user_cache
from rapportage.inlines import Inlines, TermUse, Text, plain
from rapportage.made import Made
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.docx.document import write_docx

TERMS = """begrippen:
  - id: novi
    term: Nationale Omgevingsvisie
    afkorting: NOVI
    omschrijving: het plan van het Rijk
  - id: klimaat
    term: Eén klimaat
    omschrijving: Het weer van lange tijd
  - id: dijkring
    term: dijkring
    omschrijving: wat een dijk omsluit
  - id: res
    term: Regionale Energiestrategie
    afkorting: RES
  - id: svv
    term: stimuleringsregeling vrije vestiging
    afkorting: SVV
  - id: vng
    term: Vereniging van Nederlandse Gemeenten
    afkorting: VNG
"""
TEXT = """
De NOVI-gebieden[^n] horen bij de *NOVI* en de RES; over de NOVI en een dijkring, niet over dijkringen.

De SVV-bijdragen en de SVV- en VNG-gelden, niet de raad van VNG-Oost.

[^n]: Eén klimaat en de RES.

| RES | Peil |
|---|---|
| NOVI | hoog |
"""


@pytest.fixture
def document(klein: Path) -> Document:
    (klein / "content/begrippen.yaml").write_text(TERMS, "utf-8")
    report = klein / "content/2024-H1/rapportage.yaml"
    report.write_text(f"{report.read_text('utf-8')}begrippenlijst: true\n", "utf-8")
    chapter = klein / "content/2024-H1/bijlage/wonen.md"
    front, body = chapter.read_text("utf-8").split("---\n")[1:]
    chapter.write_text(f"---\n{front}---\n{TEXT}\n{body}", "utf-8")
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    assert checked.errors == ()
    return checked.documents["bijlage"]


def uses(blocks: tuple[Block, ...]) -> list[str]:
    """The texts in which something leads to the list, with that between bars."""

    def marked(content: Inlines) -> str:
        return "".join(f"|{plain((one,))}|" if isinstance(one, TermUse) else plain((one,)) for one in content)

    texts = [marked(content) for block in walk(blocks) for content in inlines_of(block)]
    return [text for text in texts if "|" in text]


def test_the_list_has_the_terms_that_are_used_in_the_order_of_the_alphabet(document: Document) -> None:
    *_, table = [block for block in walk(document.blocks) if isinstance(block, Table)]
    assert [[plain(cell.content) for cell in row.cells] for row in table.body] == [
        ["dijkring", "wat een dijk omsluit"],
        ["Eén klimaat", "Het weer van lange tijd"],
        ["NOVI", "Nationale Omgevingsvisie: het plan van het Rijk"],
        ["RES", "Regionale Energiestrategie"],
        ["SVV", "stimuleringsregeling vrije vestiging"],
        ["VNG", "Vereniging van Nederlandse Gemeenten"],
    ]


def test_the_first_use_in_running_text_leads_to_the_list(document: Document) -> None:
    said, _ = uses(document.blocks)
    assert said.startswith("De NOVI-gebieden horen bij de NOVI en de |RES|; over de NOVI en een dijkring")


def test_one_that_stands_in_compounds_alone_is_listed_and_leads_there_from_the_first(
    document: Document,
) -> None:
    assert uses(document.blocks)[1:] == [
        "De |SVV|-bijdragen en de SVV- en |VNG|-gelden, niet de raad van VNG-Oost."
    ]


@each_engine
def test_in_the_pdf_it_leads_to_the_head_of_its_row_and_says_the_term(
    document: Document, engine: str
) -> None:
    with pikepdf.open(BytesIO(lay_out(document, STYLE, engine).pdf)) as opened:
        links = [
            one for page in opened.pages for one in page.get("/Annots", []) if "/SD" in one.get("/A", {})
        ]
        found = {str(one.Contents): str(one.A.SD[0].S) for one in links}
    assert found["NOVI: Nationale Omgevingsvisie"] == "/TH"
    assert found["RES: Regionale Energiestrategie"] == "/TH"


def test_in_word_it_is_a_link_that_says_the_term(document: Document) -> None:
    with_bitmaps = replace(document, images=user_cache().with_bitmaps(document.images))
    body = parts(write_docx(with_bitmaps, STYLE, {}))["word/document.xml"].decode()
    assert body.count('w:tooltip="RES: Regionale Energiestrategie"') == 1


@pytest.mark.parametrize(
    "names", [["a.b.c", "AB", "Eén", "een", "éénmaal", "IJssel", "mbo", "MBO-raad", "VNO-NCW", "Zwolle"]]
)
def test_the_order_is_that_of_a_dutch_dictionary(names: list[str]) -> None:
    assert sorted(set(names), key=in_order) == names


def test_part_of_a_text_keeps_its_lines_and_what_was_made() -> None:
    made = [Made(number, "waarde", (), "", True, Place("a.md", 3)) for number in ("12", "34")]
    text = Text("er zijn 12 en 34 van de RES", Place("a.md", 3), ((14, 4),), tuple(made))
    assert text.part(11, 27) == Text("en 34 van de RES", Place("a.md", 3), ((3, 4),), (made[1],))
    assert text.part(11, 27).made == (made[1],)
    assert text.part(24, 27).place.line == 4
