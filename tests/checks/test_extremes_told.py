"""A series was highest or lowest when a sentence says so."""

from __future__ import annotations

from pathlib import Path

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

SERIES = """
indicatoren:
  - {id: wachttijd, naam: Gemiddelde wachttijd, eenheid: weken, decimalen: 1, bron: Telling, waarden: [{periode: 2023-H1, waarde: 11.0}, {periode: 2023-H2, waarde: 12.4}, {periode: 2024-H1, waarde: 10.8}]}
"""
SHOWN = '{{ waarde("wachttijd") }} weken wachten is lang.'
WRONG = """
De wachttijd was het hoogst in de eerste helft van 2023. In de eerste helft van 2023 was de wachttijd het laagst.
Het overzicht laat zien dat de wachttijd het langst was in de eerste helft van 2024.
"""
RIGHT = """
De wachttijd was het hoogst in de tweede helft van 2023. In de eerste helft van 2024 was de wachttijd het laagst.
De wachttijd was in 2023 het hoogst. In de eerste helft van 2023 was de wachttijd in Noord het hoogst. De wachttijd was het hoogst in de eerste helft van 2020.
In de eerste helft van 2023 was de druk het hoogst. De wachttijd bij verblijf was het hoogst in de eerste helft van 2023.
De wachttijd was niet het hoogst in de eerste helft van 2023. Het hoogst was de wachttijd van jongeren in de eerste helft van 2023.
"""


def told(root: Path, text: str) -> list[str]:
    """The sentences of which something is told."""
    (root / "content/indicatoren/wachten.yaml").write_text(SERIES, "utf-8")
    chapter = root / "content/2024-H1/bijlage/water.md"
    lines = text.strip().replace("\n", " ").replace(". ", ".\n\n")
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n{SHOWN}\n\n{lines}\n", "utf-8")
    every = ["", *chapter.read_text("utf-8").splitlines()]
    problems = check(Workspace(root), parse_periode("2024-H1")).problems
    return [every[one.at.line] for one in problems if one.rule == "hoogst-elders"]


def test_another_time_than_that_of_the_highest_or_lowest_is_told(klein: Path) -> None:
    assert told(klein, WRONG) == WRONG.strip().replace("\n", " ").replace(". ", ".\n\n").split("\n\n")


def test_the_right_time_and_a_part_of_it_pass(klein: Path) -> None:
    assert told(klein, RIGHT) == []
