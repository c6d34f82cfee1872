"""Find rows that say to be the sum of those above them, and are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.checks.subjects import Paper
from rapportage.document import Row, Slot, Table, grid, place_of, plain, walk
from rapportage.dutch import number_text
from rapportage.errors import Finding
from rapportage.typed import typed_number

_LARGE = re.compile(r"(?P<number>.*?)\s*(?P<word>miljoen|mln\.?|miljard|mld\.?)?")
_POWERS = {"mil": 6, "mln": 6, "mld": 9}
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
            yield from _of_row(table, row, slots[start:at], slots[at])
            start = at + 1


def _of_row(table: Table, row: Row, above: Sequence[list[Slot]], total: list[Slot]) -> Iterator[Finding]:
    added = 0
    for slot in total:
        wanted = _number(slot)
        parts = [_number(one) for slots in above for one in slots if one.column == slot.column]
        if wanted is None or slot.cell.colspan > 1 or not parts or None in parts:
            continue
        added += 1
        numbers = [part for part in parts if part is not None]
        found = sum(numbers, Decimal())
        digit = max(_last_digit(one) for one in (wanted, *numbers))
        slack = digit * len(numbers) / 2 if row.total == "totaal-afgerond" else Decimal()
        if abs(found - wanted) > slack:
            decimals = max(0, -int(min(found.as_tuple().exponent, wanted.as_tuple().exponent)))
            yield Finding(
                f"dit totaal is {plain(slot.cell.content)}, en de rijen erboven zijn samen"
                f" {number_text(found, decimals)}",
                place_of(slot.cell.content) if slot.cell.content else table.place,
                "herstel het getal; komt het verschil door afronding, schrijf dan 'totaal: afgerond'",
            )
    if not added:
        message = "in deze rij is geen kolom op te tellen, en zij heet een totaal"
        yield Finding(message, table.place, "zet in elke cel van een kolom een getal, of haal 'totaal' weg")


def _number(slot: Slot) -> Decimal | None:
    """The number in a cell; nothing counts as zero, words as None."""
    words = plain(slot.cell.content)
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
