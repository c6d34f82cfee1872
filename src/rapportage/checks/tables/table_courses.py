"""What a sentence says that a row of a table did, in numbers or in words, is what its cells do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from rapportage.checks.reading.amounts import Amount
from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.table_names import Mention, SpokenTable, text_of
from rapportage.checks.reading.table_numbers import SaidNumber
from rapportage.earlier_times import PREVIOUS
from rapportage.movement import UP, ways_said

_COURSE = re.compile(rf"\bvan (?P<first>{AMOUNT})[^.;]{{0,40}}? naar (?P<last>{AMOUNT})", re.I)
_AGAINST = re.compile(
    rf":\s(?P<last>{AMOUNT}),?\stegen\s(?P<first>{AMOUNT})(?:\s(?:in\s)?{PREVIOUS})?(?=\s*(?:[.,;](?![0-9])|\Z))",
    re.I,
)
"""Behind a row: ': 97, tegen 84 in het halfjaar ervoor'."""
_ONLY = re.compile(r"\Aalleen\s(?:in|bij|op|voor)?\s?(?:de\s|het\s)?\Z", re.I)


def other_course(
    sentence: str, rows: Sequence[Mention], columns: Sequence[Mention], table: SpokenTable
) -> str:
    """What a row does otherwise than 'van 120 naar 98', of which one is a number of that row."""
    found = _COURSE.search(sentence)
    if found is None and len(rows) == 1 and not columns:
        return _other_now(sentence, rows[0], table)
    if found is None or len(rows) != 1 or columns:
        return ""
    row = rows[0].number
    cells = [cell for column in table.columns if (cell := table.cell(row, column)) is not None]
    ends = [
        SaidNumber(found[end], value, *found.span(end), is_rough=False)
        for end in ("first", "last")
        if (value := number_of(found[end])) is not None
    ]
    if len(ends) != 2 or len(cells) < 2:
        return ""
    at = [[place for place, cell in enumerate(cells) if _is(one, cell)] for one in ends]
    said = f"hier staat {found['first']} naar {found['last']}, en in {table.called}"
    missing = [one for one, places in zip(ends, at, strict=True) if not places]
    if len(missing) == 1 and table.tells(sentence):
        return f"{said} heeft '{table.rows[row]}' geen {missing[0].words}"
    if len(missing) == 2 and table.tells(sentence) and (other := _row_of(ends, table)):
        return f"{said} is dat '{other}', en niet '{table.rows[row]}'"
    if not missing and min(at[0]) > max(at[1]):
        was, now = text_of(cells[max(at[1])]), text_of(cells[min(at[0])])
        return f"{said} gaat '{table.rows[row]}' van {was} naar {now}"
    return ""


def _row_of(ends: Sequence[SaidNumber], table: SpokenTable) -> str:
    """The one row that goes from one of these numbers to the other, from one period to a later one."""
    found = []
    for row, name in table.rows.items():
        cells = [table.cell(row, column) for column in table.periods]
        if any(
            was and now and was.value != now.value and _is(ends[0], was) and _is(ends[1], now)
            for was, now in combinations(cells, 2)
        ):
            found.append(name)
    return found[0] if len(found) == 1 else ""


def _other_now(sentence: str, row: Mention, table: SpokenTable) -> str:
    """What 'Zwolle: 79, tegen 84' says otherwise of the last period, where 84 is of the one before."""
    found = _AGAINST.match(sentence, row.end)
    first, last = (number_of(found[end]) if found else None for end in ("first", "last"))
    if found is None or first is None or last is None or len(table.periods) != 2:
        return ""
    then, now = (table.cell(row.number, column) for column in table.periods)
    said, before = (
        SaidNumber(found[end], value, *found.span(end), is_rough=False)
        for end, value in (("last", last), ("first", first))
    )
    if (
        then is None
        or now is None
        or not _is(before, then)
        or _is(said, now)
        or not table.tells(found.string[: row.end])
    ):
        return ""
    return (
        f"hier staat {said.words}, en in {table.called} staat bij '{table.rows[row.number]}' {text_of(now)}"
    )


def _is(number: SaidNumber, cell: Amount) -> bool:
    return number.words.endswith("%") == (cell.kind == "%") and number.may_be(cell)


def other_way(sentence: str, rows: Sequence[Mention], columns: Sequence[Mention], table: SpokenTable) -> str:
    """What a sentence without numbers says that a row did, where it went the other way.

    That is clear where the table has two periods, and the sentence names none but the last.
    """
    said = list(ways_said(sentence))
    ends = list(table.periods)
    if len(said) != 1 or len(rows) != 1 or len(ends) != 2 or not table.tells(sentence):
        return ""
    row = rows[0].number
    was, now = (table.cell(row, column) for column in ends)
    if any(one.number != ends[1] for one in columns) or was is None or now is None:
        return ""
    went = (now.value > was.value) - (now.value < was.value)
    if min(was.value, now.value) < 0:
        return ""
    if went == said[0].way:
        return _not_alone(sentence, rows[0], said[0].words, said[0].way, table)
    word = "blijft gelijk" if not went else "stijgt" if went == UP else "daalt"
    cells = f"{text_of(was)} naar {text_of(now)}"
    return f"hier staat '{said[0].words}', en in {table.called} {word} '{table.rows[row]}': van {cells}"


def _not_alone(sentence: str, row: Mention, words: str, way: int, table: SpokenTable) -> str:
    """Which other row went that way too, where a sentence says that this one alone did."""
    if not _ONLY.fullmatch(sentence[: row.start]):
        return ""
    first, last = table.periods
    for other, name in table.rows.items():
        was, now = table.cell(other, first), table.cell(other, last)
        if other != row.number and was and now and (now.value > was.value) - (now.value < was.value) == way:
            cells = f"van {text_of(was)} naar {text_of(now)}"
            return f"hier staat 'alleen' bij '{words}', en in {table.called} doet '{name}' dat ook: {cells}"
    return ""
