"""A day in a text is on the calendar, on that day of the week."""

from __future__ import annotations

import re

import pytest
from documents import META, paragraph
from hypothesis import given, settings
from hypothesis.strategies import from_regex
from word_files import STYLE

from rapportage.checks.days_named import _FORMS, _IN_ANY, impossible
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
