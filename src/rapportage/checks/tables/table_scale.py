"""Find numbers in full in a column that counts by the thousand or the million, one or all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.checks.reading.amounts import scale_above
from rapportage.checks.reading.table_lines import place_of_slot, tables
from rapportage.checks.subjects import Paper
from rapportage.dutch import number_text
from rapportage.errors import Finding
from rapportage.inlines import plain

_FEW, _LEAST = 2, 100
_NEAR = 5
_ROUND = 10
"""To a part of the scale so small, numbers in full are written, which by that scale would be very round."""
_FAR = 100
"""A number in full is so many times the largest other one, and once scaled it is near the others."""


def _are_in_full(values: Sequence[Decimal], scale: Decimal) -> bool:
    """Whether numbers are plainly not by this scale: each would be of many millions, and round at that."""
    return (
        len(values) > _FEW
        and all(one >= scale * _LEAST for one in values)
        and all(one % (scale / _ROUND) == 0 for one in values)
        and max(values) >= scale * _LEAST * _ROUND
    )


def not_scaled(paper: Paper) -> Iterator[Finding]:
    """Each 3.540.000 among numbers such as 3.800 in a column 'x € 1.000'."""
    for table, lines in tables(paper):
        for column in range(1, table.columns):
            scale = scale_above(table, column)
            cells = [line.cells[column] for line in lines if column in line.cells and not line.is_total]
            sums = (line.cells[column][1] for line in lines if column in line.cells and line.is_total)
            totals = [one.value for one in sums if one]
            known = [(slot, number) for slot, number in cells if number and not number.empty and number.value]
            values = [abs(number.value) for _, number in known if number.kind != "%"]
            if scale and _are_in_full(values, scale):
                slot = known[0][0]
                message = (
                    f"hier staat {plain(slot.cell.content)}, en deze kolom telt per {number_text(scale, 0)}"
                )
                hint = "zijn dit hele euro's of aantallen, laat dan weg dat de tabel per zoveel telt"
                yield Finding(message, place_of_slot(table, slot), hint)
                break
            for slot, number in known if scale else ():
                others = [abs(one.value) for other, one in known if other is not slot]
                small = [one for one in others if one * _FAR < abs(number.value)]
                if not scale or len(small) < _FEW or len(small) * 2 < len(others):
                    continue
                if any(one >= number.value for one in totals):  # it was added up as it stands
                    continue
                meant = abs(number.value) / scale
                if meant >= _LEAST and min(small) / _NEAR <= meant <= sum(small):
                    words = number_text(meant, max(0, -int(meant.normalize().as_tuple().exponent)))
                    per = number_text(scale, 0)
                    message = f"hier staat {plain(slot.cell.content)}, en deze kolom telt per {per}"
                    yield Finding(message, place_of_slot(table, slot), f"schrijf {words}")
