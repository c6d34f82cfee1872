"""What a legend calls the series of its chart."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

SERIES = {
    "wmo-huishouden": "Inwoners met hulp bij het huishouden",
    "wmo-begeleiding": "Inwoners met begeleiding",
    "wmo-vervoer": "Inwoners met een vervoerspas",
    "wmo-totaal": "Inwoners met hulp uit de Wmo",
    "aanvragen-inwoners": "Aanvragen van inwoners",
    "aanvragen-werkgevers": "Aanvragen van werkgevers",
    "bouw": "Opgeleverd",
    "vergund": "Vergunde woningen",
}
VALUES = """\
  - id: {id}
    naam: {name}
    eenheid: stuks
    bron: Monitor
    waarden:
      - {{periode: 2023-H2, waarde: 30}}
      - {{periode: 2024-H1, waarde: 31}}
"""
CHART = "soort: staafdiagram\nbijschrift: Aantallen\nalt: Alles bleef ongeveer gelijk.\nperioden: [2023-H2, 2024-H1]\nreeksen:\n"
NAMED = "de reeks '{}' heet in deze grafiek '{}', en {} de reeks '{}'"


def told(klein: Path, *charts: dict[str, str]) -> list[str]:
    """What is said of the names in these charts, each of names by the series that they are for."""
    values = "".join(VALUES.format(id=one, name=name) for one, name in SERIES.items())
    (klein / "content/indicatoren/hulp.yaml").write_text(f"indicatoren:\n{values}", "utf-8")
    for at, chart in enumerate(charts):
        series = "".join(f"  - indicator: {one}\n    naam: {name}\n" for one, name in chart.items())
        (klein / f"content/2024-H1/figuren/hulp-{at}.yaml").write_text(CHART + series, "utf-8")
    problems = check(Workspace(klein), parse_periode("2024-H1")).problems
    return [one.message for one in problems if one.rule == "reeksnaam"]


def test_names_that_are_swapped_within_a_chart_are_told_at_each(klein: Path) -> None:
    chart = {"wmo-huishouden": "Huishouden", "wmo-begeleiding": "Vervoer", "wmo-vervoer": "Begeleiding"}
    assert told(klein, chart) == [
        NAMED.format("wmo-begeleiding", "Vervoer", "dat past bij", "wmo-vervoer"),
        NAMED.format("wmo-vervoer", "Begeleiding", "dat past bij", "wmo-begeleiding"),
    ]


def test_the_words_that_names_share_do_not_hide_a_swap(klein: Path) -> None:
    chart = {"aanvragen-inwoners": "Aanvragen werkgevers", "aanvragen-werkgevers": "Aanvragen inwoners"}
    assert len(told(klein, chart)) == 2


def test_a_name_that_another_chart_gives_to_its_own_series_is_told(klein: Path) -> None:
    right = {"wmo-begeleiding": "Begeleiding", "wmo-vervoer": "Vervoer"}
    assert told(klein, right, {"wmo-begeleiding": "Vervoer"}) == [
        NAMED.format("wmo-begeleiding", "Vervoer", "zo heet in een andere grafiek", "wmo-vervoer")
    ]


@pytest.mark.parametrize(
    "charts",
    [
        ({"wmo-huishouden": "Huishouden", "wmo-begeleiding": "Begeleiding", "wmo-vervoer": "Pas"},),
        ({"bouw": "Woningen klaar", "vergund": "Woningen vergund"},),
        ({"bouw": "Woningen", "vergund": "Vergund"},),
        ({"wmo-vervoer": "Alleen vervoer", "wmo-totaal": "Alles"}, {"wmo-totaal": "Totaal"}),
        ({"wmo-begeleiding": "Wmo", "wmo-totaal": "Totaal"}, {"wmo-begeleiding": "Totaal"}),
        ({"wmo-huishouden": "Thuis", "wmo-begeleiding": "Samen"}, {"wmo-huishouden": "Hulp thuis"}),
        ({"aanvragen-inwoners": "Inwoners", "aanvragen-werkgevers": "Werkgevers"},),
        ({"aanvragen-inwoners": "Aanvragen"}, {"aanvragen-werkgevers": "Aanvragen"}),
        ({"wmo-vervoer": "Inwoners", "wmo-huishouden": "Huishoudens"},),
        ({"wmo-totaal": "Hulp", "wmo-huishouden": "Hulp bij het huishouden"},),
    ],
)
def test_a_name_of_its_own_is_right(klein: Path, charts: tuple[dict[str, str], ...]) -> None:
    assert told(klein, *charts) == []
