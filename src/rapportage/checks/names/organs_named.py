"""Find where a paper lets an organ act for the body that reports which is not the one, or which it has not.

A water board has no council and a municipality no general board. Yet each has partners that do, so an organ
of another kind is told only where the words leave no doubt that ours is meant: this paper asks
something of it, it treats this paper, or it stands alone in a chapter that speaks of nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from rapportage.checks.days.meetings_named import FORMS, days_of_treatment, named_days, says_no_more
from rapportage.checks.reading.organ_names import ANY_ORGAN, ORGAN_NAMES, has_college
from rapportage.checks.reading.other_bodies import ANOTHER, is_of_another, without_organs_of_others
from rapportage.checks.subjects import Paper
from rapportage.content.bodies import Overheid
from rapportage.content.offices import BodyKind
from rapportage.document import Heading, Table, inlines_of, walk
from rapportage.dutch import BETWEEN_SENTENCES, date_text
from rapportage.errors import Finding, Place
from rapportage.inlines import place_of, plain

_RAAD, _COLLEGE = "raad", "college"
_MEMO = "raadsvoorstel"
_DECISIONS = ("besluitpunten", "besluit")
_CHAPTER = 3
"""The level of heading that a chapter has in a report: below it, nobody is named anew."""
_ANY = re.compile(rf"\b{ANY_ORGAN}\b", re.I)
_ARTICLE = r"(?:(?:de|het)\s+)?"
_OF_SOMEBODY = r"(?!\s+(?:van|der|uit)\b|\s+(?i:in|te|voor)\s+(?:(?:de|het)\s+)?[A-ZÀ-Þ]|-)"
"""'De raad van toezicht', 'de raad voor Cultuur': whoever that is, it says so itself."""
_PAPER = r"dit\s+(?:raads|staten|bestuurs)?voorstel\b"
_TREAT = r"(?:bespreekt|bespreken|behandelt|behandelen|besluit|besluiten|beslist|beslissen|stemt|stemmen)"
_MEETS = re.compile(rf"\b(?:{_TREAT}|vergadert|vergaderen)\b", re.I)
_IS_ORDERED = re.compile(
    r"\s+(?:(?!te\b|en\b|om\b)[\w.]+\s+){0,8}?(?:op\s+te\s+dragen|opdracht\s+te\s+geven|te\s+machtigen|te\s+mandateren)\b"
)
"""Between who is ordered and the order may stand a day, and no other infinitive."""
_OURS = re.compile(r"\b(?:[Uu]w|[Oo]nze|[Oo]ns)\s+\Z")
_THE = re.compile(r"\b(?:[Dd]e|[Hh]et)\s+\Z")
_BESIDES = re.compile(r"\b(?:ook|andere|eveneens|net\s+als)\b", re.I)
_BEGINS = re.compile(rf"(?:\A|[,;:]\s+){_ARTICLE}\Z", re.I)
_TREATS_THIS = re.compile(rf"\s+{_TREAT}\b[^.;,]{{0,80}}?\b{_PAPER}", re.I)
_TREATS_AT_END = re.compile(rf"\b{_TREAT}\s+{_ARTICLE}\Z", re.I)
_THIS_NEXT = re.compile(rf"\s+(?:over\s+|in\s+met\s+)?{_PAPER}", re.I)
_WE_PROPOSE = re.compile(rf"\b(?:wij\s+stellen|stellen\s+wij)\s+{_ARTICLE}\Z", re.I)
_WE_ASK = re.compile(rf"\b(?:wij\s+(?:vragen|verzoeken)|(?:vragen|verzoeken)\s+wij)\s+{_ARTICLE}\Z", re.I)
_YOUR = re.compile(r"\b[Uu]w\s+\Z")
_QUOTED = re.compile(r"[“‘\"«„]")
_WHO_DECIDES = re.compile(rf"(?:\A|.*[,;:]\s)\s*(?:neemt|nemen|stemt|stemmen)\s+{_ARTICLE}\Z", re.I)
_THE_DECISION = re.compile(r"\s+(?P<which>het|dit)\s+besluit\b(?!\s+(?:om|tot|over|van|voor|in|tegen|bij)\b)")
_THIS_DECISION = re.compile(r"\s+(?:in\s+met\s+)?dit\s+(?:besluit|voorstel)\b")
_WITHOUT = re.compile(r"\A(?:de|uw)\s", re.I)
_HERE = "‹wie›"
"""What stands in a clause for the organ that it is judged by."""
_CLAUSE_END = re.compile(r"[,;)]|\ben\b|\b(?:maar|waarna)\b")
_OF_A_TOWN = (
    r"(?:buur)?gemeente\w*|raden|colleges|raad\s+(?:van|voor)|wethouders?|burgemeesters?|regio\w*|partners?"
    r"|deelnemers?|bestuurders?|dorp\w*|stad\w*|overheden|overheid|school|scholen|leerling\w*|onderwijs"
    r"|omgevingsplan\w*|bestemmingsplan\w*|stichting|vereniging|corporaties?|(?!raad\b)\w+(?:raad|college)"
    r"|samenwerking\w*|regeling|b\s?&\s?w"
)
_OF_A_PROVINCE = r"provinci\w*|gedeputeerden?|staten|gs|ps"
_OTHERS = {
    kind: re.compile(rf"\b(?:{words})\b", re.I)
    for kind, words in {
        "raad": _OF_A_TOWN,
        "college": f"{_OF_A_TOWN}|{_OF_A_PROVINCE}",
        "staten": _OF_A_PROVINCE,
        "": f"{_OF_A_TOWN}|{_OF_A_PROVINCE}",
    }.items()
}
"""By the last word of an organ's name: who else may have one, and what only another decides on."""
_AT_A_PLACE = re.compile(r"\b(?:[Ii]n|[Tt]e|[Mm]et|[Dd]oor)\s+[A-ZÀ-Þ][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Where:
    """Where a sentence stands: in which paper, and what its chapter and its section told before it."""

    body: Overheid
    memo: bool
    decides: bool
    days: Mapping[str, date]
    chapter: tuple[str, ...] = ()
    section: tuple[str, ...] = ()

    def behind(self, words: str) -> Where:
        """Where the sentence behind these words stands."""
        return replace(self, chapter=(*self.chapter, words), section=(*self.section, words))

    def of_nobody_else(self, organ: str, *, far: bool) -> bool:
        """Whether nobody who may have such an organ was named in the section, or the chapter where `far`."""
        others = _OTHERS.get(organ.split()[-1].casefold(), _OTHERS[""])
        told = [one for text in self.section for one in BETWEEN_SENTENCES.split(text)]
        if any(_AT_A_PLACE.search(one) or is_of_another(one, self.body) for one in told):
            return False
        return not any(others.search(one) for one in (self.chapter if far else self.section))


def of_another_kind(paper: Paper) -> Iterator[Finding]:
    """Each organ that acts in this paper as one of the body that reports, and is not the one that does."""
    memo = paper.document.meta.paper == _MEMO
    where = Where(paper.body, memo, decides=False, days=paper.days)
    for block in walk(paper.document.blocks):
        for content in inlines_of(block):
            words = plain(content)
            if isinstance(block, Heading):
                decides = words.strip().casefold() in _DECISIONS
                chapter = where.chapter if block.level > _CHAPTER else ()
                where = replace(where, decides=decides, chapter=chapter, section=())
            if _ANY.search(words):
                at = place_of(content)
                yield from _in_text(words, at if at.file else block.place, where)
            if not isinstance(block, Table) or _OTHERS[""].search(words):
                where = where.behind(words)


def _in_text(words: str, place: Place, where: Where) -> Iterator[Finding]:
    for sentence in BETWEEN_SENTENCES.split(words):
        yield from (Finding(said, place, hint) for said, hint in wrong_organs(sentence, where))
        where = where.behind(sentence)


def wrong_organs(sentence: str, where: Where) -> Iterator[tuple[str, str]]:
    """What is said of the first organ here that is not ours, or not the one of both, with the remedy."""
    body, words = where.body, without_organs_of_others(sentence, where.body)
    for role, form in _foreign(body.soort, college=has_college(body)):
        for found in form.finditer(words):
            if _is_meant_for_ours(words, found, where):
                ours = body.raad if role == _RAAD else body.college
                yield (
                    f"{body.aanduiding} heeft geen {_WITHOUT.sub('', ' '.join(found['organ'].split()))}",
                    f"schrijf '{ours}'; is het dat van een ander, zeg dan van wie",
                )
                return
    if ANOTHER not in words:
        yield from _wrong_one(words, where)


@lru_cache
def _foreign(kind: BodyKind, *, college: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The organs that a body of this kind has not, by their role."""
    forms: list[tuple[str, str]] = []
    for other, names in ORGAN_NAMES.items():
        if other != kind:
            short = rf"(?!college\b)(?:{names.college})" if college else names.college
            forms += [(_RAAD, names.raad), (_COLLEGE, rf"{names.in_full}|{short}")]
    return tuple((role, re.compile(rf"\b(?P<organ>(?i:{form}))\b{_OF_SOMEBODY}")) for role, form in forms)


def _is_meant_for_ours(words: str, found: re.Match[str], where: Where) -> bool:
    """Whether these words leave no doubt that the organ is to be one of the body that reports."""
    front, behind, organ = words[: found.start()], words[found.end() :], found["organ"]
    if _OURS.search(front) or organ.casefold().startswith("uw "):
        return True
    if where.decides and _IS_ORDERED.match(behind):
        return True
    if where.memo and not _BESIDES.search(words) and _treats_this(front, behind):
        return True
    if _WHO_DECIDES.search(front) and (this := _THE_DECISION.match(behind)):
        return this["which"] == "dit" or where.of_nobody_else(organ, far=False)
    if _only_treats(words, found, [where.days[one] for one in (_RAAD, _COLLEGE) if one in where.days]):
        return True
    if where.body.soort == "gemeente" or organ not in (_RAAD, _COLLEGE) or not _THE.search(front):
        return False
    names_others = re.match(r"\s+voor\b", behind) or _OTHERS[organ].search(front + behind)
    return not names_others and where.of_nobody_else(organ, far=True)


def _treats_this(front: str, behind: str) -> bool:
    """Whether who stands between these words treats this memo, or is asked to."""
    if _TREATS_THIS.match(behind) and _BEGINS.search(front):
        return True
    return bool(
        (_TREATS_AT_END.search(front) and _THIS_NEXT.match(behind))
        or (_WE_PROPOSE.search(front) and re.match(r"\s+voor\b", behind))
    )


def _only_treats(words: str, found: re.Match[str], days: list[date]) -> bool:
    """Whether the clause of this organ says nothing but that it decides on one of these days."""
    start = max(words.rfind(sign, 0, found.start()) for sign in ",;(") + 1
    clause = _CLAUSE_END.split(f"{words[start : found.start()]}{_HERE}{words[found.end() :]}", maxsplit=1)[0]
    named = named_days(clause)
    if len(named) != 1 or not any(named[0].may_be(day) for day in days) or not _MEETS.search(clause):
        return False
    return says_no_more(clause, re.compile(_HERE))


def _wrong_one(words: str, where: Where) -> Iterator[tuple[str, str]]:
    """What one of our organs does that the other one does in this paper."""
    raad, college, days = str(where.body.raad), str(where.body.college), where.days
    forms = FORMS[where.body.soort]
    if where.decides and any(_IS_ORDERED.match(words, one.end()) for one in forms.council.finditer(words)):
        many = where.body.raad.meervoud
        said = f"in een besluit van {raad} {'krijgen' if many else 'krijgt'} {raad} hier zelf een opdracht"
        yield said, f"bedoelde u '{college}'?"
        return
    for found in forms.board.finditer(words):
        front, behind = words[: found.start()], words[found.end() :]
        if where.memo and not _QUOTED.search(front) and (_YOUR.search(front) or _WE_ASK.search(front)):
            yield f"dit voorstel is aan {raad}, en hier staat {college}", f"schrijf '{where.body.uw_raad}'"
            return
        if where.memo and _WHO_DECIDES.match(front) and _THIS_DECISION.match(behind):
            yield (
                f"{where.body.raad.doet('neemt', 'nemen')} dit besluit, en hier staat {college}",
                f"schrijf '{raad}'",
            )
            return
    if _RAAD not in days or days.get(_COLLEGE) == days[_RAAD] or any(days_of_treatment(words, where.body)):
        return
    for role, form in forms.organs.items():
        other = _COLLEGE if role == _RAAD else _RAAD
        for found in form.finditer(words):
            if other in days and _only_treats(words, found, [days[other]]):
                who = {_RAAD: where.body.raad, _COLLEGE: where.body.college}
                planned = who[other].doet("vergadert", "vergaderen") + f" op {date_text(days[other])}"
                yield (
                    f"{planned} volgens rapportage.yaml, en hier staat {who[role]}",
                    f"schrijf '{who[other]}', of de dag van {who[role]}",
                )
                return
