"""The Dutch words that give a number room, and those that say a share without its sign.

'Ruim', 'bijna' and 'ongeveer' say on which side of a number something is, and how near; 'een kwart',
'driekwart', 'een op de vier' and '24 van de 100' are shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rapportage.typed import typed_number

ABOVE = r"ruim|meer\s+dan|iets\s+meer\s+dan|boven\s+de"
BELOW = r"bijna|haast|net\s+geen|nog\s+geen|net\s+niet|krap|minder\s+dan|iets\s+minder\s+dan"
ABOUT = (
    r"ongeveer|circa|ca\.?|zo['’]n|rond(?:\s+de)?|grofweg|plusminus|nagenoeg|vrijwel|gemiddeld|naar\s+schatting"
    r"|om\s+en\s+nabij"
)
_LEAST = r"minstens|minimaal|ten\s+minste|tenminste|op\s+zijn\s+minst"
_MOST = r"hoogstens|hooguit|maximaal|ten\s+hoogste|niet\s+meer\s+dan"
ROOM = (
    rf"(?P<most>{_MOST})|(?P<least>{_LEAST}|niet\s+minder\s+dan)|(?P<above>{ABOVE})|(?P<below>{BELOW}|nog\s+niet)"
    rf"|(?P<about>{ABOUT})"
)
"""What may stand before a number; the groups say which way it gives room."""
_NEAR = re.compile(r"ruim|bijna|haast|net|krap", re.I)
"""What says that a number is not only on this side of another one, but close to it as well."""
_NEAR_ABOVE, _NEAR_BELOW = Decimal("1.3"), Decimal("0.75")
_DENIED = re.compile(r"\b(?:niet|geen|nooit|zonder|of|als)(?:\s+de)?\s*\Z", re.I)
_EXACT, _ABOUT_SO = Decimal("0.08"), Decimal("0.2")
"""What part of itself a share in words may be off: 'een kwart' is said of 26%."""
_ROUNDED = Decimal("0.005")

_COUNTS = {
    **{
        "een": 1,
        "één": 1,
        "eén": 1,
        "twee": 2,
        "drie": 3,
        "vier": 4,
        "vijf": 5,
        "zes": 6,
        "zeven": 7,
        "acht": 8,
    },
    **{"negen": 9, "tien": 10, "elf": 11, "twaalf": 12},
}
_PARTS = {
    **{"derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8},
    **{"negende": 9, "tiende": 10, "twintigste": 20},
}
_NUMBER = rf"(?:{'|'.join(_COUNTS)}|[0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]{{1,7}})"
SHARE = (
    r"(?<![\w.,/:€-])(?:(?P<half>de\s+(?:kleine\s+)?helft)|(?P<three>drie\s?kwart)"
    rf"|(?P<count>{'|'.join(_COUNTS)})(?:\s+(?:(?P<size>kleine?|ruime?|krappe?)\s+)?|(?=derde|vijfde))(?P<part>{'|'.join(_PARTS)})(?:\s+deel)?"
    rf"|(?:nog\s+|net\s+)?geen\s+(?P<less>{'|'.join(_PARTS)})"
    rf"|(?P<some>{_NUMBER})\s+(?P<way>op(?:\s+de)?|van\s+de)\s+(?P<all>{_NUMBER}))(?![\w/-]|[.,][0-9])"
)
"""A share in words, or as so many of so many."""
_SHARE = re.compile(SHARE, re.I)
_BEFORE = re.compile(rf"(?<![\w-])(?:{ROOM})\s*\Z", re.I)
_LONGEST_ROOM = 30


_HALF, _WHOLE_FIVES = Decimal("0.6"), 5
"""What part of its last digit a percentage may be off; what it is rounded to where it is rounded further."""


def room_of(percentage: Decimal) -> Decimal:
    """How far a percentage may be from that of two exact numbers: it is held to the decimals that it has."""
    digit = Decimal(1).scaleb(int(percentage.as_tuple().exponent))
    return rough_room_of(percentage) if digit == 1 and percentage % _WHOLE_FIVES == 0 else digit * _HALF


def rough_room_of(percentage: Decimal) -> Decimal:
    """The same where the percentage, or what it is of, may be rounded: 'een groei van 20%', 'van 200.000'."""
    return max(Decimal(1), abs(percentage) / 10)


def may_be_rounded(number: Decimal) -> bool:
    """Whether a number without decimals looks as if its last digits were left out."""
    return number == number.to_integral_value() and number % 100 == 0


_FAR, _NEAR_BY = Decimal("1.3"), Decimal("0.7")


def may_be_told(
    room: Mapping[str, str | None], told: Decimal, low: Decimal, high: Decimal, slack: Decimal
) -> bool:
    """Whether a number from low to high is told so; `room` are the groups of ROOM, found before it."""
    least, most = told - slack, told + slack
    if room.get("above") or room.get("least"):
        most = max(most, told * _FAR)
    elif room.get("below") or room.get("most"):
        least = min(least, told * _NEAR_BY)
    elif room.get("about"):
        least, most = min(least, told * (1 - _ABOUT_SO)), max(most, told * (1 + _ABOUT_SO))
    return low <= most and least <= high


@dataclass(frozen=True, slots=True)
class Share:
    """A share that a text says in other words than a percentage, with where they begin and end.

    It may be from `low` to `high`; `value` is what the words say without what gives them room.
    """

    words: str
    start: int
    end: int
    value: Decimal
    low: Decimal
    high: Decimal
    is_counted: bool
    """Whether it is of a number of things, which may be named behind it."""

    def may_be(self, share: Decimal, digit: Decimal) -> bool:
        """Whether this share, whose last digit is worth so much, is meant by the words."""
        slack = max(digit / 2, _ROUNDED)
        return self.low - slack <= share <= self.high + slack


def shares(text: str) -> Iterator[Share]:
    """The shares that a text says in words; none that it denies."""
    for found in _SHARE.finditer(text):
        value, counts = _value(found)
        before = text[max(0, found.start() - _LONGEST_ROOM) : found.start()]
        room = _BEFORE.search(before)
        start = found.start() - (len(before) - room.start() if room else 0)
        if value is None or _DENIED.search(text[max(0, start - _LONGEST_ROOM) : start]):
            continue
        low, high = _bounds(value, counts, found, room)
        words = " ".join(text[start : found.end()].split())
        yield Share(words, start, found.end(), value, low, high, found["some"] is not None)


def _value(found: re.Match[str]) -> tuple[Decimal | None, bool]:
    """What part of all is meant, and whether all was counted: '12 van de 40'."""
    if found["half"]:
        return Decimal("0.5"), False
    if found["three"]:
        return Decimal("0.75"), False
    if found["less"]:
        return 1 / Decimal(_PARTS[found["less"].lower()]), False
    if found["part"]:
        value = Decimal(_COUNTS[found["count"].lower()]) / _PARTS[found["part"].lower()]
        return (value if value < 1 else None), False
    some, every = _number(found["some"]), _number(found["all"])
    if some is None or every is None or not 0 < some < every:
        return None, False
    counted = found["some"][0].isdecimal() and (found["way"].lower().startswith("van") or every > _FEW)
    return some / every, counted


_FEW = 20
"""Up to here 'so many of so many' is a manner of speaking."""


def _number(words: str) -> Decimal | None:
    return Decimal(_COUNTS[words.lower()]) if words.lower() in _COUNTS else typed_number(words)


def _bounds(
    value: Decimal, counted: bool, found: re.Match[str], room: re.Match[str] | None
) -> tuple[Decimal, Decimal]:
    size = (found["size"] or ("klein" if found["half"] and "klein" in found["half"].lower() else "")).lower()
    words = room[0] if room else size or ("net" if found["less"] else "")
    if (room and (room["above"] or room["least"])) or size.startswith("ruim"):
        is_near = _NEAR.match(words) is not None
        return value, min(Decimal(1), value * _NEAR_ABOVE) if is_near else Decimal(1)
    if (room and (room["below"] or room["most"])) or size or found["less"]:
        is_near = _NEAR.match(words) is not None or bool(size)
        return value * _NEAR_BELOW if is_near else Decimal(0), value
    off = value * (_ABOUT_SO if room else _EXACT)
    return (value, value) if counted and not room else (value - off, value + off)
