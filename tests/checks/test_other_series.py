"""The words at a chart are of the series that it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

SERIES = {
    "wmo-meldingen": ("Meldingen Wmo", "meldingen"),
    "wmo-termijn": ("Onderzoeken binnen de termijn", '"%"'),
    "wmo-lasten": ("Lasten van de Wmo", '"€"'),
    "jeugd-totaal": ("Jongeren met jeugdhulp", "jongeren"),
    "jeugd-verblijf": ("Jongeren met verblijf", "jongeren"),
    "wachttijd-jeugd": ("Gemiddelde wachttijd jeugdhulp", "weken"),
    "grond": ("Uitgegeven grond", "ha"),
    "bus": ("Reizigers op lijn R5", "reizigers"),
    "leegstand": ("Leegstand van winkels", "winkels"),
    "panden": ("Panden met zonnepanelen", "panden"),
}
VALUES = """\
  - id: {id}
    naam: {name}
    eenheid: {unit}
    bron: Monitor
    waarden:
      - {{periode: 2023-H2, waarde: 30}}
      - {{periode: 2024-H1, waarde: 31}}
"""
CHART = "soort: staafdiagram\nbijschrift: '{caption}'\nalt: Alles bleef ongeveer gelijk.\nvorm: {form}\nperioden: [2023-H2, 2024-H1]\nreeksen:\n"


def told(klein: Path, caption: str, *series: str, form: str = "gegroepeerd") -> list[str]:
    """What is said of a chart of these series with this caption."""
    values = "".join(VALUES.format(id=one, name=name, unit=unit) for one, (name, unit) in SERIES.items())
    (klein / "content/indicatoren/hulp.yaml").write_text(f"indicatoren:\n{values}", "utf-8")
    shown = "".join(f"  - indicator: {one}\n" for one in series)
    chart = CHART.format(caption=caption.replace("'", "''"), form=form) + shown
    (klein / "content/2024-H1/figuren/hulp.yaml").write_text(chart, "utf-8")
    problems = check(Workspace(klein), parse_periode("2024-H1")).problems
    return [one.message for one in problems if one.rule == "grafiek-onderwerp"]


@pytest.mark.parametrize(
    ("caption", "series", "message"),
    [
        ("Gemiddelde wachttijd voor jeugdhulp, in dagen", "wachttijd-jeugd", "het bijschrift zegt 'in dagen', en de getallen zijn in weken"),
        ("Lasten van de Wmo (in procenten)", "wmo-lasten", "het bijschrift zegt 'in procenten', en de getallen zijn in €"),
        ("Onderzoeken in euro's per half jaar", "wmo-termijn", "het bijschrift zegt 'in euro's', en de getallen zijn in %"),
        ("Meldingen jeugdhulp per half jaar", "wmo-meldingen", "het bijschrift noemt 'jeugdhulp', en de grafiek toont 'Meldingen Wmo'"),
        ("Wachttijd voor de Wmo", "wachttijd-jeugd", "het bijschrift noemt 'wmo', en de grafiek toont 'Gemiddelde wachttijd jeugdhulp'"),
    ],
)  # fmt: skip
def test_a_caption_of_another_unit_or_subject_is_told(
    klein: Path, caption: str, series: str, message: str
) -> None:
    assert told(klein, caption, series) == [message]


@pytest.mark.parametrize(
    ("caption", "series"),
    [
        ("Gemiddelde wachttijd voor jeugdhulp, in weken", ("wachttijd-jeugd",)),
        ("Wachttijd van jongeren, in weken", ("wachttijd-jeugd",)),
        ("Wachttijd in de jeugdhulp", ("wachttijd-jeugd",)),
        ("Onderzoeken die binnen de termijn klaar zijn, in procenten", ("wmo-termijn",)),
        ("Klaar in acht weken", ("wmo-termijn",)),
        ("Lasten van de Wmo in euro's", ("wmo-lasten",)),
        ("Uitgegeven grond in hectare", ("grond",)),
        ("Uitgegeven grond in Nederland", ("grond",)),
        ("Meldingen voor de Wmo per half jaar", ("wmo-meldingen",)),
        ("Wmo en jeugdhulp: meldingen", ("wmo-meldingen",)),
        ("Reizigers in de bus", ("bus",)),
        ("Leegstand van panden", ("leegstand",)),
        ("Jeugdhulp met verblijf", ("jeugd-verblijf",)),
        ("Jongeren naar vorm van hulp", ("jeugd-totaal", "jeugd-verblijf")),
        ("Jongeren in een instelling", ("jeugd-verblijf",)),
    ],
)
def test_a_caption_of_what_is_shown_is_right(klein: Path, caption: str, series: tuple[str, ...]) -> None:
    assert told(klein, caption, *series) == []


def test_shares_of_a_whole_are_in_percent_whatever_is_counted(klein: Path) -> None:
    series = ("jeugd-totaal", "jeugd-verblijf")
    assert told(klein, "Jongeren naar vorm, in procenten", *series, form="aandelen") == []
    assert told(klein, "Jongeren naar vorm, in weken", *series, form="aandelen") != []
