"""Find another day to come for what the council decides with this paper, told of its subject alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapportage.checks.days.meetings_named import (
    DECIDES,
    ELSEWHERE,
    FORMS,
    TREATS,
    days_of_treatment,
    named_days,
)
from rapportage.checks.decisions.decided_amounts import money_in
from rapportage.checks.reading.other_bodies import without_organs_of_others
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.subjects import Content, Report
from rapportage.content.bodies import Overheid
from rapportage.content.fields import moment_days
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS, date_text
from rapportage.errors import Finding, Place

_HEADING = re.compile(r"^#{1,6}\s+(?P<words>.*)$", re.M)
_DECISIONS = re.compile(r"\s*(?:besluitpunten|besluit|voorgesteld besluit|beslispunten)\s*", re.I)
_OBJECT = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\bover\s(?P<what>(?:het|de|dit|een)\s[^.,;:()]{{3,80}}?)\s{DECIDES}\b",
        rf"\b{DECIDES}\b[^.;]{{0,60}}?\bover\s(?P<what>[^.,;:()]{{3,80}})",
        r"\b(?:neemt|nemen)\b[^.;]{0,60}?\bbesluit\sover\s(?P<what>[^.,;:()]{3,80})",
        r"\bstel(?:t|len)\s(?P<what>(?:het|de|dit|een)\s[^.,;:()]{3,80}?)\s(?:vast|beschikbaar)\b",
        rf"\b{TREATS}\s(?P<what>(?:het|de|dit|een)\s[^.,;:()]{{3,80}})",
    )
)
"""What an organ decides on, as its sentence tells it."""
_NO_PART = re.compile(
    rf"\b(?:op|in|aan|het|de|een|dit|dan|ook|uw|dag|[a-z]+dag|{'|'.join(MONTHS)})\b|[0-9]\S*", re.I
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHER = re.compile(
    rf"\b(?:{ELSEWHERE}|college|provincie|rijk|aanvullend\w*|tweede|jaarrekening|kadernota)\b", re.I
)
_OF_BEFORE = re.compile(rf"\b{DECIDES}\b[^.;]{{0,60}}?\bdaarover\b|\bdaarover\s{DECIDES}\b", re.I)
"""What leaves it to the sentence before to say on what."""
_AFTER_IT = re.compile(
    r"\bna\s(?:het|uw|dit)\s(?:raads)?besluit(?:\svan\s(?:de|uw)\s(?:gemeente)?raad)?\s(?:van|op)\s(?:[a-z]+dag\s)?(?=[0-9])",
    re.I,
)
"""'Na het besluit van 9 oktober 2025', of a day to come: that can be this decision only."""


def otherwise_than_planned(report: Report) -> Iterator[Finding]:
    """Each sentence and step by which the council decides on the subject of this paper on another day."""
    content = report.content
    gegevens = content.rapportage.gegevens.value
    day, written = gegevens.raadsvergadering, gegevens.rapportagedatum
    decided = _decided(content.rapportage.raadsvoorstel.text)
    known = frozenset(word.casefold() for word in _WORD.findall(decided))
    if day is None or not known:
        return
    body = content.rapportage.organisatie.value.overheid
    amounts = frozenset(money_in(decided))
    for words, place, moment, before in _told(report):
        if moment <= written or moment == day or any(True for _ in days_of_treatment(words, body)):
            continue
        is_same = _OF_BEFORE.search(words) and not amounts.isdisjoint(money_in(before))
        if _is_of(words, known, body, is_same=bool(is_same)):
            yield Finding(
                f"hierover wordt hier op {date_text(moment)} besloten, en volgens rapportage.yaml is dat op"
                f" {date_text(day)}",
                place,
                "maak de dagen gelijk; is dit een ander besluit, zeg dan welk",
            )


def _told(report: Report) -> Iterator[tuple[str, Place, date, str]]:
    """Each text that names one day, with that day and the sentence before."""
    for paper in report.papers.values():
        for words, place in running_texts(paper):
            sentences = BETWEEN_SENTENCES.split(words)
            for before, sentence in zip(["", *sentences], sentences, strict=False):
                days = named_days(sentence)
                if len(days) == 1 and days[0].year:
                    try:
                        yield sentence, place, date(days[0].year, days[0].month, days[0].day), before
                    except ValueError:
                        continue  # a day on no calendar, which is told elsewhere
    for words, place, moment in _steps(report.content):
        first, last = moment_days(moment)
        if first == last:
            yield words, place, first, ""


def _steps(content: Content) -> Iterator[tuple[str, Place, str]]:
    gegevens = content.rapportage.gegevens
    for number, step in enumerate(gegevens.value.stappen):
        yield step.wat, gegevens.place("stappen", number, "wanneer"), step.wanneer
    for chapter in content.rapportage.hoofdstukken.values():
        stand = chapter.gegevens.value.stand
        if stand is not None and stand.wanneer and stand.volgende_stap:
            yield stand.volgende_stap, chapter.gegevens.place("stand", "wanneer"), stand.wanneer


def _decided(memo: str) -> str:
    """The decisions as the memo has them."""
    headings = list(_HEADING.finditer(memo))
    for at, one in enumerate(headings):
        if _DECISIONS.fullmatch(one["words"]):
            end = headings[at + 1].start() if at + 1 < len(headings) else len(memo)
            return memo[one.end() : end]
    return ""


def _is_of(words: str, known: frozenset[str], body: Overheid, *, is_same: bool) -> bool:
    """Whether the council decides here on what the decisions name in all its words."""
    forms, words = FORMS[body.soort], without_organs_of_others(words, body)
    if _AFTER_IT.search(words):
        return True
    if not forms.council.search(words) or forms.board.search(words) or _OTHER.search(words):
        return False
    found = next((match for form in _OBJECT if (match := form.search(words))), None)
    said = [word.casefold() for word in _WORD.findall(_NO_PART.sub(" ", found["what"]))] if found else []
    return is_same or (bool(said) and all(word in known for word in said))
