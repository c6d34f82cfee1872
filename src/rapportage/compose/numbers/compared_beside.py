"""What is said of the time that a number is compared with must go with the time that it was worked out with.

`verschil` and `afstand` are always with the period before: a year earlier is another difference, 'in
vergelijking met' the period itself is none, and what came about now did not 'in het eerste halfjaar'.
"""

from __future__ import annotations

import re

from rapportage.compose.numbers.measured_beside import CLAUSE, Told
from rapportage.compose.numbers.quantities import Difference, Worked
from rapportage.compose.numbers.times_beside import time_at
from rapportage.dutch import SENTENCE_END
from rapportage.movement import AGAINST, MOVED, said_of

_NEAR = 90
"""So far behind a number what it is compared with may stand."""
_SINCE = re.compile(r"\s*(?:(?:en|maar|want)\s+)?(?P<words>sinds\s+)(?P<rest>\S.*)", re.I | re.S)
_SINCE_BEHIND = re.compile(
    r"(?:\s+(?!(?:dat|die|dan|waar\w*)\b)[^\W\d_][\w-]*){0,3}?\s+(?P<words>sinds\s+)(?P<rest>\S.*)",
    re.I | re.S,
)
_BEHIND = re.compile(
    rf"(?:\s+[^\W\d_][\w-]*){{0,4}}?\s+(?P<words>(?:dan|{AGAINST})\s+)(?P<rest>\S.*)", re.I | re.S
)
_BEFORE = re.compile(
    rf".*(?<!\w)(?<!\bin )(?P<words>(?:(?:meer|minder|hoger|lager)\s+dan|{AGAINST})\s+)(?P<rest>\S.*)",
    re.I | re.S,
)
_OTHER = re.compile(
    r"[0-9;]|,\s+(?:en|maar|terwijl|waar\w*|want)\b|\bdan\b|(?<!is )(?<!was )(?<!zijn )\bdat\b", re.I
)
"""What may be of another number between what is compared with and this one."""
_AND = re.compile(r"\ben\b", re.I)
_THIS = re.compile(r"(?:in\s+)?dit\s+(?P<noun>half\s?jaar|kwartaal|jaar)(?!\w)", re.I)


def other_comparison(before: str, worked: Worked, after: str) -> Told | None:
    """Another time to compare with than that of the number."""
    quantity = worked.quantity
    if quantity is None:
        return None
    if quantity.measured is not None:
        return None
    if quantity.difference is None:
        return None
    sentence = SENTENCE_END.split(before)[-1]
    near = after[:_NEAR]
    for found in (
        *(_BEHIND.match(near), _SINCE_BEHIND.match(near)),
        *(_BEFORE.match(sentence), _SINCE.match(sentence)),
    ):
        said = _said(found["rest"], quantity.difference) if found else None
        is_behind = found is not None and found.string is near
        if found is None or said is None or (not is_behind and _OTHER.search(said[1])):
            continue
        if found.re is _SINCE and _AND.search(said[1]):
            continue  # 'sinds 2023 beheert de regio het zelf en steeg het'
        return Told(
            f"bij '{worked.text}' staat '{found['words']}{said[0]}',"
            f" en het is het verschil met {quantity.difference.before}",
            'schrijf {{ vorige("lang") }}, of reken met de getallen van die andere periode',
        )
    return _in_another(before, worked, after, quantity.difference)


def _in_another(before: str, worked: Worked, after: str, between: Difference) -> Told | None:
    """'In het eerste halfjaar steeg de reserve met' at a difference that came about in the second."""
    clause = CLAUSE.split(before)[-1]
    for found in _WITHIN.finditer(clause) if said_of(before, after) else ():
        time = time_at(clause[found.end() :], between.now, between.indicator, between.now)
        if time and time.of(between.indicator) and between.now not in time.periods:
            lead = clause[: found.start()]
            is_other = _OTHER_TIMES.search(lead + time.behind) or not _WENT.search(lead)
            return None if is_other else _told_within(worked.text, f"{found[0]}{time.words}", between)
    return None


def _told_within(text: str, words: str, between: Difference) -> Told:
    return Told(
        f"bij '{text}' staat '{words}', en het is het verschil tussen {between.before} en {between.now}",
        "noem de periode van het verschil, of reken met de getallen van die andere periode",
    )


_WITHIN = re.compile(r"(?<![\w-])(?:in|over|tijdens|gedurende)\s+(?=\S)", re.I)
_WENT = re.compile(
    rf"\A\s*(?:(?:en|maar|ook)\s+)?\Z|\b(?:{MOVED}|nam|namen|kwam|kwamen|ging|gingen|liep|liepen)"
    r"(?:\s+(?!(?:door|van|uit|bij|met|voor|na|om|op|dankzij|wegens)\b)[^\W\d_][\w-]*){0,4}\s*\Z",
    re.I,
)
"""Before a time in which it went so far, and nothing else was: 'door de verkoop in het eerste halfjaar'."""
_OTHER_TIMES = re.compile(
    rf"\b(?:{AGAINST}|dan|tegen\w*|sinds|vanaf|na|naast|waar\w*|die|dat|toen|verwacht\w*|begro\w+|gepland\w*"
    r"|raming|prognose)\b|[0-9]",
    re.I,
)
"""What may make a difference beside a time one of another time."""


def _said(rest: str, between: Difference) -> tuple[str, str] | None:
    """The words for another time than the difference is with, and what follows them."""
    if found := _THIS.match(rest):
        is_own = re.sub(r"\s", "", found["noun"].lower()) == between.now.kind
        return (found[0], rest[found.end() :]) if is_own else None
    time = time_at(rest, between.now, between.indicator, between.now)
    if time is None or not time.periods or between.before in time.periods:
        return None
    if time.is_last_year and between.before.year == between.now.year - 1:
        return None
    return time.words, time.behind
