"""What a paper says of itself is held to its period and its day, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest

from rapportage.checks.days.told_of_itself import other_day, other_period
from rapportage.checks.reading.year_so_far import counted_so_far
from rapportage.periode import parse_periode

DAYS = [date(2023, 1, 10), date(2023, 1, 24)]


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Deze rapportage gaat over januari tot en met juni 2022.", "2022-H2"),
        ("De bijlage gaat over het eerste halfjaar van 2022.", "2022-H2"),
        ("De rapportage gaat over het eerste halfjaar.", "2022-H2"),
        ("Dit stuk betreft de periode van 1 januari tot en met 30 juni 2022.", "2022-H2"),
        ("De volgende rapportage gaat over de tweede helft van 2022.", "2022-H2"),
        ("De rapportage hierna gaat over de tweede helft van 2022.", "2022-H2"),
        ("De vorige rapportage ging over de tweede helft van 2022.", "2022-H2"),
        ("Deze kwartaalrapportage gaat over het tweede kwartaal van 2025.", "2025-Q3"),
        ("Deze rapportage gaat over 2021.", "2022-H2"),
        ("Dit jaarverslag gaat over 2022.", "2023"),
        ("Dit is de stand van eind juni 2022.", "2022-H2"),
        ("Hieronder staat de stand per 1 juli 2022.", "2022-H2"),
        ("Deze rapportage geeft de stand van eind 2021.", "2022-H2"),
        ("Dit is de stand van eind juni.", "2022-H2"),
    ],
)
def test_another_period_than_its_own_is_told(sentence: str, own: str) -> None:
    assert other_period(sentence, parse_periode(own))


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Deze rapportage gaat over juli tot en met december 2022.", "2022-H2"),
        ("De bijlage gaat over het tweede halfjaar van 2022.", "2022-H2"),
        ("De rapportage gaat over het tweede halfjaar.", "2022-H2"),
        ("Deze rapportage gaat over 2022.", "2022-H2"),
        ("Deze rapportage gaat over heel 2022.", "2022-H2"),
        ("Deze rapportage gaat over januari tot en met september 2025.", "2025-Q3"),
        ("De volgende rapportage gaat over het eerste halfjaar van 2023.", "2022-H2"),
        ("De rapportage hierna gaat over de tweede helft van 2022.", "2022-H1"),
        ("De vorige rapportage ging over het eerste halfjaar van 2022.", "2022-H2"),
        ("De rapportage gaat over wonen, water en de opgaven van 2021.", "2022-H2"),
        ("De rapportage van de provincie gaat over het eerste halfjaar van 2022.", "2022-H2"),
        ("Deze memo gaat over de motie van 3 juni 2022.", "2022-H2"),
        ("Het voorstel betreft de begroting 2021.", "2022-H2"),
        ("Dit voorstel betreft het krediet van 3 juni 2021.", "2022-H2"),
        ("Dit is de stand van eind december 2022.", "2022-H2"),
        ("Dit is de stand op 1 januari 2023.", "2022-H2"),
        ("De tabel toont de stand van eind juni 2022 en die van nu.", "2022-H2"),
        ("Dit is de stand van zaken.", "2022-H2"),
        ("In de vorige rapportage was dit de stand van juni 2022.", "2022-H2"),
        ("Deze rapportage gaat over het tweede kwartaal en het derde kwartaal van 2025.", "2025-Q3"),
    ],
)
def test_its_own_period_and_that_of_another_text_are_right(sentence: str, own: str) -> None:
    assert other_period(sentence, parse_periode(own)) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze rapportage is van 10 januari 2022.",
        "Deze rapportage is opgesteld op 8 juli 2022.",
        "De rapportage is op 8 juli 2022 opgesteld.",
        "Deze rapportage is van juli 2022.",
        "Dit stuk is gedateerd op 10-1-2022.",
    ],
)
def test_another_day_than_its_own_is_told(sentence: str) -> None:
    assert other_day(sentence, DAYS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze rapportage is van 10 januari 2023.",
        "De rapportage is van januari 2023.",
        "Het voorstel is van 24 januari 2023.",
        "Deze rapportage is op 10 januari opgesteld.",
        "De vorige rapportage is van 8 juli 2022.",
        "De rapportage van de provincie is van 8 juli 2022.",
        "De rapportage is op 8 juli 2022 naar de commissie gestuurd.",
        "Het stuk is van de hand van het college.",
        "De bijlage is op 8 juli 2022 besproken met de raad, en daarna opnieuw geschreven.",
    ],
)
def test_its_own_day_and_that_of_something_else_are_right(sentence: str) -> None:
    assert other_day(sentence, DAYS) == ""


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Van de begrote lasten is na drie kwartalen 72,4% uitgegeven.", "2025-Q4"),
        ("Van de begrote lasten is na drie kwartalen 72,4% uitgegeven.", "2025"),
        ("Na negen maanden is 72% van de begroting besteed.", "2025-H2"),
        ("Na de eerste twee kwartalen zijn de lasten € 12 miljoen.", "2025-Q3"),
        ("De reserves dalen in negen maanden van € 22,6 miljoen naar € 21,1 miljoen.", "2025-Q4"),
        ("De reserves daalden in acht maanden van € 22,6 miljoen naar € 21,1 miljoen.", "2025-T3"),
    ],
)
def test_a_part_of_the_year_that_is_not_what_is_over_is_told(sentence: str, own: str) -> None:
    assert counted_so_far(sentence, parse_periode(own))


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Van de begrote lasten is na drie kwartalen 72,4% uitgegeven.", "2025-Q3"),
        ("Na vier kwartalen is 98% van de begroting besteed.", "2025-Q4"),
        ("Na drie kwartalen was 72,4% van de begroting uitgegeven, en nu 96%.", "2025-Q4"),
        ("Na drie kwartalen groei is het aantal gedaald.", "2025-Q4"),
        ("Na drie kwartalen is 40% van de proef klaar en van het budget besteed.", "2025-Q4"),
        ("Na negen maanden is de school voor € 3 miljoen verbouwd.", "2025-Q4"),
        ("In negen maanden is 72% van het krediet besteed.", "2025-Q4"),
        ("De wachttijd daalde in zes maanden van 78 naar 75 weken.", "2025-Q4"),
        ("Na drie kwartalen van 2025 is 72,4% van de lasten uitgegeven.", "2025-Q4"),
        ("De reserves dalen in negen maanden van € 22,6 miljoen naar € 21,1 miljoen.", "2025-Q3"),
        ("De wachttijd daalde in negen maanden.", "2025-Q4"),
        ("Binnen drie kwartalen is 72% van de uitgaven vergoed.", "2025-Q4"),
    ],
)
def test_months_of_something_else_are_right(sentence: str, own: str) -> None:
    assert counted_so_far(sentence, parse_periode(own)) == ""
