"""Find texts that count otherwise what the decisions count: '34 flexwoningen', and 32 in the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.decisions.decided_amounts import Said, parted
from rapportage.checks.reading.directions import number_of
from rapportage.checks.subjects import Report
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS
from rapportage.errors import Finding, Place

_COUNT = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6})"
_COUNTED = re.compile(
    rf"(?<![\w.,/:€%-])(?P<count>{_COUNT})(?![.,]?[0-9])[ \u00a0](?:[a-z]+e\s)?"
    r"(?P<noun>[a-z]{4,}(?:en|s))(?![\w-])"
)
"""A number of things, in the plural: '32 sociale huurwoningen'."""
_NO_THINGS = re.compile(
    r"(?:procent|jaren|maanden|weken|dagen|uren|minuten|euros|keren|punten|meters|miljoen\w*|miljard\w*|duizend\w*"
    r"|leden|stemmen|besluitpunten|bijlagen|artikelen|zijn|hebben|worden|waren|werden|kunnen|zullen|moeten|blijven"
    rf"|voldoen|krijgen|komen|doen|{'|'.join(MONTHS)})\Z"
)
"""What is not counted by the piece, or is no noun."""
_OTHERWISE = re.compile(
    r"\b(?:(?:19|20)[0-9]{2}|eerder\w*|eerst\w*|oorspronkelijk\w*|destijds|reeds|al|bestaand\w*|huidig\w*|vorig\w*|was"
    r"|waren|had|hadden|waarvan|daarvan|hiervan|alternatie\w+|variant\w*|scenario\w*|of|elders|tweede|derde|anders?"
    r"|andere|zou|zouden|minder|meer|overige|resterende|fase|dan|niet|geen|nog|maximaal|minimaal|ruim|bijna|circa"
    r"|ongeveer|per|elke?|ieder\w*|samen|totaal|totale|extra|beide|waaronder|gemiddeld\w*|tot|naar)\b",
    re.I,
)
"""What makes it a number of others, of a part, or of another time."""
_ALL_OF_THEM = re.compile(r"\b(?:de|deze|die|alle|onze)\s\Z", re.I)
_OF_THEM = re.compile(r"\bvan\s(?:de|deze|die|alle|onze)\s\Z", re.I)
_PLACE = re.compile(r"(?<=[a-z,;] )(?:(?:De|Het|Den|Ter)\s)?[A-Z][\w-]{2,}")
_NEAR, _VERY_NEAR = Decimal("1.33"), Decimal("1.18")
"""More than so many times the other, a number was hardly meant so; less, where the noun is another."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number of things, with the sentence that has it and the names in that."""

    words: str
    value: Decimal
    noun: str
    sentence: str
    names: frozenset[str]
    are_all: bool


def other_than_counted(report: Report) -> Iterator[Finding]:
    """Each 'de 34 flexwoningen' where the decisions have 32 of them."""
    papers = [parted(paper) for paper in report.papers.values()]
    memo = next((decided for decided, _ in papers if decided), [])
    for decided, others in papers:
        for said, place, meant in other_counts(decided or memo, others):
            yield Finding(
                f"{said}, en in de besluitpunten staat {meant}",
                place,
                "maak de aantallen gelijk; zijn dit andere, zeg dan erbij welke",
            )


def other_counts(decided: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[str, Place, str]]:
    """What other texts count of the things in the decisions, with its place and what the decisions say.

    It is of the same things where it says 'de 32 flexwoningen', or names the same place.
    """
    known = [one for words, _ in decided for one in _counted(words)]
    every = [(one, place) for words, place in others for one in _counted(words)] if known else []
    for one, place in every:
        alike = [other for other in known if _is_one_kind(one, other)]
        if len({other.value for other in alike}) != 1 or one.value in {each.value for each in known}:
            continue
        meant = alike[0]
        room = _NEAR if one.noun == meant.noun else _VERY_NEAR
        is_near = max(one.value, meant.value) <= room * min(one.value, meant.value)
        is_of_these = bool(one.names & meant.names) or (one.are_all and one.noun == meant.noun)
        if not (is_near and is_of_these) or _OTHERWISE.search(one.sentence):
            continue
        if any(other.value == meant.value - one.value for other, _ in every if other.noun == one.noun):
            continue  # both are parts
        if one.value not in {each.value for each, _ in every if _OTHERWISE.search(each.sentence)}:
            yield f"hier staat {one.words}", place, meant.words


def _is_one_kind(one: _Counted, other: _Counted) -> bool:
    """Whether both count the same things: what are 'flexwoningen' may be called 'woningen' at that place."""
    return one.noun == other.noun or (other.noun.endswith(one.noun) and bool(one.names & other.names))


def _counted(text: str) -> Iterator[_Counted]:
    for sentence in BETWEEN_SENTENCES.split(text):
        names = frozenset(found[0].casefold() for found in _PLACE.finditer(sentence))
        for found in _COUNTED.finditer(sentence):
            value, before = number_of(found["count"]), sentence[: found.start()]
            if value is None or value < 2 or _NO_THINGS.match(found["noun"]) or _OF_THEM.search(before):
                continue
            are_all = _ALL_OF_THEM.search(before) is not None
            yield _Counted(" ".join(found[0].split()), value, found["noun"], sentence, names, are_all)
