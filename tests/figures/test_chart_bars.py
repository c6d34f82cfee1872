"""Bars: the ground of numbers in stacks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_values import axes_of, chart, series
from matplotlib.colors import to_hex

from rapportage.figures.chart_data import Shape

WIDE = 130.0


@pytest.mark.parametrize("shape", ["gestapeld", "liggend gestapeld", "aandelen", "liggend aandelen"])
def test_no_pattern_runs_behind_a_number_in_a_stack(shape: Shape, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [series(name, 40, 30) for name in ("Huur", "Koop", "Vrij")]
    axes = axes_of(replace(chart(*parts), shape=shape), WIDE, monkeypatch)
    grounds = {to_hex(patch.get_facecolor()) for text in axes.texts if (patch := text.get_bbox_patch())}
    plain = [to_hex(bar.get_facecolor()) for bar in axes.patches if not bar.get_hatch()]
    assert grounds == {"#ffffff", *plain}
