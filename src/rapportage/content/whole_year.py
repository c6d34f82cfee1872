"""Which year words name, and whether numbers of a series fill it: 'heel 2024', 'in 2024' once it is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapportage.content.indicators import Indicator
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_NUMBER = r"(?:19|20)[0-9]{2}(?![\w/-])"
WHOLE = re.compile(
    rf"(?:\b(?:ge)?heel\s+(?P<heel>{_NUMBER})|\b(?:het|dit)\s+(?:ge)?(?:hele|volledige)\s+(?:kalender)?jaar\b"
    rf"(?:\s+(?P<jaar>{_NUMBER}))?|\b(?:het\s+)?kalenderjaar\s+(?P<kalender>{_NUMBER}))",
    re.I,
)
"""What can mean no less than a year."""
PLAIN = re.compile(rf"(?<![\w/-])(?P<plain>{_NUMBER})")
ALONE = re.compile(rf"(?:(?:in|over)\s+)?(?:{WHOLE.pattern}|(?P<plain>{_NUMBER}))", re.I)
"""A year as the only words of a head."""
_WITHIN = re.compile(rf"\b(?:in|over|gedurende)\s+(?:het\s+jaar\s+)?{PLAIN.pattern}", re.I)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A year that a text names, and whether its words can mean no part of it."""

    words: str
    periode: Periode
    is_whole: bool

    def is_over(self, now: Periode) -> bool:
        """Whether these words mean all of the year, in a report on this period."""
        return self.is_whole or self.periode.last_day <= now.last_day


def year_of(found: re.Match[str] | None, now: Periode) -> NamedYear | None:
    """The year of a match of one of these patterns; without its number that of the report."""
    if found is None:
        return None
    groups = found.groupdict()
    number = next((one for one in groups.values() if one), None)
    return NamedYear(found[0], Periode(int(number or now.year), 1, "jaar"), not groups.get("plain"))


def year_in(text: str, now: Periode) -> NamedYear | None:
    """The one year that a title or description is said to be of, if it names no part of a year."""
    found = [*WHOLE.finditer(text)] or [*_WITHIN.finditer(text)]
    years = {one.periode for each in found if (one := year_of(each, now))}
    return year_of(found[0], now) if len(years) == 1 and not named_periods(text) else None


def lacking(year: NamedYear, periods: Sequence[Periode]) -> list[Periode]:
    """The periods of the year that are not among these; none where they fill it, or are of another time."""
    own = [one for one in periods if one.year == year.periode.year]
    months = {month for one in own for month in range(one.first_day.month, one.last_day.month + 1)}
    if not months or len(months) == _MONTHS:
        return []
    return [one for one in year.periode.beside(periods[0].kind) if one.first_day.month not in months]


def is_flow(indicator: Indicator, periode: Periode, year: NamedYear) -> bool:
    """Whether its number counts what came in that period, and more came in the rest of the year."""
    if indicator.soort == "stand" or indicator.eenheid == "%":
        return False
    known = next(value for value in indicator.waarden if value.periode == periode)
    over = known.over or ""
    if str(year.periode) in over and not named_periods(over):
        return False  # it says itself to be of the year
    if over or indicator.soort == "stroom":
        return True
    others = (other for other in year.periode.beside(periode.kind) if other != periode)
    return not known.peildatum and (year.is_whole or any(other in indicator.measured for other in others))
