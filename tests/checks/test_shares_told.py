"""What a sentence says that a part of a chart is of the whole, it is there."""

from __future__ import annotations

from pathlib import Path

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

SERIES = """
indicatoren:
  - {id: arts, naam: Trajecten via de arts, eenheid: trajecten, bron: Telling, waarden: [{periode: 2023-H2, waarde: 220}, {periode: 2024-H1, waarde: 198}]}
  - {id: team, naam: Trajecten via het team, eenheid: trajecten, bron: Telling, waarden: [{periode: 2023-H2, waarde: 168}, {periode: 2024-H1, waarde: 184}]}
  - {id: rechter, naam: Trajecten via de rechter, eenheid: trajecten, bron: Telling, waarden: [{periode: 2023-H2, waarde: 64}, {periode: 2024-H1, waarde: 58}]}
"""
CHART = """
soort: staafdiagram
bijschrift: Trajecten naar verwijzer
alt: De arts en het team verwijzen het meest.
vorm: aandelen
perioden: [2023-H2, 2024-H1]
reeksen:
  - {indicator: arts, naam: De huisarts}
  - {indicator: team, naam: Wijkteam}
  - {indicator: rechter, naam: Kinderrechter}
"""
WRONG = """
De huisarts blijft met 49% de grootste verwijzer. Het wijkteam blijft met 45% de grootste. Het wijkteam is met 42% de grootste.
De huisarts is met 45% de kleinste. [@verwijzers] laat zien dat het wijkteam met 52% de grootste verwijzer is.
{{ waarde("rechter") }} trajecten, ruim drie kwart van het totaal. {{ waarde("arts") }} trajecten, 54% van het totaal.
"""
RIGHT = """
De huisarts blijft met 45% de grootste verwijzer. De kinderrechter is met 13% de kleinste. De huisarts is met ruim 40% de grootste.
De huisarts is met bijna 50% de grootste. De huisarts was in 2023 met 49% de grootste. Bij spoed is het wijkteam met 60% de grootste.
Het wijkteam is in Noord met 52% de grootste. Het wijkteam verwees in 42% van de gevallen. Het wijkteam is met 42% de tweede verwijzer.
{{ waarde("rechter") }} trajecten, ruim een tiende van het totaal. {{ waarde("arts") }} trajecten, bijna de helft van het totaal.
{{ waarde("arts") }} trajecten, een derde van het totaal in de regio. {{ waarde("team") }} trajecten, 42% van het totaal.
"""


def told(root: Path, text: str) -> list[str]:
    """The sentences of which something is told."""
    (root / "content/indicatoren/verwijzers.yaml").write_text(SERIES, "utf-8")
    (root / "content/2024-H1/figuren/verwijzers.yaml").write_text(CHART, "utf-8")
    chapter = root / "content/2024-H1/bijlage/water.md"
    lines = text.strip().replace("\n", " ").replace(". ", ".\n\n")
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n[figuur: verwijzers]\n\n{lines}\n", "utf-8")
    every = ["", *chapter.read_text("utf-8").splitlines()]
    problems = check(Workspace(root), parse_periode("2024-H1")).problems
    return [every[one.at.line] for one in problems if one.rule == "deel-van-grafiek"]


def test_another_share_or_rank_than_the_chart_shows_is_told(klein: Path) -> None:
    assert told(klein, WRONG) == WRONG.strip().replace("\n", " ").replace(". ", ".\n\n").split("\n\n")


def test_what_the_chart_shows_or_another_part_or_time_passes(klein: Path) -> None:
    assert told(klein, RIGHT) == []
