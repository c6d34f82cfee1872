"""An average in a text is what its counts make."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.decisions.worked_amounts import miscounted
from rapportage.checks.subjects import Paper
from rapportage.document import Document, Paragraph

NIGHTS = "Tot en met december reisden er in 33 nachten 3.140 mensen mee"


def told(words: str) -> list[str]:
    paper = Paper(Document(META, (Paragraph(text(words)),)), STYLE)
    return [one.message for one in miscounted(paper)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (f"{NIGHTS}, gemiddeld 85 per nacht.", "'85' per nacht volgt niet: 3.140 gedeeld door 33 is 95"),
        (f"{NIGHTS}, gemiddeld 59 mensen per nacht.", "'59' per nacht volgt niet: 3.140 gedeeld door 33 is 95"),
        (f"{NIGHTS}, dat zijn er gemiddeld 59,2 per nacht.", "'59,2' per nacht volgt niet: 3.140 gedeeld door 33 is 95,2"),
        (f"{NIGHTS}. Gemiddeld zijn dat er 85 per nacht.", "'85' per nacht volgt niet: 3.140 gedeeld door 33 is 95"),
        ("In twaalf weken kwamen er 366 vragen binnen, gemiddeld 35 per week.", "'35' per week volgt niet: 366 gedeeld door 12 is 31"),
        ("De 24 bussen vervoerden 1.212 reizigers, dat is gemiddeld 55 per bus.", "'55' per bus volgt niet: 1.212 gedeeld door 24 is 51"),
    ],
)  # fmt: skip
def test_another_average_than_the_counts_make_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        f"{NIGHTS}, gemiddeld 95 per nacht.",
        f"{NIGHTS}, gemiddeld 95,2 per nacht.",
        f"{NIGHTS}, gemiddeld 100 per nacht.",
        f"{NIGHTS}, gemiddeld ruim 90 per nacht.",
        f"{NIGHTS}, gemiddeld 24 per rit.",
        f"{NIGHTS}, gemiddeld 12 fietsen per nacht.",
        f"{NIGHTS}, gemiddeld 85 per nacht in september.",
        f"{NIGHTS}, van wie 310 met een abonnement, gemiddeld 85 per nacht.",
        f"{NIGHTS}. Gemiddeld waren het er in 2024 85 per nacht.",
        f"{NIGHTS}. De Heidelijn had gemiddeld 85 reizigers per nacht.",
        "In 33 nachten reisden ruim 3.000 mensen mee, gemiddeld 95 per nacht.",
        "In 33 nachten reisden 3.000 mensen mee, gemiddeld 95 per nacht.",
        "In twaalf weken kwamen er 366 vragen binnen, gemiddeld 30 per week.",
        "In twaalf weken kwamen er 366 vragen en 24 klachten binnen, gemiddeld 35 per week.",
        "In 12 weken was de lijn open, gemiddeld 5 dagen per week.",
        "De 24 bussen vervoerden 1.212 reizigers, gemiddeld 101 per dag.",
        "Op 5 september 2025 reisden 340 mensen mee, gemiddeld 85 per bus.",
        "Er zijn 48 woningen en gemiddeld 2 bewoners per woning.",
        "De 48 woningen tellen 96 kamers, gemiddeld 2 per woning.",
        "In 2025 zijn 140 woningen gebouwd, gemiddeld 35 per gemeente.",
        "Van de 33 nachten waren er 4 uitverkocht, gemiddeld 1 per maand.",
        "Wij voerden 60 gesprekken in 4 maanden, gemiddeld 15 per maand.",
    ],
)
def test_the_average_of_the_counts_or_of_something_else_is_right(words: str) -> None:
    assert told(words) == []
