"""Find columns and rows that say to be the difference of two others, and are not."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from rapportage.checks.reading.amounts import Amount, head_words, says_rounded_above
from rapportage.checks.reading.table_lines import ALONE, Line, kind_of, place_of_slot, slack_of, tables
from rapportage.checks.subjects import Paper
from rapportage.document import Slot, Table
from rapportage.dutch import number_text
from rapportage.errors import Finding
from rapportage.inlines import plain

_SURE = re.compile(r"(?:het\s+)?(?:verschil|saldo)\s*:?", re.I)
_RESULT = re.compile(r"(?:(?:het\s+)?resultaat|exploitatieresultaat)\s*:?", re.I)
"""What is a difference where it stands below income and expenses."""
_RESERVE = re.compile(r"reserve|mutatie|onttrekking|toevoeging|dotatie", re.I)
_REST_NAMES = (
    r"(?:begrotings|budget)?afwijking|restant(?:budget|krediet)?|rest(?:budget|krediet|eert|erend)?"
    r"|(?:nog )?(?:beschikbaar|resterend|te (?:besteden|gaan|doen|bouwen|realiseren|ontvangen))"
    r"|(?:resterende?|(?:nog )?beschikbare?|vrije) (?:budget|krediet|ruimte|bedrag|middelen)"
    r"|(?:nog )?over|(?:budget|begrotings)?ruimte|onder-? ?(?:en|/|of) ?overschrijding"
    r"|(?:open(?:staande)? )?vacatures|vacatureruimte|onbezet(?:te formatie)?"
    r"|over-? ?(?:en|/|of) ?onderschrijding|(?:over|onder)schrijding|onderuitputting"
)
_AMOUNTS = r"(?:\s*(?:\((?![^)]*%)[^)]*\)|(?:in )?€|t\.?o\.?v\.? (?:de )?begroting))?"
_REST = re.compile(rf"(?:het )?(?:{_REST_NAMES}){_AMOUNTS}\s*:?", re.I)
"""What is left of a plan, or how far it was missed."""
_LEFT = re.compile(r"rest|beschikbaar|ruimte|\bte\b|over$", re.I)
_PLAN = re.compile(
    r"\b(?:begro\w+|\w*budget\w*|geraamd|raming|krediet|\w*krediet|plafond|beschikbaar gesteld|toegekend"
    r"|formatie|norm|doel\w*|plan\w*|gepland|prognose|streef\w+|verwacht\w*|opgave|toegezegd)\b",
    re.I,
)
_OUTCOME = re.compile(
    r"\b(?:realisatie|gerealiseerd|werkelijk\w*|rekening|jaarrekening|besteed|bestedingen|besteding|uitgaven|uitgegeven"
    r"|lasten|kosten|benut|betaald|verplicht\w*|verplichtingen|verbruikt|gebruikt|opgeleverd|gebouwd|uitkomst"
    r"|ontvangen|gedaan|stand|bezetting|bezet)\b",
    re.I,
)
_LIKELY = re.compile(
    r"(?:(?:verschil|saldo|mutatie|toename|afname|groei|resultaat|toe- of afname)\s*(?:\([^)]*\))?:?"
    rf"|{_REST.pattern})",
    re.I,
)
_IN = re.compile(r"\b\w*(?:inkomsten|baten|ontvangsten|opbrengsten)\b", re.I)
_OUT = re.compile(r"\b\w*(?:uitgaven|lasten|kosten|bestedingen)\b", re.I)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_HINT = "herstel het getal, of noem de {} naar wat erin staat"


@dataclass(frozen=True, slots=True)
class _Difference:
    """A cell with the number that it should be the difference of, and those to take from it."""

    slot: Slot
    wanted: Amount
    first: Amount
    others: tuple[Amount, ...]
    rounded: bool = False
    """Whether words above the numbers say that they are."""

    @property
    def second(self) -> Decimal:
        return sum((one.value for one in self.others), Decimal())

    @property
    def apart(self) -> Decimal:
        return abs(self.second - self.first.value)

    @property
    def holds(self) -> bool:
        slack = slack_of((self.wanted, self.first, *self.others), rounded=self.rounded)
        ways = [self.apart]
        if self.first.value * self.second < 0:  # what goes out may be written with a minus
            ways.append(abs(self.first.value + self.second))
        return any(abs(abs(self.wanted.value) - one) <= slack for one in ways)

    @property
    def way(self) -> int:
        """1 where it counts from the first to the second, -1 the other way round, 0 where none shows."""
        product = self.wanted.value * (self.second - self.first.value)
        return (product > 0) - (product < 0)


def wrong_differences(paper: Paper) -> Iterator[Finding]:
    """Each cell of a column or row that is called a difference, and is not that of the two beside it."""
    for table, lines in tables(paper):
        lasts = {column: words[-1] for column in range(table.columns) if (words := head_words(table, column))}
        differences = {column for column, words in lasts.items() if _LIKELY.fullmatch(words)}
        for column in differences:
            yield from _of_column(table, lines, column, lasts[column])
        for at, line in enumerate(lines):
            above = lines[max(0, at - _MOST_ABOVE) : at]
            before = [row for row, one in enumerate(above) if _SURE.match(one.name)]
            if _RESULT.fullmatch(line.name) and before:
                yield from _of_result(table, line, above[before[-1] :], set(line.cells) - differences)
            elif _SURE.fullmatch(line.name) or _RESULT.fullmatch(line.name):
                yield from _of_row(table, line, above, set(line.cells) - differences)
            elif _REST.fullmatch(line.name):
                yield from _of_rest_row(table, line, lines[:at], set(line.cells) - differences)


def _of_column(table: Table, lines: Sequence[Line], column: int, own: str) -> Iterator[Finding]:
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
    numeric = numeric[:_MOST_COLUMNS]
    pairs: list[tuple[int, ...]] = list(combinations(numeric, 2))
    is_rest = _REST.fullmatch(own) is not None
    if is_rest and len(numeric) > 2:  # all that was spent or promised, taken from what there was
        pairs.append(tuple(numeric))
    rounded = says_rounded_above(table, column)
    found = [
        [one for line in lines if (one := _in_line(line, column, way, rounded=rounded))] for way in pairs
    ]
    found = [one for one in found if one]
    if not found:
        return
    best = max(found, key=lambda one: sum(each.holds for each in one))
    right = [one for one in best if one.holds]
    wrong = [one for one in best if not one.holds]
    is_sure = _SURE.fullmatch(own) is not None or (
        is_rest and _are_plan_and_outcome(*(heads[one] for one in numeric[:2]))
    )
    if not (is_sure and len(pairs) == 1 and kind != "%") and len(right) <= max(1, len(wrong)):
        return
    for one in wrong:
        yield _told(table, one, "kolom")
    if is_rest and _LEFT.search(own):
        yield from _against_the_others(table, right, is_left=True)
    elif not is_rest and any(one.wanted.value < 0 for one in best):
        # a deviation is below zero where it is bad: for income and expenses the other way round
        sides = _sides(lines, column)
        for side in dict.fromkeys(sides.values()):
            of_side = [one for one in right if sides[id(one.slot)] == side]
            yield from _against_the_others(table, of_side, is_left=False)


def _sides(lines: Sequence[Line], column: int) -> dict[int, str]:
    """Whether each row is of what comes in or of what goes out, by its name or by the total below it."""
    found: dict[int, str] = {}
    since: list[int] = []
    for line in lines:
        side = (
            "in"
            if _IN.search(line.name) or _RESULT.fullmatch(line.name) or _SURE.fullmatch(line.name)
            else ""
        )
        side = side or ("uit" if _OUT.search(line.name) else "")
        if column in line.cells:
            found[id(line.cells[column][0])] = side
            since.append(id(line.cells[column][0]))
        if line.is_total:
            found.update({one: side for one in since if side and not found[one]})
            since = []
    return found


def _are_plan_and_outcome(one: str, other: str) -> bool:
    """Whether these heads say what was planned, and what became of it."""
    return any(
        _PLAN.search(plan) and _OUTCOME.search(outcome) for plan, outcome in ((one, other), (other, one))
    )


def _are_years(lines: Sequence[Line]) -> bool:
    """Whether the first column says of which year each row is."""
    return all(
        _YEAR.fullmatch(plain(line.cells[0][0].cell.content).strip()) for line in lines if 0 in line.cells
    )


_MOST_COLUMNS = 6
_MOST_ABOVE = 40
"""So many columns, and rows above it, may be what a difference is of."""


def _in_line(line: Line, column: int, way: Sequence[int], *, rounded: bool) -> _Difference | None:
    """The difference of the first of these columns and the others; None where it cannot be counted."""
    wanted, numbers = _number(line, column), [_number(line, one) for one in way]
    known = [one for one in numbers if one is not None]
    if wanted is None or len(known) < len(numbers):
        return None
    return _Difference(line.cells[column][0], wanted, known[0], tuple(known[1:]), rounded)


def _number(line: Line, column: int) -> Amount | None:
    _, number = line.cells.get(column, (None, None))
    return None if number is None or number.empty else number


def _against_the_others(table: Table, found: Sequence[_Difference], *, is_left: bool) -> Iterator[Finding]:
    """The differences that count the other way round than most do, where signs are written at all.

    What is left has no sign as long as something is: beside it, what was too much has.
    """
    up = [one for one in found if one.way > 0]
    down = [one for one in found if one.way < 0]
    less, more = (up, down) if is_left and len(up) == len(down) else sorted((up, down), key=len)
    if len(more) > len(less) or is_left:
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
            one = _Difference(slot, wanted, numbers[0], (numbers[1],), says_rounded_above(table, column))
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


def _of_result(
    table: Table, result: Line, above: Sequence[Line], columns: Container[int]
) -> Iterator[Finding]:
    """What is wrong with a result below a balance and what came from reserves or went there.

    How signs are written differs: it is right where it can be made with any.
    """
    parts = [line for line in above if not line.is_called_a_total]
    if len(parts) != 2 or not _RESERVE.search(parts[1].name):
        return
    for column, (slot, _) in result.cells.items():
        wanted, numbers = _number(result, column), [_number(line, column) for line in parts]
        known = [one for one in numbers if one is not None]
        if column not in columns or wanted is None or not known or wanted.kind == "%":
            continue
        ways = {
            sum((one.value * sign for one, sign in zip(known, signs, strict=True)), Decimal())
            for signs in product((1, -1), repeat=len(known))
        }
        slack = slack_of((wanted, *known), rounded=says_rounded_above(table, column))
        if not any(abs(one - wanted.value) <= slack for one in ways):
            words = plain(slot.cell.content)
            message = (
                f"dit resultaat is {words}, en volgt niet uit '{parts[0].name}' en '{parts[1].name}' erboven"
            )
            yield Finding(message, place_of_slot(table, slot), _HINT.format("rij"))


def _of_rest_row(
    table: Table, rest: Line, above: Sequence[Line], columns: Container[int]
) -> Iterator[Finding]:
    """What is wrong in these columns with a row that says what is left of a plan, below what became of it."""
    parts = [line for line in above if any(one and not one.empty for _, one in line.cells.values())]
    starts = [at for at, line in enumerate(parts) if _PLAN.search(line.name)]
    parts = parts[starts[-1] :] if starts else []
    if len(parts) < 2 or not all(_OUTCOME.search(line.name) for line in parts[1:]):
        return
    for column in rest.cells:
        wanted, numbers = _number(rest, column), [_number(line, column) for line in parts]
        known = [one for one in numbers if one is not None]
        if column not in columns or wanted is None or len(known) < len(numbers):
            continue
        slot, rounded = rest.cells[column][0], says_rounded_above(table, column)
        ways = [_Difference(slot, wanted, known[0], (one,), rounded) for one in known[1:]]
        every = _Difference(slot, wanted, known[0], tuple(known[1:]), rounded)
        is_one_kind = len({one.kind for one in (wanted, *known)}) == 1
        if is_one_kind and wanted.kind != "%" and not any(one.holds for one in (*ways, every)):
            yield _told(table, every, "rij")


def _only(lines: Sequence[Line]) -> Line | None:
    """The one row, or the one total of them; None where it is not clear which is meant."""
    if len(lines) > 1:
        lines = [line for line in lines if line.is_total]
    return lines[0] if len(lines) == 1 else None


def _told(table: Table, one: _Difference, what: str) -> Finding:
    decimals = max(0, -int(one.apart.normalize().as_tuple().exponent))
    words = plain(one.slot.cell.content)
    beside = "erboven" if what == "rij" else "ernaast"
    message = (
        f"dit verschil is {words}, en de twee getallen {beside} schelen {number_text(one.apart, decimals)}"
    )
    if len(one.others) > 1:
        left = number_text(one.first.value - one.second, decimals)
        message = f"dit verschil is {words}, en het eerste getal {beside} min de andere is {left}"
    return Finding(message, place_of_slot(table, one.slot), _HINT.format(what))
