"""What numbers of a table add up to, and how it is told that something is not their sum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount, amount
from rapportage.checks.reading.table_lines import Line, place_of_slot, slack_of
from rapportage.document import Slot, Table
from rapportage.dutch import number_text
from rapportage.errors import Finding
from rapportage.inlines import plain

_HINT = "herstel het getal; komt het verschil door afronding, "


@dataclass(frozen=True, slots=True)
class Sum:
    """What numbers add up to, with the first words that stand among them."""

    numbers: tuple[Amount, ...]
    words: str = ""

    @property
    def value(self) -> Decimal:
        """The sum of the numbers."""
        return sum((one.value for one in self.numbers), Decimal())

    @property
    def written(self) -> str:
        """The sum as papers have it."""
        return number_text(self.value, max(0, -int(self.value.as_tuple().exponent)))


def sum_of(lines: Iterable[Line], column: int) -> Sum:
    """What a column of these rows adds up to."""
    return sum_of_cells(line.cells[column] for line in lines if column in line.cells)


def sum_of_cells(cells: Iterable[tuple[Slot, Amount | None]]) -> Sum:
    """What these cells add up to."""
    all_cells = list(cells)
    words = next((plain(slot.cell.content) for slot, one in all_cells if one is None), "")
    return Sum(tuple(one for _, one in all_cells if one is not None), words)


def holds(wanted: Amount, found: Sum, *, rounded: bool | None) -> bool:
    """Whether the total is the sum; `rounded` is None where only the numbers themselves can say so."""
    slack = Decimal() if rounded is False else slack_of((wanted, *found.numbers), rounded=rounded is True)
    return abs(found.value - wanted.value) <= slack


def is_between(wanted: Amount, found: Sum) -> bool:
    """Whether a number is none less and none more than those that were added up, as an average is."""
    values = [one.value for one in found.numbers if not one.empty]
    return bool(values) and min(values) <= wanted.value <= max(values)


def nearest(wanted: Amount, sums: Sequence[Sum]) -> Sum:
    """The sum that was most likely meant; of equals the first."""
    return min((one for one in sums if one.numbers), key=lambda one: abs(one.value - wanted.value))


def not_the_sum(table: Table, slot: Slot, found: Sum, way_out: str, others: str = "rijen erboven") -> Finding:
    """That a total is another number than its parts are together, with a way out for rounding."""
    message = f"dit totaal is {plain(slot.cell.content)}, en de {others} zijn samen {found.written}"
    hint = _HINT + way_out
    number = amount(plain(slot.cell.content))
    if number is not None and is_between(number, found):
        hint = f"{hint}; is het een gemiddelde, begin de kop dan met 'Gemiddelde'"
    return Finding(message, place_of_slot(table, slot), hint)
