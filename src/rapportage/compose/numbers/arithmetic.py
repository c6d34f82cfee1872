"""What the words that count do with numbers: divide, add up, multiply and round, each with its unit.

What makes no sense is refused: two units in one sum, a share multiplied, a number that is there twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from rapportage.compose.numbers.quantities import ExpressionError, Measured, Quantity, Share
from rapportage.content.fields import MAX_DECIMALS
from rapportage.dutch import number_text, rounded
from rapportage.units import by_thousands, scale_of


def percentage(one: Quantity, other: Quantity, decimalen: int) -> Quantity:
    """The one as a share of the other."""
    _on_one_scale("percentage", (one, other))
    ratio = _divided(one, other)
    return replace(ratio, value=ratio.value * 100, unit="%", decimals=_decimals(decimalen), scaled=False)


def verhouding(one: Quantity, other: Quantity, decimalen: int | None) -> Quantity:
    """How many of the other go with the one; an amount for each, where an amount is divided by a count."""
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


def som(quantities: Sequence[Quantity]) -> Quantity:
    """All of these together."""
    if not quantities:
        raise ExpressionError("'som' telt niets op", 'schrijf {{ som("a", "b") }}')
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


def product(quantities: Sequence[Quantity]) -> Quantity:
    """These multiplied by each other."""
    if len(quantities) < 2:
        raise ExpressionError("'product' vermenigvuldigt niets", 'schrijf {{ product("a", "b") }}')
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


def afgerond(quantity: Quantity, op: object) -> Quantity:
    """The nearest number that is so many times a whole one."""
    if not isinstance(op, int) or isinstance(op, bool) or op < 1:
        raise ExpressionError(
            "'afgerond' rondt af op een heel getal vanaf 1",
            'schrijf bijvoorbeeld {{ afgerond("a", 1000) }} voor duizendtallen',
        )
    near = rounded(quantity.value / op, 0) * op
    if quantity.value and not near:
        raise ExpressionError(
            f"afgerond op {number_text(Decimal(op))} wordt {quantity} nul",
            "rond af op een kleiner getal",
        )
    return replace(quantity, value=near, decimals=0, exact=quantity.value)


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
