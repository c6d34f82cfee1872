"""Titles that were carried over, and titles that are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.checks.days.periods import another_in_title
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

NAMES = ("Regio Voorbeeld", "Voorbeeld")


@pytest.mark.parametrize(
    "title",
    [
        "Rapportage over januari tot en met december 2024",
        "Voortgang jan-jun 2024",
        "Voortgang jan '24 - jun '24",
        "Voortgang januari-juni",
        "Eerste halfjaarrapportage 2024",
        "Voortgang eerste semester 2024",
        "Voortgang halfjaar 1 2024",
        "De eerste zes maanden van 2024",
        "Voortgang Q1 en Q2 2024",
        "Voortgang eerste en tweede kwartaal 2024",
        "Voortgang Q2 en Q3 2024",
        "Voortgangsrapportage 2024-1",
        "Voortgangsrapportage 2024-I",
        "Voortgangsrapportage I-2024",
        "Voortgangsrapportage 2024/1",
        "Voortgang periode 1 van 2024",
        "Stand 30-06-2024",
        "Stand van zaken tot 1 juli 2024",
        "Voortgang Regio Voorbeeld juni 2024",
        "Voortgang Regio Voorbeeld, 30 juni 2024",
        "Voortgang 2023",
        "Voortgangsrapportage Regio Voorbeeld 2023",
        "Rapportage over het jaar 2023",
        "Stand van juni 2023",
        "Voortgang eerste halfjaar 2025",
        "Voortgang eerste halfjaar",
        "Eerste halfjaar 2024 ten opzichte van tweede halfjaar 2023",
        "Vergeleken met 2023: voortgang eerste halfjaar 2024",
        "Vergelijking van het eerste halfjaar van 2024 met het tweede halfjaar van 2023",
        "Terugblik op het eerste halfjaar van 2024",
        "Voortgang 2024-H1 versus begroting",
    ],
)
def test_a_title_of_another_period_is_told(title: str) -> None:
    assert another_in_title(title, parse_periode("2024-H2"), NAMES)


@pytest.mark.parametrize(
    "title",
    [
        "Rapportage over juli tot en met december 2024",
        "Voortgang jul-dec 2024",
        "Voortgang jul '24 - dec '24",
        "Voortgang juli-december",
        "Tweede halfjaarrapportage 2024",
        "Voortgang tweede semester 2024",
        "Voortgang halfjaar 2 2024",
        "De laatste zes maanden van 2024",
        "Voortgang Q3 en Q4 2024",
        "Voortgang derde en vierde kwartaal 2024",
        "Voortgangsrapportage 2024-2",
        "Voortgangsrapportage 2024-II",
        "Voortgangsrapportage II-2024",
        "Voortgangsrapportage 2024/2",
        "Voortgang periode 2 van 2024",
        "Stand 31-12-2024",
        "Stand van zaken tot 1 januari 2025",
        "Van 1 juli tot 1 januari 2025",
        "Voortgang december 2024",
        "Voortgang Regio Voorbeeld januari 2025",
        "Voortgang derde kwartaal 2024",
        "Voortgang september-oktober 2024",
        "Vooruitblik januari-maart 2025",
        "Voortgang 2024",
        "Voortgang Regio Voorbeeld 2024",
        "Voortgang Regio Voorbeeld 2022-2026",
        "Voortgang coalitieakkoord 2022",
        "Tweede halfjaar 2024, vergeleken met eerste halfjaar 2024",
        "{{ periode }} tegenover eerste halfjaar 2024",
        "Uitvoering van de motie van 14 mei 2024",
        "De motie van juni 2023",
        "De raadsbesluiten van maart 2023",
        "De regio sinds juni 2023",
        "Jaarrekening 2023",
        "Regio Deal 2019-2023",
        "Medio 2024",
        "Voorjaar 2024",
        "Nieuwe wet per 1 juli 2024",
        "Woonvisie 2040",
        "Voortgang Regio Voorbeeld",
        "Woningbouw ten opzichte van het eerste kwartaal van 2023",
        "Woningbouw ten opzichte van het eerste halfjaar van 2024",
        "Woningbouw vergeleken met de stand in het tweede halfjaar van 2023",
        "Vergelijking met het eerste halfjaar van 2024",
        "In vergelijking met eerste halfjaar 2024: de bouw",
        "Ontwikkeling t.o.v. 2024-H1",
        "Ontwikkeling t.o.v. 2024-1",
        "Meer gebouwd dan verwacht, en meer dan in het eerste halfjaar van 2024",
        "Wat er sinds het eerste halfjaar van 2024 veranderde",
        "Verschillen met de eerste helft van 2024",
        "De bouw tegenover Q1 en Q2 2024",
        "Lasten versus eerste halfjaar 2024",
        "Ten opzichte van de eerste zes maanden van 2024",
        "Index van de bouw (2023-H1 = 100)",
        "Index van de bouw (eerste halfjaar van 2023 is 100)",
        "Index van de bouw, eerste halfjaar van 2023 = 100",
    ],
)
def test_a_title_that_is_right_passes(title: str) -> None:
    assert another_in_title(title, parse_periode("2024-H2"), NAMES) is None


@pytest.mark.parametrize(
    ("periode", "title"),
    [
        ("2024-Q3", "Voortgang januari tot en met september 2024"),
        ("2024-Q2", "Voortgang eerste halfjaar 2024"),
        ("2024-T2", "Bestuursrapportage januari-augustus 2024"),
        ("2024-Q3", "Derde kwartaalrapportage 2024"),
        ("2024", "Voortgang 2024"),
        ("2024", "Voortgang januari-december 2024"),
        ("2024", "Voortgang tweede halfjaar 2024"),
        ("2024-Q1", "Voortgangsrapportage 2024-1"),
    ],
)
def test_a_title_of_the_year_so_far_or_of_a_part_passes(periode: str, title: str) -> None:
    assert another_in_title(title, parse_periode(periode), NAMES) is None


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Wonen in de eerste helft van 2024", True),
        ("Cijfers januari-juni", True),
        ("Stand per 30 juni 2024", True),
        ("Cijfers over de eerste zes maanden van 2024", True),
        ("Cijfers juni 2024", True),
        ("Jaarcijfers januari-december 2024", False),
        ("De dag van 14 mei 2024", False),
        ("Festival 14 mei 2024", False),
        ("Verordening 2024-1", False),
        ("Voortgang 2023", False),
        ("Campagne maart-mei", False),
        ("Wonen in de tweede helft van 2024", False),
    ],
)
def test_a_chapter_may_be_of_more_than_the_report(title: str, told: bool) -> None:
    assert (another_in_title(title, parse_periode("2024-H2")) is not None) is told


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("De bouw ten opzichte van het tweede halfjaar van 2023", []),
        ("Meer gebouwd dan in 2023-H2", []),
        ("De bouw in het tweede halfjaar van 2023 ten opzichte van 2022", ["tweede halfjaar van 2023"]),
    ],
)
def test_a_heading_or_caption_may_compare_with_another_period(
    klein: Path, heading: str, told: list[str]
) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n## {heading}\n\nDat is zo.\n", "utf-8")
    figure = klein / "content/2024-H1/figuren/waterschap.yaml"
    figure.write_text(re.sub("bijschrift: .*", f"bijschrift: {heading}", figure.read_text("utf-8")), "utf-8")
    problems = check(Workspace(klein), parse_periode("2024-H1")).problems
    expected = [
        f"hier staat '{one}', en de rapportage gaat over het eerste halfjaar van 2024" for one in told
    ]
    assert [one.message for one in problems if one.rule == "andere-periode"] == 2 * expected
