"""`rapportage check`: what is wrong with a period."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from rapportage.bounds import MAX_TOLD
from rapportage.build.unchanged import Told, remember, surroundings
from rapportage.cli.arguments import PeriodArgument, WorkspaceOption, parsed
from rapportage.cli.telling import GOOD, MEND, harmless, json_text, lines_of, print_as_is, reported, say
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

    early = _Early(on=sys.stderr.isatty() and not as_json)
    with opened_meanwhile() as opened:
        try:
            when = parsed(periode)
            if context.obj is not None:
                before = surroundings(where, [EVERYTHING.folder(where, when)])
            checked = run(where, when, tell=early.tell)
            early.tell(checked.problems)  # trying papers in a style of one's own takes a while
            besides = [*rehearse(where, when, checked), *in_the_way(where, when, checked)]
            problems = in_order([*checked.problems, *besides])
        except ContentError as error:
            problems = error.problems
    told = _told(periode, problems, as_json=as_json)
    for line in told.err:
        if line in early.lines:
            early.lines.remove(line)
        else:
            say(line)
    for line in told.out:
        print_as_is(line)
    if any(problem.is_error for problem in problems):
        raise typer.Exit(MEND)
    if before is not None:
        remember(context.obj, before, opened, {}, told)
    raise typer.Exit(GOOD)


@dataclass(slots=True)
class _Early:
    """What was told before all was known, where somebody looks on; its lines are not told again."""

    on: bool
    lines: list[str] = field(default_factory=list)
    _told: set[Problem] = field(default_factory=set)

    def tell(self, problems: Iterable[Problem]) -> None:
        """Tell those that were not told before, but for those of a file that has too many to tell each."""
        if not self.on:
            return
        problems = list(problems)
        many = Counter(one.at.file for one in problems)
        fresh = [one for one in problems if one not in self._told and many[one.at.file] <= MAX_TOLD]
        self._told.update(fresh)
        for line in map(harmless, lines_of(fresh)):
            self.lines.append(line)
            say(line)


def _told(periode: str, problems: Sequence[Problem], *, as_json: bool) -> Told:
    """What is told of these problems."""
    if as_json:
        found = {"periode": periode, "problems": [_row(problem) for problem in first_of_each_file(problems)]}
        return Told([json_text(found)], [])
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
