"""`rapportage check`: what is wrong with a period."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportage.bounds import MAX_TOLD
from rapportage.build.unchanged import Told, remember, surroundings
from rapportage.cli.arguments import InLines, PeriodArgument, WorkspaceOption, parsed
from rapportage.cli.facts import counted, lines, rows
from rapportage.cli.spans import Span, Spans
from rapportage.cli.telling import (
    GOOD,
    MEND,
    harmless,
    in_single_lines,
    json_text,
    lines_of,
    print_as_is,
    reported,
    say,
)
from rapportage.errors import ContentError, Problem, UsageError, attempt, first_of_each_file, in_order
from rapportage.opened import opened_meanwhile
from rapportage.workspace import EVERYTHING, Workspace, find_workspace

if TYPE_CHECKING:
    from rapportage.checks.between.stated import AllStated


_REST = "De stukken zelf zijn pas te controleren als dit hersteld is."
"""What is said where they could not be made at all: what is wrong in their texts is not known then."""


def check(
    context: typer.Context,
    periode: PeriodArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Toon de bevindingen als JSON.")] = False,
    in_lines: InLines = False,
    public_only: Annotated[
        bool, typer.Option("--public-only", help="Weiger een geheim stuk, zoals in een straat.")
    ] = False,
    with_facts: Annotated[
        bool,
        typer.Option("--facts", help="Toon ook de getallen en dagen die u alleen zelf kunt nalezen."),
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Controleer de content van een periode en schrijf niets.

    Voorbeeld: rapportage check 2021-H2
    """
    if in_lines and (as_json or with_facts):
        raise UsageError(
            f"--{'json' if as_json else 'facts'} en --lines gaan niet samen", "laat een van beide weg"
        )
    where = find_workspace(Path.cwd(), workspace)
    before = None
    from rapportage.build.check import check as run
    from rapportage.build.rehearsal import in_the_way, rehearse
    from rapportage.checks.between.stated import AllStated, stated
    from rapportage.content.earlier import report_before
    from rapportage.content.proofread import file_of

    facts, earlier, is_read, has_papers = AllStated(), "", False, True
    early = _Early(on=sys.stderr.isatty() and not as_json and not in_lines)
    with opened_meanwhile() as opened:
        try:
            when = parsed(periode)
            if context.obj is not None:
                before = surroundings(where, [EVERYTHING.folder(where, when)])
            checked = run(where, when, tell=early.tell)
            if public_only and checked.is_secret:
                raise UsageError(
                    f"{periode} is geheim, en hier mag alleen wat openbaar is",
                    "maak dit stuk op uw eigen computer, en haal het hier ook uit de opslag weg",
                )
            early.tell(checked.problems)  # trying papers in a style of one's own takes a while
            besides = [*rehearse(where, when, checked), *in_the_way(where, when, checked)]
            problems = in_order([*checked.problems, *besides])
            before_it = report_before(where, when) if with_facts else None
            then = attempt(lambda: run(where, before_it).documents).value if before_it else None
            facts, earlier = stated(checked.documents, then), str(before_it) if then else ""
            is_read, has_papers = file_of(where, when).is_file(), bool(checked.documents)
        except ContentError as error:
            problems = error.problems
    if as_json:
        told = Told([_as_json(periode, problems, where, rows(facts, earlier) if with_facts else None)], [])
    elif in_lines:
        told = Told(map(harmless, in_single_lines(problems, where)), _well(periode, problems, facts, is_read))
    else:
        listed = lines(facts, periode, earlier) if with_facts else ()
        told = Told(
            [*map(harmless, listed), *_well(periode, problems, facts, is_read, with_facts)],
            [*map(harmless, reported(problems)), *([] if has_papers else [_REST])],
        )
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


class _Early:
    """What was told before all was known, where somebody looks on; its lines are not told again."""

    def __init__(self, *, on: bool) -> None:
        self.on = on
        self.lines: list[str] = []
        self._told: set[Problem] = set()

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


def _well(
    periode: str, problems: Sequence[Problem], facts: AllStated, is_read: bool, are_shown: bool = False
) -> list[str]:
    """What is said where there is nothing to mend, with what nobody but a reader knows to be true."""
    if any(one.severity != "tip" for one in problems):
        return []
    told = [f"{periode}: alles in orde, zover dat te controleren is. Bouw met: rapportage build {periode}"]
    if is_read:
        told.append("Alles staat er zoals het is nagelezen.")
    elif (count := counted(facts)) and not are_shown:
        told.append(f"Alleen na te lezen: {count}; zie rapportage check {periode} --facts")
    return [harmless(one) for one in told]


def _as_json(
    periode: str, problems: Sequence[Problem], workspace: Workspace, facts: list[dict[str, object]] | None
) -> str:
    """The problems for another program, and the typed facts where they are asked for."""
    spans = Spans(workspace)
    told: dict[str, object] = {"periode": periode}
    told["problems"] = [_row(problem, spans.of(problem)) for problem in first_of_each_file(problems)]
    if facts is not None:
        told["facts"] = facts
    return json_text(told)


def _row(problem: Problem, span: Span | None) -> dict[str, object]:
    """A problem as `check --json` tells it; the end column is the one behind the last sign."""
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
        "file": problem.at.file,
        "line": span.line if span else problem.at.line,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "hint": problem.hint,
    }
