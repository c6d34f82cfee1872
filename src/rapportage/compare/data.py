"""The numbers of tables and figures beside each other, with the difference of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.compare.units import shown
from rapportage.document import Document, Figure, Table, grid, walk
from rapportage.dutch import MINUS, NO_BREAK_SPACE, number_text
from rapportage.named_periods import named_periods
from rapportage.periode import Periode
from rapportage.typed import typed_number

Grid = Mapping[tuple[str, str, int], str]
"""The cells by the heads of their row and column, and which of those with the same heads they are."""
Rows = Callable[[str], Sequence[Sequence[str]] | None]
"""The data of a figure as rows of cells, headings first and in each first cell; None where it has none."""

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


@dataclass(frozen=True, slots=True)
class DataChange:
    """A table or figure whose data changed, that is new, or that is gone."""

    name: str
    state: str
    label: str
    title: str
    cells: tuple[CellChange, ...] = ()
    redrawn: bool = False
    """Whether a picture without data is another."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The tables and figures of a paper by their ids, with the data of each."""

    blocks: Mapping[str, Table | Figure]
    data: Mapping[str, Grid | None]
    pictures: Mapping[str, bytes]


def shown_data(document: Document, rows: Rows) -> Shown:
    """What the tables and figures of a paper hold."""
    blocks = {
        block.id: block for block in walk(document.blocks) if isinstance(block, Table | Figure) and block.id
    }
    data = {
        name: _of_table(one) if isinstance(one, Table) else _of_rows(rows(name))
        for name, one in blocks.items()
    }
    pictures = {
        name: document.images[one.image].data for name, one in blocks.items() if isinstance(one, Figure)
    }
    return Shown(blocks, data, pictures)


def data_changes(old: Shown, new: Shown, until: Periode) -> Iterator[DataChange]:
    """What became of each table and figure, in the order of the new paper; those that are gone come last.

    What is about `until`, or about a period before it, was known already, and is corrected where it differs.
    """
    for name, block in new.blocks.items():
        if name not in old.blocks:
            yield _change(block, "nieuw")
            continue
        cells = tuple(_cells(old.data[name] or {}, new.data[name] or {}, until))
        bare = new.data[name] is None and isinstance(block, Figure)
        redrawn = bare and old.pictures.get(name) != new.pictures.get(name)
        if cells or redrawn:
            yield _change(block, "gewijzigd", cells, redrawn=redrawn)
    for name, block in old.blocks.items():
        if name not in new.blocks:
            yield _change(block, "weg")


def _change(
    block: Table | Figure, state: str, cells: tuple[CellChange, ...] = (), *, redrawn: bool = False
) -> DataChange:
    return DataChange(block.id, state, block.label or block.id, shown(block.caption), cells, redrawn)


def _of_table(table: Table) -> Grid:
    rows, head = grid(table), len(table.head)
    heads: dict[int, str] = {}
    for slots in rows[:head]:
        for slot in slots:
            if not slot.goes_on:
                for column in range(slot.column, slot.column + slot.cell.colspan):
                    heads[column] = f"{heads.get(column, '')} {shown(slot.cell.content)}".strip()
    return _keyed(
        (
            shown(slots[0].cell.content),
            heads.get(slot.column, f"kolom {slot.column + 1}"),
            shown(slot.cell.content),
        )
        for slots in rows[head:]
        for slot in slots[1:]
        if not slot.goes_on
    )


def _of_rows(rows: Sequence[Sequence[str]] | None) -> Grid | None:
    if not rows:
        return None
    _, *heads = rows[0]
    return _keyed(
        (row[0], column, words) for row in rows[1:] for column, words in zip(heads, row[1:], strict=False)
    )


def _keyed(cells: Iterable[tuple[str, str, str]]) -> Grid:
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, str, int], str] = {}
    for row, column, words in cells:
        found[row, column, seen[row, column]] = words
        seen[row, column] += 1
    return found


def _cells(old: Grid, new: Grid, until: Periode) -> Iterator[CellChange]:
    for key, wordt in new.items():
        was = old.get(key)
        if (was or "") == wordt:
            continue
        difference = difference_text(was, wordt) if was is not None else ""
        corrected = bool(difference) and any(_is_known(head, until) for head in key[:2])
        yield CellChange(key[0], key[1], was, wordt, difference, corrected)
    for key, was in old.items():
        if was and key not in new:
            yield CellChange(key[0], key[1], was, None)


def _is_known(head: str, until: Periode) -> bool:
    return any(one.dated and one.last <= until.last_day for one in named_periods(head))


def difference_text(was: str, wordt: str) -> str:
    """How much more or less the second number is, with its sign and unit; '' where either is no number."""
    old, new = _number(was), _number(wordt)
    if old is None or new is None or old[1:] != new[1:]:
        return ""
    return signed(new[0] - old[0], new[1], euro=new[2])


def signed(difference: Decimal, unit: str = "", *, euro: bool = False) -> str:
    """A difference as it is printed: +1.250, −0,4 procentpunt, +€ 5."""
    decimals = max(0, -int(difference.normalize().as_tuple().exponent))
    sign = MINUS if difference < 0 else "+"
    money = f"€{NO_BREAK_SPACE}" if euro else ""
    behind = {"": "", "%": f"{NO_BREAK_SPACE}procentpunt"}.get(unit, f"{NO_BREAK_SPACE}{unit}")
    return f"{sign}{money}{number_text(abs(difference), decimals)}{behind}"


def _number(text: str) -> tuple[Decimal, str, bool] | None:
    """A number, what stands behind it, and whether it is an amount in euros."""
    found = _AMOUNT.fullmatch(text.strip())
    value = typed_number(found["number"]) if found else None
    return None if found is None or value is None else (value, found["unit"] or "", "€" in text)
