"""An abbreviation is known where the list has it, or where a text has its name in full beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.checks.names.abbreviations import explained
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("De Vereniging van Nederlandse Gemeenten (VNG) schreef dat.", "VNG"),
        ("De Nationale Omgevingsvisie (NOVI) vraagt om snelheid.", "NOVI"),
        ("Het midden- en kleinbedrijf (MKB) groeit.", "MKB"),
        ("De Gemeentelijke\nGezondheidsdienst (GGD) helpt.", "GGD"),
        ("Het Uitvoeringsinstituut Werknemersverzekeringen (UWV) keert uit.", "UWV"),
        ("De Human Capital Agenda (hierna: HCA) loopt.", "HCA"),
        ("De Human Capital Agenda (hierna: de HCA) loopt.", "HCA"),
        ('De Human Capital Agenda ("HCA") loopt.', "HCA"),
        ("De Human Capital Agenda (afgekort HCA) loopt.", "HCA"),
        ("De HCA (Human Capital Agenda) loopt.", "HCA"),
        ("De [Human Capital Agenda](https://example.org/hca) (HCA) loopt.", "HCA"),
        ("De HCA ([Human Capital Agenda](https://example.org/hca)) loopt.", "HCA"),
        ("De HCA ([Human Capital Agenda](https://example.org/hca 'de agenda')) loopt.", "HCA"),
        ("De [Human Capital Agenda][hca] (HCA) loopt.", "HCA"),
        ("De [Human Capital Agenda]{lang=en} (HCA) loopt.", "HCA"),
        ("De **Human Capital Agenda** (HCA) loopt.", "HCA"),
        ("De **Human Capital Agenda (HCA)** loopt.", "HCA"),
        ("De *Human Capital Agenda*[^1] (HCA) loopt.", "HCA"),
        ("De Human Capital Agenda[^hca] (**HCA**) loopt.", "HCA"),
        ("De ***Human** Capital Agenda* (_HCA_) loopt.", "HCA"),
        ("De _HCA_ (Human Capital Agenda) loopt.", "HCA"),
        ("De **HCA** (*Human Capital Agenda*) loopt.", "HCA"),
        ("De HCA[^1] (__Human Capital Agenda__) loopt.", "HCA"),
        ("De [**Human Capital Agenda**](https://example.org/hca) (HCA) loopt.", "HCA"),
        ("Het openbaar vervoer (OV) rijdt.", "OV"),
        ("De Wet maatschappelijke ondersteuning (WMO) geldt.", "WMO"),
        ("Het meerjarenprogramma infrastructuur, ruimte en transport (MIRT) telt.", "MIRT"),
        ("Het Centraal Orgaan opvang asielzoekers (COA) zoekt.", "COA"),
        ("De Regionale Energiestrategie (RES) is af.", "RES"),
        ("Wij werken met het Centraal Bureau voor de Statistiek (CBS).", "CBS"),
        ("De investerings- en ontwikkelingsmaatschappij (IOM)", "IOM"),
        ("Een bestuurlijk overleg, het Bestuurlijk Overleg Leefomgeving (BOL), komt.", "BOL"),
    ],
)
def test_a_name_in_full_explains_its_abbreviation(text: str, short: str) -> None:
    assert list(explained([text])) == [short]


@pytest.mark.parametrize(
    "text",
    [
        "De raad (VNG) besloot.",
        "Zie ook de cijfers van toen (XYZ).",
        "De regio bouwt (OV).",
        "De HCA (zie boven) loopt.",
        "De VNG (de club van alle steden) schreef dat.",
        "VNG (VNG)",
        "De **raad** (VNG) besloot.",
        "De raad[^VNG] (VNG) besloot.",
        "De **VNG** (*de club van alle steden*) schreef dat.",
        "Zie [de cijfers](https://example.org/Vereniging-Nederlandse-Gemeenten) (VNG).",
    ],
)
def test_other_words_beside_it_explain_nothing(text: str) -> None:
    assert list(explained([text])) == []


def test_a_text_of_nothing_but_brackets_takes_no_time_without_end() -> None:
    assert list(explained(["een woord en nog een " * 4000 + "(" * 9000])) == []


def test_only_what_every_reader_knows_needs_no_explaining(klein: Path) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    known = "De BTW, de WOZ, het OV, het CBS, de VNG, de GGD, het UWV, het KNMI en 12 MW van de NV."
    told = "De RUD doet de VTH-taken, volgens de MER en de RES."
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n{known}\n{told}\n", "utf-8")
    messages = [one.message for one in check(Workspace(klein), parse_periode("2024-H1")).problems]
    assert [one.split(" (")[0] for one in messages] == ["4 afkortingen zijn onbekend: RUD, VTH, MER en RES"]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("De _RUD_ helpt.", ["de afkorting 'RUD' is onbekend"]),
        ("De __RUD__ en *VTH* helpen.", ["2 afkortingen zijn onbekend: RUD en VTH (water.md:16)"]),
        ("De dienst[^RUD] helpt.\n\n[^RUD]: Sinds 2013.", []),
        ("Zie het bestand plan_RUD_2024.", []),
    ],
)
def test_marks_of_emphasis_hide_no_abbreviation_and_those_of_notes_are_none(
    klein: Path, text: str, unknown: list[str]
) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.write_text(chapter.read_text("utf-8").replace("Meer volgt.", text), "utf-8")
    problems = check(Workspace(klein), parse_periode("2024-H1")).problems
    assert [one.message for one in problems if one.rule == "afkorting"] == unknown
