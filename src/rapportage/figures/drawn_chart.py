"""Draw a chart, here or in another process; what draws charts is read in when the first is asked for."""

from __future__ import annotations

from rapportage.errors import Place
from rapportage.figures.cache import Drawn
from rapportage.figures.chart_data import Chart
from rapportage.style.tokens import HouseStyle


def drawn_chart(chart: Chart, style: HouseStyle, width: float, place: Place) -> Drawn:
    """The chart, `width` mm wide; raises ContentError where its words find no room."""
    from rapportage.figures.chart_drawing import draw_chart

    return Drawn(draw_chart(chart, style, width, place))
