"""Numbers of a sentence that are a cell's but for a slip: two digits swapped, or the thousands lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from rapportage.checks.reading.amounts import Amount
from rapportage.checks.reading.table_names import Mention, SpokenTable
from rapportage.checks.reading.table_numbers import BEHIND, SaidNumber

_PER = re.compile(r"\s(?:per|meer|minder|hoger|lager|extra|van\sde)\b", re.I)
_OTHER = re.compile(
    r"\b(?:eerder\w*|vorige?|oorspronkelijk\w*|landelijk\w*|gemiddeld\w*|nieuwe?|zou|zouden|niet|geen|toen|volgend\w*)\b",
    re.I,
)
"""What makes it a number of another time or of something else."""
_ALL = re.compile(r"\b(?:totaal|totale|samen|opgeteld|elkaar|alle)\b", re.I)
_THOUSAND = 1000
_FEW, _MANY = 2, 4
"""So many digits a number has that is known by them: an amount of a row, and any of a total."""


def slipped(
    sentence: str, rows: Sequence[Mention], numbers: Sequence[SaidNumber], table: SpokenTable
) -> tuple[SaidNumber, int, int, Amount] | None:
    """The first number that is a cell's by all but a slip, with its row, its column and the cell."""
    if _OTHER.search(sentence) or any(number.is_rough for number in numbers):
        return None
    every = [cell for row in range(len(table.lines)) for _, cell in _cells(row, table)]
    for number in numbers:
        is_else = "€" not in number.words and not table.tells(sentence)  # it may be of anything
        alike = (cell for cell in every if _is_alike(number, cell))
        if is_else or _PER.match(sentence, number.end) or any(map(number.may_be, alike)):
            continue
        for row in _rows_of(sentence, number, rows, table):
            for column, cell in _cells(row, table):
                if _is_slip(number, cell, is_row=row in table.rows, counts=_counts(number, sentence, table)):
                    return number, row, column, cell
    return None


def slipped_difference(
    sentence: str, rows: Sequence[Mention], numbers: Sequence[SaidNumber], table: SpokenTable
) -> tuple[SaidNumber, int, str, Amount] | None:
    """The first amount that is by a slip what two columns of its row differ, with row and heads."""
    if _OTHER.search(sentence) or any(number.is_rough for number in numbers):
        return None
    for number in numbers:
        if "€" not in number.words or _PER.match(sentence, number.end) or len(_digits(number.value)) <= _FEW:
            continue
        every = range(len(table.lines))
        known = (cell for row in every for _, cell in (*_cells(row, table), *_differences(row, table)))
        if any(_is_alike(number, cell) and number.may_be(cell) for cell in known):
            continue
        for row in _rows_of(sentence, number, rows, table):
            for heads, apart in _differences(row, table):
                if are_swapped(abs(number.value), apart.value):
                    return number, row, heads, apart
    return None


def _differences(row: int, table: SpokenTable) -> Iterator[tuple[str, Amount]]:
    """What each two amounts of a row differ, with the heads of their columns."""
    amounts = [(column, cell) for column, cell in _cells(row, table) if cell.kind == "€"]
    for (first, one), (last, other) in combinations(amounts, 2):
        if one.scale == other.scale:
            heads = f"'{table.columns[first]}' en '{table.columns[last]}'"
            yield heads, replace(one, value=abs(one.value - other.value))


def _rows_of(sentence: str, number: SaidNumber, rows: Sequence[Mention], table: SpokenTable) -> Sequence[int]:
    """The row named last before a number, or the only one; the totals where none is named."""
    if not rows:
        is_amount = "€" in number.words and (len(table.columns) == 1 or table.columns_named(sentence))
        is_known = is_amount or _ALL.search(sentence) or len(_digits(number.value)) >= _MANY
        return [at for at, line in enumerate(table.lines) if line.is_total] if is_known else ()
    before = [one.number for one in rows if one.end <= number.start]
    return before[-1:] or ([rows[0].number] if len(rows) == 1 else ())


def _cells(row: int, table: SpokenTable) -> Iterator[tuple[int, Amount]]:
    for column in table.columns:
        if cell := table.cell(row, column):
            yield column, cell


def _is_slip(number: SaidNumber, cell: Amount, *, is_row: bool, counts: bool) -> bool:
    is_amount = "€" in number.words
    if not _is_alike(number, cell) or (cell.kind == "€" and not is_amount):
        return False
    said, meant = abs(number.value), abs(cell.value)
    if is_amount and cell.scale != 1 and said >= _THOUSAND and said * cell.scale == meant:
        return True
    least = _FEW if is_row and (is_amount or counts) else _FEW + 1
    return len(_digits(said)) >= least and are_swapped(said, meant)


def _counts(number: SaidNumber, sentence: str, table: SpokenTable) -> bool:
    """Whether a sentence says of a number that it counts what the table does: '38 woningen'."""
    behind = BEHIND.match(sentence, number.end)
    return behind is not None and table.uses(behind["noun"]) and table.tells(sentence)


def _is_alike(number: SaidNumber, cell: Amount) -> bool:
    return number.words.endswith("%") == (cell.kind == "%")


def _digits(value: Decimal) -> str:
    return "".join(map(str, abs(value).normalize().as_tuple().digits))


def are_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ in two neighbouring digits, or in one of many that stands two places off."""
    least = min(int(number.normalize().as_tuple().exponent) for number in (one, other))
    first, last = (str(int(number.scaleb(-least))) for number in (one, other))
    at = [place for place, (a, b) in enumerate(zip(first, last, strict=False)) if a != b]
    if len(first) != len(last) or not at or at[-1] - at[0] > (2 if len(first) > _MANY else 1):
        return False
    ours, theirs = (text[at[0] : at[-1] + 1] for text in (first, last))
    return theirs in (ours[1:] + ours[0], ours[-1] + ours[:-1])
