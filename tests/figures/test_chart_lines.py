"""Lines: where their scale begins, and how a reader sees that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_values import axes_of, chart, series
from matplotlib.axes import Axes

from rapportage.figures.chart import on_one_scale
from rapportage.figures.chart_data import Chart
from rapportage.figures.chart_lines import has_scale

WIDE, HALF = 130.0, 62.0


def lines(*values: float, unit: str = "") -> Chart:
    return replace(chart(series("Meldingen", *values, unit=unit), shape="lijn"), unit=unit)


def base(axes: Axes) -> tuple[list[str], bool]:
    """What stands at the base line, and whether the axis above it is torn."""
    said = [text.get_text() for text in axes.get_yticklabels()] if axes.yaxis.get_visible() else []
    return said, any(line.get_label() == "scheurlijn" for line in axes.lines)


@pytest.mark.parametrize("width", [WIDE, HALF])
def test_a_fall_of_a_quarter_looks_like_a_quarter(width: float, monkeypatch: pytest.MonkeyPatch) -> None:
    axes = axes_of(lines(1250, 1190, 1100, 950), width, monkeypatch)
    heights = [axes.transData.transform((0, value))[1] - axes.bbox.y0 for value in (1250, 950)]
    assert heights[1] / heights[0] == pytest.approx(0.76)
    assert base(axes) == (["0"], False)


def test_lines_far_above_nothing_stand_over_a_torn_axis(monkeypatch: pytest.MonkeyPatch) -> None:
    axes = axes_of(lines(97.1, 97.4, 98.3, unit="%"), HALF, monkeypatch)
    assert axes.get_ylim()[0] > 96
    assert base(axes) == ([], True)


def test_a_scale_of_its_own_says_where_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    close = series("A", 100, 102, 99, 101, 98, 104), series("B", 101, 100, 100, 103, 99, 102)
    axes = axes_of(chart(*close, shape="lijn"), HALF, monkeypatch)
    assert has_scale(axes)
    assert not base(axes)[1]


@pytest.mark.parametrize("values", [(0, 50, 6, 30), (0, 0), (3, 0)])
def test_nothing_stands_on_the_base_line(values: tuple[float, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    axes = axes_of(lines(*values), WIDE, monkeypatch)
    assert axes.get_ylim()[0] == 0
    assert base(axes) == (["0"], False)


def test_a_line_below_nothing_has_its_nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert base(axes_of(lines(-100, 50, 76), HALF, monkeypatch)) == (["0"], False)


def test_lines_beside_each_other_begin_at_the_same_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """By itself the second would begin above nothing."""
    falling, flat = lines(1250, 950), lines(1200, 1180)
    begins = [axes_of(one, HALF, monkeypatch).get_ylim()[0] for one in (falling, flat)]
    assert begins[0] == 0 < begins[1]
    pair = on_one_scale(falling, flat), on_one_scale(flat, falling)
    assert [axes_of(one, HALF, monkeypatch).get_ylim() for one in pair] == [(0, 1250 * 1.18)] * 2
