"""What a text says of rows beside each other: who is first, who is above the average, and how many times."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.checks.drawings.drawn_facts import RANKED, Drawing
from rapportage.checks.drawings.drawn_words import CLAUSE, COUNT, count_of, is_slip, of_others
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.loose_numbers import is_near, loose_numbers
from rapportage.checks.reading.told_facts import content_words
from rapportage.dutch import number_text

_EXTREME = re.compile(
    r"\b(?:het|de)\s(?P<word>(?P<most>hoogste?|meest|grootste?|langste?)|laagste?|minst|kleinste?|kortste?)"
    r"(?=\s*(?:\Z|(?:met|van|in|bij|gemiddeld|scoort|scoren|score|waarde)\b))",
    re.I,
)
_FIRST_OF_NUMBER = re.compile(
    r"\b(?:het|de)\s(?P<word>(?P<most>hoogste?|meeste?|grootste?|langste?)|laagste?|minste?|kleinste?|kortste?)\b",
    re.I,
)
"""The same where its own number stands beside it: what follows is then what is measured."""
_NOT_ALONE = re.compile(
    r"\b(?:na|op\s(?:één|een|twee)|behalve|naast|niet|geen|dan|bijna|ook|samen|vorig\w*|eerder|ooit"
    r"|sinds|onder|boven)\b",
    re.I,
)
"""What makes it the first among others than those that are drawn."""
_SIDE = re.compile(
    r"\b(?:(?P<above>boven)|onder)\s(?:het|dit|dat|de)\s(?:\w+\s)?(?P<what>gemiddelde\w*|norm|doel)\b", re.I
)
_PLAIN_SIDE = re.compile(
    r"\b(?:ligt|staat|zit|blijft|scoort)\s(?:net\s|ver\s)?(?:boven|onder)\shet\sgemiddelde\s*\Z", re.I
)
_NEGATED = re.compile(r"\b(?:niet|nooit|geen|noch|was|waren|eerder|vorige?)\b", re.I)
_AVERAGE = re.compile(
    r"\bhet\sgemiddelde(?P<between>(?:\s[^\W\d_]+){0,4}?)\s(?:is|van)\s(?P<number>[0-9](?:[0-9.,]*[0-9])?%?)"
    r"(?:\s(?P<noun>[^\W\d_]+))?",
    re.I,
)
_ABOVE = re.compile(
    rf"(?<![\w-])(?P<count>{COUNT}|geen)(?P<all>\svan\s(?:de|deze)\s{COUNT})?\s(?P<noun>[a-z]+)\s"
    r"(?:ligt|liggen|staat|staan|zit|zitten|scoort|scoren|komt|komen)\s"
    r"(?:(?:daar|er)(?P<there>boven|onder)|(?P<where>boven|onder)\s(?:het|dit|dat)\sgemiddelde)\b(?P<after>[^.,;]*)",
    re.I,
)
_TIMES = re.compile(
    r"\b(?:(?P<about>ruim|bijna|meer\sdan|ongeveer)\s)?(?P<count>twee|drie|vier|vijf|zes|[2-9])\s(?:keer|maal)\szo\s?"
    r"(?:veel|vaak|hoog|groot)\sals\b(?P<after>.*)",
    re.I,
)
_ABOUT_SO, _A_LITTLE = Decimal("0.5"), Decimal("0.05")
_FIRST_LETTERS = 4
_NEARLY = 4
"""A quarter off is still taken for the same average."""


def other_first(text: str, drawing: Drawing) -> str:
    """What a description calls the highest or lowest, where another is; '' where it does not."""
    for clause in CLAUSE.split(text) if drawing.kind in RANKED else ():
        named = drawing.named(clause)
        own = named[0].amount if len(named) == 1 else None
        of_its_number = any(number_of(one) == own for one in loose_numbers(clause, small=True))
        found = list((_FIRST_OF_NUMBER if of_its_number else _EXTREME).finditer(clause))
        if own is None or len(found) != 1 or _NOT_ALONE.search(clause):
            continue
        first = (max if found[0]["most"] else min)(drawing.amounts)
        if own != first:
            right = next(one.name for one in drawing.rows if one.amount == first)
            return f"hier heeft {named[0].name} '{found[0][0]}', en in de figuur is dat {right}"
    return ""


def other_side(text: str, drawing: Drawing, *, described: bool = False) -> str:
    """Who is called above or below what all are compared with, and is not; '' where there is none."""
    compared = drawing.compared
    if compared is None or drawing.kind not in RANKED:
        return ""
    for clause in CLAUSE.split(text):
        named, found = drawing.named(clause), _SIDE.search(clause)
        own = named[0].amount if len(named) == 1 else None
        if found is None or own is None or own == compared or _NEGATED.search(clause):
            continue
        is_of_it = described or (_is_average(drawing) and _PLAIN_SIDE.search(clause))
        if (
            is_of_it
            and (own > compared) != bool(found["above"])
            and (described or not drawing.tells_more(clause))
        ):
            where = "boven" if own > compared else "onder"
            return (
                f"hier staat {named[0].name} '{found[0]}', en in de figuur staat {drawing.text(own)}"
                f" {where} {drawing.text(compared)}"
            )
    return ""


def other_average(sentence: str, drawing: Drawing, *, described: bool = False) -> str:
    """Another average than all are compared with, or another count of who is above it; '' for neither."""
    compared = drawing.compared
    if compared is None or not _is_average(drawing):
        return ""
    names = {*drawing.compared_name.lower().split(), "de", "het", "van", "gemeente"}
    for found in _AVERAGE.finditer(sentence):
        said, between = number_of(found["number"]), set(found["between"].lower().split())
        is_of_it = (
            described or between & names - {"van"} or _ABOVE.search(sentence) or drawing.named(sentence)
        )
        counts = found["noun"] and drawing.tells_more(found["noun"])
        if said is None or not between <= names or not is_of_it or counts or is_near(said, compared):
            continue
        if is_slip(said, compared) or abs(said - compared) * _NEARLY <= compared:
            return f"hier staat '{found[0]}', en in de figuur is het gemiddelde {drawing.text(compared)}"
    for found in _ABOVE.finditer(sentence):
        above = (found["there"] or found["where"]).lower() == "boven"
        amounts = [one.amount for one in drawing.rows if one.amount is not None]
        count = len([one for one in amounts if (one > compared if above else one < compared)])
        of_it = {one for one in found["after"].lower().split() if not one[0].isdecimal()} <= names
        if not described and (found["there"] or not _counts_rows(found, drawing)):
            continue
        if of_it and (count_of(found["count"]) or 0) != count:
            return f"hier staat '{found[0].strip()}', en in de figuur zijn het er {count}"
    return ""


def _is_average(drawing: Drawing) -> bool:
    return "gemiddelde" in drawing.compared_name.lower()


def _counts_rows(found: re.Match[str], drawing: Drawing) -> bool:
    """Whether rows of this drawing are counted: out of as many as there are, or by a word of its caption."""
    if found["all"]:
        return not of_others(found["all"], len(drawing.rows))
    noun = found["noun"][:_FIRST_LETTERS].lower()
    return any(one.startswith(noun) for one in content_words(drawing.caption))


def other_times(sentence: str, drawing: Drawing, *, described: bool = False) -> str:
    """'Drie keer zo veel als' of two rows that are not; '' where there is none."""
    found = _TIMES.search(sentence) if drawing.kind in RANKED else None
    if not found:
        return ""
    first, last = drawing.named(sentence[: found.start()]), drawing.named(found["after"])
    if len(first) != 1 or len(last) != 1 or not first[0].amount or not last[0].amount:
        return ""
    numbers = [number_of(one) for one in loose_numbers(sentence, small=True)]
    if not described and first[0].amount not in numbers and drawing.tells_more(sentence):
        return ""
    times, said = first[0].amount / last[0].amount, Decimal(count_of(found["count"]) or 0)
    about = (found["about"] or "").lower()
    least = said - (_A_LITTLE if about in ("ruim", "meer dan") else _ABOUT_SO)
    if least <= times < said + 1:
        return ""
    words = found[0][: -len(found["after"])].strip()
    return f"hier staat '{words}', en in de figuur is dat {number_text(times, 1)} keer"
