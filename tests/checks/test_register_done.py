"""What the register has open is told as ready in a text: the register was forgotten, or more is to come."""

from __future__ import annotations

from datetime import date

import pytest

from rapportage.checks.register.register_done import told_as_ready
from rapportage.content.register import Toezegging


def pending(name: str, soort: str, wat: str, vindplaats: str) -> Toezegging:
    data = {"id": name, "soort": soort, "wat": wat, "door": "raad", "sinds": "2024", "staat": "open"}
    return Toezegging.model_validate({**data, "vindplaats": vindplaats})


OPEN = [
    pending("schoolroutes", "motie", "Een plan voor veilige schoolroutes", "motie M-14"),
    pending("wachtlijst", "toezegging", "De wachtlijst voor het stroomnet per kern", "besluitenlijst"),
    pending("evaluatie", "toezegging", "De evaluatie van het spreekuur", "debat"),
    pending("leegstand", "toezegging", "Onderzoek naar leegstand van winkels", "debat"),
]
NAMES = [one.id for one in OPEN]


def told(paragraph: str) -> list[str]:
    return [one.id for one, _ in told_as_ready(paragraph, OPEN, NAMES, date(2025, 1, 14))]


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        (
            "Op 16 mei 2024 nam u motie M-14 aan, over veilige schoolroutes. Het plan is in december 2024"
            " vastgesteld. Van de acht routes zijn er vijf veilig; drie krijgen in 2025 een oversteek.",
            "schoolroutes",
        ),
        ("Het plan voor veilige schoolroutes is klaar.", "schoolroutes"),
        ("In december 2024 is het plan voor de schoolroutes vastgesteld.", "schoolroutes"),
        ("Met motie M-14 vroeg u om een plan. In december stelde het college het plan vast.", "schoolroutes"),
        ("De wachtlijst voor het stroomnet is in september 2024 naar uw raad gestuurd.", "wachtlijst"),
        ("Het onderzoek naar de leegstand is afgerond.", "leegstand"),
        ("De evaluatie van het spreekuur is in mei 2024 afgerond.", "evaluatie"),
        ("Het college stuurde het onderzoek naar leegstand in november 2024 naar de raad.", "leegstand"),
    ],
)
def test_what_was_asked_and_is_there_is_asked_about(paragraph: str, name: str) -> None:
    assert told(paragraph) == [name]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Met motie M-14 vroeg u om een plan. Het plan is in concept klaar.",
        "Met motie M-14 vroeg u om een plan. Het plan is vastgesteld; de uitvoering begint in 2025.",
        "Met motie M-14 vroeg u om een plan. Het plan van de provincie is vastgesteld.",
        "Met motie M-14 vroeg u om een plan. Het plan is in april 2025 klaar.",
        "Met motie M-14 vroeg u om een plan. Het plan wordt in februari vastgesteld.",
        "Met motie M-14 vroeg u om een plan. Het plan is nog niet vastgesteld.",
        "Met motie M-14 vroeg u om een plan. De brug is opgeleverd.",
        "Het plan voor de haven is vastgesteld.",
        "De evaluatie van de jeugdhulp is afgerond.",
        "Het plan voor de schoolroutes is besproken met de scholen.",
        "Het plan van aanpak voor het verkeer is vastgesteld, en motie M-14 loopt.",
        "Met motie M-14 vroeg u om een plan. Het college legt het plan in maart voor.",
        "Voor de schoolroutes (motie M-14) zijn vier oversteken opgeleverd.",
        "Het plan voor de schoolroutes is later klaar dan beloofd: u ontvangt het in december.",
        "Het plan is vastgesteld.",
        "Het eerste deel van het plan voor de schoolroutes is klaar.",
        "De wachtlijst voor het stroomnet is langer geworden.",
        "Het onderzoek naar de arbeidsmarkt is afgerond.",
        "Het onderzoek naar de leegstand is gestart.",
        "Zodra het onderzoek naar de leegstand is afgerond, hoort u ervan.",
        "Op de winkels is het onderzoek naar leegstand nog niet afgerond.",
    ],
)
def test_what_is_not_there_or_not_all_is_right(paragraph: str) -> None:
    assert told(paragraph) == []


def test_only_a_chapter_that_answers_it_tells_of_it_without_its_name() -> None:
    said = "Het plan voor veilige schoolroutes is klaar."
    assert [one.id for one, _ in told_as_ready(said, OPEN, (), date(2025, 1, 14))] == []
