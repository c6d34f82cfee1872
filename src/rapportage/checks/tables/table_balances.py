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
_OUTCOME = re.compile(
    r"\b(?:prognose|verwacht\w*|realisatie|gerealiseerd|werkelijk\w*|besteed|bestedingen|uitgegeven|uitgaven)\b",
    re.I,
)
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
SIDE = re.compile(
    r"\b(?:(?P<more>meer|hoger)|(?P<less>minder|lager))\s(?:uit(?:\sgegeven)?\s|uitgegeven\s)?dan\s(?:(?:er\s)?(?:was\s)?begroot"
    r"|(?:de\s)?(?:begroting|raming)|geraamd)\b"
    r"|\b(?P<within>(?:blij\w+|bleef|bleven)\s(?:ruim\s|net\s)?binnen\s(?:de\sbegroting|het\sbudget))\b"
    r"|\b(?P<over>overschre\w+)\s(?:de\sbegroting|het\sbudget)\b",
    re.I,
)
"""On which side of the budget an outcome is, without saying by how much."""
_SAYS_NO_MORE = re.compile(
    r"(?:\W|\b(?:de|het|een|aan|voor|bij|van|op|in|is|zijn|was|waren|er|en|maar|gaf|gaven|geeft|geven|kwam|kwamen|komt|komen|viel"
    r"|vielen|valt|vallen|kostte|kostten|kost|kosten|uitgaven|lasten|uitgegeven|besteed|besteedde|bestedingen|uit|ook|wel|iets|wat"
    r"|licht|net|veel|fors|flink|weer|opnieuw|toch|wij|we|regio|gemeente|college|dit|jaar|(?:19|20)[0-9]{2})\b)*"
)
"""What else a clause may have that tells of all that a row has; any other word may name a part of it."""
_SUPPOSED = re.compile(r"\b(?:als|wanneer|indien|mits|samen|beide)\b", re.I)
_CLAUSE = re.compile(r"[,;:](?=\s)|\s(?:en|maar|terwijl)(?=\s)")
_OTHERWISE = re.compile(
    r"\b(?:waarvan|daarvan|deels|eerder\w*|vorige?|oorspronkelijk\w*|half\s?jaar|kwartaal|maanden|uitgegeven|besteed"
    r"|tot\sen\smet|reserve\w*|structure\w+|zonder|exclusief|extra|nog\seens|dat|dus|samen)\b",
    re.I,
)
"""What makes it the balance of another time, or of a part."""


_PART_OF = re.compile(
    r"\b(?!(?:uitgaven|kosten|lasten|begroting|prognose|tekort|overschot|overschrijding|onderschrijding|budget|totaal)\b)"
    r"[^\W\d_]+\svan\s(?:(?:de|het)\s)?\Z",
    re.I,
)
"""'De onderzoeken van', before a row: a part of it."""


def other_balance(sentence: str, table: SpokenTable) -> str:
    """What a clause says otherwise than budget and outcome of the one row that it names, or of all."""
    budget, outcome = (
        [at for at, head in table.columns.items() if form.search(head) and _of_all(at, head, table)]
        for form in (_BUDGET, _OUTCOME)
    )
    if len(budget) != 1 or len(outcome) != 1 or budget == outcome or _has_income(sentence, table):
        return ""
    is_supposed = _SUPPOSED.search(sentence) is not None
    for clause in _clauses(sentence):
        found = next((one for form in _BALANCE if (one := form.search(clause))), None)
        side = SIDE.search(clause) if found is None else None
        told = _other_side(side, clause, budget[0], outcome[0], table) if side and not is_supposed else ""
        if told:
            return told
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


def _other_side(side: re.Match[str], clause: str, budget: int, outcome: int, table: SpokenTable) -> str:
    """What 'gaf minder uit dan begroot' says otherwise than the one row that the clause names."""
    rows = table.rows_named(clause)
    if len(rows) != 1:
        return ""
    row, spans = rows[0].number, sorted([(rows[0].start, rows[0].end), side.span()])
    rest = f"{clause[: spans[0][0]]} {clause[spans[0][1] : spans[1][0]]} {clause[spans[1][1] :]}"
    if not _SAYS_NO_MORE.fullmatch(rest.casefold()):
        return ""
    planned, spent = table.cell(row, budget), table.cell(row, outcome)
    if planned is None or spent is None or planned.kind != "€" or spent.kind != "€":
        return ""
    above = spent.value - planned.value
    is_so = above <= 0 if side["within"] else (above > 0) if side["more"] or side["over"] else above < 0
    where = table.lines[row].name
    return "" if is_so else f"hier staat '{side[0]}', en in {table.called} is bij '{where}' {_told(above)}"


_SO_FAR = re.compile(r"\b(?:t/m|tot|helft|half\w*|kwartaal|maand\w*|extra)\b", re.I)


def _of_all(column: int, head: str, table: SpokenTable) -> bool:
    """Whether a column has amounts, and not those of a part of the year."""
    cells = (table.cell(row, column) for row in table.rows)
    return not _SO_FAR.search(head) and any(cell is not None and cell.kind == "€" for cell in cells)


def _has_income(sentence: str, table: SpokenTable) -> bool:
    heads = " ".join((*table.columns.values(), *table.rows.values()))
    return any(_INCOME.search(one) for one in (sentence, heads))


def _clauses(sentence: str) -> list[str]:
    edges = [0, *(one.end() for one in _CLAUSE.finditer(sentence)), len(sentence)]
    return [sentence[start:end] for start, end in pairwise(edges)]


def _row_of(clause: str, table: SpokenTable) -> int | None:
    """The one row that a clause names, or the total where it names both columns and no row."""
    rows = table.rows_named(clause)
    if rows:
        is_one = len({one.number for one in rows}) == 1
        return rows[0].number if is_one and not _PART_OF.search(clause[: rows[0].start]) else None
    totals = [at for at, line in enumerate(table.lines) if line.is_total]
    is_of_all = _BUDGET.search(clause) and _OUTCOME.search(clause)
    return totals[0] if is_of_all and len(totals) == 1 else None


def _told(above: Decimal) -> str:
    """How much the outcome is above or below the budget, in full."""
    way = "hoger" if above > 0 else "lager"
    return f"de uitkomst {amount_text(abs(above), 0)} {way} dan begroot" if above else "er geen verschil"
