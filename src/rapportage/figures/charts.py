"""Draw charts from series: the numbers stand at the bars, and patterns tell what colour tells."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from rapportage.content.fields import moment_text
from rapportage.content.model import Indicator, Staafdiagram
from rapportage.document import Image
from rapportage.dutch import quantity_text
from rapportage.errors import ContentError, Place, refusal
from rapportage.figures.svg import svg_image
from rapportage.fonts import faces, unprintable
from rapportage.house_style import HouseStyle
from rapportage.periode import Periode

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontManager

WIDE = (130.0, 68.0)
HALF = (62.0, 58.0)
"""Width and height in mm of a chart over the text's width, and of one beside another."""

_PATTERNS = ("", "////", "....", "xxxx", "\\\\\\\\")
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "rapportage",
    "font.size": 9,
    "hatch.linewidth": 0.6,
    "axes.unicode_minus": True,
}


def bar_chart(
    figuur: Staafdiagram,
    indicators: Mapping[str, Indicator],
    style: HouseStyle,
    size: tuple[float, float],
    place: Place,
) -> Image:
    """The bar chart as a drawing of `size` in mm, one group of bars for each period.

    Raises ContentError when its words cannot be printed or leave no room for the bars.
    """
    # It tells in English how it keeps a list of the machine's fonts, which are not used here.
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
    import matplotlib
    from matplotlib import font_manager
    from matplotlib.figure import Figure

    _house_fonts_only(font_manager.fontManager)
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS | {"font.family": style.fonts()[0]})
        drawing = Figure(figsize=(size[0] / 25.4, size[1] / 25.4), layout="constrained")
        axes = drawing.add_subplot()
        chosen = [indicators[reeks.indicator] for reeks in figuur.reeksen]
        names = [reeks.naam or one.naam for reeks, one in zip(figuur.reeksen, chosen, strict=True)]
        if problems := list(unprintable("".join(names), place)):
            raise ContentError(problems)
        _bars(axes, figuur.perioden, chosen, names, style)
        _frame(axes, _labels(figuur.perioden, chosen), style)
        svg = _svg(drawing, place) if len(names) == 1 else _with_legend(drawing, len(names), place)
    return svg_image(svg, "grafiek", place)


def _with_legend(drawing: Figure, series: int, place: Place) -> bytes:
    """The drawing's SVG with a legend above it, in as many columns as the width allows."""
    for columns in range(min(series, 3), 0, -1):
        legend = drawing.legend(loc="outside upper left", ncols=columns, frameon=False, handlelength=1.4)
        svg = _svg(drawing, place)
        if legend.get_window_extent().width <= drawing.bbox.width:
            return svg
        legend.remove()
    raise _too_wide(place)


def _svg(drawing: Figure, place: Place) -> bytes:
    """The drawing's SVG; the library warns when the words leave no room for the bars."""
    out = io.BytesIO()
    unsaid = {"Date": None, "Creator": None, "Format": None, "Type": None}
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            drawing.savefig(out, format="svg", metadata=unsaid, transparent=True)
        except UserWarning:
            raise _too_wide(place) from None
    if _crowded(drawing.axes[0]):
        raise _too_wide(place)
    return _without_doctype(out.getvalue())


def _crowded(axes: Axes) -> bool:
    """Whether two words at the bars or below them run into each other."""
    boxes = [text.get_window_extent() for text in (*axes.texts, *axes.get_xticklabels())]
    return any(one.overlaps(other) for one, other in combinations(boxes, 2))


def _too_wide(place: Place) -> ContentError:
    hint = "kies kortere namen voor de reeksen, of minder perioden"
    return refusal("deze grafiek past niet op het blad", place, hint, "figuur")


def _house_fonts_only(manager: FontManager) -> None:
    """Forget the machine's fonts, and what an earlier run remembered of them."""
    manager.ttflist, manager.afmlist = [], []
    for face in faces():
        manager.addfont(str(face.path))


def _bars(
    axes: Axes, periods: tuple[Periode, ...], chosen: list[Indicator], names: list[str], style: HouseStyle
) -> None:
    thickness = 0.8 / len(chosen)
    for index, (indicator, name) in enumerate(zip(chosen, names, strict=True)):
        values = {one.periode: one.waarde for one in indicator.waarden}
        at = [group - 0.4 + thickness * (index + 0.5) for group in range(len(periods))]
        bars = axes.bar(
            at,
            [float(values[periode]) for periode in periods],
            thickness * 0.9,
            label=name,
            color=style.colour(f"reeks-{index + 1}"),
            edgecolor="white",
            linewidth=0.5,
            hatch=_PATTERNS[index],
        )
        texts = [
            quantity_text(values[periode], indicator.eenheid, indicator.decimalen) for periode in periods
        ]
        axes.bar_label(bars, texts, padding=2, color=style.colour("tekst"))


def _frame(axes: Axes, labels: list[str], style: HouseStyle) -> None:
    axes.set_xticks(range(len(labels)), labels)
    axes.tick_params(length=0, colors=style.colour("tekst"))
    axes.yaxis.set_visible(False)
    axes.margins(y=0.15)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(style.colour("lijn"))


def _labels(periods: tuple[Periode, ...], chosen: list[Indicator]) -> list[str]:
    """What stands under each group: when it was measured where all series agree, else the period."""
    labels = []
    for periode in periods:
        moments = {
            one.peildatum for indicator in chosen for one in indicator.waarden if one.periode == periode
        }
        moment = moments.pop() if len(moments) == 1 else None
        labels.append(moment_text(moment) if moment else str(periode))
    return labels


def _without_doctype(svg: bytes) -> bytes:
    """The drawing from its root element on: the library opens it with a DOCTYPE that says nothing."""
    return svg[svg.index(b"<svg") :]
