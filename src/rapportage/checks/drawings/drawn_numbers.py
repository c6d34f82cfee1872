"""What a text tells of the numbers of a drawing: of a named row, or one that the drawing does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any

from rapportage.checks.drawings.drawn_facts import RANKED, Drawing, DrawnRow, measured_number
from rapportage.checks.drawings.drawn_words import CLAUSE, GOAL, is_slip
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.loose_numbers import is_near, loose_numbers
from rapportage.checks.reading.told_facts import OF_ANOTHER, Fact, content_words, facts
from rapportage.checks.tables.table_slips import are_swapped
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Tekening
from rapportage.content.model import Rapportage
from rapportage.dutch import MONTHS, number_text
from rapportage.movement import ways_said
from rapportage.named_periods import without_periods

_OTHER = re.compile(
    r"\b(?:dan|meer|minder|verschil\w*|samen|totaal|vorige?|tussen|tegen|boven|onder|elders|extra|van\s(?:de|deze|die)\s[0-9]\S*)\b",
    re.I,
)
"""What makes a number beside a name another than that of its row, besides OF_ANOTHER."""
_PER = re.compile(r"\b(?:per|(?:op|van)\s(?:de|elke))\s(?P<all>[0-9][0-9.]*)", re.I)
_FEWEST_DIGITS = 3
_FEWEST_ROOM = 1000
_SLIP = 4
"""A quarter off is still taken for the same number."""


def other_number(sentence: str, drawing: Drawing, *, described: bool = False) -> str:
    """The number that a sentence gives a row and that was meant for another, or slipped; '' for none.

    What is `described` is nothing but the drawing: there a bare number is always one of it.
    """
    before: DrawnRow | None = None
    for clause in CLAUSE.split(sentence):
        named = drawing.named(clause)
        goal = bool(GOAL.search(clause)) and drawing.kind == "doelen"
        row = named[0] if len(named) == 1 else before if goal and not named else None
        before = row if named else before
        said = [one for one in facts(_PER.sub(" ", without_periods(clause))) if _is_of_kind(one, drawing)]
        if row is None or len(said) != 1 or _is_of_another(clause, said[0], row, drawing, goal=goal):
            continue
        if not (described or _is_of_these(clause, said[0], row, drawing)):
            continue
        if told := _of_row(said[0], row, drawing, goal=goal, alone=described and _is_alone(clause, row)):
            return told
    return ""


def _is_of_kind(fact: Fact, drawing: Drawing) -> bool:
    """Whether a number is in digits, and written as those of the drawing."""
    sign = drawing.unit if drawing.unit in ("%", "€") else ""
    is_number = fact.unit not in MONTHS and any(map(str.isdigit, fact.number))
    return is_number and (fact.unit if fact.unit in ("%", "€") else "") == sign


def _is_of_another(clause: str, fact: Fact, row: DrawnRow, drawing: Drawing, *, goal: bool) -> bool:
    """Whether words make a number another one than that of the row, or give it room."""
    own = row.name.lower().split()
    rest = _PER.sub(" ", " ".join(one for one in clause.split() if one.strip("(),.").lower() not in own))
    changes = fact.changes and drawing.kind != "waterval"
    if fact.rough or changes or _OTHER.search(rest) or any(ways_said(rest)):
        return True
    if not goal and OF_ANOTHER.search(rest):
        return True
    return drawing.is_aside(clause, row) and drawing.kind not in RANKED and not goal


def _is_of_these(clause: str, fact: Fact, row: DrawnRow, drawing: Drawing) -> bool:
    """Whether a number counts what is drawn: of a place, other texts tell other numbers as well."""
    bare = _PER.sub(" ", clause)
    if drawing.narrows(bare):
        return False
    counts = fact.unit not in ("", "%", "€") and drawing.tells_more(fact.unit)
    if drawing.kind not in RANKED:
        return not counts
    whole, said = _PER.search(f"{drawing.caption} {drawing.unit}"), _PER.search(clause)
    if whole or said:
        return bool(whole and said and whole["all"] == said["all"])
    more = content_words(bare) - drawing.about
    shares = (content_words(bare) - content_words(row.name)) & content_words(drawing.caption)
    return not counts and (not more or (bool(shares) and len(more) == 1))


def _is_alone(clause: str, row: DrawnRow) -> bool:
    """Whether a clause says nothing but the name of a row and a number."""
    return not content_words(clause) - content_words(row.name)


def _of_row(fact: Fact, row: DrawnRow, drawing: Drawing, *, goal: bool, alone: bool) -> str:
    """That a number is not that of a row; of a step is also told what part of it went on."""
    said = abs(fact.value)
    own = [abs(one) for one in (row.amount, row.goal if goal else None) if one is not None]
    others = [abs(one) for one in drawing.amounts if abs(one) not in own]
    if not own:
        return ""
    if any(is_near(said, one) for one in own) or (drawing.kind == "trechter" and not alone):
        return ""
    if not (alone or said in others or any(is_slip(said, one) for one in own)):
        return ""
    if not goal and said == row.goal:
        return ""
    right = own[-1] if goal else own[0]
    return f"bij '{row.name}' staat hier {fact.number}, en in de figuur is dat {drawing.text(right)}"


def turned_number(sentence: str, drawing: Drawing) -> str:
    """A long number that no row has, with two digits of one swapped; '' for none."""
    amounts = [abs(one) for one in drawing.amounts]
    kind = drawing.unit == "€"
    numbers = [one for one in loose_numbers(sentence) if ("€" in one) == kind and "%" not in one]
    said = [(one, number_of(one)) for one in numbers]
    if not drawing.named(sentence) and not any(one in amounts for _, one in said):
        return ""
    worked = {abs(a + sign * b) for a, b in product(amounts, amounts) for sign in (1, -1)}
    for number, value in said:
        if value is None or any(is_near(value, one) for one in (*amounts, *worked)):
            continue
        for row in drawing.rows:
            own = abs(row.amount or Decimal())
            if len(own.normalize().as_tuple().digits) >= _FEWEST_DIGITS and are_swapped(value, own):
                return f"hier staat {number}, en in de figuur staat bij '{row.name}' {drawing.text(own)}"
    return ""


def unknown_to_drawing(alt: str, value: Tekening, rapportage: Rapportage) -> str:
    """A number of a description that the data do not have; '' where there is none, or not all are known."""
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


def unknown_number(
    alt: str, known: Mapping[str, Decimal], together: Sequence[list[Decimal]], besides: Sequence[Decimal]
) -> str:
    """A number that no row has, nor can be worked out of two that go `together`; '' where there is none."""
    for number in loose_numbers(alt) if known else ():
        said = number_of(number)
        worked = (one for values in together for one in _worked_out(values, number))
        if said is None or any(is_near(abs(said), abs(one)) for one in (*known.values(), *besides, *worked)):
            continue
        name, near = min(known.items(), key=lambda one: _farness(said, one[1]))
        if not _may_be_meant(abs(said), abs(near)):
            continue
        return f"hier staat {number}, en de figuur heeft dat getal niet: bij '{name}' is het {_text(near)}"
    return ""


def _text(value: Decimal) -> str:
    return number_text(value, max(0, -int(value.normalize().as_tuple().exponent)))


def _farness(said: Decimal, known: Decimal) -> tuple[bool, Decimal]:
    """By which the number that was meant comes first: one with two digits swapped, or else the nearest."""
    return not are_swapped(abs(said), abs(known)), abs(abs(known) - abs(said))


def _may_be_meant(said: Decimal, near: Decimal) -> bool:
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
        value = measured_number(data, rapportage)
        if value is None:
            raise LookupError
        yield name, value


def _words(data: Any) -> str:
    """All texts in the data."""
    if isinstance(data, Mapping):
        return " ".join(_words(one) for one in data.values())
    if isinstance(data, list | tuple):
        return " ".join(_words(one) for one in data)
    return data if isinstance(data, str) else ""
