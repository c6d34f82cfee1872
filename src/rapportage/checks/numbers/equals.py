"""Find sentences that call numbers equal, or one so many times another, while they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.numbers.comparisons import BOTH, HOW, IS, NO_NUMBER, ONE, OTHER, WHAT, kind_of, not_so
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.texts import each_text
from rapportage.errors import Finding, Place
from rapportage.rough import ROOM

_SO = r"(?:veel|hoog|groot|lang|duur|vaak|zwaar|oud)"
_NOUN = r"(?:\s+(?!als\b)[^\W\d_][\w-]*){0,2}"
_AS = rf"(?P<said>(?:even|net\s+zo|precies\s+(?:even|zo))\s?(?:{_SO}|laag|klein|kort)|evenveel)"
_TIMES = {
    **{
        "anderhalf": "1.5",
        "anderhalve": "1.5",
        "twee": "2",
        "drie": "3",
        "vier": "4",
        "vijf": "5",
        "zes": "6",
    },
    **{"zeven": "7", "acht": "8", "negen": "9", "tien": "10"},
}
_SO_MANY = (
    rf"(?P<said>(?:(?P<times>{'|'.join(_TIMES)}|[0-9]{{1,2}}(?:,[0-9])?)\s+(?:keer|maal)|(?P<double>dubbel)|(?P<half>half))"
    rf"\s+zo\s?{_SO})"
)
_ROUGHLY = r"(?:(?P<roughly>vrijwel|nagenoeg|ongeveer|ruwweg|redelijk|vrij|bijna)\s+)?"
_STAYED = (
    rf"\b(?:bleef|bleven|blijft|blijven|is|zijn)\s+(?:(?:ook|dus|precies|exact|daarmee|wel)\s+)?{_ROUGHLY}(?P<said>gelijk|hetzelfde"
    r"|ongewijzigd|onveranderd|(?P<steady>stabiel|constant|op\s+peil))(?:\s+(?:aan|met|als|ten\s+opzichte\s+van)\s+"
    rf"{WHAT})?"
)
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # 'net zo veel woningen (12) als vorig jaar (15)'
        *(rf"(?<!\w){said}{_NOUN}\s+\({ONE}\)\s+als\s+{WHAT}\s+\({OTHER}\)" for said in (_AS, _SO_MANY)),
        # 'net zo veel woningen als vorig jaar (12 tegen 15)'
        *(rf"(?<!\w){said}{_NOUN}\s+als\s+{WHAT}\s+{BOTH}" for said in (_AS, _SO_MANY)),
        # 'De baten (12) zijn even hoog als de lasten (15)'
        *(
            rf"\({ONE}\)\s+{IS}\s+{HOW}(?P<room>{ROOM})?\s*{said}{_NOUN}\s+als\s+{WHAT}\s+\({OTHER}\)"
            for said in (_AS, _SO_MANY)
        ),
        # 'bleven op peil (12 tegen 15)', 'bleef gelijk: 12 tegen 15'
        rf"{_STAYED}\s+{BOTH}",
        rf"{_STAYED}:\s+{ONE}\s+(?:tegen(?:over)?|versus)\s+{OTHER}",
    )
)
_BEFORE = re.compile(rf"(?<![\w-])(?:{ROOM})\s*\Z", re.I)
_DENIED = re.compile(r"\b(?:niet|geen|nooit|zonder|of|als|om|zou|zouden|moet|moeten)\s+(?:\w+\s+)?\Z", re.I)
_EQUAL, _ROUGH, _FEW = Decimal("0.03"), Decimal("0.1"), 2
"""What part numbers may differ that are equal, or nearly so; a few things less is no change either."""
_OFF, _WIDE, _FAR = Decimal("0.15"), Decimal("0.3"), Decimal("1.5")
"""What part 'twee keer zo veel' may be off, or 'ongeveer' that; and up to where 'ruim' is said of it."""
_ROOM = 200


@each_text
def contradicted(words: str, place: Place) -> Iterator[Finding]:
    """Each 'net zo veel (12) als vorig jaar (15)', 'bleef gelijk (12 tegen 15)' and 'twee keer zo veel'."""
    for form in _FORMS if "zo" in words or "even" in words or " tegen" in words or "versus" in words else ():
        for found in form.finditer(words):
            if _is_false(found, words[max(0, found.start() - _ROOM) : found.start()]):
                yield not_so(found, place)


def _is_false(found: re.Match[str], before: str) -> bool:
    """Whether the numbers differ by more than the words leave room for."""
    groups = found.groupdict()
    one, other = number_of(found["one"]), number_of(found["other"])
    if (
        one is None
        or other is None
        or kind_of(found["one"]) != kind_of(found["other"])
        or min(one, other) <= 0
    ):
        return False
    if _DENIED.search(before) or NO_NUMBER.search(groups.get("what") or ""):
        return False
    room = re.search(ROOM, groups["room"], re.I) if groups.get("room") else _BEFORE.search(before)
    if "times" in groups:
        return not _is_so_many_times(one / other, _factor(groups), room)
    if room is not None and not room["about"]:
        return False  # 'bijna even veel'
    is_rough = bool(room or groups.get("roughly") or groups.get("steady"))
    if groups.get("steady") and groups["steady"].lower().startswith("op") and one > other:
        return False
    apart = abs(one - other)
    return apart > max(one, other) * (_ROUGH if is_rough else _EQUAL) and not (is_rough and apart <= _FEW)


def _factor(groups: dict[str, str | None]) -> Decimal:
    times = (groups["times"] or "").lower()
    if not times:
        return Decimal("0.5") if groups["half"] else Decimal(2)
    return Decimal(_TIMES.get(times) or times.replace(",", "."))


def _is_so_many_times(ratio: Decimal, factor: Decimal, room: re.Match[str] | None) -> bool:
    """Whether a ratio is so many times, or as far from it as the words before it allow."""
    if room is None or room["about"]:
        return abs(ratio - factor) <= factor * (_WIDE if room else _OFF)
    if room["above"] or room["least"]:
        is_near = room["above"] is not None and room["above"].lower() == "ruim"
        return factor * (1 - _EQUAL) <= ratio <= (factor * _FAR if is_near else ratio)
    return ratio <= factor * (1 + _EQUAL)
