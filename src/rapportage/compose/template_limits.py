"""The template language within bounds: no expression, loop or call makes more than a paper needs.

A template may come from others, and one line of it can ask for all memory there is. What is too much is told
with the line of the template; what a process of its own bounds besides has no line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_TURNS = 5_000_000
"""The turns of loops and the calls of one filling; the map of 22 municipalities takes some 500,000."""
MOST_LETTERS = 5_000_000
"""The letters or items of anything that a template makes."""
MOST_OF_ALL = 50_000_000
"""The letters that one filling writes or makes, what is written twice counted twice."""
MOST_OF_RANGE = 10_000
"""The numbers of a `range`, and the largest number that says how wide, long or often."""
_CALL = 50
"""So many turns is a call, which takes longer."""
_MOST_BITS = 4096
_SIZED = "center", "indent", "batch", "slice", "tojson", "wordwrap", "round"
"""Filters that are told by a number how much to make."""
_GLOBALS = "range", "dict", "namespace"
_LEFT_OUT = "pprint", "random", "urlize", "filesizeformat", "attr"
"""Filters that no paper needs, and that take long or are never the same."""
_WIDE = re.compile(r"[0-9]{5}|\*")
"""A width in what a text is formatted by; with a star it comes from elsewhere."""
TOO_LONG = "hier ontstaat een te lange tekst of lijst"
_PLAIN = str, bytes, int, float, list, tuple, dict


class TooMuch(ValueError):
    """A template asks for more than it may; the message is Dutch."""


class Nothing(ValueError):
    """A template prints what is not there; the message is Dutch."""


class _Generator(CodeGenerator):
    """Compiles templates so that each turn of a loop is counted, and what is joined is measured."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        counted = nodes.Call(nodes.EnvironmentAttribute("counted"), [node.iter], [], None, None)
        node.iter = counted.set_lineno(node.lineno).set_environment(self.environment)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.measured(")
        super().visit_Concat(node, frame)
        self.write(")")


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox, in which one filling of a template has MOST_TURNS and MOST_OF_ALL letters."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.left, self.room = MOST_TURNS, MOST_OF_ALL
        self.refuses_nothing = False
        self.finalize = self.printed
        self.globals = {name: self.globals[name] for name in _GLOBALS} | {"range": _range}
        self.filters = {
            name: self._bounded(name, one) for name, one in self.filters.items() if name not in _LEFT_OUT
        }

    def spend(self, turns: int = 1) -> None:
        """Take turns from this filling; raises TooMuch when there are none left."""
        self.left -= turns
        if self.left < 0:
            raise TooMuch("de lussen van dit sjabloon houden niet op")

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items of a loop, each of which is a turn."""
        for item in items:
            self.spend()
            yield item

    def measured(self, value: Any) -> Any:
        """The value, where it is not too large, and not one too many; raises TooMuch."""
        if isinstance(value, str | bytes | list | tuple | dict):
            _at_most(len(value))
            self.room -= len(value)
            if self.room < 0:
                raise TooMuch(TOO_LONG)
        return value

    def printed(self, value: Any) -> Any:
        """The value as it is printed; raises Nothing where content leaves it out and that is refused."""
        if value is None and self.refuses_nothing:
            raise Nothing("wat hier komt, staat niet in de inhoud; zet er {% if … %} omheen")
        return "" if value is None else self.measured(value)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What an operator gives, unless that would be too large."""
        if operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
            _at_most(len(left) + len(right))
        elif operator == "*":
            for one, other in ((left, right), (right, left)):
                if isinstance(one, int) and isinstance(other, Sized):
                    _at_most(one * len(other))
            _few_bits(left, right, sum)
        elif operator == "**":
            if isinstance(right, int):
                _few_bits(left, abs(right), lambda bits: bits[0] * min(abs(right), _MOST_BITS + 1))
        elif operator == "%" and isinstance(left, str | bytes):
            _no_wide_form(left)
        return self.measured(super().call_binop(context, operator, left, right))

    def call(__self, __context: Context, __obj: Any, *given: Any, **named: Any) -> Any:
        """What a call gives, unless it asks for or makes too much."""
        __self.spend(_CALL)
        of = getattr(getattr(__obj, "__wrapped__", __obj), "__self__", None)
        if isinstance(of, _PLAIN):
            _modest(of, *given, *named.values())
            if getattr(__obj, "__name__", "") in ("format", "format_map"):
                _no_wide_form(of)
        return __self.measured(super().call(__context, __obj, *given, **named))

    def concat(self, pieces: Iterable[str]) -> str:
        """The pieces of what is kept to be written later; raises TooMuch where they are too long."""
        return _joined(pieces, MOST_LETTERS)

    def filled(self, name: str, values: Mapping[str, object]) -> str:
        """What the template of this name writes; raises TooMuch where that is too long."""
        self.left, self.room = MOST_TURNS, MOST_OF_ALL
        return _joined(self.get_template(name).generate(values), MOST_OF_ALL)

    def _bounded(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """A filter of the language, which asks for and makes no more than it may."""

        @wraps(work)
        def bounded(*given: Any, **named: Any) -> Any:
            self.spend(_CALL)
            plain = [one for one in (*given, *named.values()) if isinstance(one, _PLAIN)]
            _modest(*(one for one in plain if name in _SIZED or not isinstance(one, int)))
            if name == "format" and plain:
                _no_wide_form(plain[0])
            return self.measured(work(*given, **named))

        return bounded


def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > MOST_OF_RANGE:
        raise TooMuch(f"range telt hier meer dan {MOST_OF_RANGE} getallen")
    return found


def _at_most(size: int, most: int = MOST_LETTERS) -> None:
    if size > most:
        raise TooMuch(TOO_LONG)


def _joined(pieces: Iterable[str], most: int) -> str:
    kept, letters = [], 0
    for piece in pieces:
        kept.append(piece)
        letters += len(piece)
        _at_most(letters, most)
    return "".join(kept)


def _few_bits(left: Any, right: Any, bits_of: Callable[[list[int]], int]) -> None:
    if isinstance(left, int) and isinstance(right, int):
        bits = bits_of([left.bit_length(), right.bit_length()])
        if bits > _MOST_BITS:
            raise TooMuch("hier ontstaat een te groot getal")


def _no_wide_form(form: Any) -> None:
    """Refuse what would be printed wider than a paper is."""
    text = form.decode("latin-1") if isinstance(form, bytes) else str(form)
    if any(_WIDE.search(part) for part in re.findall(r"%[^a-zA-Z%]*|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", text)):
        raise TooMuch("deze opmaak van een tekst of getal is te breed")


def _modest(*given: Any) -> None:
    """Refuse what says how wide, long or often by too large a number, and what would multiply texts."""
    size = 1
    for one in given:
        if isinstance(one, int) and len(given) > 1 and given[0] is not one and abs(one) > MOST_OF_RANGE:
            raise TooMuch(f"een getal boven {MOST_OF_RANGE} kan hier niet tussen de haakjes")
        if isinstance(one, str | bytes | list | tuple | dict):
            size *= max(1, len(one))
        elif isinstance(one, int):
            size *= max(1, abs(one))
    _at_most(size // _SLACK)


_SLACK = 100
"""The product of what it is given is so many times what a call may make, since few make as much."""
