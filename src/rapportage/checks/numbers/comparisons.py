"""Find sentences that call a number higher or lower than another one beside it while it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.below_zero import turned
from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.texts import each_text, most_numbers
from rapportage.dutch import MONTHS
from rapportage.errors import Finding, Place
from rapportage.number_words import number_of_word

_MORE = r"(?:(?P<up>meer|méér|hoger|groter|langer|duurder)|minder|lager|kleiner|korter|goedkoper)"
HOW = r"(?:(?:iets|veel|fors|flink|duidelijk|licht|wat|ook|nog|dus|wel|weer|daarmee)\s+)*"
IS = r"(?:is|zijn|was|waren|ligt|liggen|lag|lagen|bleef|bleven)"
ONE, OTHER = rf"(?<![\w.,/-])(?P<one>{AMOUNT})", rf"(?P<other>{AMOUNT})(?![\w/-])"
WHAT = r"(?P<what>[^.;:!?,()0-9]{1,60}?(?:\s+[12][0-9]{3})?)"
UNIT = rf"(?:[ \u00a0](?!(?:{'|'.join(MONTHS)}|en|of|tegen\w*|versus|is|zijn|was|waren)\b)[^\W\d_][\w²³-]*)?"
"""What a number may count, in the brackets where it stands."""
BOTH = rf"\({ONE}{UNIT}\s+(?:tegen(?:over)?|versus)\s+{OTHER}{UNIT}\)"
_THAN = rf"(?P<said>{_MORE}\s+dan)"
_STANDS = r"(?:ligt|liggen|lag|lagen|blijft|blijven|bleef|bleven|komt|komen|kwam|kwamen)"
_EXCEEDS = (
    r"(?P<said>(?P<up>overtreft|overtreffen|overtrof|overtroffen|overstijgt|overstijgen|oversteeg|overstegen"
    rf"|overschrijdt|overschrijden|overschreed|overschreden|{_STANDS}\s+{HOW}boven)|{_STANDS}\s+{HOW}(?:onder|achter\s+bij))"
)
_LIES = r"(?:ligt|liggen|lag|lagen|blijft|blijven|bleef|bleven|zit|zitten|zat|zaten|komt|komen|kwam|kwamen)"
_ON_A_SIDE = rf"{HOW}(?:ruim\s+|net\s+|precies\s+|duidelijk\s+)?(?P<said>(?P<up>boven)|onder|beneden)"
_NORM = rf"(?P<other>{AMOUNT}|[^\W\d_]{{3,20}})(?![\w/-])"
"""What something is held to, which may be a number in words: 'de norm van acht weken'."""
_EACH = r"(?:\s+per\s+[^\W\d_]+)?"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # 'De baten (1.701) zijn lager dan vorig jaar (1.655)'
        rf"\({ONE}{UNIT}\)\s+{IS}\s+{HOW}{_THAN}\s+{WHAT}\s+\({OTHER}{UNIT}\)",
        # 'De baten zijn hoger dan de lasten (1.701 tegen 1.720)'
        rf"\b{IS}\s+{HOW}{_THAN}\s+{WHAT}\s+{BOTH}",
        # 'is 4,9%, hoger dan de 5,2%'
        rf"{ONE}(?:\s+[^\W\d_]+){{0,2}},\s+(?:en\s+)?(?:(?:dat|dit)\s+(?:is|was)\s+)?{HOW}{_THAN}\s+"
        rf"(?P<what>de)\s+{OTHER}",
        # 'is 4,9%; dat is hoger dan in het vorige kwartaal (5,2%)'
        rf"{ONE}(?:\s+[^\W\d_]+){{0,2}}[,;.]\s+(?:en\s+)?(?:dat|dit)\s+(?:is|was|zijn\s+er)\s+{HOW}{_THAN}\s+"
        rf"{WHAT}\s+\({OTHER}{UNIT}\)",
        # 'De baten (1.200) overtreffen de lasten (1.500)'
        rf"\({ONE}{UNIT}\)\s+{_EXCEEDS}\s+{WHAT}\s+\({OTHER}{UNIT}\)",
        # 'De baten overtreffen de lasten (1.200 tegen 1.500)'
        rf"\b{_EXCEEDS}\s+{WHAT}\s+{BOTH}",
        # 'is met 4.940 duurder dan een jaar eerder (4.990)', 'was met 7,8% lager dan de 6,6%'
        rf"\b{IS}\s+{HOW}met\s+{ONE}{UNIT}\s+{HOW}{_THAN}\s+(?:{WHAT}\s+\(|(?:de|het)\s+){OTHER}",
        # 'is met 10,4 weken korter dan de norm van 8 weken'
        rf"\b{IS}\s+{HOW}met\s+{ONE}{UNIT}\s+{HOW}{_THAN}\s+(?:de|het)\s+{WHAT}\s+van\s+{_NORM}",
        # 'De wachttijd van 10,4 weken is korter dan de norm van 8 weken'
        rf"\bvan\s+{ONE}{UNIT}\s+{IS}\s+{HOW}{_THAN}\s+(?:de|het)\s+{WHAT}\s+van\s+{_NORM}",
        # 'Met 10,4 weken ligt de wachttijd onder de norm van 8 weken'
        rf"\bmet\s+{ONE}{UNIT}\s+{_LIES}\s+[^.;:!?,()0-9]{{1,60}}?\s+{_ON_A_SIDE}\s+(?:de|het)\s+{WHAT}\s+van\s+{_NORM}",
        # 'De wachttijd ligt met 10,4 weken onder de norm van 8 weken'
        rf"\b{_LIES}\s+{HOW}met\s+{ONE}{UNIT}{_EACH}\s+{_ON_A_SIDE}\s+(?:de|het)\s+{WHAT}\s+van\s+{_NORM}",
    )
)
NO_NUMBER = re.compile(
    r"\b(?:helft|keer|maal|dubbel\w*|deel|derde|kwart|procent\w*|verwacht|gedacht|rang\w*|plaats\w*|aantal\s+van"
    r"|gemiddeld\w*|elders|landelijk\w*|niet|nooit|nauwelijks)\b",
    re.I,
)
"""What a number is compared with besides the one that stands beside it: 'meer dan de helft van de baten'."""
_RANKED = re.compile(r"\b(?:rang\w*|plaats|positie|klassement|top)\b", re.I)
_ROOM = 200


_SAYS = re.compile(r"\bdan\b|\bover(?:tr|st|sch)|\b(?:boven|onder|beneden|achter)\b", re.I)
"""What stands in each of these, and in few texts."""


@each_text
def contradicted(words: str, place: Place) -> Iterator[Finding]:
    """Each 'baten (9) zijn hoger dan de lasten (12)', '9%, hoger dan de 12%' and the like."""
    for form in _FORMS if most_numbers(words) and _SAYS.search(words) else ():
        for found in form.finditer(words):
            if _is_false(found, words[max(0, found.start() - _ROOM) : found.start()]):
                yield not_so(found, place)


def not_so(found: re.Match[str], place: Place) -> Finding:
    """What is told of words that two numbers beside them contradict."""
    said = " ".join(found["said"].split())
    way_out = "verander het woord, of kijk de getallen na"
    return Finding(f"'{said}' klopt niet bij {found['one']} en {found['other']}", place, way_out)


def _is_false(found: re.Match[str], before: str) -> bool:
    """Whether the one number is not so much more or less than the other as is said."""
    if NO_NUMBER.search(found["what"] or "") or _RANKED.search(f"{before}{found[0]}"):
        return False
    one, other = number_of(found["one"]), _number(found["other"])
    if one is None or other is None or kind_of(found["one"]) != kind_of(found["other"]):
        return False
    turns = turned(f"{before}{found.string[found.start() : found.start('one')]}", "", (one, other))
    if turns is None:
        return False
    if _may_be_by(found, one, other) or _other_unit(found):
        return False
    way = (one > other) - (one < other)
    return way != (1 if found["up"] else -1) * (-1 if turns else 1)


def kind_of(amount: str) -> str:
    """What tells amounts, shares and counts apart."""
    return "€" if "€" in amount else "%" if amount.endswith("%") else ""


def _number(words: str) -> Decimal | None:
    """The number that digits or a word stand for."""
    if not words[0].isalpha():
        return number_of(words)
    found = number_of_word(words)
    return None if found is None else Decimal(found)


_BY = re.compile(r"\w+\s.*\bmet\s+\Z", re.I | re.S)
_SO_FAR = Decimal("0.6")


def _may_be_by(found: re.Match[str], one: Decimal, other: Decimal) -> bool:
    """Whether a number behind 'met' may be how much more the one is: 'is met 20 hoger dan de 150'."""
    ahead = found.string[found.start() : found.start("one")]
    return found["up"] is not None and one < other * _SO_FAR and _BY.match(ahead) is not None


_WORD_BEHIND = re.compile(rf"{UNIT}(?=\)|\s+(?:tegen|versus))")


def _other_unit(found: re.Match[str]) -> bool:
    """Whether the words behind the two say that they are not of one thing: '(8 weken)' and '(2 maanden)'."""
    behind = (_WORD_BEHIND.match(found.string, found.end(one)) for one in ("one", "other"))
    return len({word[0].strip().casefold() for word in behind if word and word[0]}) > 1
