"""Find shares, averages and index numbers in tables that do not follow from the numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from rapportage.checks.reading.amounts import Amount, head_words, heading, says_rounded_above
from rapportage.checks.reading.table_lines import ALONE, Line, kind_of, place_of_slot, tables
from rapportage.checks.subjects import Paper
from rapportage.document import Slot, Table
from rapportage.dutch import number_text
from rapportage.errors import Finding
from rapportage.inlines import plain

_PER = re.compile(
    r"\bper\s+(?!1\b|jaar|maand|week|dag|uur|kwartaal|periode)[^\W\d_]|\bgemiddelde?\b"
    r"|\bper\s(?P<many>10{0,2}(?:\.000){1,2})\s[^\W\d_]",
    re.I,
)
_GROWTH = re.compile(r"\b(?:groei|toename|stijging|mutatie|ontwikkeling)\b", re.I)
"""What has a sign where it is less."""
_ALL_SHARES = re.compile(
    r"(?:aandeel|percentage)(?:\s\(?(?:in\s)?(?:%|procent)\)?)?(?:\svan\shet\stotaal)?", re.I
)
"""The whole head of a column of shares that may well be all."""
_OF_WHAT = re.compile(r"aandeel|percentage|binnen|norm|per\b", re.I)
"""What a title says of shares that are each of something else."""
_INDEX = re.compile(r"\bindex", re.I)
_DISTRIBUTION = re.compile(r"verdeling\b", re.I)
_SEVERAL = re.compile(r"\bmeer(?:dere)?\s+(?:antwoord|keuze)", re.I)
_HUNDRED = Decimal(100)
_SCALES = Decimal(1), Decimal(1000), Decimal(1000000)
_MOST_COLUMNS, _MOST_ROWS = 5, 60
_FEW = 6
"""Of so few ways in which numbers may have been made, two that come out say enough; of more, three."""
_NEAR, _VERY_NEAR = 10, 5
"""Parts of a distribution that are together this near to a hundred were to be all."""
_HINT = "herstel het getal, of noem de kolom naar wat erin staat"


@dataclass(frozen=True, slots=True)
class _Made:
    """A cell with what it should be, and how far that may be off by rounding."""

    slot: Slot
    wanted: Amount
    value: Decimal
    slack: Decimal
    signed: bool = False

    @property
    def holds(self) -> bool:
        values = (self.value,) if self.signed else (self.value, abs(self.value))
        return min(abs(self.wanted.value - one) for one in values) <= self.slack


def wrong_ratios(paper: Paper) -> Iterator[Finding]:
    """Each share, average or index that is not made of the numbers beside it as most of its column are."""
    for table, lines in tables(paper):
        lines = lines[:_MOST_ROWS]
        for column in range(1, table.columns):
            head, kind = " ".join(head_words(table, column)), kind_of(lines, column)
            if kind is None:
                continue
            ways = list(_ways(table, lines, column, head, kind))
            best = max(ways, key=lambda way: sum(one.holds for one in way), default=[])
            wrong = [one for one in best if not one.holds]
            right = len(best) - len(wrong)
            if right >= (2 if len(ways) <= _FEW else 3) and right >= 2 * len(wrong):
                for one in wrong:
                    yield _told(table, one)


def _ways(table: Table, lines: Sequence[Line], column: int, head: str, kind: str) -> Iterator[list[_Made]]:
    """How the numbers of a column may have been made: of two others, or of one and its whole."""
    others = _others(table, lines, column)
    if kind == "%" or "%" in head:
        yield from _shares(lines, column, head, others)
        for one in others:
            yield _of_whole(lines, column, one, _total(lines, one.number))
    elif _INDEX.search(head):
        base = next((line for line in lines if _value(line, column) == _HUNDRED), None)
        for one in others if base is not None else ():
            rows = [line for line in lines if not line.is_total]
            yield _of_whole(rows, column, one, _value(base, one.number) if base else None)
    elif _PER.search(head):
        many = (found := _PER.search(head)) and found["many"]
        for first, second in permutations(others, 2):
            for scale in (Decimal(many.replace(".", "")),) if many else _SCALES:
                yield _of_two(lines, column, first, second, scale=scale)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of numbers of which those of another may be made."""

    number: int
    kind: str | None
    rounded: bool


def _others(table: Table, lines: Sequence[Line], column: int) -> list[_Column]:
    """The first columns that hold numbers or amounts, but this one."""
    every = (
        _Column(one, kind_of(lines, one), says_rounded_above(table, one)) for one in range(table.columns)
    )
    return [one for one in every if one.number != column and one.kind in ("", "€")][:_MOST_COLUMNS]


def _shares(
    lines: Sequence[Line], column: int, head: str, others: Sequence[_Column]
) -> Iterator[list[_Made]]:
    """How percentages may have been made of two numbers in their own row."""
    for first, second in permutations(others, 2):
        if first.kind == second.kind:
            for change in (False, True):
                signed = change and _GROWTH.search(head) is not None
                yield _of_two(lines, column, first, second, change=change, signed=signed)


def _of_two(
    lines: Sequence[Line],
    column: int,
    first: _Column,
    second: _Column,
    *,
    change: bool = False,
    signed: bool = False,
    scale: Decimal | None = None,
) -> list[_Made]:
    """Each number as the first for each of the second; as a share in hundredths, unless by another `scale`.

    A total that is not made of its own cells is left out where it may be the average of the rows, or, as long
    as it is no share, their sum.
    """
    found, last = [], None
    for line in lines:
        cell, one, other = line.cells.get(column), _number(line, first.number), _number(line, second.number)
        wanted = _number(line, column)
        if cell is None or wanted is None or one is None or other is None or not other.value:
            continue
        times = _HUNDRED if scale is None else scale
        value = (one.value - (other.value if change else 0)) / other.value * times
        off = _off(one, first.rounded) + _off(other, second.rounded)
        slack = wanted.digit / 2 + abs(one.value / other.value) * times * off
        made = _Made(cell[0], wanted, value, slack, signed)
        if not line.is_total or made.holds:
            found.append(made)
        elif (
            found
            and len(found) == len(lines) - 1
            and not _may_be_of_all(made, found, add_up=scale is not None)
        ):
            last = made
    return [*found, last] if last else found


def _may_be_of_all(total: _Made, parts: Sequence[_Made], *, add_up: bool) -> bool:
    """Whether a total may be the average of the numbers above it, as they are or should be, or their sum."""
    sums = (sum(of, Decimal()) for of in ([one.wanted.value for one in parts], [one.value for one in parts]))
    ways = [value for of in sums for value in (of / len(parts), *([of] if add_up else []))]
    return any(abs(total.wanted.value - value) <= total.wanted.digit for value in ways)


def of_their_own_row(table: Table, lines: Sequence[Line], column: int) -> bool:
    """Whether most percentages of a column are made of numbers beside them, so that they do not add up."""
    ways = _shares(lines, column, heading(table, column), _others(table, lines, column))
    most = max((sum(one.holds for one in way) for way in ways), default=0)
    return most >= 2 and 2 * most >= len(lines)


def _of_whole(lines: Sequence[Line], column: int, of: _Column, whole: Decimal | None) -> list[_Made]:
    found = []
    for line in lines if whole else ():
        cell, one, wanted = line.cells.get(column), _number(line, of.number), _number(line, column)
        if cell is not None and one is not None and wanted is not None and whole:
            value = one.value / whole * _HUNDRED
            found.append(_Made(cell[0], wanted, value, wanted.digit / 2 + abs(value) * _off(one, of.rounded)))
    return found


def _off(one: Amount, rounded: bool) -> Decimal:
    """How far a number may be off by rounding, as a part of itself."""
    is_rounded = rounded or one.may_be_rounded
    return one.digit / 2 / abs(one.value) if is_rounded and one.value else Decimal()


def _total(lines: Sequence[Line], column: int) -> Decimal | None:
    """What a column comes to: as its last row says, or as its rows add up to."""
    if lines and ALONE.fullmatch(lines[-1].name):
        return _value(lines[-1], column)
    if any(line.is_total for line in lines):
        return None
    return sum((number.value for line in lines if (number := _number(line, column))), Decimal())


def _number(line: Line, column: int) -> Amount | None:
    _, number = line.cells.get(column, (None, None))
    return None if number is None or number.empty else number


def _value(line: Line, column: int) -> Decimal | None:
    number = _number(line, column)
    return number.value if number else None


def _told(table: Table, one: _Made) -> Finding:
    decimals = max(0, -int(one.wanted.value.as_tuple().exponent))
    words = plain(one.slot.cell.content)
    value = one.value if one.signed else abs(one.value)  # a column of shares has no sign for what is left
    message = f"hier staat {words}, en uit de getallen ernaast volgt {number_text(value, decimals)}"
    return Finding(message, place_of_slot(table, one.slot), _HINT)


# --- parts of a whole ------------------------------------------------------------------------


def wrong_distributions(paper: Paper) -> Iterator[Finding]:
    """Each row or column of percentages that is not 100 together, where the others are or it says it must."""
    for table, lines in tables(paper):
        words = plain(table.caption)
        shares = [one for one in range(table.columns) if kind_of(lines, one) == "%"]
        shares = [one for one in shares if not ALONE.fullmatch(" ".join(head_words(table, one)))]
        if _SEVERAL.search(words) or not shares:
            continue
        rows = [[line.cells[one] for one in shares if one in line.cells] for line in lines]
        in_rows = list(_wrong_among(rows))
        for slot, total in in_rows:
            yield _not_whole(table, slot, total, "rij", "zijn de andere rijen")
        if in_rows or any(line.is_total for line in lines):
            continue
        columns = [[line.cells[one] for line in lines if one in line.cells] for one in shares]
        in_columns = list(_wrong_among(columns))
        for slot, total in in_columns:
            yield _not_whole(table, slot, total, "kolom", "zijn de andere kolommen")
        for one, cells in zip(shares, columns, strict=True):
            together, own = _together(cells), " ".join(head_words(table, one))
            is_called = _DISTRIBUTION.search(f"{words} {own}") is not None
            may_be = _ALL_SHARES.fullmatch(own) and not _OF_WHAT.search(words) and len(cells) > 2
            if together and not in_columns and (is_called or may_be) and _holds_none(rows):
                slot, total, slack = together
                if slack < abs(total - _HUNDRED) <= (_NEAR if is_called else _VERY_NEAR):
                    yield _not_whole(table, slot, total, "kolom", "is een verdeling")


_Cells = Sequence[tuple[Slot, Amount | None]]


def _together(cells: _Cells) -> tuple[Slot, Decimal, Decimal] | None:
    """The last cell of these parts, what they are together, and by how much that may be off."""
    numbers = [one for _, one in cells if one is not None and not one.empty]
    if len(numbers) < 2 or not all(one is not None and one.known for _, one in cells):
        return None
    slack = max(one.digit for one in numbers) * len(numbers) / 2
    return cells[-1][0], sum((one.value for one in numbers), Decimal()), slack


def _wrong_among(groups: Sequence[_Cells]) -> Iterator[tuple[Slot, Decimal]]:
    """The groups that are not a hundred together, where twice as many are, and at least two."""
    found = [one for group in groups if (one := _together(group)) is not None]
    wrong = [one for one in found if abs(one[1] - _HUNDRED) > one[2]]
    right = len(found) - len(wrong)
    if right >= 2 and right >= 2 * len(wrong):
        yield from ((slot, total) for slot, total, _ in wrong)


def _holds_none(rows: Sequence[_Cells]) -> bool:
    """Whether no row is a hundred together, so that the columns may be."""
    found = [one for row in rows if (one := _together(row)) is not None]
    return not any(abs(total - _HUNDRED) <= slack for _, total, slack in found)


def _not_whole(table: Table, slot: Slot, total: Decimal, what: str, others: str) -> Finding:
    decimals = max(0, -int(total.as_tuple().exponent))
    message = f"deze {what} is samen {number_text(total, decimals)}%, en samen 100% {others}"
    return Finding(message, place_of_slot(table, slot), "herstel de percentages")
