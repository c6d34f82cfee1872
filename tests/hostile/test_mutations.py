"""Whatever a slip does to a file, the user gets papers or Dutch problems at places that are there.

`make hostile` makes slips by the thousand; these are the first of each workspace.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile.commands import Commands
from hostile.grounds import Ground, ground

from rapportage.build.check import check
from rapportage.errors import ContentError, Problem
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace, package_templates

NUMBERS = {"klein": range(12), "besluit": range(8), "stijl": range(6), "echt": range(2)}
ONCE_BROKEN = [("stijl", 133), ("stijl", 370)]
"""What broke `check` once, and is mended."""


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    with Commands(tmp_path_factory.mktemp("cache")) as worker:
        yield worker


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ground]:
    folder = tmp_path_factory.mktemp("grounds")
    return {name: ground(name, folder) for name in NUMBERS}


@pytest.mark.parametrize("name", NUMBERS)
def test_the_first_slips_break_nothing(name: str, grounds: dict[str, Ground], commands: Commands) -> None:
    own = grounds[name]
    broken = {number: own.check(commands, own.mutation(number)) for number in NUMBERS[name]}
    assert {number: faults for number, faults in broken.items() if faults} == {}


@pytest.mark.parametrize(("name", "number"), ONCE_BROKEN)
def test_a_slip_that_broke_it_once_no_longer_does(
    name: str, number: int, grounds: dict[str, Ground], commands: Commands
) -> None:
    own = grounds[name]
    assert own.check(commands, own.mutation(number)) == ()


@pytest.mark.parametrize("number", range(100, 110))
def test_a_problem_is_told_at_a_place_that_is_there(number: int, grounds: dict[str, Ground]) -> None:
    own = grounds["klein"]
    with own.having(own.mutation(number)) as possible:
        assert possible
        for problem in problems(own):
            assert problem.message
            assert is_there(own.root, problem), problem


def problems(own: Ground) -> tuple[Problem, ...]:
    try:
        return check(Workspace(own.root), parse_periode(own.period)).problems
    except ContentError as error:
        return error.problems


def is_there(root: Path, problem: Problem) -> bool:
    """Whether a problem's file exists, or is told to be missing, and has the line."""
    path = root / problem.at.file
    if not path.is_file() or path.suffix not in (".yaml", ".md"):
        known = path.exists() or (package_templates() / problem.at.file).exists()
        return known or problem.rule == "ontbreekt"
    data = path.read_bytes()
    return problem.at.line <= data.count(b"\n") + data.count(b"\r") + 2
