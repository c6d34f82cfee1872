"""Chapters that tell of a promise, a motion or an announcement, and do not say that they answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rapportage.checks.days.meetings_named import named_days
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.register.register import shows_register
from rapportage.checks.register.register_dated import was_made
from rapportage.checks.register.register_named import by_number, mostly_titled, named_by_words, numbers_in
from rapportage.checks.subjects import Report
from rapportage.content.fields import moment_days
from rapportage.content.model import Rapportage
from rapportage.content.register import Toezegging
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding

_DAY_LONG, _YEAR_LONG = len("2024-01-31"), len("2024")
_OF_A_KIND = re.compile(
    r"\bmoties?\b|\b(?:toe|aan)(?:zeg|ge(?:zeg|kondig)|kondig)\w*|\b(?:zeg|kondig)den?\b", re.I
)
_POSTPONED = re.compile(r"\bkom(?:t|en)\b[^.;]{0,80}\b(?:aan\s(?:bod|de\sorde)|terug)\b", re.I)
"""What says that the answer is for later."""


def answers_unsaid(report: Report) -> Iterator[Finding]:
    """Each entry that a chapter tells of and no chapter answers, at the first sentence that does.

    A summary, and a chapter with the register itself, may name them all.
    """
    rapportage, paper = report.content.rapportage, report.papers.get("bijlage")
    if rapportage.register is None or paper is None or report.content.broken.hoofdstukken:
        return
    day = rapportage.gegevens.value.rapportagedatum
    every = [one.as_of(day, rapportage.periode) for one in rapportage.register.value.toezeggingen]
    known = [one for one in every if one is not None]
    left = _left_to_tell(rapportage, known)
    chapters = {
        one.gegevens.place().file: one.gegevens.value
        for name, one in rapportage.hoofdstukken.items()
        if name != rapportage.gegevens.value.kernboodschap and not shows_register(one.tekst.text)
    }
    for words, place in running_texts(paper) if left else ():
        own = chapters.get(place.file)
        for sentence in BETWEEN_SENTENCES.split(words) if own else ():
            told = told_of(sentence, known)
            if own and told is not None and told.id in left:
                left.remove(told.id)
                names = ", ".join([*own.beantwoordt, told.id])
                yield Finding(
                    f"dit gaat over '{told.id}' uit toezeggingen.yaml, en geen hoofdstuk zegt dat het die"
                    " beantwoordt",
                    place,
                    f"is dit een antwoord, zet dan in het blok erboven 'beantwoordt: [{names}]'",
                )


def _left_to_tell(rapportage: Rapportage, known: Sequence[Toezegging]) -> set[str]:
    """The entries that a report may answer and no chapter does.

    What is late is asked for already, what was done before the period is told as history, and what a report
    announces itself is for a later one.
    """
    periode, day = rapportage.periode, rapportage.gegevens.value.rapportagedatum
    answered = {
        name for chapter in rapportage.hoofdstukken.values() for name in chapter.gegevens.value.beantwoordt
    }
    left = set()
    for one in known:
        done_before = not one.is_pending and (
            moment_days(one.afgerond)[1] < periode.first_day if one.afgerond else bool(one.antwoorden)
        )
        announced = one.soort == "aankondiging" and _last_day(one) >= periode.last_day
        if one.id not in answered and not (one.is_late(day) or done_before or announced):
            left.add(one.id)
    return left


def _last_day(one: Toezegging) -> date:
    """The last day on which it can have been made."""
    return date(int(one.sinds), 12, 31) if len(one.sinds) == _YEAR_LONG else moment_days(one.sinds)[1]


def told_of(sentence: str, known: Sequence[Toezegging]) -> Toezegging | None:
    """The one entry that a sentence tells of: by its number, name or day, or by most words of its title."""
    if _POSTPONED.search(sentence):
        return None
    numbered = by_number(known)
    for named in (
        [numbered[digits] for digits in numbers_in(sentence) if digits in numbered],
        named_by_words(sentence, known) if _OF_A_KIND.search(sentence) else [],
        [one for one in known if _is_of_its_day(sentence, one)],
        mostly_titled(sentence, known),
    ):
        if named:
            return named[0] if len({one.id for one in named}) == 1 else None
    return None


def _is_of_its_day(sentence: str, one: Toezegging) -> bool:
    """Whether a sentence says that something of its kind was made on its day."""
    if len(one.sinds) != _DAY_LONG or not was_made(sentence, one.soort):
        return False
    if one.soort == "motie" and not _OF_A_KIND.search(sentence):
        return False  # a council adopts more on a day
    day = date.fromisoformat(one.sinds)
    return any(found.year is not None and found.may_be(day) for found in named_days(sentence))
