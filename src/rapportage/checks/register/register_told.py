"""Find sentences that call a promise or a motion done, or date it, otherwise than the register does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.register.register_dated import done_thereby, otherwise_dated
from rapportage.checks.register.register_done import told_as_ready
from rapportage.checks.register.register_named import named_in
from rapportage.checks.subjects import Report
from rapportage.content.register import Toezegging
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding

_DONE = re.compile(
    r"\b(?:is|zijn|werd|werden)\b(?:\s(?:hiermee|daarmee|nu|inmiddels|intussen|dus|ook|daarom|volledig|helemaal|geheel"
    r"|in\s\w+(?:\s[12][0-9]{3})?|met\s(?:deze|dit)\s\w+)){0,4}\s"
    r"(?P<words>afgedaan|uitgevoerd|afgehandeld|afgerond|nagekomen|ingelost|ingetrokken|vervallen)\b(?!\sals\b)",
    re.I,
)
_DONE_AROUND = re.compile(
    r"\b(?:is|zijn)\s(?P<between>(?:de|deze)\s[^.,;:]{4,120}?)\s(?:hiermee\s|daarmee\s|nu\s)?"
    r"(?P<words>afgedaan|uitgevoerd|afgehandeld|afgerond|nagekomen|ingelost|vervallen)\b",
    re.I,
)
"""'Met dit stuk is de motie over de brug afgedaan'."""
_CLAUSE = re.compile(r"[,;:]\s")
_OPEN = re.compile(
    r"\b(?P<words>(?:is|zijn)\s(?:nog\s)?(?:steeds\s)?niet\s(?:afgedaan|uitgevoerd|afgehandeld|afgerond|nagekomen)"
    r"|(?:is|zijn|staat|staan)\s(?:nog\s)?(?:steeds\s)?open|(?:is|zijn)\snog\sin\suitvoering|wacht\snog\sop\suitvoering)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:als|zodra|wanneer|indien|of|zou|zouden|kan|kunnen|moet|moeten|wordt|worden|zal|zullen|verwacht\w*|deel\w*"
    r"|gedeeltelijk|grotendeels|bijna|vraag\w*|was|waren|eerste|tweede|andere)\b",
    re.I,
)
"""What makes it no plain saying that something is done."""


def otherwise_than_registered(report: Report) -> Iterator[Finding]:
    """Each 'de motie over de brug is afgedaan' of one that the register has open, or the other way round."""
    rapportage = report.content.rapportage
    if rapportage.register is None:
        return
    day = rapportage.gegevens.value.rapportagedatum
    every_one = rapportage.register.value.toezeggingen
    every = [one.as_of(day, rapportage.periode) for one in rapportage.register.value.toezeggingen]
    known = [one for one in every if one is not None]
    yield from _ready(report, [one for one in known if one.is_pending])
    for paper in report.papers.values() if every_one else ():
        for words, place in running_texts(paper):
            sentences = BETWEEN_SENTENCES.split(words)
            for sentence, behind in zip_longest(sentences, sentences[1:], fillvalue=""):
                dated = (
                    *otherwise_dated(sentence, every_one),
                    *done_thereby(sentence, behind, every_one),
                )
                for other, hint in dict.fromkeys(dated):
                    yield Finding(other, place, hint)
                if (told := said_of_one(sentence, known)) is not None:
                    one, said = told
                    yield Finding(
                        f"hier staat '{said}' over '{one.id}', en volgens toezeggingen.yaml is het"
                        f" {one.staat}",
                        place,
                        "werk 'staat' bij in toezeggingen.yaml, of pas de zin aan",
                    )


def _ready(report: Report, pending: Sequence[Toezegging]) -> Iterator[Finding]:
    """Each 'het plan is vastgesteld' of a plan that the register still has open."""
    rapportage = report.content.rapportage
    day = rapportage.gegevens.value.rapportagedatum
    answered = {
        one.gegevens.place().file: one.gegevens.value.beantwoordt for one in rapportage.hoofdstukken.values()
    }
    for paper in report.papers.values() if pending else ():
        for words, place in running_texts(paper):  # in a table it may be what is to come
            for one, said in told_as_ready(words, pending, answered.get(place.file, ()), day):
                yield Finding(
                    f"hier staat '{said}', en volgens toezeggingen.yaml is '{one.id}' {one.staat}",
                    place,
                    "werk 'staat' bij in toezeggingen.yaml, of schrijf wat er nog moet gebeuren",
                )


def said_of_one(sentence: str, known: Sequence[Toezegging]) -> tuple[Toezegging, str] | None:
    """The entry of which a sentence says another state than the register has, with the words."""
    if not _tells(sentence):
        return None
    for form, is_open in ((_OPEN, True), (_DONE, False), (_DONE_AROUND, False)):
        for found in form.finditer(sentence):
            between = found.groupdict().get("between")
            said = f"is … {found['words']}" if between else " ".join(found[0].split())
            named = named_in(between or _CLAUSE.split(sentence[: found.start()])[-1], known)
            if len(named) == 1:
                return (named[0], said) if named[0].is_pending != is_open else None
    return None


@lru_cache(maxsize=MOST_TEXTS)
def _tells(sentence: str) -> bool:
    """Whether a sentence plainly says that something is open, or done."""
    said = any(form.search(sentence) for form in (_OPEN, _DONE, _DONE_AROUND))
    return said and not _UNSURE.search(sentence)
