"""What a description says of one turn of a chart: when it was highest, and to which number it went on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.days.meetings_named import named_days
from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.loose_numbers import is_near
from rapportage.checks.reading.named_series import first_letters, words_of
from rapportage.checks.series.shown_series import OTHER_SUBJECT, Shown, together
from rapportage.content.fields import moment_days
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.movement import UP, ways_said
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode

_HIGHEST = re.compile(
    rf"(?P<number>{AMOUNT})(?:\s[^\W\d_]+)?\s(?P<what>(?:het|de)\s(?:hoogste?|laagste?|meeste?|minste?))"
    r"\s(?=(?:in|op|van)\s)"
)
_ROOM = 40
"""So far behind it, a period is named."""
_CLAUSE = re.compile(r"[,;:.!?](?=\s|\Z)|\s(?:en|maar|terwijl)\s")
_ON_TO = re.compile(rf"\b(?:dan|daarna|vervolgens)(?:\sweer)?\s(?:naar|tot)\s(?P<number>{AMOUNT})(?![\w%/-])")
_SHARE = re.compile(rf"(?<!met )(?P<share>[0-9]{{1,3}}(?:,[0-9])?%) \((?P<number>{AMOUNT})\)")
_NOT_MEASURED = re.compile(r"\b(?:moet\w*|wil|willen|zou|zouden|kan|niet|geen|als)\b", re.I)


def other_turn(alt: str, series: Sequence[Shown]) -> str:
    """A moment or a number of a turn that no series of the chart has so; '' where there is none."""
    return _other_moment(alt, series) or _other_step(alt, series)


def _other_moment(alt: str, series: Sequence[Shown]) -> str:
    """'979 het hoogst op 30 juni 2024' of a number that the series had half a year later."""
    for found in _HIGHEST.finditer(alt):
        named = list(_times_in(_CLAUSE.split(alt[found.end() :][:_ROOM])[0]))
        said = number_of(found["number"])
        had = [] if said is None else [(one, at) for one in series for at in one.periods_of(said)]
        if len(named) != 1 or not had:
            continue
        words, begin, end = named[0]
        spans = [days for one, periode in had for days in _days_of(one, periode)]
        if not any(first <= end and begin <= last for first, last in spans):
            when = had[0][1].words("lang")
            return f"hier staat '{found['number']} {found['what']}' bij {words}, en dat was het {when}"
    return ""


def _times_in(text: str) -> Iterator[tuple[str, date, date]]:
    """The periods and days with their year in a text, each with its first and last day.

    On the first of a month, all is still as the one before ended.
    """
    for _, _, one in placed_periods(text):
        if one.dated:
            yield one.words, min(one.first, one.over), one.last
    for day in named_days(text):
        with suppress(ValueError):  # without a year it may be any; 31 february is told elsewhere
            at = date(day.year or 0, day.month, day.day)
            yield day.words, at - timedelta(days=at.day == 1), at


def _days_of(shown: Shown, periode: Periode) -> Iterator[tuple[date, date]]:
    """The days of a period, and those on which its number was measured."""
    yield periode.first_day, periode.last_day
    moments = (one.peildatum for one in shown.indicator.waarden if one.periode == periode)
    yield from (moment_days(str(one)) for one in moments if one)


def _other_step(alt: str, series: Sequence[Shown]) -> str:
    """'Daalt dan naar 10,2' of a chart that goes to 10,8 then, or that rises to it."""
    for sentence in BETWEEN_SENTENCES.split(alt):
        for clause in _CLAUSE.split(sentence) if not OTHER_SUBJECT.search(sentence) else ():
            found, ways = _ON_TO.search(clause), {one.way for one in ways_said(clause)}
            said = number_of(found["number"]) if found else None
            if not found or said is None or len(ways) != 1 or _NOT_MEASURED.search(clause):
                continue
            way, is_share = ways.pop(), "%" in found["number"]
            alike = [one for one in series if (one.indicator.eenheid == "%") == is_share]
            steps = [
                step for one in (*(one.values for one in alike), together(alike)) for step in pairwise(one)
            ]
            if steps and not any(is_near(said, b) and (b > a) == (way == UP) for a, b in steps):
                return f"hier staat '{clause.strip()}', en dat doet de grafiek nergens"
    return ""


def other_way_of_one(alt: str, series: Sequence[tuple[Shown, str]], *, of_shares: bool) -> str:
    """'Glas daalt' of a chart in which another series does; '' where there is none.

    Each series comes with the name that the chart has for it. Neither all the way nor in its last step did it
    go so; of its share only a chart `of_shares` tells.
    """
    whole = together([one for one, _ in series])
    alike = all(len(one.values) == len(whole) for one, _ in series)
    for clause in _CLAUSE.split(alt):
        letters, ways = first_letters(clause), {one.way for one in ways_said(clause)}
        named = [
            (one, name)
            for one, name in series
            if ((own := words_of(one.indicator, name)) and own <= letters)
            or (not own and re.search(rf"\b{re.escape(name)}\b", clause, re.I))
        ]
        is_share = _OF_SHARE.search(clause) is not None
        is_aside = OTHER_SUBJECT.search(_OF_SHARE.sub("", clause)) or _NOT_MEASURED.search(clause)
        if len(named) != 1 or len(ways) != 1 or is_aside or _OF_TIME.search(clause) or any(_times_in(clause)):
            continue
        (one, name), way = named[0], ways.pop()
        values: Sequence[Decimal] = one.values
        if is_share:
            values = [part / all_of_it for part, all_of_it in zip(values, whole, strict=False) if all_of_it]
        if len(values) < len(one.values) or (is_share and not (of_shares and alike)) or one.is_of_change:
            continue
        went = {_way(values[0], values[-1]), _way(*values[-2:])} if len(values) > 1 else {way}
        if way not in went and 0 not in went:
            did = "steeg" if way != UP else "daalde"
            return (
                f"hier staat '{clause.strip()}', en in de grafiek {did} {'dat aandeel' if is_share else name}"
            )
    return ""


def _way(first: Decimal, last: Decimal) -> int:
    return (last > first) - (last < first)


_OF_SHARE = re.compile(r"\b(?:\w*aandeel|aandelen)\b", re.I)
_OF_TIME = re.compile(
    r"\b(?:eerst|daarna|vervolgens|dan|sinds|vanaf|tussen|tot|eerder|eind|begin|halverwege|weer|nog)\b",
    re.I,
)
"""What tells of a part of the time that a chart shows."""


def other_share(alt: str, series: Sequence[Shown]) -> str:
    """'48% (198)' in a chart of shares in which 198 is 45%; '' where there is none."""
    all_of_it = together(series)
    for found in _SHARE.finditer(alt) if all(len(one.values) == len(all_of_it) for one in series) else ():
        said, number = number_of(found["share"]), number_of(found["number"])
        pairs = [pair for one in series for pair in zip(one.values, all_of_it, strict=True)]
        shares = [value / whole * 100 for value, whole in pairs if value == number and whole]
        if said is not None and shares and not any(is_near(said, one) for one in shares):
            return f"hier staat '{found[0]}', en in de grafiek is {found['number']} {shares[-1]:.0f}%"
    return ""
