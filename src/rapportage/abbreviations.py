"""Where abbreviations of the document's own list stand in a text, for who hears them written out."""

from __future__ import annotations

import re
from functools import cache

_BESIDE = r"\w/.@#&'’\u2011-"
"""What stands beside an abbreviation that is part of a longer word, of a name or of an address."""

Abbreviations = tuple[tuple[str, str], ...]


def abbreviated(text: str, abbreviations: Abbreviations) -> list[tuple[int, int, str]]:
    """Where each abbreviation begins and ends in the text, and what it stands for."""
    if not abbreviations:
        return []
    return _placed(_pattern(abbreviations), text, dict(abbreviations))


def compounded(text: str, abbreviations: Abbreviations) -> list[tuple[int, int, str]]:
    """The same of those that begin a compound: 'WW' in 'WW-uitkeringen' and in 'WW- en AOW-gelden'."""
    if not abbreviations:
        return []
    return _placed(_compounds(abbreviations), text, dict(abbreviations))


def _placed(pattern: re.Pattern[str], text: str, terms: dict[str, str]) -> list[tuple[int, int, str]]:
    return [(*found.span(), terms[found[0]]) for found in pattern.finditer(text)]


@cache
def _compounds(abbreviations: Abbreviations) -> re.Pattern[str]:
    behind = r"[\u2011-](?:[a-zà-öø-ÿ]|\s(?:en|of)\s)"
    return re.compile(rf"(?<![{_BESIDE}])(?:{_any_of(abbreviations)})(?={behind})")


@cache
def _pattern(abbreviations: Abbreviations) -> re.Pattern[str]:
    return re.compile(rf"(?<![{_BESIDE}])(?:{_any_of(abbreviations)})(?![\w@~&'’\u2011-]|[./]\w)")


def _any_of(abbreviations: Abbreviations) -> str:
    return "|".join(sorted((re.escape(short) for short, _ in abbreviations), key=len, reverse=True))
