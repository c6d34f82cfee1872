"""Find sentences that put the number of the one before them on the other side of a norm.

'64,8% was betaalbaar. Daarmee zit de regio net boven de afspraak van twee derde' is not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.texts import each_text
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding, Place
from rapportage.number_words import COUNT_WORD, number_of_word
from rapportage.rough import ROOM, SHARE, shares

_GOAL = (
    r"(?:norm|afspraak|doelstelling|doel|streefwaarde|streven|ambitie|ondergrens|bovengrens|grens|eis"
    r"|maximum|minimum)"
)
_SIDE = re.compile(
    r"(?:\A(?:Daarmee|Hiermee|Dat|Dit)\s|[,;]\s(?:en\s)?(?:daarmee|dat\sis|dus)\s)"
    r"(?:[^\W\d_][\w’'-]*\s){0,6}?"
    rf"(?P<side>boven|onder|beneden)\s(?:de|het|een|onze)\s(?:afgesproken\s|landelijke\s)?{_GOAL}\svan\s"
    rf"(?P<norm>(?:{re.sub('[?]P<[a-z]+>', '?:', SHARE)})|{AMOUNT}|{COUNT_WORD}\b)"
    r"(?:\s(?P<unit>[a-z][\w-]+))?",
    re.I,
)
"""'Daarmee zit de regio net onder de afspraak van twee derde', ', daarmee onder de norm van acht weken'."""
_OTHERWISE = re.compile(
    r"\b(?:niet|geen|nooit|nauwelijks|bijna|zou|zouden|als|zodra|straks|verwacht\w*|eerder|vorige?|weer|was|waren)\b",
    re.I,
)
"""What makes it the side of another time, or none."""
_CHANGE = re.compile(
    r"\s?(?:procentpunt\w*|punt\w*|[^\W\d_]+\s)?(?:meer|minder|hoger|lager|langer|korter)\b", re.I
)
_BY = re.compile(r"\b(?:met|norm\svan|afspraak\svan|doel\svan|tegen|van)\s\Z", re.I)
"""Before a number of before, of how much it changed, or of a norm itself."""
_ABOUT = re.compile(rf"\b(?:{re.sub('[?]P<[a-z]+>', '?:', ROOM)})\s\Z", re.I)


@each_text
def on_the_other_side(words: str, place: Place) -> Iterator[Finding]:
    """Each 'daarmee boven de afspraak van twee derde' behind a number that is less."""
    sentences = BETWEEN_SENTENCES.split(words) if re.search(r"\b(?:boven|onder|beneden)\b", words) else []
    for at, sentence in enumerate(sentences):
        found = _SIDE.search(sentence)
        if found is None or _OTHERWISE.search(found[0]):
            continue
        before = sentence[: found.start()] or (sentences[at - 1] if at else "")
        norm = _norm(found)
        value = _value(before, _unit(found)) if norm is not None else None
        if norm is None or value is None:
            continue
        number, written = value
        half = Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2
        is_above = found["side"].lower() == "boven"
        if (number + half < norm) if is_above else (number - half > norm):
            said = " ".join(found[0][found.start("side") - found.start() :].split())
            yield Finding(
                f"'{said}' klopt niet bij {written}", place, "verander het woord, of kijk de getallen na"
            )


def _unit(found: re.Match[str]) -> str:
    """What the number of a norm counts: '%', '€' or a word."""
    norm = found["norm"]
    if norm.startswith("€"):
        return "€"
    return "%" if norm.endswith("%") or list(shares(norm)) else (found["unit"] or "").casefold()


def _norm(found: re.Match[str]) -> Decimal | None:
    """The number of a norm; of a share in words as a percentage."""
    words = found["norm"]
    if in_words := list(shares(words)):
        return in_words[0].value * 100
    counted = number_of_word(words)
    return number_of(words) if counted is None else Decimal(counted)


def _value(before: str, unit: str) -> tuple[Decimal, str] | None:
    """The one number of a text that counts in this unit, as it is written; None where that is not one."""
    found = []
    for one in re.finditer(rf"(?<![\w.,/:-])(?:{AMOUNT})(?![\w/-])", before):
        words, behind = one[0], before[one.end() :]
        counts = "%" if words.endswith("%") else "€" if words.startswith("€") else ""
        counts = counts or (noun[1].casefold() if (noun := re.match(r"\s([^\W\d_][\w-]*)", behind)) else "")
        lead = before[: one.start()]
        if counts != unit or not unit or _CHANGE.match(behind) or _BY.search(lead):
            continue
        if (value := number_of(words)) is not None and value >= 0:
            found.append((value, words if unit in "€%" else f"{words} {unit}", _ABOUT.search(lead)))
    return found[0][:2] if len(found) == 1 and found[0][2] is None else None
