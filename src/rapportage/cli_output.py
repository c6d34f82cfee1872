"""What the commands tell, in Dutch: problems and progress on standard error, results on standard output."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from textwrap import fill, indent
from typing import TYPE_CHECKING, TypeVar

import typer

from rapportage.build.processes import Progress, Step
from rapportage.errors import OPEN_POINT_RULE, Problem, UsageError
from rapportage.workspace import Workspace

if TYPE_CHECKING:
    from rapportage.compose.overview import FigureView

Result = TypeVar("Result")


def with_progress(work: Callable[[Progress], Result]) -> Result:
    """Do the work with a spinner on a terminal, and with a plain line a step elsewhere."""
    if not sys.stderr.isatty():
        return work(say)
    from rich.console import Console

    with Console(stderr=True).status("beginnen") as status:
        return work(status.update)


def show_timings(steps: Iterable[Step], began: float, ended: float) -> None:
    """When each kind of step first began and how long it took in all, in seconds.

    What other processes did runs beside what this one did, so that the times add up to more than the whole.
    """
    from rapportage.dutch import number_text

    first: dict[str, float] = {}
    took: dict[str, float] = {}
    for step in [*steps, Step("samen", began, ended)]:
        first.setdefault(step.name, step.began - began)
        took[step.name] = took.get(step.name, 0.0) + step.ended - step.began
    say("   begin    duur")
    for name, seconds in took.items():
        times = (first[name], seconds)
        say("".join(f"{number_text(Decimal(one), 2):>8}" for one in times) + f"  {name}")


def show_figure(view: FigureView) -> None:
    """A figure with its texts, and what the data say."""
    typer.echo(f"{view.label}: {view.name} ({view.kind})")
    lines = {
        "bijschrift": view.caption,
        "bron": view.source or "geen",
        "alt": "geen, de figuur versiert" if view.decorative else view.alt or "ontbreekt",
        "te doen": view.advice,
    }
    for name, words in lines.items():
        if words:
            typer.echo(fill(words, 100, initial_indent=f"  {name:<12}", subsequent_indent=" " * 14))
    if not view.decorative:
        draft = fill(view.draft, 100, initial_indent="  ", subsequent_indent="  ")
        typer.echo("  voorstel, om over te nemen:" if draft else "  kenmerk:")
        typer.echo((f"alt: >-\n{draft}\n" if draft else "") + f"alt-kenmerk: {view.mark}")
    typer.echo()


def show_kinds(workspace: Workspace) -> bool:
    """Every kind of figure with its keys and an example; whether all of them are sound."""
    from rapportage.compose.overview import kinds

    views, broken = kinds(workspace)
    for kind in views:
        typer.echo(f"{kind.name}: {kind.description}")
        for key, required, description in kind.fields:
            words = description if required else f"{description} (mag ontbreken)"
            typer.echo(fill(words, 100, initial_indent=f"  {key:<28}", subsequent_indent=" " * 30))
        typer.echo(f"  voorbeeld, om over te nemen:\n{kind.example}")
    report(broken)
    return not broken


def report(problems: Sequence[Problem]) -> None:
    """Each problem with its place and the way out, and how many there are."""
    for problem in problems:
        say(f"{problem.at}: {problem.severity}: {problem.message}")
        if problem.hint:
            say(f"    {problem.hint}")
    if problems:
        from rapportage.dutch import count_text, list_text

        kinds = Counter(
            "open" if one.rule == OPEN_POINT_RULE and not one.is_error else one.severity for one in problems
        )
        counts = [
            (kinds["fout"], "fout", "fouten"),
            (kinds["waarschuwing"], "waarschuwing", "waarschuwingen"),
            (kinds["open"], "open punt", "open punten"),
        ]
        say(list_text([count_text(count, one, many) for count, one, many in counts if count]) + ".")


def row(problem: Problem) -> dict[str, object]:
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


def fail(error: UsageError) -> None:
    """What could not be done, and the way out."""
    say(f"rapportage: {error.message}")
    if error.hint:
        say(indent(error.hint, "    "))


def say(line: str) -> None:
    """A line on standard error."""
    typer.echo(line, err=True)


def shown(path: Path) -> str:
    """The path as one can type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
