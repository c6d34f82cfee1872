"""What a sentence says of a row per piece, times how many there are, is the amount of that row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.table_names import Mention, SpokenTable, text_of
from rapportage.dutch import amount_text

_EACH = re.compile(
    r"(?P<each>€[ \u00a0]?[0-9](?:[0-9.,]*[0-9])?)\sper\s(?P<piece>[^\W\d_]{4,}),?\sbij"
    r"\s(?P<count>[0-9][0-9.]*[0-9])\s(?P<of>[^\W\d_]+)"
)
"""'€ 3,25 per inwoner, bij 24.800 inwoners'."""


def other_product(sentence: str, rows: Sequence[Mention], table: SpokenTable) -> str:
    """What the amount of the one row that a sentence names is not, though it is told as so much per piece."""
    found = _EACH.search(sentence)
    each, count = (number_of(found[one]) for one in ("each", "count")) if found else (None, None)
    if found is None or not each or not count or len(rows) != 1 or not found["of"].startswith(found["piece"]):
        return ""
    cells = [cell for column in table.columns if (cell := table.cell(rows[0].number, column))]
    amounts = [cell for cell in cells if cell.kind == "€" and cell.value > each]
    if len(amounts) != 1:
        return ""
    whole = amounts[0]
    slack = Decimal(1).scaleb(int(each.as_tuple().exponent)) / 2 * count
    if abs(each * count - whole.value) <= max(slack, whole.digit):
        return ""
    made = f"{found['count']} keer {found['each']} is {amount_text(each * count, 0)}"
    return f"{made}, en in {table.called} staat bij '{table.rows[rows[0].number]}' {text_of(whole)}"
