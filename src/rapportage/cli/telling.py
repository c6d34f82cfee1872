"""What all commands tell in the same way: problems, what went wrong, and names of files."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rapportage.cli.spans import Spans
from rapportage.errors import MachineError, Problem, UsageError, first_of_each_file, in_order
from rapportage.faults import of_machine, wants_traceback
from rapportage.streams import write_line
from rapportage.workspace import Workspace

GOOD, MEND, MISUSE, MACHINE = 0, 1, 2, 3
"""Exit status: all is well; the content must be mended; wrong use; this machine lacks something."""

NOTHING_WRITTEN = "Er is niets geschreven. Herstel de fouten en probeer het opnieuw."


def report(problems: Sequence[Problem]) -> None:
    """Tell each problem with its place and the way out, and how many there are."""
    for line in reported(problems):
        say(line)


def reported(problems: Sequence[Problem]) -> Iterator[str]:
    """The lines in which problems are told, and how many there are."""
    if not problems:
        return
    from rapportage.checks.registry import OPEN_POINT, UNREAD
    from rapportage.dutch import count_text, list_text

    yield from lines_of(problems)
    if len(_open_points(problems)) > 1:
        yield "Alle open punten staan voluit in: rapportage status"
    apart = {OPEN_POINT.name: "open", UNREAD.name: "na te lezen"}
    kinds = Counter(one.severity if one.is_error else apart.get(one.rule, one.severity) for one in problems)
    counts = [
        (kinds["fout"], "fout", "fouten"),
        (kinds["waarschuwing"], "waarschuwing", "waarschuwingen"),
        (kinds["open"], "open punt", "open punten"),
        (kinds["na te lezen"], "bestand na te lezen", "bestanden na te lezen"),
        (kinds["tip"], "tip", "tips"),
    ]
    yield list_text([count_text(count, one, many) for count, one, many in counts if count]) + "."


def lines_of(problems: Sequence[Problem]) -> Iterator[str]:
    """The line that each problem is told in, and the one with its way out.

    The open points of a draft are told once a file, since they are no mistakes.
    """
    open_points = _open_points(problems)
    for problem in first_of_each_file(in_order([*_without(problems, open_points), *_by_file(open_points)])):
        yield f"{problem.at}: {problem.severity}: {problem.message}"
        if problem.hint:
            first, *to_paste = problem.hint.split("\n")
            yield f"    {first}"
            yield from to_paste  # as it must stand in a file, so that it can be copied with its indent


def in_single_lines(problems: Sequence[Problem], workspace: Workspace) -> Iterator[str]:
    """Each problem with its way out on one line, for editors that look for such lines.

    It begins with its file and its `Span`; what is wrong with a whole file or folder is told at the
    beginning of it, since editors look for a number.
    """
    spans = Spans(workspace)
    for one in first_of_each_file(in_order(problems)):
        way_out = f"; {one.hint.partition(chr(10))[0]}" if one.hint else ""
        yield f"{one.at.file}:{spans.of(one) or '1:1-1:1'}: {one.severity}: {one.message}{way_out}"


def _open_points(problems: Sequence[Problem]) -> list[Problem]:
    from rapportage.checks.registry import OPEN_POINT

    return [one for one in problems if one.rule == OPEN_POINT.name and not one.is_error]


def _without(problems: Sequence[Problem], left_out: Sequence[Problem]) -> list[Problem]:
    apart = set(map(id, left_out))
    return [one for one in problems if id(one) not in apart]


def _by_file(open_points: Sequence[Problem]) -> Iterator[Problem]:
    """The open points of each file as one, with their lines; one that is alone, in its own words."""
    files: dict[str, list[Problem]] = {}
    for one in open_points:
        files.setdefault(one.at.file, []).append(one)
    for found in files.values():
        if len(found) == 1:
            yield found[0]
            continue
        lines = list(dict.fromkeys(str(one.at.line) for one in found))
        where = ", ".join(lines[:_MOST_LINES]) + (" en verder" if len(lines) > _MOST_LINES else "")
        yield replace(found[0], message=f"{len(found)} open punten (regel {where})", hint=None)


_MOST_LINES = 8
"""So many lines of open points are named."""


def say(line: str) -> None:
    """A line on standard error, harmless to a terminal."""
    write_line(harmless(line), err=True)


def print_out(text: str = "") -> None:
    """Lines on standard output, harmless to a terminal."""
    write_line("\n".join(map(harmless, text.split("\n"))))


def json_text(data: object) -> str:
    """The data for another program, in signs that every code page of a console has."""
    return json.dumps(data, indent=2)


def print_as_is(text: str) -> None:
    """Text on standard output for another program, which escapes what it must itself."""
    write_line(text)


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


def failed(error: UsageError, of: str = "") -> int:
    """Tell what could not be done, and of what where it is one of many; the exit status for it."""
    say(f"rapportage: {of}: {error.message}" if of else f"rapportage: {error.message}")
    for line in (error.hint or "").splitlines():
        say(f"    {line}" if line else "")
    return MACHINE if isinstance(error, MachineError) else MISUSE


def unforeseen(error: Exception, of: str = "") -> int:
    """Tell of an error that nobody raised for a user, the machine's or ours; the exit status for it.

    Raises it as it is where somebody wants to see where in the program it came from.
    """
    if wants_traceback():
        raise error
    fault = of_machine(error)
    if fault is not None:
        return failed(fault, of)
    where = f" bij {of}" if of else ""
    say(f"rapportage gaat hier zelf de fout in{where}: {type(error).__name__}: {error}")
    say("    meld dit met de content erbij; RAPPORTAGE_TRACEBACK=1 toont de plek in het programma")
    return MACHINE
