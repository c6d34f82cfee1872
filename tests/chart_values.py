"""Charts of a few values, for tests that look at what they show and how they are drawn."""

from __future__ import annotations

from decimal import Decimal

from rapportage.dutch import quantity_text
from rapportage.figures.chart_data import Chart, Series, Shape


def series(name: str, *values: float, unit: str = "") -> Series:
    """A series of these values, printed as its unit asks."""
    numbers = tuple(Decimal(str(value)) for value in values)
    return Series(name, numbers, tuple(quantity_text(number, unit, unit == "%") for number in numbers), unit)


def chart(*chosen: Series, shape: Shape = "gegroepeerd") -> Chart:
    """A chart of these series over half-years from 2021-H1 on."""
    labels = tuple(f"{2021 + at // 2}-H{at % 2 + 1}" for at in range(len(chosen[0].values)))
    return Chart(shape, labels, chosen)
