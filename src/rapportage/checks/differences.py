"""Find sentences whose difference is not that of the two numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.directions import AMOUNT, COURSE, ends_of, number_of
from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.dutch import number_text
from rapportage.errors import Finding

_NOUN = r"(?:daling|stijging|groei|toename|afname|krimp|verschil)"
_POINTS = r"(?P<points>[ \u00a0]?procentpunt(?:en)?\b|-?punt(?:en)?\b)?"
_ENDS = r"(?=\s*(?:[.,](?![0-9])|[;:)!?]|\Z)|\s+(?:en|ten opzichte|vergeleken|in vergelijking)\b)"
"""What may stand behind a difference: any other word can make it one by year, by head or of another kind."""
_BEHIND = re.compile(
    rf"(?: (?P<counted>[^\W\d_]+))?,?\s*(?:en |dus |dat is )?een"
    rf" (?!gemiddelde |jaarlijkse |maandelijkse |structurele )(?:\w+ )?{_NOUN}"
    rf" van (?P<said>{AMOUNT}){_POINTS}(?: (?P=counted))?{_ENDS}"
)
_AHEAD = re.compile(rf"\bmet (?P<said>{AMOUNT}){_POINTS} \Z")
_NEAR = 60
"""So far before the numbers their difference may stand."""
_SHARE_OFF = Decimal(1)
"""So far a share may be from that of two numbers that are rounded themselves."""


def miscounted(paper: Paper) -> Iterator[Finding]:
    """Each 'van 312 naar 287, een daling van 35' and 'met 10% van 200 naar 230'."""
    for words, place in texts(paper):
        for course in COURSE.finditer(words):
            said = _BEHIND.match(words, course.end()) or _AHEAD.search(
                words[max(0, course.start() - _NEAR) : course.start()]
            )
            first, last = ends_of(course)
            if said is None or first is None or last is None or course["to"] != "naar":
                continue
            if right := _right(said, course, first, last):
                shown = f"van {course['first']} naar {course['last']}"
                yield Finding(
                    f"'{said['said']}' is niet het verschil {shown}: dat is {right}", place, "reken het na"
                )


def _right(said: re.Match[str], course: re.Match[str], first: Decimal, last: Decimal) -> str | None:
    """What the difference is, where it is another than is said; None where it may be that."""
    told, between = number_of(said["said"]), abs(last - first)
    shares = course["first"].endswith("%") and course["last"].endswith("%")
    if told is None or course["first"].endswith("%") != course["last"].endswith("%"):
        return None
    as_share = said["said"].endswith("%") and not said["points"]
    if as_share and first:
        part = between / abs(first) * 100
        if abs(part - abs(told)) <= max(_SHARE_OFF, abs(told) / 10):
            return None
        return f"{_text(between)} procentpunt" if shares else f"{_text(part, 1)}%"
    if as_share or bool(said["points"]) != shares:
        return None
    digits = [Decimal(1).scaleb(int(one.as_tuple().exponent)) for one in (told, first, last)]
    rounded = min(digits) < 1 or "milj" in course["last"]
    off = abs(abs(told) - between) > (max(digits) if rounded else 0)
    return f"{_text(between)}{' procentpunt' if shares else ''}" if off else None


def _text(number: Decimal, decimals: int | None = None) -> str:
    behind = max(0, -int(number.normalize().as_tuple().exponent)) if decimals is None else decimals
    return number_text(number, behind)
