"""What a sentence says of the chart that it refers to is what that chart shows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.checks.series.charts_told import other_course
from rapportage.checks.series.shown_series import Shown
from rapportage.content.indicators import Indicator, Waarde
from rapportage.periode import parse_periode


def series(name: str, *values: int) -> Shown:
    waarden = (Waarde(periode=parse_periode("2024-H1"), waarde=Decimal(1)),)
    own = Indicator(id="x", naam=name, eenheid=name.split()[-1].lower(), bron="Telling", waarden=waarden)
    return Shown(own, tuple(map(Decimal, values)))


RISES = series("Reizigers", 412, 436, 471)
FALLS = series("Vergunde woningen", 402, 371, 355)
TURNS = series("Opgeleverde woningen", 288, 312, 276)


@pytest.mark.parametrize(
    ("words", "shown", "said"),
    [
        (" zien dat het aantal daalt.", [RISES], "daalt"),
        (" dat het aantal reizigers licht daalde.", [RISES], "daalde"),
        (" een daling van het aantal.", [RISES], "daling"),
        (" de dalende lijn.", [RISES], "dalende lijn"),
        (" de stijgende trend.", [FALLS], "stijgende trend"),
        (" zien dat het aantal vergunde woningen steeg.", [FALLS, RISES], "steeg"),
    ],
)
def test_a_course_that_the_chart_does_not_show_is_told(words: str, shown: list[Shown], said: str) -> None:
    found = other_course(words, shown)
    assert found is not None
    assert found[0] == said


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (" zien dat het aantal stijgt.", [RISES]),
        (" zien dat het aantal daalt.", [TURNS]),
        (" zien dat het aantal vanaf het eerste halfjaar van 2023 daalt.", [RISES]),
        (" zien dat het aantal niet daalt.", [RISES]),
        (" zien hoe de daling van de kosten doorwerkt.", [RISES]),
        (" zien dat de reistijd daalt en het aantal reizigers stijgt.", [RISES, FALLS]),
        (" de dalende lijn.", [FALLS]),
        (" de stijgende lijn.", [TURNS]),
        (" zien dat het aantal vijf halfjaren achter elkaar groeit.", [FALLS]),
        (" zien dat het aantal minder snel stijgt.", [FALLS]),
        (" zien wat er volgt.", [RISES]),
    ],
)
def test_a_course_that_the_chart_may_show_is_left_alone(words: str, shown: list[Shown]) -> None:
    assert other_course(words, shown) is None
