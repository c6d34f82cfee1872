"""What a description tells of the numbers of a drawing: of a row, and of what that is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any

from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.loose_numbers import is_near, loose_numbers
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Tekening
from rapportage.content.model import Rapportage
from rapportage.dutch import number_text

_MEASURED = frozenset(("doelen", "waterval", "ranglijst", "waardenkaart", "trechter"))
"""The drawings whose every number is in their data."""
_CLAUSE = re.compile(r"[.,;:!?()](?=\s|\Z)|\s(?:en|maar|terwijl)\s")
_OTHER = re.compile(
    r"\b(?:dan|meer|minder|verschil\w*|samen|totaal|gemiddeld\w*|ruim|bijna|ongeveer|circa|vorige?|eerder|was|waren"
    r"|niet|na|tussen|per\scent|procent)\b|%",
    re.I,
)
"""What makes a number beside a name another than that of its row."""
_SIDE = re.compile(
    r"\b(?:(?P<above>boven)|onder)\s(?:het|dit|dat|de)\s(?:\w+\s)?(?P<what>gemiddelde\w*|norm|doel)\b", re.I
)
_PER = re.compile(r"\bper\s[0-9][0-9.]*", re.I)
_NEGATED = re.compile(r"\b(?:niet|nooit|geen|noch|was|waren|eerder|vorige?)\b", re.I)
_VALUE = re.compile(r"\s*waarde\(\s*[\"'](?P<name>[\w-]+)[\"']\s*\)\s*")
_FEWEST_ROOM = 1000
_SLIP = 4
"""A quarter off is still taken for the same number."""


def of_drawing(alt: str, value: Tekening, ranked: Mapping[str, Decimal], rapportage: Rapportage) -> str:
    """What a description says of a number that the data have otherwise; '' where it does not."""
    if value.soort not in _MEASURED:
        return ""
    line = value.data.get("vergelijking")
    compared = _number(line.get("waarde"), rapportage) if isinstance(line, Mapping) else None
    if ranked and (told := other_number(alt, ranked) or other_side(alt, ranked, compared)):
        return told
    try:
        known = dict(_named_numbers(value.data, "", rapportage))
    except LookupError:
        return ""  # what an expression gives is known only when it is drawn
    besides = [
        number_of(one) for one in loose_numbers(f"{value.bijschrift} {_words(value.data)}", small=True)
    ]
    together = [
        list(dict(_named_numbers(one, "", rapportage)).values())
        for one in (value.data.get("doelen", ()) if value.soort == "doelen" else (value.data,))
    ]
    return unknown_number(alt, known, together, [one for one in besides if one is not None])


def other_number(alt: str, ranked: Mapping[str, Decimal]) -> str:
    """The number of one row that a text gives to another."""
    for clause in _CLAUSE.split(alt):
        numbers = list(loose_numbers(_PER.sub(" ", clause), small=True))
        named = _rows_named(clause, ranked)
        if len(numbers) != 1 or len(named) != 1 or _OTHER.search(clause):
            continue
        said, own = number_of(numbers[0]), ranked[named[0]]
        if said is not None and not is_near(said, own) and any(is_near(said, one) for one in ranked.values()):
            return f"bij {named[0]} staat hier {numbers[0]}, en in de figuur is dat {_text(own)}"
    return ""


def other_side(alt: str, ranked: Mapping[str, Decimal], compared: Decimal | None) -> str:
    """Who is called above or below what all are compared with, and is not."""
    for clause in _CLAUSE.split(alt) if compared is not None else ():
        named, found = _rows_named(clause, ranked), _SIDE.search(clause)
        if len(named) != 1 or found is None or _NEGATED.search(clause) or compared is None:
            continue
        above = ranked[named[0]] > compared
        if ranked[named[0]] != compared and above != bool(found["above"]):
            where = "boven" if above else "onder"
            return (
                f"hier staat {named[0]} '{found[0]}', en in de figuur staat {_text(ranked[named[0]])}"
                f" {where} {_text(compared)}"
            )
    return ""


def unknown_number(
    alt: str, known: Mapping[str, Decimal], together: Sequence[list[Decimal]], besides: Sequence[Decimal]
) -> str:
    """A number that no row has, nor can be worked out of two that go `together`; '' where there is none."""
    for number in loose_numbers(alt) if known else ():
        said = number_of(number)
        worked = (one for values in together for one in _worked_out(values, number))
        if said is None or any(is_near(abs(said), abs(one)) for one in (*known.values(), *besides, *worked)):
            continue
        name, near = min(known.items(), key=lambda one: abs(abs(one[1]) - abs(said)))
        if not _is_slip(abs(said), abs(near)):
            continue
        return f"hier staat {number}, en de figuur heeft dat getal niet: bij '{name}' is het {_text(near)}"
    return ""


def _is_slip(said: Decimal, near: Decimal) -> bool:
    """Whether a number was meant for one of the data, so close is it; others tell of other things."""
    digits = [sorted(format(one, "f").replace(".", "")) for one in (said, near)]
    return digits[0] == digits[1] or abs(said - near) * _SLIP <= near


def _worked_out(values: Sequence[Decimal], number: str) -> Iterator[Decimal]:
    """All that a writer may work out of these numbers."""
    if not values:
        return
    yield sum(values, Decimal())
    yield sum((one for one in values if one > 0), Decimal())
    yield sum((one for one in values if one < 0), Decimal())
    yield sum(values, Decimal()) / len(values)
    said = number_of(number) or Decimal()
    for one, other in product(values, values):
        yield one - other
        yield one + other
        if other and (number.endswith("%") or (abs(said) < _FEWEST_ROOM and "," in number)):
            yield one / other * (100 if number.endswith("%") else 1)
            yield (one - other) / other * 100


def _named_numbers(data: object, name: str, rapportage: Rapportage) -> Iterator[tuple[str, Decimal]]:
    """Each number in the data with the name of its row; raises LookupError for one that is not known here."""
    if isinstance(data, Mapping):
        own = str(data.get("naam") or data.get("gemeente") or name)
        for key, one in data.items():
            if key in ("decimalen", "grenzen", "naam", "wanneer", "eenheid", "toelichting"):
                continue
            inner = (
                own
                if key in ("waarde", "stand", "begin", "eind") or isinstance(one, list)
                else f"{own} ({key})"
            )
            yield from _named_numbers(one, inner, rapportage)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from _named_numbers(one, name, rapportage)
    elif isinstance(data, str) and not EXPRESSION.search(data):
        return
    elif not isinstance(data, bool) and data is not None:
        value = _number(data, rapportage)
        if value is None:
            raise LookupError
        yield name, value


def _number(value: object, rapportage: Rapportage) -> Decimal | None:
    """A number of the data, also where a series gives it for this period."""
    if isinstance(value, str) and (asked := EXPRESSION.fullmatch(value.strip())):
        found = _VALUE.fullmatch(asked["expression"])
        series = rapportage.indicatoren.get(found["name"]) if found else None
        return series.measured.get(rapportage.periode) if series else None
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) else None


def _words(data: Any) -> str:
    """All texts in the data."""
    if isinstance(data, Mapping):
        return " ".join(_words(one) for one in data.values())
    if isinstance(data, list | tuple):
        return " ".join(_words(one) for one in data)
    return data if isinstance(data, str) else ""


def _rows_named(clause: str, ranked: Mapping[str, Decimal]) -> list[str]:
    return [one for one in ranked if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", clause, re.I)]


def _text(value: Decimal) -> str:
    return number_text(value, max(0, -int(value.normalize().as_tuple().exponent)))
