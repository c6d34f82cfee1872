"""The days of a next report: as long after its period as last time, on the same days of the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rapportage.checks.reading.days_off import day_off
from rapportage.content.period import Gegevens
from rapportage.periode import Periode


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a report."""

    rapportagedatum: date
    collegevergadering: date
    raadsvergadering: date


def moved_days(gegevens: Gegevens, earlier: Periode, now: Periode) -> Days:
    """The days of the earlier report moved on, each to a working day and none before the one it follows."""
    report = _working_day(now.last_day + (gegevens.rapportagedatum - earlier.last_day))
    college = _same_weekday(gegevens.collegevergadering, earlier, now, not_before=report)
    council = _same_weekday(gegevens.raadsvergadering, earlier, now, not_before=college + timedelta(days=1))
    return Days(report, college, council)


def _working_day(day: date) -> date:
    while day_off(day):
        day += timedelta(days=1)
    return day


def _same_weekday(before: date, earlier: Periode, now: Periode, not_before: date) -> date:
    """The day of the week that it was, nearest to as long after the period, on which somebody can meet."""
    day = now.last_day + (before - earlier.last_day)
    day += timedelta(days=(before.weekday() - day.weekday() + 3) % 7 - 3)
    while day < not_before or (_no_meeting(day) and not _no_meeting(before)):
        day += timedelta(days=7)
    return day


def _no_meeting(day: date) -> bool:
    """Whether nobody meets on a day: one that is off, or of the week of Christmas, from its eve on."""
    return day_off(day) is not None or (day.month, day.day) >= (12, 24)
