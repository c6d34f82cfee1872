"""Which clauses of two papers say the same thing, and whether they give it one number."""

from __future__ import annotations

import pytest

from rapportage.checks.between.told_apart import told_in
from rapportage.periode import parse_periode

NOW = parse_periode("2025-H1")


def apart(one: str, other: str) -> bool:
    """Whether two sentences say the same, with numbers that cannot both be right."""
    (said,), (told,) = told_in(one, NOW), told_in(other, NOW)
    return (said.kind, said.words, said.when) == (told.kind, told.words, told.when) and not said.may_be(told)


EXPECTED = "Voor heel 2025 verwachten wij een tekort van € 500.000."


@pytest.mark.parametrize(
    "other",
    [
        "Wij verwachten over heel 2025 een tekort van € 700.000 (1B.2).",
        "Wij verwachten over heel 2025 een overschot van € 500.000.",
    ],
)
def test_what_is_expected_of_one_time_is_one_amount(other: str) -> None:
    assert apart(EXPECTED, other)


@pytest.mark.parametrize(
    "other",
    [
        "Wij verwachten over heel 2025 een tekort van € 0,5 miljoen.",
        "Wij verwachten over heel 2026 een tekort van € 700.000.",
        "In 2025 is er een tekort van € 700.000.",
        "Wij verwachten over heel 2025 in de jeugdhulp een tekort van € 700.000.",
        "Wij verwachten over heel 2025 een tekort van ruim € 450.000.",
    ],
)
def test_what_is_of_another_time_or_thing_is_no_other_amount(other: str) -> None:
    assert not apart(EXPECTED, other)
