"""The words at the head of a table's rows and columns, by which its cells are told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rapportage.document import Table, grid
from rapportage.inlines import Inlines
from rapportage.typed import is_nothing

Said = Callable[[Inlines], str]
"""What gives the words of a cell."""


@dataclass(frozen=True, slots=True)
class RowHead:
    """The words that may head a row, from the left: the `sure` first ones do, the others where need be."""

    words: tuple[str, ...]
    sure: int

    @classmethod
    def of(cls, words: Iterable[str], sure: int) -> RowHead:
        """The head of a row of cells with these words, of which at least one heads it."""
        first, rest = (listed := list(words))[: max(1, sure)], listed[max(1, sure) :]
        return cls((*first, *takewhile(_may_head, rest)), len(first))


def _may_head(words: str) -> bool:
    """Whether a cell may say of what a row is: no number and nothing that stands for one."""
    return not any(map(str.isdigit, words)) and any(map(str.isalpha, words)) and not is_nothing(words)


def row_heads(table: Table, said: Said) -> list[RowHead]:
    """The heads of the rows of a table's body."""
    return [
        RowHead.of(
            (said(slot.cell.content) for slot in slots),
            len(list(takewhile(lambda slot: slot.cell.header, slots))),
        )
        for slots in grid(table)[len(table.head) :]
    ]


def column_heads(table: Table, said: Said) -> dict[int, str]:
    """The words above each column of a table with header rows."""
    heads: dict[int, str] = {}
    for slots in grid(table)[: len(table.head)]:
        for slot in slots:
            if not slot.goes_on:
                for column in range(slot.column, slot.column + slot.cell.colspan):
                    heads[column] = f"{heads.get(column, '')} {said(slot.cell.content)}".strip()
    return heads


def told_apart(*tables: Sequence[RowHead]) -> list[list[int]]:
    """How many words head each row of each table, the same in all: as few as tell the rows of each apart.

    A word tells rows apart only where all that are the same before it have one: beside numbers it is a value.
    Rows that say the same in all that may head them stay alike.
    """
    counts = [[row.sure for row in table] for table in tables]
    rows = [(at, number, row) for at, table in enumerate(tables) for number, row in enumerate(table)]
    while True:
        named: dict[tuple[str, ...], list[tuple[int, int, RowHead]]] = defaultdict(list)
        for at, number, row in rows:
            named[row.words[: counts[at][number]]].append((at, number, row))
        alike = [same for same in named.values() if _are_alike(same, counts)]
        if not alike:
            return counts
        for at, number, _ in (one for same in alike for one in same):
            counts[at][number] += 1


def _are_alike(same: Sequence[tuple[int, int, RowHead]], counts: Sequence[Sequence[int]]) -> bool:
    """Whether any table has these rows twice, and each of them has more words."""
    is_twice = max(Counter(at for at, _, _ in same).values()) > 1
    return is_twice and all(counts[at][number] < len(row.words) for at, number, row in same)
