"""Find abbreviations that the list of terms does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rapportage.bounds import MAX_TOLD
from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION
from rapportage.content.model import Loaded, Rapportage
from rapportage.content.source import Path_
from rapportage.errors import Finding, Place, nearest

_MOST_LETTERS = 5
_ABBREVIATION = re.compile(
    rf"(?<![\w/.@#&-])(?!(?:[IVXLC]+|TODO)\b)[A-Z]{{2,{_MOST_LETTERS}}}(?![\w@~&]|\.\w)"
)
_WEIGHTY = frozenset(
    [
        "DE",
        "HET",
        "EEN",
        "EN",
        "OF",
        "OP",
        "IN",
        "IS",
        "ZIJN",
        "NIET",
        "GEEN",
        "WEL",
        "LET",
        "MET",
        "VAN",
        "VOOR",
        "TOT",
        "NIEUW",
        "ALLE",
        "ALLES",
        "NU",
        "NOOIT",
        "MEER",
        "UIT",
    ]
)
"""Words that stand in capitals for their weight, and abbreviate nothing."""
_IN_CAPITALS = re.compile(r"\b[0-9A-ZÀ-ÖØ-Þ]+(?:[,:]?[ \xa0]+[0-9A-ZÀ-ÖØ-Þ]+\b)+")
_NOT_PROSE = re.compile(
    EXPRESSION.pattern + r"|\]\([^()]*\)|<[^<>]*>|`[^`]*`|https?://\S+|\[@[^\[\]]*\]"
    r"|\b[1-9][0-9]{3}[ \xa0]?[A-Z]{2}\b|\b[A-Z]{2}[0-9]{2}(?: [A-Z0-9]{2,4}){3,7}\b",
    re.S,
)
"""What holds capitals that are no abbreviation: expressions, addresses, postcodes and account numbers."""
_UNKNOWN = "zet de term en de afkorting in content/begrippen.yaml"


def unknown_abbreviations(content: Content) -> Iterator[Finding]:
    """Each unknown abbreviation at its first place.

    An abbreviation is a word of two to five capitals. Roman numerals, addresses, and what stands in
    capitals for its weight are none; nor is a word with a figure in it, such as N35 or CO2: that is a name.
    """
    if content.broken.begrippen:
        return
    rapportage = content.rapportage
    known = {term.afkorting for term in rapportage.begrippen.value.begrippen if term.afkorting}
    told: set[str] = set()
    for text, place in _texts(rapportage):
        prose = _IN_CAPITALS.sub(_without_sentence, _NOT_PROSE.sub(_blank, text))
        for found in _ABBREVIATION.finditer(prose):
            if found[0] in known or found[0] in told or found[0] in _WEIGHTY:
                continue
            told.add(found[0])
            yield Finding(
                f"de afkorting '{found[0]}' is onbekend",
                replace(place, line=place.line + prose[: found.start()].count("\n")),
                nearest(found[0], known if len(told) <= MAX_TOLD else (), _UNKNOWN),
            )


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _without_sentence(found: re.Match[str]) -> str:
    """Nothing in place of a sentence in capitals, which has words besides abbreviations."""
    words = re.findall(r"\w+", found[0])
    sentence = any(len(word) > _MOST_LETTERS or word in _WEIGHTY for word in words)
    return _blank(found) if sentence else found[0]


def _texts(rapportage: Rapportage) -> Iterator[tuple[str, Place]]:
    """What readers read, with where it begins: the authors' texts, then the words of figures and tables."""
    for text in (rapportage.raadsvoorstel, *(chapter.tekst for chapter in rapportage.hoofdstukken.values())):
        yield text.text, Place(text.file, text.first_line)
    for loaded in (*rapportage.figuren.values(), *rapportage.tabellen.values()):
        yield from _values(loaded, loaded.source.data, ())


def _values(loaded: Loaded[Any], value: Any, path: Path_) -> Iterator[tuple[str, Place]]:
    """Every text in a YAML file with its place; names of files and fingerprints are not read."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            if key not in ("bestand", "alt-kenmerk"):
                yield from _values(loaded, one, (*path, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _values(loaded, one, (*path, at))
    elif isinstance(value, str):
        text, place = loaded.source.as_written(value, *path)
        yield text, replace(place, column=None)
