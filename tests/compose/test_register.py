"""The register of promises as a table in a paper."""

from __future__ import annotations

import shutil
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


def report_before(klein: Path, periode: str, chapter: str, day: str, listed: str = "[water]") -> None:
    """An earlier report with a chapter called water."""
    folder = klein / "content" / periode / "bijlage"
    folder.mkdir(parents=True)
    (folder / "water.md").write_text(f"---\n{chapter}\n---\nTekst.\n", "utf-8")
    report = f"rapportagedatum: {day}\ndelen: [{{onderdelen: [{{hoofdstukken: {listed}}}]}}]\n"
    (folder.parent / "rapportage.yaml").write_text(report, "utf-8")


def test_what_earlier_reports_answered_is_read_from_their_chapters(with_register: Path) -> None:
    answers = "titel: Dijken *en* sluizen\nbeantwoordt: [peil, gemaal]"
    report_before(with_register, "2023-H2", answers, "2024-01-10")  # the register says itself of peil
    report_before(with_register, "2023-H1", "titel: Polders\nbeantwoordt: [peil]", "2023-07-10")
    ask(with_register, "alle")
    said = text_of(with_register)
    assert "eerder: 2023-H1, Polders en 2023-H2, Water" in said
    assert said.count("eerder: 2023-H2, Dijken en sluizen") == 1


@pytest.mark.parametrize(
    ("periode", "day", "listed"),
    [
        ("2024-H2", "2025-01-10", "[water]"),  # later
        ("2023-H1", "2024-07-02", "[water]"),  # a copy, of the day of this report
        ("2023-H1", "2023-07-10", "[]"),  # in no paper
    ],
)
def test_no_other_report_than_one_of_before_answers(
    with_register: Path, periode: str, day: str, listed: str
) -> None:
    report_before(with_register, periode, "titel: Polders\nbeantwoordt: [peil]", day, listed)
    ask(with_register, "open")
    assert "Polders" not in text_of(with_register)


def test_an_expression_in_an_earlier_title_is_of_that_report(with_register: Path) -> None:
    content = with_register / "content"
    shutil.copytree(content / "2024-H1", content / "2022")
    report = content / "2022/rapportage.yaml"
    report.write_text(report.read_text("utf-8").replace("2024-", "2022-"), "utf-8")
    chapter = content / "2022/bijlage/water.md"
    titled = chapter.read_text("utf-8").replace("titel: Water", "titel: Water in {{ periode }}")
    chapter.write_text(titled, "utf-8")
    ask(with_register, "open")
    assert "eerder: 2022, Water in jaar 2022 en 2023-H2, Water" in text_of(with_register)
