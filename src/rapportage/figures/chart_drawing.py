"""Draw charts: the numbers stand at the bars and points, and patterns and marks tell what colour tells."""

from __future__ import annotations

import io
import logging
import os
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from rapportage.cache import cache_folder
from rapportage.document import Image
from rapportage.errors import NO_ROOM, UNPRINTABLE, ContentError, Place, refusal, shortened
from rapportage.figures.chart_bars import Look, draw_bars, frame
from rapportage.figures.chart_data import Chart, Shape
from rapportage.figures.chart_ends import can_be_named, name_ends, names_of, spread_names
from rapportage.figures.chart_labels import crowded, label_gaps, label_points, move_off_lines, on_a_line
from rapportage.figures.chart_legend import entries
from rapportage.figures.chart_lines import draw_lines, give_scale
from rapportage.figures.chart_scale import keep_scale
from rapportage.figures.origin import Origin
from rapportage.figures.svg import svg_image
from rapportage.quotes import typeset
from rapportage.style.fonts import FAMILY, house, unprintable
from rapportage.style.lengths import MILLIMETRES_PER_INCH, POINTS_PER_INCH
from rapportage.style.tokens import HouseStyle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontManager
    from matplotlib.text import Text

_HEIGHT, _HALF_HEIGHT = 68.0, 58.0
"""The height in mm of a chart over the text's width, and of one beside another."""
_ROW, _GAP, _AROUND = 5.2, 3.5, 16.0
"""What a lying bar, the gap between two periods, and all around them take of a chart's height, in mm."""
_NARROW = 100.0
"""Up to this width in mm a chart is one of a pair."""

_LYING: dict[Shape, Shape] = {"gestapeld": "liggend gestapeld", "aandelen": "liggend aandelen"}
_SIZE = 9.0
"""The size in points of words beside ordinary text."""
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "rapportage",
    "hatch.linewidth": 0.6,
    "axes.unicode_minus": True,
    "text.parse_math": False,  # a name may hold two dollar signs
}


class Written(NamedTuple):
    """A chart's SVG, with its words as outlines and as text."""

    outlined: bytes
    worded: bytes


def draw_chart(chart: Chart, style: HouseStyle, width: float, place: Place) -> Image:
    """The chart as a drawing of this width in mm.

    Raises ContentError when its words cannot be printed or leave no room for the numbers.
    """
    words = "".join((*chart.labels, *(one.name for one in chart.series)))
    if unknown := list(unprintable(words, place)):
        raise ContentError(one.told("fout", UNPRINTABLE) for one in unknown)
    # It tells in English how it keeps a list of the machine's fonts, which are not used here.
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
    try:
        svg = _drawn(_as_printed(chart), style, width, place)
    except ContentError:
        raise _too_wide(chart, place, way_out=_room_lying(chart, style, width, place)) from None
    except RuntimeError as error:  # of a font that is damaged, in a sign that is seldom drawn
        message = f"het lettertype '{style.typeface('figuur').name}' kan deze grafiek niet tekenen: {error}"
        raise refusal(message, place, "vraag de leverancier om nieuwe bestanden", UNPRINTABLE) from None
    return replace(svg_image(svg.outlined, Origin("grafiek", place), own=True), worded=svg.worded)


def _as_printed(chart: Chart) -> Chart:
    """The chart with the marks of print in the names of its series."""
    return replace(chart, series=tuple(replace(one, name=typeset(one.name)) for one in chart.series))


def _drawn(chart: Chart, style: HouseStyle, width: float, place: Place) -> Written:
    """The chart's SVG; raises ContentError when its words leave no room."""
    matplotlib = _library()
    from matplotlib import font_manager
    from matplotlib.figure import Figure

    _known_letters_only(font_manager, style)
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        families = [*dict.fromkeys((style.typeface("figuur").name, FAMILY))]
        matplotlib.rcParams.update(
            _SETTINGS | {"font.family": families, "font.size": _SIZE * style.figure_scale()}
        )
        size = (
            width / MILLIMETRES_PER_INCH,
            _height(chart, width, style.figure_scale()) / MILLIMETRES_PER_INCH,
        )
        # An SVG is written in points: words are then measured as they are drawn.
        return _roomy(
            lambda: Figure(figsize=size, dpi=POINTS_PER_INCH, layout="constrained"), chart, style, place
        )


def _room_lying(chart: Chart, style: HouseStyle, width: float, place: Place) -> str:
    """The hint that bars from left to right have more room, where they do; else ''."""
    if chart.lying:
        return ""
    try:
        _drawn(replace(chart, shape=_LYING.get(chart.shape, "liggend")), style, width, place)
    except ContentError:
        return ""
    return "; een staafdiagram met 'richting: liggend' heeft meer ruimte"


def _roomy(new: Callable[[], Figure], chart: Chart, style: HouseStyle, place: Place) -> Written:
    """The chart's SVG, its words set as wide as there is room for: at last the names of periods on two lines
    and the numbers upright."""
    for one, look in _ways(chart):
        drawing = new()
        axes = drawing.add_subplot()
        try:
            if one.shape == "lijn":
                return _lines(drawing, axes, one, style, place, look)
            draw_bars(axes, one, style, look)
            frame(axes, one, style)
            return _with_legend(drawing, one, style, place)
        except ContentError:
            continue
    raise _too_wide(chart, place)


def _ways(chart: Chart) -> list[tuple[Chart, Look]]:
    """The ways to draw the chart, from the one that is read best to those that take least room."""
    narrow = replace(chart, labels=tuple(label[::-1].replace(" ", "\n", 1)[::-1] for label in chart.labels))
    if chart.shape == "lijn":
        scaled = (narrow, Look(scaled=True))
        if not chart.from_zero:
            return [(chart, Look()), scaled]
        if chart.reach or not chart.extent[0]:  # charts that share a scale begin it at the same number
            return [(chart, Look(zero=True)), (narrow, Look(zero=True, scaled=True))]
        return [(chart, Look(zero=True)), (narrow, Look(zero=True)), (chart, Look()), scaled]
    totals = bool(chart.totals)
    ways = [(chart, Look(totals=totals))]
    if not chart.lying:
        ways += [(chart, Look(wide=True, totals=totals))] * chart.stacked
        ways += [(narrow, Look(wide=chart.stacked, totals=totals))]
        ways += [(narrow, Look(upright=True))] * (chart.shape == "gegroepeerd")
    return ways + [(one, replace(look, totals=False)) for one, look in ways if totals]


def _library() -> ModuleType:
    """The drawing library, imported out of reach of what the machine or its user made up for it.

    It reads a `matplotlibrc` from the folder that one stands in, which may be anybody's; what a file
    elsewhere says is undone by `rcdefaults`. Left to itself it starts a program that lists all fonts of the
    machine and opens each; without them it keeps a shorter list, which must not be found by others.
    """
    wanted: dict[str, str | None] = {"MPLBACKEND": None, "MPL_IGNORE_SYSTEM_FONTS": "1"}
    if (own := cache_folder("matplotlib")) is not None:
        wanted["MPLCONFIGDIR"] = str(own.absolute())
    with _environment(wanted), chdir(Path(__file__).parent):
        import matplotlib
        import matplotlib.font_manager
    return matplotlib


@contextmanager
def _environment(wanted: Mapping[str, str | None]) -> Iterator[None]:
    """While it lasts these variables have these values; None is no value."""
    before = {name: os.environ.get(name) for name in wanted}
    try:
        _set(wanted)
        yield
    finally:
        _set(before)


def _set(variables: Mapping[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _height(chart: Chart, width: float, scale: float) -> float:
    if not chart.lying:
        return scale * (_HALF_HEIGHT if width < _NARROW else _HEIGHT)
    rows = 1.4 if chart.stacked else len(chart.series)
    return scale * (len(chart.labels) * (rows * _ROW + _GAP) + _AROUND)


# --- lines -----------------------------------------------------------------------------------


def _lines(drawing: Figure, axes: Axes, chart: Chart, style: HouseStyle, place: Place, look: Look) -> Written:
    """A number at every point; if `scaled`, a scale where they would collide, with those at both ends."""
    draw_lines(axes, chart, style, zero=look.zero)
    last = len(chart.labels) - 1
    label_gaps(axes, chart, style)
    try:
        return _named(drawing, chart, style, place, range(last + 1))
    except ContentError:
        if not look.scaled:
            raise
        give_scale(axes, chart, style)
    for labelled in ((0, last), ()):
        for step in (-(-last // parts) for parts in (5, 3, 2, 1)):
            some = range(last % step, last + 1, step)
            axes.set_xticks(some, [chart.axis[at] for at in some])
            try:
                return _named(drawing, chart, style, place, labelled)
            except ContentError:
                continue
    raise _too_wide(chart, place)


def _named(
    drawing: Figure, chart: Chart, style: HouseStyle, place: Place, labelled: Sequence[int]
) -> Written:
    """Lines with their names at their ends where those have room, and in a legend elsewhere."""
    axes = drawing.axes[0]
    texts: list[Text] = []
    if can_be_named(chart):
        texts = label_points(axes, chart, style, labelled[:-1]) + name_ends(axes, chart, style)
        try:
            return _with_legend(drawing, chart, style, place, named=False)
        except ContentError:
            for text in texts:
                text.remove()
    texts = label_points(axes, chart, style, labelled)
    try:
        return _with_legend(drawing, chart, style, place)
    except ContentError:
        for text in texts:
            text.remove()
        raise


# --- the whole -------------------------------------------------------------------------------


def _with_legend(
    drawing: Figure, chart: Chart, style: HouseStyle, place: Place, *, named: bool = True
) -> Written:
    """The drawing's SVG with the legend that it needs above it, in as many columns as the width allows.

    It has the names of several series, unless these stand elsewhere.
    """
    shown = {text.get_text() for text in drawing.axes[0].get_xticklabels()}
    unsaid = chart.partly_estimated or (
        not chart.lying and any(chart.axis[at] not in shown for at in chart.estimated)
    )
    keys = entries(chart, style, named=named and len(chart.series) > 1, estimates=unsaid)
    if not keys:
        return _svg(drawing, chart, place)
    for columns in range(min(len(keys), 3), 0, -1):
        legend = drawing.legend(
            *zip(*keys, strict=True), loc="outside upper left", ncols=columns, frameon=False, handlelength=2.2
        )
        try:
            svg = _svg(drawing, chart, place)
            if legend.get_window_extent().width <= drawing.bbox.width:
                return svg
        except ContentError:
            if columns == 1:
                legend.remove()
                raise
        legend.remove()
    raise _too_wide(chart, place)


def _svg(drawing: Figure, chart: Chart, place: Place) -> Written:
    """The drawing's SVG; the library warns when the words leave no room for the bars."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            roomy = keep_scale(drawing, chart)
        outlined = _saved(drawing, "path")
    except UserWarning:
        raise _too_wide(chart, place) from None
    if not roomy:
        raise _too_wide(chart, place)
    axes = drawing.axes[0]
    if not spread_names(axes) or crowded(axes, chart):
        raise _too_wide(chart, place)
    if chart.shape == "lijn" and (move_off_lines(axes) or names_of(axes)):
        outlined = _saved(drawing, "path")
        if crowded(axes, chart) or on_a_line(axes):
            raise _too_wide(chart, place)
    return Written(outlined, _saved(drawing, "none"))


def _saved(drawing: Figure, words: str) -> bytes:
    """The drawing as SVG, with its words as the library is told; raises UserWarning."""
    import matplotlib

    out = io.BytesIO()
    unsaid = {"Date": None, "Creator": None, "Format": None, "Type": None}
    with warnings.catch_warnings(), matplotlib.rc_context({"svg.fonttype": words}):
        warnings.simplefilter("error", UserWarning)
        drawing.savefig(out, format="svg", metadata=unsaid, transparent=True)
    return _without_doctype(out.getvalue())


def _too_wide(chart: Chart, place: Place, way_out: str = "") -> ContentError:
    """What is told when the words of a chart leave no room."""
    longest = max((one.name for one in chart.series), key=len)
    fewer = "minder perioden of reeksen"
    shorter = f"geef de reeks '{shortened(longest)}' hier een kortere 'naam', of kies {fewer}"
    hint = f"kies kortere namen voor de reeksen, of {fewer}{way_out}" if way_out else shorter
    return refusal("deze grafiek past niet op het blad", place, hint, NO_ROOM)


def _known_letters_only(fonts: ModuleType, style: HouseStyle) -> None:
    """Forget the machine's fonts, and what an earlier run remembered of them."""
    manager: FontManager = fonts.fontManager
    manager.addfont(str(house().faces[0].path))  # which forgets as well what was found by each name
    manager.afmlist = []
    manager.ttflist = [
        fonts.FontEntry(
            fname=str(face.path),
            name=letters.name,
            style="italic" if italic else "normal",
            weight=weight,
            size="scalable",
        )
        for letters in dict.fromkeys((style.typeface("figuur"), house()))
        for weight, italic, face in letters.used()
    ]


def _without_doctype(svg: bytes) -> bytes:
    """The drawing from its root element on: the library opens it with a DOCTYPE that says nothing."""
    return svg[svg.index(b"<svg") :]
