"""A number of a series is set against one of its own kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.compose.numbers.expressions import filled
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(name: str, unit: str, value: str, decimals: int = 0) -> Indicator:
    waarde = Waarde(periode=parse_periode("2025-H1"), waarde=Decimal(value))
    return Indicator(
        id=name, naam=name.capitalize(), eenheid=unit, bron="Telling", decimalen=decimals, waarden=(waarde,)
    )


NUMBERS = Numbers(
    {
        "meldingen": series("meldingen", "meldingen", "704"),
        "wachttijd": series("wachttijd", "weken", "10.8", 1),
        "termijn": series("termijn", "%", "88"),
        "lening": series("lening", "€", "3000"),
    },
    parse_periode("2025-H1"),
    {},
)
COUNT = '{{ waarde("meldingen") }}'


def told(text: str) -> list[str]:
    return [f"{one.severity}: {one.message}" for one in filled(text, Place("a.md", 1), NUMBERS).problems]


@pytest.mark.parametrize(
    ("text", "shown", "against"),
    [
        (f"Van de onderzoeken was {COUNT} binnen de termijn klaar, tegen 84% in de tweede helft van 2024.", "704", "84%"),
        ('Op tijd klaar was {{ waarde("wachttijd") }} van de onderzoeken, tegen 84% een half jaar eerder.', "10,8", "84%"),
        (f"Dit jaar was {COUNT} op tijd klaar tegen 79,5% vorig jaar.", "704", "79,5%"),
        (f"Van de inwoners is {COUNT} tevreden, tegen 84% landelijk.", "704", "84%"),
    ],
)  # fmt: skip
def test_a_count_against_a_percentage_is_told(text: str, shown: str, against: str) -> None:
    said = f"bij '{shown}' staat 'tegen {against}', en dat is geen percentage"
    assert told(text) == [f"waarschuwing: {said}"]


@pytest.mark.parametrize(
    "text",
    [
        'Van de onderzoeken was {{ waarde("termijn") }} op tijd klaar, tegen 84% in 2024.',
        f"Van de {COUNT} meldingen was 88% op tijd klaar, tegen 84% in 2024.",
        f"Van de {COUNT} meldingen was het grootste deel op tijd klaar, tegen 84% in 2024.",
        f"Er waren {COUNT} meldingen, waarvan het merendeel op tijd klaar was, tegen 84% in 2024.",
        f"Er kwamen {COUNT} meldingen en het aandeel dat op tijd klaar was steeg, tegen 84% in 2024.",
        f"Er kwamen {COUNT} meldingen, 88% op tijd, tegen 84% in 2024.",
        f"Er kwamen {COUNT} meldingen. Tegen 84% daarvan is bezwaar gemaakt.",
        f"Er kwamen {COUNT} meldingen, tegen 655 in 2024.",
        'De gemeente leende {{ waarde("lening") }} van het Rijk, tegen 4% rente.',
        'De gemeente leende {{ waarde("lening") }} bij de bank, tegen een rente van 4%.',
        f"Van de {COUNT} meldingen was vrijwel elke melding op tijd klaar, tegen 84% in 2024.",
        f"Van de inwoners stemden {COUNT} mensen tegen, 84% stemde voor.",
    ],
)
def test_what_may_be_set_against_a_percentage_is_left_alone(text: str) -> None:
    assert told(text) == []
