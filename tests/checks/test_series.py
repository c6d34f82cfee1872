"""A number and the words that say what it is over belong to one period."""

from __future__ import annotations

import pytest

from rapportage.checks.series.series import outside
from rapportage.periode import parse_periode


@pytest.mark.parametrize(
    ("periode", "over"),
    [
        ("2024-H2", "het eerste halfjaar van 2024"),
        ("2024-H2", "het eerste halfjaar"),
        ("2024-H1", "het vierde kwartaal van 2024"),
        ("2024-Q3", "Q2 2024"),
        ("2024-H1", "2023-H2"),
    ],
)
def test_another_period_is_told(periode: str, over: str) -> None:
    assert outside(over, parse_periode(periode))


@pytest.mark.parametrize(
    ("periode", "over"),
    [
        ("2024-H1", "het eerste halfjaar van 2024"),
        ("2024-H1", "het tweede kwartaal"),
        ("2024-H2", "alles sinds het eerste halfjaar van 2021"),
        ("2024-H2", "het eerste en het tweede halfjaar van 2024"),
        ("2024-H2", "het eerste halfjaar en het tweede halfjaar van 2024"),
        ("2024", "het vierde kwartaal van 2024"),
        ("2021-H2", "eind mei tot en met december 2021"),
        ("2020", "2014 tot en met 2020"),
    ],
)
def test_its_own_period_and_a_course_of_time_are_right(periode: str, over: str) -> None:
    assert not outside(over, parse_periode(periode))
