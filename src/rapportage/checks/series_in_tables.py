"""Find cells of a table that stand for a number of a series, and say another or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.amounts import Amount, head_words, says_rounded_above
from rapportage.checks.subjects import Report
from rapportage.checks.table_lines import Line, place_of_slot, tables
from rapportage.checks.table_names import periode_of
from rapportage.content.indicators import Indicator
from rapportage.document import Slot, Table
from rapportage.dutch import quantity_text, rounded
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

    @property
    def words(self) -> str:
        return plain(self.slot.cell.content).strip()

    @property
    def says_none(self) -> bool:
        """Whether it says that there is no number, or that nobody knows it; an empty cell says nothing."""
        return bool(self.words) and self.amount.empty and (not self.amount.known or self.value != 0)

    @property
    def agrees(self) -> bool:
        """Whether it has the number of the series, as far as it is written."""
        decimals = -int(self.amount.value.as_tuple().exponent)
        return not self.amount.empty and rounded(self.value, decimals) == self.amount.value


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
    for paper in report.papers.values():
        for table, lines in tables(paper):
            for indicator, shown in _shown(table, lines, named):
                yield from _judged(table, indicator, shown)


def _shown(
    table: Table, lines: Sequence[Line], named: Mapping[str, Indicator]
) -> Iterator[tuple[Indicator, list[_Shown]]]:
    """What a table shows of each series that it names: in a row with periods above it, or in a column."""
    heads = [" ".join(head_words(table, column)) for column in range(table.columns)]
    exact = [not says_rounded_above(table, column) or "%" in head for column, head in enumerate(heads)]
    periods = [periode_of(head) for head in heads]
    for line in lines:
        if (indicator := named.get(line.name.casefold())) is not None:
            row = [(line, column, periods[column]) for column in range(table.columns) if exact[column]]
            yield indicator, _cells(row, indicator)
    for column, head in enumerate(heads):
        if (indicator := named.get(head.casefold())) is not None and exact[column]:
            yield indicator, _cells([(line, column, periode_of(line.name)) for line in lines], indicator)


def _cells(cells: Sequence[tuple[Line, int, Periode | None]], indicator: Indicator) -> list[_Shown]:
    return [found for one in cells if (found := _cell(*one, indicator)) is not None]


def _cell(line: Line, column: int, periode: Periode | None, indicator: Indicator) -> _Shown | None:
    slot, amount = line.cells.get(column, (None, None))
    if slot is None or amount is None or periode is None or periode not in indicator.measured:
        return None
    return _Shown(slot, amount, periode, indicator.measured[periode])


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
            f'schrijf {{{{ waarde("{indicator.id}", "{one.periode}") }}}}',
        )
