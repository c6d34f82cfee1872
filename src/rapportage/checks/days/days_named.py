"""Find days in texts that are on no calendar, or were another day of the week."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from rapportage.checks.reading.day_spans import turned
from rapportage.checks.reading.texts import each_text, most_numbers
from rapportage.dutch import MONTHS, date_text
from rapportage.errors import Finding, Place

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SHORT_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_ANY_WEEKDAY = (
    rf"{'|'.join(WEEKDAYS)}|(?:{'|'.join(_SHORT_WEEKDAYS)})\."
    rf"|(?:(?<=\A)|(?<=[(/])|(?<=\bop )|(?<=[0-9], ))(?:{'|'.join(_SHORT_WEEKDAYS)})\b"
)
"""In short without a point only where a day begins: 'hbo en wo 1 oktober' and 'zo, 1 juli' name none."""
_WEEKDAY = rf"(?:\b(?P<weekday>{_ANY_WEEKDAY}),?\s+(?:de\s+)?)?(?<![\w.,/:-])"
_BEHIND = rf"(?:\s*\((?P<behind>{'|'.join(WEEKDAYS)})\))?"
_MONTH = rf"{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT)}|sept)\b\.?"
_IN_WORDS = re.compile(
    rf"{_WEEKDAY}(?P<written>(?P<day>[0-9]{{1,2}})(?:e|ste|de)?\s+(?P<month>{_MONTH})"
    rf"(?:\s+(?P<year>[12][0-9]{{3}}))?)(?!\w){_BEHIND}",
    re.I,
)
_IN_DIGITS = re.compile(
    rf"{_WEEKDAY}(?P<written>(?P<day>[0-9]{{1,2}})(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)"
    rf"(?P<year>[12][0-9]{{3}}|(?<=-)[0-9]{{2}}))(?![\w/-]|[.,][0-9]){_BEHIND}",
    re.I,
)
_ISO = re.compile(
    rf"{_WEEKDAY}(?P<written>(?P<year>[12][0-9]{{3}})-(?P<month>[0-2][0-9]|3[01])-(?P<day>[0-3][0-9]))"
    rf"(?![\w/-]){_BEHIND}",
    re.I,
)
_AT = r"(?:\b(?:om|tot|vanaf|van|rond|voor|na) (?:[0-9.:]+ (?:uur )?(?:tot|en) )?)"
_OF_YEAR = r"(?= (?:van )?[12][0-9]{3}\b)"
_NEVER = re.compile(
    r"\b(?:in|vanaf|van|t/m|tot|tot en met|en) (?P<week>week (?:5[4-9]|[6-9][0-9]))"
    r"(?=[.,;:)]|\Z| (?:van|en|t/m|tot) | [12][0-9]{3}\b)"
    rf"|{_AT}(?P<hour>(?:(?:2[5-9]|[3-9][0-9])[.:][0-5][0-9]|24[.:](?!00)[0-9]{{2}}"
    r"|[0-9]{1,2}[.:][6-9][0-9]) uur)"
    rf"|\b(?P<part>(?:(?:derde|vierde|3e|4e) half\s?jaar|(?:vijfde|zesde|[5-9]e) kwartaal){_OF_YEAR}"
    r"|Q[5-9] (?:van )?[12][0-9]{3}\b|[12][0-9]{3}-(?:Q[5-9]|H[3-9]|T[4-9])\b)",
    re.I,
)
"""A week, an hour or a part of a year that there never was, where nothing else is counted in them."""
_TIMED = re.compile(r"week|uur|half\s?jaar|kwartaal|\bQ[5-9]|-[QHT][3-9]", re.I)
"""What stands in each of these."""
_ON = re.compile(r"\b(?:op|per|tot|vanaf|van|sinds|voor|na|en|t/m|(?:d\.?d\.?|datum):?)\s+\Z", re.I)
"""What stands before a day, and not before the number of a letter or a case."""
_FORMS = _IN_WORDS, _IN_DIGITS, _ISO
_IN_ANY = re.compile(rf"[0-9](?:e|ste|de)?\s+(?:maart|{'|'.join(_SHORT)})|[0-9][-/.][0-9]", re.I)
"""What stands in every day that is named, and in few texts."""
_LEAP_YEAR = 2024
_NEAR = 12
_LAST = 39
"""Beyond this, a number before a month is no day that was typed wrong: 'Raadsbrief 45 september 2024'."""


@each_text
def impossible(words: str, place: Place) -> Iterator[Finding]:
    """Each day that does not exist, and each day of the week that is not that day's."""
    for never in _NEVER.finditer(words) if most_numbers(words) and _TIMED.search(words) else ():
        hint = "kijk op de klok" if never["hour"] else "kijk op de kalender"
        yield Finding(f"'{never[never.lastgroup or 0]}' bestaat niet", place, hint)
    for span in turned(words):
        yield Finding(f"'{span}' eindigt voor het begint", place, "kijk de dagen na")
    for form in _FORMS if _IN_ANY.search(words) else ():
        for found in form.finditer(words):
            if message := _wrong(found):
                yield Finding(message, place, _turned(found) or "kijk op de kalender")


def _wrong(found: re.Match[str]) -> str | None:
    """What is wrong with a day; without a year only whether its month has so many."""
    day, month = int(found["day"]), _month_number(found["month"])
    year = int(found["year"] or 0)
    is_number = not _ON.search(found.string, max(0, found.start() - _NEAR), found.start())
    if 0 < year < 100:
        if is_number and not _weekday(found):
            return None
        year += 2000
    if found.re is _ISO and (month > len(MONTHS) or day == 0 or month == 0):
        return None if is_number else f"de dag {found['written']} bestaat niet"
    if found.re is _IN_DIGITS and _turned(found):
        return (
            None
            if is_number and found[0] != found.string.strip()
            else f"de dag {found['written']} bestaat niet"
        )
    if not (1 <= day <= _LAST and 1 <= month <= len(MONTHS)):
        return None
    if day > monthrange(year or _LEAP_YEAR, month)[1]:
        return f"de dag {' '.join(found['written'].split())} bestaat niet"
    meant = date(year, month, day) if year else None
    weekday = _weekday(found)
    if meant is None or weekday in ("", WEEKDAYS[meant.weekday()]):
        return None
    return f"{date_text(meant)} is geen {weekday}, maar een {WEEKDAYS[meant.weekday()]}"


def _turned(found: re.Match[str]) -> str:
    """The remedy for a day in digits whose month stands first, as in American; '' where none does."""
    month, day, year = found["day"], found["month"], found["year"] or ""
    if found.re is not _IN_DIGITS or len(year) < len("2024") or not 1 <= int(month) <= len(MONTHS) < int(day):
        return ""
    if int(day) > monthrange(int(year), int(month))[1]:
        return ""
    return f"schrijf {date_text(date(int(year), int(month), int(day)))}: de dag komt voor de maand"


def days_without_year(words: str) -> Iterator[tuple[str, str, int, int]]:
    """Each day with its day of the week and without a year, as written: with weekday, day and month."""
    for found in _IN_WORDS.finditer(words) if _DAY_OF_WEEK.search(words) else ():
        if (weekday := _weekday(found)) and not found["year"]:
            yield " ".join(found[0].split()), weekday, int(found["day"]), _month_number(found["month"])


_DAY_OF_WEEK = re.compile("|".join(WEEKDAYS), re.I)


def _weekday(found: re.Match[str]) -> str:
    """The day of the week that is written, in full; '' where there is none."""
    bare = (found["weekday"] or found["behind"] or "").lower().rstrip(".")
    return WEEKDAYS[_SHORT_WEEKDAYS.index(bare)] if bare in _SHORT_WEEKDAYS else bare


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    bare = word.lower().rstrip(".")
    return MONTHS.index(bare) + 1 if bare in MONTHS else _SHORT.index(bare[:3]) + 1
