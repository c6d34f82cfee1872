"""A number with a digit more or less than that of the period before it is told, until somebody looked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rapportage.checks.series.jumps import jumps
from rapportage.content.indicators import Indicator, Waarde
from rapportage.periode import parse_periode

PERIODS = ("2022-H1", "2022-H2", "2023-H1", "2023-H2")


def told(*values: str, decimals: int = 0, looked: int | None = None, unit: str = "woningen") -> list[str]:
    waarden = tuple(
        Waarde(
            periode=parse_periode(periode),
            waarde=Decimal(value),
            nagezien=date(2024, 7, 2) if at == looked else None,
        )
        for at, (periode, value) in enumerate(zip(PERIODS, values, strict=False))
        if value
    )
    series = Indicator(
        id="reeks", naam="Reeks", eenheid=unit, decimalen=decimals, bron="Telling", waarden=waarden
    )
    return [f"{before.number} {one.number}" for before, one in jumps(series)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("1180", "135"), ["1180 135"]),
        (("1180", "13480"), ["1180 13480"]),
        (("1180", "13480", "1350"), ["1180 13480"]),
        (("12", "118"), ["12 118"]),
        (("22500000", "24000"), ["22500000 24000"]),
        (("-500", "-5000"), ["-500 -5000"]),
        (("1180", "", "13480"), ["1180 13480"]),
    ],
)
def test_a_digit_too_many_or_too_few_is_told_once(values: tuple[str, ...], expected: list[str]) -> None:
    assert told(*values) == expected


@pytest.mark.parametrize(
    "values",
    [
        ("1180", "1348"),
        ("1180", "2700", "4100", "600"),
        ("2", "20", "3", "25"),
        ("9", "90"),
        ("0", "1000"),
        ("-50", "500"),
        ("100", "500"),
        ("100", "1500"),
        ("1000", "30000"),
    ],
)
def test_a_number_that_grew_or_shrank_is_right(values: tuple[str, ...]) -> None:
    assert told(*values) == []


def test_decimals_count_as_digits() -> None:
    assert told("27.4", "2.7", decimals=1, unit="%") == ["27.4 2.7"]
    assert told("0.9", "9.1", decimals=1, unit="%") == []


def test_what_somebody_looked_at_is_right() -> None:
    assert told("1180", "135", looked=1) == told("1180", "135", looked=0) == []
