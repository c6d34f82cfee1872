"""Who is who in the TOOI register: the municipalities, from a list that comes along, and the provinces."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from rapportage.content.offices import BodyKind

_LIST = Path(__file__).with_name("gemeenten.txt")
_REGISTER = "https://identifier.overheid.nl/tooi/id"
_PROVINCES = (
    *("Groningen", "Fryslân", "Drenthe", "Overijssel", "Flevoland", "Gelderland"),
    *("Utrecht", "Noord-Holland", "Zuid-Holland", "Zeeland", "Noord-Brabant", "Limburg"),
)
"""The provinces in the order of their codes, which begin at 20."""


@cache
def municipalities() -> dict[str, str]:
    """The address of each municipality in the TOOI register, by its name."""
    lines = _LIST.read_text("utf-8").splitlines()
    rows = (line.split(" ", 1) for line in lines if not line.startswith("#"))
    return {name: f"{_REGISTER}/gemeente/gm{code}" for code, name in rows}


def known(kind: BodyKind) -> Mapping[str, str]:
    """The addresses in the register of the bodies of this kind, by their names; of water boards none."""
    if kind == "gemeente":
        return municipalities()
    names = _PROVINCES if kind == "provincie" else ()
    return {name: f"{_REGISTER}/provincie/pv{code}" for code, name in enumerate(names, 20)}


def identifier(kind: BodyKind, name: str) -> str | None:
    """The address of this body; None where no list has one of this name."""
    return known(kind).get(name)


def meant(kind: BodyKind, name: str) -> str | None:
    """The name in the list that this one was meant to be, where it is very like it."""
    return next(iter(get_close_matches(name, known(kind), n=1, cutoff=0.8)), None)
