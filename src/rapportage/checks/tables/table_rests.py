"""What a sentence says is left, beside the last row of a table of what there was and what went off it."""

from __future__ import annotations

import re

from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.table_names import SpokenTable, text_of
from rapportage.checks.reading.table_numbers import SaidNumber

_AMOUNT = r"€[ \u00a0]?[0-9](?:[0-9.,]*[0-9])?(?:[ \u00a0](?:miljoen|miljard))?"
_LEFT = re.compile(
    rf"\b(?:blijft|resteert|rest)\b[^.;:€]{{0,60}}?(?P<said>{_AMOUNT})"
    r"(?=(?:\s(?:over|beschikbaar|in\sde\sreserve)){1,2}\s*(?:[.,;](?![0-9])|\Z))",
    re.I,
)
_REST = re.compile(r"\b(?:stand|eindstand|saldo|restant|resteert|resterend|rest|over|beschikbaar)\b", re.I)
"""What the last row is called of a table that ends in what is left."""
_OTHERWISE = re.compile(
    r"\b(?:ruim|bijna|circa|ongeveer|minstens|minimaal|zonder|daarvan|hiervan|waarvan|niet|geen|voor|zou|zouden|als|elk|per"
    r"|eerder\w*)\b",
    re.I,
)
"""What leaves room in an amount, or makes it what is left of something else."""


def other_rest(sentence: str, table: SpokenTable) -> str:
    """What is wrong with 'er blijft dan € 1.995.000 over', where the table ends in € 1.955.000."""
    found = _LEFT.search(sentence)
    value = number_of(found["said"]) if found else None
    last = len(table.lines) - 1
    if found is None or value is None or len(table.columns) != 1 or _OTHERWISE.search(sentence):
        return ""
    (column,) = table.columns
    name, cell = table.lines[last].name, table.cell(last, column)
    if not table.lines[last].is_total or not _REST.search(name) or cell is None or cell.kind != "€":
        return ""
    said = SaidNumber(found["said"], value, *found.span("said"), is_rough=False)
    cells = [one for row in range(last + 1) if (one := table.cell(row, column))]
    if any(said.may_be(one) for one in cells):
        return ""
    return f"hier staat {said.words}, en in {table.called} staat bij '{name}' {text_of(cell)}"
