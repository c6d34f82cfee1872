"""What a text says of the steps of a funnel or a waterfall: what part goes on, what comes in or goes out."""

from __future__ import annotations

import re

from rapportage.checks.drawings.drawn_facts import Drawing
from rapportage.checks.drawings.drawn_words import CLAUSE
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.loose_numbers import is_near, loose_numbers
from rapportage.checks.reading.told_facts import OF_ANOTHER

_PART = re.compile(
    r"(?:\b(?:dat|dit)\s(?:is|zijn|was)|:)\s(?P<number>[0-9]{1,2}(?:,[0-9])?%)\svan\s(?:de|alle)\s(?P<whole>[^\W\d_]+)",
    re.I,
)
"""'Dat is 69% van de meldingen', which tells of the number before it."""
_OUT = re.compile(r"\b(?:haal\w*\b.*\buit|kost\w*|onttrek\w*|onttrok\w*|gaat\b.*\b(?:af|uit))\b", re.I)
_IN = re.compile(r"\b(?:dra(?:agt|gen)|droe(?:g|gen))\b.*\bbij\b|\bkomt\b.*\b(?:bij|binnen)\b", re.I)


def other_part(sentence: str, drawing: Drawing, before: str = "") -> str:
    """A percentage of a step of a funnel that the step told before it is not; '' where there is none."""
    found = _PART.search(sentence) if drawing.kind == "trechter" else None
    whole = drawing.named(found["whole"]) if found else []
    if not found or len(whole) != 1 or not whole[0].amount:
        return ""
    told = list(loose_numbers(f"{before} {sentence[: found.start()]}"))
    part, said = number_of(told[-1]) if told else None, number_of(found["number"])
    if part is None or said is None or part not in drawing.amounts or part >= whole[0].amount:
        return ""
    share = part / whole[0].amount * 100
    if is_near(said, share):
        return ""
    return f"hier staat '{found[0].lstrip(': ')}', en {told[-1]} is {share:.0f}%"


def other_step(sentence: str, drawing: Drawing, before: str = "", *, described: bool = False) -> str:
    """A step of a funnel with the number of another step; '' where there is none.

    Where it is not `described`, that is a greater one: of all that there are, a part may be told as well.
    """
    told = {number_of(one) for one in loose_numbers(f"{before} {sentence}")}
    for clause in CLAUSE.split(sentence) if drawing.kind == "trechter" else ():
        named = drawing.named(clause)
        for number in loose_numbers(clause):
            said = number_of(number)
            beside = re.search(rf"(?<![\w.,]){re.escape(number)}\s(?P<noun>[^\W\d_]+)", clause)
            rows = drawing.named(beside["noun"]) if beside else []
            own = rows[0].amount if len(rows) == 1 else None
            if not beside or said is None or own is None or said == own or said not in drawing.amounts:
                continue
            if said > own or (described and named == rows and own not in told):
                right = f"bij '{rows[0].name}' {drawing.text(own)}"
                return f"hier staat '{beside[0]}', en in de figuur staat {right}"
    return ""


def other_sign(sentence: str, drawing: Drawing) -> str:
    """A step of a waterfall that is told to go out and comes in, or the other way; '' where there is none."""
    for clause in CLAUSE.split(sentence) if drawing.kind == "waterval" else ():
        named = drawing.named(clause)
        amount = named[0].amount if len(named) == 1 else None
        said = [number_of(one) for one in loose_numbers(clause)]
        if not amount or said != [abs(amount)] or OF_ANOTHER.search(clause):
            continue
        if found := (_OUT if amount > 0 else _IN).search(clause):
            how = "komt dat erbij" if amount > 0 else "gaat dat eraf"
            return f"bij '{named[0].name}' staat hier '{found[0]}', en in de figuur {how}"
    return ""
