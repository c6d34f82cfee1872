"""The words that an expression may call, and what they give.

Each word works on names of indicators, on each other's results, and on plain numbers and texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from rapportage.compose.numbers import arithmetic
from rapportage.compose.numbers.lookalikes import Lookalikes, lookalikes
from rapportage.compose.numbers.quantities import (
    Difference,
    ExpressionError,
    Measured,
    OpenValue,
    Quantity,
    UnknownValue,
)
from rapportage.content.fields import NOT_KNOWN, moment_text
from rapportage.content.indicators import Indicator, Waarde
from rapportage.dutch import date_text
from rapportage.errors import nearest
from rapportage.periode import FORMS, Periode, PeriodeError, parse_periode

_FILL_IN = f"vul de waarde in, of schrijf {NOT_KNOWN} als zij niet bekend wordt"


@dataclass(frozen=True)
class Numbers:
    """What expressions may know: the series, the period reported on, and the period's days.

    With `incomplete`, a series that is missing may stand in a file that could not be read; a `draft` may do
    without a number that must still come.
    """

    indicators: Mapping[str, Indicator]
    periode: Periode
    days: Mapping[str, date]
    incomplete: bool = False
    draft: bool = False

    @cached_property
    def named(self) -> Mapping[str, str]:
        """What all series are called in small letters, each with the name of the first that is called so."""
        return {one.naam.casefold(): name for name, one in reversed(list(self.indicators.items()))}

    @cached_property
    def alike(self) -> Mapping[str, Lookalikes]:
        """The series that are called like others but for a name or a number, by id."""
        return lookalikes(self.indicators.values())

    @cached_property
    def counted(self) -> Mapping[str, str]:
        """The units of all series, each with the name of the first that counts it."""
        return {one.eenheid.casefold(): name for name, one in reversed(list(self.indicators.items()))}


@dataclass(frozen=True, slots=True)
class _Period:
    """A period by its name, or in the form that is asked for; `before` works out a series of that name."""

    periode: Periode
    before: Callable[[str], Quantity] | None = None

    def __call__(self, form: object = "", /) -> Quantity | str:
        if form == "":
            return str(self)
        if form in FORMS:
            return self.periode.words(str(form))
        if self.before is not None:
            return self.before(str(form))
        raise ExpressionError(
            f"'{form}' is geen vorm van een periode", nearest(str(form), FORMS, 'schrijf periode("lang")')
        )

    def __str__(self) -> str:
        return self.periode.name


PERIODS = ("periode", "vorige", "volgende", "jaar_eerder")
"""The words that name a period, also without brackets behind them."""
WORDS = (
    *("waarde", "vorige", "verschil", "afstand", "percentage", "verhouding", "som", "product", "afgerond"),
    *("datum", "peildatum", "over", "naam", "periode", "volgende", "jaar_eerder"),
)
"""What an expression may call."""


def vocabulary(numbers: Numbers) -> Mapping[str, Callable[..., Any]]:
    """What each of the WORDS gives with these numbers."""
    return _Vocabulary(numbers).words


class _Vocabulary:
    """The words, each a method by its Dutch name."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        periods = {
            "periode": _Period(numbers.periode),
            "vorige": _Period(numbers.periode.previous, self.vorige),
            "volgende": _Period(numbers.periode.next),
            "jaar_eerder": _Period(numbers.periode.year_before, self.jaar_eerder),
        }
        self.words: dict[str, Callable[..., Any]] = {
            word: periods.get(word) or getattr(self, word) for word in WORDS
        }

    def waarde(self, name: object, /, periode: str | int | None = None) -> Quantity:
        indicator, one = self._measured(name, periode)
        if one.number is None:
            known = ", ".join(map(str, indicator.measured)) or "geen enkele periode"
            kind = UnknownValue if self.numbers.draft else ExpressionError
            raise kind(
                f"de waarde van indicator '{name}' voor {one.periode} is niet bekend",
                f"schrijf dat zij niet bekend is, of in een cel {NOT_KNOWN}; er zijn waarden voor {known}",
            )
        every = self.numbers
        measured = Measured(indicator, one.periode, every.periode, every.counted, every.named)
        return Quantity(one.number, indicator.eenheid, indicator.decimalen, measured=measured)

    def vorige(self, name: str, /) -> Quantity:
        return self.waarde(name, str(self.numbers.periode.previous))

    def jaar_eerder(self, name: str, /) -> Quantity:
        return self.waarde(name, str(self.numbers.periode.year_before))

    def verschil(self, name: str, /) -> Quantity:
        now, before = self.waarde(name), self.vorige(name)
        # Two percentages differ by points: from 30% to 31,5% is 1,5 procentpunt, and 5% more.
        unit = "procentpunt" if now.unit == "%" else now.unit
        apart = now.value - before.value
        periode = self.numbers.periode
        between = Difference(self._indicator(name), periode, periode.previous)
        return Quantity(apart, unit, now.decimals, apart, difference=between)

    def afstand(self, name: str, /) -> Quantity:
        apart = self.verschil(name)
        return replace(apart, value=abs(apart.value))

    def percentage(self, part: object, whole: object, /, decimalen: int = 0) -> Quantity:
        return arithmetic.percentage(self._quantity(part), self._quantity(whole), decimalen)

    def verhouding(self, part: object, whole: object, /, decimalen: int | None = None) -> Quantity:
        return arithmetic.verhouding(self._quantity(part), self._quantity(whole), decimalen)

    def som(self, *terms: object) -> Quantity:
        return arithmetic.som([self._quantity(term) for term in terms])

    def product(self, *factors: object) -> Quantity:
        return arithmetic.product([self._quantity(factor) for factor in factors])

    def afgerond(self, number: object, op: object, /) -> Quantity:
        return arithmetic.afgerond(self._quantity(number), op)

    def datum(self, name: str, /) -> str:
        days = self.numbers.days
        if name not in days:
            raise ExpressionError(f"'{name}' is geen datum van dit stuk", nearest(str(name), days))
        return date_text(days[name])

    def peildatum(self, name: str, /, periode: str | int | None = None) -> str:
        _, one = self._measured(name, periode)
        if one.peildatum is None:
            flow = self._indicator(name).soort == "stroom"
            hint = (
                f'een stroom heeft er geen: schrijf {{{{ over("{name}") }}}}'
                if flow
                else "vul 'peildatum' in"
            )
            raise ExpressionError(f"indicator '{name}' heeft geen peildatum voor {one.periode}", hint)
        return moment_text(one.peildatum)

    def over(self, name: str, /, periode: str | int | None = None) -> str:
        _, one = self._measured(name, periode)
        if one.over is None:
            raise ExpressionError(
                f"indicator '{name}' zegt niet waarover {one.periode} gaat", "vul 'over' in"
            )
        return one.over

    def naam(self, name: str, /) -> str:
        return self._indicator(name).naam

    def _indicator(self, name: object) -> Indicator:
        if not isinstance(name, str):
            raise ExpressionError(
                "hier hoort de naam van een indicator", 'zet de naam tussen aanhalingstekens: "naam"'
            )
        indicator = self.numbers.indicators.get(name)
        if indicator is None:
            hint = nearest(name, self.numbers.indicators)
            raise ExpressionError(f"indicator '{name}' is onbekend", hint, known=self.numbers.incomplete)
        return indicator

    def _measured(self, name: object, chosen: str | int | None) -> tuple[Indicator, Waarde]:
        indicator = self._indicator(name)
        periode = self.numbers.periode
        if chosen is not None:
            try:
                periode = parse_periode(str(chosen))
            except PeriodeError as error:
                raise ExpressionError(error.message, error.hint) from None
        for one in indicator.waarden:
            if one.periode == periode:
                if one.is_open:
                    kind = OpenValue if self.numbers.draft else ExpressionError
                    raise kind(f"indicator '{name}' heeft voor {periode} nog een open waarde", _FILL_IN)
                return indicator, one
        known = ", ".join(str(one.periode) for one in indicator.waarden)
        raise ExpressionError(
            f"indicator '{name}' heeft geen waarde voor {periode}", f"er zijn waarden voor {known}"
        )

    def _quantity(self, term: object) -> Quantity:
        if isinstance(term, Quantity):
            return term
        if isinstance(term, int | float) and not isinstance(term, bool):
            number = Decimal(str(term))
            return Quantity(number, "", max(0, -int(number.as_tuple().exponent)))
        return self.waarde(term)
