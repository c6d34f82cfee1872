"""The days on which no council meets: weekends, and holidays by law.

The holidays are those of article 3 of the Algemene termijnenwet, which puts Good Friday beside them.
"""

from __future__ import annotations

from datetime import date, timedelta

_FIXED = {(1, 1): "Nieuwjaarsdag", (5, 5): "Bevrijdingsdag", (12, 25): "Kerstmis", (12, 26): "Kerstmis"}
_FROM_EASTER = {
    -2: "Goede Vrijdag",
    0: "Pasen",
    1: "tweede paasdag",
    39: "Hemelvaartsdag",
    49: "Pinksteren",
    50: "tweede pinksterdag",
}
_SATURDAY, _SUNDAY = 5, 6


def day_off(day: date) -> str | None:
    """What day it is, in a word, where no council meets on it; None for a working day."""
    holiday = _FIXED.get((day.month, day.day)) or _FROM_EASTER.get((day - easter(day.year)).days)
    if holiday is None and day == _kings_day(day.year):
        holiday = "Koningsdag"
    weekend = {_SATURDAY: "een zaterdag", _SUNDAY: "een zondag"}.get(day.weekday())
    return holiday or weekend


def working_days_before(day: date, count: int) -> date:
    """The day that so many working days lie before."""
    while count:
        day -= timedelta(days=1)
        count -= not day_off(day)
    return day


def working_days(first: date, last: date) -> int:
    """How many working days there are after the first day, up to and including the last."""
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(not day_off(day) for day in days)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the rule that Butcher's Ecclesiastical Calendar gives."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _kings_day(year: int) -> date:
    """27 April, for the queen 30 April until 2013; the day before where that is a Sunday."""
    day = date(year, 4, 27 if year > 2013 else 30)
    return day - timedelta(days=1) if day.weekday() == _SUNDAY else day
