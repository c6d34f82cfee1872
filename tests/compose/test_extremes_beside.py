"""What is called the highest or lowest number since some time is so in its series."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.compose.numbers.expressions import filled
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(name: str, unit: str, **values: str) -> Indicator:
    waarden = tuple(
        Waarde(periode=parse_periode(one[1:].replace("_", "-")), waarde=Decimal(value))
        for one, value in values.items()
    )
    return Indicator(id=name, naam=f"Opgeleverde {name}", eenheid=unit, bron="Telling", waarden=waarden)


BUILT = {"p2022_H1": "90", "p2022_H2": "60", "p2023_H1": "80", "p2023_H2": "50", "p2024_H1": "70"}
NUMBERS = Numbers(
    {
        "woningen": series("woningen", "woningen", **BUILT),
        "saldo": series("saldo", "€", p2022_H2="-90", p2023_H1="-20", p2024_H1="-70"),
    },
    parse_periode("2024-H1"),
    {},
)
NOW = '{{ waarde("woningen") }}'


def told(text: str) -> list[str]:
    return [f"{one.severity}: {one.message}" for one in filled(text, Place("a.md", 1), NUMBERS).problems]


@pytest.mark.parametrize(
    ("text", "words", "was"),
    [
        (f"Er kwamen {NOW} woningen, het hoogste aantal sinds 2022.", "het hoogste aantal sinds", "2023-H1 was het 80"),
        (f"Met {NOW} is dit het hoogste sinds het eerste halfjaar van 2022.", "het hoogste sinds", "2023-H1 was het 80"),
        (f"Met {NOW} woningen is dat het laagste aantal sinds 2022-H2.", "het laagste aantal sinds", "2023-H2 was het 50"),
        (f"Het waren er {NOW}, de meeste woningen ooit.", "de meeste woningen ooit", "2022-H1 was het 90"),
        (f"Het waren er {NOW}, het laagste aantal tot nu toe.", "het laagste aantal tot nu toe", "2023-H2 was het 50"),
        (f"Het hoogste aantal sinds 2022: {NOW}.", "Het hoogste aantal sinds", "2023-H1 was het 80"),
        (f"Dat is het hoogste sinds begin 2022 ({NOW}).", "het hoogste sinds", "2023-H1 was het 80"),
        (f"Het waren er {NOW}, het hoogste aantal in drie jaar.", "het hoogste aantal in drie jaar", "2022-H1 was het 90"),
    ],
)  # fmt: skip
def test_an_extreme_that_another_number_is_beyond_is_told(text: str, words: str, was: str) -> None:
    assert told(text) == [f"waarschuwing: bij '70' staat '{words}', en in {was}"]


@pytest.mark.parametrize(
    "text",
    [
        f"Er kwamen {NOW} woningen, het hoogste aantal sinds 2023.",
        f"Er kwamen {NOW} woningen, het hoogste aantal sinds het eerste halfjaar van 2023.",
        f"Er kwamen {NOW} woningen, meer dan in het tweede halfjaar van 2023.",
        f"Er kwamen {NOW} woningen, op een na het hoogste aantal sinds 2022.",
        f"Er kwamen {NOW} woningen, niet het hoogste aantal sinds 2022.",
        f"Er kwamen {NOW} woningen bij de hoogste rente sinds 2008.",
        f"Er kwamen {NOW} woningen. De huur is de hoogste sinds 2022.",
        f"Er kwamen {NOW} woningen, waarvan 12 in de wijk met het hoogste aantal sinds 2022.",
        f"Er kwamen {NOW} woningen, het hoogste aantal in een jaar.",
        f"Er kwamen {NOW} woningen, het hoogste aantal van de regio.",
        f"Er kwamen {NOW} woningen, het hoogste aantal sinds de crisis.",
        f"De hoogste stijging sinds 2022: {NOW}.",
        f"Sinds 2022 was het hoogste aantal 90, nu {NOW}.",
        'Het was {{ waarde("woningen", "2022-H1") }}, het hoogste aantal ooit.',
        'In 2023-H2 was het {{ vorige("woningen") }}, het laagste aantal sinds 2022.',
        'Het saldo is {{ waarde("saldo") }}, het laagste sinds 2022.',
    ],
)
def test_an_extreme_of_its_series_or_of_something_else_passes(text: str) -> None:
    assert told(text) == []
