"""The days of the next report: those of this one moved on, to days on which somebody can meet."""

from __future__ import annotations

from datetime import date

import pytest

from rapportage.periode import parse_periode
from rapportage.turning.dates import _same_weekday


@pytest.mark.parametrize(
    ("before", "earlier", "now", "expected"),
    [
        (date(2024, 9, 16), "2024-H1", "2024-H2", date(2025, 3, 17)),
        (date(2025, 9, 24), "2025-Q2", "2025-Q3", date(2026, 1, 7)),  # not on the eve of Christmas
        (date(2025, 10, 2), "2025-Q2", "2025-Q3", date(2026, 1, 8)),  # nor on New Year's Day
        (date(2024, 12, 24), "2024-Q3", "2025-Q3", date(2025, 12, 23)),  # who met on it may again
    ],
)
def test_a_meeting_moves_on_to_its_weekday_on_which_it_can_be(
    before: date, earlier: str, now: str, expected: date
) -> None:
    day = _same_weekday(before, parse_periode(earlier), parse_periode(now), not_before=date(2024, 1, 1))
    assert (day, day.weekday()) == (expected, before.weekday())
