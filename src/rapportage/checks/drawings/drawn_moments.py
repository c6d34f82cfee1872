"""What a text says of a timeline: the day of one of its moments."""

from __future__ import annotations

import re

from rapportage.checks.drawings.drawn_facts import Drawing
from rapportage.checks.drawings.drawn_words import NOT_NOW
from rapportage.content.fields import moment_text
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS

_PART = re.compile(r"(?:[,:;]\s|\s(?:en|maar|terwijl|waar)\s)")
_MONTH = "|".join(MONTHS)
_DATED = re.compile(
    rf"(?<![-\w])(?:(?P<day>[0-9]{{1,2}})\s)?(?P<month>{_MONTH})\s(?P<year>[12][0-9]{{3}})\b", re.I
)
_BEGAN = re.compile(
    r"\b(?:was|is|waren|begon|begint|startte|start|komt|kwam|volgt|volgde)\s(?:op|in)\s"
    rf"(?:(?P<day>[0-9]{{1,2}})\s)?(?P<month>{_MONTH})(?:\s(?P<year>[12][0-9]{{3}}))?\s*(?=[.;]|\Z)",
    re.I,
)


def other_moment(sentence: str, drawing: Drawing) -> str:
    """The day that a sentence gives a moment of a timeline, where that has another; '' for none."""
    found = _BEGAN.search(sentence) if drawing.kind == "tijdlijn" else None
    named = drawing.named(sentence[: found.start()]) if found else []
    if not found or len(named) != 1 or NOT_NOW.search(sentence) or drawing.narrows(sentence):
        return ""
    if not drawing.begins_with(sentence, named[0]):
        return ""
    year, month, day = _numbers(named[0].moment)
    fits = (
        MONTHS.index(found["month"].lower()) + 1 == month
        and int(found["year"] or year) == year
        and (not day or not found["day"] or int(found["day"]) == day)
    )
    right = moment_text(named[0].moment)
    return "" if fits else f"hier staat '{found[0].strip()}', en in de figuur is '{named[0].name}' {right}"


def other_day(text: str, drawing: Drawing, besides: str) -> str:
    """A day or month that no moment of a timeline has, nor what is said `besides`; '' where there is none."""
    known = {_numbers(one.moment) for one in drawing.rows}
    months = {one[:2] for one in known}
    elsewhere = " ".join(found[0] for found in _DATED.finditer(besides))
    for sentence in BETWEEN_SENTENCES.split(text):
        for part in _PART.split(sentence):
            for found in _DATED.finditer(part):
                year, month = int(found["year"]), MONTHS.index(found["month"].lower()) + 1
                day = int(found["day"] or 0)
                days = {one[2] for one in known if one[:2] == (year, month)}
                fits = (year, month) in months and (not day or day in days or days == {0})
                if fits or found[0] in elsewhere:
                    continue
                named = drawing.named(part, 0)
                told = f"hier staat '{found[0]}', en die dag staat niet in de figuur"
                if len(named) == 1:
                    return f"{told}; '{named[0].name}' is {moment_text(named[0].moment)}"
                return told
    return ""


def _numbers(moment: str) -> tuple[int, int, int]:
    """Year, month and day of a moment, the last 0 where it is a month."""
    year, month, *day = (int(one) for one in moment.split("-"))
    return year, month, day[0] if day else 0
