"""Find cells and rows of a table that stand for numbers of a series, and say others or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount, head_words, says_rounded_above, scale_above
from rapportage.checks.reading.table_lines import Line, place_of_slot, tables
from rapportage.checks.reading.table_names import periode_of
from rapportage.checks.subjects import Report
from rapportage.content.indicators import Indicator
from rapportage.document import Slot, Table
from rapportage.dutch import MONTHS, list_text, number_text, quantity_text, rounded
from rapportage.earlier_times import PRESENT, PREVIOUS
from rapportage.errors import Finding
from rapportage.inlines import plain
from rapportage.periode import Periode
from rapportage.units import says_unit

_Named = Mapping[str, Indicator]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A cell with the number that its series has for the period in its head."""

    slot: Slot
    amount: Amount
    periode: Periode
    value: Decimal
    before: Decimal | None
    """The number that the series has for the period before."""
    scale: Decimal
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
        """Whether it has the number of the series."""
        return self._has(self.value)

    @property
    def is_of_before(self) -> bool:
        """Whether it has the number that the series had a period before."""
        return self.before is not None and self._has(self.before)

    def _has(self, value: Decimal) -> bool:
        """Whether it has this number, as far as it is written."""
        decimals = -int(self.amount.value.as_tuple().exponent)
        return not self.amount.empty and rounded(value / self.scale, decimals) == self.amount.value


def other_than_the_series(report: Report) -> Iterator[Finding]:
    """Each cell below a period and behind the name of a series that has another number for it, or has one.

    A table may be of something else by the same name: where a cell has another number, one beside it must
    have that of the series, or all must have those of a period before, and where it has none, no other may
    contradict it.
    """
    named = _by_name(report.content.rapportage.indicatoren.values())
    if not named:
        return
    now = report.content.rapportage.periode
    for paper in report.papers.values():
        for table, lines in tables(paper):
            for what, indicator, shown in _shown(table, lines, named, now):
                if _is_of_before(shown):
                    yield _of_before(table, what, indicator, shown, now)
                else:
                    yield from _judged(table, indicator, shown)


def _by_name(indicators: Iterable[Indicator]) -> _Named:
    """The series by their names; none that two have."""
    known: dict[str, list[Indicator]] = {}
    for one in indicators:
        known.setdefault(one.naam.casefold(), []).append(one)
    return {name: every[0] for name, every in known.items() if len(every) == 1}


def _series_of(label: str, named: _Named) -> Indicator | None:
    """The series that a label names, also with its unit behind it or 'aantal' before it."""
    label = label.casefold()
    found = _WITH_UNIT.fullmatch(label)
    if label in named or found is None:
        return named.get(label)
    indicator = named.get(found["name"])
    is_its = indicator is None or found["unit"] is None or says_unit(found["unit"], indicator.eenheid)
    return indicator if is_its else None


_WITH_UNIT = re.compile(r"(?:aantal\s)?(?P<name>[^()]+?)(?:\s\((?:in\s)?(?P<unit>[^()]+)\))?")


def _shown(
    table: Table, lines: Sequence[Line], named: _Named, now: Periode
) -> Iterator[tuple[str, Indicator, list[_Shown]]]:
    """What a table shows of each series that it names: in a row with periods above it, or in a column."""
    heads = [" ".join(head_words(table, column)) for column in range(table.columns)]
    scales = [
        Decimal(1) if not says_rounded_above(table, column) or "%" in head else scale_above(table, column)
        for column, head in enumerate(heads)
    ]
    for line in lines:
        if (indicator := _series_of(line.name, named)) is not None:
            periods = [_periode(head, indicator, now) for head in heads]
            row = [(line, column, periods[column], scale) for column, scale in enumerate(scales) if scale]
            yield "rij", indicator, _cells(row, indicator)
    for column, head in enumerate(heads):
        if (indicator := _series_of(head, named)) is not None and (scale := scales[column]):
            rows = [(line, column, _periode(line.name, indicator, now), scale) for line in lines]
            yield "kolom", indicator, _cells(rows, indicator)


def _periode(head: str, indicator: Indicator, now: Periode) -> Periode | None:
    """The period that a head names, also by how it stands to this one; of a stock, by the day it ends too."""
    if _THIS.fullmatch(head):
        return now
    if _LAST.fullmatch(head):
        return now.previous
    return periode_of(head) or (_ended_on(head, indicator, now) if indicator.soort == "stand" else None)


_THIS, _LAST = re.compile(PRESENT, re.I), re.compile(PREVIOUS, re.I)


def _ended_on(head: str, indicator: Indicator, now: Periode) -> Periode | None:
    """The period of a stock that ends on the day that a head names, or on the one before."""
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
    known = indicator.measured
    return _Shown(slot, amount, periode, known[periode], known.get(periode.previous), scale)


def _is_of_before(shown: Sequence[_Shown]) -> bool:
    """Whether all that a row or column has are numbers of a period before, which can be no chance."""
    cells = [one for one in shown if not one.amount.empty]
    enough = len(cells) > 1 or any(len(one.amount.value.as_tuple().digits) >= _NO_CHANCE for one in cells)
    return enough and all(one.is_of_before for one in cells) and not all(one.agrees for one in cells)


_NO_CHANCE = 3
"""So many digits say enough when one number stands alone."""


def _of_before(
    table: Table, what: str, indicator: Indicator, shown: Sequence[_Shown], now: Periode
) -> Finding:
    cells = [one for one in shown if not one.amount.empty]
    newest = max((one for one in cells if not one.agrees), key=lambda one: one.periode.last_day)
    words = [
        _asked(indicator, one.periode, now) if one.scale == 1 else number_text(one.value / one.scale, 0)
        for one in cells
    ]
    return Finding(
        f"deze {what} is die van de vorige keer: {_told(indicator, newest)}",
        place_of_slot(table, newest.slot),
        f"schrijf {list_text(words)}",
    )


def _asked(indicator: Indicator, periode: Periode, now: Periode) -> str:
    """The expression for a number of a series, which moves on with the report where one can."""
    words = {now.year_before: "jaar_eerder", now.previous: "vorige", now: "waarde"}
    of = f'"{indicator.id}"' if periode in words else f'"{indicator.id}", "{periode}"'
    return f"{{{{ {words.get(periode, 'waarde')}({of}) }}}}"


def _told(indicator: Indicator, one: _Shown) -> str:
    value = quantity_text(one.value, indicator.eenheid, indicator.decimalen)
    return f"hier staat '{one.words}', en de reeks '{indicator.id}' heeft voor {one.periode} {value}"


def _judged(table: Table, indicator: Indicator, shown: Sequence[_Shown]) -> Iterator[Finding]:
    agreeing = [one for one in shown if one.agrees]
    contradicting = [one for one in shown if not one.agrees and not one.amount.empty]
    wrong = contradicting if agreeing and len(contradicting) <= len(agreeing) else []
    wrong = [*wrong, *(one for one in shown if one.says_none and len(contradicting) == len(wrong))]
    for one in wrong:
        yield Finding(
            _told(indicator, one),
            place_of_slot(table, one.slot),
            f'schrijf {{{{ waarde("{indicator.id}", "{one.periode}") }}}}'
            if one.scale == 1
            else f"schrijf {number_text(one.value / one.scale, 0)}, of verbeter de reeks",
        )
