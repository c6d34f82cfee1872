"""Work out the numbers that authors ask for between {{ and }}.

An expression may call the words of the vocabulary on names of indicators, on each other's
results, and on plain numbers and texts; nothing else of Jinja's language is let through.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rapportage.bounds import MAX_EXPRESSION
from rapportage.compose.numbers.beside import ROOM, Piece, Slip, slips, with_capital
from rapportage.compose.numbers.quantities import ExpressionError, OpenValue, Quantity, UnknownValue
from rapportage.compose.numbers.quantities import Worked as Worked
from rapportage.compose.numbers.vocabulary import PERIODS, Numbers, vocabulary
from rapportage.content.fields import EXPRESSION, MAX_DECIMALS, MAX_NUMBER, NOT_KNOWN, STILL_OPEN
from rapportage.dutch import rounded
from rapportage.errors import Place, Problem, Problems, Result, nearest
from rapportage.typed import with_whole_numbers

_KEPT = 256
"""How many expressions are kept as they were read; the largest takes some 30 kB."""


def typed_pieces(written: str, place: Place) -> tuple[list[str], list[Place]]:
    """The text by turns between and within expressions, and where each piece begins.

    It is on lines as in its file, the first of which is that of the place.
    """
    typed = EXPRESSION.split(written)
    lines = accumulate((piece.count("\n") for piece in typed), initial=place.line)
    return typed, [replace(place, line=line) for _, line in zip(typed, lines, strict=False)]


def filled(written: str, place: Place, numbers: Numbers) -> Result[str]:
    """Plain text of a YAML value with its expressions worked out, and its numbers whole.

    It is on lines as in its file, and comes back on one.
    """
    problems = Problems()
    typed, places = typed_pieces(written, place)
    pieces: list[Piece] = []
    for index, (piece, at) in enumerate(zip(typed, places, strict=True)):
        bare = _LINES.sub(" ", piece)
        pieces.append(problems.take(worked_out(bare, at, numbers)) if index % 2 else bare)
    problems += left_open(written, place)
    whole, wrong = side_by_side(pieces, places)
    problems += wrong
    return problems.having(with_whole_numbers("".join(map(str, whole))))


_LINES = re.compile(r"\n+")


"""What a draft has in place of a number that must still come."""
_OPEN = re.compile(r"\[\s*(?:open|nog)\b[^\]]*\]", re.I)
_NAMES = re.compile(rf"\s*(?:{'|'.join(PERIODS)}|over|naam)\b(?!\([\"'](?:naam|maanden|jaar)[\"'])")
"""What gives words that begin small within a sentence."""


def left_open(text: str, place: Place) -> list[Problem]:
    """What is told of an open point in a text that is none of an author's own: nobody would count it."""
    if _OPEN.search(text) is None:
        return []
    hint = "vul het in; wat nog niet bekend is, staat als [open: …] in een tekst"
    return [Problem("fout", "een open punt kan hier niet staan", place, hint, "opbouw")]


def worked_out(expression: str, place: Place, numbers: Numbers) -> Result[Worked]:
    """What the expression becomes; without words when it cannot be worked out."""
    try:
        return Result(evaluated(expression, numbers))
    except OpenValue:  # told where the value must be filled in
        return Result(Worked(STILL_OPEN))
    except UnknownValue as error:
        told = Problem("waarschuwing", error.message, place, error.hint, "uitdrukking")
        return Result(Worked(NOT_KNOWN), (told,))
    except ExpressionError as error:
        problem = Problem("fout", error.message, place, error.hint, "uitdrukking")
        if error.known:  # told in the file that it is in
            return Result(Worked(STILL_OPEN))
        return Result(Worked(""), (problem,))


def side_by_side(pieces: Sequence[Piece], places: Sequence[Place]) -> tuple[list[Piece], list[Problem]]:
    """The pieces of a text with the capitals of its sentences, and what does not go together in it."""
    whole: list[Piece] = []
    before = ""
    for piece in pieces:
        whole.append(with_capital(piece, before) if isinstance(piece, Worked) else piece)
        before = f"{before}{whole[-1]}"[-ROOM:]
    found = slips(whole)
    return whole, [told_of(one, places[one.index]) for one in found]


def told_of(slip: Slip, place: Place) -> Problem:
    """What is told of a slip at this place: a warning where it may be right."""
    return Problem("fout" if slip.is_sure else "waarschuwing", slip.message, place, slip.hint, "uitdrukking")


def plainly(text: str, numbers: Numbers) -> str:
    """The words of a text with its expressions worked out, of which nothing is told here."""
    pieces = EXPRESSION.split(text)
    return "".join(
        str(worked_out(one, _NOWHERE, numbers).value) if at % 2 else one for at, one in enumerate(pieces)
    )


_NOWHERE = Place("")


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
    return evaluated(expression, numbers).text


def evaluated(expression: str, numbers: Numbers) -> Worked:
    """What the expression becomes; raises ExpressionError."""
    value = _worked_out(expression, numbers)
    quantity = value if isinstance(value, Quantity) else None
    series = _series(expression, numbers)
    alike = numbers.alike.get(series[0]) if quantity and len(series) == 1 else None
    return Worked(str(value), quantity, _NAMES.match(expression) is not None, series, alike)


def _series(expression: str, numbers: Numbers) -> tuple[str, ...]:
    """The names of series in the expression, each once."""
    texts = (one.value for one in _parsed(expression).find_all(nodes.Const))
    return tuple(dict.fromkeys(one for one in texts if isinstance(one, str) and one in numbers.indicators))


def _worked_out(expression: str, numbers: Numbers) -> object:
    """What the expression stands for."""
    if len(expression) > MAX_EXPRESSION:
        raise ExpressionError(f"deze uitdrukking is langer dan {MAX_EXPRESSION} tekens", "maak haar korter")
    shown = " ".join(expression.split())
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    if thousands := _THOUSANDS.search(_QUOTED.sub("", expression)):
        meant = thousands[0].replace(".", "")
        raise ExpressionError(
            f"{thousands[0]} kan een duizendtal zijn",
            f"bedoelde u {meant}? schrijf een decimaal getal met een nul erachter: {thousands[0]}0",
        )
    words = vocabulary(numbers)
    try:
        value = _value(_checked(_parsed(expression), words, numbers.indicators), words)
        str(value)  # what cannot be printed is told here
        return value
    except ExpressionError:
        raise
    except TemplateSyntaxError:
        raise ExpressionError(
            f"de uitdrukking '{shown}' is niet te lezen",
            "gebruik rechte aanhalingstekens" if _CURLY.search(expression) else _EXAMPLE,
        ) from None
    except (TypeError, ValueError, ArithmeticError, RecursionError, SyntaxError):
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


def _value(node: nodes.Expr, words: Mapping[str, Any]) -> Any:
    """What an expression that was judged stands for; to compile it would take fifty times as long."""
    match node:
        case nodes.Call():
            named = {one.key: _value(one.value, words) for one in node.kwargs}
            return _value(node.node, words)(*(_value(one, words) for one in node.args), **named)
        case nodes.Neg():
            return -_value(node.node, words)
        case nodes.Name():
            return words[node.name]
        case nodes.Const():
            return node.value
    raise TypeError(node)  # nothing else is let through


_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_THOUSANDS = re.compile(r"(?<![\w.])[1-9][0-9]{0,2}\.[0-9]{3}(?![\w.])")
_CURLY = re.compile("[‘’“”„]")
_EXAMPLE = 'schrijf bijvoorbeeld {{ waarde("aanvragen") }}'
_ALLOWED = (nodes.Template, nodes.Output, nodes.Call, nodes.Name, nodes.Const, nodes.Keyword, nodes.Neg)


def _checked(tree: nodes.Template, words: Mapping[str, object], names: Collection[str]) -> nodes.Expr:
    """The expression itself, where it is one that an author may use; raises ExpressionError."""
    output = tree.body[0] if len(tree.body) == 1 else None
    if not (
        isinstance(output, nodes.Output)
        and len(output.nodes) == 1
        and (
            isinstance(output.nodes[0], nodes.Call)
            or (isinstance(output.nodes[0], nodes.Name) and output.nodes[0].name in PERIODS)
        )
    ):
        raise ExpressionError("een uitdrukking begint met een woord en haakjes", _EXAMPLE)
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED) or (
            isinstance(node, nodes.Call)
            and (not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs)
        ):
            raise ExpressionError(
                "in een uitdrukking mogen alleen de woorden uit de handleiding, namen en getallen",
                "zet namen tussen aanhalingstekens en gebruik alleen " + ", ".join(words),
            )
        if isinstance(node, nodes.Call) and (again := _given_twice(node)) is not None:
            raise ExpressionError(
                f"'{again}' staat twee keer tussen dezelfde haakjes", "laat een van beide weg"
            )
        if isinstance(node, nodes.Name) and (node.name not in words or id(node) not in called):
            inside = id(node) not in called and node is not output.nodes[0]
            if node.name in words and not inside:
                continue
            raise ExpressionError(
                f"'{node.name}' is geen woord voor een uitdrukking",
                f'zet de naam tussen aanhalingstekens: "{node.name}"'
                if inside or node.name in names
                else nearest(node.name, words),
            )
        if isinstance(node, nodes.Const) and isinstance(node.value, int | float):
            _check_number(node.value)
    return output.nodes[0]


def _given_twice(call: nodes.Call) -> str | None:
    """The keyword that a call is given a second time."""
    keys = [one.key for one in call.kwargs]
    return next((key for at, key in enumerate(keys) if key in keys[:at]), None)


def _check_number(number: float) -> None:
    if not abs(number) < MAX_NUMBER or round(number, MAX_DECIMALS) != number:
        raise ExpressionError(
            "een getal in een uitdrukking is te groot of te lang",
            f"schrijf hoogstens {MAX_DECIMALS} cijfers achter de punt en blijf onder duizend biljoen",
        )
