"""What all commands tell in the same way: problems, what went wrong, and names of files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

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
    """A line on standard error, harmless to a terminal."""
    typer.echo(harmless(line), err=True)


def print_out(text: str = "") -> None:
    """Lines on standard output, harmless to a terminal."""
    typer.echo("\n".join(map(harmless, text.split("\n"))))


_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What steers a terminal, turns a line around or cannot be written: no message needs it."""
_LONGEST, _HEAD, _TAIL = 1_000, 600, 200


def harmless(line: str) -> str:
    """A line that is one line and moves nothing: content and names of files come from others.

    Signs that steer are written by their numbers, and of what is very long the middle is left out.
    """
    if len(line) > _LONGEST:
        line = f"{line[:_HEAD]} … {line[-_TAIL:]}"
    return _CONTROLS.sub(_by_number, line)


def _by_number(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def shown(path: Path) -> str:
    """The path as one can type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def failed(error: UsageError) -> int:
    """Tell what could not be done; the exit status for it."""
    say(f"rapportage: {error.message}")
    for line in (error.hint or "").splitlines():
        say(f"    {line}" if line else "")
    return MACHINE if isinstance(error, MachineError) else MISUSE
