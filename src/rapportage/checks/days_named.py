"""Find days in texts that are on no calendar, or were another day of the week."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.dutch import MONTHS, date_text
from rapportage.errors import Finding

_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WEEKDAY = rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:de\s+)?)?(?<![\w.,/:-])"
_BEHIND = rf"(?:\s*\((?P<behind>{'|'.join(_WEEKDAYS)})\))?"
_MONTH = rf"{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT)}|sept)\b\.?"
_IN_WORDS = re.compile(
    rf"{_WEEKDAY}(?P<written>(?P<day>[0-9]{{1,2}})(?:e|ste|de)?\s+(?P<month>{_MONTH})"
    rf"(?:\s+(?P<year>[12][0-9]{{3}}))?)(?!\w){_BEHIND}",
    re.I,
)
_IN_DIGITS = re.compile(
    rf"{_WEEKDAY}(?P<written>(?P<day>[0-9]{{1,2}})(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)"
    rf"(?P<year>[12][0-9]{{3}}))(?![\w/-]|[.,][0-9]){_BEHIND}",
    re.I,
)
_ISO = re.compile(
    rf"{_WEEKDAY}(?P<written>(?P<year>[12][0-9]{{3}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}}))"
    rf"(?![\w/-]){_BEHIND}",
    re.I,
)
_LEAP_YEAR = 2024
_LAST = 39
"""Beyond this, a number before a month is no day that was typed wrong: 'Raadsbrief 45 september 2024'."""


def impossible(paper: Paper) -> Iterator[Finding]:
    """Each day that does not exist, and each day of the week that is not that day's."""
    for words, place in texts(paper):
        for form in (_IN_WORDS, _IN_DIGITS, _ISO):
            for found in form.finditer(words):
                if message := _wrong(found):
                    yield Finding(message, place, "kijk op de kalender")


def _wrong(found: re.Match[str]) -> str | None:
    """What is wrong with a day; without a year only whether its month has so many."""
    day, month = int(found["day"]), _month_number(found["month"])
    year = int(found["year"] or 0)
    weekday = (found["weekday"] or found["behind"] or "").lower()
    if not (1 <= day <= _LAST and 1 <= month <= len(MONTHS)):
        return None
    if day > monthrange(year or _LEAP_YEAR, month)[1]:
        return f"de dag {' '.join(found['written'].split())} bestaat niet"
    meant = date(year, month, day) if year else None
    if meant is None or weekday in ("", _WEEKDAYS[meant.weekday()]):
        return None
    return f"{date_text(meant)} is geen {weekday}, maar een {_WEEKDAYS[meant.weekday()]}"


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    bare = word.lower().rstrip(".")
    return MONTHS.index(bare) + 1 if bare in MONTHS else _SHORT.index(bare[:3]) + 1
