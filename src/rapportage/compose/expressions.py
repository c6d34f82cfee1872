"""Work out the numbers that authors ask for between {{ and }}.

An expression may call the words of the vocabulary on names of indicators, on each other's
results, and on plain numbers and texts; nothing else of Jinja's language is let through, and
what is let through runs in Jinja's sandbox.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.environment import TemplateExpression
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rapportage.content.fields import EXPRESSION, MAX_NUMBER, moment_text
from rapportage.content.model import Indicator, Waarde
from rapportage.dutch import date_text, quantity_text, rounded
from rapportage.errors import Place, Problem, Problems, Result, nearest
from rapportage.periode import FORMS, Periode, PeriodeError, parse_periode
from rapportage.typed import with_whole_numbers

MAX_LENGTH = 500
MAX_DECIMALS = 6
_KEPT = 256
"""How many expressions are kept as they were read; the largest takes some 30 kB."""


class ExpressionError(Exception):
    """The expression cannot be worked out; message and hint are Dutch.

    `known` says that the cause was told already: a series in a file that could not be read.
    """

    def __init__(self, message: str, hint: str | None = None, known: bool = False) -> None:
        self.message = message
        self.hint = hint
        self.known = known
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the unit and decimals that it prints with."""

    value: Decimal
    unit: str = ""
    decimals: int = 0

    def __str__(self) -> str:
        return quantity_text(self.value, self.unit, self.decimals)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What expressions may know: the series, the period reported on, and the period's days.

    With `incomplete`, a series that is missing may stand in a file that could not be read.
    """

    indicators: Mapping[str, Indicator]
    periode: Periode
    days: Mapping[str, date]
    incomplete: bool = False


def filled(text: str, place: Place, numbers: Numbers) -> Result[str]:
    """Plain text of a YAML value with its expressions worked out, and its numbers whole."""
    problems = Problems()
    words = EXPRESSION.sub(lambda found: problems.take(worked_out(found[1], place, numbers)), text)
    problems += left_open(text, place)
    first = EXPRESSION.match(text.lstrip())
    if first and gives_period(first["expression"]):
        words = words[:1].upper() + words[1:]
    return problems.having(with_whole_numbers(words))


_OPEN = re.compile(r"\[\s*(?:open|nog)\b[^\]]*\]", re.I)
_PERIODS = ("periode", "vorige", "volgende")
_PERIOD = re.compile(rf"\s*(?:{'|'.join(_PERIODS)})\b(?!\([\"'](?:naam|maanden|jaar)[\"'])")


def left_open(text: str, place: Place) -> list[Problem]:
    """What is told of an open point in a text that is none of an author's own: nobody would count it."""
    if _OPEN.search(text) is None:
        return []
    hint = "vul het in; wat nog niet bekend is, staat als [open: …] in een tekst"
    return [Problem("fout", "een open punt kan hier niet staan", place, hint, "opbouw")]


def gives_period(expression: str) -> bool:
    """Whether an expression may give the name of a period, which has a capital where a text begins."""
    return _PERIOD.match(expression) is not None


def worked_out(expression: str, place: Place, numbers: Numbers) -> Result[str]:
    """The text that the expression stands for; '' when it cannot be worked out."""
    try:
        return Result(evaluate(expression, numbers))
    except ExpressionError as error:
        problem = Problem("fout", error.message, place, error.hint, "uitdrukking")
        return Result("", () if error.known else (problem,))


def number_of(text: str, place: Place, numbers: Numbers) -> Result[float | int | None]:
    """The number that a text of one expression stands for; None when it stands for none."""
    expression = EXPRESSION.fullmatch(text.strip())
    try:
        value = _worked_out(expression["expression"] if expression else text, numbers)
        if not isinstance(value, Quantity):
            raise ExpressionError("hier hoort een getal", _EXAMPLE)
    except ExpressionError as error:
        problem = Problem("fout", error.message, place, error.hint, "uitdrukking")
        return Result(None, () if error.known else (problem,))
    number = rounded(value.value, value.decimals)
    return Result(int(number) if number == number.to_integral_value() else float(number))


def evaluate(expression: str, numbers: Numbers) -> str:
    """The text that the expression stands for; raises ExpressionError."""
    return str(_worked_out(expression, numbers))


def _worked_out(expression: str, numbers: Numbers) -> object:
    """What the expression stands for."""
    if len(expression) > MAX_LENGTH:
        raise ExpressionError(f"deze uitdrukking is langer dan {MAX_LENGTH} tekens", "maak haar korter")
    shown = " ".join(expression.split())
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    if thousands := _THOUSANDS.search(_QUOTED.sub("", expression)):
        meant = thousands[0].replace(".", "")
        raise ExpressionError(
            f"{thousands[0]} kan een duizendtal zijn",
            f"bedoelde u {meant}? schrijf een decimaal getal met een nul erachter: {thousands[0]}0",
        )
    vocabulary = _Vocabulary(numbers)
    try:
        _check(_parsed(expression), vocabulary.words, numbers.indicators)
        value: object = _compiled(expression)(**vocabulary.words)
        str(value)  # what cannot be printed is told here
        return value
    except ExpressionError:
        raise
    except TemplateSyntaxError:
        raise ExpressionError(
            f"de uitdrukking '{shown}' is niet te lezen",
            "gebruik rechte aanhalingstekens" if _CURLY.search(expression) else _EXAMPLE,
        ) from None
    except (TypeError, ValueError, ArithmeticError, RecursionError):
        raise ExpressionError(
            f"de uitdrukking '{shown}' klopt niet",
            "controleer de haakjes en wat ertussen staat; zie de handleiding, Getallen uit reeksen",
        ) from None


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment()
    environment.globals.clear()
    return environment


@lru_cache(_KEPT)
def _parsed(expression: str) -> nodes.Template:
    return _environment().parse("{{" + expression + "}}")


@lru_cache(_KEPT)
def _compiled(expression: str) -> TemplateExpression:
    """What works an expression out that was judged; to compile it takes fifty times as long as to run it."""
    return _environment().compile_expression(expression, undefined_to_none=False)


_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_THOUSANDS = re.compile(r"(?<![\w.])[1-9][0-9]{0,2}\.[0-9]{3}(?![\w.])")
"""The words that name a period, also without brackets behind them."""
_CURLY = re.compile("[‘’“”„]")
_EXAMPLE = 'schrijf bijvoorbeeld {{ waarde("aanvragen") }}'
_ALLOWED = (nodes.Template, nodes.Output, nodes.Call, nodes.Name, nodes.Const, nodes.Keyword, nodes.Neg)


def _check(tree: nodes.Template, words: Mapping[str, object], names: Collection[str]) -> None:
    output = tree.body[0] if len(tree.body) == 1 else None
    if not (
        isinstance(output, nodes.Output)
        and len(output.nodes) == 1
        and (
            isinstance(output.nodes[0], nodes.Call)
            or (isinstance(output.nodes[0], nodes.Name) and output.nodes[0].name in _PERIODS)
        )
    ):
        raise ExpressionError("een uitdrukking begint met een woord en haakjes", _EXAMPLE)
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED) or (
            isinstance(node, nodes.Call)
            and (not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs)
        ):
            raise ExpressionError(
                "in een uitdrukking mogen alleen de woorden uit de handleiding, namen en getallen",
                "zet namen tussen aanhalingstekens en gebruik alleen " + ", ".join(words),
            )
        if isinstance(node, nodes.Name) and node.name not in words:
            raise ExpressionError(
                f"'{node.name}' is geen woord voor een uitdrukking",
                f'zet de naam tussen aanhalingstekens: "{node.name}"'
                if node.name in names
                else nearest(node.name, words),
            )
        if isinstance(node, nodes.Const) and isinstance(node.value, int | float):
            _check_number(node.value)


def _check_number(number: float) -> None:
    if not abs(number) < MAX_NUMBER or round(number, MAX_DECIMALS) != number:
        raise ExpressionError(
            "een getal in een uitdrukking is te groot of te lang",
            f"schrijf hoogstens {MAX_DECIMALS} cijfers achter de punt en blijf onder duizend biljoen",
        )


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


WORDS = (
    *("waarde", "vorige", "verschil", "afstand", "percentage", "verhouding", "som", "product", "afgerond"),
    *("datum", "peildatum", "over", "naam", "periode", "volgende"),
)
"""What an expression may call."""


class _Vocabulary:
    """The words, each a method by its Dutch name."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        periods = {
            "periode": _Period(numbers.periode),
            "vorige": _Period(numbers.periode.previous, self.vorige),
            "volgende": _Period(numbers.periode.next),
        }
        self.words: dict[str, Callable[..., Any]] = {
            word: periods.get(word) or getattr(self, word) for word in WORDS
        }

    def waarde(self, name: object, /, periode: str | int | None = None) -> Quantity:
        indicator, one = self._measured(name, periode)
        if one.waarde is None:
            known = ", ".join(map(str, indicator.measured)) or "geen enkele periode"
            raise ExpressionError(
                f"de waarde van indicator '{name}' voor {one.periode} is niet bekend",
                f"er zijn waarden voor {known}",
            )
        return Quantity(one.waarde, indicator.eenheid, indicator.decimalen)

    def vorige(self, name: str, /) -> Quantity:
        return self.waarde(name, str(self.numbers.periode.previous))

    def verschil(self, name: str, /) -> Quantity:
        now, before = self.waarde(name), self.vorige(name)
        # Two percentages differ by points: from 30% to 31,5% is 1,5 procentpunt, and 5% more.
        unit = "procentpunt" if now.unit == "%" else now.unit
        return Quantity(now.value - before.value, unit, now.decimals)

    def afstand(self, name: str, /) -> Quantity:
        apart = self.verschil(name)
        return replace(apart, value=abs(apart.value))

    def percentage(self, part: object, whole: object, /, decimalen: int = 0) -> Quantity:
        return Quantity(self._ratio(part, whole) * 100, "%", _decimals(decimalen))

    def verhouding(self, part: object, whole: object, /, decimalen: int = 1) -> Quantity:
        return Quantity(self._ratio(part, whole), "", _decimals(decimalen))

    def som(self, *terms: object) -> Quantity:
        if not terms:
            raise ExpressionError("'som' telt niets op", 'schrijf {{ som("a", "b") }}')
        quantities = [self._quantity(term) for term in terms]
        units = {quantity.unit for quantity in quantities}
        if units & {"%", "€"} and len(units) > 1:
            raise ExpressionError(
                "'som' telt verschillende eenheden op: " + ", ".join(sorted(units)),
                "tel alleen op wat in dezelfde eenheid gemeten is",
            )
        total = sum((quantity.value for quantity in quantities), Decimal(0))
        return Quantity(total, quantities[0].unit, max(quantity.decimals for quantity in quantities))

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
        return Quantity(value, units[0] if units else "", decimals)

    def afgerond(self, number: object, op: object, /) -> Quantity:
        if not isinstance(op, int) or isinstance(op, bool) or op < 1:
            raise ExpressionError(
                "'afgerond' rondt af op een heel getal vanaf 1",
                'schrijf bijvoorbeeld {{ afgerond("a", 1000) }} voor duizendtallen',
            )
        quantity = self._quantity(number)
        return Quantity(rounded(quantity.value / op, 0) * op, quantity.unit)

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

    def _ratio(self, part: object, whole: object) -> Decimal:
        units = {one.unit for one in (self._quantity(part), self._quantity(whole)) if one.unit}
        if "€" in units and len(units) > 1:
            raise ExpressionError(
                "een bedrag en iets anders zijn geen deel en geheel: " + ", ".join(sorted(units)),
                "neem twee reeksen met dezelfde eenheid",
            )
        divisor = self._quantity(whole).value
        if divisor == 0:
            raise ExpressionError("hier wordt door nul gedeeld", "controleer de waarde van het geheel")
        return self._quantity(part).value / divisor


def _decimals(count: object) -> int:
    if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= MAX_DECIMALS:
        raise ExpressionError(
            f"'decimalen' moet een getal van 0 tot en met {MAX_DECIMALS} zijn",
            'schrijf bijvoorbeeld {{ percentage("a", "b", decimalen=1) }}',
        )
    return count
