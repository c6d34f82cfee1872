"""A number whose series rose is called no fall, also where no number says by how much."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.compose.numbers.expressions import filled
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(name: str, before: int, now: int) -> Indicator:
    values = {"2023-H2": before, "2024-H1": now}
    waarden = tuple(Waarde(periode=parse_periode(one), waarde=Decimal(many)) for one, many in values.items())
    return Indicator(id=name, naam=f"Aantal {name}", eenheid=name, bron="Telling", waarden=waarden)


NUMBERS = Numbers(
    {one.id: one for one in (series("woningen", 1180, 1348), series("klachten", 90, 60))},
    parse_periode("2024-H1"),
    {},
)
W, K = '{{ waarde("woningen") }}', '{{ waarde("klachten") }}'
MORE, LESS = "en het werd meer: in 2023-H2 was het 1.180", "en het werd minder: in 2023-H2 was het 90"


@pytest.mark.parametrize(
    ("text", "words", "went"),
    [
        (f"Er kwamen {W} woningen bij, een daling ten opzichte van de vorige periode.", "daling", MORE),
        (f"Er zijn {W} woningen gebouwd. Dat is een lichte afname.", "afname", MORE),
        (f"Het aantal woningen ({W}) daalde.", "daalde", MORE),
        (f"Het aantal woningen ({W}) nam fors af, en dat is jammer.", "nam fors af", MORE),
        (f"Het aantal woningen is gedaald ({W}).", "is gedaald", MORE),
        (f"De daling van het aantal woningen ({W}) zet door.", "daling", MORE),
        (f"Het aantal klachten nam weer toe: {K}.", "nam weer toe", LESS),
        (f"De toename van de klachten ({K}) baart zorgen.", "toename", LESS),
        (f"Er waren {K} klachten – een stijging.", "stijging", LESS),
        (f"Er waren {K} klachten. Dit betekent een groei sinds het vorige halfjaar.", "groei", LESS),
        (f"Het aantal klachten ({K}) is licht toegenomen.", "is licht toegenomen", LESS),
    ],
)
def test_a_movement_that_the_series_did_not_make_is_told(text: str, words: str, went: str) -> None:
    (problem,) = filled(text, Place(""), NUMBERS).problems
    number = "1.348" if went == MORE else "60"
    assert problem.message == f"bij '{number}' staat '{words}', {went}"
    assert problem.severity == "waarschuwing"


@pytest.mark.parametrize(
    "text",
    [
        f"Er kwamen {W} woningen bij, een stijging ten opzichte van de vorige periode.",
        f"Er kwamen {W} woningen bij, een daling ten opzichte van 2022.",
        f"Er zijn {W} woningen gebouwd. Dat is een daling ten opzichte van vorig jaar.",
        f"Er waren {K} klachten. Dat is een daling. Het aantal klachten nam af: {K}.",
        f"Er waren {K} klachten, een verwachte stijging bleef uit.",
        f"Het aantal klachten over woningen ({W}) daalde.",
        f"Het aantal bewoners van de woningen ({W}) daalde.",
        f"Het aantal woningen ({W}) daalde niet.",
        f"Van {W} woningen daalde de prijs. De huur daalde ({K} klachten), en de huur steeg ({K}).",
        f"Door de daling van de rente zijn er {W} woningen gebouwd.",
        f"De bouwkosten namen toe: {K} aannemers klaagden.",
        f"Ondanks de stijging van de huur waren er {K} klachten.",
        f"De daling van het aantal klachten over de bouw ({W} woningen) zet door.",
        f"De raad vroeg om {W} woningen, een daling van de huur en meer groen.",
    ],
)
def test_what_moved_otherwise_elsewhere_is_right(text: str) -> None:
    assert [one.message for one in filled(text, Place(""), NUMBERS).problems] == []
