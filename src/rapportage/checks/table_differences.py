"""Find columns and rows that say to be the difference of two others, and are not."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rapportage.checks.amounts import Amount, head_words
from rapportage.checks.subjects import Paper
from rapportage.checks.table_lines import ALONE, Line, kind_of, place_of_slot, slack_of, tables
from rapportage.document import Slot, Table, plain
from rapportage.dutch import number_text
from rapportage.errors import Finding

_SURE = re.compile(r"(?:het\s+)?(?:verschil|saldo)\s*:?", re.I)
_RESULT = re.compile(r"(?:(?:het\s+)?resultaat|exploitatieresultaat)\s*:?", re.I)
"""What is a difference where it stands below income and expenses."""
_LIKELY = re.compile(
    r"(?:verschil|saldo|mutatie|toename|afname|groei|resultaat|toe- of afname)\s*(?:\([^)]*\))?:?", re.I
)
_IN = re.compile(r"\b\w*(?:inkomsten|baten|ontvangsten|opbrengsten)\b", re.I)
_OUT = re.compile(r"\b\w*(?:uitgaven|lasten|kosten|bestedingen)\b", re.I)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_HINT = "herstel het getal, of noem de {} naar wat erin staat"


@dataclass(frozen=True, slots=True)
class _Difference:
    """A cell with the two numbers that it should be the difference of."""

    slot: Slot
    wanted: Amount
    first: Amount
    second: Amount

    @property
    def apart(self) -> Decimal:
        return abs(self.second.value - self.first.value)

    @property
    def holds(self) -> bool:
        slack = slack_of((self.wanted, self.first, self.second), rounded=False)
        ways = [self.apart]
        if self.first.value * self.second.value < 0:  # what goes out may be written with a minus
            ways.append(abs(self.first.value + self.second.value))
        return any(abs(abs(self.wanted.value) - one) <= slack for one in ways)

    @property
    def way(self) -> int:
        """1 where it counts from the first to the second, -1 the other way round, 0 where none shows."""
        product = self.wanted.value * (self.second.value - self.first.value)
        return (product > 0) - (product < 0)


def wrong_differences(paper: Paper) -> Iterator[Finding]:
    """Each cell of a column or row that is called a difference, and is not that of the two beside it."""
    for table, lines in tables(paper):
        lasts = {column: words[-1] for column in range(table.columns) if (words := head_words(table, column))}
        differences = {column for column, words in lasts.items() if _LIKELY.fullmatch(words)}
        for column in differences:
            is_sure = _SURE.fullmatch(lasts[column]) is not None
            yield from _of_column(table, lines, column, is_sure=is_sure)
        for at, line in enumerate(lines):
            if _SURE.fullmatch(line.name) or _RESULT.fullmatch(line.name):
                above = lines[max(0, at - _MOST_ABOVE) : at]
                yield from _of_row(table, line, above, set(line.cells) - differences)


def _of_column(table: Table, lines: Sequence[Line], column: int, *, is_sure: bool) -> Iterator[Finding]:
    kind = kind_of(lines, column)
    heads = [" ".join(head_words(table, one)) for one in range(table.columns)]
    numeric = [
        one
        for one in range(table.columns)
        if one != column
        and kind is not None
        and kind_of(lines, one) == kind
        and not _LIKELY.fullmatch(heads[one])
        and not ALONE.fullmatch(heads[one])
    ]
    if numeric[:1] == [0] and (len(numeric) > 2 or _are_years(lines)):  # what heads the rows
        del numeric[0]
    pairs = list(combinations(numeric[:_MOST_COLUMNS], 2))
    found = [[one for line in lines if (one := _in_line(line, column, *pair))] for pair in pairs]
    found = [one for one in found if one]
    if not found:
        return
    best = max(found, key=lambda one: sum(each.holds for each in one))
    right = [one for one in best if one.holds]
    wrong = [one for one in best if not one.holds]
    is_sure = is_sure and len(pairs) == 1 and kind != "%"
    if not is_sure and len(right) <= max(1, len(wrong)):
        return
    for one in wrong:
        yield _told(table, one, "kolom")
    if any(one.wanted.value < 0 for one in best):
        yield from _against_the_others(table, right)


def _are_years(lines: Sequence[Line]) -> bool:
    """Whether the first column says of which year each row is."""
    return all(
        _YEAR.fullmatch(plain(line.cells[0][0].cell.content).strip()) for line in lines if 0 in line.cells
    )


_MOST_COLUMNS = 6
_MOST_ABOVE = 40
"""So many columns, and rows above it, may be what a difference is of."""


def _in_line(line: Line, column: int, first: int, second: int) -> _Difference | None:
    cells = [line.cells.get(one) for one in (column, first, second)]
    if any(cell is None or cell[1] is None or cell[1].empty for cell in cells):
        return None
    (slot, wanted), (_, one), (_, other) = (cell for cell in cells if cell is not None)
    return _Difference(slot, wanted, one, other) if wanted and one and other else None


def _against_the_others(table: Table, found: Sequence[_Difference]) -> Iterator[Finding]:
    """The differences that count the other way round than most do, where signs are written at all."""
    up = [one for one in found if one.way > 0]
    down = [one for one in found if one.way < 0]
    less, more = sorted((up, down), key=len)
    if len(more) > len(less):
        for one in less:
            words = plain(one.slot.cell.content)
            message = f"dit verschil is {words}, en heeft een ander teken dan de andere in deze kolom"
            yield Finding(message, place_of_slot(table, one.slot), "kijk het teken na")


def _of_row(
    table: Table, difference: Line, above: Sequence[Line], columns: Container[int]
) -> Iterator[Finding]:
    """What is wrong in these columns with a row that is called a difference.

    It stands below two rows or below income and expenses, and has the sign of what comes in less what goes
    out in all columns, or the other one in all.
    """
    parts = [line for line in above if any(one and not one.empty for _, one in line.cells.values())]
    incomes, expenses = (_only([line for line in parts if form.search(line.name)]) for form in (_IN, _OUT))
    both = [incomes, expenses] if incomes and expenses else parts
    if len(both) != 2 or (not (incomes and expenses) and _RESULT.fullmatch(difference.name)):
        return
    first, second = both
    found = []
    for column, (slot, wanted) in difference.cells.items():
        cells = first.cells.get(column), second.cells.get(column)
        numbers = [cell[1] for cell in cells if cell is not None and cell[1] and not cell[1].empty]
        if column in columns and wanted and not wanted.empty and wanted.kind != "%" and len(numbers) == 2:
            one = _Difference(slot, wanted, *numbers)
            if numbers[0].kind == numbers[1].kind == wanted.kind:
                found.append(one)
    for one in found:
        if not one.holds:
            yield _told(table, one, "rij")
    if incomes and expenses:
        as_income = [one for one in found if one.holds and one.way < 0]
        otherwise = [one for one in found if one.holds and one.way > 0]
        for one in otherwise if len(otherwise) <= len(as_income) else as_income:
            message = f"'{plain(one.slot.cell.content)}' heeft een ander teken dan de andere in deze rij"
            yield Finding(message, place_of_slot(table, one.slot), "kijk het teken na")


def _only(lines: Sequence[Line]) -> Line | None:
    """The one row, or the one total of them; None where it is not clear which is meant."""
    if len(lines) > 1:
        lines = [line for line in lines if line.is_total]
    return lines[0] if len(lines) == 1 else None


def _told(table: Table, one: _Difference, what: str) -> Finding:
    decimals = max(0, -int(one.apart.normalize().as_tuple().exponent))
    words = plain(one.slot.cell.content)
    message = (
        f"dit verschil is {words}, en de twee getallen ernaast schelen {number_text(one.apart, decimals)}"
    )
    if what == "rij":
        message = message.replace("ernaast", "erboven")
    return Finding(message, place_of_slot(table, one.slot), _HINT.format(what))
