"""Charts over the right periods and the wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

VALUES = """\
indicatoren:
  - id: reeks
    naam: Reeks
    eenheid: "{unit}"
    bron: Monitor
    {kind}
    waarden:
      - {{periode: "2021", waarde: 3}}
      - {{periode: "2022", waarde: 4}}
      - {{periode: "2023", waarde: 5}}
      - {{periode: "2024", waarde: 5}}
      - {{periode: 2022-H1, waarde: 3}}
      - {{periode: 2022-H2, waarde: 3}}
      - {{periode: 2023-H1, waarde: 3}}
      - {{periode: 2023-H2, waarde: 3}}
      - {{periode: 2024-H1, waarde: 2}}
      - {{periode: 2023-Q4, waarde: 2}}
      - {{periode: 2024-Q1, waarde: 2}}
      - {{periode: 2024-Q2, waarde: 2}}
"""
CHART = """\
soort: {shape}
bijschrift: Reeks
alt: De reeks blijft gelijk.
perioden: {periods}
reeksen:
  - indicator: reeks
"""
RULES = {"grafiek-periode", "periodelengte", "periodestap", "periodevolgorde"}


@pytest.mark.parametrize(
    ("shape", "periods", "series", "expected"),
    [
        ("staafdiagram", '["2021", "2022"]', "aantallen", {"grafiek-periode"}),
        ("staafdiagram", '["2022", "2023"]', "aantallen", set()),
        ("staafdiagram", "[2023-Q4]", "aantallen", {"grafiek-periode"}),
        ("staafdiagram", "[2023-Q4, 2024-Q1]", "aantallen", {"grafiek-periode"}),
        ("staafdiagram", "[2024-Q1, 2024-Q2]", "aantallen", set()),
        ("staafdiagram", '["2023", 2024-H1]', "aantallen", {"periodelengte"}),
        ("staafdiagram", '["2023", 2024-H1]', "stand", set()),
        ("staafdiagram", '["2023", 2024-H1]', "%", set()),
        ("lijndiagram", "[2022-H1, 2023-H2, 2024-H1]", "aantallen", {"periodestap"}),
        ("lijndiagram", "[2022-H1, 2023-H1, 2024-H1]", "aantallen", set()),
        ("lijndiagram", '["2022", "2023", 2024-H1]', "stand", {"periodestap"}),
        ("lijndiagram", "laatste 4", "aantallen", set()),
        ("staafdiagram", "[2022-H1, 2023-H2, 2024-H1]", "aantallen", set()),
        ("staafdiagram", "[2022-H1, 2022-H2, 2023-H2, 2024-H1]", "aantallen", {"periodestap"}),
        ("staafdiagram", '["2021", "2023", "2024"]', "aantallen", {"periodestap"}),
        ("staafdiagram", "[2024-H1, 2023-H2]", "aantallen", {"periodevolgorde"}),
        ("lijndiagram", "[2024-H1, 2023-H1, 2022-H1]", "aantallen", {"periodevolgorde"}),
    ],
)
def test_the_periods_of_a_chart_are_told_where_they_mislead(
    klein: Path, shape: str, periods: str, series: str, expected: set[str]
) -> None:
    kind = {"stand": "soort: stand", "aantallen": "soort: stroom", "%": ""}[series]
    unit = "%" if series == "%" else "stuks"
    values = klein / "content/indicatoren/reeks.yaml"
    values.write_text(VALUES.format(unit=unit, kind=kind), "utf-8")
    chart = klein / "content/2024-H1/figuren/woningbouw.yaml"
    chart.write_text(CHART.format(shape=shape, periods=periods), "utf-8")
    problems = check(Workspace(klein), parse_periode("2024-H1")).problems
    assert {one.rule for one in problems} & RULES == expected
    assert not any(one.is_error for one in problems)


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Opgeleverde woningen tweede halfjaar 2023", True),
        ("Opgeleverde woningen, 2023-H1 tot en met 2023-H2", True),
        ("Opgeleverde woningen in het tweede halfjaar van 2023 (aantallen)", True),
        ("Opgeleverde woningen per kwartaal", True),
        ("Opgeleverde woningen per halfjaar", False),
        ("Opgeleverde woningen, 2023-H2 tot en met 2024-H1", False),
        ("Opgeleverde woningen sinds het tweede halfjaar van 2023", False),
        ("Opgeleverde woningen vanaf 2023-H2", False),
        ("Opgeleverde woningen, met de piek in het tweede halfjaar van 2023", False),
        ("Opgeleverde woningen vergeleken met het tweede halfjaar van 2023", False),
        ("Opgeleverde woningen na de storm van tweede halfjaar 2023", False),
        ("Eerste halfjaar 2024 en tweede halfjaar 2023 naast elkaar", False),
        ("Opgeleverde woningen, eerste halfjaar 2024", False),
        ('Opgeleverde woningen in het {{ periode("lang") }}', False),
    ],
)
def test_a_caption_ends_with_the_period_with_which_its_chart_does(
    klein: Path, caption: str, told: bool
) -> None:
    figure = klein / "content/2024-H1/figuren/woningbouw.yaml"
    figure.write_text(
        f"soort: staafdiagram\nbijschrift: '{caption}'\nalt: De bouw steeg.\nperioden: [2023-H2, 2024-H1]\n"
        "reeksen:\n  - indicator: woningen\n",
        "utf-8",
    )
    problems = check(Workspace(klein), parse_periode("2024-H1")).problems
    assert ("grafiek-bijschrift" in {one.rule for one in problems}) is told
