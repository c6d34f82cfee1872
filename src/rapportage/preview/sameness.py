"""Whether two values are the same to the last place: also in what is left out when they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def alike(one: Any, other: Any) -> bool:
    """Whether both hold the same; it is quick where they have most things in common."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if is_dataclass(one):
        kind: Any = type(one)
        return all(alike(getattr(one, name), getattr(other, name)) for name in _names(kind))
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, Mapping):
        return list(one) == list(other) and all(alike(value, other[key]) for key, value in one.items())
    return bool(one == other)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))
