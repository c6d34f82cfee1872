"""What is done and what is left of a period, from its content and a day.

Papers are not composed for it, so that it is there at once: what only their making tells, `check` finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rapportage.checks.drawings.unread import Unread, unread
from rapportage.checks.names.stands import open_stands
from rapportage.checks.reading.days_off import working_days, working_days_before
from rapportage.checks.registry import UNREAD, judge
from rapportage.checks.subjects import Content
from rapportage.checks.writing.open_points import open_values
from rapportage.compose.printed import as_printed
from rapportage.content.load import Read
from rapportage.content.model import Markdown, Rapportage
from rapportage.content.period import Gegevens
from rapportage.content.text_blocks import TextBlock, text_blocks
from rapportage.errors import Place, Problem, Result
from rapportage.workspace import Workspace

State = Literal["leeg", "overgenomen", "concept", "gereed"]
"""Nothing said yet; all of it said last time; being written; done."""


@dataclass(frozen=True, slots=True)
class Open:
    """What is not known yet, in whole sentences, and where."""

    words: str
    at: Place


@dataclass(frozen=True, slots=True)
class TextState:
    """A chapter, or the memo: its state, who writes it, and what is left to do."""

    name: str
    title: str
    file: str
    state: State
    author: str
    words: int
    open_points: tuple[Open, ...]
    unread: int
    findings: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day of the report, and how far off it is; `working` counts working days."""

    what: str
    day: date
    days: int
    working: int


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise, motion or announcement that is not done, and the chapters that say that they answer it.

    It may be late by the day of the report, as the papers have it, or only by today.
    """

    name: str
    kind: str
    words: str
    state: str
    late: bool
    late_today: bool
    chapters: tuple[str, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands on a day."""

    periode: str
    title: str
    adopted: bool
    today: date
    deadlines: tuple[Deadline, ...]
    texts: tuple[TextState, ...]
    values: tuple[Open, ...]
    unread_files: tuple[str, ...]
    """The figures and tables that are still those of an earlier period."""
    promises: tuple[Promise, ...]
    errors: int
    warnings: int

    @property
    def open_points(self) -> int:
        """How many open points there are, those of series too."""
        return sum(len(one.open_points) for one in self.texts) + len(self.values)

    @property
    def states(self) -> dict[State, int]:
        """How many texts there are of each state."""
        return dict(Counter(one.state for one in self.texts))


@dataclass(frozen=True, slots=True)
class _Left:
    """How many texts of each file are to be read, and how many of those are wholly of an earlier period."""

    texts: Counter[str]
    whole: Counter[str]

    @classmethod
    def of(cls, left: Iterable[Unread]) -> _Left:
        texts: Counter[str] = Counter()
        whole: Counter[str] = Counter()
        for one in left:
            texts[one.file] += len(one.lines)
            whole[one.file] += 0 if one.sentences else len(one.lines)
        return cls(texts, whole)


def standing(read: Result[Read], rapportage: Rapportage, workspace: Workspace, today: date) -> Standing:
    """Where the report that was read stands today."""
    content = Content(rapportage, workspace, read.value.broken)
    gegevens = rapportage.gegevens.value
    left = list(unread(content))
    unread_texts = _Left.of(left)
    found = [*read.problems, *judge(content, without=UNREAD)]
    texts = [_memo(rapportage, unread_texts, found), *_chapters(as_printed(rapportage), unread_texts, found)]
    return Standing(
        str(rapportage.periode),
        gegevens.titel,
        gegevens.status == "vastgesteld",
        today,
        tuple(_deadlines(gegevens, today)),
        tuple(texts),
        tuple(Open(one.words, one.at) for one in (*open_values(content), *open_stands(content))),
        tuple(one.file for one in left if one.is_figure or not one.lines),
        tuple(_promises(rapportage, today)),
        sum(one.is_error for one in found),
        sum(one.severity == "waarschuwing" for one in found),
    )


def _deadlines(gegevens: Gegevens, today: date) -> Iterable[Deadline]:
    days = {
        "rapportage": gegevens.rapportagedatum,
        "college": gegevens.collegevergadering,
        "raad": gegevens.raadsvergadering,
    }
    if gegevens.aanleveren is not None:
        days["aanleveren"] = working_days_before(gegevens.collegevergadering, gegevens.aanleveren)
    for what, day in sorted(days.items(), key=lambda one: one[1]):
        yield Deadline(what, day, (day - today).days, working_days(today, day))


def _promises(rapportage: Rapportage, today: date) -> Iterable[Promise]:
    """What of the register is left to do."""
    register = rapportage.register
    for at, one in enumerate(register.value.toezeggingen if register else ()):
        if register and one.is_pending:
            chapters = tuple(
                name
                for name, chapter in rapportage.hoofdstukken.items()
                if one.id in chapter.gegevens.value.beantwoordt
            )
            place = register.place("toezeggingen", at)
            late = one.is_late(rapportage.gegevens.value.rapportagedatum), one.is_late(today)
            yield Promise(one.id, one.soort, one.wat, one.staat, *late, chapters, place)


def _memo(rapportage: Rapportage, left: _Left, found: Sequence[Problem]) -> TextState:
    gegevens = rapportage.gegevens.value
    title, memo = rapportage.organisatie.value.overheid.voorstel, rapportage.raadsvoorstel
    report = rapportage.gegevens.source.file
    return _text("raadsvoorstel", title, memo, "", gegevens.status, left, found, (report,))


def _chapters(rapportage: Rapportage, left: _Left, found: Sequence[Problem]) -> Iterable[TextState]:
    """The chapters in the order of the paper, those that are in none behind them."""
    listed = [name for name in rapportage.gegevens.value.chapters() if name in rapportage.hoofdstukken]
    for name in dict.fromkeys([*listed, *rapportage.hoofdstukken]):
        chapter = rapportage.hoofdstukken[name]
        own = chapter.gegevens.value
        yield _text(name, own.titel, chapter.tekst, own.auteur or "", own.status, left, found)


def _text(
    name: str,
    title: str,
    text: Markdown,
    author: str,
    status: str,
    left: _Left,
    found: Sequence[Problem],
    others: Sequence[str] = (),
) -> TextState:
    blocks = text_blocks(text.text)
    prose = [block for block in blocks if block.is_prose]
    points = tuple(
        Open(block.open_point, Place(text.file, text.first_line + block.line))
        for block in blocks
        if block.kind == "open"
    )
    unread = sum(left.texts[file] for file in (text.file, *others))
    draft = status == "concept" or bool(points) or bool(unread)
    state = _state(prose, left.whole[text.file], draft)
    words = sum(len(block.words.split()) for block in prose)
    return TextState(
        name,
        title,
        text.file,
        state,
        author,
        words,
        points,
        unread,
        sum(one.at.file == text.file for one in found),
    )


def _state(prose: Sequence[TextBlock], whole: int, draft: bool) -> State:
    if not prose:
        return "leeg"
    if whole == len(prose):
        return "overgenomen"
    return "concept" if draft else "gereed"
