"""The municipalities with their identifiers in the TOOI register, from a list that comes along."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("gemeenten.txt")
_ADDRESS = "https://identifier.overheid.nl/tooi/id/gemeente/gm"


@cache
def municipalities() -> dict[str, str]:
    """The address of each municipality in the TOOI register, by its name."""
    lines = _LIST.read_text("utf-8").splitlines()
    rows = (line.split(" ", 1) for line in lines if not line.startswith("#"))
    return {name: _ADDRESS + code for code, name in rows}


def identifier(name: str) -> str | None:
    """The address of this municipality; None where the list has none of this name."""
    return municipalities().get(name)


def meant(name: str) -> str | None:
    """The name in the list that this one was meant to be, where it is very like it."""
    return next(iter(get_close_matches(name, municipalities(), n=1, cutoff=0.8)), None)
