"""Tell what many problems follow from once, in place of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapportage.checks.reading.placeholders import STILL_TO_DO
from rapportage.checks.registry import OPEN_POINT, RULES, UNREAD
from rapportage.content.folders import CHAPTERS, FIGURES, READ, SERIES, TABLES
from rapportage.content.model import Rapportage
from rapportage.dutch import list_text
from rapportage.errors import AMOUNT, EMPTY_BELOW, MISSING, Place, Problem, in_order

_SHOWN = 3
"""So many names or places are told; how many more there are is counted."""
_ABOUT_SERIES = re.compile(r"indicator '[^']*' ")
"""How a message begins of which the remedy is in a series, or in its name: the same wherever it is told."""
_STAYS_OPEN, _MISPLACED = "dit blok wordt niet gesloten", "profiel"
"""What is told of a block without an end, and the rule by which all that follows stands in it wrongly."""


_GIVE_WAY = frozenset(rule.name for rule in RULES if rule.gives_way)


@dataclass(frozen=True, slots=True)
class _Emptiness:
    """A folder without a file that can be read, and what is told of each thing that should be in it."""

    folder: str
    told: re.Pattern[str]
    what: str


_EMPTY = (
    _Emptiness(CHAPTERS, re.compile("hoofdstuk '([^']*)' bestaat niet"), "hoofdstukken"),
    _Emptiness(FIGURES, re.compile("figuur '([^']*)' bestaat niet"), "figuren"),
    _Emptiness(TABLES, re.compile("tabel '([^']*)' bestaat niet"), "tabellen"),
    _Emptiness(SERIES, re.compile("indicator '([^']*)' is onbekend"), "reeksen"),
)


def without_echoes(problems: Iterable[Problem], rapportage: Rapportage) -> tuple[Problem, ...]:
    """The problems in order, with one in place of those that have the same cause."""
    left = list(in_order(problems))
    for one in _EMPTY:
        if not _files(rapportage, one.folder):
            left = _told_of_folder(one, left, rapportage)
    return in_order(_told_once(_of_what_was_composed(_before_what_stays_open(left))))


def settled(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of these problems, in order, that are told as they are whatever else is found yet."""
    return tuple(one for one in in_order(problems) if not _may_follow(one))


def _may_follow(problem: Problem) -> bool:
    """Whether another problem may be the cause of it, or may be told together with it."""
    return (
        problem.rule in (EMPTY_BELOW, AMOUNT, _MISPLACED, OPEN_POINT.name, UNREAD.name, *_GIVE_WAY)
        or _ABOUT_SERIES.match(problem.message) is not None
        or any(one.told.fullmatch(problem.message) for one in _EMPTY)
    )


def _of_what_was_composed(problems: list[Problem]) -> list[Problem]:
    """The problems without what may be so only since something else is wrong, or could not be composed."""
    wrong = [one for one in problems if one.severity == "fout" and one.rule != AMOUNT]
    lines = {(one.at.file, one.at.line) for one in wrong}
    open_lines = {(one.at.file, one.at.line) for one in wrong if one.message.endswith(STILL_TO_DO)}
    return [
        one
        for one in problems
        if not (one.rule == EMPTY_BELOW and wrong)
        and not (one.rule in (AMOUNT, *_GIVE_WAY) and (one.at.file, one.at.line) in lines)
        and not (f" {STILL_TO_DO}: '[" in one.message and (one.at.file, one.at.line) in open_lines)
    ]


def _before_what_stays_open(problems: list[Problem]) -> list[Problem]:
    """The problems without those of what came to stand in a block that was not meant to go on there."""
    open_from = {one.at.file: one.at.line for one in problems if one.message == _STAYS_OPEN}
    return [
        one
        for one in problems
        if one.rule != _MISPLACED or one.at.line < open_from.get(one.at.file, one.at.line + 1)
    ]


def _files(rapportage: Rapportage, folder: str) -> object:
    return {
        CHAPTERS: rapportage.hoofdstukken,
        FIGURES: rapportage.figuren,
        TABLES: rapportage.tabellen,
        SERIES: rapportage.indicatoren,
    }[folder]


def _told_of_folder(one: _Emptiness, problems: list[Problem], rapportage: Rapportage) -> list[Problem]:
    """The problems with one in place of those about each file, where several are looked for in vain."""
    found = {problem: match[1] for problem in problems if (match := one.told.fullmatch(problem.message))}
    names = list(dict.fromkeys(found.values()))
    if len(names) < 2:
        return problems
    where = "content" if one.folder == SERIES else f"content/{rapportage.periode}"
    cause = Problem(
        "fout",
        f"hier staan geen {one.what}, en gevraagd worden {_some([repr(name) for name in names])}",
        Place(f"{where}/{one.folder}", 0),
        f"zet ze in deze map, in bestanden die op {READ[one.folder]} eindigen; zie de handleiding, "
        f"{one.folder}/*{READ[one.folder]}",
        MISSING,
    )
    return [cause, *(problem for problem in problems if problem not in found)]


def _told_once(problems: list[Problem]) -> Iterator[Problem]:
    """The problems, those about the same of one series together at the first place of them."""
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        about_series = _ABOUT_SERIES.match(problem.message)
        key = (problem.severity, problem.message, problem.hint) if about_series else problem
        groups.setdefault(key, []).append(problem)
    for first, *others in groups.values():
        yield replace(first, hint=_with_places(first.hint, others)) if others else first


def _with_places(hint: str | None, others: list[Problem]) -> str:
    also = f"ook op {_some([str(one.at) for one in others])}"
    return f"{hint} ({also})" if hint else also


def _some(words: list[str]) -> str:
    """The first of these words, and how many there are besides."""
    if len(words) <= _SHOWN + 1:
        return list_text(words)
    return f"{', '.join(words[:_SHOWN])} en {len(words) - _SHOWN} andere"
