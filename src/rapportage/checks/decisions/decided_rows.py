"""Find rows of a memo's tables that give what a decision is for another amount than that decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rapportage.checks.decisions.decided_amounts import DECISIONS, MOST, Said, money_in, sums
from rapportage.checks.reading.amounts import Amount, says_rounded_above
from rapportage.checks.reading.table_lines import Line, place_of_slot
from rapportage.checks.reading.told_facts import content_words
from rapportage.checks.subjects import Paper
from rapportage.document import Heading, List, Slot, Table, inlines_of, walk
from rapportage.dutch import amount_text
from rapportage.errors import Place
from rapportage.inlines import plain

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OTHER = re.compile(
    r"\b(?:eerder\w*|vorig\w*|oorspronkelijk\w*|bestaand\w*|huidig\w*|subsidie|besteed|raming|geraamd|per|kapitaal\w*"
    r"|jaarlijks\w*|beheer|onderhoud|rente|verschil|stand|uit|dekking|aanvullend\w*|extra|maximaal)\b",
    re.I,
)
"""What makes a row one of another amount for the same thing, in its own words or those of the title."""
_FEWEST, _AT_MOST = 2, 2
_POINT = re.compile(r"\bbesluitpunt\s(?P<number>[0-9]{1,2})\b", re.I)


def points_of(paper: Paper) -> dict[int, str]:
    """The words of each numbered decision of a memo, by its number."""
    found: dict[int, str] = {}
    is_decided = False
    for block in paper.document.blocks:
        if isinstance(block, Heading):
            is_decided = plain(block.content).strip().casefold() in DECISIONS
        elif is_decided and isinstance(block, List) and block.ordered:
            for number, item in enumerate(block.items, block.start):
                inside = (plain(one) for inner in walk(item.blocks) for one in inlines_of(inner))
                found[number] = " ".join(inside)
    return found


def swapped_rows(
    table: Table, lines: Sequence[Line], decided: Sequence[Said], points: Mapping[int, str]
) -> Iterator[tuple[str, Place]]:
    """Each row with the amount of the decision that another row is named after, and not with its own.

    By its words alone a row is known where the other one has its amount in turn; 'besluitpunt 2' says enough.
    """
    rows = []
    for line in lines:
        found = None if line.is_total or _OTHER.search(line.name) else _amount_of(table, line)
        point = _POINT.findall(line.name)
        at_point = points.get(int(point[0]), "") if len(point) == 1 else ""
        given = _only_money([at_point]) if point else _given(line.name, decided, fewest=1)
        if found and given:
            rows.append((line.name, found[0], abs(found[1].value), given, bool(point)))
    for name, slot, value, given, is_point in rows:
        others = (one for one in rows if one[1] is not slot and value == one[3] != given)
        if value != given and any(one[2] == given or (is_point and one[4]) for one in others):
            said = f"bij '{name}' staat hier {plain(slot.cell.content)}"
            yield f"{said}, en in de besluitpunten {amount_text(given, 0)}", place_of_slot(table, slot)


def other_rows(table: Table, lines: Sequence[Line], decided: Sequence[Said]) -> Iterator[tuple[str, Place]]:
    """Each row that is named after what one decision gives money to, with an amount that it does not have.

    Where the table has that amount in another row, or rows make it together, this one is a part or a whole.
    """
    cells = [found for line in lines if (found := _amount_of(table, line))]
    values = {abs(cell.value) for _, cell in cells}
    if len(values) > MOST or _OTHER.search(plain(table.caption)):
        return
    known = set(sums({cell.value for _, cell in cells})) | set(sums(values))
    for line in lines:
        found = _amount_of(table, line)
        given = None if line.is_total or found is None else _given(line.name, decided)
        if found is None or given is None or given in known:
            continue
        slot, cell = found
        if max(given, cell.value) <= _AT_MOST * min(given, cell.value):
            said = f"bij '{line.name}' staat hier {plain(slot.cell.content)}"
            yield f"{said}, en in de besluitpunten {amount_text(given, 0)}", place_of_slot(table, slot)


def _amount_of(table: Table, line: Line) -> tuple[Slot, Amount] | None:
    """The one amount of a row that has no other number."""
    found = [(slot, cell) for slot, cell in line.cells.values() if cell is not None and not cell.empty]
    if len(found) != 1 or found[0][1].kind != "€" or says_rounded_above(table, found[0][0].column):
        return None
    return found[0]


def _given(name: str, decided: Sequence[Said], fewest: int = _FEWEST) -> Decimal | None:
    """The only amount of the one decision that has all words of a row's name, which are not too few."""
    about, years = content_words(name), set(_YEAR.findall(name))
    if len(about) < fewest or _OTHER.search(name):
        return None
    of_it = [words for words, _ in decided if about <= content_words(words)]
    return _only_money(of_it) if all(years <= set(_YEAR.findall(one)) for one in of_it) else None


def _only_money(texts: Sequence[str]) -> Decimal | None:
    """The one amount of the one text."""
    money = list(money_in(texts[0])) if len(texts) == 1 else []
    return money[0] if len(money) == 1 else None
