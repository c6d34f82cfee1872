"""The validator of drawings' data, whose work grows no faster than the data, whatever a schema asks.

A pattern of Python's own, such as ^(a+)+$, can take years on a line. Pydantic's engine is linear, and cannot
look ahead or back for that.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

MOST_PARTS = 10_000
"""A schema of more keys and values than this describes no drawing, and takes long to judge."""
LONGEST = 1000
"""A longer text is not held against a pattern, and fits none."""


@cache
def validator() -> Any:
    """The class that judges data by a JSON Schema (2020-12)."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    words = {"pattern": _pattern, "uniqueItems": _unique_items}
    # The library has no types for it.
    return extend(Draft202012Validator, words)  # type: ignore[no-untyped-call]


def unusable_pattern(schema: Any) -> str | None:
    """The first pattern, at any depth, that the engine cannot read; None where there is none."""
    if isinstance(schema, Mapping):
        own = schema.get("pattern")
        if isinstance(own, str) and _matcher(own) is None:
            return own
    parts = schema.values() if isinstance(schema, Mapping) else schema if isinstance(schema, list) else ()
    return next((found for one in parts if (found := unusable_pattern(one)) is not None), None)


def parts_of(value: Any) -> int:
    """How many keys and values there are at any depth."""
    if isinstance(value, Mapping):
        return sum(1 + parts_of(one) for one in value.values())
    return sum(1 + parts_of(one) for one in value) if isinstance(value, list) else 1


def first_again(values: list[Any]) -> int | None:
    """The position of the first value that stood before; None where each stands once."""
    seen: set[Hashable] = set()
    for at, value in enumerate(values):
        same = _canonical(value)
        if same in seen:
            return at
        seen.add(same)
    return None


@lru_cache(maxsize=256)
def _matcher(pattern: str) -> Any:
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    try:
        return SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))
    except SchemaError:
        return None


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if isinstance(value, str):
        matcher = _matcher(pattern) if len(value) <= LONGEST else None
        if matcher is None or not matcher.isinstance_python(value):
            yield ValidationError(f"does not match {pattern}")


def _unique_items(_validator: Any, wanted: Any, value: Any, _schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if wanted and isinstance(value, list) and first_again(value) is not None:
        yield ValidationError("has non-unique elements")


def _canonical(value: Any) -> Hashable:
    """What is the same for the same value: 1 and 1.0 are, 1 and true are not."""
    if isinstance(value, Mapping):
        return "{", frozenset((key, _canonical(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return "[", tuple(map(_canonical, value))
    return isinstance(value, bool), Decimal(str(value)) if isinstance(value, float) else value
