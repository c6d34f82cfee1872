"""Which sentences tell of a promise of the register, by its number, name, day or title."""

from __future__ import annotations

import pytest

from rapportage.checks.register.register_unlinked import told_of
from rapportage.content.register import Toezegging

_MADE = {"staat": "open", "door": "raad"}
REGISTER = [
    Toezegging.model_validate(_MADE | one)
    for one in (
        {
            "id": "nachtbus",
            "soort": "motie",
            "wat": "Een nachtbus op vrijdag en zaterdag",
            "sinds": "2024-11-07",
            "vindplaats": "motie M-2024-14",
        },
        {
            "id": "evaluatie-deelfiets",
            "soort": "toezegging",
            "wat": "Een evaluatie van de deelfiets",
            "sinds": "2025-04-10",
            "vindplaats": "commissie Ruimte",
        },
        {
            "id": "starters",
            "soort": "toezegging",
            "wat": "Een overzicht van woningen voor starters",
            "sinds": "2025-02-13",
            "vindplaats": "raadsvergadering",
        },
        {
            "id": "wachtlijst-per-kern",
            "soort": "toezegging",
            "wat": "De wachtlijst voor het stroomnet per kern",
            "sinds": "2025-03",
            "vindplaats": "brief",
        },
    )
]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("De raad vroeg daar met motie M-2024-14 om.", "nachtbus"),
        ("Sinds mei rijdt de nachtbus op vrijdag en op zaterdag.", "nachtbus"),
        ("Wethouder Oldenkamp zegde op 10 april 2025 een onderzoek toe.", "evaluatie-deelfiets"),
        ("Er komt een evaluatie van de deelfiets.", "evaluatie-deelfiets"),
        ("Dat volgt uit de toezegging over de evaluatie.", "evaluatie-deelfiets"),
        ("Het overzicht van de woningen voor starters is in juni gestuurd.", "starters"),
        ("De wethouder beloofde op 13 februari 2025 cijfers.", "starters"),
        ("In elke kern is er een wachtlijst voor het stroomnet.", "wachtlijst-per-kern"),
    ],
)
def test_a_sentence_tells_of_what_it_names(sentence: str, name: str) -> None:
    told = told_of(sentence, REGISTER)
    assert told is not None
    assert told.id == name


@pytest.mark.parametrize(
    "sentence",
    [
        "De nachtbus rijdt nu een jaar.",
        "De raad nam op 7 november 2024 de begroting aan.",
        "Op 10 april 2025 ging de hub open.",
        "Er zijn 5.310 ritten met een deelfiets gemaakt.",
        "Van de nieuwe woningen zijn er 91 voor starters.",
        "De wachtlijst voor het stroomnet groeide met 15 bedrijven.",
        "Een overzicht van de uitgaven staat in de tabel.",
        "De evaluatie van het buurtbudget is klaar.",
        "Op vrijdag en zaterdag is de milieustraat open.",
        "De motie over de nachtbus (M-2024-14) komt in het najaar aan bod.",
        "Motie M-2024-41 gaat over de kermis.",
        "De raad nam een motie over de kermis aan.",
        "De gemeente heeft de aansluiting voor april toegezegd.",
    ],
)
def test_a_sentence_about_something_near_it_does_not(sentence: str) -> None:
    assert told_of(sentence, REGISTER) is None
