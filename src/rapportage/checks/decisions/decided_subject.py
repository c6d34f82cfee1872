"""Find a subject that names money for one thing or year where the decisions give it to another."""

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
    r"\s(?P<of>(?!(?:in|over|uit|per|en|bij)\s)[^,;.()]+?)(?=[,;.()]|\s(?:en|over|in|uit|voor)\s|\Z)",
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
            if plain(row.term).casefold() != _SUBJECT:
                continue
            if year := of_another_year(plain(row.value), decided):
                yield Finding(
                    f"het onderwerp noemt '{year}', en in de besluitpunten gaat het om een ander jaar",
                    place_of(row.value),
                    "kijk na voor welk jaar het besluit is",
                )
            if of := unnamed(plain(row.value), decided):
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


_OF_YEAR = re.compile(
    r"\b(?P<noun>bijdrage|begroting|jaarrekening|jaarstukken|tarieven|kadernota|jaarplan|subsidie)\s"
    r"(?:(?:voor|van|over)\s)?(?P<year>20[0-9]{2})\b",
    re.I,
)
_YEAR = re.compile(r"\b20[0-9]{2}\b")


def of_another_year(subject: str, decided: Sequence[str]) -> str:
    """Of what and which year the subject is, where the decision on it names only others; '' else."""
    for found in _OF_YEAR.finditer(subject):
        noun = re.compile(rf"\b{found['noun']}\b", re.I)
        years = [set(_YEAR.findall(words)) for words in decided if noun.search(words)]
        if len(years) == 1 and years[0] and found["year"] not in years[0]:
            return found[0]
    return ""
