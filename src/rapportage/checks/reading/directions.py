"""Find sentences that say that something rises or falls while their numbers say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rapportage.below_zero import turned
from rapportage.checks.reading.texts import texts
from rapportage.checks.subjects import Paper
from rapportage.dutch import MONTHS
from rapportage.errors import Finding
from rapportage.movement import MOVEMENT, Said, is_other_factor, said_of_course, way_of, ways_said
from rapportage.typed import typed_number

AMOUNT = r"(?:€[ \u00a0])?[−-]?[0-9](?:[0-9.,]*[0-9])?%?(?:[ \u00a0](?:miljoen|miljard))?"
_POWER = re.compile(r"[ \u00a0](?:miljoen|miljard)\Z")
COURSE = re.compile(
    rf"\b[Vv]an (?P<first>{AMOUNT})"
    rf"(?:[^.;0-9]{{0,60}}(?:[12][0-9]{{3}})?[^.;0-9]{{0,40}}?) (?P<to>naar|tot) (?P<last>{AMOUNT})"
)
_THOUSAND = 1000
_ROOM = 200
"""So far, words may go with the numbers."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RANKED = re.compile(r"\b(?:rang\w*|plaats|positie|klassement|top)\b", re.I)
_SIGNED = re.compile(r"(?:positief|negatief|tekort|overschot|winst|verlies)\b")
"""What gives a number its sign in words."""
_NO_COURSE = re.compile(
    r"[ \u00a0](?:uur|jaar|jarigen?|maanden|weken|dagen|personen|medewerkers|werknemers"
    rf"|{'|'.join(MONTHS)})\b"
)
"""What stands behind numbers that are ends of a range: 'van 4 tot 12 jaar'."""


def contradicted(paper: Paper) -> Iterator[Finding]:
    """Each 'stijgt van 9 naar 5', and each 'van 5 naar 9 gedaald', in texts, notes and descriptions."""
    for words, place in texts(paper):
        courses = list(COURSE.finditer(words))
        each = _said_of_each(words, courses)
        for found in courses:
            first, last = ends_of(found)
            said = each[found.start()] if found.start() in each else _said(words, found)
            if first is None or last is None or said is None or _is_ranked(words, found):
                continue
            turns = turned(words[max(0, found.start() - _ROOM) : found.start()], "", (first, last))
            way = -said.way if turns else said.way
            other = turns is not None and (last > first) - (last < first) != way
            if other or is_other_factor(said.words, first, last):
                course = f"van {found['first']} {found['to']} {found['last']}"
                shown = f"{said.words} {course}" if said.before else f"{course} … {said.words}"
                way_out = "verander het werkwoord, of kijk de getallen na"
                yield Finding(f"'{shown}' klopt niet", place, way_out)
        for found in courses:
            if called := _called_otherwise(words, found):
                course = f"van {found['first']} {found['to']} {found['last']}"
                told = f"'{course}' en '{called}' erachter kloppen niet met elkaar"
                yield Finding(told, place, "verander het woord, of kijk de getallen na")


_NEXT = re.compile(
    rf"[^.;:!?,]{{0,40}}\.\s(?P<words>(?:De|Deze|Die)\s(?:{MOVEMENT}))\s(?:zit|zat|komt|kwam|ontstaat|ontstond|hangt|hing|heeft"
    r"|had|is\svooral|was\svooral|doet|deed|geldt|gold)\b",
)
"""What a sentence behind a course calls it: 'van 69 naar 71. De daling zit vooral in'."""


def _called_otherwise(words: str, found: re.Match[str]) -> str:
    """What the next sentence calls a course that went the other way; '' where it may be called so."""
    first, last = ends_of(found)
    called = _NEXT.match(words, found.end())
    if called is None or first is None or last is None or _is_ranked(words, found):
        return ""
    turns = turned(words[max(0, found.start() - _ROOM) : found.start()], "", (first, last))
    way = (last > first) - (last < first)
    is_other = turns is not None and way == (way_of(called["words"]) if turns else -way_of(called["words"]))
    return called["words"] if is_other else ""


_BOTH = re.compile(
    r"(?:\s+[^\W\d_][\w-]*){0,4}?,?\s+(?:en|respectievelijk)(?:\s+[^\W\d_][\w-]*){0,4}\s+", re.I
)
"""What stands between two courses beside each other."""


def _said_of_each(words: str, courses: Sequence[re.Match[str]]) -> dict[int, Said | None]:
    """What is said of two courses beside each other, of which the words before them tell in that order.

    'De een daalt en de ander stijgt: van 12 naar 10 en van 9 naar 11.'
    """
    told: dict[int, Said | None] = {}
    for one, other in pairwise(courses):
        if not _BOTH.fullmatch(words[one.end() : other.start()]):
            continue
        said = list(ways_said(_SENTENCE.split(words[max(0, one.start() - _ROOM) : one.start()])[-1]))
        if len({each.way for each in said}) > 1:
            told[one.start()], told[other.start()] = said if len(said) == len((one, other)) else (None, None)
    return told


_SENTENCE = re.compile(r"[.;!?]\s")


def _said(words: str, found: re.Match[str]) -> Said | None:
    before, after = words[max(0, found.start() - _ROOM) : found.start()], words[found.end() :][:_ROOM]
    said = said_of_course(before, after)
    if said is None or found["to"] == "naar":
        return said
    # 'tot' may end a range: only close to its verb does it end a course
    near = re.search(rf"{re.escape(said.words.split()[-1])}(?: [^ .,]+){{0,2}} \Z", before)
    is_range = _NO_COURSE.match(after) and not _YEAR.search(found[0])
    return None if is_range or (said.before and not near) else said


def _is_ranked(words: str, found: re.Match[str]) -> bool:
    """Whether less may be more here: places on a list."""
    return _RANKED.search(words, max(0, found.start() - _ROOM), found.end()) is not None


def ends_of(course: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """The numbers of a COURSE, if it is one of numbers: 'van 2023 naar 2024' is one of years.

    In 'van 1,2 naar 1,5 miljoen' both are millions, but not in 'van 900.000 naar 1,2 miljoen'.
    """
    first, last = course["first"], course["last"]
    if _YEAR.fullmatch(first) and (_YEAR.fullmatch(last) or _is_year(course, last)):
        return None, None
    if _SIGNED.search(course[0]):
        return None, None
    if _SIGNED.match(course.string, course.end() + 1):
        return None, None
    bare, power = number_of(first), _POWER.search(last)
    if bare is not None and abs(bare) < _THOUSAND and power and not _POWER.search(first):
        bare = number_of(f"{first}{power[0]}")
    return bare, number_of(last)


_PERIOD = re.compile(
    rf"(?:kwartaal|half\s?jaar|helft|periode|tertaal|maanden|jaar|{'|'.join(MONTHS)})[ \u00a0]\Z", re.I
)


def _is_year(course: re.Match[str], last: str) -> bool:
    """Whether the first number, which looks like a year, is one: 'in mei van 2024 naar € 5'."""
    return last[0] == "€" or last[-1] == "%" or bool(_PERIOD.search(course.string, 0, course.start()))


def number_of(words: str) -> Decimal | None:
    """The number that an AMOUNT stands for; None for what is none."""
    power = 6 if words.endswith("miljoen") else 9 if words.endswith("miljard") else 0
    number = typed_number(_POWER.sub("", words.rstrip(".,")))
    return None if number is None else number.scaleb(power)
