"""Numbers that stand in a description by themselves, and whether one is what a figure has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.dutch import MONTHS
from rapportage.named_periods import placed_periods

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NUMBER = re.compile(rf"(?<![\w.,/'’-]){AMOUNT}(?![\w/-])")
_DAY = re.compile(
    rf"\b[0-9]{{1,2}}\s(?:{'|'.join(MONTHS)})\b|[0-9]{{1,2}}[-/][0-9]{{1,2}}[-/][0-9]{{4}}", re.I
)
_SMALL = 12
"""Up to so many, a number counts bars, series or months rather than what they show."""


def loose_numbers(typed: str, *, small: bool = False) -> Iterator[str]:
    """The numbers in a text that are no part of a period, a day or a year; mere counts only with `small`."""
    text = typed
    for start, end, _ in reversed(placed_periods(typed)):
        text = text[:start] + " " * (end - start) + text[end:]
    for found in _NUMBER.finditer(_DAY.sub(" ", text)):
        value = number_of(found[0])
        bare = re.fullmatch(r"[0-9]+", found[0])
        if value is None or YEAR.fullmatch(found[0]) or (bare and value <= _SMALL and not small):
            continue
        yield found[0]


def is_near(said: Decimal, value: Decimal) -> bool:
    """Whether a number may be what is said, rounded up or down as that is."""
    exponent = int(said.normalize().as_tuple().exponent)
    step = Decimal(1).scaleb(exponent)
    return said == value or abs(said - value) < (
        min(step, max(Decimal(1), abs(said) / 10)) if exponent > 0 else step
    )
