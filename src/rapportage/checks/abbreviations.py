"""Find abbreviations that the list of terms does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.content.model import Rapportage
from rapportage.errors import Place, Problem, nearest

_ABBREVIATION = re.compile(r"(?<![\w/.@-])(?![IVXLC]+\b)[A-Z][A-Z0-9]*[A-Z](?![\w@~]|\.\w)")
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|<[^>]*>|`[^`]*`|https?://\S+|\[@[^\]]*\]", re.S)


def unknown_abbreviations(rapportage: Rapportage) -> Iterator[Problem]:
    """Each unknown abbreviation at its first place; a warning while the report is a concept.

    An abbreviation is a run of two or more capitals; Roman numerals and addresses are none.
    """
    known = {term.afkorting for term in rapportage.begrippen.value.begrippen if term.afkorting}
    told: set[str] = set()
    for text in (rapportage.raadsvoorstel, *(chapter.tekst for chapter in rapportage.hoofdstukken.values())):
        prose = _NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text.text)
        for found in _ABBREVIATION.finditer(prose):
            if found[0] in known or found[0] in told:
                continue
            told.add(found[0])
            yield Problem(
                "waarschuwing" if rapportage.gegevens.value.status == "concept" else "fout",
                f"de afkorting '{found[0]}' is onbekend",
                Place(text.file, text.first_line + prose[: found.start()].count("\n")),
                nearest(found[0], known, "zet de term en de afkorting in content/begrippen.yaml"),
                "afkorting",
            )
