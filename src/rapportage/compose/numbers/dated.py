"""Periods and moments that a report names without their year, which are the last ones before it ends."""

from __future__ import annotations

import re

from rapportage.dutch import MONTHS
from rapportage.periode import Periode, PeriodKind, exists

_BARE = (
    r"(?!\w|\s*(?:[12][0-9]{3}|['’][0-9]{2}|[-–—/+&]|,\s+[12][0-9]{3}"
    r"|\b(?:van|t/m|tot|en|vorige?|dit|dat)\b))"
)
"""No year, no other time and no more of a stretch follows."""
_MOMENT = re.compile(
    rf"\b(?:einde?(?:\s+van)?|ultimo|per|op|tot\s+en\s+met|t/m)\s+(?:[0-9]{{1,2}}\s+)?(?P<month>{'|'.join(MONTHS)}){_BARE}",
    re.I,
)
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_NOUNS: dict[str, PeriodKind] = {"kwartaal": "kwartaal", "halfjaar": "halfjaar"}
_COUNTS = {"drie": 3, "vier": 4, "zes": 6, "acht": 8, "negen": 9}
_PERIOD = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?P<noun>{'|'.join(_NOUNS)}){_BARE}(?!\s+op\s+rij)", re.I
)
_OF_YEAR = rf"(?:\s+(?:van|in)\s+(?:dit|het)\s+jaar)?{_BARE}"
_MONTHS_OF_YEAR = re.compile(
    rf"\b(?P<which>eerste|laatste)\s+(?P<count>drie|vier|zes|acht|negen|[34689])\s+maanden{_OF_YEAR}", re.I
)
_HALF = re.compile(rf"\b(?P<which>eerste|tweede)\s+helft\s+van\s+(?:dit|het)\s+jaar{_BARE}", re.I)


def with_years(text: str, now: Periode) -> str:
    """The text with the year behind what it names without one, as a report on that period means it."""

    def of_month(found: re.Match[str]) -> str:
        month = MONTHS.index(found["month"].lower()) + 1
        return f"{found[0]} {now.last_day.year - (month > now.last_day.month)}"

    def of_period(found: re.Match[str]) -> str:
        number, kind = _ORDINALS[found["ordinal"].lower()], _NOUNS[found["noun"].lower()]
        if not exists(number, kind):
            return found[0]
        year = now.year - (Periode(now.year, number, kind).last_day > now.last_day)
        return f"{found[0]} van {year}"

    def of_months(found: re.Match[str]) -> str:
        count = _COUNTS.get(found["count"].lower()) or int(found["count"])
        last = count if found["which"].lower() == "eerste" else len(MONTHS)
        year = now.last_day.year - (last > now.last_day.month)
        return f"{found['which']} {found['count']} maanden van {year}"

    def of_half(found: re.Match[str]) -> str:
        last = len(MONTHS) // 2 if found["which"].lower() == "eerste" else len(MONTHS)
        return f"{found['which']} helft van {now.last_day.year - (last > now.last_day.month)}"

    text = _HALF.sub(of_half, _MONTHS_OF_YEAR.sub(of_months, text))
    return _PERIOD.sub(of_period, _MOMENT.sub(of_month, text))
