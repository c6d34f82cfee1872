"""The council or board of another municipality is not ours, whatever calls it so, and ours stays ours."""

from __future__ import annotations

import pytest

from rapportage.checks.days.meetings_named import days_of_treatment
from rapportage.checks.decisions.decided_amounts import contradictions
from rapportage.checks.reading.other_bodies import is_of_another
from rapportage.content.bodies import Gemeente, Overheid, Provincie, Waterschap
from rapportage.errors import Place

OURS = Gemeente(naam="Rijnvoorde").overheid()


def read(words: str, body: Overheid = OURS) -> list[tuple[str, str]]:
    return [(organ, day.words) for organ, day in days_of_treatment(words, body)]


@pytest.mark.parametrize(
    "words",
    [
        "De raad van Lingestein besluit op 3 oktober 2024 over de rapportage.",
        "Op 26 september 2024 behandelt de gemeenteraad van Maasdorp de rapportage.",
        "Het college van Waalbeek stelt het voorstel op 23 juli 2024 vast.",
        "Het college van burgemeester en wethouders van Waalbeek stelt het voorstel op 23 juli 2024 vast.",
        "De raad van de gemeente Lingestein behandelt de rapportage op 3 oktober 2024.",
        "De raad van gemeente De Bilt behandelt de rapportage op 3 oktober 2024.",
        "De raad van 's-Hertogenbosch behandelt de rapportage op 3 oktober 2024.",
        "De Lingesteinse raad besluit op 3 oktober 2024 over de rapportage.",
        "In Lingestein bespreekt de raad de rapportage op 3 oktober 2024.",
        "Raad Lingestein behandelt de rapportage op 3 oktober 2024.",
        "De raad van een andere gemeente bespreekt de rapportage op 3 oktober 2024.",
        "Waalbeek is het ermee eens; zijn raad bespreekt de rapportage op 3 oktober 2024.",
        "De raad daar bespreekt de rapportage op 3 oktober 2024.",
    ],
)
def test_an_organ_of_another_municipality_gets_no_day_of_ours(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "organ"),
    [
        ("De raad van Rijnvoorde behandelt de rapportage op 3 oktober 2024.", "raad"),
        ("De gemeenteraad van de gemeente Rijnvoorde behandelt de rapportage op 3 oktober 2024.", "raad"),
        ("De Rijnvoordse raad behandelt de rapportage op 3 oktober 2024.", "raad"),
        ("De raad van onze gemeente behandelt de rapportage op 3 oktober 2024.", "raad"),
        ("Het college van burgemeester en wethouders stelt het voorstel op 3 oktober 2024 vast.", "college"),
        ("Het college van B&W stelt het voorstel op 3 oktober 2024 vast.", "college"),
        ("Onze raad bespreekt dit stuk op 3 oktober 2024 en de raad van Lingestein op 9 oktober.", "raad"),
    ],
)
def test_our_own_organ_keeps_its_day(words: str, organ: str) -> None:
    assert read(words) == [(organ, "3 oktober 2024")]


def test_so_are_those_of_another_province_or_water_board() -> None:
    province, board = Provincie(naam="Midden").overheid(), Waterschap(naam="Vallei").overheid()
    day = [("raad", "3 oktober 2024")]
    assert read("Provinciale Staten van Midden bespreken dit stuk op 3 oktober 2024.", province) == day
    assert read("Provinciale Staten van Gelderland bespreken dit stuk op 3 oktober 2024.", province) == []
    assert read("Het algemeen bestuur bespreekt dit stuk op 3 oktober 2024.", board) == day
    assert (
        read("Het algemeen bestuur van waterschap Rivierenland bespreekt dit stuk op 3 oktober.", board) == []
    )


@pytest.mark.parametrize(
    ("words", "is_other"),
    [
        ("Waalbeek vraagt zijn raad een krediet van € 290.000.", True),
        ("Het college van Waalbeek vraagt de raad daar een krediet van € 290.000.", True),
        ("Ook Waalbeek vraagt een krediet van € 290.000.", True),
        ("Waalbeek vraagt een krediet van € 290.000.", True),
        ("Rijnvoorde vraagt een krediet van € 290.000.", False),
        ("Vervanging vraagt een krediet van € 290.000.", False),
        ("Hiervoor vraagt het college een krediet van € 290.000.", False),
        ("Dit vraagt een krediet van € 290.000.", False),
        ("Wij vragen een krediet van € 290.000.", False),
    ],
)
def test_what_another_asks_for_is_not_what_we_decide(words: str, is_other: bool) -> None:
    at = Place("raadsvoorstel.md", 1)
    told = contradictions(
        [("Een krediet van € 325.000 beschikbaar te stellen.", at)],
        [(words, at), ("Wij werken samen met Lingestein en Waalbeek.", at)],
        body=OURS,
    )
    assert [meant for _, _, meant in told] == ([] if is_other else ["€ 325.000"])
    assert is_of_another(words, OURS, ["Wij werken met Waalbeek samen."]) is is_other
