"""Charts of a few values, for tests that look at what they show and how they are drawn."""

from __future__ import annotations

from decimal import Decimal

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from rapportage.dutch import quantity_text
from rapportage.errors import Place
from rapportage.figures import chart_drawing
from rapportage.figures.chart_data import Chart, Series, Shape
from rapportage.style.tokens import house_style
from rapportage.workspace import package_templates

_STYLE = house_style((package_templates() / "huisstijl.tokens.json").read_text("utf-8"))


def series(name: str, *values: float, unit: str = "") -> Series:
    """A series of these values, printed as its unit asks."""
    numbers = tuple(Decimal(str(value)) for value in values)
    return Series(name, numbers, tuple(quantity_text(number, unit, unit == "%") for number in numbers), unit)


def chart(*chosen: Series, shape: Shape = "gegroepeerd") -> Chart:
    """A chart of these series over half-years from 2021-H1 on."""
    labels = tuple(f"{2021 + at // 2}-H{at % 2 + 1}" for at in range(len(chosen[0].values)))
    return Chart(shape, labels, chosen)


def axes_of(one: Chart, width: float, monkeypatch: pytest.MonkeyPatch) -> Axes:
    """The chart as the library has it when it is drawn at last."""
    seen: list[Figure] = []
    saved = chart_drawing._saved

    def noted(drawing: Figure, words: str) -> bytes:
        seen.append(drawing)
        return saved(drawing, words)

    monkeypatch.setattr(chart_drawing, "_saved", noted)
    chart_drawing.draw_chart(one, _STYLE, width, Place("figuren/woningen.yaml"))
    return seen[-1].axes[0]
