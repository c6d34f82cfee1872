"""Find sentences that tell as done what is of a day after the report: a year or month was typed wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.subjects import Paper
from rapportage.dutch import BETWEEN_SENTENCES, date_text
from rapportage.errors import Finding
from rapportage.named_periods import placed_periods

_DID = (
    r"(?:was|waren|werd|werden|nam|namen|kwam|kwamen|ging|gingen|stelde|stelden|sprak|spraken|besprak|bespraken"
    r"|besloot|opende|openden|tekende|tekenden|ondertekende|ondertekenden|vond|vonden|kreeg|kregen|startte|startten|begon"
    r"|bracht|brachten|ontving|ontvingen|verscheen|gaf|gaven|hield|hielden|bezocht|bezochten|vroeg"
    r"|vroegen|verleende|verleenden|rondde|rondden|leverde|leverden|behandelde|behandelden|verkocht|verkochten)"
)
_THEN = r"(?:op|in|begin|medio|eind)\s+(?:[a-z]+dag\s+)?(?:begin\s+|eind\s+)?"
_BEFORE = re.compile(rf"\b{_DID}(?:\s+(?!en\b|maar\b|want\b)[^\s,;:()]+){{0,4}}\s+{_THEN}\Z", re.I)
_BEGINS = re.compile(rf"(?:\A|[,(:]\s*|\ben\s+){_THEN}\Z", re.I)
_BEHIND = re.compile(rf"\s+{_DID}\b", re.I)
_PARTICIPLE = (
    r"(?:(?:aan|af|vast|toe|op|uit|in|over|door|neer|open|terug)?ge\w+|(?:be|ver|ont|her|onder)\w+)(?:d|t|en)"
)
_HAS_BEFORE = re.compile(r"\b(?:is|zijn|heeft|hebben)\s(?:[^\s,;:()]+\s){0,8}?in\s(?:[a-z]+dag\s)?\Z", re.I)
_HAS_BEHIND = re.compile(rf"\s(?:is|zijn|heeft|hebben)\s(?:[^\s,;:()]+\s){{0,8}}?{_PARTICIPLE}\b", re.I)
_DONE_BEHIND = re.compile(rf"\s(?:[^\s,;:()]+\s){{0,5}}?{_PARTICIPLE}\s*(?:[.,;!]|\Z)", re.I)
"""'De woningen zijn op 28 november 2025 opgeleverd.'"""
_AGENDA = re.compile(
    r"\b(?:worden|geagendeerd|ingepland|vastgelegd|bepaald|gezet|geprikt|gereserveerd|voorgesteld|verplicht|gesloten|geopend|vrij"
    r"|uitgenodigd|bestemd|begroot|voorzien|beschikbaar)\b",
    re.I,
)
"""What is arranged for a day that is to come."""
_ON_A_DAY = re.compile(r"\bop(?=\s(?:[a-z]+dag\s)?[0-9]{1,2}[\s-])", re.I)
_PLANNED = re.compile(
    r"\b(?:zou|zouden|gepland|planning|plan|voorzien|verwacht\w*|beoogd\w*|bedoel\w*|voorlopig\w*|uitgesteld|verschoven|verschuift"
    r"|verzet|verplaatst|streef\w*|deadline|einddatum|uiterlijk|termijn|afgesproken|afspraak|afspraken|agenda|concept|als|wanneer"
    r"|zodra|indien|mits|dat|die|om|waarin|waarop|niet|geen|nog|te|prognose|raming|begroot\w*|volgens|doel\w*|aangekondigd)\b",
    re.I,
)
"""What makes it a day of a plan, or brings in something else."""


def told_as_done(paper: Paper) -> Iterator[Finding]:
    """Each 'was op 17 februari 2023' in a report of 10 January 2023."""
    last = max((paper.days[name] for name in ("rapportage", "college") if name in paper.days), default=None)
    first = paper.days.get("begin")
    for words, place in running_texts(paper) if last else ():
        for sentence in BETWEEN_SENTENCES.split(words):
            if last and (then := done_after(sentence, last, first)):
                yield Finding(
                    f"deze zin vertelt iets van {then} als gebeurd, en het stuk is van {date_text(last)}",
                    place,
                    "kijk de dag na, of schrijf dat het nog komt",
                )


@lru_cache(maxsize=MOST_TEXTS)
def done_after(sentence: str, last: date, first: date | None = None) -> str:
    """The day or month after `last` of which a sentence tells in the past; '' where there is none.

    'is op 28 november 2025 opgeleverd' may be a plan; that it is told where the day lies in the period, from
    `first` on, but for its year.
    """
    if _PLANNED.search(sentence):
        return ""
    told = _ON_A_DAY.sub("in", sentence)
    for start, end, named in placed_periods(told):
        if not named.dated or named.form not in ("day", "month") or named.first <= last:
            continue
        before, after = told[:start], told[end:]
        if _BEFORE.search(before) or (_BEGINS.search(before) and _BEHIND.match(after)):
            return named.words
        if named.form == "day" and first and _is_a_year_on(named.first, first, last):
            has_been = _HAS_BEFORE.search(before) and _DONE_BEHIND.match(after)
            begins = _BEGINS.search(before) and _HAS_BEHIND.match(after)
            if (has_been or begins) and not _AGENDA.search(sentence):
                return named.words
    return ""


def _is_a_year_on(day: date, first: date, last: date) -> bool:
    """Whether a day lies between those two but for its year; a month begins and ends with plans."""
    if day.day == 1 or (day + timedelta(days=1)).day == 1:
        return False
    then = day.replace(year=day.year - 1)
    return first <= then <= last
