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

_ABBREVIATION = re.compile(r"(?<![\w/.@-])(?![IVXLC]+\b)[A-Z][A-Z0-9]*[A-Z](?![\w@~]|\.\w)")
_NOT_PROSE = re.compile(
    EXPRESSION.pattern + r"|\]\([^()]*\)|<[^<>]*>|`[^`]*`|https?://\S+|\[@[^\[\]]*\]"
    r"|\b[1-9][0-9]{3}[ \xa0]?[A-Z]{2}\b|\b[A-Z]{2}[0-9]{2}(?: [A-Z0-9]{2,4}){3,7}\b",
    re.S,
)
"""What holds capitals that are no abbreviation: expressions, addresses, postcodes and account numbers."""
_UNKNOWN = "zet de term en de afkorting in content/begrippen.yaml"


def unknown_abbreviations(content: Content) -> Iterator[Finding]:
    """Each unknown abbreviation at its first place.

    An abbreviation is a run of two or more capitals; Roman numerals and addresses are none.
    """
    if content.broken.begrippen:
        return
    rapportage = content.rapportage
    known = {term.afkorting for term in rapportage.begrippen.value.begrippen if term.afkorting}
    told: set[str] = set()
    for text, place in _texts(rapportage):
        prose = _NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
        for found in _ABBREVIATION.finditer(prose):
            if found[0] in known or found[0] in told:
                continue
            told.add(found[0])
            yield Finding(
                f"de afkorting '{found[0]}' is onbekend",
                replace(place, line=place.line + prose[: found.start()].count("\n")),
                nearest(found[0], known if len(told) <= MAX_TOLD else (), _UNKNOWN),
            )


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
