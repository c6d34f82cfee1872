"""Problems for an editor: from where to where they reach, and each on a line of its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rapportage.cli.app import main
from rapportage.cli.spans import Span, Spans
from rapportage.errors import Place, Problem
from rapportage.workspace import Workspace

TEXT = "---\ntitel: Wonen\n---\nDe ABCD en\n  de ABC van\nRegio Zwolle.  \n"
"""The lines that problems stand on; 4 to 6 are one paragraph."""


def where(tmp_path: Path, at: Place, subject: str = "") -> str:
    (tmp_path / "content").mkdir(exist_ok=True)
    (tmp_path / "content/wonen.md").write_text(TEXT, "utf-8")
    problem = Problem("fout", "x", at, subject=subject)
    return str(Spans(Workspace(tmp_path)).of(problem))


@pytest.mark.parametrize(
    ("place", "subject", "expected"),
    [
        (Place("content/wonen.md", 2, 1), "titel", "2:1-2:6"),  # the key, not its value
        (Place("content/wonen.md", 2, 1), "", "2:1-2:13"),
        (Place("content/wonen.md", 4, end=6), "ABC", "5:6-5:9"),  # a whole word before a part of one
        (Place("content/wonen.md", 4, end=6), "BC", "4:5-4:7"),
        (Place("content/wonen.md", 4, end=6), "Dalfsen", "4:1-6:14"),  # all of it, without blanks at its end
        (Place("content/wonen.md", 5), "", "5:3-5:13"),
        (Place("content/wonen.md", 4, 4, end=6), "", "4:4-4:11"),  # a block of YAML is not underlined whole
        (Place("content/wonen.md", 40), "", "40:1-40:1"),  # the file was shortened meanwhile
        (Place("content/weg.md", 2, 3), "titel", "2:3-2:3"),
        (Place("../wonen.md", 2, 3), "titel", "2:3-2:3"),  # nothing outside the workspace is read
        (Place("content/wonen.md", 0), "titel", "None"),
    ],
)
def test_a_problem_reaches_from_its_subject_to_the_end_of_it(
    tmp_path: Path, place: Place, subject: str, expected: str
) -> None:
    (tmp_path.parent / "wonen.md").write_text(TEXT, "utf-8")
    assert where(tmp_path, place, subject) == expected


def test_what_a_message_quotes_is_looked_for_where_nothing_else_is_known(tmp_path: Path) -> None:
    where(tmp_path, Place("content/wonen.md"))
    problem = Problem("fout", "'Dalfsen' is geen deel van 'Zwolle'", Place("content/wonen.md", 4, end=6))
    assert Spans(Workspace(tmp_path)).of(problem) == Span(6, 7, 6, 13)
    of_block = Problem("fout", "blok 'Zwolle' is leeg", Place("content/wonen.md", 4, 1, end=6))
    assert Spans(Workspace(tmp_path)).of(of_block) == Span(4, 1, 4, 11)  # it may name something else there


def test_json_tells_where_a_problem_ends(klein: Path, capfd: pytest.CaptureFixture[str]) -> None:
    break_it(klein)
    with pytest.raises(SystemExit):
        main(["check", "2024-H1", "--json", "--workspace", str(klein)])
    (found,) = json.loads(capfd.readouterr().out)["problems"]
    assert Span(*(found[key] for key in ("line", "column", "end_line", "end_column"))) == Span(1, 1, 1, 7)


@pytest.mark.parametrize("command", ["check", "build"])
def test_each_problem_is_one_line_with_its_hint(
    command: str, klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    break_it(klein)
    with pytest.raises(SystemExit) as left:
        main([command, "2024-H1", "--lines", "--workspace", str(klein)])
    assert left.value.code == 1
    told = capfd.readouterr()
    expected = (
        "content/2024-H1/rapportage.yaml:1:1-1:7: fout: de sleutel 'tittel' is onbekend; bedoelde u 'titel'?"
    )
    assert expected in (told.out if command == "check" else told.err).splitlines()


def test_lines_of_a_period_that_is_right_are_only_that_it_is(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["check", "2024-H1", "--lines", "--workspace", str(klein)])
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.startswith("2024-H1: alles in orde, ")


@pytest.mark.parametrize("options", [["--json"], ["--all", "--workspaces", "x"]])
def test_lines_go_with_one_workspace_and_no_other_form(
    options: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    command = ["check", "2024-H1"] if options == ["--json"] else ["build"]
    with pytest.raises(SystemExit) as left:
        main([*command, *options, "--lines"])
    assert left.value.code == 2
    assert re.search("--lines en --workspaces gaan|--json en --lines gaan", capfd.readouterr().err)


def break_it(klein: Path) -> None:
    path = klein / "content/2024-H1/rapportage.yaml"
    path.write_text(path.read_text("utf-8").replace("titel: Voortgang", "tittel: Voortgang", 1), "utf-8")
