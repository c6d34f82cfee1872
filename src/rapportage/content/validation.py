"""Check data against a model; what Pydantic says is wrong becomes mismatches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rapportage.content.fields import NAAM
from rapportage.content.findings import Mismatch, told
from rapportage.content.source import Path_, Source
from rapportage.errors import ContentError

Model = TypeVar("Model", bound=BaseModel)

_OTHER = "other", "zie de handleiding, De bestanden en hun sleutels"
_FOUND: dict[str, tuple[str, Any]] = {
    "missing": ("required", ""),
    "extra_forbidden": ("additionalProperties", ""),
    "literal_error": ("enum", ""),
    "unknown_word": ("enum", ""),
    "string_pattern_mismatch": ("pattern", ""),
    "dutch": ("dutch", ""),
    "string_type": ("type", ("string",)),
    "int_type": ("type", ("integer",)),
    "int_parsing": ("type", ("integer",)),
    "int_from_float": ("type", ("integer",)),
    "bool_type": ("type", ("boolean",)),
    "tuple_type": ("type", ("array",)),
    "model_type": ("type", ("object",)),
    "dict_type": ("type", ("object",)),
    "string_too_long": ("maxLength", "max_length"),
    "string_too_short": ("minLength", "min_length"),
    "too_long": ("maxItems", "max_length"),
    "too_short": ("minItems", "min_length"),
    "greater_than_equal": ("minimum", "ge"),
    "less_than_equal": ("maximum", "le"),
}
"""The kind of mismatch that each of Pydantic's errors is, with the limit, or where the error says it."""


def validate(
    model: type[Model],
    source: Source,
    besides: Sequence[Mismatch] = (),
    context: Mapping[str, Any] | None = None,
) -> Model:
    """The source's data as a frozen model; raises ContentError with every mistake, those `besides` too.

    What other files say that the model's own checks need stands in `context`.
    """
    found = list(besides)
    try:
        value = model.model_validate({} if source.data is None else source.data, context=context)
    except ValidationError as error:
        errors = (one for one in error.errors() if not _is_long_enough(one))
        found = [*(_mismatch(model, source, one) for one in errors), *besides]
    if found:
        raise ContentError(told(found, source))
    return value


def _is_long_enough(error: ErrorDetails) -> bool:
    """Whether a list only counts as too short because what stands in it is wrong, which is told already."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _mismatch(model: type[BaseModel], source: Source, error: ErrorDetails) -> Mismatch:
    """What one of Pydantic's errors says."""
    path, said = _known_path(source, error["loc"]), error.get("ctx", {})
    kind, limit = _FOUND.get(error["type"], _OTHER)
    if kind == "maxItems" and isinstance(error["input"], str):
        kind = "maxLength"  # behind a validator of ours Pydantic calls a text too long as it does a list
    known: Sequence[str] = ()
    match kind:
        case "additionalProperties":
            known = next(map(keys_of, models_in(_annotation(model, path[:-1]))), ())
        case "enum":
            inside = said.get("known") or _inside(_annotation(model, path))
            words = (one for one in inside if isinstance(one, str | bool))
            known = [one if isinstance(one, str) else str(one).lower() for one in words]
        case "dutch":
            limit, path = (said["message"], said["hint"]), (*path, *said["at"])
        case "pattern" if said["pattern"] != NAAM:
            kind, limit = _OTHER
    limit = said.get(limit, limit)
    return Mismatch(kind, path, limit, tuple(known), error["input"], needed=_is_needed(model, path))


def _known_path(source: Source, location: tuple[str | int, ...]) -> Path_:
    """The location without the names that Pydantic adds for validators and union members."""
    path: list[str | int] = []
    for index, step in enumerate(location):
        if (*path, step) in source.positions or index == len(location) - 1:
            path.append(step)
    return tuple(path)


def _annotation(model: type[BaseModel], path: Path_) -> Any:
    """What the models say may stand at `path`; None where they know no such key."""
    found: Any = model
    for step in path:
        if isinstance(step, str):
            fields = next((one.model_fields for one in models_in(found)), {})
            found = next(
                (one.annotation for name, one in fields.items() if (one.alias or name) == step), None
            )
    return found


def _is_needed(model: type[BaseModel], path: Path_) -> bool:
    """Whether what stands at `path` cannot be left out: a key that must be there, or an item of a list."""
    around = next(models_in(_annotation(model, path[:-1])), None) if path else None
    fields = around.model_fields.items() if around else ()
    return any(one.is_required() for name, one in fields if (one.alias or name) == path[-1])


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys of a model as files write them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's annotation names, also inside lists and unions."""
    return (one for one in _inside(annotation) if isinstance(one, type) and issubclass(one, BaseModel))


def _inside(annotation: Any) -> Iterator[Any]:
    """The annotation and all that it is made of, down to the words of a literal."""
    yield annotation
    for inner in get_args(annotation):
        yield from _inside(inner)
