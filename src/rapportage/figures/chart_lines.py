"""Draw the lines of a chart: a mark and dashes of its own for each, an open mark for an estimate."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from rapportage.figures.chart_bars import plain_axes
from rapportage.figures.chart_data import Chart
from rapportage.style.tokens import HouseStyle

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MARKER = 4.5
"""The size of a mark in points."""
_MARKS = ("o", "s", "^", "D", "v")
_DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1.2, 1.6)), (0, (6, 2, 1.2, 2)), (0, (9, 3)))


def line_look(index: int, style: HouseStyle) -> dict[str, Any]:
    """How the line of the series at this place looks."""
    return {
        "color": style.colour(f"reeks-{index + 1}"),
        "marker": _MARKS[index],
        "markersize": MARKER,
        "linestyle": _DASHES[index],
        "linewidth": 1.6,
    }


def draw_lines(axes: Axes, chart: Chart, style: HouseStyle) -> None:
    """The lines over the names of their periods, without numbers or a scale."""
    for index, series in enumerate(chart.series):
        heights = [math.nan if value is None else float(value) for value in series.values]
        axes.plot(range(len(heights)), heights, **line_look(index, style))
        for at in series.estimates:
            open_mark = {"markerfacecolor": style.colour("papier"), "zorder": 2.1}
            axes.plot([at], [heights[at]], **line_look(index, style) | {"linestyle": "none"} | open_mark)
    axes.set_xticks(range(len(chart.labels)), chart.axis)
    axes.yaxis.set_visible(False)
    axes.margins(x=0.08, y=0.18)
    if last := len(chart.labels) - 1:  # also where the first or the last period has no number
        axes.set_xlim(-0.08 * last, 1.08 * last)
    plain_axes(axes, style, keep="bottom")
    if min(value for series in chart.series for value in series.known) < 0:
        axes.spines["bottom"].set_visible(False)
        axes.axhline(0, color=style.colour("lijn"), linewidth=0.8)
