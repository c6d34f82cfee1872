"""Papers of a province and of a water board speak of their own organs, and of no council."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from where import WORKSPACES

from rapportage.build.check import check
from rapportage.build.run import build
from rapportage.cli.app import main
from rapportage.document import Document, Signatures
from rapportage.periode import Periode, parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.text import write_text

H1, Q3 = parse_periode("2024-H1"), parse_periode("2024-Q3")
PROVINCE = """provincie:
  naam: Voorbeeldland
samenwerkingsverband: Regio Voorbeeld
perioden: kwartaal
ambtsdragers:
  - naam: B. Opvolger
    functie: commissaris van de Koning
  - naam: C. Secretaris
    functie: provinciesecretaris
  - naam: D. Griffier
    functie: griffier
    aanduiding: statengriffier
"""
OF_A_COUNCIL = re.compile(
    r"\b(?:raad|raadsvoorstel|raadsbesluit|raadsvergadering|gemeente\w*|burgemeester|wethouders?|Gemeentewet)\b",
    re.I,
)


@pytest.fixture
def waterschap(tmp_path: Path) -> Path:
    """A copy of the water board's workspace."""
    return shutil.copytree(WORKSPACES / "waterschap", tmp_path / "waterschap")


@pytest.fixture
def provincie(tmp_path: Path) -> Path:
    """The workspace that asks for a decision, as a province would have it."""
    root = shutil.copytree(WORKSPACES / "besluit", tmp_path / "provincie")
    (root / "content/organisatie.yaml").write_text(PROVINCE, "utf-8")
    change(root / "content/2024-Q3/rapportage.yaml", "[burgemeester, gemeentesecretaris]", "digitaal")
    return root


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def papers(root: Path, periode: Periode) -> dict[str, Document]:
    checked = check(Workspace(root), periode)
    assert checked.errors == ()
    return dict(checked.documents)


def signing(document: Document) -> list[tuple[str, str]]:
    (block,) = (one for one in document.blocks if isinstance(one, Signatures))
    return [(one.name, one.office) for one in block.signatories]


def test_provincial_states_decide_in_the_plural(provincie: Path) -> None:
    decision = papers(provincie, Q3)["raadsbesluit"]
    words = write_text(decision)
    assert words.startswith("Provincie Voorbeeldland\n\nStatenbesluit\n\n")
    assert (
        "Provinciale Staten van Voorbeeldland;\n\n"
        "gelezen het voorstel van Gedeputeerde Staten van 8 oktober 2024;\n\n# Besluiten\n" in words
    )
    assert signing(decision) == [("D. Griffier", "statengriffier"), ("B. Opvolger", "voorzitter")]
    assert (decision.meta.author, decision.meta.title) == (
        "Provincie Voorbeeldland",
        "Statenbesluit Uitbreiding van de werkplaats",
    )


def test_deputed_states_sign_what_they_propose(provincie: Path) -> None:
    memo = papers(provincie, Q3)["raadsvoorstel"]
    words = write_text(memo)
    assert words.startswith("Provincie Voorbeeldland\n\nStatenvoorstel\n\n")
    assert "Datum Gedeputeerde Staten: 8 oktober 2024\nDatum Provinciale Staten: 11 november 2024\n" in words
    assert "Gedeputeerde Staten van Voorbeeldland,\n" in words
    assert signing(memo) == [
        ("B. Opvolger", "commissaris van de Koning"),
        ("C. Secretaris", "provinciesecretaris"),
    ]


def test_the_general_board_decides_with_dijkgraaf_and_secretary(waterschap: Path) -> None:
    decision = papers(waterschap, H1)["raadsbesluit"]
    assert (
        "Het algemeen bestuur van het waterschap Voorbeeldpolder;\n\n"
        "gelezen het voorstel van het college van dijkgraaf en heemraden van 9 juli 2024;\n\n"
        "gelet op artikel 77 van de Waterschapswet;" in write_text(decision)
    )
    assert signing(decision) == [("B. Secretaris", "secretaris-directeur"), ("A. Dijkgraaf", "dijkgraaf")]


def test_who_reports_on_itself_has_no_partnership_on_its_cover(waterschap: Path) -> None:
    change(
        waterschap / "content/organisatie.yaml", "samenwerkingsverband: Dijkenprogramma Voorbeelddelta\n", ""
    )
    words = write_text(papers(waterschap, H1)["bijlage"])
    assert "Samenwerkingsverband" not in words
    assert "\n\nPeriode: januari-juni 2024\nDatum: " in words


def test_who_stands_in_signs_on_those_days_alone(waterschap: Path) -> None:
    """The board meets on 9 July; the deputy is there until the 19th."""
    assert signing(papers(waterschap, H1)["raadsvoorstel"])[0] == (
        "D. Vervanger",
        "plaatsvervangend dijkgraaf",
    )
    change(
        waterschap / "content/2024-H1/rapportage.yaml",
        "collegevergadering: 2024-07-09",
        "collegevergadering: 2024-07-23",
    )
    assert signing(papers(waterschap, H1)["raadsvoorstel"])[0] == ("A. Dijkgraaf", "dijkgraaf")


def test_who_stands_in_for_the_chair_is_not_called_chair_below_a_decision(provincie: Path) -> None:
    organisatie = provincie / "content/organisatie.yaml"
    organisatie.write_text(
        organisatie.read_text("utf-8")
        + "  - naam: E. Vervanger\n    functie: commissaris van de Koning\n"
        + "    aanduiding: plaatsvervangend voorzitter\n"
        + "    vervanger: true\n    van: 2024-11-11\n    tot: 2024-11-11\n",
        "utf-8",
    )
    assert signing(papers(provincie, Q3)["raadsbesluit"])[1] == (
        "E. Vervanger",
        "plaatsvervangend voorzitter",
    )


def test_a_water_board_gets_its_papers_in_both_formats(waterschap: Path) -> None:
    outcome = build(Workspace(waterschap), H1)
    assert [path.name for path in outcome.files] == [
        f"{paper}.{form}"
        for paper in ("raadsvoorstel", "bijlage", "raadsbesluit")
        for form in ("docx", "pdf")
    ]
    assert outcome.problems == ()


def test_no_word_of_a_municipality_is_printed(waterschap: Path, provincie: Path) -> None:
    for root, periode in ((waterschap, H1), (provincie, Q3)):
        for name, document in papers(root, periode).items():
            said = f"{document.meta.title} {document.meta.author} {write_text(document)}"
            assert OF_A_COUNCIL.findall(said) == [], (root.name, name)


def test_the_chapters_of_the_next_period_ask_when_these_organs_meet(waterschap: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["new", "2024-H2", "--workspace", str(waterschap)])
    assert left.value.code == 0
    memo = (waterschap / "content/2024-H2/raadsvoorstel.md").read_text("utf-8")
    assert "Wanneer vergaderen college van dijkgraaf en heemraden en algemeen bestuur?" in memo


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "raadsvergadering: 2024-11-11",
            "raadsvergadering: 2024-10-07",
            "Provinciale Staten vergaderen op 7 oktober 2024, niet na Gedeputeerde Staten (8 oktober 2024)",
        ),
        (
            "collegevergadering: 2024-10-08",
            "collegevergadering: 2024-09-10",
            "Gedeputeerde Staten vergaderen op 10 september 2024, vóór de datum van de rapportage"
            " (20 september 2024)",
        ),
        (
            "ondertekening: digitaal",
            "ondertekening: [burgemeester]",
            "een provincie heeft geen burgemeester",
        ),
    ],
)
def test_messages_speak_of_the_organs_of_a_province(provincie: Path, old: str, new: str, told: str) -> None:
    change(provincie / "content/2024-Q3/rapportage.yaml", old, new)
    assert told in [one.message for one in check(Workspace(provincie), Q3).errors]


@pytest.mark.parametrize(
    ("root", "sentence", "told"),
    [
        ("waterschap", "Het algemeen bestuur bespreekt dit voorstel op 17 september 2024.", True),
        ("waterschap", "Het algemeen bestuur bespreekt dit voorstel op 16 september 2024.", False),
        ("waterschap", "Het dagelijks bestuur stelde het op 2 juli 2024 vast.", True),
        ("waterschap", "De raad van de buurgemeente bespreekt dit voorstel op 3 oktober 2024.", False),
        ("provincie", "Provinciale Staten bespreken dit voorstel op 12 november 2024.", True),
        ("provincie", "Provinciale Staten bespreken dit voorstel op 11 november 2024.", False),
        ("provincie", "Gedeputeerde Staten stelden het op 9 oktober 2024 vast.", True),
        ("provincie", "De Staten besluiten hierover op 12 november 2024.", True),
        ("provincie", "De commissie bespreekt dit voorstel op 4 november 2024.", False),
        ("provincie", "De Staten hoorden op 4 november 2024 bewoners uit het gebied.", False),
    ],
)
def test_a_meeting_of_these_organs_on_another_day_is_told(
    root: str, sentence: str, told: bool, request: pytest.FixtureRequest
) -> None:
    workspace: Path = request.getfixturevalue(root)
    periode = H1 if root == "waterschap" else Q3
    memo = workspace / f"content/{periode}/raadsvoorstel.md"
    memo.write_text(memo.read_text("utf-8") + f"\n{sentence}\n", "utf-8")
    found = [one for one in check(Workspace(workspace), periode).problems if one.rule == "vergaderdag-anders"]
    assert bool(found) is told


@pytest.mark.parametrize(
    ("day", "artikel", "grondslag", "wrong"),
    [
        (date(2024, 9, 20), 84, "Woo artikel 5.1 lid 2", []),
        (
            date(2024, 9, 20),
            87,
            "Woo artikel 5.1 lid 2",
            ["artikel 87 van de Provinciewet draagt op 20 september 2024 geen geheimhouding"],
        ),
        (date(2022, 3, 1), 25, "Wob, artikel 10", []),
    ],
)
def test_a_secret_paper_of_a_province_rests_on_its_own_law(
    provincie: Path, day: date, artikel: int, grondslag: str, wrong: list[str]
) -> None:
    file = provincie / "content/2024-Q3/rapportage.yaml"
    change(file, "rapportagedatum: 2024-09-20", f"rapportagedatum: {day}")
    file.write_text(
        file.read_text("utf-8")
        + f"openbaarheid:\n  niveau: geheim\n  artikel: {artikel}\n  grondslag: {grondslag}\n"
        + "  opgelegd-door: Gedeputeerde Staten\n  op-te-heffen-door: Provinciale Staten\n"
        + f"  datum: {day}\n",
        "utf-8",
    )
    found = check(Workspace(provincie), Q3)
    assert [one.message for one in found.errors if one.rule == "geheimhouding"] == wrong
    if not wrong:
        assert f"Artikel {artikel} van de Provinciewet" in write_text(found.documents["raadsvoorstel"])
