"""Find rows that say to be the sum of those above them, and are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapportage.checks.subjects import Paper
from rapportage.document import Row, Slot, Table, grid, place_of, plain, walk
from rapportage.dutch import number_text
from rapportage.errors import Finding, Place
from rapportage.typed import typed_number

_LARGE = re.compile(r"(?P<number>.*?)\s*(?P<word>miljoen|mln\.?|miljard|mld\.?)?")
_POWERS = {"mil": 6, "mln": 6, "mld": 9}
_CALLED = re.compile(r"totaal\b|totalen\b|samen\b", re.I)
_NOTHING = re.compile(r"[\s–—-]*|n\.b\.|p\.?m\.?", re.I)
"""What stands in a cell without a number: it adds nothing."""


def wrong_totals(paper: Paper) -> Iterator[Finding]:
    """Each total of which a column does not add up, or in which nothing can be added up."""
    for block in walk(paper.document.blocks):
        if isinstance(block, Table) and any(row.total for row in block.body):
            yield from _in_table(block)


def _in_table(table: Table) -> Iterator[Finding]:
    slots = grid(table)[len(table.head) :]
    start = 0
    for at, row in enumerate(table.body):
        if row.total:
            all_before = [one for number, one in enumerate(slots[:at]) if not table.body[number].total]
            yield from _of_row(table, row, (slots[start:at], all_before), slots[at])
            start = at + 1


def unmarked_totals(paper: Paper) -> Iterator[Finding]:
    """Each row that is called a total, does not say so to the tool, and does not add up."""
    for block in walk(paper.document.blocks):
        if isinstance(block, Table):
            slots = grid(block)[len(block.head) :]
            for at, row in enumerate(block.body):
                if at and not row.total and row.cells and _CALLED.match(plain(row.cells[0].content)):
                    yield from _called(block, slots[:at], slots[at])


def _called(table: Table, above: Sequence[list[Slot]], total: list[Slot]) -> Iterator[Finding]:
    for slot in total[1:]:
        wanted, found = _number(slot), _sum(above, slot.column)
        countable = found.count and not found.words and not _is_nothing(slot)
        if wanted is not None and countable and not _holds(wanted, found, rounded=True):
            yield replace(_wrong(table, slot, found.value), hint="herstel het getal")


def _of_row(
    table: Table, row: Row, above: tuple[Sequence[list[Slot]], ...], total: list[Slot]
) -> Iterator[Finding]:
    """What is wrong with a total of the rows above it: those since the last total, or all that are none."""
    added = 0
    for slot in total:
        wanted = _number(slot)
        if wanted is None or slot.cell.colspan > 1 or _is_nothing(slot):
            continue
        sums = [_sum(rows, slot.column) for rows in above]
        words = next((one.words for one in sums if one.words), "")
        if words:
            message = f"dit totaal is niet na te tellen: erboven staat '{words[:40]}'"
            yield Finding(message, _place(table, slot), "schrijf daar een getal, of laat de cel leeg")
        elif counted := [one for one in sums if one.count]:
            added += 1
            if not any(_holds(wanted, one, rounded=row.total == "totaal-afgerond") for one in counted):
                yield _wrong(table, slot, counted[0].value)
        added += bool(words)
    if not added:
        message = "in deze rij is geen kolom op te tellen, en zij heet een totaal"
        yield Finding(message, table.place, "zet in elke cel van een kolom een getal, of haal 'totaal' weg")


@dataclass(frozen=True, slots=True)
class _Sum:
    """What a column adds up to: of so many numbers, the last digit of any of them, and words among them."""

    value: Decimal
    count: int
    digit: Decimal
    words: str


def _sum(rows: Sequence[list[Slot]], column: int) -> _Sum:
    cells = [one for slots in rows for one in slots if one.column == column and not one.goes_on]
    numbers = [number for one in cells if (number := _number(one)) is not None]
    words = next((plain(one.cell.content) for one in cells if _number(one) is None), "")
    digit = max(map(_last_digit, numbers), default=Decimal())
    return _Sum(sum(numbers, Decimal()), len(numbers), digit, words)


def _holds(wanted: Decimal, found: _Sum, *, rounded: bool) -> bool:
    slack = max(found.digit, _last_digit(wanted)) * found.count / 2 if rounded else Decimal()
    return abs(found.value - wanted) <= slack


def _wrong(table: Table, slot: Slot, found: Decimal) -> Finding:
    decimals = max(0, -int(found.as_tuple().exponent))
    return Finding(
        f"dit totaal is {plain(slot.cell.content)}, en de rijen erboven zijn samen"
        f" {number_text(found, decimals)}",
        _place(table, slot),
        "herstel het getal; komt het verschil door afronding, schrijf dan 'totaal: afgerond'",
    )


def _place(table: Table, slot: Slot) -> Place:
    return place_of(slot.cell.content) if slot.cell.content else table.place


def _is_nothing(slot: Slot) -> bool:
    return _NOTHING.fullmatch(plain(slot.cell.content)) is not None


def _number(slot: Slot) -> Decimal | None:
    """The number in a cell; nothing counts as zero, words as None."""
    words = plain(slot.cell.content).rstrip("*†")
    if _NOTHING.fullmatch(words):
        return Decimal()
    large = _LARGE.fullmatch(words)
    number = typed_number(large["number"]) if large else None
    if number is None or large is None:
        return number
    word = large["word"] or ""
    return number.scaleb(9 if word.startswith("miljard") else _POWERS.get(word[:3], 0))


def _last_digit(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(number.as_tuple().exponent))
