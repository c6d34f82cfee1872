"""Find cells of a table that stand for a number of a series, and say another or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount, head_words, says_rounded_above, scale_above
from rapportage.checks.reading.table_lines import Line, place_of_slot, tables
from rapportage.checks.reading.table_names import periode_of
from rapportage.checks.subjects import Report
from rapportage.content.indicators import Indicator
from rapportage.document import Slot, Table
from rapportage.dutch import MONTHS, number_text, quantity_text, rounded
from rapportage.errors import Finding
from rapportage.inlines import plain
from rapportage.periode import Periode


@dataclass(frozen=True, slots=True)
class _Shown:
    """A cell with the number that its series has for the period in its head."""

    slot: Slot
    amount: Amount
    periode: Periode
    value: Decimal
    scale: Decimal = Decimal(1)
    """By how much the column counts."""

    @property
    def words(self) -> str:
        return plain(self.slot.cell.content).strip()

    @property
    def says_none(self) -> bool:
        """Whether it says that there is no number, or that nobody knows it; an empty cell says nothing."""
        is_none = self.amount.empty and (not self.amount.known or self.value != 0)
        return bool(self.words) and is_none and self.scale == 1

    @property
    def agrees(self) -> bool:
        """Whether it has the number of the series, as far as it is written."""
        decimals = -int(self.amount.value.as_tuple().exponent)
        return not self.amount.empty and rounded(self.value / self.scale, decimals) == self.amount.value


def other_than_the_series(report: Report) -> Iterator[Finding]:
    """Each cell below a period and behind the name of a series that has another number for it, or has one.

    A table may be of something else by the same name: where a cell has another number, one beside it must
    have that of the series, and where it has none, no other may contradict it.
    """
    known: dict[str, list[Indicator]] = {}
    for one in report.content.rapportage.indicatoren.values():
        known.setdefault(one.naam.casefold(), []).append(one)
    named = {name: every[0] for name, every in known.items() if len(every) == 1}
    if not named:
        return
    now = report.content.rapportage.periode
    for paper in report.papers.values():
        for table, lines in tables(paper):
            for indicator, shown in _shown(table, lines, named, now):
                yield from _judged(table, indicator, shown)


def _shown(
    table: Table, lines: Sequence[Line], named: Mapping[str, Indicator], now: Periode
) -> Iterator[tuple[Indicator, list[_Shown]]]:
    """What a table shows of each series that it names: in a row with periods above it, or in a column."""
    heads = [" ".join(head_words(table, column)) for column in range(table.columns)]
    scales = [
        Decimal(1) if not says_rounded_above(table, column) or "%" in head else scale_above(table, column)
        for column, head in enumerate(heads)
    ]
    for line in lines:
        if (indicator := named.get(line.name.casefold())) is not None:
            periods = [_periode(head, indicator, now) for head in heads]
            row = [(line, column, periods[column], scale) for column, scale in enumerate(scales) if scale]
            yield indicator, _cells(row, indicator)
    for column, head in enumerate(heads):
        if (indicator := named.get(head.casefold())) is not None and (scale := scales[column]):
            rows = [(line, column, _periode(line.name, indicator, now), scale) for line in lines]
            yield indicator, _cells(rows, indicator)


def _periode(head: str, indicator: Indicator, now: Periode) -> Periode | None:
    """The period that a head names; of a stock, also by the day on which it ends, or the one after."""
    if (periode := periode_of(head)) or indicator.soort != "stand":
        return periode
    found = _STAND.fullmatch(head.strip())
    if found is None:
        return None
    month, number = MONTHS.index(found["month"].lower()) + 1, int(found["day"])
    year = int(found["year"] or now.year)
    after = date(year, month, 1) if number == 1 else date(year + month // 12, month % 12 + 1, 1)
    ends = (one for one in indicator.measured if one.kind == now.kind)
    is_end = number in (1, (after - timedelta(days=1)).day)
    return next((one for one in ends if is_end and one.last_day == after - timedelta(days=1)), None)


_STAND = re.compile(
    rf"(?:(?:stand|saldo|omvang)\s)?(?:per\s|op\s)?(?P<day>[0-9]{{1,2}})\s(?P<month>{'|'.join(MONTHS)})(?:\s(?P<year>20[0-9]{{2}}))?",
    re.I,
)
"""The day of a stock in a head, of the report's own year where it names none."""


def _cells(cells: Sequence[tuple[Line, int, Periode | None, Decimal]], indicator: Indicator) -> list[_Shown]:
    return [found for one in cells if (found := _cell(*one, indicator)) is not None]


def _cell(
    line: Line, column: int, periode: Periode | None, scale: Decimal, indicator: Indicator
) -> _Shown | None:
    slot, amount = line.cells.get(column, (None, None))
    if slot is None or amount is None or periode is None or periode not in indicator.measured:
        return None
    return _Shown(slot, amount, periode, indicator.measured[periode], scale)


def _judged(table: Table, indicator: Indicator, shown: Sequence[_Shown]) -> Iterator[Finding]:
    agreeing = [one for one in shown if one.agrees]
    contradicting = [one for one in shown if not one.agrees and not one.amount.empty]
    wrong = contradicting if agreeing and len(contradicting) <= len(agreeing) else []
    wrong = [*wrong, *(one for one in shown if one.says_none and len(contradicting) == len(wrong))]
    for one in wrong:
        value = quantity_text(one.value, indicator.eenheid, indicator.decimalen)
        yield Finding(
            f"hier staat '{one.words}', en de reeks '{indicator.id}' heeft voor {one.periode} {value}",
            place_of_slot(table, one.slot),
            f'schrijf {{{{ waarde("{indicator.id}", "{one.periode}") }}}}'
            if one.scale == 1
            else f"schrijf {number_text(one.value / one.scale, 0)}, of verbeter de reeks",
        )
