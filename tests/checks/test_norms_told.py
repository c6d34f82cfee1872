"""How far a series is said to be above or below a norm follows from its number."""

from __future__ import annotations

from pathlib import Path

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

SERIES = """
indicatoren:
  - {id: wachttijd, naam: Gemiddelde wachttijd, eenheid: weken, decimalen: 1, bron: Telling, waarden: [{periode: 2023-H2, waarde: 12.4}, {periode: 2024-H1, waarde: 10.8}]}
"""
WRONG = """
De wachttijd is {{ waarde("wachttijd") }} weken. De norm is acht weken; daar zit Voorbeeldstad nog 1,8 weken boven.
De wachttijd is {{ waarde("wachttijd") }} weken. De norm is acht weken, dus Voorbeeldstad zit 2,8 weken onder de norm.
De wachttijd ligt nog 1,8 weken boven de norm van acht weken.
De wachttijd ligt onder de norm van 8 weken.
"""
RIGHT = """
De wachttijd is {{ waarde("wachttijd") }} weken. De norm is acht weken; daar zit Voorbeeldstad nog 2,8 weken boven.
De wachttijd ligt boven de norm van acht weken. De wachttijd ligt ruim 2 weken boven de norm van acht weken.
De wachttijd ligt bijna 3 weken boven de norm van acht weken. De wachttijd ligt 3 weken boven de norm van acht weken.
In Noord ligt de wachttijd onder de norm van acht weken. De wachttijd bij verblijf ligt onder de norm van acht weken.
De wachttijd was eind 2022 nog onder de norm van acht weken. Het college wil onder de norm van acht weken komen, met een kortere wachttijd.
De norm van acht weken geldt voor jongeren boven de 12 jaar, en de wachttijd is 10,8 weken.
Voor verblijf is de norm van twaalf weken; de wachttijd ligt daar onder.
"""


def told(root: Path, text: str) -> list[str]:
    """The lines of which something is told."""
    (root / "content/indicatoren/wachten.yaml").write_text(SERIES, "utf-8")
    chapter = root / "content/2024-H1/bijlage/water.md"
    lines = text.strip().replace("\n", "\n\n")
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n{lines}\n", "utf-8")
    every = ["", *chapter.read_text("utf-8").splitlines()]
    problems = check(Workspace(root), parse_periode("2024-H1")).problems
    return [every[one.at.line] for one in problems if one.rule == "norm-anders"]


def test_another_distance_or_side_is_told(klein: Path) -> None:
    assert told(klein, WRONG) == WRONG.strip().splitlines()


def test_what_follows_from_the_number_or_is_of_a_part_passes(klein: Path) -> None:
    assert told(klein, RIGHT) == []
