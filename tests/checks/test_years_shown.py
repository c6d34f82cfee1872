"""A chart of a part of a year is not said to be of all of it."""

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
      - {{periode: 2022-H2, waarde: 3}}
      - {{periode: 2023-H1, waarde: 3}}
      - {{periode: 2023-H2, waarde: 4}}
      - {{periode: 2024-H1, waarde: 5}}
"""
CHART = """\
soort: staafdiagram
bijschrift: {caption}
alt: {alt}
perioden: {periods}
reeksen:
  - indicator: reeks
"""
ALT = "De reeks stijgt."


def told(
    klein: Path,
    caption: str,
    periods: str,
    *,
    alt: str = ALT,
    kind: str = "soort: stroom",
    unit: str = "stuks",
) -> list[str]:
    (klein / "content/indicatoren/reeks.yaml").write_text(VALUES.format(unit=unit, kind=kind), "utf-8")
    figure = klein / "content/2024-H1/figuren/reeks.yaml"
    figure.write_text(CHART.format(caption=caption, alt=alt, periods=periods), "utf-8")
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n[figuur: reeks]\n", "utf-8")
    problems = check(Workspace(klein), parse_periode("2024-H1")).problems
    return [one.message for one in problems if one.rule == "grafiek-jaar"]


@pytest.mark.parametrize(
    ("caption", "alt", "periods", "message"),
    [
        (
            "Reeks over heel 2024",
            ALT,
            "[2023-H2, 2024-H1]",
            "hier staat 'heel 2024', en de grafiek laat 2024-H2 niet zien",
        ),
        (
            "Reeks",
            "Het hele jaar stijgt zij.",
            "[2024-H1]",
            "hier staat 'Het hele jaar', en de grafiek laat 2024-H2 niet zien",
        ),
        (
            "Reeks in heel 2023",
            ALT,
            "[2023-H2, 2024-H1]",
            "hier staat 'heel 2023', en de grafiek laat 2023-H1 niet zien",
        ),
        ("Reeks in 2023", ALT, "[2023-H2]", "hier staat 'in 2023', en de grafiek laat 2023-H1 niet zien"),
    ],
)
def test_a_chart_of_a_part_of_the_year_that_is_named_is_told(
    klein: Path, caption: str, alt: str, periods: str, message: str
) -> None:
    assert told(klein, caption, periods, alt=alt) == [message]


@pytest.mark.parametrize(
    ("caption", "alt", "periods"),
    [
        ("Reeks over heel 2023", ALT, "[2023-H1, 2023-H2]"),
        ("Reeks over heel 2023", ALT, "[2022-H2, 2023-H1, 2023-H2, 2024-H1]"),
        ("Reeks in 2024", ALT, "[2023-H2, 2024-H1]"),
        ("Reeks in 2023", ALT, "[2023-H1, 2023-H2]"),
        ("Reeks in 2023 en 2024", ALT, "[2023-H2, 2024-H1]"),
        ("Reeks in 2023 (tweede halfjaar)", ALT, "[2023-H2]"),
        ("Reeks in het tweede halfjaar van 2023", ALT, "[2023-H2]"),
        ("Reeks tegenover de raming voor heel 2024", ALT, "[2023-H2, 2024-H1]"),
        ("Reeks vergeleken met heel 2023", ALT, "[2023-H2, 2024-H1]"),
        ("Reeks", "Zij stijgt sinds eind 2023, na het begin van het hele jaar.", "[2023-H2, 2024-H1]"),
        ("Reeks van de Woonvisie 2024", ALT, "[2024-H1]"),
        ("De helft van heel 2024", ALT, "[2024-H1]"),
        ("Reeks", "Wat het kalenderjaar 2022 gaf, staat in bijlage 2.", "[2023-H2, 2024-H1]"),
    ],
)
def test_a_chart_of_the_year_or_of_no_year_passes(klein: Path, caption: str, alt: str, periods: str) -> None:
    assert told(klein, caption, periods, alt=alt) == []


def test_stands_and_shares_are_of_all_of_the_year(klein: Path) -> None:
    assert told(klein, "Reeks in heel 2024", "[2023-H2, 2024-H1]", kind="soort: stand") == []
    assert told(klein, "Reeks in heel 2024", "[2023-H2, 2024-H1]", unit="%") == []
