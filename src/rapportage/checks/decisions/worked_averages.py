"""Whether an average that a text works out from two of its counts follows from them.

'In 33 nachten reisden 3.140 mensen mee, gemiddeld 95 per nacht' names the whole, and what it is
divided by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.checks.reading.directions import number_of
from rapportage.dutch import number_text
from rapportage.named_periods import placed_periods
from rapportage.number_words import number_of_word
from rapportage.rough import ROOM

_NUMBER = (
    r"(?<![\w.,/:€%-])(?<!€[ \u00a0])[0-9]{1,3}(?:(?:\.[0-9]{3})+|[0-9]*)(?:,[0-9]+)?(?![\w%.,/-]*[0-9%])"
)
_AVERAGE = re.compile(
    r"\b(?:gemiddeld|dat\s(?:is|zijn|waren|was))\s(?:(?:is|zijn|was|waren)\s(?:dat|dit|het)\s)?(?:er\s)?(?:gemiddeld\s)?"
    rf"(?P<each>{_NUMBER})\s(?:(?P<noun>[^\W\d_][\w-]*)\s)?per\s(?P<piece>[^\W\d_]{{3,}})(?=\s*(?:[.,;)](?![0-9])|\Z))",
    re.I,
)
_GOES_ON = re.compile(r"\A(?:Gemiddeld|Dat)\b")
_COUNTED = re.compile(rf"(?P<number>{_NUMBER}|\b[^\W\d_]+)(?=\s(?P<noun>[^\W\d_][\w-]*))")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OTHERWISE = re.compile(
    rf"\b(?:{re.sub('[?]P<[a-z]+>', '?:', ROOM)}|per|elk\w*|ieder\w*|eerder\w*|ook|verder|daarnaast|waarvan"
    r"|deels|meer|minder|van\sde|miljoen|miljard|procent|tegen|zonder|exclusief|afgerond|uur)\b|€|%",
    re.I,
)
"""What brings in another number, or leaves room in one."""


def other_average(sentences: Sequence[str]) -> str:
    """What is wrong with the average in the last of these sentences; '' where its counts are not clear."""
    found = _AVERAGE.search(sentences[-1])
    if found is None:
        return ""
    text = f"{sentences[-1][: found.start()]} {sentences[-1][found.end() :]}"
    if _GOES_ON.match(sentences[-1]) and len(sentences) > 1:
        text = f"{sentences[-2]} {text}"
    for start, end, _ in reversed(placed_periods(text)):
        text = f"{text[:start]}{text[end:]}"
    each = number_of(found["each"])
    if each is None or _OTHERWISE.search(text):
        return ""
    pieces = [(value, noun) for value, noun in _counts(text) if _is_plural(noun, found["piece"])]
    numbers = [number_of(one) for one in re.findall(_NUMBER, text) if not _YEAR.fullmatch(one)]
    wholes = [value for value in numbers if value is not None and value not in {one for one, _ in pieces}]
    if len(pieces) != 1 or len(wholes) != 1 or not pieces[0][0]:
        return ""
    if found["noun"] and (wholes[0], found["noun"]) not in _counts(text):
        return ""
    whole, count = wholes[0], pieces[0][0]
    room = _half_digit(each) + _half_digit(whole) / count
    if whole < count or abs(whole / count - each) <= room:
        return ""
    made = f"{_text(whole)} gedeeld door {_text(count)} is {_text(whole / count, each)}"
    return f"'{found['each']}' per {found['piece']} volgt niet: {made}"


def _counts(text: str) -> Iterator[tuple[Decimal, str]]:
    """Each number of a text, in digits or in words, with the word behind it."""
    for found in _COUNTED.finditer(text):
        value = number_of(found["number"])
        if value is None and (count := number_of_word(found["number"].casefold())) is not None:
            value = Decimal(count)
        if value is not None and not _YEAR.fullmatch(found["number"]):
            yield value, found["noun"]


def _is_plural(noun: str, piece: str) -> bool:
    """Whether a noun is the plural of this one: 'weken' of 'week', 'bussen' of 'bus'."""
    many, one = (re.sub(r"(.)\1", r"\1", word.casefold()) for word in (noun, piece))
    return many.startswith(one) and 0 < len(many) - len(one) <= len("eren")


def _text(value: Decimal, like: Decimal | None = None) -> str:
    return number_text(value, max(0, -int((value if like is None else like).as_tuple().exponent)))


def _half_digit(value: Decimal) -> Decimal:
    """How far a number may be off by rounding, to its last digit that is no zero."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) / 2
