"""The committee treats the paper on the day that stands above it."""

from __future__ import annotations

import pytest

from rapportage.checks.days.committee_named import day_of_committee
from rapportage.checks.reading.other_bodies import OURS

SAID = "Commissie Bestuur en Financiën, 3 november 2025"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("De commissie bespreekt het voorstel op 10 november 2025.", 10),
        (
            "De commissie bespreekt het voorstel op 10 november 2025 en de raad besluit op 17 november 2025.",
            10,
        ),
        ("De raadscommissie behandelt dit voorstel op 10 november.", 10),
        ("De commissie Bestuur en Financiën bespreekt dit stuk op 10 november 2025.", 10),
        ("Op 10 november 2025 is dit voorstel besproken in de commissie.", 10),
        ("Op 10 november 2025 ligt dit voorstel voor in de commissie.", 10),
        ("Dit voorstel staat op 10 november 2025 op de agenda van de commissie.", 10),
    ],
)
def test_the_day_of_the_committee_is_read(sentence: str, day: int) -> None:
    named = day_of_committee(sentence, SAID, OURS)
    assert named is not None
    assert (named.day, named.month) == (day, 11)


@pytest.mark.parametrize(
    "sentence",
    [
        "De commissie bespreekt het voorstel, en de raad besluit op 17 november 2025.",
        "De commissie Ruimte bespreekt dit voorstel op 10 november 2025.",
        "De commissie besprak de vorige rapportage op 10 maart 2025.",
        "De commissie bespreekt het voorstel na 10 november 2025.",
        "De commissie bespreekt het voorstel over de sporthal op 10 december 2025.",
        "De commissie bezoekt de sporthal op 10 november 2025; dit voorstel komt later.",
        "De commissies bespreken dit voorstel op 3 en 10 november 2025.",
        "De Europese Commissie besprak de subsidie op 10 november 2025.",
        "De visitatiecommissie behandelde dit stuk op 10 november 2025.",
        "De commissie bespreekt de jaarrekening op 10 november 2025.",
    ],
)
def test_another_committee_and_another_paper_have_their_own_day(sentence: str) -> None:
    assert day_of_committee(sentence, SAID, OURS) is None
