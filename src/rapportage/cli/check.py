"""`rapportage check`: what is wrong with a period."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from rapportage.cli.arguments import PeriodArgument, WorkspaceOption, parsed
from rapportage.cli.telling import GOOD, MEND, print_as_is, print_out, report
from rapportage.errors import ContentError, Problem, first_of_each_file, in_order
from rapportage.workspace import find_workspace


def check(
    periode: PeriodArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Toon de bevindingen als JSON.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Controleer de content van een periode en schrijf niets.

    Voorbeeld: rapportage check 2021-H2
    """
    where = find_workspace(Path.cwd(), workspace)
    from rapportage.build.check import check as run
    from rapportage.build.rehearsal import in_the_way, rehearse

    try:
        when = parsed(periode)
        checked = run(where, when)
        besides = [*rehearse(where, when, checked), *in_the_way(where, when, checked)]
        problems = in_order([*checked.problems, *besides])
    except ContentError as error:
        problems = error.problems
    if as_json:
        found = {"periode": periode, "problems": [_row(problem) for problem in first_of_each_file(problems)]}
        print_as_is(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        report(problems)
    if not as_json and all(one.severity == "tip" for one in problems):
        print_out(f"{periode}: alles in orde. Bouw met: rapportage build {periode}")
    raise typer.Exit(MEND if any(problem.is_error for problem in problems) else GOOD)


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
