"""The words that an expression may call, and what they give.

Each word works on names of indicators, on each other's results, and on plain numbers and texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from rapportage.content.fields import MAX_DECIMALS, NOT_KNOWN, moment_text
from rapportage.content.indicators import Indicator, Waarde
from rapportage.dutch import date_text, number_text, quantity_text, rounded
from rapportage.errors import nearest
from rapportage.periode import FORMS, Periode, PeriodeError, parse_periode
from rapportage.units import by_thousands, scale_of

_FILL_IN = f"vul de waarde in, of schrijf {NOT_KNOWN} als zij niet bekend wordt"


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

    `series` are the names of the series that the expression reads.
    """

    text: str
    quantity: Quantity | None = None
    is_name: bool = False
    series: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


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
        one, other = self._quantity(part), self._quantity(whole)
        _on_one_scale("percentage", (one, other))
        ratio = _divided(one, other)
        return replace(ratio, value=ratio.value * 100, unit="%", decimals=_decimals(decimalen), scaled=False)

    def verhouding(self, part: object, whole: object, /, decimalen: int | None = None) -> Quantity:
        one, other = self._quantity(part), self._quantity(whole)
        units = one.unit, other.unit
        per_one = one.unit == "€" and bool(other.unit) and other.unit not in ("€", "%", "procentpunt")
        if per_one and by_thousands(other.unit):
            raise ExpressionError(
                f"een bedrag per '{other.unit}' leest als een bedrag per stuk",
                'deel door product van die reeks en 1000: {{ verhouding("a", product("b", 1000)) }}',
            )
        if "€" in units and one.unit != other.unit and other.unit and not per_one:
            raise ExpressionError(
                "een bedrag en iets anders zijn geen deel en geheel: " + _units((one, other)),
                'een bedrag per stuk is {{ verhouding("bedrag", "aantal") }}, met het bedrag voorop;'
                " een aandeel vraagt twee reeksen met dezelfde eenheid",
            )
        ratio = _divided(one, other)
        if per_one:
            ratio = replace(ratio, unit="€", each=other.unit)
        if decimalen is None:  # an amount has two decimals, or none
            whole_euros = ratio.unit == "€" and ratio.value == ratio.value.to_integral_value()
            return replace(ratio, decimals=0 if whole_euros else 2 if ratio.unit == "€" else 1)
        return replace(ratio, decimals=_decimals(decimalen))

    def som(self, *terms: object) -> Quantity:
        if not terms:
            raise ExpressionError("'som' telt niets op", 'schrijf {{ som("a", "b") }}')
        quantities = [self._quantity(term) for term in terms]
        _on_one_scale("som", quantities)
        total = sum((quantity.value for quantity in quantities), Decimal(0))
        unit = next((quantity.unit for quantity in quantities if quantity.unit), "")
        decimals = max(quantity.decimals for quantity in quantities)
        changes = [quantity.change for quantity in quantities if quantity.change is not None]
        change = sum(changes, Decimal(0)) if len(changes) == len(quantities) else None
        scaled = any(one.scaled for one in quantities)
        sources = [_sources(one) for one in quantities]
        added = tuple(one for each in sources for one in each) if all(sources) else ()
        over_time = _over_time(quantities)
        return Quantity(total, unit, decimals, change, scaled, over_time=over_time, added=added)

    def product(self, *factors: object) -> Quantity:
        if len(factors) < 2:
            raise ExpressionError("'product' vermenigvuldigt niets", 'schrijf {{ product("a", "b") }}')
        quantities = [self._quantity(factor) for factor in factors]
        units = [quantity.unit for quantity in quantities if quantity.unit in ("%", "€")]
        if "%" in units or len(units) > 1:
            raise ExpressionError(
                "'product' kan percentages niet vermenigvuldigen, en bedragen niet met elkaar",
                "vermenigvuldig een bedrag of een aantal met aantallen",
            )
        value = Decimal(1)
        for quantity in quantities:
            value *= quantity.value
        decimals = max(quantity.decimals for quantity in quantities)
        changes = [quantity.change for quantity in quantities if quantity.change is not None]
        others = [quantity.value for quantity in quantities if quantity.change is None]
        change = changes[0] if len(changes) == 1 and all(one > 0 for one in others) else None
        scaled = any(quantity.scaled for quantity in quantities)
        return Quantity(value, units[0] if units else "", decimals, change, scaled)

    def afgerond(self, number: object, op: object, /) -> Quantity:
        if not isinstance(op, int) or isinstance(op, bool) or op < 1:
            raise ExpressionError(
                "'afgerond' rondt af op een heel getal vanaf 1",
                'schrijf bijvoorbeeld {{ afgerond("a", 1000) }} voor duizendtallen',
            )
        quantity = self._quantity(number)
        near = rounded(quantity.value / op, 0) * op
        if quantity.value and not near:
            raise ExpressionError(
                f"afgerond op {number_text(Decimal(op))} wordt {quantity} nul",
                "rond af op een kleiner getal",
            )
        return replace(quantity, value=near, decimals=0, exact=quantity.value)

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


def _over_time(quantities: Sequence[Quantity]) -> Literal["", "stand", "%"]:
    """What of one series is added up over periods that cannot be; raises where a number is there twice."""
    measured = [one.measured for one in quantities if one.measured]
    counts = Counter((one.indicator.id, one.periode) for one in measured)
    name, count = next(((key[0], count) for key, count in counts.items() if count > 1), ("", 0))
    if count:
        raise ExpressionError(
            f"'som' telt dezelfde waarde van '{name}' {count} keer",
            f'noem elke reeks één keer, of schrijf {{{{ product("{name}", {count}) }}}}',
        )
    times = Counter(one.indicator.id for one in measured)
    several = [one.indicator for one in measured if times[one.indicator.id] > 1]
    if any(one.soort == "stand" for one in several):
        return "stand"
    return "%" if any(one.eenheid == "%" for one in several) else ""


def _sources(quantity: Quantity) -> tuple[Measured, ...]:
    """The numbers of series that it is, or is the sum of."""
    return (quantity.measured,) if quantity.measured else quantity.added


def _on_one_scale(word: str, quantities: Sequence[Quantity]) -> None:
    """Refuse numbers that measure different things; a plain number goes with any, but not with money."""
    scales = {"%" if one.unit == "procentpunt" else scale_of(one.unit) for one in quantities if one.unit}
    plain_too = word == "som" and scales & {"%", "€"} and not all(one.unit for one in quantities)
    if len(scales) > 1 or plain_too:
        message = {
            "som": "'som' telt verschillende eenheden op: ",
            "percentage": "wat niet in één eenheid gemeten is, is geen deel en geheel: ",
        }[word]
        way_out = {
            "som": "tel alleen op wat in dezelfde eenheid gemeten is",
            "percentage": "neem twee reeksen met dezelfde eenheid",
        }[word]
        raise ExpressionError(message + _units(quantities), way_out)


def _units(quantities: Sequence[Quantity]) -> str:
    return ", ".join(sorted({one.unit or "een getal zonder eenheid" for one in quantities}))


def _divided(part: Quantity, whole: Quantity) -> Quantity:
    """The ratio; with the unit of what was divided, where that was by a number of nothing in particular."""
    if whole.value == 0:
        raise ExpressionError("hier wordt door nul gedeeld", "controleer de waarde van het geheel")
    # a share of something below zero has the other sign: no words say which way that went
    change = part.change / whole.value if part.change is not None and whole.value > 0 else None
    scaled = not whole.unit and bool(part.unit)
    unit = "" if whole.unit else part.unit
    by = None if _sources(whole) or whole.unit else whole.value
    share = Share(_sources(part), _sources(whole), by)
    return Quantity(
        part.value / whole.value, unit, 0, change, scaled, difference=part.difference, share=share
    )


def _decimals(count: object) -> int:
    if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= MAX_DECIMALS:
        raise ExpressionError(
            f"'decimalen' moet een getal van 0 tot en met {MAX_DECIMALS} zijn",
            'schrijf bijvoorbeeld {{ percentage("a", "b", decimalen=1) }}',
        )
    return count
