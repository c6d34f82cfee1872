"""Turn the stacks of a chart into shares of a whole, each as long as the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rapportage.dutch import quantity_text
from rapportage.figures.chart_data import Chart, Series, Shape

_SHAPES: dict[Shape, Shape] = {"gestapeld": "aandelen", "liggend gestapeld": "liggend aandelen"}


def as_shares(chart: Chart) -> Chart | None:
    """The stacks as shares of what each comes to; None where a whole is nothing.

    Percentages are shares as they are, and of counts the number stays with its share.
    """
    wholes = chart.sums
    if not all(wholes):
        return None
    shape = _SHAPES[chart.shape]
    if chart.unit == "%":
        return replace(chart, shape=shape)
    series = tuple(_shares(one, wholes) for one in chart.series)
    texts = tuple(chart.printed(one) for one in wholes)
    return replace(chart, shape=shape, series=series, unit="%", decimals=0, wholes=texts)


def _shares(series: Series, wholes: list[Decimal]) -> Series:
    """The series as whole percentages, with the numbers that they are made of behind them."""
    values = tuple(
        (value or Decimal()) * 100 / whole for value, whole in zip(series.values, wholes, strict=True)
    )
    texts = tuple(quantity_text(value, "%", 0) for value in values)
    return replace(series, values=values, texts=texts, counted=series)
