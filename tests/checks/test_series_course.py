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


def test_a_course_of_something_else_passes(klein: Path) -> None:
    assert told(klein, RIGHT.replace("\n", "\n\n")) == []
