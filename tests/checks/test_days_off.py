"""The days on which no council meets."""

from __future__ import annotations

from datetime import date

import pytest

from rapportage.checks.reading.days_off import day_off, easter

EASTERS = "1991-03-31 2000-04-23 2008-03-23 2011-04-24 2019-04-21 2022-04-17 2024-03-31 2025-04-20 2038-04-25"


def test_easter_is_when_it_is() -> None:
    for day in EASTERS.split():
        assert str(easter(int(day[:4]))) == day


def test_easter_is_a_sunday_from_22_march_to_25_april() -> None:
    for year in range(1950, 2200):
        found = easter(year)
        assert found.weekday() == 6
        assert (3, 22) <= (found.month, found.day) <= (4, 25)


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2025-01-01", "Nieuwjaarsdag"),
        ("2025-04-18", "Goede Vrijdag"),
        ("2025-04-20", "Pasen"),
        ("2025-04-21", "tweede paasdag"),
        ("2025-04-26", "Koningsdag"),
        ("2025-04-27", "een zondag"),
        ("2026-04-27", "Koningsdag"),
        ("2013-04-30", "Koningsdag"),
        ("2025-05-05", "Bevrijdingsdag"),
        ("2025-05-29", "Hemelvaartsdag"),
        ("2025-06-08", "Pinksteren"),
        ("2025-06-09", "tweede pinksterdag"),
        ("2025-12-25", "Kerstmis"),
        ("2025-12-26", "Kerstmis"),
        ("2025-09-20", "een zaterdag"),
        ("2025-09-21", "een zondag"),
        ("2025-09-22", None),
        ("2025-05-04", "een zondag"),
        ("2026-05-04", None),
        ("2025-12-31", None),
    ],
)
def test_weekends_and_holidays_are_known(day: str, what: str | None) -> None:
    assert day_off(date.fromisoformat(day)) == what
