"""A text says how often its own report comes as it does, and of other things what it likes."""

from __future__ import annotations

import pytest

from rapportage.checks.days.told_how_often import other_rhythm
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.periode import PeriodKind


def said(text: str, kind: PeriodKind) -> list[str]:
    sentences = BETWEEN_SENTENCES.split(text)
    told = [
        other_rhythm(one, after, kind)[0] for one, after in zip(sentences, [*sentences[1:], ""], strict=True)
    ]
    return [one for one in told if one]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Wij rapporteren elk halfjaar.", "kwartaal", "elk halfjaar"),
        ("Wij rapporteren halfjaarlijks aan uw raad.", "kwartaal", "halfjaarlijks"),
        ("Wij rapporteren u elk kwartaal over de voortgang.", "halfjaar", "elk kwartaal"),
        ("Het college rapporteert de raad twee keer per jaar over de voortgang.", "kwartaal", "twee keer per jaar"),
        ("Elk kwartaal rapporteert het college aan de raad.", "halfjaar", "Elk kwartaal"),
        ("Deze rapportage verschijnt elk half jaar.", "kwartaal", "elk half jaar"),
        ("U krijgt deze rapportage elke vier maanden.", "halfjaar", "elke vier maanden"),
        ("Wij rapporteren elk jaar.", "halfjaar", "elk jaar"),
        (
            "Het waterschap rapporteert elk halfjaar over dijken en zuivering. Deze rapportage gaat over juli.",
            "kwartaal",
            "elk halfjaar",
        ),
    ],
)  # fmt: skip
def test_another_rhythm_than_that_of_the_report_is_told(text: str, kind: PeriodKind, words: str) -> None:
    assert said(text, kind) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Wij rapporteren elk kwartaal.",
        "Wij rapporteren elk kwartaal en elk jaar in de jaarstukken.",
        "Wij rapporteren jaarlijks over privacy.",
        "Het college rapporteert elk halfjaar over de jeugdzorg. De cijfers staan op de site.",
        "Het waterschap rapporteert elk halfjaar aan de provincie.",
        "Wij rapporteren elk jaar aan het Rijk.",
        "De provincie Overijssel rapporteert elk halfjaar.",
        "De regio rapporteert elk halfjaar aan de gemeenten.",
        "De werkgroep vergadert elk halfjaar.",
        "Wij rapporteren vanaf 2025 elk halfjaar.",
        "Tot 2024 rapporteerden wij elk halfjaar.",
        "Wij rapporteren niet elk jaar.",
        "De monitor verschijnt jaarlijks. Deze rapportage neemt de cijfers over.",
        "Wij meten elk halfjaar op 56 punten.",
        "Wij rapporteren ook halfjaarlijks over de subsidie.",
        "Bewoners krijgen elk halfjaar een brief.",
    ],
)
def test_of_other_things_any_rhythm_may_be_told(text: str) -> None:
    assert said(text, "kwartaal") == []
