"""What an expression becomes: a number that knows where it comes from, or words; or why it is neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from rapportage.compose.numbers.lookalikes import Lookalikes
from rapportage.content.fields import NOT_KNOWN, STILL_OPEN
from rapportage.content.indicators import Indicator
from rapportage.dutch import quantity_text, rounded
from rapportage.periode import Periode


class ExpressionError(Exception):
    """The expression cannot be worked out; message and hint are Dutch.

    `known` says that the cause was told already: a series in a file that could not be read.
    """

    def __init__(self, message: str, hint: str | None = None, known: bool = False) -> None:
        self.message = message
        self.hint = hint
        self.known = known
        super().__init__(message)


class OpenValue(ExpressionError):
    """The expression asks for a number that must still come: a draft may do without it."""


class UnknownValue(ExpressionError):
    """The expression asks for a number that nobody knows: a draft says so, until a text is written for it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Which number of a series this is, in the report on which period (`now`).

    `counted` are the units of all series, each with the name of the first that counts it; `named` what the
    series are called, likewise.
    """

    indicator: Indicator
    periode: Periode
    now: Periode
    counted: Mapping[str, str]
    named: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """Between which two numbers of a series this is the difference."""

    indicator: Indicator
    now: Periode
    before: Periode

    @property
    def values(self) -> tuple[Decimal, Decimal]:
        """The number of before, and that of now."""
        known = self.indicator.measured
        return known[self.before], known[self.now]


@dataclass(frozen=True, slots=True)
class Share:
    """The numbers of series that were divided, and by which, or `by` what number of nothing in particular."""

    part: tuple[Measured, ...]
    whole: tuple[Measured, ...]
    by: Decimal | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the unit and decimals that it prints with.

    `change` is the difference with an earlier period that it tells of, signed also where the number is not;
    `scaled` says that it counts by as many as it was divided by. `measured` is where it comes from, if it is
    itself a number of a series; `difference` if it is one between two of them, or a part of such a one;
    `over_time` what was added up over periods though it is there all the time; `added` the numbers of
    series of which it is the sum, `share` those that were divided, and `each` what an amount is for one of.
    `exact` is what it was before it was rounded.
    """

    value: Decimal
    unit: str = ""
    decimals: int = 0
    change: Decimal | None = None
    scaled: bool = False
    measured: Measured | None = field(default=None, compare=False, repr=False)
    difference: Difference | None = field(default=None, compare=False, repr=False)
    over_time: Literal["", "stand", "%"] = field(default="", compare=False, repr=False)
    added: tuple[Measured, ...] = field(default=(), compare=False, repr=False)
    each: str = field(default="", compare=False, repr=False)
    share: Share | None = field(default=None, compare=False, repr=False)
    exact: Decimal | None = field(default=None, compare=False, repr=False)

    @property
    def way(self) -> int | None:
        """1 where it tells of more, -1 of less, 0 where no difference shows; None where it tells of none."""
        if self.change is None:
            return None
        seen = rounded(self.value, self.decimals) != 0
        return (self.change > 0) - (self.change < 0) if seen else 0

    def __str__(self) -> str:
        return quantity_text(self.value, self.unit, self.decimals)


@dataclass(frozen=True, slots=True)
class Worked:
    """What an expression became; `is_name` says that its words have a capital where a sentence begins.

    `series` are the names of the series that the expression reads, `lookalikes` those that are called like it
    where it reads one.
    """

    text: str
    quantity: Quantity | None = None
    is_name: bool = False
    series: tuple[str, ...] = ()
    lookalikes: Lookalikes | None = field(default=None, compare=False, repr=False)

    @property
    def is_told(self) -> bool:
        """Whether its words say something, rather than stand where a number must come or is not known."""
        return self.text not in ("", STILL_OPEN, NOT_KNOWN)

    def __str__(self) -> str:
        return self.text
