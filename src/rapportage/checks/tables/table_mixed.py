"""What a sentence gives one row of a table, and the table another: name or number is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapportage.checks.reading.amounts import Amount
from rapportage.checks.reading.table_names import SpokenTable
from rapportage.checks.reading.table_numbers import SaidNumber, said_numbers
from rapportage.earlier_times import OTHER_TIME

_CLAUSE = re.compile(r"[;:]\s|,?\s(?:en|maar|terwijl|want|waar)\s|\s\(|\)")
_OF_MORE = re.compile(
    rf"\b(?:{OTHER_TIME}|dan|tegen(?:over)?|norm\w*|doel\w*|streef\w*|gemiddeld\w*|opzichte|samen|totaal|totale|elk\w*|alle"
    r"|allemaal|iedere?|beide|overige?|andere?|rest|van\sde|verschil\w*|scheelt|zou|zouden|niet|geen|landelijk\w*|meer"
    r"|minder|hoger|lager|naast|behalve|boven|onder|plus|erbij|eraf)\b",
    re.I,
)
"""What makes a number one beside that of the row, or of something else than the table has."""
_FEWEST_DIGITS = 2
_SURE_DIGITS = 3


def of_another_row(sentence: str, table: SpokenTable) -> str:
    """That a number which one row has is given to another; '' where that is not clear.

    Only a number with decimals, an amount or a long one is known by itself; what the row could have by its
    own cells, or their difference or sum, is its own.
    """
    for clause in _CLAUSE.split(sentence):
        rows = {one.number for one in table.rows_named(clause)}
        if len(rows) != 1 or not rows <= table.rows.keys() or _OF_MORE.search(clause):
            continue
        (row,) = rows
        mentions = [*table.rows_named(clause), *table.columns_named(clause)]
        for number in said_numbers(clause, mentions):
            others = [at for at in table.rows if at != row and _has(at, number, table)]
            if len(others) != 1 or not _is_known(number) or _may_have(row, number, table):
                continue
            own = _beside(row, others[0], number, table)
            if own is not None:
                name, other = table.rows[row], table.rows[others[0]]
                return (
                    f"hier staat {number.words} bij '{name}', en in {table.called} is dat van '{other}':"
                    f" bij '{name}' staat daar {number.shown_of(own)}"
                )
    return ""


def _is_known(number: SaidNumber) -> bool:
    """Whether a number is hardly ever the same by chance."""
    value = number.value if "," in number.words else number.value.normalize()
    fewest = _FEWEST_DIGITS if "," in number.words else _SURE_DIGITS
    return not number.is_rough and len(value.as_tuple().digits) >= fewest


def _cells(row: int, table: SpokenTable) -> Iterator[tuple[int, Amount]]:
    for column in table.columns:
        if cell := table.cell(row, column):
            yield column, cell


def _has(row: int, number: SaidNumber, table: SpokenTable) -> bool:
    return any(_is(number, cell) for _, cell in _cells(row, table))


def _is(number: SaidNumber, cell: Amount) -> bool:
    return number.words.endswith("%") == (cell.kind == "%") and number.may_be(cell)


def _may_have(row: int, number: SaidNumber, table: SpokenTable) -> bool:
    """Whether a row has this number, or two of its cells come to it."""
    cells = [cell for _, cell in _cells(row, table)]
    worked = {abs(a.value + sign * b.value) for a, b in combinations(cells, 2) for sign in (1, -1)}
    return any(_is(number, cell) for cell in cells) or abs(number.value) in worked


def _beside(row: int, other: int, number: SaidNumber, table: SpokenTable) -> Amount | None:
    """The cell of a row in the one column in which another row has this number."""
    columns = [column for column, cell in _cells(other, table) if _is(number, cell)]
    return table.cell(row, columns[-1]) if columns else None
