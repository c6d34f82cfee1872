"""Set the numbers in a column of a table with their decimal commas below each other.

CSS has a value of `text-align` for it that the layout engine does not know. So each number gets
room behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from rapportage.decimals import room_behind
from rapportage.style.fonts import Typeface

DECIMALS = """
td[style], th[style] { white-space: nowrap }
td[style]::after, th[style]::after {
  content: "" !important;
  display: inline-block !important;
  width: var(--achter-de-komma) !important;
}
"""
"""The style that makes the room; it comes after any style of a municipality."""

_RIGHT = "rechts"


def align_decimals(table: ElementTree.Element, letters: Typeface, spaces: Sequence[float]) -> None:
    """Give the numbers in columns set to the right the room behind them that `room_behind` asks.

    `letters` draw them, and `spaces` are how wide a line in each column is, in ems.
    """
    for body in table.iter("tbody"):
        columns: dict[int, list[ElementTree.Element]] = {}
        for column, cell in _cells(body):
            if _RIGHT in (cell.get("class") or "").split():
                columns.setdefault(column, []).append(cell)
        for column, cells in columns.items():
            rooms = room_behind(("".join(one.itertext()) for one in cells), letters, spaces[column])
            for cell, room in zip(cells, rooms, strict=True):
                if room:
                    cell.set("style", f"--achter-de-komma: {room:.3f}em")


def _cells(body: ElementTree.Element) -> Iterator[tuple[int, ElementTree.Element]]:
    """Each cell that takes one column, with the number of that column."""
    taken: dict[int, int] = {}  # for how many more rows a column is taken from above
    for row in body:
        column = 0
        for cell in row:
            while taken.get(column, 0):
                taken[column] -= 1
                column += 1
            span = int(cell.get("colspan", "1"))
            if span == 1:
                yield column, cell
            for each in range(column, column + span):
                taken[each] = int(cell.get("rowspan", "1")) - 1
            column += span
        for each in [one for one in taken if one >= column and taken[one]]:
            taken[each] -= 1
