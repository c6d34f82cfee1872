"""Find decisions whose cover is not what they ask for, and tables of it that come to something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from rapportage.checks.decisions.decided_amounts import (
    ANY_MONEY,
    MONEY,
    MOST,
    Asked,
    Said,
    asked_in,
    parted,
    sums,
)
from rapportage.checks.decisions.decided_givers import otherwise_given
from rapportage.checks.decisions.decided_reserves import from_another, otherwise_left
from rapportage.checks.decisions.decided_rows import other_rows, points_of, swapped_rows
from rapportage.checks.decisions.decided_sums import otherwise_in_all
from rapportage.checks.reading.amounts import Amount, amount, says_rounded_above
from rapportage.checks.reading.table_lines import Line, place_of_slot, tables
from rapportage.checks.subjects import Paper
from rapportage.document import Slot, Table
from rapportage.dutch import amount_text
from rapportage.errors import Finding
from rapportage.inlines import plain

_OF_IT = r"krediet|budget|bedrag|lening|garantie|bijdrage|subsidie|verhoging|investering"
_COVERED = r"(?:dekken|gedekt|dekking|bekostigen|financieren)"
_COVERS = re.compile(
    r"\A[^.;:€]{0,60}?\b(?:dit|deze|dat|hiervoor|daarvoor|hiertoe|daartoe"
    rf"|(?:het|de|die|genoemde?)\s(?:[\w-]+\s)?[\w-]*(?:{_OF_IT}))\b"
    rf"(?=.*\b{_COVERED}\b)",
    re.I,
)
"""'Dit krediet te dekken'."""
_BEHIND = re.compile(
    rf"\b{_COVERED}\s+(?:uit|door|met|ten\slaste\svan|via)\b"
    r"(?P<sources>.*?)(?:[.;]\s|[.;]?\Z|,\s(?:die|dat|waar\w*|zodat|en\sde\s(?:begroting|raming))\b)",
    re.I | re.S,
)
"""'… beschikbaar te stellen, en dit te dekken uit …'."""
_BESIDES = re.compile(
    r"\b(?:rest|restant|restbedrag|resterende?|overige?|deels|gedeeltelijk|waarvan|daarvan|kapitaallasten|rente|afschrij\w+"
    r"|jaarlijkse?|per\sjaar|structure\w+|maximaal|ten\shoogste|hoogstens|circa|ongeveer|stand|saldo|omvang|eerste"
    r"|(?:reserve|voorziening)(?:\s[\w-]+){0,3}\svan\s€)\b|\ben\s(?:uit\s)?(?:de|het)\s[^€]*\Z",
    re.I,
)
"""What says that the amounts are not all of the cover, or something else."""
_TO_DO = re.compile(r"\bte\s[\w-]+en\b", re.I)
_OF_DECISION = re.compile(
    r"\b(?:opbouw|dekking|onderbouwing|opzet|raming|verdeling|besteding|specificatie|begroting|berekening)\b"
    r"[^.;]*?\b(?P<noun>[\w-]*(?:krediet|budget|bijdrage|subsidie|lening))\b",
    re.I,
)
"""What a table is called that tells what the amount of a decision is made of."""
_OTHER_TIME = re.compile(r"\b(?:eerder|vorig|oorspronkelijk|oud|bestaand|huidig)e?\b", re.I)
_FEW_LETTERS = 6
_AT_MOST = 3
"""So many times what is asked for a total may be, and be meant for it."""
_OTHERWISE = "maak de bedragen gelijk; is dit een ander bedrag, zeg dan erbij waarvan"
_HINT = "maak de bedragen gelijk; wordt een deel anders gedekt, zeg dan waaruit"


def not_covered(paper: Paper) -> Iterator[Finding]:
    """Each cover that is not the amount asked for, in a decision or in a table that is called so."""
    decided, others = parted(paper)
    every = [one for words, _ in decided for one in asked_in(words)]
    for told, place in from_another(decided, others):
        yield Finding(told, place, "kijk na uit welke reserve het komt; gaat het om iets anders, zeg dan wat")
    for told, place in otherwise_left(decided, others):
        yield Finding(told, place, "reken het na; verandert er meer aan de reserve, zeg dat er dan bij")
    for told, place in otherwise_in_all(decided, others):
        yield Finding(told, place, _OTHERWISE)
    asked = [one.value for one in every if one.is_by_name]
    for told, place in otherwise_given(decided, others, asked):
        yield Finding(told, place, _OTHERWISE)
    known: list[Asked] = []
    for at, (words, place) in enumerate(decided):
        if told := _other_cover(_with_items(decided, at), known):
            yield Finding(told, place, _HINT)
        known += [one for one in asked_in(words) if one.is_by_name]
    points = points_of(paper)
    for table, lines in tables(paper) if decided else ():
        of_rows = chain(other_rows(table, lines, decided), swapped_rows(table, lines, decided, points))
        for told, place in dict.fromkeys(of_rows):
            yield Finding(told, place, _OTHERWISE)
    for table, lines in tables(paper) if known else ():
        caption = plain(table.caption)
        if _OTHER_TIME.search(caption):
            continue
        if found := _OF_DECISION.search(caption):
            noun = found["noun"].casefold()
            own = [one for one in known if noun.endswith(one.noun.split()[0]) or one.noun.startswith(noun)]
            yield from _in_table(table, lines, own, decided)
        elif _is_of_cover(caption, lines, decided):
            yield from _in_table(table, lines, known, decided)


_COVER = re.compile(r"\bdekking(?:splan|svoorstel)?\b", re.I)
_OTHER_COVER = re.compile(
    r"\b(?:begroting|meerjaren\w*|eerdere?|programma\w*|verloop|standen?|saldi|reserves)\b", re.I
)


def _is_of_cover(caption: str, lines: Sequence[Line], decided: Sequence[Said]) -> bool:
    """Whether a table tells how a decision is paid, whatever it is called: by a row, or by two sources."""
    sources = [line for line in lines if not line.is_total and _given(line.name, decided)]
    if _OTHER_COVER.search(caption) or not sources:
        return False
    is_called = _COVER.search(caption) or any(line.is_total and _COVER.search(line.name) for line in lines)
    return bool(is_called) or len(sources) > 1


def _with_items(decided: Sequence[Said], at: int) -> str:
    """A decision with the items below it, where it ends in a colon."""
    words = decided[at][0]
    if words.rstrip().endswith(":"):
        for item, _ in decided[at + 1 :]:
            if _TO_DO.search(item):
                break
            words = f"{words} {item.rstrip(';.')},"
    return words


def _other_cover(words: str, known: Sequence[Asked]) -> str:
    """What is wrong with a decision on how it is paid, or those before it; '' where that is not clear."""
    own = [one for one in asked_in(words) if one.is_by_name and one.begins]
    behind = _BEHIND.search(words) if own else None
    if behind and words.find(own[-1].words) < behind.start():
        known, words, itself = own, behind["sources"], frozenset[Decimal]()
    elif _COVERS.search(words) and not any(one.noun.endswith(("verhogen", "verlagen")) for one in own):
        itself = frozenset(one.value for one in own)
    else:
        return ""
    values = {one.value for one in known}
    if not values or len(values) > MOST or _BESIDES.search(words):
        return ""
    parts = [one.value for match in ANY_MONEY.finditer(words) if (one := amount(match[0]))]
    parts = [one for one in parts if one not in itself] or parts
    wanted = set(sums(values))
    if not parts or len(parts) > MOST or wanted & set(sums(set(parts))) or sum(parts) in wanted:
        return ""
    return f"deze dekking is samen {_euros(sum(parts, Decimal()))}, en gevraagd is {known[-1].words}"


def _in_table(
    table: Table, lines: Sequence[Line], known: Sequence[Asked], decided: Sequence[Said]
) -> Iterator[Finding]:
    """The total of a table that no decision asks for, and its rows that these give another amount."""
    values = {one.value for one in known}
    wanted = set(sums(values)) if 0 < len(values) <= MOST else set()
    for line in lines:
        numbers = [cell for column in line.cells if (cell := _euro_cell(table, line, column))]
        if not numbers or not wanted:
            continue
        slot, first = numbers[0]
        words = plain(slot.cell.content)
        if line.is_total:
            near = max(wanted) <= _AT_MOST * first.value and first.value <= _AT_MOST * max(wanted)
            if near and line is lines[-1] and not any(one.value in wanted for _, one in numbers):
                message = f"dit totaal is {words}, en in de besluitpunten staat {known[-1].words}"
                yield Finding(message, place_of_slot(table, slot), "maak de bedragen gelijk")
        elif (given := _given(line.name, decided)) and given.value not in [
            abs(one.value) for _, one in numbers
        ]:
            message = f"bij '{line.name}' staat hier {words}, en in de besluitpunten {_euros(given.value)}"
            yield Finding(message, place_of_slot(table, slot), "maak de bedragen gelijk")


def _euro_cell(table: Table, line: Line, column: int) -> tuple[Slot, Amount] | None:
    slot, number = line.cells[column]
    if number is None or number.empty or number.kind != "€" or says_rounded_above(table, column):
        return None
    return slot, number


def _given(name: str, decided: Sequence[Said]) -> Amount | None:
    """The amount that a decision takes from what a row is named after; None where it names it otherwise.

    Two words are enough: 'een specifieke uitkering van het Rijk (€ 240.000)'.
    """
    if len(name) < _FEW_LETTERS:
        return None
    own = re.escape(name)
    first = name.split()[:2]
    if len(first) > 1 and len(first[1]) >= _FEW_LETTERS:
        own = rf"(?:{own}|{re.escape(' '.join(first))}(?:\s[\w-]+){{0,4}})"
    form = re.compile(
        rf"\b{own}\s\((?P<behind>{MONEY})\)"
        rf"|(?P<before>{MONEY})\s(?:te\s[\w-]+\s)?(?:uit|aan|van|ten\slaste\svan)\s(?:de|het)\s{own}\b",
        re.I,
    )
    found = next((one for words, _ in decided if (one := form.search(words))), None)
    return amount(found["behind"] or found["before"]) if found else None


def _euros(value: Decimal) -> str:
    return amount_text(value, 0 if value == value.to_integral_value() else 2)
