"""How much more or less a sentence says that a number of a table is, beside the cell of the time before."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.said_differences import days_of, differences_said, right_difference
from rapportage.checks.reading.table_names import Mention, SpokenTable, periode_of, text_of


def other_change(sentence: str, rows: Sequence[Mention], table: SpokenTable) -> str:
    """What is wrong with '81 klachten, zes meer dan in het halfjaar ervoor' beside a row of 74 and 81."""
    times = {at: one for at, head in table.periods.items() if (one := periode_of(head))}
    if len(times) < 2 or len(times) < len(table.periods):
        return ""
    at_end = list(times)[-1]
    for found in differences_said(sentence):
        when, number = days_of(found["time"], times[at_end]), number_of(found["one"])
        then = [at for at, one in times.items() if when == (one.first_day, one.last_day)]
        if number is None or len(then) != 1 or not (rows or table.uses(found["noun"])):
            continue
        named = [one.number for one in rows] or range(len(table.lines))
        ends = [(row, table.cell(row, then[0]), table.cell(row, at_end)) for row in named]
        known = [(row, was) for row, was, now in ends if was and now and now.value == number]
        if len({was.value for _, was in known}) != 1:
            continue
        row, was = known[0]
        if right := right_difference(found, number, was.value):
            cells = f"bij '{table.lines[row].name}' {text_of(was)} en daarna {found['one']}"
            return f"hier staat {found['said']} {found['more']}, en in {table.called} staat {cells}: {right}"
    return ""
