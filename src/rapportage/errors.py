"""What we tell a user who must fix something: message, place, hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Generic, Literal, TypeVar, get_args

from rapportage.bounds import MAX_TOLD

Severity = Literal["fout", "waarschuwing", "tip"]
"""What keeps papers from being built, what an editor must look at, and what was taken for what it meant."""
Value = TypeVar("Value")
Made = TypeVar("Made", covariant=True)
Raised = TypeVar("Raised", bound=BaseException)

UNKNOWN, TWICE, UNUSED, MISSING = "onbekend", "dubbel", "ongebruikt", "ontbreekt"
OUTSIDE, UNPRINTABLE, NO_ROOM, TOO_LARGE = "buiten-werkmap", "teken", "figuur-past-niet", "te-groot"
EMPTY_BELOW, AMOUNT = "lege-kop", "bedrag"
"""The names of mistakes that reading or composing finds in one place and a rule of `checks/` in another."""


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: path relative to the workspace, with lines and columns from 1.

    Line 0 means the file or folder as a whole. How far it reaches does not make it another spot:
    `end` is its last line where that is not the first, and `path` the keys and positions that lead
    to it in YAML, as in `delen/0/titel` (a / in a key is written ~1, a ~ as ~0).
    """

    file: str
    line: int = 1
    column: int | None = None
    end: int | None = field(default=None, compare=False)
    path: str = field(default="", compare=False)

    @property
    def last(self) -> int:
        """The last line that belongs to it."""
        return self.end or self.line

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        column = f":{self.column}" if self.column else ""
        return f"{self.file}{line}{column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a user can mend, in Dutch.

    `rule` is a stable ASCII name for tests and for `check --json`; `subject` is what it is about, in
    full and as its author wrote it: a key, a name or words. The same thing told twice is one problem.
    """

    severity: Severity
    message: str
    at: Place
    hint: str | None = None
    rule: str = "inhoud"
    subject: str = field(default="", compare=False)

    @property
    def is_error(self) -> bool:
        """Whether this problem keeps the documents from being built."""
        return self.severity == "fout"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at a place and the way out, in Dutch; who tells it knows how grave it is and its name."""

    message: str
    at: Place
    hint: str | None = None
    subject: str = field(default="", compare=False)

    def told(self, severity: Severity, rule: str) -> Problem:
        """The problem that this is under a rule."""
        return Problem(severity, self.message, self.at, self.hint, rule, self.subject)


class ContentError(Exception):
    """The content must be mended; carries every problem that was found (exit status 1)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(self.problems)  # what goes to another process is made anew from what stands here

    def __str__(self) -> str:
        return "; ".join(f"{problem.at}: {problem.message}" for problem in self.problems)


def by_itself(error: Raised) -> Raised:
    """The error without what led to it, to go to another process.

    Where dask is loaded pickle takes that along, and what a library raised may not go: lxml's has a log.
    """
    error.__cause__ = error.__context__ = None
    return error


def refusal(message: str, at: Place, hint: str | None, rule: str, subject: str = "") -> ContentError:
    """The error for a single mistake that makes going on with this file meaningless."""
    return ContentError([Problem("fout", message, at, hint, rule, subject)])


_OWN_STYLE = "controleer de eigen stijl en figuren; zonder eigen 'templates' ligt het aan rapportage zelf"


class LayoutError(Exception):
    """A paper cannot be laid out; message and hint are Dutch."""

    def __init__(self, message: str, hint: str = _OWN_STYLE) -> None:
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Result(Generic[Made]):
    """What was made, with everything that is wrong with it."""

    value: Made
    problems: tuple[Problem, ...] = ()


def attempt(make: Callable[[], Value]) -> Result[Value | None]:
    """What `make` makes; None with its problems when it raises ContentError."""
    try:
        return Result(make())
    except ContentError as error:
        return Result(None, error.problems)


class Problems(list[Problem]):
    """The problems of the results that one piece of work is made from."""

    def take(self, result: Result[Value]) -> Value:
        """The value of a result, whose problems are kept here."""
        self += result.problems
        return result.value

    def having(self, value: Value) -> Result[Value]:
        """The value that was made on the way, with what was kept."""
        return Result(value, tuple(self))


class UsageError(Exception):
    """The command was used wrongly; message and hint are Dutch (exit status 2)."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message, hint)

    def __str__(self) -> str:
        return self.message


class MachineError(UsageError):
    """This machine lacks something; the hint is the command that installs it (exit status 3)."""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, sorted by file, line and column."""
    return tuple(
        sorted(
            dict.fromkeys(problems),
            key=lambda p: (p.at.file, p.at.line, p.at.column or 0, p.severity, p.message),
        )
    )


def first_of_each_file(problems: Iterable[Problem]) -> list[Problem]:
    """The first MAX_TOLD problems of each file, the gravest of them, and one that counts the rest."""
    files: dict[str, list[Problem]] = {}
    for one in problems:
        files.setdefault(one.at.file, []).append(one)
    return [told for found in files.values() for told in _first(found)]


def _first(problems: list[Problem]) -> Iterable[Problem]:
    """The gravest of one file's problems, in their order, and one that counts the rest."""
    if len(problems) <= MAX_TOLD:
        return problems
    by_weight = sorted(range(len(problems)), key=lambda at: (_WEIGHTS.index(problems[at].severity), at))
    shown, left = sorted(by_weight[:MAX_TOLD]), [problems[at] for at in by_weight[MAX_TOLD:]]
    rest = Problem(
        left[0].severity,
        f"in dit bestand zijn nog {len(left)} bevindingen, die hier niet staan",
        Place(problems[0].at.file, 0),
        "herstel eerst de andere, en controleer dan opnieuw",
        "meer",
    )
    return [*(problems[at] for at in shown), rest]


_WEIGHTS: tuple[Severity, ...] = get_args(Severity)


def shortened(value: object) -> str:
    """The value as a message quotes it, in at most 60 letters."""
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known word most like `name`, where one is like it at all; capitals make no difference."""
    words = {word.lower(): word for word in sorted(set(known), reverse=True)}
    return next((words[one] for one in get_close_matches(name.lower(), words, n=1, cutoff=0.6)), None)


def nearest(name: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """A hint that names the known word most like `name`; else `otherwise`, or the few that exist."""
    words = sorted(set(known))
    if close := closest(name, words):
        return f"bedoelde u '{close}'?"
    if otherwise is None and 0 < len(words) <= 12:
        return "bekend: " + ", ".join(f"'{word}'" for word in words)
    return otherwise
