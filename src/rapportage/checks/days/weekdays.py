"""Days of the week without their year: 'dinsdag 4 maart' is one in the year that is meant."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rapportage.checks.days.days_named import WEEKDAYS, days_without_year
from rapportage.checks.reading.texts import texts
from rapportage.checks.subjects import Report
from rapportage.dutch import MONTHS, list_text
from rapportage.errors import Finding

_YEAR = re.compile(r"(?<![\w/-])(?:19|20)[0-9]{2}(?![\w/-])")
_ANOTHER = re.compile(
    r"\b(?:vorig|volgend|afgelopen|komend|elk|ieder|geleden|toen|destijds|jubileum)\w*\b", re.I
)
"""What may make it another year than one that is near."""
_HALF_A_YEAR = timedelta(days=184)
_TEXTS_BEFORE = 3
"""A year that so many texts before name may still be meant."""


def of_no_year_near(report: Report) -> Iterator[Finding]:
    """Each 'dinsdag 4 maart' that was no Tuesday in any year that this report may mean."""
    gegevens = report.content.rapportage.gegevens.value
    first = report.content.rapportage.periode.first_day - _HALF_A_YEAR
    last = max(gegevens.raadsvergadering, report.content.rapportage.periode.last_day) + _HALF_A_YEAR
    for paper in report.papers.values():
        before: deque[str] = deque(maxlen=_TEXTS_BEFORE)
        for words, place in texts(paper):
            for written, weekday, day, month in days_without_year(words):
                named = _YEAR.findall(" ".join((*before, words)))
                if not _ANOTHER.search(words) and (told := _told(weekday, day, month, named, first, last)):
                    yield Finding(
                        f"'{written}' klopt niet: {told}", place, "kijk op de kalender, of zet het jaar erbij"
                    )
            before.append(words)


def _told(weekday: str, day: int, month: int, named: Sequence[str], first: date, last: date) -> str:
    """What day of the week it is in the years that may be meant; '' where it is this one in one of them."""
    near = {year: _date(year, month, day) for year in range(first.year, last.year + 1)}
    days = {one: year for year, one in near.items() if one and first <= one <= last}
    others = [_date(int(year), month, day) for year in named]
    if not days or any(WEEKDAYS[one.weekday()] == weekday for one in (*days, *others) if one):
        return ""
    each = [
        f"in {year} is {day} {MONTHS[month - 1]} een {WEEKDAYS[one.weekday()]}" for one, year in days.items()
    ]
    return list_text(each)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
