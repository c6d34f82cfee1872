"""What a sentence calls the highest or the lowest of a table is so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rapportage.checks.table_names import Mention, SpokenTable, text_of

EXTREME = re.compile(r"\b(?P<words>(?P<most>hoogste?|meeste)|laagste?|minste)\b", re.I)
"""What calls one of several the first of them."""
_NOT_ALONE = re.compile(
    r"\b(?:na|behalve|naast|niet|geen|ooit|sinds|tot|dan|ook|beide|allebei|een\svan|of|als|zou|wie|waar|op\s(?:één|een|twee)"
    r"|gezamenlijk\w*|onder|binnen|deze|die|doel|naar)\b",
    re.I,
)
"""What makes it the first among others than the rows of the table."""
_HAS = r"(?:heeft|had|kreeg|krijgt|telt|telde|kent|kende|scoort|scoorde|ontving|behaalde|laat|toont)"
_HOLDS = re.compile(rf"\s(?:er\s)?(?P<verb>{_HAS}\s)?(?:(?:in|over)\s[\w-]+\s)?(?:de|het)\s\Z", re.I)
"""Between a row and what it has: 'Zwolle had in 2024 het'."""
_HAS_BEHIND = re.compile(rf"\s{_HAS}\s*(?:[.,;:!?(]|\Z)", re.I)
"""Behind what it has: 'dat Zwolle de meeste aanvragen had'."""
_THING = re.compile(
    r"(?:\s(?:aantal|aandeel|percentage|bedrag)\b)?(?:\s(?P<noun>(?!(?:in|bij|is|was)\b)[^\W\d_][\w-]*))?"
)
_ENDS = re.compile(r"\s*(?:[.,;:!?(]|\Z)|\s(?:in|over)\s")
_IS_IN = re.compile(
    r"\s(?:(?:is|was|zijn|waren|ligt|lag|kwam|kwamen|komt|komen|staat|staan|gaat|gaan|ging|gingen|vallen|vielen)\s(?:er\s)?)?"
    r"(?:in|bij|uit|van|voor)\s(?:de\s|het\s)?\Z",
    re.I,
)
_VERB = re.compile(r"\s(?:is|was|zijn|waren|ligt|lag|kwam|komt|kom|sta|gaa|ging|val|viel)", re.I)
_NO_RIVAL = re.compile(r"totaal|gemiddeld|regio|nederland|provincie|overig|samen|rest", re.I)


def other_extreme(
    sentence: str, rows: Sequence[Mention], columns: Sequence[Mention], table: SpokenTable
) -> str:
    """What a sentence calls the highest or lowest, where another row is; '' where that is not clear."""
    found = list(EXTREME.finditer(sentence))
    if len(found) != 1 or len(rows) != 1 or _NOT_ALONE.search(sentence) or not table.tells(sentence):
        return ""
    row, said = rows[0], found[0]
    if not _is_said_of(sentence, row, said, table):
        return ""
    column = _column(sentence, row, columns, table)
    own = table.cell(row.number, column) if column is not None else None
    if column is None or own is None:
        return ""
    sign = Decimal(1) if said["most"] else Decimal(-1)
    others = {
        at: cell
        for at in table.rows
        if (cell := table.cell(at, column)) and not _NO_RIVAL.search(table.rows[at])
    }
    if len(others) < 2 or row.number not in others:
        return ""
    best = max(others, key=lambda at: sign * others[at].value)
    if others[best].value == own.value or sign * own.value > sign * others[best].value:
        return ""
    here = f"'{said['words']}' bij '{table.rows[row.number]}' ({text_of(own)})"
    return f"hier staat {here}, en in {table.called} is dat '{table.rows[best]}' ({text_of(others[best])})"


def _is_said_of(sentence: str, row: Mention, said: re.Match[str], table: SpokenTable) -> bool:
    """Whether the sentence says it of this row and of what the table counts."""
    is_noun = said["words"].lower() in ("meeste", "minste", "hoogste", "laagste")
    thing = _THING.match(sentence, said.end()) if is_noun else None
    end = thing.end() if thing else said.end()
    noun = thing["noun"] if thing else None
    if noun and not table.uses(noun):
        return False
    if row.end <= said.start():
        holds = _HOLDS.fullmatch(sentence[row.end : said.start()])
        ends = holds and (_ENDS if holds["verb"] else _HAS_BEHIND).match(sentence, end)
        return is_noun and ends is not None
    between = sentence[end : row.start]
    partitive = is_noun and not _VERB.match(between)
    return _IS_IN.fullmatch(between) is not None and not partitive


def _column(sentence: str, row: Mention, columns: Sequence[Mention], table: SpokenTable) -> int | None:
    """The column that is meant: the only one, the one that is named, or that with the number told."""
    named = list(dict.fromkeys(one.number for one in columns)) or list(table.columns)
    if len(named) == 1:
        return named[0]
    if columns:
        return None
    behind = re.match(r"\s\((?P<number>[^()]{1,20})\)", sentence[row.end :])
    has = [
        one
        for one in named
        if (cell := table.cell(row.number, one)) and behind and text_of(cell) == behind["number"]
    ]
    return has[0] if len(has) == 1 else None
