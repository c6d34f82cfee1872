"""The words that all rules on drawings read alike: clauses, counts, states, other times and slips."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.checks.tables.table_slips import are_swapped
from rapportage.dutch import MONTHS
from rapportage.earlier_times import OTHER_TIME
from rapportage.named_periods import placed_periods
from rapportage.number_words import number_of_word
from rapportage.periode import Periode

CLAUSE = re.compile(r"[.,;:!?()](?=\s|\Z)|\s(?:en|maar|terwijl)\s")
COUNT = (
    r"(?:[0-9]{1,2}|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|vijftien)"
)
"""A count of rows, as `count_of` reads it."""
OF_ALL = re.compile(rf"\bvan\s(?:de|deze|die|alle)\s(?P<count>{COUNT})\b", re.I)
STATES = {
    "afgerond": r"(?:afgerond|klaar|voorbij)",
    "op schema": r"(?:op\s(?:schema|koers)|onder\scontrole)",
    "loopt achter": r"achter",
    "niet begonnen": r"(?:nog\s)?niet\s(?:begonnen|gestart)",
}
"""What is said of more than one row in each state that rows of a table can have."""
GOAL = re.compile(r"\b(?:doel|streven|norm|moet|moeten)\b", re.I)
"""What says of which number it is the one to reach."""
NOT_NOW = re.compile(rf"\b(?:{OTHER_TIME}|als|zodra|wanneer|verwacht\w*|straks|ruim|bijna)\b", re.I)
"""What makes a state, or what was reached, that of another time or of nobody yet."""
_EARLIER = re.compile(rf"\b(?:{OTHER_TIME})\b", re.I)
_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9.,]?[0-9])")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.I)


def count_of(words: str) -> int | None:
    """The number that a COUNT is."""
    return int(words) if words.isdecimal() else number_of_word(words)


def of_others(text: str, rows: int) -> bool:
    """Whether a text counts out of another number than there are rows: 'van de drie wijkteams'."""
    return any(count_of(found["count"]) != rows for found in OF_ALL.finditer(text))


def is_of_other_time(words: str, periode: Periode) -> bool:
    """Whether a sentence names an earlier time, or a year, a month or a period outside that of the report."""
    if _EARLIER.search(words) or any(int(one[0]) != periode.year for one in _YEAR.finditer(words)):
        return True
    months = {MONTHS.index(one[0].lower()) + 1 for one in _MONTH.finditer(words)}
    if months - set(range(periode.first_day.month, periode.last_day.month + 1)):
        return True
    spans = [named.near(periode) for _, _, named in placed_periods(words)]
    return not all(periode.first_day <= first and last <= periode.last_day for first, last in spans)


def is_slip(said: Decimal, own: Decimal) -> bool:
    """Whether a number of two digits or more has two swapped, or one that is another."""
    one, other = _digits(said), _digits(own)
    if len(one) != len(other) or len(one) < 2:
        return False
    return are_swapped(said, own) or sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _digits(value: Decimal) -> str:
    return format(value.normalize(), "f").replace(".", "").lstrip("0")
