"""Draw the lines of a chart: a mark and dashes of its own for each, an open mark for an estimate."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from rapportage.figures.chart_bars import plain_axes
from rapportage.figures.chart_data import Chart
from rapportage.style.lengths import POINTS_PER_INCH
from rapportage.style.tokens import HouseStyle

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MARKER = 4.5
"""The size of a mark in points."""
_AROUND = 0.18
"""What numbers need above and below the lines, as a part of what is shown."""
_TEAR = ((0, 0), (0, 3), (3, 5), (-3, 9), (3, 13), (0, 15), (0, 18))
"""The corners of a torn axis, in points from where the base line begins."""
_TORN = "scheurlijn"
"""What the library has as the label of that; a drawing does not show it."""
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


def draw_lines(axes: Axes, chart: Chart, style: HouseStyle, *, zero: bool) -> None:
    """The lines over the names of their periods, without numbers; from `zero` on, which is then told.

    Elsewhere the base line is no zero, as the torn axis above it says.
    """
    for index, series in enumerate(chart.series):
        heights = [math.nan if value is None else float(value) for value in series.values]
        axes.plot(range(len(heights)), heights, **line_look(index, style), clip_on=False)
        for at in series.estimates:
            open_mark = {"markerfacecolor": style.colour("papier"), "zorder": 2.1}
            axes.plot(
                [at],
                [heights[at]],
                **line_look(index, style) | {"linestyle": "none"} | open_mark,
                clip_on=False,
            )
    axes.set_xticks(range(len(chart.labels)), chart.axis)
    axes.margins(x=0.08, y=_AROUND)
    if last := len(chart.labels) - 1:  # also where the first or the last period has no number
        axes.set_xlim(-0.08 * last, 1.08 * last)
    plain_axes(axes, style, keep="bottom")
    below = chart.extent[0] < 0
    axes.yaxis.set_visible(zero or below)
    axes.set_yticks([0], ["0"])
    if below:
        axes.spines["bottom"].set_visible(False)
        axes.axhline(0, color=style.colour("lijn"), linewidth=0.8)
    elif zero:
        axes.get_yticklabels()[0].set_verticalalignment("bottom")  # clear of the first period below the line
        axes.set_ylim(0, float(chart.extent[1]) * (1 + _AROUND) or 1)
    else:
        _tear(axes, style)


def give_scale(axes: Axes, chart: Chart, style: HouseStyle) -> None:
    """A scale with lines of its own, which says itself where it begins."""
    from matplotlib.ticker import AutoLocator

    for line in [one for one in axes.lines if one.get_label() == _TORN]:
        line.remove()
    axes.yaxis.set_major_locator(AutoLocator())
    axes.yaxis.set_major_formatter(lambda value, _: chart.scale_text(value))
    axes.yaxis.set_visible(True)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=style.colour("lijn"), linewidth=0.4)


def has_scale(axes: Axes) -> bool:
    """Whether the numbers of a scale stand beside the lines, and not a zero alone."""
    return axes.yaxis.get_visible() and len(axes.get_yticks()) > 1


def _tear(axes: Axes, style: HouseStyle) -> None:
    """Draw the foot of an axis with a tear in it: below it is more than is shown."""
    from matplotlib.transforms import ScaledTranslation

    figure = axes.get_figure()
    assert figure is not None
    corner = ScaledTranslation(0, 0, axes.transAxes)  # type: ignore[arg-type]  # of any transform, in truth
    from_corner = figure.dpi_scale_trans + corner
    across, up = zip(*_TEAR, strict=True)
    axes.plot(
        [one / POINTS_PER_INCH for one in across],
        [one / POINTS_PER_INCH for one in up],
        transform=from_corner,
        color=style.colour("lijn"),
        linewidth=0.8,
        clip_on=False,
        label=_TORN,
    )
