"""Tables as totals and differences see them: rows of cells with the numbers that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount, amount
from rapportage.checks.subjects import Paper
from rapportage.document import Row, Slot, Table, grid, walk
from rapportage.errors import Place
from rapportage.inlines import place_of, plain

_NAMES = r"(?:sub|eind)?totaal|totalen|tot\.?|som|(?:alles |alle )?samen|opgeteld|in totaal"
ALONE = re.compile(rf"(?:{_NAMES})\s*(?:\([^)]*\))?\s*:?", re.I)
WITH_MORE = re.compile(
    r"(?:(?:sub|eind)?totaal|som (?:van|der))\b.*|.*\s(?:(?:sub|eind)?totaal|samen)\s*(?:\([^)]*\))?:?", re.I
)
"""What a total is called; with more words, as 'Totaal regio', it may stand beside the row above it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table as a total sees it: its cells and what number is in each, by column."""

    row: Row
    cells: Mapping[int, tuple[Slot, Amount | None]]
    name: str

    @property
    def is_called_a_total(self) -> bool:
        """Whether its name says that it is a total."""
        return bool(ALONE.fullmatch(self.name) or WITH_MORE.fullmatch(self.name))

    @property
    def is_total(self) -> bool:
        """Whether it is called a total, or marked as one."""
        return bool(self.row.total) or self.is_called_a_total


def _line(row: Row, slots: Iterable[Slot]) -> Line:
    own = [(slot, plain(slot.cell.content).strip()) for slot in slots if not slot.goes_on]
    cells = {slot.column: (slot, amount(words)) for slot, words in own}
    return Line(row, cells, next((words for _, words in own if words), ""))


def tables(paper: Paper) -> Iterator[tuple[Table, list[Line]]]:
    """Each table of a paper with its rows below the head; kept, since many rules look at them."""
    if tables not in paper.kept:
        paper.kept[tables] = [
            (block, lines_of(block)) for block in walk(paper.document.blocks) if isinstance(block, Table)
        ]
    return iter(paper.kept[tables])


def lines_of(table: Table) -> list[Line]:
    """The rows of a table below its head."""
    return list(map(_line, table.body, grid(table)[len(table.head) :]))


def numbers_in(lines: Iterable[Line], column: int) -> tuple[list[Amount], str]:
    """The numbers of a column, and the first words that stand among them."""
    cells = [line.cells[column] for line in lines if column in line.cells]
    words = next((plain(slot.cell.content) for slot, one in cells if one is None), "")
    return [one for _, one in cells if one is not None], words


def kind_of(lines: Sequence[Line], column: int) -> str | None:
    """The one kind of number that a column holds; None where it holds words or several kinds.

    Not each amount has its sign: '€ 500' above '300' is a column of euros.
    """
    numbers, words = numbers_in(lines, column)
    kinds = {one.kind for one in numbers if not one.empty}
    if kinds == {"€", ""}:
        return "€" if not words else None
    return kinds.pop() if len(kinds) == 1 and not words else None


def place_of_slot(table: Table, slot: Slot) -> Place:
    """Where the words of a cell stand."""
    return place_of(slot.cell.content) if slot.cell.content else table.place


def slack_of(numbers: Sequence[Amount], *, rounded: bool) -> Decimal:
    """How far these numbers may be off by rounding, the one that they make included.

    Where only the way in which they are written says that they are `rounded`, a whole number is exact: beside
    cents, € 12 is € 12,00.
    """
    if rounded:
        return max(one.digit for one in numbers) * (len(numbers) - 1) / 2
    written = [one for one in numbers if one.may_be_rounded]
    if not written:
        return Decimal()
    return max(one.digit for one in written) * (len(numbers) - 1) / 2
