"""An amount is that of a decision with two digits turned, and a round one may well be another."""

from __future__ import annotations

import pytest

from rapportage.checks.decisions.turned_amounts import is_turned


@pytest.mark.parametrize(
    ("some", "others", "turned"),
    [
        ("352000", "325000", True),
        ("249685", "249865", True),
        ("650", "605", True),
        ("520000", "250000", False),
        ("325000", "325000", False),
        ("523000", "325000", False),
        ("352000", "35200", False),
        ("354000", "325000", False),
        ("12", "21", False),
    ],
)
def test_two_digits_beside_each_other_are_turned(some: str, others: str, turned: bool) -> None:
    assert is_turned(some, others) is turned
