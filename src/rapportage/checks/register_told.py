"""Find sentences that call a promise or a motion done, or date it, otherwise than the register does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.meetings_named import named_days
from rapportage.checks.subjects import Report
from rapportage.checks.texts import running_texts
from rapportage.content.register import Toezegging
from rapportage.errors import Finding

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^a-z])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_KINDS = r"(?P<soort>motie|toezegging|aankondiging)"
_ABOUT = re.compile(
    rf"\b(?:de|deze)\s{_KINDS}\s(?:(?:over|om|voor|inzake|van|uit)\s(?:(?:de|het|een)\s)?)?"
    r"(?P<words>[^.,;:()]{4,80}?)(?=[.,;:()]|\s?\Z)",
    re.I,
)
"""'De motie over de verstedelijkingsstrategie'."""
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
_FEWEST_LETTERS, _FIRST_LETTERS = 5, 8


def otherwise_than_registered(report: Report) -> Iterator[Finding]:
    """Each 'de motie over de brug is afgedaan' of one that the register has open, or the other way round."""
    rapportage = report.content.rapportage
    if rapportage.register is None:
        return
    day = rapportage.gegevens.value.rapportagedatum
    every_one = rapportage.register.value.toezeggingen
    every = [one.as_of(day, rapportage.periode) for one in rapportage.register.value.toezeggingen]
    known = [one for one in every if one is not None]
    for paper in report.papers.values() if every_one else ():
        for words, place in running_texts(paper):
            for sentence in _SENTENCE.split(words):
                if (other := otherwise_dated(sentence, every_one)) is not None:
                    yield Finding(other[0], place, other[1])
                if (told := said_of_one(sentence, known)) is not None:
                    one, said = told
                    yield Finding(
                        f"hier staat '{said}' over '{one.id}', en volgens toezeggingen.yaml is het"
                        f" {one.staat}",
                        place,
                        "werk 'staat' bij in toezeggingen.yaml, of pas de zin aan",
                    )


_MOTION = re.compile(r"\bmotie\s(?:nr\.?\s|nummer\s|M)?(?P<number>(?:19|20)[0-9]{2}[-/.][0-9]{1,4})\b", re.I)
_ADOPTED = re.compile(
    r"\b(?:nam|namen|neemt|aangenomen|aanvaard\w*)\b|\b(?:met|in|via|bij|door)\s(?:de\s)?motie\b", re.I
)
_ASKED = re.compile(r"\b(?:vroeg|vroegen|verzocht\w*|droeg|droegen|riep|riepen|nam|namen|aangenomen)\b", re.I)


def otherwise_dated(sentence: str, known: Sequence[Toezegging]) -> tuple[str, str] | None:
    """What a sentence has otherwise than the register of a motion's day or number, and the way out."""
    found = list(_MOTION.finditer(sentence))
    if len(found) != 1:
        return None
    number = found[0]["number"]
    by_number = {each["number"]: one for one in known for each in _MOTION.finditer(one.vindplaats)}
    entry = by_number.get(number)
    if entry is None:
        meant = [one for one in by_number if one[:4] == number[:4] and sorted(one) == sorted(number)]
        if len(meant) != 1:
            return None
        return f"motie {number} staat niet in toezeggingen.yaml, en {meant[0]} wel", "kijk het nummer na"
    days, whole = named_days(sentence), _WHOLE_DAY.fullmatch(entry.sinds)
    of_then = re.search(r"\A\svan\s(?:[a-z]+dag\s)?[0-9]", sentence[found[0].end() :]) is not None
    adopted = _ADOPTED.search(sentence) and _ASKED.search(sentence)
    if len(days) != 1 or whole is None or not (of_then or adopted):
        return None
    if days[0].may_be(date.fromisoformat(entry.sinds)):
        return None
    return (
        f"motie {number} is hier van {days[0].words}, en volgens toezeggingen.yaml van {entry.since}",
        "maak de dagen gelijk",
    )


_WHOLE_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")


def said_of_one(sentence: str, known: Sequence[Toezegging]) -> tuple[Toezegging, str] | None:
    """The entry of which a sentence says another state than the register has, with the words."""
    if not _tells(sentence):
        return None
    for form, is_open in ((_OPEN, True), (_DONE, False), (_DONE_AROUND, False)):
        for found in form.finditer(sentence):
            between = found.groupdict().get("between")
            said = f"is … {found['words']}" if between else " ".join(found[0].split())
            named = _named(between or _CLAUSE.split(sentence[: found.start()])[-1], known)
            if len(named) == 1:
                return (named[0], said) if named[0].is_pending != is_open else None
    return None


@lru_cache(maxsize=MOST_TEXTS)
def _tells(sentence: str) -> bool:
    """Whether a sentence plainly says that something is open, or done."""
    said = any(form.search(sentence) for form in (_OPEN, _DONE, _DONE_AROUND))
    return said and not _UNSURE.search(sentence)


def _named(sentence: str, known: Sequence[Toezegging]) -> list[Toezegging]:
    """The entries that a sentence names: by id, by what was promised, or by what it is about."""
    folded = " ".join(sentence.casefold().split())
    named = [one for one in known if _has(folded, one.id) or _is_titled(folded, one)]
    if named:
        return named
    about = _ABOUT.search(sentence)
    words = [word for word in _WORD.findall(about["words"].casefold()) if word not in _EMPTY] if about else []
    if about is None or not any(len(word) >= _FEWEST_LETTERS for word in words):
        return []
    kind = about["soort"].casefold()
    return [
        one for one in known if one.soort == kind and all(_begins(word) in _begun(one.wat) for word in words)
    ]


_EMPTY = ("over", "voor", "deze", "onze", "raad", "gemeente", "vreemd", "agenda")


def _is_titled(folded: str, one: Toezegging) -> bool:
    """Whether a sentence has the words of what was promised, of two or more, or those of its name."""
    title = one.wat.casefold()
    spoken = one.id.replace("-", " ")
    return (" " in title and _has(folded, title)) or (" " in spoken and _has(folded, spoken))


def _has(folded: str, words: str) -> bool:
    if words not in folded or ("-" not in words and " " not in words):
        return False
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", folded) is not None


@lru_cache(maxsize=2048)
def _begun(text: str) -> frozenset[str]:
    return frozenset(_begins(word) for word in _WORD.findall(text.casefold()))


def _begins(word: str) -> str:
    return word[:_FIRST_LETTERS]
