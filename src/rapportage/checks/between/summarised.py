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

from rapportage.checks.reading.told_facts import Fact, content_words, facts, narrows, stem
from rapportage.dutch import MONTHS
from rapportage.errors import Place
from rapportage.named_periods import placed_times
from rapportage.periode import Periode
from rapportage.rough import shares

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
    besides = list(numbers)
    for fact in facts(said.words):
        of_now = [one for one in known if not _is_of_then(one.fact, fact, now)]
        if not fact.unit or _may_be_of(fact, of_now, besides):
            continue
        others = [one for one in known if _is_same(fact, one, said, known, now, own)]
        values = {one.fact.value for one in others}
        if others and len(values) <= _MOST_OTHERS:
            first = others[0]
            return fact.words, Told(first.fact.words, first.text.made, first.text.place)
    return None


def _is_of_then(theirs: Fact, fact: Fact, now: Periode) -> bool:
    """Whether a number of the chapter is of another time, where that of the summary is told as one of now."""
    alike = [one for one in facts(fact.sentence) if one.unit == fact.unit]
    is_of_now = len(alike) == 1 and not fact.changes and not _OF_THEN.search(fact.clause)
    return is_of_now and _of_another_time(theirs.clause, fact.sentence, now)


_OF_THEN = re.compile(r"\b(?:eerder\w*|vorige?|tegen|nog|toen|sinds|vanaf|met|dan|in\s20[0-9]{2})\b", re.I)
"""What may make a number of a summary one of before, or one that is set beside it."""


def _may_be_of(fact: Fact, known: Sequence[_Other], besides: Sequence[Decimal]) -> bool:
    """Whether the number of a summary stands in the chapter, or follows from two that count the same."""
    alike = [one.fact.value for one in known if one.fact.unit == fact.unit]
    if any(fact.may_be(value) for value in alike):
        return True
    is_small = fact.unit not in _SIGNS and abs(fact.value) <= _SMALL
    scales = (0, 3) if fact.unit == "€" else (0,)
    others = besides if is_small else [*besides, *(one.fact.value for one in known)]
    if any(fact.may_be(value.scaleb(power)) for value in others for power in scales):
        return True
    if any(fact.may_be(one * share.value) for one in others for share in shares(fact.sentence)):
        return True
    is_share = fact.unit == "%"
    made_of = [
        one for one in known if (one.fact.unit not in ("", "%") if is_share else one.fact.unit == fact.unit)
    ]
    if len(made_of) > _MOST_MADE_OF:
        return True
    if is_share:
        return any(fact.may_be(share) for share in _shares(made_of))
    return any(
        fact.may_be(worked)
        for one, other in permutations(made_of, 2)
        if one.text is other.text
        for worked in (one.fact.value - other.fact.value, one.fact.value + other.fact.value)
    )


_MOST_MADE_OF = 100
"""Of more numbers than this some two make nearly any other one: to look for them is long and says nothing."""
_SMALL = 12
"""Up to so many, a number is found in any chapter, and says only there something of what it counts."""


def _shares(counts: Sequence[_Other]) -> Iterator[Decimal]:
    """What part of another number each is that counts the same, and by what part it is more."""
    for one, other in permutations((one.fact for one in counts), 2):
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
    if _is_of_one_place(fact, theirs, known) or _is_of_one_role(fact, theirs, known):
        return True
    shared = (about & there) - {stem(fact.unit)}
    apart = parting(fact.clause) ^ parting(theirs.clause)
    if _is_as_it_was(theirs, other.text, now):
        apart -= {"was", "waren"}
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
    if _names(theirs.clause) - fact.about - ours - content_words(other.text.heading) and not is_alone:
        return False
    if fact.unit not in _SIGNS and len(fact.clause.split()) <= _BARE:
        return is_alone and about == {stem(fact.unit)}
    if narrows(theirs.clause.partition(theirs.words)[2], fact.about | ours):
        return False
    missing = about - there
    return len(about) >= _FEWEST and (not missing or _is_same_share(fact, theirs, known, missing))


def _is_same_share(fact: Fact, theirs: Fact, known: Sequence[_Other], missing: frozenset[str]) -> bool:
    """Whether both are a part of one whole, and one word for it differs: 'op tijd' is 'binnen de termijn'."""
    whole = _whole(fact)
    alike = {one.fact.value for one in known if whole and _whole(one.fact) == whole}
    return alike == {theirs.value} and len(missing) == 1 and len((fact.about & theirs.about) - {whole}) >= 1


def _whole(fact: Fact) -> str:
    """Of what a percentage is the part, by its first letters; '' where its clause does not say."""
    found = _PART_OF.search(fact.clause) if fact.unit == "%" else None
    return stem(found["whole"]) if found else ""


_PART_OF = re.compile(r"\bvan\s(?:de|het|alle)\s(?P<whole>[^\W\d_][\w-]*)", re.I)


def parting(clause: str) -> set[str]:
    """What makes a number one of another time, of a part or of all; 'van de zes' is 'daarvan', too."""
    said = {found[0].casefold() for found in _NOT_THE_SAME.finditer(clause)}
    return said - {"daarvan"} if _OF_THEM.match(clause) else said


_OF_THEM = re.compile(r"(?:van\s(?:de|het)|daarvan)\b", re.I)


def _is_as_it_was(theirs: Fact, text: Told, now: Periode) -> bool:
    """Whether 'was' tells of the period itself: nothing before it in its text names another time."""
    before = text.words.partition(theirs.sentence)[0]
    if _MONTH.search(theirs.clause) or placed_times(theirs.clause):
        return not _of_another_time(theirs.clause, "", now)
    return not _of_another_time(before, "", now) and not _EARLIER.search(f"{before} {theirs.clause}")


_EARLIER = re.compile(r"\b(?:eerder|vorige?|toen|ervoor|daarvoor|oorspronkelijk)\b", re.I)


def _is_of_one_place(fact: Fact, theirs: Fact, known: Sequence[_Other]) -> bool:
    """Whether both count what is in one place: 'waarvan 97 in Duinwolde', 'in Duinwolde zijn 84 woningen'."""
    where = _names(fact.clause)
    if not where or not _OF_WHICH.search(fact.sentence[: fact.start]):
        return False
    if parting(theirs.clause) or theirs.changes or not _near(fact.value, theirs.value):
        return False
    there = {one.fact.value for one in known if one.fact.unit == fact.unit and where <= one.fact.about}
    return there == {theirs.value} and where <= theirs.about and fact.about <= where | {stem(fact.unit)}


def _near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= _AT_MOST * min(one, other)


_AT_MOST = 2
"""So many times another one a number may be, and be meant for it."""
_OF_WHICH = re.compile(r"\bwaarvan\s(?:er\s)?\Z", re.I)


def _is_of_one_role(fact: Fact, theirs: Fact, known: Sequence[_Other]) -> bool:
    """Whether both are the only norm that the chapter has, or the only goal."""
    role = _role(fact)
    if not role or _role(theirs) != role:
        return False
    return {one.fact.value for one in known if one.fact.unit == fact.unit and _role(one.fact) == role} == {
        theirs.value
    }


def _role(fact: Fact) -> str:
    found = _ROLE.search(fact.sentence[: fact.start])
    return found["role"].casefold() if found else ""


_ROLE = re.compile(
    r"\b(?P<role>norm|doel|streefwaarde|ondergrens|bovengrens|grens|maximum|minimum)\s"
    r"(?:van|is|blijft|bedraagt)\s\Z",
    re.I,
)
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
    digits = {max(_exponent(one), _exponent(other)), min(_exponent(one), _exponent(other))}
    return any(_is_slip_from(one, other, digit) for digit in digits)


def _is_slip_from(one: Decimal, other: Decimal, digit: int) -> bool:
    """The same for both as they are from a digit on."""
    some, others = (
        str(int(abs(each).scaleb(-digit).to_integral_value(ROUND_HALF_UP))) for each in (one, other)
    )
    if len(some) != len(others) or len(some) < _FEWEST:
        return False
    apart = [(a, b) for a, b in zip(some, others, strict=True) if a != b]
    return (len(apart) == 1 and len(some) > _FEWEST) or (len(apart) == _FEWEST and apart[0] == apart[1][::-1])


def _exponent(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)
