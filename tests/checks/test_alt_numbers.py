"""The description of a chart tells numbers and a course that the chart has."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.checks.series.alt_numbers import beyond_the_chart, contradiction
from rapportage.checks.series.shown_series import Shown
from rapportage.content.indicators import Indicator, Waarde
from rapportage.periode import parse_periode


def series(*values: str, unit: str = "woningen", decimals: int = 0) -> Shown:
    waarden = (Waarde(periode=parse_periode("2024-H1"), waarde=Decimal(1)),)
    own = Indicator(id="x", naam="X", eenheid=unit, decimalen=decimals, bron="Telling", waarden=waarden)
    return Shown(own, tuple(map(Decimal, values)))


HOMES, SOCIAL = series("1180", "1348"), series("323", "404")
SHARE = series("27.4", "30", unit="%", decimals=1)
MANY = series("100", "130", "120", "150")


@pytest.mark.parametrize(
    ("alt", "shown", "message"),
    [
        ("De bouw stijgt van 10 naar 12.", [HOMES], "de alternatieve tekst zegt 'van 10 naar 12', en de grafiek toont 1.180 en 1.348"),
        ("De bouw stijgt van 1.348 naar 1.180.", [HOMES], "de alternatieve tekst zegt 'van 1.348 naar 1.180', en de grafiek toont 1.180 en 1.348"),
        ("Het gaat van 27,4% naar 31%.", [SHARE], "de alternatieve tekst zegt 'van 27,4% naar 31%', en de grafiek toont 27,4% en 30,0%"),
        ("De bouw daalt.", [HOMES], "de alternatieve tekst zegt 'daalt', en de grafiek daalt nergens"),
        ("De bouw neemt in 2024 licht af.", [HOMES], "de alternatieve tekst zegt 'neemt in 2024 licht af', en de grafiek daalt nergens"),
        ("Een daling.", [HOMES, SOCIAL], "de alternatieve tekst zegt 'daling', en de grafiek daalt nergens"),
        ("De bouw stijgt.", [series("9", "9")], "de alternatieve tekst zegt 'stijgt', en de grafiek stijgt nergens"),
        ("Samen steeg het van 1.530 naar 1.752.", [HOMES, SOCIAL], "de alternatieve tekst zegt 'van 1.530 naar 1.752', en de grafiek toont samen 1.503 en 1.752"),
        ("Het steeg van 323 naar 440.", [HOMES, SOCIAL], "de alternatieve tekst zegt 'van 323 naar 440', en de grafiek toont 323 en 404"),
        ("In totaal zijn het er 9.999.", [HOMES], "de alternatieve tekst noemt 9.999, en dat volgt niet uit de getallen van de grafiek"),
    ],
)  # fmt: skip
def test_what_a_chart_does_not_show_is_told(alt: str, shown: list[Shown], message: str) -> None:
    assert contradiction(alt, shown, read=False) == message


@pytest.mark.parametrize(
    ("alt", "shown"),
    [
        ("De bouw stijgt van 1.180 naar 1.348.", [HOMES]),
        ("De bouw stijgt van 1.180 in 2023-H2 naar 1.348 woningen in 2024-H1.", [HOMES]),
        ("De bouw stijgt van 1.100 naar 1.300.", [HOMES]),
        ("De bouw stijgt van ruim 1.100 naar bijna 1.350.", [HOMES]),
        ("De bouw stijgt met 168 woningen, ruim 14%.", [HOMES]),
        ("De bouw stijgt met 14,2%.", [HOMES]),
        ('De bouw stijgt van {{ vorige("w") }} naar {{ waarde("w") }}.', [HOMES]),
        ("De bouw stijgt van 1.180 naar 1.348, de sociale huur van 323 naar 404.", [HOMES, SOCIAL]),
        ("Van de 1.348 woningen zijn er 404 sociaal, 30%.", [HOMES, SOCIAL]),
        ("Samen gaan zij van 1.503 naar 1.752.", [HOMES, SOCIAL]),
        ("Er zijn 944 woningen meer dan sociale huur.", [HOMES, SOCIAL]),
        ("Gemiddeld zijn het er 1.264.", [HOMES]),
        ("In twee halve jaren kwamen er 2.528 woningen bij.", [HOMES]),
        ("Het aandeel stijgt van 27,4% naar 30,0%.", [SHARE]),
        ("Het aandeel stijgt met 2,6 procentpunt.", [SHARE]),
        ("Eerst stijgt het tot 130, dan daalt het naar 120 en stijgt het tot 150.", [MANY]),
        ("Het hoogste punt is 150, het laagste 100.", [MANY]),
        ("Het aantal daalt niet.", [HOMES]),
        ("Het verschil daalt.", [HOMES, SOCIAL]),
        ("Het tempo daalt.", [HOMES]),
        ("De groei neemt af.", [HOMES]),
        ("De bouw stijgt, terwijl landelijk het aantal daalt.", [HOMES]),
        ("Staven voor 2 perioden en 12 maanden.", [HOMES]),
        ("Sinds 2015 is het niet zo hoog geweest.", [HOMES]),
        ("In het eerste halfjaar van 2024 en op 30 juni 2024 was het hoog.", [HOMES]),
        ("Een staaf van 1.348 woningen.", [series("1348")]),
        ("De bouw daalt.", [series("1348")]),
        ("De bouw stijgt van 2023 naar 2024.", [HOMES]),
        ("Het bedrag stijgt van € 1,2 miljoen naar € 1,5 miljoen.", [series("1200000", "1500000", unit="€")]),
        ("Het bedrag is ruim € 1,4 miljoen.", [series("1200000", "1450000", unit="€")]),
        ("Het aantal verdubbelt: van 100 naar 200.", [series("100", "200")]),
        ("Het is bijna 3 keer zoveel.", [series("100", "290")]),
        ("De route A28 en de N35 zijn druk.", [HOMES]),
        ("Het aantal halveert.", [series("100", "50")]),
        ("De sociale huur daalt, de koop stijgt.", [series("3", "2"), series("1", "4")]),
        ("Beide lijnen stijgen.", [HOMES, SOCIAL]),
        ("Als de rente daalt, stijgt de bouw.", [HOMES]),
        ("In 2020 kromp de economie.", [series("-2.8", "4.7", unit="%", decimals=1)]),
        ("De doelen voor 2030 zijn 2.000 woningen.", []),
    ],
)
def test_what_a_chart_shows_is_right(alt: str, shown: list[Shown]) -> None:
    assert contradiction(alt, shown, read=not shown) is None


def test_a_number_that_somebody_read_beside_the_chart_is_right() -> None:
    assert contradiction("De norm is 9.999 woningen.", [HOMES], read=True) is None


@pytest.mark.parametrize(
    ("alt", "periods", "asked"),
    [
        ('Van {{ vorige("x") }} naar {{ waarde("x") }}.', ["2023-H1", "2024-H1"], "2023-H2"),
        ('Het steeg met {{ afstand("x") }}.', ["2023-H1", "2024-H1"], "2023-H2"),
        ('Van {{ jaar_eerder("x") }} naar {{ waarde("x") }}.', ["2023-H2", "2024-H1"], "2023-H1"),
        ('Van {{ vorige("x") }} naar {{ waarde("x") }}.', ["2023-H2", "2024-H1"], None),
        ('Van {{ waarde("x", "2023-H1") }} naar {{ waarde("x") }}.', ["2023-H1", "2024-H1"], None),
        ('In de regio {{ vorige("y") }}, hier {{ waarde("x") }}.', ["2023-H1", "2024-H1"], None),
        ('In het {{ vorige("lang") }} was dat anders.', ["2023-H1", "2024-H1"], None),
        ('Het zijn er {{ waarde("x") }}, {{ afstand("x") }} meer dan eerst.', ["2024-H1"], None),
    ],
)
def test_a_description_asks_for_no_period_that_its_chart_leaves_out(
    alt: str, periods: list[str], asked: str | None
) -> None:
    told = beyond_the_chart(alt, {"x"}, [parse_periode(one) for one in periods], parse_periode("2024-H1"))
    assert (told is not None) is (asked is not None)
    assert asked is None or asked in told[0]  # type: ignore[index]
