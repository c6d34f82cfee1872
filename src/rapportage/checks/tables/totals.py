"""Find rows that say to be the sum of others, and are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount, heading, says_rounded_above
from rapportage.checks.reading.table_lines import (
    ALONE,
    Line,
    lines_of,
    place_of_slot,
    tables,
)
from rapportage.checks.reading.table_names import spans
from rapportage.checks.subjects import Paper
from rapportage.checks.tables.sums import Sum, holds, is_between, nearest, not_the_sum, sum_of
from rapportage.checks.tables.table_ratios import of_their_own_row
from rapportage.checks.tables.table_stands import MOMENT
from rapportage.document import Slot, Table, Total
from rapportage.errors import Finding, Place
from rapportage.inlines import plain

_WHOLE_ALONE = re.compile(rf"(?!sub){ALONE.pattern}", re.I)
_CALLED_SO = re.compile(r"totaal|totalen|som", re.I)
_TOTALS: tuple[Total, ...] = ("totaal", "totaal-afgerond")
_OTHER_TIME = re.compile(r"[0-9]|\bvorige?\b|\beerder", re.I)
_PART = re.compile(r"[\s–-]*(?:waarvan|w\.v\.|w\.o\.|waaronder)", re.I)
"""A row that tells a part of the row above it, and may count for nothing."""
_NO_SUM = re.compile(r"\bgem\.|\b(?:gemiddelde?n?|mediaan|per|index\w*)\b", re.I)
"""What a column says whose total is not the sum."""
_RATE = re.compile(
    r"(?:tijd|duur|cijfer|leeftijd|score|graad|waardering|prijs|tarief|koers|norm|dichtheid|temperatuur)"
    r"(?:en|s)?\b|\A(?:in )?(?:weken|dagen|maanden|minuten|jaren)\Z",
    re.I,
)
"""What a column says whose total may well be the average."""
_EACH_ONCE = re.compile(r"\bunie[kt]|\bontdubbeld|\bzonder\sdubbel", re.I)
_MORE_THAN_ONE = re.compile(
    r"\bmeer(?:dere)?\s(?:dan\s(?:een|één|1)\s)?"
    r"(?:vorm|voorziening|soort|antwoord|keuze|hulp|categorie|reden|keer)",
    re.I,
)
"""What says that one may be counted in several rows, and so is once in their total."""
_PERCENT = re.compile(r"%|\bprocent\b|\bpercentages?\b", re.I)
_SHARE = re.compile(r"\b(?:aan)?deel\b|\bverdeling\b", re.I)
_SIGN = re.compile(r"[vn]\.?|voordelig|nadelig|voordeel|nadeel", re.I)
_WHOLE = Decimal(100)
_MOST_FIRST = 40
"""So many rows below a total may be all that it counts, where others follow."""


def wrong_totals(paper: Paper) -> Iterator[Finding]:
    """Each marked total of which a column does not add up, or in which nothing can be added up."""
    for table, lines in tables(paper):
        for at, line in enumerate(lines):
            if line.row.total:
                yield from _of_row(table, line, lines[:at])


def unmarked_totals(paper: Paper) -> Iterator[Finding]:
    """Each row that is called a total or must be one, does not say so to the tool, and does not add up."""
    yield from _sums_by_another_name(paper)
    for table, lines in tables(paper):
        if any(_has_signs(lines, column) for column in range(table.columns)):
            continue
        for at, line in enumerate(lines):
            if not line.row.total and line.is_called_a_total and _may_be_their_sum(line, lines[:at]):
                yield from _called(table, line, _added(lines[:at]))
        if lines and not lines[0].row.total and ALONE.fullmatch(lines[0].name):
            yield from _called(table, lines[0], _below(lines), "rijen eronder")


def with_total(table: Table) -> Table:
    """The table whose last row is a total, where it is called so and nothing else, and adds up."""
    if len(table.body) < 2 or table.body[-1].total:
        return table
    last = table.body[-1]
    if not _CALLED_SO.fullmatch(plain(last.cells[0].content).strip()):
        return table
    for kind in _TOTALS:
        made = replace(table, body=(*table.body[:-1], replace(last, total=kind)))
        *above, total = lines_of(made)
        as_called = () if all(line.is_total for line in above) else _called(made, total, _added(above))
        counts = any(number.known for _, _, number in _wanted(total))
        if counts and not any(as_called) and not any(_of_row(made, total, above)):
            return made
    return table


def _has_signs(lines: Sequence[Line], column: int) -> bool:
    """Whether a column says of each number whether it counts for or against: V(oordelig) or N(adelig)."""
    words = [plain(line.cells[column][0].cell.content).strip() for line in lines if column in line.cells]
    return any(words) and all(not one or _SIGN.fullmatch(one) for one in words)


# --- rows ------------------------------------------------------------------------------------


def _added(lines: Sequence[Line]) -> list[list[Line]]:
    """What a total below these rows may be the sum of, the likeliest first.

    Those since the total before it; all that are no totals; the same without parts of a row above; the
    totals, with what comes behind the last.
    """
    totals = [at for at, line in enumerate(lines) if line.is_total]
    since = list(lines[totals[-1] + 1 :]) if totals else list(lines)
    ways = [since, [line for line in lines if not line.is_total]]
    ways += [[line for line in way if not _PART.match(line.name)] for way in ways]
    return [way for way in (*ways, [*(lines[at] for at in totals), *since]) if way]


_LEAST, _NEARLY = 10, 5
"""So large a sum is no chance, and so near, as a part of it, a wrong one lies."""


def _sums_by_another_name(paper: Paper) -> Iterator[Finding]:
    """Each last row that is the sum by its time, or in its other columns, and is not in one of them."""
    for table, lines in tables(paper):
        if len(lines) < 3 or any(line.is_total or _PART.match(line.name) for line in lines):
            continue
        *parts, last = lines
        if MOMENT.fullmatch(last.name):  # it is what the first became
            continue
        is_span = spans(last.name, [line.name for line in parts])
        found = [(slot, wanted, sum_of(parts, column)) for column, slot, wanted in _counted(table, last)]
        sums = [one for one in found if not one[2].words and len(one[2].numbers) == len(parts)]
        right = [one for one in sums if holds(one[1], one[2], rounded=None) and one[2].value >= _LEAST]
        for slot, wanted, total in sums if is_span or (right and len(parts) > 2) else ():
            apart = abs(wanted.value - total.value)
            if not holds(wanted, total, rounded=None) and apart * _NEARLY <= abs(total.value):
                yield not_the_sum(table, slot, total, "schrijf dan '(afgerond)' achter de naam van de rij")


def _counted(table: Table, line: Line) -> Iterator[tuple[int, Slot, Amount]]:
    """The cells of a row that count something, and are neither shares nor averages."""
    for column, slot, wanted in _wanted(line):
        head = heading(table, column)
        is_rate = any(form.search(head) for form in (_NO_SUM, _RATE, _PERCENT)) or wanted.kind == "%"
        if column and wanted.known and not is_rate and not says_rounded_above(table, column, line.name):
            yield column, slot, wanted


def _may_be_their_sum(total: Line, above: Sequence[Line]) -> bool:
    """Whether a row that is called a total can be one of these rows, and does not stand beside the last."""
    if all(line.is_total for line in above):
        return False
    behind_a_total = above[-1].is_total and not ALONE.fullmatch(total.name)
    return not (behind_a_total and (_OTHER_TIME.search(total.name) or _WHOLE_ALONE.fullmatch(above[-1].name)))


def _of_row(table: Table, total: Line, above: Sequence[Line]) -> Iterator[Finding]:
    """What is wrong with a row that says to be the total of those above it."""
    added = False
    for column, slot, wanted in _wanted(total):
        if _NO_SUM.search(heading(table, column)):
            added = True
            continue
        sums = [found for way in _added(above) if (found := sum_of(way, column)).numbers or found.words]
        countable = [one for one in sums if not one.words]
        added |= bool(sums)
        if sums and not countable:
            yield _not_counted(table, slot, sums[0].words)
        elif sums and all(number.known for one in countable for number in one.numbers):
            rounded = total.row.total == "totaal-afgerond"
            if wanted.kind == "%" and (
                any(is_between(wanted, one) for one in countable)
                or of_their_own_row(table, [*above, total], column)
            ):
                continue  # a share of the total itself, as the rows have one of theirs
            if any(_is_no_sum(table, column, total, wanted, one) for one in countable):
                continue
            if not any(holds(wanted, one, rounded=rounded) for one in countable):
                yield not_the_sum(table, slot, nearest(wanted, countable), "schrijf dan 'totaal: afgerond'")
    if not above:
        hint = "zet haar onder de rijen die zij optelt, of haal 'totaal' weg"
        place = _place_of(table, total)
        yield Finding("deze rij heet een totaal, en er staat geen rij boven", place, hint)
    elif not added and not any(number and not number.known for _, number in total.cells.values()):
        yield _nothing_to_add(table, total)


def _is_no_sum(table: Table, column: int, total: Line, wanted: Amount, found: Sum) -> bool:
    """Whether a total can be the average that words call it, or counts once what is in several rows."""
    if is_between(wanted, found) and (_RATE.search(heading(table, column)) or _NO_SUM.search(total.name)):
        return True
    said = f"{total.name} {heading(table, column)}"
    once = _EACH_ONCE.search(said) or _MORE_THAN_ONE.search(f"{said} {plain(table.caption)}")
    largest = max((one.value for one in found.numbers), default=Decimal())
    return once is not None and largest <= wanted.value <= found.value


def _wanted(total: Line) -> Iterator[tuple[int, Slot, Amount]]:
    """The cells of a total with a number in them, each with its column."""
    for column, (slot, number) in total.cells.items():
        if number is not None and not number.empty and slot.cell.colspan == 1:
            yield column, slot, number


def _not_counted(table: Table, slot: Slot, words: str) -> Finding:
    message = f"dit totaal is niet na te tellen: erboven staat '{words[:40]}'"
    return Finding(message, place_of_slot(table, slot), "schrijf daar een getal, of laat de cel leeg")


def _nothing_to_add(table: Table, total: Line) -> Finding:
    message = "in deze rij is geen kolom op te tellen, en zij heet een totaal"
    words = (plain(slot.cell.content) for slot, number in total.cells.values() if number is None)
    with_number = next((one for one in words if re.search("[0-9]", one)), "")
    hint = "zet in elke cel van een kolom een getal, of haal 'totaal' weg"
    if with_number:
        hint = f"'{with_number[:40]}' is geen getal alleen: zet de woorden erbij in de kop van de kolom"
    return Finding(message, _place_of(table, total), hint)


def _place_of(table: Table, line: Line) -> Place:
    """Where a row begins."""
    return next((place_of_slot(table, slot) for slot, _ in line.cells.values()), table.place)


def _below(lines: Sequence[Line]) -> list[list[Line]]:
    """What a total in the first row may be the sum of: all that follow, or the first of them."""
    rest = list(lines[1:])
    if len(rest) < 2 or any(line.is_total or _PART.match(line.name) for line in rest):
        return []
    return [rest, *(rest[:count] for count in range(2, min(len(rest), _MOST_FIRST)))]


def _called(
    table: Table, total: Line, ways: Sequence[Sequence[Line]], others: str = "rijen erboven"
) -> Iterator[Finding]:
    """What is wrong with a row that is only called a total; where it may be none it is left alone."""
    # One row is no reason for a total of it, where the name may be that of another row.
    least = 1 if ALONE.fullmatch(total.name) else 2
    for column, slot, wanted in _wanted(total):
        sums = [sum_of(way, column) for way in ways]
        first = next((one for one in sums if len(one.numbers) >= least), None)
        if first is None or any(one.words for one in sums) or not _adds_up(table, column, wanted, first):
            continue
        if any(_is_no_sum(table, column, total, wanted, one) for one in sums):
            continue
        told = says_rounded_above(table, column, total.name)
        if not any(holds(wanted, one, rounded=told or None) for one in sums):
            meant = nearest(wanted, sums) if others == "rijen erboven" else first
            yield not_the_sum(table, slot, meant, "noem de rij dan 'Totaal (afgerond)'", others)


def _adds_up(table: Table, column: int, wanted: Amount, found: Sum) -> bool:
    """Whether the total of such a column is a sum: no average, no rate, and nothing in it is unknown."""
    head = heading(table, column)
    if _NO_SUM.search(head) or not all(one.known for one in found.numbers):
        return False
    if not _PERCENT.search(head) and "%" not in (wanted.kind, *(one.kind for one in found.numbers)):
        return not all(one.empty for one in found.numbers)
    is_whole = abs(wanted.value - _WHOLE) <= 1
    return is_whole and (_SHARE.search(head) is not None or abs(found.value - _WHOLE) <= 20)
