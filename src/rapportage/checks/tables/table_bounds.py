"""Numbers of tables that cannot be: an average beyond what it is of, shares beyond the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount
from rapportage.checks.reading.table_lines import ALONE, Line, place_of_slot, tables
from rapportage.checks.subjects import Paper
from rapportage.document import Slot, Table
from rapportage.dutch import number_text
from rapportage.errors import Finding
from rapportage.inlines import plain

_AVERAGE = re.compile(r"(?:het\s+)?gemiddelde?(?:\s+van\s+.*)?:?", re.I)
_OF_REGION = re.compile(
    r"(?:het\s+)?regio(?:naal\s+)?gemiddelde:?|gemiddelde?\s+(?:in\s+de\s+)?regio:?", re.I
)
"""An average of which rows may be left out, so that it may lie somewhat beyond them."""
_SOMEWHAT = 10
_WHOLE, _ROUNDED = 100, 2
"""What shares are at most together, and how far rounding takes them beyond."""


def beyond_bounds(paper: Paper) -> Iterator[Finding]:
    """Each average that lies outside what it is the average of, and each total of percentages beyond all."""
    for table, lines in tables(paper):
        for at, line in enumerate(lines):
            above = [one for one in lines[:at] if not one.is_total]
            for column, (slot, number) in line.cells.items():
                if number is None or number.empty or not number.known:
                    continue
                numbers = _numbers(above, column, number.kind)
                if _AVERAGE.fullmatch(line.name) and len(numbers) > 1:
                    yield from _outside(table, slot, number, numbers)
                elif _OF_REGION.fullmatch(line.name) and len(numbers) > 2:
                    values = [one.value for one in numbers]
                    if number.value * _SOMEWHAT > max(values) * (_SOMEWHAT + 1):
                        yield from _outside(table, slot, number, numbers)
                elif ALONE.fullmatch(line.name) and number.kind == "%" and len(numbers) > 1:
                    yield from _beyond(table, slot, number, numbers)


def _numbers(lines: Sequence[Line], column: int, kind: str) -> list[Amount]:
    """The numbers of this kind above; none where something else stands among them."""
    found = [line.cells[column][1] for line in lines if column in line.cells]
    known = [one for one in found if one is not None and one.known and one.kind == kind]
    return [one for one in known if not one.empty] if len(known) == len(found) else []


def _outside(table: Table, slot: Slot, average: Amount, numbers: Sequence[Amount]) -> Iterator[Finding]:
    least, most = min(one.value for one in numbers), max(one.value for one in numbers)
    if not least - average.digit <= average.value <= most + average.digit:
        lie = " tot ".join(number_text(one, max(0, -int(one.as_tuple().exponent))) for one in (least, most))
        message = f"dit gemiddelde is {plain(slot.cell.content)}, en de getallen erboven gaan van {lie}"
        yield Finding(
            message, place_of_slot(table, slot), "herstel het getal, of noem de rij naar wat erin staat"
        )


def _beyond(table: Table, slot: Slot, total: Amount, numbers: Sequence[Amount]) -> Iterator[Finding]:
    together = sum((one.value for one in numbers), Decimal())
    if total.value > _WHOLE + _ROUNDED and abs(together - total.value) <= len(numbers) * total.digit:
        message = f"deze aandelen zijn samen {plain(slot.cell.content)}, en meer dan 100% is er niet"
        yield Finding(
            message, place_of_slot(table, slot), "herstel de aandelen, of laat de cel van het totaal leeg"
        )
