"""Label the points of lines: where each number stands, and whether it stands clear of all else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import isfinite
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from rapportage.figures.chart_data import Chart
from rapportage.figures.chart_ends import names_of
from rapportage.figures.chart_lines import has_scale
from rapportage.style.tokens import HouseStyle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation, Text
    from matplotlib.transforms import Bbox, BboxBase

_OFF, _ASLANT = 5, 4
"""How far in points a number stands from its point, and how far aside and up where it stands aslant."""
_LOW = 0.12
"""Up to this part of the height a number has no room below its point."""
_MARK = 2.5
"""Half a mark's size in points."""


class _Spot(NamedTuple):
    """Where words may stand: how far from their point, or how high in the chart, and by what part."""

    across: float
    up: float
    ha: Literal["left", "center", "right"]
    va: Literal["top", "center", "bottom"]
    height: float = 0.0


_AROUND_POINT = (
    _Spot(0, _OFF, "center", "bottom"),
    _Spot(0, -_OFF, "center", "top"),
    _Spot(_ASLANT, _ASLANT, "left", "bottom"),
    _Spot(-_ASLANT, _ASLANT, "right", "bottom"),
    _Spot(_ASLANT, -_ASLANT, "left", "top"),
    _Spot(-_ASLANT, -_ASLANT, "right", "top"),
    _Spot(_OFF + 1, 0, "left", "center"),
    _Spot(-_OFF - 1, 0, "right", "center"),
)
_OVER_PERIOD = tuple(_Spot(0, 2, "center", "bottom", tenth / 10) for tenth in range(10))
_Point = tuple[float, float]


def label_gaps(axes: Axes, chart: Chart, style: HouseStyle) -> None:
    """What stands on the base line at each period for which a series has no number."""
    for at in range(len(chart.labels)):
        gaps = [series for series in chart.series if series.values[at] is None]
        words = ", ".join(series.name for series in gaps) + ": " if 0 < len(gaps) < len(chart.series) else ""
        if gaps:
            # Names are long: at either end they stand within the chart, and not over its scale.
            end = 0 if not words else 1 if at == 0 else -1 if at == len(chart.labels) - 1 else 0
            axes.annotate(
                f"{words}{gaps[0].texts[at]}",
                (at, 0),
                xycoords=("data", "axes fraction"),
                xytext=(-_ASLANT * end, 2),
                textcoords="offset points",
                ha={0: "center", 1: "left", -1: "right"}[end],
                va="bottom",
                color=style.colour("tekst"),
            )


def label_points(axes: Axes, chart: Chart, style: HouseStyle, where: Iterable[int]) -> list[Text]:
    """The numbers at these periods: that of the lowest line, or in a dip, below it; the others above.

    Where the scale has lines of its own, the numbers stand on paper.
    """
    texts: list[Text] = []
    ground = {"facecolor": style.colour("papier"), "edgecolor": "none", "pad": 0.6}
    bottom, top = axes.get_ylim()
    floor = bottom + _LOW * (top - bottom)
    for at in where:
        measured = [(value, series) for series in chart.series if (value := series.values[at]) is not None]
        lowest = min(measured, key=lambda one: one[0])[1] if measured else None
        for value, series in measured:
            around = [one for one in series.values[max(at - 1, 0) : at + 2] if one is not None]
            dip = len(around) > 1 and value == min(around) < max(around)
            below = series is lowest and (len(chart.series) > 1 or dip) and float(value) > floor
            texts.append(
                axes.annotate(
                    series.texts[at],
                    (at, float(value)),
                    xytext=(0, -_OFF if below else _OFF),
                    textcoords="offset points",
                    ha="center",
                    va="top" if below else "bottom",
                    color=style.colour("tekst"),
                    bbox=ground if has_scale(axes) else None,
                )
            )
    return texts


def crowded(axes: Axes, chart: Chart) -> bool:
    """Whether two words at the bars or at the periods run into each other, or into another bar."""
    periods = axes.get_yticklabels() if chart.lying else axes.get_xticklabels()
    numbers = [text.get_window_extent() for text in axes.texts]
    boxes = [*numbers, *(text.get_window_extent().padded(1.5) for text in periods)]
    if any(one.overlaps(other) for one, other in combinations(boxes, 2)):
        return True
    bars = [bar.get_window_extent() for bar in axes.patches]
    return any(number.overlaps(bar) and not _within(number, bar) for number in numbers for bar in bars)


def _within(number: Bbox, bar: Bbox) -> bool:
    """Whether a number stands in a bar of a stack, over its whole width."""
    middle = (number.x0 + number.x1) / 2, (number.y0 + number.y1) / 2
    return bool(bar.contains(*middle) and number.x0 >= bar.x0 + 1 and number.x1 <= bar.x1 - 1)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is drawn in a chart of lines, in points: where no words may stand, or better not."""

    segments: tuple[tuple[_Point, _Point], ...]
    boxes: tuple[BboxBase, ...]
    levels: tuple[float, ...]
    page: BboxBase

    def under(self, box: Bbox) -> bool:
        """Whether a line, a mark or a word stands there, or the drawing ends."""
        return (
            box.x0 < self.page.x0
            or box.x1 > self.page.x1
            or any(one.overlaps(box) for one in self.boxes)
            or any(_crosses(one, box) for one in self.segments)
        )

    def on_level(self, box: Bbox) -> bool:
        """Whether a line of the scale or the base line runs there."""
        return any(box.y0 < one < box.y1 for one in self.levels)


def move_off_lines(axes: Axes) -> bool:
    """Put numbers that stand on a line, a mark or the scale where they do not; whether there were any."""
    drawn, found = _drawn(axes), False
    for text in _labels(axes):
        others = tuple(one.get_window_extent() for one in _labels(axes) if one is not text)
        room = replace(drawn, boxes=(*drawn.boxes, *others))
        box = text.get_window_extent()
        if not room.under(box) and not room.on_level(box):
            continue
        found = True
        free = [spot for spot in _spots(text) if not room.under(_box(axes, text, spot))]
        clear = [spot for spot in free if not room.on_level(_box(axes, text, spot))]
        if clear or (free and room.under(box)):
            _put(text, (clear or free)[0])
    return found


def on_a_line(axes: Axes) -> list[str]:
    """The numbers that still stand on a line, a mark or the scale.

    A word for what is not known may: a chart that is full from top to bottom has no other place for it.
    """
    drawn = _drawn(axes)
    return [
        text.get_text()
        for text in _labels(axes)
        if _is_number(text) and drawn.under(text.get_window_extent())
    ]


def _labels(axes: Axes) -> list[Annotation]:
    return [cast("Annotation", text) for text in axes.texts if text not in names_of(axes)]


def _is_number(text: Annotation) -> bool:
    """Whether it stands at a point, and not over a period."""
    return text.xycoords == "data"


def _spots(text: Annotation) -> tuple[_Spot, ...]:
    if _is_number(text):
        return _AROUND_POINT
    (across, up), ha = text.get_position(), text.get_horizontalalignment()
    return tuple(spot._replace(across=across, up=up, ha=ha) for spot in _OVER_PERIOD)


def _box(axes: Axes, text: Annotation, spot: _Spot) -> Bbox:
    """Where the words stand if they are put there."""
    from matplotlib.transforms import Bbox

    now = text.get_window_extent()
    x, y = axes.transData.transform(text.xy)
    if not _is_number(text):
        y = axes.bbox.y0 + spot.height * axes.bbox.height
    left = x + spot.across - {"left": 0.0, "center": 0.5, "right": 1.0}[spot.ha] * now.width
    low = y + spot.up - {"bottom": 0.0, "center": 0.5, "top": 1.0}[spot.va] * now.height
    return Bbox.from_bounds(left, low, now.width, now.height)


def _put(text: Annotation, spot: _Spot) -> None:
    if not _is_number(text):
        text.xy = (text.xy[0], spot.height)
    text.set_position((spot.across, spot.up))
    text.set_horizontalalignment(spot.ha)
    text.set_verticalalignment(spot.va)


def _drawn(axes: Axes) -> _Drawn:
    from matplotlib.transforms import Bbox

    segments: list[tuple[_Point, _Point]] = []
    boxes = [text.get_window_extent().padded(1.5) for text in (*axes.get_xticklabels(), *names_of(axes))]
    for line in axes.lines:
        points = [(float(x), float(y)) for x, y in line.get_transform().transform(line.get_xydata())]
        segments += [(one, other) for one, other in pairwise(points) if isfinite(one[1] + other[1])]
        if line.get_marker() not in ("None", None):
            around = ((x - _MARK, y - _MARK, 2 * _MARK, 2 * _MARK) for x, y in points if isfinite(y))
            boxes += [Bbox.from_bounds(*one) for one in around]
    levels = [axes.bbox.y0] if axes.spines["bottom"].get_visible() else []
    if axes.yaxis.get_visible():
        boxes += [text.get_window_extent() for text in axes.get_yticklabels()]
        levels += [float(axes.transData.transform((0, tick))[1]) for tick in axes.get_yticks()]
    figure = axes.get_figure()
    assert figure is not None
    return _Drawn(tuple(segments), tuple(boxes), tuple(levels), figure.bbox)


def _crosses(segment: tuple[_Point, _Point], box: Bbox) -> bool:
    """Whether a line from left to right passes through the box."""
    (left, low), (right, high) = segment
    begin, end = max(left, box.x0), min(right, box.x1)
    if begin > end or left == right:
        return False
    slope = (high - low) / (right - left)
    heights = sorted((low + slope * (begin - left), low + slope * (end - left)))
    return bool(heights[0] < box.y1 and heights[1] > box.y0)
