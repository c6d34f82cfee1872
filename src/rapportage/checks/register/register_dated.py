"""Find sentences that give a promise or a motion another day, number or person than the register does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from rapportage.checks.days.meetings_named import NamedDay, named_days
from rapportage.checks.register.register_named import (
    KINDS,
    by_number,
    named_by_words,
    named_in,
    numbers_in,
    retold_in,
)
from rapportage.content.fields import moment_days, moment_text
from rapportage.content.offices import OFFICES
from rapportage.content.register import Soort, Toezegging
from rapportage.dutch import MONTHS

Told = tuple[str, str]
"""What is otherwise, and the way out."""
_DAY = rf"[0-9]{{1,2}}(?:-[0-9]{{1,2}}-|\s(?:{'|'.join(MONTHS)})\b)"
_OF_THEN = re.compile(
    rf"(?:\b{KINDS}|[)'’\"”]|[0-9])\s(?:uit|van)\s(?:(?:de\s)?raad(?:svergadering)?\svan\s)?(?:[a-z]+dag\s)?{_DAY}",
    re.I,
)
"""'De motie over de parkeernorm (M-21) van 13 juni 2024'."""
_ASKED = "vroeg|vroegen|gevraagd|verzocht"
_WITH = r"(?:met|in|via|bij|door)\s(?:de\s)?motie\b"
_MADE: dict[Soort, re.Pattern[str]] = {
    "motie": re.compile(
        r"\b(?:nam|namen|neemt)\b[^.;]{0,120}?\baan\b|\baan(?:nam|namen)\b|\baangenomen\b(?!\smotie)"
        r"|(?<=[0-9]\s)aangenomen\b|\baanvaard"
        rf"|\b(?:{_ASKED}|droeg|droegen|riep|riepen|nam|namen)\b[^.;]{{0,120}}?\b{_WITH}"
        rf"|\b{_WITH}\b[^.;]{{0,120}}?\b(?:{_ASKED}|(?:op)?(?:droeg|droegen|riep|riepen))\b"
        r"|\bnam(?:en)?\s(?:de|uw|onze)?\s?(?:gemeente)?raad\smotie\b",
        re.I,
    ),
    "toezegging": re.compile(r"\b(?:(?:toe)?(?:zegde|zegden)|toegezegd|beloofde|beloofden|beloofd)\b", re.I),
    "aankondiging": re.compile(r"\b(?:(?:aan)?(?:kondigde|kondigden)|aangekondigd)\b", re.I),
}
_DONE = re.compile(
    r"\b(?:afgedaan|afgehandeld|afgerond|nagekomen|ingelost)\b"
    r"|\b(?:naar|aan)\s(?:de|uw)\sraad\s(?:gestuurd|gezonden|verzonden|verstuurd|aangeboden)\b"
    r"|\b(?:stuurde|zond|bood)\b[^.;]{0,80}\b(?:naar|aan)\s(?:de|uw)\sraad\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:kennis|niet|nog|zal|zou|eerste|tweede|concept\w*|eerder\w*|opnieuw|ander\w*|besprak\w*)\b", re.I
)
_OFFICES = "|".join(sorted({one for kind in OFFICES.values() for one in kind.all}, key=len, reverse=True))
_PERSON = re.compile(
    rf"\b(?P<office>(?i:{_OFFICES}))\s(?P<name>(?:(?:[A-Z]\.\s?){{1,4}})?(?:(?:van|der|den|de|ten|ter)\s){{0,2}}[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)"
)
_LAST_NAME = re.compile(r"[A-Z][\w-]+\Z")


_READY = re.compile(
    rf"{_DONE.pattern}|\b(?:vastgesteld|opgeleverd|aangeboden|verschenen|gepubliceerd)\b", re.I
)
_OF_ITSELF = re.compile(rf"\b{KINDS}\b[^.;,]{{0,80}}\bvan\s(?:[a-z]+dag\s)?\Z", re.I)
"""Before a day: 'de toezegging over de openingstijden van …' names the day on which it was made."""
_THEREBY = re.compile(r"\s*(?:daarmee|hiermee)\s(?:is|zijn)\b", re.I)


def done_thereby(sentence: str, behind: str, known: Sequence[Toezegging]) -> Iterator[Told]:
    """What a sentence dates otherwise of the one entry that is done by it: 'Daarmee is T-09 afgedaan'."""
    named = named_in(behind, known) if _THEREBY.match(behind) and _DONE.search(behind) else []
    if len(named) != 1 or _UNSURE.search(f"{sentence} {behind}"):
        return
    (entry,) = named
    if entry.is_pending or named_in(sentence, known) not in ([], named):
        return  # that it is open still is told by itself
    made = _day(sentence, _MADE[entry.soort])
    if made is not None and not _may_be(made, entry.sinds):
        yield _other_made(entry, made)
    days = [one for one in named_days(sentence) if _is_of(sentence, one, _READY)]
    if entry.afgerond and days and not any(_may_be(one, entry.afgerond) for one in days):
        yield _other_done(entry, days[-1])


def otherwise_dated(sentence: str, known: Sequence[Toezegging]) -> Iterator[Told]:
    """What a sentence has otherwise than the register of one entry: its number, its day, or whose it is."""
    if told := _other_number(sentence, known):
        yield told
        return
    entry, is_made = _meant(sentence, known)
    if entry is None:
        return
    day = _day(sentence, _MADE[entry.soort] if is_made else _DONE)
    is_own = is_made or (day is not None and _is_of_itself(sentence, day))
    if day is not None and is_own and not _may_be(day, entry.sinds):
        yield _other_made(entry, day)
    if day is not None and not is_own and entry.afgerond and not _may_be(day, entry.afgerond):
        yield _other_done(entry, day)
    if is_made and (other := _other_person(sentence, entry)):
        yield (
            f"'{entry.id}' is hier van {other}, en volgens toezeggingen.yaml van {entry.door}",
            "maak de namen gelijk",
        )


def _is_of_itself(sentence: str, day: NamedDay) -> bool:
    """Whether a day is the one on which an entry was made: 'de toezegging van 28 november is afgedaan'."""
    return bool(_OF_THEN.search(sentence) or _OF_ITSELF.search(sentence[: day.start]))


def _other_made(entry: Toezegging, day: NamedDay) -> Told:
    told = f"'{entry.id}' is hier van {day.words}, en volgens toezeggingen.yaml van {entry.since}"
    return told, "maak de dagen gelijk"


def _other_done(entry: Toezegging, day: NamedDay) -> Told:
    done = entry.afgerond or ""
    when = f"{'op ' if _is_day(done) else 'in '}{moment_text(done)}"
    told = f"'{entry.id}' is hier op {day.words} afgerond, en volgens toezeggingen.yaml {when}"
    return told, "maak de dagen gelijk"


def was_made(sentence: str, kind: Soort) -> bool:
    """Whether a sentence tells that something of this kind was promised, asked for or announced."""
    return _MADE[kind].search(sentence) is not None


def _other_number(sentence: str, known: Sequence[Toezegging]) -> Told | None:
    """A number that the register does not have, or has for another motion than the sentence tells of."""
    numbers, numbered = numbers_in(sentence), by_number(known)
    if len(numbers) != 1:
        return None
    ((digits, number),) = numbers.items()
    own = {one.id: key for key, one in numbered.items()}
    meant = [one for one in named_by_words(sentence, known) if one.id in own]
    if len(meant) == 1 and own[meant[0].id] != digits:
        return (
            f"'{meant[0].id}' heeft hier nummer {number}, en in toezeggingen.yaml staat"
            f" '{meant[0].vindplaats}'",
            "kijk het nummer na",
        )
    alike = [one for one in numbered if _has_two_turned(one, digits)]
    if digits not in numbered and len(alike) == 1 and _may_be_of(sentence, numbered[alike[0]]):
        there = _as_recorded(numbered[alike[0]], alike[0])
        kind = numbered[alike[0]].soort
        return f"{kind} {number} staat niet in toezeggingen.yaml, en {there} wel", "kijk het nummer na"
    return None


_YEAR_LONG = 4
_OTHER = re.compile(r"\b(?:ander\w*|verworpen|verwierp\w*|ingetrokken|aangehouden|eerder\w*)\b", re.I)
"""What a register of what is to be done does not have."""


def _has_two_turned(one: str, digits: str) -> bool:
    """Whether two numbers have the same digits in another order; of those with a year, of that year."""
    same = len(one) == len(digits) and sorted(one) == sorted(digits)
    return same and (len(digits) <= _YEAR_LONG or one[:_YEAR_LONG] == digits[:_YEAR_LONG])


def _may_be_of(sentence: str, entry: Toezegging) -> bool:
    """Whether a sentence may tell of this motion: not where it has the day of another one."""
    days = named_days(sentence)
    return not _OTHER.search(sentence) and (not days or any(_may_be(one, entry.sinds) for one in days))


def _as_recorded(entry: Toezegging, digits: str) -> str:
    """A number as the register writes it."""
    return numbers_in(entry.vindplaats)[digits]


def _meant(sentence: str, known: Sequence[Toezegging]) -> tuple[Toezegging | None, bool]:
    """The one entry of which a sentence tells that it was made, or else that it was done."""
    named, of_then = named_in(sentence, known), _OF_THEN.search(sentence) is not None
    for kind, form in _MADE.items():
        if form.search(sentence) and not _UNSURE.search(sentence):
            alike = [one for one in named or _retold(sentence, known, kind) if one.soort == kind]
            return (alike[0], True) if len(alike) == 1 else (None, True)
    if of_then and len(named) == 1:
        return named[0], True
    if _DONE.search(sentence) and not _UNSURE.search(sentence):
        done = named or retold_in(sentence, [one for one in known if one.afgerond])
        return (done[0], False) if len(done) == 1 else (None, False)
    return None, False


def _retold(sentence: str, known: Sequence[Toezegging], kind: Soort) -> list[Toezegging]:
    """The entries by their own words, of those that are not known by a number."""
    return retold_in(sentence, [one for one in known if one.soort == kind]) if kind != "motie" else []


def _day(sentence: str, done: re.Pattern[str]) -> NamedDay | None:
    """The day that a sentence gives an entry: the one right behind it, or else the only one of its clause."""
    if found := _OF_THEN.search(sentence):
        return next(iter(named_days(sentence[found.start() :])), None)
    days = [one for one in named_days(sentence) if not _UNTIL.search(sentence[: one.start])]
    own = [one for one in days if _is_of(sentence, one, done)]
    return own[0] if len(own) == 1 else None


def _is_of(sentence: str, day: NamedDay, done: re.Pattern[str]) -> bool:
    """Whether a day dates what was done: not 'op 5 mei begon het, waar motie M-21 om vroeg'."""
    edges = [0, *(one.end() for one in _NEXT_CLAUSE.finditer(sentence)), len(sentence)]
    clauses = list(pairwise(edges))
    at = next(number for number, (first, last) in enumerate(clauses) if first <= day.start < last)
    first, last = clauses[at]
    own = [clauses[at]]
    if not at and not _NO_MORE.sub("", sentence[first:last].replace(day.words, "")):
        # 'Op 5 mei, na een debat, nam de raad …'
        own = [one for one in clauses[1:] if not _SUBORDINATE.search(sentence[: one[0]])]
    ends = [one for found in done.finditer(sentence) for one in (found.start(), found.end() - 1)]
    return any(first <= one < last for first, last in own for one in ends)


_JOINS = r"(?:waar\w*|die|dat|wat|zoals|conform|volgens|omdat|doordat|nadat|zodat|terwijl|maar|want)"
_SUBORDINATE = re.compile(rf"\b(?:(?!maar|want){_JOINS}|nu)\s\Z", re.I)
_NEXT_CLAUSE = re.compile(
    rf"[,;:()](?:\s(?:{_JOINS}|nu|en))?(?:\s|\Z)|\s(?:{_JOINS}\s|\()"
    r"|\sen\s(?=(?:op|in|sinds|vanaf|per)\s(?:[a-z]+dag\s)?[0-9])|\som\s(?=[^,;:]{0,120}\ste\s)",
    re.I,
)
"""What ends a clause, with the word that begins the next one."""
_UNTIL = re.compile(
    r"\b(?:vanaf|uiterlijk(?:\sop)?|v(?:oo|óó)r|per|tot(?:\sen\smet)?|t/m|sinds|na)\s(?:[a-z]+dag\s)?\Z", re.I
)
"""Before a day on which nothing is done."""
_NO_MORE = re.compile(r"\b(?:op|[a-z]+dag)\b|[,\s]", re.I)


def _may_be(day: NamedDay, moment: str) -> bool:
    """Whether a day lies in the day, month or year of the register."""
    if _is_day(moment):
        return day.may_be(date.fromisoformat(moment))
    if "-" not in moment:
        return day.year in (None, int(moment))
    first, _ = moment_days(moment)
    return day.month == first.month and day.year in (None, first.year)


def _is_day(moment: str) -> bool:
    return moment.count("-") == 2


def _other_person(sentence: str, entry: Toezegging) -> str:
    """Who made it here, where the register has somebody else in that office; '' where it has the same."""
    here, there = list(_PERSON.finditer(sentence)), _PERSON.search(entry.door)
    if len(here) != 1 or there is None or here[0]["office"].lower() != there["office"].lower():
        return ""
    names = [_LAST_NAME.search(one["name"]) for one in (here[0], there)]
    same = names[0] and names[1] and names[0][0] == names[1][0]
    return "" if same else here[0][0]
