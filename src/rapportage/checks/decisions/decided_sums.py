"""Find what a text says that 'this proposal' takes from a reserve in all, beside the sum of its decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY, MOST, Said
from rapportage.checks.reading.amounts import amount
from rapportage.dutch import BETWEEN_SENTENCES, amount_text
from rapportage.errors import Place

_IN_ALL = re.compile(
    rf"\b(?:[Mm]et\sdit\s(?:voor|raads)stel|[Dd]oor\sdit\svoorstel)\s"
    rf"(?:kom(?:t|en)\s(?:daar|er|hier)\s(?:nog\s)?(?P<more>{MONEY})\sbij"
    rf"|(?:onttrek(?:t|ken)\s(?:u|wij|de\sraad)|gaat\s(?:daar|er))\s(?:daar\s|er\s)?(?P<taken>{MONEY})"
    r"\s(?:af|aan|uit)(?:\s(?:de|deze)\s[\w-]*reserve)?)\s*(?=[.,;](?![0-9])|\Z)",
)
"""'Met dit voorstel komt daar € 330.000 bij', of what goes out of a reserve."""
_OF_RESERVE = re.compile(r"\bonttr[eo]k\w*|\breserve\b", re.I)
_IN_PARTS = re.compile(
    r"\b(?:deels|gedeeltelijk|helft|kwart|derde|rest\w*|overige?|deel|per\sjaar|jaarlijks\w*|structure\w+|maximaal|ten\shoogste"
    r"|hoogstens|provinci\w*|rijk|bijdra\w+|toe\ste\svoegen|te\sstorten)\b|%",
    re.I,
)
"""What makes what the decisions take from a reserve another sum than that of their amounts."""


def otherwise_in_all(decided: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[str, Place]]:
    """Each 'met dit voorstel komt daar € 303.000 bij' that no decisions come to, alone or together."""
    told = [
        (found, place)
        for words, place in others
        if _OF_RESERVE.search(words)
        for sentence in BETWEEN_SENTENCES.split(words)
        for found in _IN_ALL.finditer(sentence)
    ]
    every = " ".join(words for words, _ in decided)
    values = [
        one.value
        for words, _ in decided
        for text in dict.fromkeys(ANY_MONEY.findall(words))
        if (one := amount(text)) and one.digit == 1
    ]
    if not told or not _OF_RESERVE.search(every) or _IN_PARTS.search(every) or not 0 < len(values) <= MOST:
        return
    sums = {sum(some, Decimal()) for some in _some_of(values)}
    for found, place in told:
        written = found["more"] or found["taken"]
        said = amount(written)
        if said is not None and said.digit == 1 and said.value not in sums:
            whole = amount_text(sum(values, Decimal()), 0)
            yield f"hier staat {written}, en de besluitpunten vragen samen {whole}", place


def _some_of(values: Sequence[Decimal]) -> Iterator[tuple[Decimal, ...]]:
    return chain.from_iterable(combinations(values, count) for count in range(1, len(values) + 1))
