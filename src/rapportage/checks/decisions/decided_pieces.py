"""Find what one thing costs that is not its part of what so many of them cost elsewhere in the papers.

'Een deelfiets kost € 2.500' is not so where '40 extra deelfietsen' cost € 120.000, unless its text says how
the rest comes about: by another amount, or by who else pays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.texts import line_of, texts
from rapportage.checks.subjects import Report
from rapportage.dutch import BETWEEN_SENTENCES, amount_text
from rapportage.errors import Finding, Place
from rapportage.rough import ROOM

_COUNTED = (
    r"(?P<count>[0-9]{1,3}(?:\.[0-9]{3})+|[1-9][0-9]{0,5})\s(?:(?:extra|[a-z]+e)\s)?"
    r"(?P<noun>[a-z]{4,}(?:en|s))"
)
_WHOLES = (
    re.compile(rf"\b[Vv]oor\s{_COUNTED}\s(?:is\s|vragen\swij\s)?(?P<money>{MONEY})"),
    re.compile(
        rf"(?P<money>{MONEY})(?:\suit\sde\sreserve)?(?:\sbeschikbaar\ste\sstellen)?\svoor\s{_COUNTED}(?![\w-])"
    ),
    re.compile(rf"\b(?:[Dd]e\s)?{_COUNTED}\skosten\s(?:samen\s|in\stotaal\s)?(?P<money>{MONEY})"),
)
"""'Voor 40 extra deelfietsen € 120.000', '€ 120.000 voor 40 deelfietsen', '40 pompen kosten € 120.000'."""
_ONE = re.compile(
    rf"\b(?:[Ee]en|Eén|[EeÉé]én|[Ee]lke?|[Ii]edere?)\s(?P<noun>[a-z]{{4,}})\skost\s(?P<money>{MONEY})(?!\sper\b)"
)
"""'Een deelfiets kost € 3.000'."""
_SHARED = r"provinci\w*|rijk|subsidie\w*|bijdra\w+|vergoed\w*"
_PAID = re.compile(rf"\b(?:{_SHARED})\b", re.I)
"""Who else may pay a part of what one costs, anywhere in its paragraph."""
_OTHERWISE = re.compile(
    rf"\b(?:{re.sub('[?]P<[a-z]+>', '?:', ROOM)}|{_SHARED}|exclusief|zonder|eigen|waarvan|daarvan|deel|helft"
    r"|kwart|derde|eerder\w*|was|kostte|btw|jaarlijks\w*|per\s(?:jaar|maand|dag)|en\seen)\b",
    re.I,
)
"""What makes either amount another part of what it costs, or leaves room in it."""
_FAR = 3
"""So many times the other, an amount is of something else."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """What so many things cost together."""

    words: str
    count: Decimal
    noun: str
    total: Decimal
    place: Place


def miscounted(report: Report) -> Iterator[Finding]:
    """Each 'een deelfiets kost € 2.500' that is not its part of what all of them cost."""
    yield from pieces_in([one for paper in report.papers.values() for one in texts(paper)])


def pieces_in(every: Sequence[tuple[str, Place]]) -> Iterator[Finding]:
    """The same in these texts."""
    told = [(words, place) for words, place in every if ANY_MONEY.search(words)]
    alone = [one for one in told if len(set(ANY_MONEY.findall(one[0]))) == 1]
    pieces = [(found, words, place) for words, place in alone if (found := _ONE.search(words))]
    wholes = [one for words, place in told for one in _wholes(words, place)] if pieces else []
    for found, words, place in pieces:
        price = number_of(found["money"])
        alike = [one for one in wholes if _is_one_of(found["noun"], one.noun)]
        is_open = _PAID.search(words) or _OTHERWISE.search(_around(found))
        if price is None or not price or not alike or is_open:
            continue
        parts = [(one, one.total / one.count) for one in alike]
        if all(price != part and price / _FAR <= part <= price * _FAR for _, part in parts):
            whole, part = parts[0]
            right = f"dat is {amount_text(part, 0 if part == int(part) else 2)} per stuk"
            there = f"elders staat '{whole.words}' ({line_of(whole.place)})"
            way_out = "reken het na, of zeg wat er in het ene bedrag zit en in het andere niet"
            yield Finding(f"hier staat {found['money']}, en {there}: {right}", place, way_out)


def _around(found: re.Match[str]) -> str:
    """The sentence of an amount, and the one behind it, which may say what is in it."""
    begun = BETWEEN_SENTENCES.split(found.string[: found.end()])[-1]
    return " ".join((begun, *BETWEEN_SENTENCES.split(found.string[found.end() :])[:2]))


def _wholes(words: str, place: Place) -> Iterator[_Whole]:
    for sentence in BETWEEN_SENTENCES.split(words):
        for form in _WHOLES if not _OTHERWISE.search(sentence) else ():
            for found in form.finditer(sentence):
                count, total = number_of(found["count"]), number_of(found["money"])
                if count is not None and total is not None and count > 1:
                    yield _Whole(found[0], count, found["noun"], total, place)


def _is_one_of(noun: str, plural: str) -> bool:
    """Whether a noun is the one of which another word says that there are several."""
    return plural.startswith(noun[:-1]) and len(plural) - len(noun) in (1, 2)
