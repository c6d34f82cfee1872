"""Charts: what is drawn can be read, and what cannot is told."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.figure import Figure as Drawing

from rapportage.content.model import Indicator, Staafdiagram
from rapportage.document import Image
from rapportage.errors import ContentError, Place
from rapportage.figures.charts import HALF, WIDE, bar_chart
from rapportage.house_style import house_style
from rapportage.workspace import package_templates

STYLE = house_style((package_templates() / "huisstijl.tokens.json").read_text("utf-8"))
PLACE = Place("figuren/woningen.yaml")


def series(name: str, *values: int) -> Indicator:
    """A series with a value for each half-year from 2021-H1 on."""
    periods = [f"{2021 + at // 2}-H{at % 2 + 1}" for at in range(len(values))]
    rows = [{"periode": one, "waarde": value} for one, value in zip(periods, values, strict=True)]
    data = {"id": name, "naam": name, "eenheid": "stuks", "bron": "Teller", "waarden": rows}
    return Indicator.model_validate(data)


def chart(*chosen: Indicator, names: tuple[str, ...] = (), size: tuple[float, float] = WIDE) -> Image:
    """The bar chart of these series over all their periods."""
    figuur = Staafdiagram.model_validate(
        {
            "soort": "staafdiagram",
            "bijschrift": "Woningen",
            "alt": "Het aantal stijgt.",
            "perioden": [str(one.periode) for one in chosen[0].waarden],
            "reeksen": [
                {"indicator": one.id, "naam": name}
                for one, name in zip(chosen, names or [one.naam for one in chosen], strict=True)
            ],
        }
    )
    return bar_chart(figuur, {one.id: one for one in chosen}, STYLE, size, PLACE)


def told(error: pytest.ExceptionInfo[ContentError]) -> list[str]:
    return [f"{one.at}: {one.message}" for one in error.value.problems]


def test_a_chart_is_a_drawing_of_the_size_that_was_asked_for_with_a_bitmap_beside_it() -> None:
    drawn = chart(series("huur", 10, 12), series("koop", 7, 9))
    assert drawn.media_type == "image/svg+xml"
    assert drawn.width == pytest.approx(WIDE[0] / 25.4 * 96, abs=1)
    assert drawn.height == pytest.approx(WIDE[1] / 25.4 * 96, abs=1)
    assert drawn.bitmap is not None
    assert drawn.bitmap.startswith(b"\x89PNG")


def test_names_too_long_for_one_row_of_the_legend_stand_below_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[int] = []
    draw = Drawing.legend

    def legend(drawing: Drawing, ncols: int, **options: Any) -> Any:
        tried.append(ncols)
        return draw(drawing, ncols=ncols, **options)

    monkeypatch.setattr(Drawing, "legend", legend)
    chart(series("huur", 10, 12), series("koop", 7, 9), names=("Huur", "Koop"))
    assert tried == [2]
    names = ("Woningen die zijn opgeleverd in het hele gebied", "Woningen die zijn begonnen in het gebied")
    chart(series("huur", 10, 12), series("koop", 7, 9), names=names)
    assert tried == [2, 2, 1]


def test_a_name_wider_than_the_chart_is_a_problem() -> None:
    with pytest.raises(ContentError) as error:
        chart(series("huur", 10, 12), series("koop", 7, 9), names=("Woningen " * 20, "Koop"))
    assert told(error) == ["figuren/woningen.yaml:1: deze grafiek past niet op het blad"]


def test_periods_that_would_run_into_each_other_are_a_problem() -> None:
    with pytest.raises(ContentError) as error:
        chart(series("huur", *range(100, 116)), size=HALF)
    assert told(error) == ["figuren/woningen.yaml:1: deze grafiek past niet op het blad"]


def test_a_character_without_a_glyph_is_a_problem() -> None:
    with pytest.raises(ContentError) as error:
        chart(series("huur", 10, 12), names=("Huur 😀",))
    assert told(error) == ["figuren/woningen.yaml:1: het teken '😀' (U+1F600) staat niet in het lettertype"]


def test_zero_and_negative_values_are_drawn() -> None:
    assert chart(series("groei", 0, 0)).height > 0
    assert chart(series("groei", -3, 5)).height > 0
