"""What a summary tells otherwise than the texts that it is of: another number, day or outcome of the same.

It says nothing where the number of the summary stands anywhere in those texts, or follows from two of them,
nor where they tell of another place or time, or in words that the summary does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from rapportage.checks.reading.told_facts import Fact, content_words, facts, narrows, numbers_in, stem
from rapportage.dutch import MONTHS
from rapportage.errors import Place
from rapportage.named_periods import placed_times
from rapportage.periode import Periode

_SIGNS = ("€", "%")
_CAPITAL = re.compile(r"(?<=[\w,;(] )[A-ZÀ-Þ][\w’'-]+|\b[A-Z]{1,3}[0-9]{1,3}(?![\w,])")
"""A name, which is not known where a sentence begins with it."""
_NOT_THE_SAME = re.compile(
    r"\b(?:niet|geen|nog|gepland\w*|plan|volgt|volgen|komt|komen|doel\w*|norm|streef\w*|verwacht\w*|raming|begroot"
    r"|gemiddeld\w*|landelijk\w*|provincie\w*|land|per|elke?|ieder\w*|waarvan|daarvan|andere|overige|eerder\w*|vorig\w*"
    r"|was|waren|tegen|eerst\w*|tweede|derde|totaal|totale|alle|samen|extra|maximaal|minimaal|minstens|hoogstens|pas"
    r"|zou|zouden|toen|regio\w*|ooit)\b",
    re.I,
)
"""What makes a number one of another time, of a part or of all, unless both have it."""
_ACTOR = re.compile(
    r"\b(?:rijk|gemeente|gemeenten|raad|college|ministers?|waterschap|bewoners|huishouden|inwoner|ondernemer)\b",
    re.I,
)
"""Who may do the same as we do, or for whom it is another number."""
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.I)
_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)[0-9]{2}(?![\w/-]|[.,][0-9])")
_MOST_OTHERS = 2
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A text with its numbers that expressions made, its place, and the heading above it."""

    words: str
    made: frozenset[str]
    place: Place
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Other:
    """What a text of the chapter says instead."""

    fact: Fact
    text: Told


def otherwise_told(
    said: Told, chapter: Sequence[Told], numbers: Iterable[Decimal], now: Periode, own: str = ""
) -> tuple[str, Told] | None:
    """What a summary says, and what of the chapter says it otherwise; None where all may well be right.

    The `numbers` are those of the chapter that stand in no sentence, and `own` are names that part nothing.
    """
    known = [_Other(fact, text) for text in chapter for fact in facts(text.words)]
    loose = [value for text in chapter for *_, value in numbers_in(text.words)]
    besides = list(numbers)
    for fact in facts(said.words):
        if not fact.unit or _may_be_of(fact, known, loose, besides):
            continue
        others = [one for one in known if _is_same(fact, one, said, known, now, own)]
        values = {one.fact.value for one in others}
        if others and len(values) <= _MOST_OTHERS:
            first = others[0]
            return fact.words, Told(first.fact.words, first.text.made, first.text.place)
    return None


def _may_be_of(
    fact: Fact, known: Sequence[_Other], loose: Sequence[Decimal], besides: Sequence[Decimal]
) -> bool:
    """Whether the number of a summary stands in the chapter, or follows from two that count the same."""
    alike = [one.fact.value for one in known if one.fact.unit == fact.unit]
    if any(fact.may_be(value) for value in alike):
        return True
    is_small = fact.unit not in _SIGNS and abs(fact.value) <= _SMALL
    scales = (0, 3) if fact.unit == "€" else (0,)
    others = besides if is_small else [*besides, *loose]
    if any(fact.may_be(value.scaleb(power)) for value in others for power in scales):
        return True
    if fact.unit == "%":
        return any(fact.may_be(share) for share in _shares(known))
    return any(
        fact.may_be(worked)
        for one, other in permutations((one for one in known if one.fact.unit == fact.unit), 2)
        if one.text is other.text
        for worked in (one.fact.value - other.fact.value, one.fact.value + other.fact.value)
    )


_SMALL = 12
"""Up to so many, a number is found in any chapter, and says only there something of what it counts."""


def _shares(known: Sequence[_Other]) -> Iterator[Decimal]:
    """What part of another number each is that counts the same, and by what part it is more."""
    counts = [one.fact for one in known if one.fact.unit and one.fact.unit != "%"]
    for one, other in permutations(counts, 2):
        if one.unit == other.unit and other.value:
            share = one.value / other.value * 100
            yield from (share, share - 100)


def _is_same(fact: Fact, other: _Other, said: Told, known: Sequence[_Other], now: Periode, own: str) -> bool:
    """Whether the chapter tells here of the very same thing, with another number."""
    theirs = other.fact
    if theirs.unit != fact.unit or fact.may_be(theirs.value):
        return False
    if (_is_made(fact, said) and _is_made(theirs, other.text)) or _of_another_time(
        theirs.clause, fact.sentence, now
    ):
        return False
    ours = frozenset(map(stem, own.split()))
    about, there = fact.about - ours, theirs.within | content_words(other.text.heading)
    shared = (about & there) - {stem(fact.unit)}
    apart = {found[0].casefold() for found in _NOT_THE_SAME.finditer(theirs.clause)}
    apart ^= {found[0].casefold() for found in _NOT_THE_SAME.finditer(fact.clause)}
    if (
        shared
        and not _actors(theirs.clause) - _actors(fact.clause)
        and is_slip(fact.value, theirs.value)
        and not apart & _IN_ANY_CASE
    ):
        return True
    if _actors(theirs.clause) - _actors(fact.clause) - {theirs.unit}:
        return False
    is_alone = fact.unit not in _SIGNS and _is_alone(fact.unit, known)
    if is_alone and fact.of_all and theirs.of_all and not apart & _IN_ANY_CASE:
        return not _names(fact.clause) - there - ours
    if apart or theirs.changes != fact.changes:
        return False
    if _names(theirs.clause) - fact.about - ours and not is_alone:
        return False
    if fact.unit not in _SIGNS and len(fact.clause.split()) <= _BARE:
        return is_alone and about == {stem(fact.unit)}
    if narrows(theirs.clause.partition(theirs.words)[2], fact.about | ours):
        return False
    return len(about) >= _FEWEST and about <= there


_BARE = 3
"""So many words at most has a clause that has nothing but a number and what it counts."""
_IN_ANY_CASE = {
    "niet",
    "geen",
    "per",
    "elk",
    "elke",
    "ieder",
    "iedere",
    "waarvan",
    "andere",
    "overige",
    "gemiddeld",
}
"""What makes it another number however much it looks like the same one."""


def _is_made(fact: Fact, text: Told) -> bool:
    return any(one and one in fact.words for one in text.made)


def _is_alone(unit: str, known: Sequence[_Other]) -> bool:
    """Whether the chapter counts this once."""
    return len({one.fact.value for one in known if one.fact.unit == unit}) == 1


def _actors(words: str) -> set[str]:
    return {found[0].casefold() for found in _ACTOR.finditer(words)}


def _names(words: str) -> frozenset[str]:
    return frozenset(stem(one[0]) for one in _CAPITAL.finditer(words))


def _of_another_time(clause: str, sentence: str, now: Periode) -> bool:
    """Whether a clause names a time that is not of the report, and that the sentence does not name too."""
    times = placed_times(clause)
    for start, end, _ in reversed(times):
        clause = f"{clause[:start]} {clause[end:]}"
    if any(named.near(now)[1] < now.first_day or named.near(now)[0] > now.last_day for _, _, named in times):
        return not any(clause[start:end] in sentence for start, end, _ in times)
    named_there = {found[0].casefold() for found in _MONTH.finditer(sentence)}
    if any(
        found[0].casefold() not in named_there and not _is_now(found, clause, now)
        for found in _MONTH.finditer(clause)
    ):
        return True
    return any(int(found[0]) != now.year and found[0] not in sentence for found in _YEAR.finditer(clause))


def _is_now(found: re.Match[str], clause: str, now: Periode) -> bool:
    month = next(number for number, name in enumerate(MONTHS, 1) if name == found[0].casefold())
    year = _YEAR.match(clause, found.end() + 1)
    day = date(int(year[0]) if year else now.year, month, 15)
    return now.first_day <= day <= now.last_day


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one number is the other with two digits turned, or another digit in one place."""
    if one.adjusted() != other.adjusted():
        return False
    digit = max(_exponent(one), _exponent(other))
    some, others = (
        str(int(abs(each).scaleb(-digit).to_integral_value(ROUND_HALF_UP))) for each in (one, other)
    )
    if len(some) != len(others) or len(some) < _FEWEST:
        return False
    apart = [(a, b) for a, b in zip(some, others, strict=True) if a != b]
    return (len(apart) == 1 and len(some) > _FEWEST) or (len(apart) == _FEWEST and apart[0] == apart[1][::-1])


def _exponent(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)
