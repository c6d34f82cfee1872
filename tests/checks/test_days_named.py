"""A day in a text is on the calendar, on that day of the week."""

from __future__ import annotations

import re

import pytest
from documents import META, paragraph
from hypothesis import given, settings
from hypothesis.strategies import from_regex
from word_files import STYLE

from rapportage.checks.days.days_named import _FORMS, _IN_ANY, impossible
from rapportage.checks.subjects import Paper
from rapportage.document import Document


def told(words: str) -> list[str]:
    return [one.message for one in impossible(Paper(Document(META, (paragraph(words),)), STYLE))]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Op 31 september 2024 bleek", "de dag 31 september 2024 bestaat niet"),
        ("Op 30 februari bleek", "de dag 30 februari bestaat niet"),
        ("Op 29 februari 2023 bleek", "de dag 29 februari 2023 bestaat niet"),
        ("Tot 28 en 31 juni.", "de dag 31 juni bestaat niet"),
        ("Op 31\xa0sept. 2024", "de dag 31 sept. 2024 bestaat niet"),
        ("Op 31-04-2024", "de dag 31-04-2024 bestaat niet"),
        ("Op 31/4/2024.", "de dag 31/4/2024 bestaat niet"),
        ("Op 2024-04-31", "de dag 2024-04-31 bestaat niet"),
        ("Op 32 mei 2024", "de dag 32 mei 2024 bestaat niet"),
        ("Op dinsdag 31 april 2024", "de dag 31 april 2024 bestaat niet"),
        ("Op dinsdag 16 september 2024", "16 september 2024 is geen dinsdag, maar een maandag"),
        ("Dinsdag, 16 september 2024", "16 september 2024 is geen dinsdag, maar een maandag"),
        ("Op dinsdag 16-9-2024", "16 september 2024 is geen dinsdag, maar een maandag"),
        ("Op 16 september 2024 (vrijdag)", "16 september 2024 is geen vrijdag, maar een maandag"),
    ],
)
def test_a_day_that_was_not_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "Op maandag 16 september 2024, en op 29 februari 2024.",
        "Elk jaar op 29 februari of 31 mei.",
        "Op dinsdag 16 september vergadert de raad.",
        "Zie Raadsbrief 45 september 2024, zaak Z-31-04-2024 en 2024-04-31-b.",
        "Wij kochten 31 aprilklokjes en 30 februaritaarten.",
        "In 2023 maart 2024, van 09.30 februari, versie 31.04.2024.1.",
        "Op zaterdag en zondag 15 september 2024; tel. 31-13-2024.",
        "Op 16 sep. 2024 (maandag) en 1 dec. 2024.",
    ],
)
def test_days_that_are_and_numbers_that_are_none_are_right(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize("form", _FORMS, ids=["in words", "in digits", "as data"])
def test_every_day_that_is_named_has_what_is_looked_for_first(form: re.Pattern[str]) -> None:
    @given(from_regex(form))
    @settings(max_examples=20, database=None)
    def is_looked_at(words: str) -> None:
        assert _IN_ANY.search(words)

    is_looked_at()


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("Het werk duurt van 12 tot 4 maart 2025.", "van 12 tot 4 maart"),
        ("Het werk loopt van juni 2025 tot mei 2025.", "van juni 2025 tot mei 2025"),
        ("Het werk loopt vanaf juni 2025 tot en met 2024.", "vanaf juni 2025 tot en met 2024"),
        ("Tussen 2026 en 2024 komen er huizen bij.", "Tussen 2026 en 2024"),
        ("In de periode 2027-2025 bouwen wij.", "periode 2027-2025"),
        (
            "De bouw begint in januari 2026 en is in december 2025 klaar.",
            "begint in januari 2026 en is in december 2025",
        ),
        (
            "De proef start op 1 mei 2025, en loopt tot 1 maart 2025.",
            "start op 1 mei 2025, en loopt tot 1 maart 2025",
        ),
        (
            "Wij begonnen in 2025 en zijn naar verwachting in 2024 gereed.",
            "begonnen in 2025 en zijn naar verwachting in 2024",
        ),
        (
            "De renovatie gaat in maart 2025 van start en wordt eind 2024 opgeleverd.",
            "gaat in maart 2025 van start en wordt eind 2024",
        ),
    ],
)
def test_what_ends_before_it_begins_is_told(words: str, span: str) -> None:
    assert next(one for one in told(words) if "eindigt voor" in one).startswith(f"'{span}")


@pytest.mark.parametrize(
    "words",
    [
        "De bouw begint in januari 2026 en is in december 2026 klaar.",
        "De bouw begint in januari 2026, nadat het ontwerp in december 2025 klaar was.",
        "De bouw begint in januari 2026 en het ontwerp is in december 2025 klaar.",
        "De bouw begint in januari 2026 en is besloten in december 2025.",
        "De cijfers van 2025 en 2024, en die van de jaren 2024 en 2023.",
        "Het verschil van 2025 - 2024 is klein, en dat van mei 2025 tot juni 2025 ook.",
        "De groei tussen 2022 en 2024, van 2022 tot 2024 en in de periode 2022-2024.",
        "Van december 2025 tot januari 2026, en van 2021 naar 2020.",
        "Wij begonnen in 2025 en zijn in het najaar klaar.",
        "Het ging van 2.025 naar 2.024 inwoners.",
    ],
)
def test_what_ends_after_it_began_or_is_of_something_else_is_right(words: str) -> None:
    assert told(words) == []
