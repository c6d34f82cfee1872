"""What a sentence says that is short or left over of a row, or of all, is what its columns say."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.table_names import SpokenTable
from rapportage.checks.reading.table_numbers import SaidNumber
from rapportage.dutch import amount_text
from rapportage.rough import ROOM

_BUDGET = re.compile(r"\b(?:begro\w+|raming|geraamd)\b", re.I)
_OUTCOME = re.compile(r"\b(?:prognose|verwacht\w*|realisatie|gerealiseerd|werkelijk\w*)\b", re.I)
"""What heads the columns of what was meant to be spent, and of what is."""
_INCOME = re.compile(r"\b\w*(?:baten|opbrengst\w*|inkomsten|heffing\w*|leges|belasting\w*)\b", re.I)
"""Of what more is better."""
_MONEY = (
    rf"(?:(?P<room>{re.sub('[?]P<[a-z]+>', '?:', ROOM)})\s)?"
    r"(?P<amount>€[ \u00a0]?[0-9](?:[0-9.,]*[0-9])?(?:[ \u00a0](?:miljoen|miljard))?)"
)
_BALANCE = (
    re.compile(
        rf"\b(?:(?P<more>tekort|overschrijding)|(?P<less>overschot|onderschrijding))\s(?:(?:is|van|bedraagt)\s)?{_MONEY}",
        re.I,
    ),
    re.compile(rf"{_MONEY}\s(?:(?P<more>te\s(?:weinig|kort))|(?P<less>over))(?=\s*(?:[.,;)]|\Z))", re.I),
    re.compile(
        rf"{_MONEY}\s(?:(?P<more>hoger|meer)|(?P<less>lager|minder))\s(?:uit\s)?dan\s(?:de\s|was\s)?(?:begro\w+|geraamd|raming)",
        re.I,
    ),
)
_CLAUSE = re.compile(r"[,;:](?=\s)|\s(?:en|maar|terwijl)(?=\s)")
_OTHERWISE = re.compile(
    r"\b(?:waarvan|daarvan|deels|eerder\w*|vorige?|oorspronkelijk\w*|half\s?jaar|kwartaal|maanden|uitgegeven|besteed"
    r"|tot\sen\smet|reserve\w*|structure\w+|zonder|exclusief|extra|nog\seens|dat|dus|samen)\b",
    re.I,
)
"""What makes it the balance of another time, or of a part."""


def other_balance(sentence: str, table: SpokenTable) -> str:
    """What a clause says otherwise than budget and outcome of the one row that it names, or of all."""
    budget, outcome = (
        [at for at, head in table.columns.items() if form.search(head)] for form in (_BUDGET, _OUTCOME)
    )
    if len(budget) != 1 or len(outcome) != 1 or budget == outcome or _has_income(sentence, table):
        return ""
    for clause in _clauses(sentence):
        found = next((one for form in _BALANCE if (one := form.search(clause))), None)
        value = number_of(found["amount"]) if found else None
        row = None if found is None or _OTHERWISE.search(clause) else _row_of(clause, table)
        cells = [table.cell(row, at[0]) for at in (budget, outcome)] if row is not None else []
        if found is None or value is None or row is None or len(cells) != 2:
            continue
        planned, spent = cells
        if planned is None or spent is None or planned.kind != "€" or spent.kind != "€":
            continue
        above = spent.value - planned.value
        said = SaidNumber(found["amount"], value, *found.span("amount"), found["room"] is not None)
        if not said.may_be(replace(spent, value=abs(above))) or (above > 0) != (found["more"] is not None):
            where = table.lines[row].name
            return f"hier staat '{found[0]}', en in {table.called} is bij '{where}' {_told(above)}"
    return ""


def _has_income(sentence: str, table: SpokenTable) -> bool:
    heads = " ".join((*table.columns.values(), *table.rows.values()))
    return any(_INCOME.search(one) for one in (sentence, heads))


def _clauses(sentence: str) -> list[str]:
    edges = [0, *(one.end() for one in _CLAUSE.finditer(sentence)), len(sentence)]
    return [sentence[start:end] for start, end in pairwise(edges)]


def _row_of(clause: str, table: SpokenTable) -> int | None:
    """The one row that a clause names, or the total where it names both columns and no row."""
    rows = {one.number for one in table.rows_named(clause)}
    if rows:
        return rows.pop() if len(rows) == 1 else None
    totals = [at for at, line in enumerate(table.lines) if line.is_total]
    is_of_all = _BUDGET.search(clause) and _OUTCOME.search(clause)
    return totals[0] if is_of_all and len(totals) == 1 else None


def _told(above: Decimal) -> str:
    """How much the outcome is above or below the budget, in full."""
    way = "hoger" if above > 0 else "lager"
    return f"de uitkomst {amount_text(abs(above), 0)} {way} dan begroot" if above else "er geen verschil"
