"""A number of a part of a year does not stand beside words that mean all of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from rapportage.compose.numbers.expressions import evaluated, filled
from rapportage.compose.numbers.scales import below_heads
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(
    name: str,
    unit: str,
    *periods: str,
    soort: Literal["stand", "stroom"] | None = None,
    over: str | None = None,
) -> Indicator:
    waarden = tuple(
        Waarde(periode=parse_periode(one), waarde=Decimal(at), over=over)
        for at, one in enumerate(periods, 10)
    )
    return Indicator(
        id=name, naam=f"Reeks {name}", eenheid=unit, bron="Telling", waarden=waarden, soort=soort
    )


QUARTERS = "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"
ALL = {
    one.id: one
    for one in (
        series("meldingen", "meldingen", *QUARTERS, soort="stroom"),
        series("boetes", "€", *QUARTERS),
        series("inwoners", "inwoners", *QUARTERS, soort="stand"),
        series("aandeel", "%", *QUARTERS),
        series("gift", "€", "2024-Q4"),
        series("jaarlijks", "klachten", *QUARTERS, over="heel 2024"),
        series("klachten", "klachten", "2023", "2024"),
    )
}
LATE = Numbers(ALL, parse_periode("2024-Q4"), {})
EARLY = Numbers(ALL, parse_periode("2024-Q3"), {})
THREE = '{{ som(waarde("boetes", "2024-Q1"), waarde("boetes", "2024-Q2"), waarde("boetes", "2024-Q3")) }}'
FOUR = THREE.replace("))", '), waarde("boetes", "2024-Q4"))')
ONE, STOCK = '{{ waarde("meldingen") }}', '{{ waarde("inwoners") }}'


def told(text: str, numbers: Numbers = LATE) -> list[str]:
    return [f"{one.severity}: {one.message}" for one in filled(text, Place(""), numbers).problems]


SUM = "fout: bij '€\u00a036' staat '{}', en de som telt 2024-Q4 niet mee"
VALUE = "bij '14' staat '{}', en de waarde telt 2024-Q1, 2024-Q2 en 2024-Q3 niet mee"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"Over heel 2024 was dat {THREE}.", SUM.format("heel 2024")),
        (f"In het hele jaar 2024 kwam er {THREE} binnen.", SUM.format("het hele jaar 2024")),
        (f"Er kwam {THREE} binnen in heel 2024.", SUM.format("heel 2024")),
        (f"Het kalenderjaar 2024 gaf {THREE}.", SUM.format("Het kalenderjaar 2024")),
        (f"In 2024 kwam er {THREE} binnen.", "waarschuwing: bij '€\u00a036' staat '2024', en de som telt 2024-Q4 niet mee"),
        (f"In heel 2024 kwamen er {ONE} meldingen.", f"fout: {VALUE.format('heel 2024')}"),
        (f"In het hele jaar kwamen er {ONE} meldingen.", f"fout: {VALUE.format('het hele jaar')}"),
        (f"In 2024 waren er {ONE} meldingen.", f"waarschuwing: {VALUE.format('2024')}"),
        (f"In 2023 kwam er samen {FOUR} binnen.", "waarschuwing: bij '€\u00a050' staat '2023', en het is de som van 2024-Q1, 2024-Q2, 2024-Q3 en 2024-Q4"),
        (f"Over heel 2023 was dat {THREE}.", "waarschuwing: bij '€\u00a036' staat 'heel 2023', en het is de som van 2024-Q1, 2024-Q2 en 2024-Q3"),
        (f"Er waren {ONE} meldingen in 2024.", f"waarschuwing: {VALUE.format('2024')}"),
    ],
)  # fmt: skip
def test_words_for_a_year_beside_a_part_of_it_are_told(text: str, message: str) -> None:
    assert told(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        f"Over heel 2024 was dat {FOUR}.",
        f"In het derde kwartaal en daarvoor kwam er {THREE} binnen.",
        f"In heel 2024 woonden er {STOCK} mensen.",
        'Over heel 2024 was het {{ waarde("aandeel") }}.',
        'In 2024 gaf het Rijk {{ waarde("gift") }}.',
        'In heel 2024 waren er {{ waarde("jaarlijks") }} klachten.',
        'In heel 2024 waren er {{ waarde("klachten", "2024") }} klachten.',
        f"Vergeleken met heel 2024 waren {ONE} meldingen weinig.",
        f"Dat zijn er {ONE}, van de 46 in heel 2024.",
        f"In 2025 verwacht de regio {ONE} meldingen.",
        f"In 2025 komt er {FOUR} binnen.",
        f"In 2023 begon dit; in de vier kwartalen van 2024 kwam er {FOUR} binnen.",
        f"Tegenover 2023 kwam er {FOUR} binnen.",
        f"Dat is {FOUR}, meer dan in 2023.",
        f"In 2024 besloot de raad dat dit kon; er kwamen {ONE} meldingen.",
        f"Eind 2024 waren er {ONE} meldingen in het vierde kwartaal.",
        f"De meldingen van 2024-Q4 waren er {ONE}.",
    ],
)
def test_a_number_beside_words_for_its_own_time_is_right(text: str) -> None:
    assert told(text) == []


def test_a_year_that_goes_on_still_may_be_named_for_what_there_was_of_it() -> None:
    assert told(f"In 2024 kwam er {THREE} binnen.", EARLY) == []
    assert told(f"Over heel 2024 was dat {THREE}.", EARLY) == [SUM.format("heel 2024")]


@pytest.mark.parametrize(
    ("heads", "expression", "wrong"),
    [
        (["Heel 2024", "Meldingen"], 'waarde("meldingen")', True),
        (["2024", "Meldingen"], 'waarde("meldingen")', True),
        (["Aantal", "2024"], 'waarde("meldingen")', True),
        (["2024-Q4", "Meldingen"], 'waarde("meldingen")', False),
        (["2024 (vierde kwartaal)", "Meldingen"], 'waarde("meldingen")', False),
        (["2024", "Inwoners"], 'waarde("inwoners")', False),
        (["2024", "Klachten"], 'waarde("klachten", "2024")', False),
    ],
)
def test_a_cell_below_a_year_counts_all_of_it(heads: list[str], expression: str, wrong: bool) -> None:
    assert (list(below_heads(heads, [evaluated(expression, LATE)])) != []) == wrong


@pytest.mark.parametrize(
    ("heads", "expression", "wrong"),
    [
        (["Aantal", "Meldingen", "Meldingen over heel 2024"], 'waarde("meldingen", "2024-Q3")', True),
        (["Aantal", "Meldingen", "Meldingen in 2024"], 'waarde("meldingen", "2024-Q3")', True),
        (["Meldingen", "", "Meldingen over heel 2024"], 'waarde("meldingen", "2024-Q3")', True),
        (["2024-Q3", "Meldingen", "Meldingen over heel 2024"], 'waarde("meldingen", "2024-Q3")', False),
        (["Derde kwartaal", "Meldingen", "Meldingen in 2024"], 'waarde("meldingen", "2024-Q3")', False),
        (["Q3", "Meldingen", "Meldingen in 2024"], 'waarde("meldingen", "2024-Q3")', False),
        (["Aantal", "3e kwartaal", "Meldingen in 2024"], 'waarde("meldingen", "2024-Q3")', False),
        (
            ["Aantal", "Meldingen", "Meldingen tot en met het derde kwartaal van 2024"],
            'waarde("meldingen", "2024-Q3")',
            False,
        ),
        (["Aantal", "Meldingen", "Meldingen in 2022, 2023 en 2024"], 'waarde("meldingen", "2024-Q3")', False),
        (
            ["Aantal", "Meldingen", "Meldingen, vergeleken met heel 2024"],
            'waarde("meldingen", "2024-Q3")',
            False,
        ),
        (["Aantal", "Inwoners", "Inwoners in 2024"], 'waarde("inwoners")', False),
        (["Aantal", "Klachten", "Klachten over heel 2024"], 'waarde("klachten", "2024")', False),
        (["Aantal", "Meldingen", "Meldingen"], 'waarde("meldingen", "2024-Q3")', False),
        (
            ["Aantal", "Meldingen", "Meldingen van het loket van 2024"],
            'waarde("meldingen", "2024-Q3")',
            False,
        ),
    ],
)
def test_a_table_of_a_year_counts_all_of_it_unless_a_head_says_of_what_it_is(
    heads: list[str], expression: str, wrong: bool
) -> None:
    assert (list(below_heads(heads, [evaluated(expression, LATE)])) != []) == wrong
