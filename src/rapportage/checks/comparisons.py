"""Find sentences that call a number higher or lower than another one beside it while it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.below_zero import turned
from rapportage.checks.directions import AMOUNT, number_of
from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.errors import Finding

_MORE = r"(?P<way>(?P<up>meer|méér|hoger|groter|langer)|minder|lager|kleiner|korter)"
_HOW = r"(?:(?:iets|veel|fors|flink|duidelijk|licht|wat|ook|nog|dus|wel|weer|daarmee)\s+)*"
_IS = r"(?:is|zijn|was|waren|ligt|liggen|lag|lagen|bleef|bleven)"
_ONE, _OTHER = rf"(?<![\w.,/-])(?P<one>{AMOUNT})", rf"(?P<other>{AMOUNT})(?![\w/-])"
_WHAT = r"(?P<what>[^.;:!?,()0-9]{1,60}?(?:\s+[12][0-9]{3})?)"
_THAN = rf"{_MORE}\s+dan"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # 'De baten (1.701) zijn lager dan vorig jaar (1.655)'
        rf"\({_ONE}\)\s+{_IS}\s+{_HOW}{_THAN}\s+{_WHAT}\s+\({_OTHER}\)",
        # 'De baten zijn hoger dan de lasten (1.701 tegen 1.720)'
        rf"\b{_IS}\s+{_HOW}{_THAN}\s+{_WHAT}\s+\({_ONE}\s+(?:tegen(?:over)?|versus)\s+{_OTHER}\)",
        # 'is 4,9%, hoger dan de 5,2%'
        rf"{_ONE}(?:\s+[^\W\d_]+){{0,2}},\s+(?:en\s+)?(?:(?:dat|dit)\s+(?:is|was)\s+)?{_HOW}{_THAN}\s+"
        rf"(?P<what>de)\s+{_OTHER}",
        # 'is 4,9%; dat is hoger dan in het vorige kwartaal (5,2%)'
        rf"{_ONE}(?:\s+[^\W\d_]+){{0,2}}[,;.]\s+(?:en\s+)?(?:dat|dit)\s+(?:is|was|zijn\s+er)\s+{_HOW}{_THAN}\s+"
        rf"{_WHAT}\s+\({_OTHER}\)",
    )
)
_NO_NUMBER = re.compile(
    r"\b(?:helft|keer|maal|dubbel\w*|deel|derde|kwart|procent\w*|verwacht|gedacht|rang\w*|plaats\w*|aantal\s+van"
    r"|gemiddeld\w*|elders|landelijk\w*)\b",
    re.I,
)
"""What a number is compared with besides the one that stands beside it: 'meer dan de helft van de baten'."""
_RANKED = re.compile(r"\b(?:rang\w*|plaats|positie|klassement|top)\b", re.I)
_ROOM = 200


def contradicted(paper: Paper) -> Iterator[Finding]:
    """Each 'baten (9) zijn hoger dan de lasten (12)', '9%, hoger dan de 12%' and the like."""
    for words, place in texts(paper):
        for form in _FORMS if "dan" in words else ():
            for found in form.finditer(words):
                if _is_false(found, words[max(0, found.start() - _ROOM) : found.start()]):
                    told = f"{found['way']} dan"
                    yield Finding(
                        f"'{told}' klopt niet bij {found['one']} en {found['other']}",
                        place,
                        "verander het woord, of kijk de getallen na",
                    )


def _is_false(found: re.Match[str], before: str) -> bool:
    """Whether the one number is not so much more or less than the other as is said."""
    if _NO_NUMBER.search(found["what"]) or _RANKED.search(f"{before}{found[0]}"):
        return False
    one, other = number_of(found["one"]), number_of(found["other"])
    if one is None or other is None or _kind(found["one"]) != _kind(found["other"]):
        return False
    turns = turned(f"{before}{found.string[found.start() : found.start('one')]}", "", (one, other))
    if turns is None:
        return False
    way = (one > other) - (one < other)
    return way != (1 if found["up"] else -1) * (-1 if turns else 1)


def _kind(amount: str) -> str:
    """What tells amounts, shares and counts apart."""
    return "€" if "€" in amount else "%" if amount.endswith("%") else ""
