"""Find another day for the committee than the block above the memo has: one of the two is of before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.days.meetings_named import ABOUT_THIS, FORMS, NamedDay, named_days
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.subjects import Report
from rapportage.content.bodies import Overheid
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding

_COMMITTEE = re.compile(
    r"\b(?:raads|staten)?[Cc]ommissie(?:\s(?P<name>[A-ZÀ-Þ][\w-]+(?:(?:,?\s|\sen\s)[A-ZÀ-Þ][\w-]+)*))?(?![\w-])"
)
_TREATS = re.compile(
    r"\b(?:bespreekt|behandelt|besprak|behandelde|adviseert|bespreken|behandelen|besproken|behandeld"
    r"|(?:staat|komt|ligt)\b[^.;]{0,60}\b(?:in|van|bij)\s(?:de|uw))\b",
    re.I,
)
_ANOTHER_TIME = re.compile(
    r"\b(?:eerst\w*|opnieuw|weer|terug|vorige?|eerder|nogmaals|niet|geen|voor(?!\sin\b)|vóór|na|uiterlijk|sinds|tot|vanaf|daarna|later"
    r"|volgende?|beide|commissies|begroting|motie)\b",
    re.I,
)


def on_another_day(report: Report) -> Iterator[Finding]:
    """Each sentence by which the committee treats this paper on another day than 'kenmerken' has."""
    content = report.content.rapportage
    said, body = content.gegevens.value.kenmerken.commissie or "", content.organisatie.value.overheid
    days = named_days(said)
    if len(days) != 1 or not days[0].year:
        return
    for paper in report.papers.values():
        for words, place in running_texts(paper):
            for sentence in BETWEEN_SENTENCES.split(words):
                named = day_of_committee(sentence, said, body)
                if named is not None and not _is_same(named, days[0]):
                    yield Finding(
                        f"de commissie behandelt dit stuk hier op {named.words}, en volgens 'kenmerken' in"
                        f" rapportage.yaml op {days[0].words}",
                        place,
                        "maak de dagen gelijk",
                    )


def day_of_committee(sentence: str, said: str, body: Overheid) -> NamedDay | None:
    """The one day on which a clause lets the committee that is `said` treat this paper."""
    if _COMMITTEE.search(sentence) is None or not ABOUT_THIS.search(sentence):
        return None
    for clause in FORMS[body.soort].clause.split(sentence):
        found, days = _COMMITTEE.search(clause), named_days(clause)
        if found is None or len(days) != 1 or not _TREATS.search(clause) or _ANOTHER_TIME.search(clause):
            continue
        if not found["name"] or found["name"].casefold() in said.casefold():
            return days[0]
    return None


def _is_same(one: NamedDay, other: NamedDay) -> bool:
    return (one.month, one.day) == (other.month, other.day) and one.year in (None, other.year)
