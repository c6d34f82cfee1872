"""What is told of numbers of series, and when one is what was measured."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.checks.reading.named_series import NamedSeries
from rapportage.dutch import rounded
from rapportage.earlier_times import OTHER_TIME as _EARLIER
from rapportage.named_periods import NamedPeriod, placed_periods, without_periods
from rapportage.periode import Periode

ALL_YEAR = re.compile(r"\b(?:in|over)\s+(?:heel\s+)?(?P<year>(?:19|20)[0-9]{2})(?![\w/-])", re.I)
OTHER_TIME = re.compile(rf"\b(?:{_EARLIER}|in\s+(?:19|20)[0-9]{{2}})\b", re.I)
ROOM = re.compile(r"\b(?:ruim|bijna|circa|ongeveer)\b", re.I)
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")
"""Farther from the number of a series than these times it, a number is of something else."""
FEWEST_DIGITS = 2
Said = tuple[str, str]
"""What is wrong, and the way out."""
RIGHT: Said = ("", "")
"""What is said of what is right, or may be."""


def bare_of(clause: str) -> str:
    """A clause without the names of periods in it, and what judges a number or says only that it came."""
    return _JUDGES.sub(" ", without_periods(clause))


_JUDGES = re.compile(
    r"\b(?:nog\s)?(?:steeds\s|altijd\s)?te\s(?:lang|hoog|laag|kort|groot|klein|veel|weinig)\b|\bbinnen\s*\Z",
    re.I,
)


def time_in(words: str, one: NamedSeries, near: Periode) -> Periode | None:
    """The one period of the series' kind that words name."""
    found = placed_periods(words)
    return periode_of(found[0][2], one, near) if len(found) == 1 else None


def periode_of(named: NamedPeriod, one: NamedSeries, near: Periode) -> Periode | None:
    """The period of the series' kind that this is, the last one where its year is not said."""
    first, last = named.near(near)
    periode = Periode.of_days(first, last, one.now.kind)
    if periode is None and named.form in ("month", "day", "stand"):
        return next((known for known in one.known if known.last_day == last), None)
    if periode is not None and not named.dated and periode.last_day > one.now.last_day:
        return Periode(periode.year - 1, periode.number, periode.kind)
    return periode


def is_other(value: Decimal, measured: Decimal, clause: str) -> bool:
    """Whether a number of the same size is not the one that was measured."""
    if measured <= 0 or says(value, measured) or not _LEAST <= value / measured <= _MOST:
        return False
    return not ROOM.search(clause) or abs(value - measured) > measured / 10


def says(value: Decimal, measured: Decimal) -> bool:
    """Whether a number is what was measured, rounded as it is written: '1.300' is of 1.348."""
    if is_measured(value, measured):
        return True
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0 < zeros <= len(digits) - FEWEST_DIGITS and abs(value - measured) <= Decimal(10) ** zeros / 2


def is_measured(value: Decimal, measured: Decimal) -> bool:
    """Whether a number is what was measured, rounded to its last digit."""
    return rounded(measured, max(0, -int(value.as_tuple().exponent))) == value


def told_of(written: str, one: NamedSeries, periode: Periode, whole: Decimal | None = None) -> Said:
    """What is said of a number of another period than the series had it; `whole` is that of all of a year."""
    right = one.text(one.known[periode] if whole is None else whole)
    of_then = "" if periode == one.now else f', "{periode}"'
    filled = f'{{{{ waarde("{one.indicator.id}"{of_then}) }}}}'
    return (
        f"hier staat {written} bij '{one.indicator.naam}', en in {periode} was het {right}",
        f"schrijf {filled if whole is None else right}, of zeg waarvan het getal is",
    )


def is_misspelt(value: Decimal, now: Decimal) -> bool:
    """Whether a number has the digits of the one of now, two beside each other changed about: 417 for 471."""
    written, right = (f"{one.normalize():f}" for one in (value, now))
    apart = [at for at, both in enumerate(zip(written, right, strict=False)) if both[0] != both[1]]
    return (
        len(written) == len(right)
        and len(right.replace(".", "").rstrip("0")) > FEWEST_DIGITS
        and len(apart) == len((written, right))
        and apart[1] == apart[0] + 1
        and sorted(written) == sorted(right)
    )
