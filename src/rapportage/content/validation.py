"""Check data against a model and say in Dutch, with a place, what is wrong with it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rapportage.content.source import Path_, Source
from rapportage.errors import ContentError, Problem, nearest

Model = TypeVar("Model", bound=BaseModel)

_EXPECTED = {
    "string_type": "tekst",
    "int_type": "een geheel getal",
    "int_parsing": "een geheel getal",
    "int_from_float": "een geheel getal",
    "decimal_type": "een getal",
    "decimal_parsing": "een getal",
    "bool_type": "true of false",
    "list_type": "een lijst",
    "tuple_type": "een lijst",
    "dict_type": "een blok met sleutels",
    "model_type": "een blok met sleutels",
    "model_attributes_type": "een blok met sleutels",
}
VALUE_HINTS = {
    "een lijst": "begin elk onderdeel op een eigen regel met '- '",
    "een blok met sleutels": "schrijf op de regels eronder 'sleutel: waarde'",
    "een getal": "schrijf een decimaal getal met een punt, zonder punten tussen duizendtallen: 1348 of 0.94",
    "een geheel getal": "schrijf een getal zonder punt, komma of aanhalingstekens",
    "true of false": "schrijf true of false, zonder aanhalingstekens",
}
"""The way out for a value of another type, by what it should be."""


def validate(model: type[Model], source: Source) -> Model:
    """The source's data as a frozen model; raises ContentError with every mistake and its place."""
    try:
        return model.model_validate({} if source.data is None else source.data)
    except ValidationError as error:
        found = [one for one in error.errors() if not _follows(one, error.errors())]
        raise ContentError(without_echoes([_problem(model, source, one) for one in found])) from None


def without_echoes(problems: list[Problem]) -> list[Problem]:
    """The problems without a missing key that an unknown one turns out to be."""
    meant = {(one.at.file, one.hint) for one in problems if one.rule == "sleutel-onbekend"}
    return [
        one
        for one in problems
        if one.rule != "sleutel-ontbreekt"
        or (one.at.file, f"bedoelde u {one.message.split()[2]}?") not in meant
    ]


def _follows(error: ErrorDetails, others: list[ErrorDetails]) -> bool:
    """Whether a list is only too short because what stands in it is wrong, which is told already."""
    depth = len(error["loc"])
    return error["type"] == "too_short" and any(
        len(other["loc"]) > depth and other["loc"][:depth] == error["loc"] for other in others
    )


def _problem(model: type[BaseModel], source: Source, error: ErrorDetails) -> Problem:
    path = _known_path(source, error["loc"])
    place = source.place(*path)
    key = str(error["loc"][-1]) if error["loc"] else "bestand"
    match error["type"]:
        case "missing":
            parent = source.place(*path[:-1]) if path else place
            return Problem(
                "fout", f"de sleutel '{key}' ontbreekt", parent, f"voeg '{key}: …' toe", "sleutel-ontbreekt"
            )
        case "extra_forbidden":
            known = _keys(model, path[:-1])
            return Problem(
                "fout", f"de sleutel '{key}' is onbekend", place, nearest(key, known), "sleutel-onbekend"
            )
        case "literal_error":
            allowed = [
                word.strip("'") for word in str(error["ctx"]["expected"]).replace(" or ", ", ").split(", ")
            ]
            hint = nearest(str(error["input"]), allowed)
            return Problem(
                "fout",
                f"'{shortened(error['input'])}' is geen waarde voor '{key}'",
                place,
                hint,
                "waarde-onbekend",
            )
        case "string_too_long":
            most = error["ctx"]["max_length"]
            return Problem(
                "fout", f"{named(path)} is te lang", place, f"gebruik hoogstens {most} tekens", "lengte"
            )
        case "too_long":
            most = error["ctx"]["max_length"]
            return Problem(
                "fout", f"{named(path)} heeft te veel onderdelen", place, f"hoogstens {most} passen", "aantal"
            )
        case "string_too_short" | "too_short":
            return Problem("fout", f"{named(path)} is leeg", place, "vul het in", "leeg")
        case "string_pattern_mismatch":
            return Problem(
                "fout",
                f"'{shortened(error['input'])}' kan geen naam zijn",
                place,
                "gebruik kleine letters, cijfers en koppeltekens, zoals menselijk-kapitaal",
                "naam",
            )
        case kind if kind in _EXPECTED and error["input"] is None:
            return Problem(
                "fout", f"{named(path)} is leeg", place, "vul het in, of verwijder de sleutel", "leeg"
            )
        case kind if kind in _EXPECTED:
            expected = _EXPECTED[kind]
            hint = VALUE_HINTS.get(expected)
            if expected == "tekst":
                hint = text_hint(error["input"])
            return Problem("fout", f"{named(path)} moet {expected} zijn", place, hint, "soort-waarde")
        case "dutch":
            return Problem("fout", error["ctx"]["message"], place, error["ctx"].get("hint") or None, "waarde")
        case kind:
            return Problem(
                "fout", f"{named(path)} heeft geen geldige waarde", place, None, kind.replace("_", "-")
            )


def text_hint(value: object) -> str:
    """The way out where something else than text stands."""
    if isinstance(value, dict):
        return "zet een tekst met een dubbele punt tussen aanhalingstekens"
    if value is None or isinstance(value, list):
        return "vul een tekst in"
    return f'zet het tussen aanhalingstekens: "{str(value).lower() if isinstance(value, bool) else value}"'


def named(path: Path_) -> str:
    """What messages call the value at this path: the key, or which item of which list."""
    if not path:
        return "de inhoud van dit bestand"
    if isinstance(path[-1], int):
        around = f" van '{path[-2]}'" if len(path) > 1 else ""
        return f"onderdeel {path[-1] + 1}{around}"
    return f"'{path[-1]}'"


def shortened(value: object) -> str:
    """The value as text, of at most 60 letters."""
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _known_path(source: Source, location: tuple[str | int, ...]) -> Path_:
    """The location without the names that Pydantic adds for validators and union members."""
    path: list[str | int] = []
    for index, step in enumerate(location):
        if (*path, step) in source.positions or index == len(location) - 1:
            path.append(step)
    return tuple(path)


def _keys(model: type[BaseModel], path: Path_) -> list[str]:
    """The keys that may stand in the block at `path`."""
    for step in path:
        if isinstance(step, int):
            continue
        field = next((f for name, f in model.model_fields.items() if (f.alias or name) == step), None)
        inner = next(models_in(field.annotation), None) if field else None
        if inner is None:
            return []
        model = inner
    return keys_of(model)


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys of a model as files write them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's annotation names, also inside lists and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif (
        get_origin(annotation) in (Union, types.UnionType, tuple, list) or get_origin(annotation) is not None
    ):
        for inner in get_args(annotation):
            yield from models_in(inner)
