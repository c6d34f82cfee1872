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
    terms = dict(abbreviations)
    return [(*found.span(), terms[found[0]]) for found in _pattern(abbreviations).finditer(text)]


@cache
def _pattern(abbreviations: Abbreviations) -> re.Pattern[str]:
    words = sorted((re.escape(short) for short, _ in abbreviations), key=len, reverse=True)
    return re.compile(rf"(?<![{_BESIDE}])(?:{'|'.join(words)})(?![\w@~&'’\u2011-]|[./]\w)")
