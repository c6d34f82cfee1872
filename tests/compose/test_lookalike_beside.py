"""A number stands beside the name of its own town or line, and not of another that is counted likewise."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.compose.numbers.expressions import evaluated, filled
from rapportage.compose.numbers.scales import below_heads
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(name: str, title: str, before: int, now: int) -> Indicator:
    values = {"2023-H2": before, "2024-H1": now}
    waarden = tuple(Waarde(periode=parse_periode(one), waarde=Decimal(many)) for one, many in values.items())
    return Indicator(id=name, naam=title, eenheid="woningen", bron="Telling", waarden=waarden)


NUMBERS = Numbers(
    {
        one.id: one
        for one in (
            series("kampen", "Woningvoorraad Kampen", 24000, 24500),
            series("dalfsen", "Woningvoorraad Dalfsen", 12000, 12100),
            series("zwolle", "Woningvoorraad Zwolle", 60000, 61000),
            series("lijn-1", "Reizigers lijn 1", 5, 6),
            series("lijn-2", "Reizigers lijn 2", 7, 8),
            series("gepland", "Geplande woningen", 90, 80),
            series("gebouwd", "Gebouwde woningen", 40, 30),
        )
    },
    parse_periode("2024-H1"),
    {},
)
K, D, Z = (f'{{{{ waarde("{name}") }}}}' for name in ("kampen", "dalfsen", "zwolle"))
ONE, TWO = '{{ waarde("lijn-1") }}', '{{ waarde("lijn-2") }}'


@pytest.mark.parametrize(
    ("text", "number", "name", "own"),
    [
        (f"De woningvoorraad van Kampen is {D}.", "12.100", "Kampen", "dalfsen"),
        (f"Kampen telt {D} woningen.", "12.100", "Kampen", "dalfsen"),
        (f"Er staan {D} woningen in Kampen.", "12.100", "Kampen", "dalfsen"),
        ('In Kampen kwamen er {{ verschil("dalfsen") }} woningen bij.', "100", "Kampen", "dalfsen"),
        (f"In Kampen staan {K} woningen, en in Dalfsen {Z} woningen.", "61.000", "Dalfsen", "zwolle"),
        (f"In Kampen staan {D} woningen en in Dalfsen {D} woningen.", "12.100", "Kampen", "dalfsen"),
        (f"In 2024 groeide de woningvoorraad van Kampen naar {D}.", "12.100", "Kampen", "dalfsen"),
        (f"Op lijn 1 reisden er {TWO} mensen.", "8", "lijn 1", "lijn-2"),
    ],
)
def test_the_name_of_a_lookalike_at_a_number_is_told(text: str, number: str, name: str, own: str) -> None:
    (problem,) = filled(text, Place(""), NUMBERS).problems
    assert problem.message == f"bij '{number}' staat '{name}', en het is een getal van de reeks '{own}'"
    assert problem.severity == "waarschuwing"


@pytest.mark.parametrize(
    "text",
    [
        f"De woningvoorraad van Kampen is {K}.",
        f"In Kampen zijn er {K}, in Dalfsen {D} en in Zwolle {Z}.",
        f"Anders dan in Kampen groeide het hier naar {D}.",
        f"In vergelijking met Kampen staan er weinig: {D}.",
        f"Kampen heeft er meer dan Dalfsen: {K}.",
        f"Naast Kampen ligt onze gemeente, met {D} woningen.",
        f"Dalfsen telt {D} woningen, Kampen {K}.",
        f"Samen met Kampen bouwden wij. Er staan nu {D} woningen.",
        f"Het bestuur in Kampen vroeg het, en er staan nu {D} woningen.",
        f"De trein naar Kampen rijdt langs {D} woningen.",
        f"In Dalfsen staan, anders dan in Kampen, {D} woningen.",
        f"Er staan {D} woningen, meer dan in Kampen.",
        f"Er zijn {D} woningen. In Kampen zijn er meer.",
        f"Wie in Kampen werkt, woont vaak hier: er zijn {D} woningen.",
        f"Tussen Kampen en Zwolle staan in Dalfsen {D} woningen.",
        f"Er staan {D} woningen, {K} in Kampen en {Z} in Zwolle.",
        f"Op lijn 1 reisden {ONE} mensen en op lijn 2 {TWO}.",
        'In Kampen en Dalfsen samen staan {{ som("kampen", "dalfsen") }} woningen.',
        'Van de geplande woningen zijn er {{ waarde("gebouwd") }} klaar.',
    ],
)
def test_the_name_of_another_place_elsewhere_is_right(text: str) -> None:
    assert [one.message for one in filled(text, Place(""), NUMBERS).problems] == []


@pytest.mark.parametrize(
    ("heads", "is_told"),
    [
        (("2024", "Kampen", "Woningen"), True),
        (("Kampen", "Woningvoorraad", ""), True),
        (("2024", "Dalfsen", "Woningen in Kampen en Dalfsen"), False),
        (("2024", "Gemeente", "Kampen"), False),
    ],
)
def test_a_number_stands_in_the_row_or_column_of_its_place(heads: tuple[str, ...], is_told: bool) -> None:
    found = list(below_heads(heads, [evaluated('waarde("dalfsen")', NUMBERS)]))
    assert bool(found) == is_told
