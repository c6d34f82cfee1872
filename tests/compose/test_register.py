"""The register of promises as a table in a paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.document import Paragraph, walk
from rapportage.inlines import plain
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.text import write_text

REGISTER = """\
toezeggingen:
  - id: peil
    soort: toezegging
    wat: Een peilbesluit
    door: college
    sinds: 2023-11
    vindplaats: begroting 2024
    voor: 2024-06
    staat: open
    antwoorden:
      - periode: 2023-H2
        hoofdstuk: Water
  - id: gemaal
    soort: motie
    wat: Een gemaal
    door: raad
    sinds: 2023
    vindplaats: motie 4
    staat: afgedaan
"""


def text_of(klein: Path, paper: str = "bijlage") -> str:
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    assert checked.errors == ()
    return write_text(checked.documents[paper])


@pytest.fixture
def with_register(klein: Path) -> Path:
    (klein / "content/toezeggingen.yaml").write_text(REGISTER, "utf-8")
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.write_text(
        chapter.read_text("utf-8").replace("titel: Water", "titel: Water\nbeantwoordt: [peil]"), "utf-8"
    )
    return klein


def ask(klein: Path, selection: str, file: str = "bijlage/kern.md") -> None:
    path = klein / "content/2024-H1" / file
    path.write_text(f"{path.read_text('utf-8')}\n[register: {selection}]\n", "utf-8")


PEIL = ["Een peilbesluit", "college", "november 2023 (begroting 2024)", "open, over tijd"]
GEMAAL = ["Een gemaal", "raad", "2023 (motie 4)", "afgedaan", "–"]


@pytest.mark.parametrize(
    ("selection", "caption", "rows"),
    [
        ("alle", "Toezeggingen, moties en aankondigingen", [PEIL, GEMAAL]),
        ("open", "Wat nog niet is afgedaan", [PEIL]),
        ("over-tijd", "Wat over tijd is", [PEIL]),
        ("moties", "Moties", [GEMAAL]),
    ],
)
def test_a_selection_is_a_table_with_state_and_where_it_is_answered(
    with_register: Path, selection: str, caption: str, rows: list[list[str]]
) -> None:
    ask(with_register, selection)
    said = text_of(with_register)
    assert caption in said
    for words in (PEIL, GEMAAL):
        assert (words[0] in said) == (words in rows)
    for row in rows:
        assert [word for word in row if word not in said] == []
    assert ("eerder: 2023-H2, Water" in said) == (PEIL in rows)


def test_a_chapter_is_referred_to_by_its_number_and_in_the_memo_by_its_title(with_register: Path) -> None:
    ask(with_register, "toezeggingen")
    ask(with_register, "toezeggingen", "raadsvoorstel.md")
    assert "Water; eerder: 2023-H2, Water" in text_of(with_register, "raadsvoorstel")
    assert "oofdstuk 1A.2; eerder: 2023-H2, Water" in text_of(with_register)


def test_of_what_is_not_there_that_is_said(klein: Path) -> None:
    ask(klein, "moties")
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    told = [
        plain(one.content) for one in walk(checked.documents["bijlage"].blocks) if isinstance(one, Paragraph)
    ]
    assert "In het register staat hiervan niets." in told


def test_a_report_of_then_knows_nothing_of_later(with_register: Path) -> None:
    file = with_register / "content/toezeggingen.yaml"
    later = """\
  - id: sluis
    soort: motie
    wat: Een sluis
    door: raad
    sinds: 2024-11-07
    vindplaats: motie 5
    staat: open
"""
    done = REGISTER.replace("staat: open", "staat: afgedaan").replace("periode: 2023-H2", "periode: 2024-H2")
    file.write_text(f"{done}{later}", "utf-8")
    (with_register / "content/2024-H2").mkdir(exist_ok=True)
    ask(with_register, "open")
    text = text_of(with_register)
    assert "Een peilbesluit" in text  # done only by a report that came after
    assert "2024-H2" not in text
    assert "Een sluis" not in text


def test_a_report_of_then_says_what_was_so_then_where_the_register_tells_when(with_register: Path) -> None:
    """An adopted paper that is built again stays as it was."""
    file = with_register / "content/toezeggingen.yaml"
    own = REGISTER.replace("periode: 2023-H2", "periode: 2024-H1")
    done = own.replace("staat: open\n", "staat: afgedaan\n    afgerond: 2024-10\n")
    assert done != own
    file.write_text(done, "utf-8")
    (with_register / "content/2024-H2").mkdir(exist_ok=True)
    ask(with_register, "toezeggingen")
    text = text_of(with_register)
    assert "nog niet afgedaan, over tijd" in text
    assert "eerder: 2024-H1" not in text, "that is this very report"
