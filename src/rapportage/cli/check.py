"""`rapportage check`: what is wrong with a period."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from rapportage.build.unchanged import Told, remember, surroundings
from rapportage.cli.arguments import PeriodArgument, WorkspaceOption, parsed
from rapportage.cli.telling import GOOD, MEND, harmless, lines_of, print_as_is, reported, say
from rapportage.errors import ContentError, Problem, first_of_each_file, in_order
from rapportage.opened import opened_meanwhile
from rapportage.workspace import EVERYTHING, find_workspace


def check(
    context: typer.Context,
    periode: PeriodArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Toon de bevindingen als JSON.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Controleer de content van een periode en schrijf niets.

    Voorbeeld: rapportage check 2021-H2
    """
    where = find_workspace(Path.cwd(), workspace)
    before = None
    from rapportage.build.check import check as run
    from rapportage.build.rehearsal import in_the_way, rehearse

    early: list[str] = []
    with opened_meanwhile() as opened:
        try:
            when = parsed(periode)
            if context.obj is not None:
                before = surroundings(where, [EVERYTHING.folder(where, when)])
            checked = run(where, when)
            early = _tell_early(checked.problems) if sys.stderr.isatty() and not as_json else []
            besides = [*rehearse(where, when, checked), *in_the_way(where, when, checked)]
            problems = in_order([*checked.problems, *besides])
        except ContentError as error:
            problems = error.problems
    told = _told(periode, problems, as_json=as_json)
    for line in told.err:
        if line in early:
            early.remove(line)
        else:
            say(line)
    for line in told.out:
        print_as_is(line)
    if any(problem.is_error for problem in problems):
        raise typer.Exit(MEND)
    if before is not None:
        remember(context.obj, before, opened, {}, told)
    raise typer.Exit(GOOD)


def _tell_early(problems: Sequence[Problem]) -> list[str]:
    """Tell what is known before papers are tried in a style of one's own, which takes a while; its lines."""
    lines = list(map(harmless, lines_of(problems)))
    for line in lines:
        say(line)
    return lines


def _told(periode: str, problems: Sequence[Problem], *, as_json: bool) -> Told:
    """What is told of these problems."""
    if as_json:
        found = {"periode": periode, "problems": [_row(problem) for problem in first_of_each_file(problems)]}
        return Told([json.dumps(found, ensure_ascii=False, indent=2)], [])
    good = all(one.severity == "tip" for one in problems)
    well = f"{periode}: alles in orde. Bouw met: rapportage build {periode}"
    return Told([harmless(well)] if good else [], map(harmless, reported(problems)))


def _row(problem: Problem) -> dict[str, object]:
    """A problem as `check --json` tells it."""
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
        "file": problem.at.file,
        "line": problem.at.line,
        "column": problem.at.column,
        "hint": problem.hint,
    }
