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
    rf"\b(?:einde?(?:\s+van)?|ultimo|per|op)\s+(?:[0-9]{{1,2}}\s+)?(?P<month>{'|'.join(MONTHS)}){_BARE}", re.I
)
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_NOUNS: dict[str, PeriodKind] = {"kwartaal": "kwartaal", "halfjaar": "halfjaar"}
_PERIOD = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?P<noun>{'|'.join(_NOUNS)}){_BARE}(?!\s+op\s+rij)", re.I
)


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

    return _PERIOD.sub(of_period, _MOMENT.sub(of_month, text))
