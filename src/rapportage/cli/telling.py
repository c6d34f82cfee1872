"""What all commands tell in the same way: problems, what went wrong, and names of files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

import typer

from rapportage.errors import MachineError, Problem, UsageError, first_of_each_file

GOOD, MEND, MISUSE, MACHINE = 0, 1, 2, 3
"""Exit status: all is well; the content must be mended; wrong use; this machine lacks something."""


def report(problems: Sequence[Problem]) -> None:
    """Each problem with its place and the way out, and how many there are."""
    for problem in first_of_each_file(problems):
        say(f"{problem.at}: {problem.severity}: {problem.message}")
        if problem.hint:
            say(f"    {problem.hint}")
    if problems:
        from rapportage.checks.registry import OPEN_POINT
        from rapportage.dutch import count_text, list_text

        kinds = Counter(
            "open" if one.rule == OPEN_POINT.name and not one.is_error else one.severity for one in problems
        )
        counts = [
            (kinds["fout"], "fout", "fouten"),
            (kinds["waarschuwing"], "waarschuwing", "waarschuwingen"),
            (kinds["open"], "open punt", "open punten"),
            (kinds["tip"], "tip", "tips"),
        ]
        say(list_text([count_text(count, one, many) for count, one, many in counts if count]) + ".")


def say(line: str) -> None:
    """A line on standard error."""
    typer.echo(line, err=True)


def shown(path: Path) -> str:
    """The path as one can type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def failed(error: UsageError) -> int:
    """Tell what could not be done; the exit status for it."""
    say(f"rapportage: {error.message}")
    if error.hint:
        say(indent(error.hint, "    "))
    return MACHINE if isinstance(error, MachineError) else MISUSE
