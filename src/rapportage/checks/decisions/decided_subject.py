"""Find a subject that names money for one thing where the decisions give it to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checks.decisions.decided_amounts import parted
from rapportage.checks.reading.told_facts import content_words
from rapportage.checks.subjects import Paper
from rapportage.document import Metadata, walk
from rapportage.errors import Finding
from rapportage.inlines import place_of, plain

_SUBJECT = "onderwerp"
_ASKED = re.compile(
    r"\b(?:\w+)?(?P<noun>krediet|budget|subsidie|bijdrage|lening|garant)\w*"
    r"(?:\s(?:van\s€[ \u00a0]?[0-9.,]+(?:\s(?:miljoen|miljard))?|voor|aan|van|ten\sbehoeve\svan|t\.b\.v\.))*"
    r"\s(?P<of>[^,;.()]+?)(?=[,;.()]|\s(?:en|over|in|uit|voor)\s|\Z)",
    re.I,
)
_OF_NOTHING = re.compile(
    r"\b(?:ander\w*|voorstel|rapportage|bijgevoegd\w*|bijlage|diverse|verschillende|projecten)\b", re.I
)
"""What decisions say that point elsewhere for what they give money for."""


def of_another_thing(paper: Paper) -> Iterator[Finding]:
    """The subject that asks money for a thing that no decision names, where one gives such money."""
    decided = [words for words, _ in parted(paper)[0]]
    for block in walk(paper.document.blocks) if decided else ():
        for row in block.rows if isinstance(block, Metadata) else ():
            if plain(row.term).casefold() == _SUBJECT and (of := unnamed(plain(row.value), decided)):
                yield Finding(
                    f"het onderwerp noemt '{of}', en geen van de besluitpunten doet dat",
                    place_of(row.value),
                    "kijk na of het onderwerp of een besluitpunt van een ander voorstel is",
                )


def unnamed(subject: str, decided: Sequence[str]) -> str:
    """For what the subject asks money and no decision does, though one gives such money; '' for nothing."""
    said = " ".join(decided).casefold()
    if _OF_NOTHING.search(said):
        return ""
    for found in _ASKED.finditer(subject):
        about = content_words(found["of"])
        if about and found["noun"].casefold() in said and not any(one in said for one in about):
            return found["of"]
    return ""
