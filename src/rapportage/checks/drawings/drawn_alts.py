"""Find descriptions of drawings that call another the highest, or count otherwise, than their data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rapportage.checks.drawings.drawn_numbers import of_drawing
from rapportage.checks.drawings.drawn_rows import other_day, other_state
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.loose_numbers import loose_numbers
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Tekening
from rapportage.content.model import Rapportage
from rapportage.errors import Finding
from rapportage.number_words import number_of_word

_RANKED = {"ranglijst": ("onderdelen", "naam"), "waardenkaart": ("waarden", "gemeente")}
"""The drawings whose bars or shades say who has most, with where their rows and names are."""
_CLAUSE = re.compile(r"[.,;:!?()](?=\s|\Z)|\s(?:en|maar|terwijl)\s")
_EXTREME = re.compile(
    r"\b(?:het|de)\s(?P<word>(?P<most>hoogste?|meest|grootste?|langste?)|laagste?|minst|kleinste?|kortste?)"
    r"(?=\s*(?:\Z|(?:met|van|in|bij|gemiddeld|scoort|scoren|score|waarde)\b))",
    re.I,
)
_FIRST_OF_NUMBER = re.compile(
    r"\b(?:het|de)\s(?P<word>(?P<most>hoogste?|meeste?|grootste?|langste?)|laagste?|minste?|kleinste?|kortste?)\b",
    re.I,
)
"""The same where its own number stands beside it: what follows is then what is measured."""
_NOT_ALONE = re.compile(
    r"\b(?:na|op\s(?:één|een|twee)|behalve|naast|niet|geen|dan|bijna|ook|samen|vorig\w*|eerder|ooit"
    r"|sinds|onder|boven)\b",
    re.I,
)
"""What makes it the first among others than those that are drawn."""
_STATES = {
    "afgerond": r"(?:afgerond|klaar)",
    "op schema": r"op\sschema",
    "loopt achter": r"(?:achter|loopt\sachter|lopen\sachter)",
    "niet begonnen": r"(?:nog\s)?niet\sbegonnen",
}
_NUMBER = (
    r"(?:[0-9]{1,2}|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien)"
)
_COUNT = rf"(?P<count>{_NUMBER})"
_SAID = {
    state: re.compile(
        rf"(?<![\w-]){_COUNT}(?:\s[\w-]+){{0,2}}\s(?:is|zijn|ligt|liggen|loopt|lopen|staat|staan)\s{words}\b",
        re.I,
    )
    for state, words in _STATES.items()
}
_OF_MORE = re.compile(rf"\b(?:{_NUMBER}\svan\s(?:de|deze)|ruim|bijna|minstens|meer|minder)\b", re.I)
_ALL = re.compile(
    rf"(?<![\w-]){_COUNT}\s(?:[a-z]+e\s)?(?:acties|onderwerpen|projecten|maatregelen|opgaven|doelen|afspraken"
    r"|thema['’]s)\b",
    re.I,
)


def otherwise_than_data(rapportage: Rapportage) -> Iterator[Finding]:
    """Each drawing whose description or caption says what its data do not."""
    for figuur in rapportage.figuren.values():
        value = figuur.value
        if not isinstance(value, Tekening):
            continue
        if told := _of_description(value, rapportage):
            yield Finding(told, figuur.place("alt"), _HINT)
        states = [str(one.get("staat")) for one in _rows(value.data, "onderwerpen")]
        for key in ("alt", "bijschrift") if value.soort == "statustabel" else ():
            if told := other_count(getattr(value, key) or "", states):
                yield Finding(told, figuur.place(key), _HINT)


def _of_description(value: Tekening, rapportage: Rapportage) -> str:
    """The first thing that a description says of a row, or calls the first, and that is otherwise."""
    alt = " ".join(EXPRESSION.sub("…", value.alt or "").split())
    if value.soort == "statustabel":
        rows = [(str(one.get("naam")), str(one.get("staat"))) for one in _rows(value.data, "onderwerpen")]
        return other_state(alt, rows)
    if value.soort == "tijdlijn":
        moments = [(str(one.get("titel")), str(one.get("wanneer"))) for one in _rows(value.data, "momenten")]
        return other_day(alt, moments, f"{value.bijschrift} {value.data}")
    ranked = _ranked(value) if value.soort in _RANKED else {}
    return other_first(alt, ranked) or of_drawing(alt, value, ranked, rapportage)


_HINT = "kijk de tekst na bij de figuur"


def _ranked(value: Tekening) -> dict[str, Decimal]:
    rows, name = _RANKED[value.soort]
    return {
        str(one[name]): Decimal(str(one["waarde"]))
        for one in _rows(value.data, rows)
        if name in one and isinstance(one.get("waarde"), int | float | Decimal)
    }


def other_first(text: str, values: Mapping[str, Decimal]) -> str:
    """What a text calls the highest or lowest, where another is; '' where it does not."""
    for clause in _CLAUSE.split(text):
        named = [one for one in values if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", clause, re.I)]
        of_its_number = len(named) == 1 and any(
            number_of(one) == values[named[0]] for one in loose_numbers(clause, small=True)
        )
        found = list((_FIRST_OF_NUMBER if of_its_number else _EXTREME).finditer(clause))
        if len(found) != 1 or len(named) != 1 or _NOT_ALONE.search(clause):
            continue
        first = max(values.values()) if found[0]["most"] else min(values.values())
        if values[named[0]] != first:
            right = next(one for one, value in values.items() if value == first)
            return f"hier heeft {named[0]} '{found[0][0]}', en in de figuur is dat {right}"
    return ""


def other_count(text: str, states: Sequence[str]) -> str:
    """What a text counts of the rows of a table of states, where there are others; '' where it does not."""
    for clause in _CLAUSE.split(text):
        if _OF_MORE.search(clause):
            continue
        for state, form in _SAID.items():
            if (found := form.search(clause)) and _number(found["count"]) != states.count(state):
                return f"hier staat '{found[0]}', en in de figuur staat '{state}' {states.count(state)} keer"
        counted = list(_ALL.finditer(clause))
        says_state = any(form.search(clause) for form in _SAID.values())
        if len(counted) == 1 and not says_state and _number(counted[0]["count"]) != len(states):
            return f"hier staat '{counted[0][0]}', en in de figuur staan er {len(states)}"
    return ""


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else number_of_word(words)


def _rows(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = data.get(key)
    return [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, list | tuple) else []
