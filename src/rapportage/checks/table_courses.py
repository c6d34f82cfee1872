"""What a sentence says that a row of a table did, in numbers or in words, is what its cells do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.checks.amounts import Amount
from rapportage.checks.directions import AMOUNT, number_of
from rapportage.checks.table_names import Mention, SpokenTable, text_of
from rapportage.checks.table_numbers import SaidNumber
from rapportage.movement import UP, ways_said

_COURSE = re.compile(rf"\bvan (?P<first>{AMOUNT})[^.;]{{0,40}}? naar (?P<last>{AMOUNT})", re.I)


def other_course(
    sentence: str, rows: Sequence[Mention], columns: Sequence[Mention], table: SpokenTable
) -> str:
    """What a row does otherwise than 'van 120 naar 98', of which one is a number of that row."""
    found = _COURSE.search(sentence)
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
    if not missing and min(at[0]) > max(at[1]):
        was, now = text_of(cells[max(at[1])]), text_of(cells[min(at[0])])
        return f"{said} gaat '{table.rows[row]}' van {was} naar {now}"
    return ""


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
    if went == said[0].way or min(was.value, now.value) < 0:
        return ""
    word = "blijft gelijk" if not went else "stijgt" if went == UP else "daalt"
    cells = f"{text_of(was)} naar {text_of(now)}"
    return f"hier staat '{said[0].words}', en in {table.called} {word} '{table.rows[row]}': van {cells}"
