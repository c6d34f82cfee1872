"""A sentence that says which way a series went says it as the series did."""

from __future__ import annotations

from pathlib import Path

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

UP = "en die reeks steeg: van 1.180 in 2023-H2 naar 1.348 in 2024-H1"
WRONG = {
    "Het aantal opgeleverde woningen daalde in het eerste halfjaar.": "daalde",
    "Dit halfjaar daalde het aantal opgeleverde woningen.": "daalde",
    "In het eerste halfjaar van 2024 daalde het aantal opgeleverde woningen licht.": "daalde",
    "Het aantal opgeleverde woningen blijft dalen.": "blijft dalen",
    "Het overzicht laat zien dat het aantal opgeleverde woningen daalt.": "daalt",
}
RIGHT = """
Het aantal opgeleverde woningen daalde in het tweede halfjaar. In het eerste halfjaar van 2023 daalde het aantal opgeleverde woningen.
Het aantal opgeleverde woningen steeg in het eerste halfjaar. Dit halfjaar steeg het aantal opgeleverde woningen.
Dit halfjaar daalde het aantal opgeleverde woningen in Noord. Dit halfjaar daalde het aantal klachten over opgeleverde woningen.
Als het aantal opgeleverde woningen daalt, kost dat geld. Wij verwachten dat het aantal opgeleverde woningen daalt.
Het aantal opgeleverde woningen daalt in 2026. Het aantal opgeleverde woningen daalt als er niets gebeurt.
"""


def told(root: Path, text: str) -> list[tuple[str, str]]:
    """What is told, each with the line that it is told of, which is one sentence."""
    chapter = root / "content/2024-H1/bijlage/water.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n{text}\n", "utf-8")
    lines = ["", *chapter.read_text("utf-8").splitlines()]
    problems = check(Workspace(root), parse_periode("2024-H1")).problems
    return [(lines[one.at.line], one.message) for one in problems]


def test_a_course_that_the_series_did_not_have_is_told(klein: Path) -> None:
    wrong = {
        sentence: f"hier staat '{words}' bij 'Opgeleverde woningen', {UP}"
        for sentence, words in WRONG.items()
    }
    assert dict(told(klein, "\n\n".join(wrong))) == wrong


NEAR = """
indicatoren:
  - {id: ww, naam: WW-uitkeringen in Voorbeeldstad, eenheid: uitkeringen, bron: UWV, soort: stand, waarden: WAARDEN}
  - {id: vacatures, naam: Openstaande vacatures in Voorbeeldstad, eenheid: vacatures, bron: UWV, soort: stand, waarden: WAARDEN}
  - {id: koop, naam: Verkochte huizen in Voorbeeldstad, eenheid: huizen, bron: UWV, waarden: WAARDEN}
  - {id: huur, naam: Verhuurde huizen in Voorbeeldstad, eenheid: huizen, bron: UWV, waarden: WAARDEN}
""".replace("WAARDEN", "[{periode: 2023-H2, waarde: 214}, {periode: 2024-H1, waarde: 198}]")
FELL = "en die reeks daalde: van 214 in 2023-H2 naar 198 in 2024-H1"
WRONG_IN_SHORT = {
    "Het aantal WW-uitkeringen steeg dit halfjaar.": "'steeg' bij 'WW-uitkeringen in Voorbeeldstad'",
    "Het aantal openstaande vacatures steeg dit halfjaar.": "'steeg' bij 'Openstaande vacatures in Voorbeeldstad'",
    "Het aantal vacatures steeg dit halfjaar.": "'steeg' bij 'Openstaande vacatures in Voorbeeldstad'",
    "Er staan meer vacatures open dan een half jaar geleden.": "'meer' bij 'Openstaande vacatures in Voorbeeldstad'",
    "Er zijn nu meer WW-uitkeringen dan in het vorige halfjaar.": "'meer' bij 'WW-uitkeringen in Voorbeeldstad'",
}
RIGHT_IN_SHORT = """
Het aantal WW-uitkeringen daalde dit halfjaar. Het aantal WW-uitkeringen in de regio steeg dit halfjaar. Het aantal huizen steeg.
Het aantal nieuwe vacatures steeg dit halfjaar. Er staan meer vacatures open dan een jaar geleden. Er zijn meer vacatures dan werkzoekenden.
Er staan minder vacatures open dan een half jaar geleden. Er staan meer vacatures in de zorg open dan een half jaar geleden.
Landelijk steeg het aantal WW-uitkeringen dit halfjaar. Het aantal verkochte huizen in de regio steeg dit halfjaar.
"""


def test_a_name_without_its_place_is_enough_where_no_other_can_be_meant(klein: Path) -> None:
    (klein / "content/indicatoren/werk.yaml").write_text(NEAR, "utf-8")
    wrong = {sentence: f"hier staat {said}, {FELL}" for sentence, said in WRONG_IN_SHORT.items()}
    assert {line: one for line, one in told(klein, "\n\n".join(wrong)) if "reeks daalde" in one} == wrong


def test_another_place_or_kind_is_not_meant_by_a_short_name(klein: Path) -> None:
    (klein / "content/indicatoren/werk.yaml").write_text(NEAR, "utf-8")
    assert [
        one for _, one in told(klein, RIGHT_IN_SHORT.replace("\n", "\n\n")) if "reeks daalde" in one
    ] == []


def test_a_course_of_something_else_passes(klein: Path) -> None:
    assert told(klein, RIGHT.replace("\n", "\n\n")) == []
