"""What a text says of goals: which are reached, and how many."""

from __future__ import annotations

import re

from rapportage.checks.drawings.drawn_facts import Drawing, DrawnRow
from rapportage.checks.drawings.drawn_words import COUNT, NOT_NOW, count_of, of_others

_NOT = r"(?P<not>(?:nog\s)?niet\s)?"
_DONE = r"(?:gehaald|behaald|bereikt)\b"
_COUNTED = re.compile(
    rf"\b(?:(?:is|zijn)\ser\s(?:(?:nu|al|inmiddels)\s)?(?P<of>{COUNT})"
    rf"|(?:(?P<some>{COUNT}|geen)\svan\s(?:de|deze|onze)\s)?(?P<goals>{COUNT})\sdoelen\s(?:is|zijn))"
    rf"\s{_NOT}{_DONE}",
    re.I,
)
_THESE = re.compile(rf"\b(?:deze|beide)\s(?:(?:{COUNT})\s)?doelen\szijn\s{_NOT}{_DONE}", re.I)
_REACHED = re.compile(
    rf"\b(?:is|wordt)\s(?:(?:met\s\S+|al|inmiddels|ruim|nu)\s){{0,2}}{_NOT}{_DONE}",
    re.I,
)


def other_goals(sentence: str, drawing: Drawing, before: str = "") -> str:
    """What a sentence calls reached, or not, and is otherwise; '' where there is none."""
    if drawing.kind != "doelen" or NOT_NOW.search(sentence):
        return ""
    if found := _THESE.search(sentence):
        reached = not found["not"]
        wrong = next((one for one in drawing.named(sentence) if one.is_reached is not reached), None)
        return _told(found[0], wrong) if wrong else ""
    text = f"{before} {sentence}"
    if found := _COUNTED.search(sentence):
        count = len([one for one in drawing.rows if one.is_reached is not bool(found["not"])])
        is_of_it = drawing.is_spoken_of(text) and not of_others(text, len(drawing.rows))
        said = found["of"] or found["some"] or found["goals"]
        is_right = count == (0 if said.lower() == "geen" else count_of(said))
        if is_right or not is_of_it or drawing.narrows(sentence[: found.end()]):
            return ""
        return f"hier staat '{found[0]}', en in de figuur zijn het er {count}"
    found, rows = _REACHED.search(sentence), drawing.named(sentence)
    if not found or len(rows) != 1 or "doel" not in sentence.lower() or drawing.narrows(sentence):
        return ""
    return _told(found[0], rows[0]) if rows[0].is_reached is bool(found["not"]) else ""


def _told(said: str, row: DrawnRow) -> str:
    reached = "" if row.is_reached else "niet "
    return f"hier staat '{said}', en in de figuur is '{row.name}' {reached}gehaald"
