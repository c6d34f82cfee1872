"""Find sentences that call a number higher or lower than another one beside it while it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.below_zero import turned
from rapportage.checks.directions import AMOUNT, number_of
from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.errors import Finding, Place

_MORE = r"(?:(?P<up>meer|méér|hoger|groter|langer)|minder|lager|kleiner|korter)"
HOW = r"(?:(?:iets|veel|fors|flink|duidelijk|licht|wat|ook|nog|dus|wel|weer|daarmee)\s+)*"
IS = r"(?:is|zijn|was|waren|ligt|liggen|lag|lagen|bleef|bleven)"
ONE, OTHER = rf"(?<![\w.,/-])(?P<one>{AMOUNT})", rf"(?P<other>{AMOUNT})(?![\w/-])"
WHAT = r"(?P<what>[^.;:!?,()0-9]{1,60}?(?:\s+[12][0-9]{3})?)"
BOTH = rf"\({ONE}\s+(?:tegen(?:over)?|versus)\s+{OTHER}\)"
_THAN = rf"(?P<said>{_MORE}\s+dan)"
_STANDS = r"(?:ligt|liggen|lag|lagen|blijft|blijven|bleef|bleven|komt|komen|kwam|kwamen)"
_EXCEEDS = (
    r"(?P<said>(?P<up>overtreft|overtreffen|overtrof|overtroffen|overstijgt|overstijgen|oversteeg|overstegen"
    rf"|overschrijdt|overschrijden|overschreed|overschreden|{_STANDS}\s+{HOW}boven)|{_STANDS}\s+{HOW}(?:onder|achter\s+bij))"
)
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # 'De baten (1.701) zijn lager dan vorig jaar (1.655)'
        rf"\({ONE}\)\s+{IS}\s+{HOW}{_THAN}\s+{WHAT}\s+\({OTHER}\)",
        # 'De baten zijn hoger dan de lasten (1.701 tegen 1.720)'
        rf"\b{IS}\s+{HOW}{_THAN}\s+{WHAT}\s+{BOTH}",
        # 'is 4,9%, hoger dan de 5,2%'
        rf"{ONE}(?:\s+[^\W\d_]+){{0,2}},\s+(?:en\s+)?(?:(?:dat|dit)\s+(?:is|was)\s+)?{HOW}{_THAN}\s+"
        rf"(?P<what>de)\s+{OTHER}",
        # 'is 4,9%; dat is hoger dan in het vorige kwartaal (5,2%)'
        rf"{ONE}(?:\s+[^\W\d_]+){{0,2}}[,;.]\s+(?:en\s+)?(?:dat|dit)\s+(?:is|was|zijn\s+er)\s+{HOW}{_THAN}\s+"
        rf"{WHAT}\s+\({OTHER}\)",
        # 'De baten (1.200) overtreffen de lasten (1.500)'
        rf"\({ONE}\)\s+{_EXCEEDS}\s+{WHAT}\s+\({OTHER}\)",
        # 'De baten overtreffen de lasten (1.200 tegen 1.500)'
        rf"\b{_EXCEEDS}\s+{WHAT}\s+{BOTH}",
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


def contradicted(paper: Paper) -> Iterator[Finding]:
    """Each 'baten (9) zijn hoger dan de lasten (12)', '9%, hoger dan de 12%' and the like."""
    for words, place in texts(paper):
        for form in _FORMS:
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
    if NO_NUMBER.search(found["what"]) or _RANKED.search(f"{before}{found[0]}"):
        return False
    one, other = number_of(found["one"]), number_of(found["other"])
    if one is None or other is None or kind_of(found["one"]) != kind_of(found["other"]):
        return False
    turns = turned(f"{before}{found.string[found.start() : found.start('one')]}", "", (one, other))
    if turns is None:
        return False
    way = (one > other) - (one < other)
    return way != (1 if found["up"] else -1) * (-1 if turns else 1)


def kind_of(amount: str) -> str:
    """What tells amounts, shares and counts apart."""
    return "€" if "€" in amount else "%" if amount.endswith("%") else ""
