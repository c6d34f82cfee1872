"""What the legend of a chart says: the names of its series, and how an estimate looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rapportage.figures.chart_bars import as_estimate, bar_look
from rapportage.figures.chart_data import ESTIMATE, Chart
from rapportage.figures.chart_lines import MARKER, line_look
from rapportage.style.tokens import HouseStyle

if TYPE_CHECKING:
    from matplotlib.artist import Artist


def entries(chart: Chart, style: HouseStyle, *, named: bool, estimates: bool) -> list[tuple[Artist, str]]:
    """The keys with their words: of the series where they are `named` here, and of `estimates` after them."""
    found = [(_key(chart, index, style), one.name) for index, one in enumerate(chart.series) if named]
    return [*found, *([(_key_of_estimates(chart, style), ESTIMATE)] if estimates else [])]


def _key(chart: Chart, index: int, style: HouseStyle) -> Artist:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    if chart.shape == "lijn":
        return Line2D([], [], **line_look(index, style))
    return Patch(**bar_look(index, style))


def _key_of_estimates(chart: Chart, style: HouseStyle) -> Artist:
    """An open mark or bar in no colour of a series."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    paper, grey = style.colour("papier"), style.colour("grijs")
    if chart.shape == "lijn":
        open_mark: dict[str, Any] = {"linestyle": "none", "marker": "o", "markersize": MARKER}
        return Line2D([], [], **open_mark, markerfacecolor=paper, markeredgecolor=grey)
    return Patch(**as_estimate(grey, style))
