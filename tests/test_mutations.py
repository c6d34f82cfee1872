"""Whatever a slip of the hand does to a content file, the user gets papers or Dutch problems, never a traceback."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from where import WORKSPACES

from rapportage.build.check import check
from rapportage.errors import ContentError, Problem
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace, package_templates

SMALL = WORKSPACES / "klein"
FILES = sorted(
    path.relative_to(SMALL).as_posix()
    for path in SMALL.rglob("*")
    if path.suffix in (".yaml", ".md", ".svg") and path.is_file()
)
ODD = [
    "{{",
    "}}",
    "{%",
    "[@",
    "[^x]",
    ":::",
    "::: kader",
    "|",
    "---",
    "#",
    "> ",
    "\t",
    "&a",
    "*a",
    "!!x",
    "'",
    '"',
]
ODD += [
    "\x00",
    "\u200b",
    "\u202e",
    "😀",
    "<b>",
    "]]>",
    "&amp;",
    "&#0;",
    "\\",
    "`",
    "[figuur: dijk]",
    "null",
    "[]",
    "{}",
]
ODD += [
    "- ",
    "1e999",
    "99999999999999999999",
    "2024-13-45",
    "-1",
    "{{ som() }}",
    "{{ waarde(1) }}",
    "{{ 1/0 }}",
    "~",
    "^",
]


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, bytes]:
    """One content file after one to three slips of the hand."""
    file = draw(st.sampled_from(FILES))
    text = (SMALL / file).read_text("utf-8")
    for _ in range(draw(st.integers(1, 3))):
        lines = text.split("\n")
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match draw(
            st.sampled_from(
                ["drop", "double", "swap", "indent", "outdent", "empty", "odd", "cut", "join", "value"]
            )
        ):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "indent":
                lines[at] = "  " + lines[at]
            case "outdent":
                lines[at] = lines[at].lstrip(" ")
            case "empty":
                lines[at] = ""
            case "odd":
                spot = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:spot] + draw(st.sampled_from(ODD)) + lines[at][spot:]
            case "cut":
                lines = lines[: at + 1]
            case "join":
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case "value":
                lines[at] = lines[at].split(":")[0] + ": " + draw(st.sampled_from(ODD))
        text = "\n".join(lines) or "\n"
    data = text.encode("utf-8")
    if draw(st.booleans()):
        return file, data
    spot = draw(st.integers(0, len(data)))
    return file, data[:spot] + draw(st.binary(max_size=3)) + data[spot:]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(shutil.copytree(SMALL, tmp_path_factory.mktemp("slips") / "klein"))


def problems(workspace: Workspace) -> tuple[Problem, ...]:
    try:
        return check(workspace, parse_periode("2024-H1")).problems
    except ContentError as error:
        return error.problems


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(slip=slips())
def test_a_slip_of_the_hand_never_gives_a_traceback(slip: tuple[str, bytes], workspace: Workspace) -> None:
    file, data = slip
    path = workspace.root / file
    before = path.read_bytes()
    path.write_bytes(data)
    try:
        found = problems(workspace)
    finally:
        path.write_bytes(before)
    for problem in found:
        assert problem.message
        place = workspace.root / problem.at.file
        assert (
            place.exists() or problem.rule == "ontbreekt" or (package_templates() / problem.at.file).exists()
        )
        if problem.at.line and place.suffix in (".yaml", ".md"):
            assert (
                problem.at.line
                <= (data if place == path else place.read_bytes()).count(b"\n") + data.count(b"\r") + 2
            )
