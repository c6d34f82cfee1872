"""Find sentences whose difference is not that of the two numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.numbers.told_differences import as_written, wrong_differences
from rapportage.checks.reading.directions import AMOUNT, COURSE, number_of
from rapportage.checks.reading.texts import each_text, most_numbers
from rapportage.dutch import MONTHS
from rapportage.errors import Finding, Place

_POINTS = r"(?P<points>[ \u00a0]?procentpunt(?:en)?\b|-?punt(?:en)?\b)?"
_APART = re.compile(
    rf"[,;:.)–]\s+(?:en\s+)?(?:(?:dat|dit)\s+(?:is|was|betekent|geeft)\s+|dus\s+)?"
    rf"(?P<words>een verschil van|(?:dat|dit)\s+scheelt(?:\s+dus)?) (?P<said>{AMOUNT}){_POINTS}"
    r"(?=\s*(?:[.,](?![0-9])|[;:)!?]|\Z))",
    re.I,
)
"""'1.200 tegen 1.500, een verschil van 300', and 'in plaats van 1.500; dat scheelt 300'."""
_EVERY = re.compile(rf"(?<![\w.,/:-]){AMOUNT}(?![\w/]|-\w|[ \u00a0](?:{'|'.join(MONTHS)})\b)")
_BEFORE = 160
"""So far before a difference the numbers may stand of which it is one."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TWO = 2


@each_text
def miscounted(words: str, place: Place) -> Iterator[Finding]:
    """Each 'van 312 naar 287, een daling van 35' and 'met 10% van 200 naar 230'."""
    count = most_numbers(words)
    for told in (
        *(_apart(words) if count > _TWO else ()),
        *(wrong_differences(words) if count >= _TWO else ()),
    ):
        yield Finding(told, place, "reken het na")


def _apart(words: str) -> Iterator[str]:
    """What is said of each 'een verschil van 5' and 'dat scheelt 5' behind two numbers that differ otherwise.

    Only of two of its kind, which may stand in two sentences; of more it is not clear which are meant.
    """
    for said in _APART.finditer(words):
        if COURSE.search(words, max(0, said.start() - _BEFORE), said.start() + 1):
            continue  # told as one
        before = words[max(0, said.start() - _BEFORE) : said.start()]
        ends = _numbers(before, max((one.end() for one in _SENTENCE.finditer(before)), default=0))
        ends = ends or _numbers(before, 0)
        near = [one[0] for one in ends]
        kinds = {(one[0] == "€", one.endswith("%")) for one in near}
        kinds.add((said["said"][0] == "€", said["said"].endswith("%") or bool(said["points"])))
        numbers, told = [number_of(one) for one in near], number_of(said["said"])
        if len(near) != _TWO or len(kinds) != 1 or told is None or _OF_ONE.search(before):
            continue
        first, last = numbers
        if first is None or last is None or bool(said["points"]) != near[0].endswith("%"):
            continue
        is_alike = "scheelt" not in said["words"].lower() and (
            kinds != {(False, False)} or all("milj" in one for one in near)
        )
        if not is_alike and not _BOTH.search(before, ends[0].end(), ends[1].start()):
            continue  # 'wie € 700 huur betaalt van € 1.200, krijgt toeslag; dat scheelt € 50'
        digit = Decimal(1).scaleb(max(int(one.as_tuple().exponent) for one in (first, last, told)))
        fits = (
            abs(abs(one) - abs(told)) <= (digit if digit != 1 else 0) for one in (first - last, first + last)
        )
        if not any(fits):
            shown = f"{' '.join(said['words'].split())} {said['said']}"
            right = f"{as_written(abs(first - last), near[0])}{' procentpunt' if said['points'] else ''}"
            yield f"'{shown}' klopt niet bij {near[0]} en {near[1]}: dat is {right}"


def _numbers(text: str, start: int) -> list[re.Match[str]]:
    return [one for one in _EVERY.finditer(text, start) if not _YEAR.fullmatch(one[0])]


_SENTENCE = re.compile(r"[.!?]\s")
_BOTH = re.compile(r"\b(?:in\s+plaats\s+van|tegen(?:over)?|versus|was|waren|nu|toen|vorige?|eerder)\b", re.I)
_OF_ONE = re.compile(
    r"\b(?:per|elke?|ieder\w*|keer|maal|gemiddeld\w*|samen|totaal|ruim|bijna|ongeveer|circa|positief|negatief)\b",
    re.I,
)
"""What makes a difference that of something else than the two numbers themselves."""
