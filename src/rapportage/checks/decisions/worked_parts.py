"""Parts and shares that one sentence works out from its amounts, and that they are not.

'€ 239.540 van de € 858.400 (29,7%)', '€ 61.000 per jaar (€ 400.000 in 25 jaar)' and 'van de € 900.000 ging
€ 500.000 naar de wegen en € 300.000 naar de jeugdhulp' name all amounts that they need.
"""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.checks.decisions.decided_amounts import ANY_MONEY, MONEY
from rapportage.checks.reading.directions import number_of
from rapportage.dutch import amount_text, number_text
from rapportage.rough import ROOM

_ROUGHLY = re.sub(r"[?]P<[a-z]+>", "?:", ROOM)
OTHERWISE = re.compile(
    rf"\b(?:{_ROUGHLY}|per|elk\w*|ieder\w*|jaarlijks\w*|structure\w+|exclusief|inclusief|excl|incl|waarvan"
    r"|eerder\w*|nog\s+eens|ook|verder|daarnaast|bovendien|deels|gedeeltelijk|sinds)\b",
    re.I,
)
"""What brings in another amount, or leaves room in one."""
HUNDRED = 100
SHARE = r"(?P<share>[0-9]{1,3}(?:,[0-9]+)?)%"
_OF_THE = re.compile(
    rf"(?P<part>{MONEY})\svan\s(?:de|het|die|deze|onze)\s(?:[\w-]+\s(?:van\s)?){{0,3}}?(?P<whole>{MONEY})(?:\s[\w-]+){{0,2}}?"
    rf"(?:\s\(|,\s(?:dat\sis\s|ofwel\s|oftewel\s)){SHARE}(?:\)|(?=\s*(?:[.,;](?![0-9])|\Z)))"
)
_IN_YEARS = re.compile(
    rf"(?P<yearly>{MONEY})\s(?:per\sjaar|jaarlijks)\s\((?P<all>{MONEY})\s(?:in|over|gedurende)\s(?P<years>[0-9]{{1,2}})\sjaar\)"
)
_WENT = re.compile(
    rf"\A(?:Van|Uit)\s[^€.;:]{{0,60}}(?P<whole>{MONEY})\s(?:ging|gaat|komt|kwam|is)\s(?P<one>{MONEY})\s[^€.;:]{{0,60}}"
    rf"\sen\s(?P<other>{MONEY})\s(?:naar|voor|aan|uit|van|door)\s[^€.;:]{{0,60}}[.]?\Z"
)


def other_share(before: str, sentence: str) -> str | None:
    """'€ 239.540 van de € 858.400 (29,7%)'."""
    del before
    found = _OF_THE.search(sentence)
    part, whole = (number_of(found[one]) if found else None for one in ("part", "whole"))
    if found is None or part is None or whole is None or OTHERWISE.search(found[0]):
        return None
    return of_whole(found, part, found["whole"], whole)


def other_yearly(before: str, sentence: str) -> str | None:
    """'€ 61.000 per jaar (€ 400.000 in 25 jaar)', which is less than that, or more than with interest."""
    del before
    found = _IN_YEARS.search(sentence)
    yearly, every = (number_of(found[one]) if found else None for one in ("yearly", "all"))
    if found is None or yearly is None or every is None or not int(found["years"]):
        return None
    right = every / int(found["years"])
    room = max(Decimal(1).scaleb(int(yearly.normalize().as_tuple().exponent)) / 2, Decimal(1))
    if right - room <= yearly <= right + every * _INTEREST + room:
        return None
    made = f"{found['all']} in {found['years']} jaar is {amount_text(right, 0)} per jaar"
    return f"'{found['yearly']}' per jaar klopt niet: {made}"


def other_parts(sentence: str, behind: str) -> str | None:
    """'Van de € 900.000 ging € 500.000 naar de wegen en € 300.000 naar de zorg', and no rest behind it."""
    if _REST.search(behind):
        return None
    found = _WENT.match(sentence)
    whole, one, other = (number_of(found[each]) if found else None for each in ("whole", "one", "other"))
    if found is None or whole is None or one is None or other is None or OTHERWISE.search(sentence):
        return None
    if len(ANY_MONEY.findall(sentence)) != len((whole, one, other)):
        return None
    if abs(one + other - whole) <= sum((half_digit(each) for each in (whole, one, other)), Decimal()):
        return None
    return f"{found['one']} en {found['other']} zijn samen {_euros(one + other)}, en geen {found['whole']}"


_REST = re.compile(r"\b(?:rest\w*|overige?|overgebleven|blijft|bleef|blijven)\b", re.I)
_INTEREST = Decimal("0.06")
"""So much of it all, what is paid in a year may be more than its part: capital costs hold interest."""


def of_whole(found: re.Match[str], part: Decimal, shown: str, whole: Decimal) -> str | None:
    """What is wrong with the `part` and `share` of a match, of a whole that is `shown`."""
    if part > whole:
        return f"'{found['part']}' is meer dan het geheel waarvan het een deel is: {shown}"
    if not found["share"] or not whole:
        return None
    said = Decimal(found["share"].replace(",", "."))
    share = part / whole * HUNDRED
    digit = Decimal(1).scaleb(int(said.as_tuple().exponent))
    if abs(said - share) <= digit / 2 + room_of_ratio(part, whole) * HUNDRED:
        return None
    decimals = -int(digit.as_tuple().exponent)
    return f"'{found['share']}%' klopt niet: {found['part']} is {number_text(share, decimals)}% van {shown}"


def room_of_ratio(part: Decimal, whole: Decimal) -> Decimal:
    """How far what an amount is of another, which is not zero, may be off by their rounding."""
    return (half_digit(part) + half_digit(whole) * abs(part / whole)) / abs(whole)


def half_digit(value: Decimal) -> Decimal:
    """How far an amount in millions may be off by rounding; others are exact."""
    exponent = int(value.as_tuple().exponent)
    return Decimal(1).scaleb(exponent) / 2 if exponent > 0 else Decimal()


def _euros(value: Decimal) -> str:
    return amount_text(value, 0 if value == value.to_integral_value() else 2)
