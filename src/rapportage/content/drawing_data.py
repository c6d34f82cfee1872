"""The data of a drawing, beside the schema of its kind: what is wrong with them, and their defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise
from typing import Any

from rapportage.cache import Verdict
from rapportage.content.drawings import DrawingKind
from rapportage.content.fields import (
    EXPRESSION,
    MOMENT,
    NAAM,
    UNCLOSED,
    is_blank,
    is_unclosed,
    markup_in,
    meant_thousands,
    moment_text,
)
from rapportage.content.figures import Tekening
from rapportage.content.findings import SAID, Mismatch, named
from rapportage.content.schema_validator import first_again, validator
from rapportage.content.source import Path_
from rapportage.content.validation import keys_of
from rapportage.dutch import number_text

_MOST_VALUES, _MOST_FINDINGS = 5000, 40
"""More values than this no drawing holds; after so many findings in one file the rest can wait."""


def data_findings(kind: DrawingKind, data: Mapping[str, Any]) -> list[Mismatch]:
    """What is wrong with the data of a drawing, by its kind's schema alone."""
    if too_many := _overfull(kind, data):
        return too_many  # what follows would take long, and tell no more
    errors = _errors(kind, _worked_out(data))
    # The validator says one thing once for each key that is missing; `_found` finds all of them.
    each = {(tuple(one.absolute_path), tuple(one.absolute_schema_path)): one for one in errors}.values()
    asked = number_paths(kind, data)
    found = [
        replace(finding, needed=_is_needed(kind.schema, finding.path))
        for one in each
        for finding in _found(one)
        if finding.path not in asked
    ]
    return [*found, *_in_texts(kind, data), *_in_sum(kind, data)][:_MOST_FINDINGS]


def _errors(kind: DrawingKind, data: Any) -> list[Any]:
    """What the validator finds; data in which it found nothing are not held against their schema again."""
    verdict = Verdict("gegevens", repr(kind.schema), repr(data))
    if verdict.is_good:
        return []
    from referencing import Registry

    # An empty registry: nothing is fetched, whatever a schema says.
    judge = validator()(dict(kind.schema), registry=Registry())
    errors = list(islice(judge.iter_errors(data), _MOST_FINDINGS))
    if not errors:
        verdict.note()
    return errors


def _overfull(kind: DrawingKind, data: Mapping[str, Any]) -> list[Mismatch]:
    """The lists that hold more than their schema allows, or that all data together are too many."""
    pairs = list(islice(_paired(kind.schema, data, ()), _MOST_VALUES + 1))
    if len(pairs) > _MOST_VALUES:
        return [Mismatch("overfull", (), _MOST_VALUES)]
    return [
        Mismatch("maxItems", path, most, value=value)
        for path, value, schema in pairs
        if isinstance(value, list) and isinstance(most := schema.get("maxItems"), int) and len(value) > most
    ]


def _in_texts(kind: DrawingKind, data: Mapping[str, Any]) -> Iterator[Mismatch]:
    """What the validator does not know: thousands, our expressions, and words from a file."""
    for path, text, schema in _paired(kind.schema, data, ()):
        if (meant := meant_thousands(text)) and _types(schema) != ["string"]:  # that is told of a text
            hint = f"bedoelde u {meant}? schrijf een decimaal getal met een nul erachter: {text}0"
            yield Mismatch("dutch", path, (f"{text} kan een duizendtal zijn", hint))
        if isinstance(text, str) and is_unclosed(text):
            yield Mismatch("dutch", path, UNCLOSED)
        if isinstance(text, str) and (told := markup_in(text)):
            yield Mismatch("dutch", path, told)
        if schema.get("format") == "moment" and isinstance(text, str) and not _is_moment(text):
            hint = "schrijf een dag als 2024-06-30, of een maand als 2024-06"
            yield Mismatch("dutch", path, (f"'{text}' is geen dag of maand", hint))
        if isinstance(text, list):
            yield from _among_items(path, text, schema)
        if (
            isinstance(text, str)
            and "x-uit" in schema
            and text not in (words := kind.choices[schema["x-uit"]])
        ):
            yield Mismatch("x-uit", path, schema.get("format", "waarde"), words, text)


def _among_items(path: Path_, items: list[Any], schema: Mapping[str, Any]) -> Iterator[Mismatch]:
    """The items of a list that have the same name as one before, or stand behind one that comes later."""
    if name := schema.get("x-uniek"):
        seen: set[str] = set()
        for at, word in _words_of(items, name):
            key = " ".join(word.split()).casefold()
            if key in seen:
                yield Mismatch("uniqueItems", (*path, at), value=word)
            seen.add(key)
    if name := schema.get("x-eenmaal"):
        yield from _in_two_items(path, items, name)
    if name := schema.get("x-oplopend"):
        yield from _going_back(path, items, name)
    if name := schema.get("x-daalt"):
        yield from _growing(path, items, name)
    for field, (first, later) in schema.get("x-na-elkaar", {}).items():
        words = list(_words_of(items, field))
        since = next((at for at, word in words if word == later), len(items))
        for at, word in words:
            if word == first and at > since:
                message = f"onderdeel {at + 1} is '{first}', en onderdeel {since + 1} ervoor is '{later}'"
                hint = "zet ze in de volgorde waarin ze komen, of verbeter de staat"
                yield Mismatch("dutch", (*path, at, field), (message, hint))


def _is_moment(text: str) -> bool:
    return bool(re.fullmatch(MOMENT, text.strip()) or EXPRESSION.search(text))


def _going_back(path: Path_, items: list[Any], field: str) -> Iterator[Mismatch]:
    """Each item with an earlier moment than the one before; a day lies within its month."""
    for (_, before), (at, now) in pairwise(_words_of(items, field)):
        length = min(len(before), len(now))
        if re.fullmatch(MOMENT, before) and re.fullmatch(MOMENT, now) and now[:length] < before[:length]:
            message = f"onderdeel {at + 1} is van {moment_text(now)}, en dat ervoor van {moment_text(before)}"
            yield Mismatch("dutch", (*path, at, field), (message, "zet ze van vroeg naar laat"))


def _growing(path: Path_, items: list[Any], field: str) -> Iterator[Mismatch]:
    """Each item with a larger number than the one before."""
    numbers = [_number_in(item, field) for item in items]
    for at, (before, now) in enumerate(pairwise(numbers), 1):
        if before is not None and now is not None and now > before:
            message = f"onderdeel {at + 1} is {_shown(now)}, en onderdeel {at} ervoor is {_shown(before)}"
            hint = "zet ze in de volgorde waarin ze op elkaar volgen; er kan onderweg niets bij komen"
            yield Mismatch("dutch", (*path, at, field), (message, hint))


def _in_sum(kind: DrawingKind, data: Mapping[str, Any]) -> Iterator[Mismatch]:
    """An end that is not what begin and steps come to; numbers that are still to be worked out are left."""
    parts = kind.schema.get("x-telt-op")
    if not parts:
        return
    begin = data.get(parts["begin"])
    steps = data.get(parts["stappen"])
    numbers = [
        _number_in(one, "waarde")
        for one in (*([] if begin is None else [begin]), *(steps if isinstance(steps, list) else []))
    ]
    end = _number_in(data.get(parts["eind"]), "waarde")
    known = [one for one in numbers if one is not None]
    total = sum(known, Decimal())
    if end is None or len(known) < len(numbers) or total == end:
        return
    message = f"'{parts['eind']}' is {_shown(end)}, en begin en stappen zijn samen {_shown(total)}"
    yield Mismatch("dutch", (parts["eind"], "waarde"), (message, "verbeter het getal, of noem elke stap"))


def _shown(number: Decimal) -> str:
    """The number with the decimals that it was given."""
    return number_text(number, max(0, -int(number.normalize().as_tuple().exponent)))


def _number_in(item: Any, field: str) -> Decimal | None:
    """The number that an item has in this field, if it is one."""
    value = item.get(field) if isinstance(item, Mapping) else None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return Decimal(str(value))


def _in_two_items(path: Path_, items: list[Any], field: str) -> Iterator[Mismatch]:
    """Each word in a list of an item that an item before has in that list too."""
    before: dict[str, int] = {}
    for at, item in enumerate(items):
        listed = item.get(field) if isinstance(item, Mapping) else None
        words = [one if isinstance(one, str) else "" for one in listed] if isinstance(listed, list) else []
        for place, word in enumerate(words):
            if word in before:
                message = f"'{word}' staat in onderdeel {at + 1}, en ook in onderdeel {before[word] + 1}"
                yield Mismatch("dutch", (*path, at, field, place), (message, "laat er één staan"))
        before |= {word: at for word in words if word}


def _words_of(items: list[Any], field: str) -> Iterator[tuple[int, str]]:
    for at, item in enumerate(items):
        if isinstance(item, Mapping) and isinstance(word := item.get(field), str) and word.strip():
            yield at, word


def number_paths(kind: DrawingKind, data: Mapping[str, Any]) -> frozenset[Path_]:
    """Where an expression alone stands for a number: what it stands for is judged once it is worked out."""
    return frozenset(
        path
        for path, value, schema in _paired(kind.schema, data, ())
        if isinstance(value, str)
        and EXPRESSION.fullmatch(value.strip())
        and {"number", "integer"} & set(_types(schema))
    )


def _types(schema: Mapping[str, Any]) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else list(types)


def unknown_opgaven(
    kind: DrawingKind, data: Mapping[str, Any], known: Mapping[str, str]
) -> Iterator[Mismatch]:
    """The tasks that a drawing names and the organisation does not have."""
    for path, value, schema in _paired(kind.schema, data, ()):
        if isinstance(value, str) and schema.get("format") == "opgave" and value not in known:
            yield Mismatch("x-uit", path, "opgave", tuple(known), value)


def with_defaults(schema: Mapping[str, Any], value: Any) -> Any:
    """The data with every optional key that is left out at its default, None where it has none."""
    if isinstance(value, Mapping):
        properties = schema.get("properties", {})
        given = {key: with_defaults(properties.get(key, {}), one) for key, one in value.items()}
        return {key: one.get("default") for key, one in properties.items()} | given
    if isinstance(value, list | tuple):
        return [with_defaults(schema.get("items", {}), one) for one in value]
    return value


# --- walking data beside its schema ----------------------------------------------------------


def _paired(
    schema: Mapping[str, Any], value: Any, path: Path_
) -> Iterator[tuple[Path_, Any, Mapping[str, Any]]]:
    yield path, value, schema
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _paired(schema.get("properties", {}).get(key, {}), one, (*path, key))
    elif isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _paired(schema.get("items", {}), one, (*path, index))


def _is_needed(schema: Mapping[str, Any], path: Path_) -> bool:
    """Whether the key at this path must be there."""
    for step in path[:-1]:
        schema = (
            schema.get("items", {}) if isinstance(step, int) else schema.get("properties", {}).get(step, {})
        )
    return bool(path) and path[-1] in schema.get("required", ())


def _worked_out(value: Any) -> Any:
    """The data as long as they will be: each expression as one digit, since it becomes a number."""
    if isinstance(value, Mapping):
        return {key: _worked_out(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_worked_out(one) for one in value]
    if isinstance(value, str):
        return "" if is_blank(value) else EXPRESSION.sub("0", value)
    return value


_NOT_BELOW = "deze figuur kan geen getal onder nul tonen; zet de getallen in een tabel"


# --- what the schema's validator finds -------------------------------------------------------


def _found(error: Any) -> Iterator[Mismatch]:
    """What one of the validator's errors says."""
    path, limit, value = tuple(error.absolute_path), error.validator_value, error.instance
    match error.validator:
        case "required":
            yield from (Mismatch("required", (*path, name)) for name in limit if name not in value)
        case "dependentRequired":
            for name in (one for one in limit if one in value):
                lacking = (other for other in limit[name] if other not in value)
                yield from (Mismatch("dependentRequired", (*path, name), other) for other in lacking)
        case "additionalProperties":
            properties = error.schema.get("properties", {})
            known = (*properties, *(() if path else keys_of(Tekening)))
            unknown = (name for name in value if name not in properties)
            yield from (Mismatch("additionalProperties", (*path, name), known=known) for name in unknown)
        case "not" if isinstance(limit, dict) and list(limit) == ["required"]:
            yield from (Mismatch("not", (*path, name)) for name in limit["required"])
        case "type":
            types = [name for name in ([limit] if isinstance(limit, str) else limit) if name != "null"]
            yield Mismatch("type", path, tuple(types or ["null"]), value=value)
        case "enum" | "const" as kind:
            yield Mismatch(
                "enum", path, known=tuple(map(str, limit if kind == "enum" else [limit])), value=value
            )
        case "uniqueItems":
            again = first_again(value) or 0
            yield Mismatch("uniqueItems", (*path, again), value=value[again])
        case "minimum" if limit == 0 and error.schema.get("type") == "number":
            said = f"{named(path)} is onder nul: {_shown(Decimal(str(value)))}", _NOT_BELOW
            yield Mismatch("dutch", path, said)
        case kind if kind in SAID and kind != "not" and (kind != "pattern" or limit == NAAM):
            yield Mismatch(kind, path, limit, value=value)
        case _:
            yield Mismatch("other", path, "zie 'rapportage figures --kinds'")
