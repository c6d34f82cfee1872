"""Spans of time that end before they begin: 'van 12 tot 4 maart', 'van juni 2025 tot mei 2025'.

So does what 'begint in januari 2026 en is in december 2025 klaar': a verb behind 'en' is of the same thing.
Two months without a year may be of two years, and are left alone.
"""

from __future__ import annotations

import re
from datetime import date

from rapportage.dutch import MONTHS

_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?"
_TO = rf"\s+(?:tot(?:\s+en\s+met)?|t/m|tot\s+uiterlijk)\s+{_WEEKDAY}"
_MONTH = "|".join(MONTHS)
_NUMBER = r"[0-9]{1,2}(?:e|ste|de)?"
_FROM = rf"\b(?:van|vanaf)\s+{_WEEKDAY}"
_IN_WORDS = re.compile(
    rf"{_FROM}(?P<day>{_NUMBER})(?:\s+(?P<month>{_MONTH})(?:\s+(?P<year>[12][0-9]{{3}}))?)?"
    rf"{_TO}(?P<last_day>{_NUMBER})\s+(?P<last_month>{_MONTH})(?:\s+(?P<last_year>[12][0-9]{{3}}))?(?![\w-])",
    re.I,
)
_IN_DIGITS = re.compile(
    rf"{_FROM}(?P<day>[0-9]{{1,2}})-(?P<month>[0-9]{{1,2}})-(?P<year>[12][0-9]{{3}})"
    rf"{_TO}(?P<last_day>[0-9]{{1,2}})-(?P<last_month>[0-9]{{1,2}})-(?P<last_year>[12][0-9]{{3}})(?![\w-])",
    re.I,
)
_DATED = rf"(?:(?P<{{0}}month>{_MONTH})\s+)?(?P<{{0}}year>(?:19|20)[0-9]{{{{2}}}})"
_OF_MONTHS = re.compile(
    rf"\b(?:van|vanaf|(?P<between>tussen)|(?P<of>periode|jaren))\s+{_DATED.format('')}"
    rf"\s*(?:\btot(?:\s+en\s+met)?\b|t/m|(?(between)\ben\b|(?(of)[-–]|(?!))))\s*{_DATED.format('last_')}"
    r"(?![\w-]|[.,][0-9])",
    re.I,
)
_BEGINS = r"(?:begin(?:t|nen)?|start(?:t|en)?|gaa[nt]|begon(?:nen)?|startten?|ging(?:en)?)"
_WHEN = r"(?:\s+(?:naar\s+verwachting|dan|pas|al))?\s+(?:in|op|per|eind|begin|medio|halverwege)"
_DAY = r"(?:\s+[0-9]{{1,2}})?\s+{0}"
_AND_IS_READY = re.compile(
    rf"\b{_BEGINS}{_WHEN}{_DAY.format(_DATED.format(''))}(?:\s+van\s+start)?,?\s+en\s+"
    rf"(?:is|zijn|wordt|worden|was|waren|moet|moeten|eindigt|eindigen|loopt|lopen|duurt|duren)"
    rf"(?:\s+(?:naar\s+verwachting|dan|pas|al|weer|tot))?(?:\s+(?:in|op|per|eind|begin|medio|halverwege|tot|voor))?"
    rf"{_DAY.format(_DATED.format('last_'))}(?![\w-])",
    re.I,
)
_NEARLY_A_YEAR, _A_YEAR = 310, 350
"""A span that would take so long, and no whole year, was hardly meant to begin in the year before."""


def turned(words: str) -> list[str]:
    """Each span of days in a text of which the last day comes before the first, as it is written."""
    found: list[re.Match[str]] = []
    if _LAST.search(words):
        found += (*_IN_WORDS.finditer(words), *_IN_DIGITS.finditer(words))
    found = [one for one in found if _ends_before(one)]
    if len(_YEAR.findall(words)) > 1:
        found += [
            one
            for form in (_OF_MONTHS, _AND_IS_READY)
            for one in form.finditer(words)
            if _is_before(one) and not any(_meet(one, other) for other in found)
        ]
    return [" ".join(one[0].split()) for one in found]


_LAST = re.compile(r"(?:tot|met|uiterlijk|t/m|dag)\s+[0-9]", re.I)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _is_before(found: re.Match[str]) -> bool:
    """Whether the last month or year comes before the first."""
    year, last_year = int(found["year"]), int(found["last_year"])
    if year == last_year and found["month"] and found["last_month"]:
        return _month(found["last_month"]) < _month(found["month"])
    return last_year < year


def _ends_before(found: re.Match[str]) -> bool:
    month, last_month = (_month(found[one] or found["last_month"]) for one in ("month", "last_month"))
    day, last_day = (int(re.sub(r"\D", "", found[one])) for one in ("day", "last_day"))
    year, last_year = found["year"], found["last_year"]
    if month == last_month and (not found["month"] or not year):
        return day > last_day
    if not last_year:
        return False
    try:
        first, last = date(int(year or last_year), month, day), date(int(last_year), last_month, last_day)
    except ValueError:
        return False  # a day on no calendar, which is told as such
    if year or last >= first:
        return last < first
    return _NEARLY_A_YEAR <= (last - first).days + 365 < _A_YEAR and 1 not in (day, last_day)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.index(word.lower()) + 1
