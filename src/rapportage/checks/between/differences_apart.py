"""Find a difference that a text tells, where another text has both numbers that it is of.

'81 klachten, zes meer dan in het eerste halfjaar' and '81 klachten, tegen 74 in het eerste halfjaar' are of
the same number, of the same thing, and since the same time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.said_differences import COUNTED, days_of, differences_said, right_difference
from rapportage.checks.reading.texts import line_of, texts
from rapportage.checks.subjects import Report
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding, Place
from rapportage.periode import Periode

_AGAINST = re.compile(
    rf"{COUNTED},?\stegen\s(?:nog\s)?(?P<other>{AMOUNT})(?:\s(?P=noun))?\s(?P<time>[^.,;:()]{{3,60}})", re.I
)
"""'81 klachten binnen, tegen 74 in het eerste halfjaar'."""


@dataclass(frozen=True, slots=True)
class _Since:
    """A number with what it counts, and the first and last day of the time that it is set beside."""

    number: Decimal
    noun: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Pair:
    """What a text says that it was then."""

    words: str
    before: Decimal
    place: Place


def otherwise_apart(report: Report) -> Iterator[Finding]:
    """Each difference that is not the one between two numbers that another text has."""
    every = [one for paper in report.papers.values() for one in texts(paper)]
    yield from apart_in(every, report.content.rapportage.periode)


def apart_in(every: Sequence[tuple[str, Place]], now: Periode) -> Iterator[Finding]:
    """The same in these texts of a report on that period."""
    sentences = [(one, place) for words, place in every for one in BETWEEN_SENTENCES.split(words)]
    pairs: dict[_Since, list[_Pair]] = {}
    for words, place in sentences:
        for found in _AGAINST.finditer(words) if " tegen " in words else ():
            since, before = _since(found, now), number_of(found["other"])
            if since and before is not None:
                pairs.setdefault(since, []).append(_Pair(found[0].strip(), before, place))
    for words, place in sentences if pairs else ():
        for found in differences_said(words):
            since = _since(found, now)
            known = pairs.get(since, []) if since else []
            if since is None or len({one.before for one in known}) != 1 or known[0].place == place:
                continue
            if right := right_difference(found, since.number, known[0].before):
                there = f"elders staat '{known[0].words}' ({line_of(known[0].place)})"
                said = f"{found['said']} {found['more']}"
                way_out = "kijk na welke van de twee klopt"
                yield Finding(f"hier staat '{said}', en {there}: {right}", place, way_out)


def _since(found: re.Match[str], now: Periode) -> _Since | None:
    """Of what a number is, and since when; None where its words name no one time."""
    number, when = number_of(found["one"]), days_of(found["time"], now)
    if number is None or when is None or found["one"].endswith("%"):
        return None
    return _Since(number, found["noun"].casefold(), *when)
