"""Say in Dutch what does not fit where it stands: the same of the same mistake, whoever found it.

Pydantic judges models and JSON Schema the data of drawings. What either finds is named after the word
of JSON Schema that it goes against (2020-12, Validation), since a model says all it asks in those too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rapportage.content.fields import is_blank
from rapportage.content.file_names import usable_name
from rapportage.content.source import Path_, Source
from rapportage.dutch import count_text, list_text
from rapportage.errors import TWICE, UNKNOWN, UNUSED, Finding, Problem, closest, nearest, shortened

HOW_NAMES_ARE_WRITTEN = "gebruik kleine letters, cijfers en koppeltekens, zoals menselijk-kapitaal"

SAID = {
    "required": ("de sleutel '{key}' ontbreekt", "voeg '{key}: …' toe{others}", "sleutel-ontbreekt"),
    "dependentRequired": ("bij '{key}' hoort '{limit}'", "voeg '{limit}: …' toe", "sleutel-ontbreekt"),
    "additionalProperties": ("de sleutel '{key}' is onbekend", "{near}", "sleutel-onbekend"),
    "not": ("'{key}' doet hier niets", "verwijder de sleutel", UNUSED),
    "type": ("{what} moet {types} zijn", "{written}", "soort-waarde"),
    "enum": ("'{value}' is geen waarde voor {what}", "{near}", "waarde-onbekend"),
    "x-uit": ("{limit} '{value}' is onbekend", "{near_or_official}", UNKNOWN),
    "pattern": ("'{value}' kan geen naam zijn", "{usable}", "naam"),
    "maxLength": ("{what} is te lang", "gebruik hoogstens {limit} tekens", "lengte"),
    "minLength": ("{what} is te kort", "gebruik minstens {limit} tekens", "lengte"),
    "maxItems": ("{what} heeft {count}; dat is te veel", "hoogstens {limit} passen", "aantal"),
    "minItems": ("{what} heeft {count}; dat is te weinig", "noem er minstens {limit}", "aantal"),
    "uniqueItems": ("in {around} staat {same} twee keer", "laat er één staan", TWICE),
    "minimum": ("{what} is te klein: {value}", "kies een getal vanaf {limit}", "bereik"),
    "exclusiveMinimum": ("{what} is te klein: {value}", "kies een getal boven {limit}", "bereik"),
    "maximum": ("{what} is te groot: {value}", "kies een getal tot en met {limit}", "bereik"),
    "exclusiveMaximum": ("{what} is te groot: {value}", "kies een getal onder {limit}", "bereik"),
    "overfull": (
        "deze figuur heeft meer dan {limit} gegevens",
        "kies er minder, of een andere figuur",
        "aantal",
    ),
    "dutch": ("{limit[0]}", "{limit[1]}", "waarde"),
    "other": ("{what} heeft geen geldige waarde", "{limit}", "waarde"),
}
"""Message, hint and rule of each kind of finding; what braces name is in `_words`."""
_EMPTY = "{what} is leeg", "vul het in", "leeg"
_NOTHING = "{what} is leeg", "vul het in, of verwijder de sleutel", "leeg"
_TYPES = {
    "null": ("leeg", "verwijder de waarde"),
    "string": ("tekst", ""),
    "array": ("een lijst", "begin elk onderdeel op een eigen regel met '- '"),
    "object": ("een blok met sleutels", "schrijf op de regels eronder 'sleutel: waarde'"),
    "boolean": ("true of false", "schrijf true of false, zonder aanhalingstekens"),
    "integer": ("een geheel getal", "schrijf een getal zonder punt, komma of aanhalingstekens"),
    "number": (
        "een getal",
        "schrijf een decimaal getal met een punt, zonder punten tussen duizendtallen: 1348 of 0.94",
    ),
}
"""What the types are called, and how a value of each is written; for text see `_as_text`."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One mistake; `limit` is what was asked for instead, and `known` are the words that may stand there.

    `needed` says that the key cannot be left out.
    """

    kind: str
    path: Path_
    limit: Any = ""
    known: tuple[str, ...] = ()
    value: Any = None
    needed: bool = False


def told(findings: Iterable[Mismatch], source: Source) -> list[Problem]:
    """Each finding as a problem, told once, except for a missing key that an unknown one was meant to be."""
    found = list(findings)
    unknown = [one for one in found if one.kind == "additionalProperties"]
    meant = {(*one.path[:-1], closest(str(one.path[-1]), one.known)) for one in unknown}
    wanted = (
        one
        for one in found
        if one.kind != "required"
        or meant.isdisjoint((*one.path[:-1], key) for key in (one.path[-1], *one.known))
    )
    return list(dict.fromkeys(_problem(one, source) for one in wanted))


def named(path: Path_) -> str:
    """What messages call the value at this path: the key, or which item of which list."""
    if not path:
        return "de inhoud van dit bestand"
    if isinstance(path[-1], int):
        around = f" van '{path[-2]}'" if len(path) > 1 else ""
        return f"onderdeel {path[-1] + 1}{around}"
    return f"'{path[-1]}'"


def finding(one: Mismatch, source: Source) -> Finding:
    """What a mismatch is in Dutch, with its place in the source."""
    (message, hint, _), words = _said(one), _words(one)
    at = source.place(*one.path)
    if one.kind == "additionalProperties" and (number := _parted_number(one, source)):
        written, before = number
        message = f"'{written}' is hier geen getal: een komma begint iets nieuws"
        return Finding(message, at, f"schrijf '{before}: {written.replace(',', '.')}', met een punt", "")
    if one.kind in ("minimum", "exclusiveMinimum") and one.limit == 0 and _is_drawn(one, source):
        hint = f"{hint}; minder dan nul is hier niet te tekenen: neem daarvoor een tabel of een grafiek"
    return Finding(message.format(**words), at, hint.format(**words) or None, str(words["key"]))


def _parted_number(one: Mismatch, source: Source) -> tuple[str, str] | None:
    """The number with a comma of which a key is the last part, and the key that it is of: '{getal: 10,4}'."""
    around: Any = source.data
    for step in one.path[:-1]:
        is_there = step in around if isinstance(around, dict) else isinstance(around, list)
        around = around[step] if is_there else None
    keys = list(around) if isinstance(around, dict) else []
    key = next((at for at, each in enumerate(keys) if str(each) == str(one.path[-1])), 0)
    if not key or not str(one.path[-1]).isdigit() or around[keys[key]] is not None:
        return None
    whole = around[keys[key - 1]]
    is_whole = isinstance(whole, int) and not isinstance(whole, bool)
    return (f"{whole},{keys[key]}", str(keys[key - 1])) if is_whole else None


def _is_drawn(one: Mismatch, source: Source) -> bool:
    """Whether a number below zero stands where it would be drawn."""
    return "/figuren/" in source.file and isinstance(one.value, int | float | Decimal) and one.value < 0


def _problem(one: Mismatch, source: Source) -> Problem:
    return finding(one, source).told("fout", _said(one)[2])


def _said(one: Mismatch) -> tuple[str, str, str]:
    """The row of the table; a value that is not there is not said to be too short or of another sort."""
    if one.kind in ("type", "enum") and one.value is None:
        return _EMPTY if one.needed else _NOTHING
    if one.kind in ("minLength", "minItems") and (not one.value or is_blank(str(one.value))):
        return _EMPTY
    return SAID[one.kind]


def _words(one: Mismatch) -> dict[str, Any]:
    """What messages and hints may name of a finding."""
    key, value = one.path[-1] if one.path else "", shortened(one.value)
    near = _near(str(key if one.kind == "additionalProperties" else one.value), one.known)
    items = one.value if isinstance(one.value, list) else ()
    types = one.limit if one.kind == "type" else ("string",)
    return {
        "key": key,
        "what": named(one.path),
        "around": named(one.path[:-1]),
        "value": value,
        "same": f"'{value}'" if isinstance(one.value, str) else "hetzelfde",
        "limit": one.limit,
        "count": count_text(len(items), "onderdeel", "onderdelen"),
        "near": near,
        "others": "".join(f", of '{word}: …'" for word in one.known),
        "usable": _usable(str(one.value)),
        "near_or_official": near
        or "".join(f"schrijf de officiële naam, zoals {word}" for word in one.known[:1]),
        "types": " of ".join(_TYPES[name][0] for name in types),
        "written": _TYPES[types[-1]][1] or _as_text(one.value),
    }


def _near(value: str, known: tuple[str, ...]) -> str:
    """The known words that were perhaps meant, longer forms of the value first; '' when none is like it."""
    if "true" in known:  # no text: in quotes it would be one
        others = [word for word in known if word not in ("true", "false")]
        return "zonder aanhalingstekens: true of false" + "".join(f"; of {word}" for word in others)
    longer = [repr(word) for word in known if word.lower().startswith(f"{value.lower()} ")][:3]
    return f"bedoelde u {list_text(longer)}?" if longer else nearest(value, known) or ""


def _usable(value: str) -> str:
    """The way out where something else than a name stands: perhaps the name of a whole file."""
    name = usable_name(value.removesuffix(".md").removesuffix(".yaml"))
    return f"schrijf {name}" if name else HOW_NAMES_ARE_WRITTEN


def _as_text(value: object) -> str:
    """The way out where something else than text stands."""
    if isinstance(value, dict):
        return "zet een tekst met een dubbele punt of accolades tussen aanhalingstekens"
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"schrijf alleen de woorden, zonder streepje en haken: {shortened(value[0])}"
    if value is None or isinstance(value, list):
        return "vul een tekst in"
    return f'zet het tussen aanhalingstekens: "{str(value).lower() if isinstance(value, bool) else value}"'
