"""The numbers of two reports beside each other, with the difference of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.dutch import MINUS, NO_BREAK_SPACE, number_text
from rapportage.named_periods import named_periods
from rapportage.periode import Periode
from rapportage.row_heads import RowHead, told_apart
from rapportage.typed import typed_number

Grid = Mapping[tuple[str, str, int], str]
"""The cells by the heads of their row and column, and which of those with the same heads they are."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its head, and its cells, each with how many stand before it and its column's head."""

    head: RowHead
    cells: tuple[tuple[int, str, str], ...]


_AMOUNT = re.compile(r"(?P<number>.*?[0-9)-])\s*(?P<unit>[^\W\d].*|%)?")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else, or that only one of both has.

    `difference` is that of two numbers, as it is printed; a `correction` changes a number that is about
    the earlier period or one before it.
    """

    row: str
    column: str
    was: str | None
    wordt: str | None
    difference: str = ""
    correction: bool = False


def _grid(lines: Sequence[Line], counts: Sequence[int]) -> Grid:
    """The cells of a table of which so many words head each row."""
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, str, int], str] = {}
    for line, count in zip(lines, counts, strict=True):
        row = ", ".join(filter(None, line.head.words[:count]))
        for before, column, words in line.cells:
            if before >= count:
                found[row, column, seen[row, column]] = words
                seen[row, column] += 1
    return found


def cells(before: Sequence[Line], after: Sequence[Line], until: Periode) -> Iterator[CellChange]:
    """The cells that say something else; what is about `until` or before it was known then already.

    A row is found again by all of its heads. Of rows that have the same ones, nobody knows which is which:
    none of their numbers is said to be a correction.
    """
    counts, new_counts = told_apart([one.head for one in before], [one.head for one in after])
    old, new = _grid(before, counts), _grid(after, new_counts)
    for key, wordt in new.items():
        was = old.get(key)
        if (was or "") == wordt:
            continue
        difference = difference_text(was, wordt) if was is not None else ""
        is_alone = not any((*key[:2], 1) in one for one in (old, new))
        corrected = bool(difference) and is_alone and any(_is_known(head, until) for head in key[:2])
        yield CellChange(key[0], key[1], was, wordt, difference, corrected)
    for key, was in old.items():
        if was and key not in new:
            yield CellChange(key[0], key[1], was, None)


def _is_known(head: str, until: Periode) -> bool:
    return any(one.dated and one.last <= until.last_day for one in named_periods(head))


def difference_text(was: str, wordt: str) -> str:
    """How much more or less the second number is, with its sign and unit; '' where either is no number.

    It has as many decimals as the one of the two that has most.
    """
    old, new = _number(was), _number(wordt)
    if old is None or new is None or old[1:] != new[1:]:
        return ""
    decimals = max(-int(one[0].as_tuple().exponent) for one in (old, new))
    return signed(new[0] - old[0], new[1], euro=new[2], decimals=decimals)


def signed(difference: Decimal, unit: str = "", *, euro: bool = False, decimals: int) -> str:
    """A difference as it is printed: +1.250, −0,4 procentpunt, € −5.

    The sign stands behind that of the euro, as in all amounts: a line may end between it and one behind it.
    """
    sign = MINUS if difference < 0 else "+"
    money = f"€{NO_BREAK_SPACE}" if euro else ""
    behind = {"": "", "%": f"{NO_BREAK_SPACE}procentpunt"}.get(unit, f"{NO_BREAK_SPACE}{unit}")
    return f"{money}{sign}{number_text(abs(difference), decimals)}{behind}"


def _number(text: str) -> tuple[Decimal, str, bool] | None:
    """A number, what stands behind it, and whether it is an amount in euros."""
    found = _AMOUNT.fullmatch(text.strip())
    value = typed_number(found["number"]) if found else None
    return None if found is None or value is None else (value, found["unit"] or "", "€" in text)
