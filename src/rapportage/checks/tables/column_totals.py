"""Find columns that say to be the sum of those beside them, and are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checks.reading.amounts import Amount, head_words, heading, says_rounded_above
from rapportage.checks.reading.table_lines import ALONE, Line, kind_of, tables
from rapportage.checks.reading.table_names import spans
from rapportage.checks.subjects import Paper
from rapportage.checks.tables.sums import Sum, holds, not_the_sum, sum_of_cells
from rapportage.document import Slot, Table
from rapportage.errors import Finding

_YEARS = re.compile(r"\s+(?:[12][0-9]{3}\s*(?:[-–/]|t/m|tot en met)\s*(?:[12][0-9])?[0-9]{2}|alle jaren)$")
"""What stands behind the head of a total over years."""


def wrong_column_totals(paper: Paper) -> Iterator[Finding]:
    """Each cell of a column headed as a total that is not the sum of its row, where most of them are."""
    for table, lines in tables(paper):
        totals: list[int] = []
        for one in range(table.columns):
            since = range(totals[-1] + 1 if totals else 1, one)
            if _is_headed_a_total(table, one) or spans(
                heading(table, one), [heading(table, part) for part in since]
            ):
                totals.append(one)
        for column, before in zip(totals, [-1, *totals], strict=False):
            left = range(before + 1, column)
            others = [one for one in range(table.columns) if one not in totals]
            ways = (left, left[1:], others, others[1:])
            found = (_in_column(table, lines, column, way) for way in ways)
            yield from next((one for one in found if one is not None), ())


def _is_headed_a_total(table: Table, column: int) -> bool:
    words = head_words(table, column)
    return bool(words) and ALONE.fullmatch(_YEARS.sub("", words[-1])) is not None


def _in_column(
    table: Table, lines: Sequence[Line], column: int, parts: Sequence[int]
) -> list[Finding] | None:
    """The cells that are not the sum of these columns; None where too few are for it to be meant."""
    kind = kind_of(lines, column)
    numeric = [one for one in parts if kind is not None and kind_of(lines, one) == kind]
    if len(numeric) < 2:
        return None
    told = says_rounded_above(table, column)
    rows = [row for line in lines if (row := _row_of(line, column, numeric)) is not None]
    wrong = [(slot, found) for slot, wanted, found in rows if not holds(wanted, found, rounded=told or None)]
    if len(rows) - len(wrong) <= max(1, len(wrong)):
        return None
    way_out = "zet dan '(afgerond)' achter de kop"
    return [not_the_sum(table, slot, found, way_out, "cellen ernaast") for slot, found in wrong]


def _row_of(line: Line, column: int, parts: Sequence[int]) -> tuple[Slot, Amount, Sum] | None:
    """The total of a row with the sum of its parts; None where it cannot be counted."""
    slot, wanted = line.cells.get(column, (None, None))
    found = sum_of_cells(line.cells[one] for one in parts if one in line.cells)
    counted = len(found.numbers) == len(parts) and all(one.known for one in found.numbers)
    if slot is None or wanted is None or wanted.empty or not counted:
        return None
    return slot, wanted, found
