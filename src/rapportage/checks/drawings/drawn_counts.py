"""What a text counts of what is drawn: rows beyond a norm, a part of a goal, cases of a step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from rapportage.checks.drawings.drawn_facts import RANKED, Drawing, DrawnRow
from rapportage.checks.drawings.drawn_words import CLAUSE, of_others
from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.loose_numbers import is_near, loose_numbers
from rapportage.checks.reading.told_facts import OF_ANOTHER, content_words
from rapportage.number_words import COUNT_WORD, number_of_word
from rapportage.rough import ROOM

_COUNT = rf"(?:[0-9](?:[0-9.,]*[0-9])?|{COUNT_WORD}|een)"
_ABOVE = re.compile(
    rf"(?<![\w-])(?P<count>{_COUNT}|geen)(?P<all>\svan\s(?:de|deze)\s{_COUNT})?\s(?P<noun>[^\W\d_]+)\s"
    r"(?:(?:ligt|liggen|staat|staan|zit|zitten|scoort|scoren|komt|komen)\s)?(?P<where>boven|onder)\s(?:de|het|deze|die)\s"
    r"(?P<what>[^\W\d_]*(?:norm|streefwaarde|grenswaarde|grens|doel|streefcijfer))\b(?P<after>[^.;]*?)(?=[.;,](?:\s|\Z)|\Z)",
    re.I,
)
_MEASURE = re.compile(r"[0-9][0-9.,]*(?:\s\S+)?")
_OF_GOAL = re.compile(
    rf"\bvan\sde\s(?P<all>{_COUNT})\s(?P<noun>[^\W\d_]+)\s[^\W\d_]+\ser\s(?:(?:nu|al|inmiddels)\s)?(?P<some>{_COUNT})(?![\w,.]*[0-9])",
    re.I,
)
"""'Van de acht meetpunten voldoen er vijf'."""
_CASES = re.compile(
    rf"\b(?:(?:is|zijn|werd|werden)\ser\s(?:(?:nu|al|inmiddels)\s)?(?P<of>{_COUNT})|in\s(?P<some>{_COUNT})\sgevallen)\s"
    r"(?P<what>[^.,;:]*)",
    re.I,
)
"""'Zijn er 24 onderzocht', 'in zes gevallen is de schade erkend'."""
_OF_ALL = re.compile(
    rf"\bvan\sde\s(?P<count>{_COUNT})\s(?:(?P<kind>[^\W\d_]+e)\s)?(?P<noun>[^\W\d_]+)\s"
    r"(?=(?:is|zijn|was|waren|werd|werden|bleek|bleken|kwam|kwamen|leidde|leidden|kreeg|kregen)\b)",
    re.I,
)
"""'Van de 29 meldingen zijn er', 'van de 24 onderzochte meldingen bleek'."""
_COMES = re.compile(r"\b(?:er\s(?:komt|komen|kwam|kwamen)|(?:komt|komen|kwam|kwamen)\ser)\b.*\bbij\b", re.I)
_GOES = re.compile(
    r"\b(?:er\s(?:gaat|gaan|ging|gingen)|(?:gaat|gaan|ging|gingen)\ser)\b.*\b(?:af|uit)\b", re.I
)
_EURO = re.compile(AMOUNT)
_NOT_PLAIN = re.compile(
    r"\b(?:niet|geen|ruim|bijna|nog|meer|minder|samen|saldo|voor|naar"
    rf"|{re.sub('[?]P<[a-z]+>', '?:', ROOM)})\b",
    re.I,
)
_MOST_STEPS = 8


def other_than_counted(sentence: str, drawing: Drawing, before: str = "", *, described: bool = False) -> str:
    """The first count in a sentence that the rows do not bear out; '' where there is none."""
    ways = (
        _beyond(sentence, drawing, described=described),
        _of_goal(sentence, drawing),
        _of_all(sentence, drawing, before, described=described),
        _cases(sentence, drawing, before) if described else "",
        _flow(sentence, drawing) if described else "",
    )
    return next(filter(None, ways), "")


def _beyond(sentence: str, drawing: Drawing, *, described: bool) -> str:
    """'Vier meetpunten liggen boven de norm' where three do; what is just on it may be called below it."""
    compared = drawing.compared
    if compared is None or drawing.kind not in RANKED:
        return ""
    for found in _ABOVE.finditer(sentence):
        told = [number_of(one) for one in loose_numbers(found["after"], small=True)]
        of_it = found["what"].lower() in drawing.compared_name.lower() and set(told) <= {compared}
        more = content_words(_MEASURE.sub(" ", found["after"])) - drawing.about
        by_noun = content_words(found["noun"]) & content_words(drawing.caption)
        of_these = not of_others(found["all"], len(drawing.rows)) if found["all"] else described or by_noun
        if not of_it or more or not of_these:
            continue
        above = found["where"].lower() == "boven"
        amounts = [one.amount for one in drawing.rows if one.amount is not None]
        count = sum(one > compared if above else one < compared for one in amounts)
        on_it = 0 if above else amounts.count(compared)
        if _count(found["count"]) not in (count, count + on_it):
            return f"hier staat '{found[0].strip()}', en in de figuur zijn het er {count}"
    return ""


def _of_goal(sentence: str, drawing: Drawing) -> str:
    """'Van de acht meetpunten voldoen er vier' where five of a goal of eight do."""
    for clause in _clauses(sentence) if drawing.kind == "doelen" else ():
        found, named = _OF_GOAL.search(clause), drawing.named(clause)
        if not found or len(named) != 1 or drawing.tells_more(clause) or _NOT_PLAIN.search(clause):
            continue
        row, some = named[0], _count(found["some"])
        if row.goal == _count(found["all"]) and row.amount is not None and some != row.amount:
            return _told(found[0], row, drawing)
    return ""


def _of_all(sentence: str, drawing: Drawing, before: str, *, described: bool) -> str:
    """'Van de 31 onderzochte meldingen' where 24 are; without such a word only in what is `described`."""
    for found in _OF_ALL.finditer(sentence) if drawing.kind == "trechter" else ():
        kind, noun = (found["kind"] or "").lower(), found["noun"].lower()
        by_kind = [row for row in drawing.rows if kind and kind.startswith(row.name.lower())]
        by_noun = [row for row in drawing.rows if row.name.lower() == noun]
        rows = by_kind if kind else by_noun if described else []
        of_it = by_noun or content_words(noun) & drawing.about
        if len(rows) == 1 and of_it and (told := _of_row(found, "count", rows[0], drawing, before)):
            return told
    return ""


def _cases(sentence: str, drawing: Drawing, before: str) -> str:
    """'In zes gevallen is de schade erkend' where nine are; both numbers may be told, each of its own."""
    for clause in _clauses(sentence) if drawing.kind == "trechter" else ():
        found = _CASES.search(clause)
        rows = drawing.named(found["what"]) if found else []
        if not found or len(rows) != 1 or drawing.narrows(clause) or _NOT_PLAIN.search(found["what"]):
            continue
        if told := _of_row(found, "of" if found["of"] else "some", rows[0], drawing, f"{before} {sentence}"):
            return told
    return ""


def _of_row(found: re.Match[str], group: str, row: DrawnRow, drawing: Drawing, around: str) -> str:
    """That what is counted is not the number of a row, where that is not told there as well."""
    said, told = _count(found[group]), [_count(one[0]) for one in _NUMBER.finditer(around)]
    is_told = said == row.amount or row.amount in told
    return "" if said is None or is_told else _told(found[0].strip(), row, drawing)


def _flow(sentence: str, drawing: Drawing) -> str:
    """'Er komt € 200.000 bij' where no step, nor some together, is that."""
    steps = [one.amount for one in drawing.rows[1:-1] if one.amount]
    if drawing.kind != "waterval" or len(steps) > _MOST_STEPS:
        return ""
    for clause in _clauses(sentence):
        said = list(_EURO.finditer(clause))
        sign = 1 if _COMES.search(clause) else -1 if _GOES.search(clause) else 0
        value = number_of(said[0][0]) if len(said) == 1 else None
        kind = drawing.unit in ("€", "%") and drawing.unit not in said[0][0] if said else True
        if not sign or value is None or kind or OF_ANOTHER.search(clause) or _NOT_PLAIN.search(clause):
            continue
        own = [one * sign for one in steps if one * sign > 0]
        sums = [sum(some, Decimal()) for count in range(1, len(own) + 1) for some in combinations(own, count)]
        if own and not any(is_near(value, one) for one in sums):
            right = " en ".join(drawing.text(one) for one in own)
            return f"hier staat '{clause.strip()}', en in de figuur is dat {right}"
    return ""


_NUMBER = re.compile(rf"(?<![\w.,]){_COUNT}(?!\w)", re.I)


def _count(words: str) -> Decimal | None:
    """A count in digits or in a word."""
    if words.lower() == "geen":
        return Decimal()
    if words[0].isdigit():
        return number_of(words)
    word = number_of_word(words)
    return None if word is None else Decimal(word)


def _clauses(sentence: str) -> Iterator[str]:
    yield from (one for one in CLAUSE.split(sentence) if one)


def _told(said: str, row: DrawnRow, drawing: Drawing) -> str:
    amount = drawing.text(row.amount) if row.amount is not None else ""
    return f"hier staat '{said}', en in de figuur staat bij '{row.name}' {amount}"
