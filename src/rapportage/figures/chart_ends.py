"""Name lines at their ends, each behind its last number, so that nobody has to look one up in a legend."""

from __future__ import annotations

import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING

from rapportage.figures.chart_data import Chart
from rapportage.figures.chart_lines import has_scale
from rapportage.style.tokens import HouseStyle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

_NAME = "naam"
"""What the library has as the label of such words; a drawing does not show it."""
_OFF = 8
"""How far in points a name stands from its point."""
_WIDEST = 0.36
"""The part of the drawing's width that names may take."""
_LETTER, _MOST_LETTERS, _MOST_LINES = 4.8, 20, 3
"""How wide in points a letter is about; what stands on a line at most, and how many lines a name takes."""
_FARTHEST = 10
"""How far in points a name may stand above or below the end of its line."""
_BETWEEN = 0.5
"""How far in points names stay from each other."""


def can_be_named(chart: Chart) -> bool:
    """Whether there are several lines, each with a number at its end."""
    return len(chart.series) > 1 and all(one.values[-1] is not None for one in chart.series)


def name_ends(axes: Axes, chart: Chart, style: HouseStyle) -> list[Text]:
    """The last number and the name of each line, beside its end."""
    last = len(chart.labels) - 1
    figure = axes.get_figure()
    room = _WIDEST * figure.bbox.width / _LETTER if figure else 0
    line = max(1, min(round(room), _MOST_LETTERS))
    ground = {"facecolor": style.colour("papier"), "edgecolor": "none", "pad": 0.6}
    return [
        axes.annotate(
            textwrap.fill(f"{one.texts[last]} {one.name}", line, break_long_words=False),
            (last, float(one.values[last] or 0)),
            xytext=(_OFF, 0),
            textcoords="offset points",
            ha="left",
            va="center",
            color=style.colour("tekst"),
            bbox=ground if has_scale(axes) else None,
            label=_NAME,
        )
        for one in chart.series
    ]


def names_of(axes: Axes) -> list[Text]:
    """The names at the ends of lines, if they stand there."""
    return [text for text in axes.texts if text.get_label() == _NAME]


def spread_names(axes: Axes) -> bool:
    """Put the names at ends clear of each other; whether they then still stand at their lines."""
    names = sorted(names_of(axes), key=lambda text: float(text.get_window_extent().y0))
    boxes = [text.get_window_extent() for text in names]
    figure = axes.get_figure()
    if not names or figure is None:
        return True
    if any(
        box.width > _WIDEST * figure.bbox.width or text.get_text().count("\n") >= _MOST_LINES
        for text, box in zip(names, boxes, strict=True)
    ):
        return False
    lows = [box.y0 for box in boxes]
    heights = [box.height + _BETWEEN for box in boxes]
    groups = [[at] for at in range(len(names))]
    while at := next((at for at, pair in enumerate(pairwise(groups), 1) if _meet(*pair, lows, heights)), 0):
        groups[at - 1 : at + 1] = [groups[at - 1] + groups[at]]
        _pile(groups[at - 1], lows, heights, [box.y0 for box in boxes])
    shifts = [low - box.y0 for low, box in zip(lows, boxes, strict=True)]
    for text, shift in zip(names, shifts, strict=True):
        text.set_position((_OFF, shift))
    return all(abs(shift) <= _FARTHEST for shift in shifts)


def _meet(lower: list[int], upper: list[int], lows: list[float], heights: list[float]) -> bool:
    """Whether the highest name of the one pile reaches into the lowest of the other."""
    return lows[lower[-1]] + heights[lower[-1]] > lows[upper[0]] + _BETWEEN / 2


def _pile(group: list[int], lows: list[float], heights: list[float], wanted: list[float]) -> None:
    """Put these names on each other, each as near to where it belongs as the others let it."""
    low, offsets = 0.0, []
    for at in group:
        offsets.append(low)
        low += heights[at]
    start = sum(wanted[at] - offset for at, offset in zip(group, offsets, strict=True)) / len(group)
    for at, offset in zip(group, offsets, strict=True):
        lows[at] = start + offset
