"""Draw the bars of a chart, each with its number, stacks with their total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapportage.figures.chart_data import Chart
from rapportage.style.fonts import BOLD
from rapportage.style.tokens import HouseStyle, readable_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_PATTERNS = ("", "////", "....", "xxxx", "\\\\\\\\")
"""What tells bars apart for who sees no colours."""
_OFF = 3
"""How far in points a total stands from its stack."""
_PATCH = "round,pad=0.07,rounding_size=0.25"
"""The plain ground of a number in a part of a stack, by its size: low, since parts may hardly be higher."""
_WIDE = 0.9
"""How much of its room a stack takes where the numbers in it need that."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart is drawn: numbers `upright` along a bar, stacks `wide` enough to touch, with `totals`;
    lines from `zero` on, or `scaled` where their numbers find no room."""

    upright: bool = False
    wide: bool = False
    totals: bool = False
    zero: bool = False
    scaled: bool = False


def draw_bars(axes: Axes, chart: Chart, style: HouseStyle, look: Look) -> None:
    """The bars with their numbers."""
    count = 1 if chart.stacked else len(chart.series)
    thickness = (0.8 if not chart.stacked else 0.5 if chart.lying else _WIDE if look.wide else 0.6) / count
    bottom = [0.0] * len(chart.labels)
    for index, series in enumerate(chart.series):
        colour = style.colour(f"reeks-{index + 1}")
        values = [float(value or 0) for value in series.values]
        shift = 0.0 if chart.stacked else -0.4 + thickness * (index + 0.5)
        at = [group + shift for group in range(len(values))]
        thick = thickness if chart.stacked else thickness * 0.9
        drawn = bar_look(index, style)
        if chart.lying:
            bars = axes.barh(at, values, thick, left=bottom, **drawn)
        else:
            bars = axes.bar(at, values, thick, bottom=bottom, **drawn)
        for at_estimate in series.estimates:
            bars[at_estimate].set(**as_estimate(colour, style))
        if chart.stacked:
            bottom = [below + value for below, value in zip(bottom, values, strict=True)]
        else:
            turned = 90 if look.upright else 0
            axes.bar_label(bars, series.texts, padding=2, rotation=turned, color=style.colour("tekst"))
    if chart.stacked:
        _label_parts(axes, chart, style, thickness)
    if look.totals:
        _label_totals(axes, chart, style)


def bar_look(index: int, style: HouseStyle) -> dict[str, Any]:
    """How the bars of the series at this place look."""
    return {
        "facecolor": style.colour(f"reeks-{index + 1}"),
        "edgecolor": style.colour("papier"),
        "linewidth": 0.5,
        "hatch": _PATTERNS[index],
    }


def as_estimate(colour: str, style: HouseStyle) -> dict[str, Any]:
    """How an estimate looks in this colour: open, within a broken line."""
    look = {"facecolor": style.colour("papier"), "edgecolor": colour}
    return look | {"linewidth": 1.0, "linestyle": (0, (3, 1.5))}


def _label_parts(axes: Axes, chart: Chart, style: HouseStyle, thickness: float) -> None:
    """The number in each part of a stack, or beside the stack where the part is too thin for it."""
    thin = _tallest(chart) * (0.11 if not chart.lying else 0.22 if chart.reach else 0.07)
    for group in range(len(chart.labels)):
        bottom, free = 0.0, -thin / 3  # so that a number stands on the base line, and not over it
        for index, series in enumerate(chart.series):
            value, colour = float(series.values[group] or 0), style.colour(f"reeks-{index + 1}")
            plain = not _PATTERNS[index] and group not in series.estimates
            ground = colour if plain else style.colour("papier")  # no pattern runs behind a number
            along, inside = bottom + value / 2, value > thin
            across = group if inside else group + (-0.46 if chart.lying else thickness / 2 + 0.04)
            if not inside:
                along = free = max(along, free + thin)  # numbers beside a stack keep clear of each other
            x, y = (along, across) if chart.lying else (across, along)
            axes.text(
                x,
                y,
                series.texts[group],
                ha="center" if inside or chart.lying else "left",
                va="center",
                color=readable_on(ground, style) if inside else style.colour("tekst"),
                bbox={"facecolor": ground, "edgecolor": "none", "boxstyle": _PATCH} if inside else None,
            )
            bottom += value


def _label_totals(axes: Axes, chart: Chart, style: HouseStyle) -> None:
    """What each stack comes to, at its end."""
    for group, (total, text) in enumerate(chart.totals):
        axes.annotate(
            text,
            (float(total), group) if chart.lying else (group, float(total)),
            xytext=(_OFF, 0) if chart.lying else (0, _OFF),
            textcoords="offset points",
            ha="left" if chart.lying else "center",
            va="center" if chart.lying else "bottom",
            fontweight=BOLD,
            color=style.colour("tekst"),
        )


def _tallest(chart: Chart) -> float:
    """The highest stack, here or beside it; one where all are empty, so that numbers still stand apart."""
    return float((chart.reach or chart.extent)[1]) or 1.0


def frame(axes: Axes, chart: Chart, style: HouseStyle) -> None:
    """The names of the periods and one base line; the numbers stand at the bars, so no scale is needed."""
    below = any(value < 0 for series in chart.series for value in series.known)
    (axes.set_yticks if chart.lying else axes.set_xticks)(range(len(chart.labels)), chart.axis)
    if chart.lying:
        axes.invert_yaxis()
        axes.xaxis.set_visible(False)
        axes.margins(x=0.25 if below else 0.14)
    else:
        axes.yaxis.set_visible(False)
        axes.margins(y=0.15)
    if not any(value for series in chart.series for value in series.values):
        (axes.set_xlim if chart.lying else axes.set_ylim)(0, 1)
    plain_axes(axes, style, keep="left" if chart.lying else "bottom")
    if below:
        axes.spines["left" if chart.lying else "bottom"].set_visible(False)
        line = axes.axvline if chart.lying else axes.axhline
        line(0, color=style.colour("lijn"), linewidth=0.8)


def plain_axes(axes: Axes, style: HouseStyle, keep: str) -> None:
    """Leave of the axes one line, and their words."""
    axes.tick_params(length=0, colors=style.colour("tekst"))
    for side in ("top", "left", "right", "bottom"):
        axes.spines[side].set_visible(side == keep)
    axes.spines[keep].set_color(style.colour("lijn"))
