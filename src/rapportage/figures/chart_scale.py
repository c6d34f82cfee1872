"""Give charts beside each other one scale: a unit is as long in both, whatever words stand around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportage.figures.chart_data import Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_HIGH = 118.0
"""How high in points the room for standing bars and lines is, with what their numbers need."""
_LONG = 0.45
"""The part of the drawing's width that lying bars take, without their numbers."""
_AROUND = 0.18
"""What the numbers need at both ends, as a part of what is shown."""
_TIMES = 2
"""So often a drawing is laid out anew: its words move a little with its size."""


def keep_scale(drawing: Figure, chart: Chart) -> bool:
    """Lay the drawing out on the scale that it shares; whether it has the width for that.

    Standing bars and lines get more or less height. The library warns when there is no room at all.
    """
    if chart.reach is None:
        return True
    axes = drawing.axes[0]
    low, high = (float(end) for end in chart.reach)
    span = (high - low) or 1.0
    if chart.from_zero:
        low, span = 0.0, high or 1.0
    begin = low - _AROUND * span if low < 0 or not chart.from_zero else 0.0
    if chart.lying:
        return _keep_width(drawing, axes, begin, span)
    axes.set_ylim(begin, low + (1 + _AROUND) * span)
    for _ in range(_TIMES):
        drawing.draw_without_rendering()
        drawing.set_figheight(drawing.get_figheight() + (_HIGH - axes.bbox.height) / drawing.dpi)
    return True


def _keep_width(drawing: Figure, axes: Axes, begin: float, span: float) -> bool:
    """Let lying bars end where the width does: it is given, and their words take what they take of it."""
    unit = _LONG * drawing.bbox.width / span
    axes.set_xlim(begin, begin + drawing.bbox.width / unit)  # so that no number stands far outside
    for _ in range(_TIMES):
        drawing.draw_without_rendering()
        axes.set_xlim(begin, begin + axes.bbox.width / unit)
    return axes.bbox.width / unit >= (1 + _AROUND) * span + min(0.0, -begin)
