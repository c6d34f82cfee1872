"""A paper lets the organs of its own body act, and speaks of those of others as theirs."""

from __future__ import annotations

from datetime import date

import pytest

from rapportage.checks.names.organs_named import Where, wrong_organs
from rapportage.content.bodies import Gemeente, Overheid, Provincie, Waterschap
from rapportage.dutch import BETWEEN_SENTENCES

TOWN = Gemeente(naam="Rijnvoorde").overheid()
PROVINCE = Provincie(naam="Midden").overheid()
BOARD = Waterschap(naam="Lage Kwelders").overheid()
COLLEGE_BOARD = Waterschap.model_validate(
    {"naam": "Vallei", "dagelijks-bestuur": "college van dijkgraaf en heemraden"}
).overheid()
DAYS = {"college": date(2024, 10, 22), "raad": date(2024, 11, 27)}


def found(text: str, body: Overheid, *, memo: bool = True, decides: bool = False) -> list[str]:
    told, where = [], Where(body, memo, decides, DAYS)
    for sentence in BETWEEN_SENTENCES.split(text):
        told += [said for said, _ in wrong_organs(sentence, where)]
        where = where.behind(sentence)
    return told


@pytest.mark.parametrize(
    ("text", "body", "organ"),
    [
        ("Neemt de raad het besluit, dan gaat er nog € 750.000 uit.", BOARD, "raad"),
        ("Nemen Provinciale Staten het besluit, dan gaat er nog € 750.000 uit.", BOARD, "Provinciale Staten"),
        ("Neemt de gemeenteraad dit besluit, dan gaat er nog € 750.000 uit.", BOARD, "gemeenteraad"),
        ("Daarna geeft het college op 3 december 2024 opdracht.", BOARD, "college"),
        ("De raad kan het laatste dijkvak uitstellen tot 2026.", BOARD, "raad"),
        ("Wij vragen uw raad om een krediet.", BOARD, "raad"),
        ("De gemeenteraad bespreekt dit voorstel in november.", BOARD, "gemeenteraad"),
        ("Provinciale Staten besluiten op 27 november 2024.", BOARD, "Provinciale Staten"),
        ("Wij stellen de gemeenteraad voor het krediet te verlenen.", BOARD, "gemeenteraad"),
        ("De raad kan ook wachten.", PROVINCE, "raad"),
        ("De gemeenteraad besluit op 27 november 2024.", PROVINCE, "gemeenteraad"),
        ("Wij stellen het algemeen bestuur voor het krediet te verlenen.", PROVINCE, "algemeen bestuur"),
        ("Het algemeen bestuur besluit op 27 november 2024.", TOWN, "algemeen bestuur"),
        ("Het algemeen bestuur bespreekt dit voorstel in november.", TOWN, "algemeen bestuur"),
        ("Op 27 november bespreken Provinciale Staten dit voorstel.", TOWN, "Provinciale Staten"),
        ("Neemt het algemeen bestuur dit besluit, dan begint de bouw.", TOWN, "algemeen bestuur"),
        ("Wij vragen uw Staten om een krediet.", TOWN, "Staten"),
        ("Ons dagelijks bestuur stelde de notitie vast.", TOWN, "dagelijks bestuur"),
    ],
)
def test_an_organ_that_our_kind_of_body_has_not_is_told(text: str, body: Overheid, organ: str) -> None:
    assert found(text, body) == [f"{body.aanduiding} heeft geen {organ}"]


@pytest.mark.parametrize(
    ("text", "body", "organ"),
    [
        ("Het college op te dragen vóór 1 maart 2025 een voorstel te doen.", BOARD, "college"),
        (
            "Burgemeester en wethouders te machtigen de subsidie aan te vragen.",
            BOARD,
            "Burgemeester en wethouders",
        ),
        ("Gedeputeerde Staten op te dragen een voorstel te doen.", BOARD, "Gedeputeerde Staten"),
        ("Het dagelijks bestuur op te dragen een voorstel te doen.", TOWN, "dagelijks bestuur"),
        ("Het dagelijks bestuur op te dragen een voorstel te doen.", PROVINCE, "dagelijks bestuur"),
    ],
)
def test_no_decision_gives_an_order_to_an_organ_of_another_kind(
    text: str, body: Overheid, organ: str
) -> None:
    assert found(text, body, decides=True) == [f"{body.aanduiding} heeft geen {organ}"]


@pytest.mark.parametrize(
    ("text", "body", "said"),
    [
        (
            "Het dagelijks bestuur besluit op 27 november 2024.",
            BOARD,
            "het algemeen bestuur vergadert op 27 november 2024 volgens rapportage.yaml, en hier staat het"
            " dagelijks bestuur",
        ),
        (
            "De bewoners krijgen een brief, het college besluit op 27 november.",
            TOWN,
            "de raad vergadert op 27 november 2024 volgens rapportage.yaml, en hier staat het college",
        ),
        (
            "De raad vergadert dan op dinsdag 22 oktober 2024.",
            TOWN,
            "het college vergadert op 22 oktober 2024 volgens rapportage.yaml, en hier staat de raad",
        ),
        (
            "Wij vragen het college in te stemmen.",
            TOWN,
            "dit voorstel is aan de raad, en hier staat het college",
        ),
        ("Uw college kan ook wachten.", TOWN, "dit voorstel is aan de raad, en hier staat het college"),
        (
            "Neemt het dagelijks bestuur dit besluit, dan resteert € 4.800.000.",
            BOARD,
            "het algemeen bestuur neemt dit besluit, en hier staat het dagelijks bestuur",
        ),
        (
            "Stemmen Gedeputeerde Staten in met dit voorstel, dan begint de bouw.",
            PROVINCE,
            "Provinciale Staten nemen dit besluit, en hier staat Gedeputeerde Staten",
        ),
    ],
)
def test_the_wrong_one_of_both_is_told(text: str, body: Overheid, said: str) -> None:
    assert found(text, body) == [said]


def test_nobody_gives_itself_an_order_in_its_decision() -> None:
    said = "in een besluit van het algemeen bestuur krijgt het algemeen bestuur hier zelf een opdracht"
    text = "Het algemeen bestuur op te dragen vóór 1 maart 2025 een voorstel te doen."
    assert found(text, BOARD, decides=True) == [said]
    text = "Het dagelijks bestuur op te dragen het algemeen bestuur vóór 1 maart 2025 te informeren."
    assert found(text, BOARD, decides=True) == []
    text = "De raad vóór 1 maart te informeren en het college op te dragen een plan te maken."
    assert found(text, TOWN, decides=True) == []


OF_A_BOARD = """
De raad van Dalfsen besluit op 27 november 2024.
De gemeenteraden besluiten in december over hun bijdrage.
De colleges van de gemeenten stemden in met het plan.
De gemeente Dalfsen doet mee. De raad besluit in december.
In Kerkhaven komt een gemaal. Het college geeft daarvoor de vergunning.
De gemeenteraad stelt het omgevingsplan vast.
Provinciale Staten stellen het reglement vast.
Gedeputeerde Staten keuren het besluit goed.
Gedeputeerde Staten van Overijssel te verzoeken het reglement te wijzigen.
De ondernemingsraad bespreekt dit voorstel op 27 november 2024.
De raad van toezicht bespreekt dit op 27 november 2024.
De raad voor de leefomgeving bracht een advies uit.
De regioraad besluit op 27 november 2024.
De Raad van State deed uitspraak. De raad vond het beroep ongegrond.
De Unie overlegde met de waterschappen en met burgemeester en wethouders van Kerkhaven.
De gemeente betaalt mee als de raad dat besluit.
Over de brug besluit de gemeenteraad van Kerkhaven op 27 november 2024.
De provincie betaalt mee. Nemen Provinciale Staten het besluit, dan komt er € 100.000 bij.
Het algemeen bestuur besluit op 27 november 2024. Daarna geeft het dagelijks bestuur opdracht.
Het dagelijks bestuur stelde dit voorstel op 22 oktober 2024 vast.
Het dagelijks bestuur behandelt op 27 november 2024 de bezwaren.
Na het besluit van het algemeen bestuur geeft het dagelijks bestuur opdracht.
Wij vragen het algemeen bestuur het krediet te verlenen.
Ook Provinciale Staten bespreken dit voorstel in november.
"""
OF_A_TOWN = """
Provinciale Staten van Overijssel stelden de visie vast.
Provinciale Staten stelden de omgevingsverordening vast op 27 november 2024.
Het algemeen bestuur stelde de begroting van de regio vast.
Het dagelijks bestuur van de omgevingsdienst besluit op 27 november 2024.
Het algemeen bestuur van de veiligheidsregio vergadert op 27 november 2024.
Het algemeen bestuur stelt deze rapportage in december vast.
Gedeputeerde Staten verleenden de subsidie op 22 oktober 2024.
De provincie beslist. Nemen Gedeputeerde Staten het besluit, dan begint het werk.
Het college besluit op 27 november 2024 over de vergunning.
Het college stelt dit voorstel op 22 oktober 2024 vast; de raad besluit op 27 november 2024.
De raad vraagt het college om een plan. Wij vragen de raad in te stemmen.
De ondernemingsraad vergadert op 22 oktober 2024.
Neemt het college het besluit, dan begint de bouw.
Na dit besluit vraagt het college de subsidie aan.
De raden van de gemeenten en Provinciale Staten bespreken dit voorstel in november.
Bewoners schreven: “Uw college moet luisteren.”
"""


@pytest.mark.parametrize("text", OF_A_BOARD.strip().splitlines())
def test_a_water_board_speaks_of_organs_of_others(text: str) -> None:
    assert found(text, BOARD) == []
    assert found(text, BOARD, decides=True) == []


@pytest.mark.parametrize("text", OF_A_TOWN.strip().splitlines())
def test_a_municipality_speaks_of_organs_of_others(text: str) -> None:
    assert found(text, TOWN) == []


def test_some_water_boards_have_a_college() -> None:
    assert found("Het college geeft daarna opdracht.", COLLEGE_BOARD) == []
    assert found("Het college op te dragen een voorstel te doen.", COLLEGE_BOARD, decides=True) == []


def test_elsewhere_than_in_the_memo_another_may_treat_a_proposal() -> None:
    text = "Het algemeen bestuur bespreekt dit voorstel in november."
    assert found(text, TOWN, memo=False) == []
