"""The register of promises: what should have been done, and nobody tells about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.subjects import Content
from rapportage.content.answered import earlier_answers
from rapportage.content.fields import moment_text
from rapportage.dutch import date_text
from rapportage.errors import Finding

_ASKED = re.compile(r"^\s*\[\s*register\s*:", re.I | re.M)
"""How a text asks for a part of it."""


def not_answered(content: Content) -> Iterator[Finding]:
    """Each promise, motion or announcement that is late on the report's date and that no chapter answers."""
    rapportage = content.rapportage
    if rapportage.register is None or content.broken.hoofdstukken:
        return
    day = rapportage.gegevens.value.rapportagedatum
    answered = {name for one in rapportage.hoofdstukken.values() for name in one.gegevens.value.beantwoordt}
    for at, entry in enumerate(rapportage.register.value.toezeggingen):
        one = entry.as_of(day, rapportage.periode)
        if one and one.voor and one.is_late(day) and one.id not in answered:
            yield Finding(
                f"'{one.id}' zou er in {moment_text(one.voor)} zijn, en geen hoofdstuk gaat erover",
                rapportage.register.place("toezeggingen", at, "voor"),
                f"zet in het hoofdstuk dat erover gaat 'beantwoordt: [{one.id}]', of werk 'staat' bij",
            )


def answered_before(content: Content) -> Iterator[Finding]:
    """Each entry that a report answers, by the register or in a chapter, which was there before it was made.

    The day of another report is not known here; it comes out before the period after its own is over.
    """
    rapportage = content.rapportage
    if rapportage.register is None or content.broken.hoofdstukken:
        return
    own, day = rapportage.periode, rapportage.gegevens.value.rapportagedatum
    register, by_name = rapportage.register, {}
    for at, entry in enumerate(register.value.toezeggingen):
        by_name[entry.id] = entry
        for number, answer in enumerate(entry.antwoorden):
            last = day if answer.periode == own else answer.periode.next.last_day
            if entry.first_day > last:
                at_latest = date_text(last) if answer.periode == own else f"uiterlijk {date_text(last)}"
                yield Finding(
                    f"'{entry.id}' is van {entry.since}, en het antwoord van eerder: de rapportage over"
                    f" {answer.periode} is van {at_latest}",
                    register.place("toezeggingen", at, "antwoorden", number, "periode"),
                    "kijk 'sinds' en deze periode na",
                )
    for chapter in rapportage.hoofdstukken.values():
        for at, name in enumerate(chapter.gegevens.value.beantwoordt):
            one = by_name.get(name)
            if one is not None and one.first_day > day:
                yield Finding(
                    f"dit hoofdstuk beantwoordt '{name}' van {one.since}, en de rapportage is van"
                    f" {date_text(day)}",
                    chapter.gegevens.place("beantwoordt", at),
                    "haal de naam weg, of kijk 'sinds' in toezeggingen.yaml na",
                )


def answered_unseen(content: Content) -> Iterator[Finding]:
    """What earlier reports answer and the register of a paper cannot have by itself: unread, or secret."""
    rapportage = content.rapportage
    if rapportage.register is None or not _shows_register(content):
        return
    register, told = rapportage.register, set()
    entries = {one.id: (at, one) for at, one in enumerate(register.value.toezeggingen)}
    for answer in earlier_answers(content.workspace, rapportage) if entries else ():
        periode = answer.periode
        if not answer.title:
            yield Finding(
                f"wat dit hoofdstuk van {periode} beantwoordt, is niet te lezen en komt zo niet in het"
                " register",
                answer.place,
                f"kijk met 'rapportage check {periode}' wat eraan scheelt",
            )
        for name in answer.names if answer.hidden else ():
            at, one = entries.get(name, (0, None))
            if one is None or periode in told or any(each.periode == periode for each in one.antwoorden):
                continue
            told.add(periode)
            yield Finding(
                f"de rapportage over {periode} beantwoordt '{name}' en is geheim, dus komt dat hier niet"
                " vanzelf",
                register.place("toezeggingen", at, "id"),
                f"zet bij 'antwoorden' '- periode: {periode}', en bij 'hoofdstuk' wat ieder mag lezen",
            )


def done_at_no_known_moment(content: Content) -> Iterator[Finding]:
    """Each entry that is done by now, of which an earlier report cannot know whether it was done then."""
    rapportage = content.rapportage
    if rapportage.register is None or not _is_of_before(content) or not _shows_register(content):
        return
    day = rapportage.gegevens.value.rapportagedatum
    for at, entry in enumerate(rapportage.register.value.toezeggingen):
        one = entry.as_of(day, rapportage.periode)
        if one is not None and not one.is_pending and not one.afgerond:
            yield Finding(
                f"of '{one.id}' op {date_text(day)} al {one.staat} was, staat er niet",
                rapportage.register.place("toezeggingen", at, "staat"),
                f"schrijf 'afgerond: {day:%Y-%m}', met de maand waarin het dat werd",
            )


def _is_of_before(content: Content) -> bool:
    """Whether there is a report on a later period."""
    own = content.rapportage.periode
    return any(one.first_day > own.last_day for one in content.workspace.periods())


def _shows_register(content: Content) -> bool:
    """Whether a paper of this report asks for a part of the register."""
    rapportage = content.rapportage
    texts = (rapportage.raadsvoorstel, *(one.tekst for one in rapportage.hoofdstukken.values()))
    return any(shows_register(text.text) for text in texts)


def shows_register(text: str) -> bool:
    """Whether a text asks for a part of the register."""
    return _ASKED.search(text) is not None
