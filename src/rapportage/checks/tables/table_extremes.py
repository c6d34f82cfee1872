"""What a sentence calls the highest or the lowest of a table is so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rapportage.checks.reading.directions import AMOUNT
from rapportage.checks.reading.table_names import Mention, SpokenTable, text_of

EXTREME = re.compile(r"\b(?P<words>(?P<most>hoogste?|meeste?|grootst)|laagste?|minste?|kleinst)\b", re.I)
"""What calls one of several the first of them."""
_NOT_ALONE = re.compile(
    r"\b(?:na|behalve|naast|niet|geen|ooit|sinds|tot|dan|ook|beide|allebei|een\svan|of|als|zou|wie|waar|op\s(?:één|een|twee)"
    r"|gezamenlijk\w*|onder|binnen|deze|die|doel|naar)\b",
    re.I,
)
"""What makes it the first among others than the rows of the table."""
_HAS = (
    r"(?:heeft|had|kreeg|krijgt|telt|telde|kent|kende|scoort|scoorde|ontving|behaalde|laat|toont|leverde"
    r"|bouwde)"
)
_HOLDS = re.compile(rf"\s(?:er\s)?(?P<verb>{_HAS}\s)?(?:(?:in|over)\s[\w-]+\s)?(?:de|het)\s\Z", re.I)
"""Between a row and what it has: 'Zwolle had in 2024 het'."""
_HAS_BEHIND = re.compile(rf"\s{_HAS}\s*(?:[.,;:!?(]|\Z)", re.I)
"""Behind what it has: 'dat Zwolle de meeste aanvragen had'."""
_THING = re.compile(
    r"(?:\s(?:aantal|aandeel|percentage|bedrag)\b)?(?:\s(?P<noun>(?!(?:in|bij|is|was)\b)[^\W\d_][\w-]*))?"
)
_ENDS = re.compile(r"(?:\sop)?\s*(?:[.,;:!?(]|\Z)|\s(?:in|over)\s")
_IS_IN = re.compile(
    r"\s(?:(?:is|was|zijn|waren|ligt|lag|kwam|kwamen|komt|komen|staat|staan|gaat|gaan|ging|gingen|vallen|vielen|werden)"
    r"\s(?:er\s)?(?:(?!niet\b)[^\W\d_]{4,}\s)?)?"
    r"(?:in|bij|uit|van|voor)\s(?:de\s|het\s)?\Z",
    re.I,
)
_VERB = re.compile(r"\s(?:is|was|zijn|waren|ligt|lag|kwam|komt|kom|sta|gaa|ging|val|viel)", re.I)
_COMES = re.compile(r"\s(?:komen|komt|kwamen|kwam|vallen|valt|vielen|viel)\s*(?:[.,;:!?(]|\Z)", re.I)
"""The verb of a clause that has it behind: 'dat de meeste aanvragen uit Zwolle komen'."""
_CAME = re.compile(r"\b(?:komen|kwamen|vallen|vielen)\s(?:de|het)\s\Z", re.I)
"""The same where a sentence begins with its time: 'In 2024 kwamen de'."""
_MOST_IS = re.compile(
    rf"\s(?:is|zijn|was|waren|werd|werden)\s(?:er\s)?(?:met\s(?P<number>{AMOUNT})(?:\s[^\W\d_]+)?\s)?het\s\Z",
    re.I,
)
"""Between a row and what it is: 'Aan sport is met € 40.000 het'."""
_IS_BEHIND = re.compile(r"(?:\s(?!van\b)[^\W\d_]{4,})?\s*(?:[.,;:!?](?!\d)|\Z)")
_IN_YEAR = re.compile(r"\s?\b(?:in|over)\s(?:heel\s)?(?:19|20)[0-9]{2}(?![\w/.-]*\w)", re.I)
_IN = re.compile(r"\s?\b(?:in|over|tijdens|op|per)\s(?:de\s|het\s)?\Z", re.I)
_NO_RIVAL = re.compile(r"totaal|gemiddeld|regio|nederland|provincie|overig|samen|rest", re.I)


def other_extreme(
    sentence: str, rows: Sequence[Mention], columns: Sequence[Mention], table: SpokenTable
) -> str:
    """What a sentence calls the highest or lowest, where another row is; '' where that is not clear."""
    found = list(EXTREME.finditer(sentence))
    if len(found) != 1 or len(rows) != 1 or _NOT_ALONE.search(sentence) or not table.tells(sentence):
        return ""
    told = ""
    for column in _columns(sentence, rows[0], columns, table):
        here = _in_column(column, rows[0], found[0], table)
        if not here:
            return ""
        told = told or here
    timeless, row = _without_time(sentence, rows[0], [one for one in columns if one.number in table.periods])
    said = EXTREME.search(timeless)
    return told if said and _is_said_of(timeless, row, said, table) else ""


def _without_time(sentence: str, row: Mention, columns: Sequence[Mention]) -> tuple[str, Mention]:
    """The sentence without the periods that it names, and where it names the row then."""
    spans = [one.span() for one in _IN_YEAR.finditer(sentence)]
    for one in columns:
        before = _IN.search(sentence, 0, one.start)
        spans.append((before.start() if before else one.start, one.end))
    for start, end in sorted(set(spans), reverse=True):
        if end <= row.start or start >= row.end:
            sentence = sentence[:start] + sentence[end:]
            moved = end - start if end <= row.start else 0
            row = Mention(row.number, row.start - moved, row.end - moved)
    return sentence, row


def _in_column(column: int, row: Mention, said: re.Match[str], table: SpokenTable) -> str:
    """What another row of a column has, where that is the highest or the lowest; '' where this one may be."""
    own = table.cell(row.number, column)
    if own is None:
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
    if row.end <= said.start() and not is_noun:
        is_so = _MOST_IS.fullmatch(sentence[row.end : said.start()])
        return is_so is not None and _IS_BEHIND.match(sentence, end) is not None
    if row.end <= said.start():
        holds = _HOLDS.fullmatch(sentence[row.end : said.start()])
        ends = holds and (_ENDS if holds["verb"] else _HAS_BEHIND).match(sentence, end)
        return is_noun and ends is not None
    between = sentence[end : row.start]
    partitive = is_noun and not (
        _VERB.match(between)
        or _COMES.match(sentence, row.end)
        or (_CAME.search(sentence, 0, said.start()) and _ENDS.match(sentence, row.end))
    )
    return _IS_IN.fullmatch(between) is not None and not partitive


_WITH = re.compile(rf"\s(?:is|was)\smet\s(?P<number>{AMOUNT})\s", re.I)


def _columns(sentence: str, row: Mention, columns: Sequence[Mention], table: SpokenTable) -> Sequence[int]:
    """The columns that may be meant: the one that is named, or that with the number told, or all."""
    named = list(dict.fromkeys(one.number for one in columns))
    if named:
        return named if len(named) == 1 else ()
    every = list(table.periods)[::-1] or list(table.columns)
    behind = re.match(r"\s\((?P<number>[^()]{1,20})\)", sentence[row.end :])
    behind = behind or _WITH.match(sentence, row.end)
    has = [
        one
        for one in every
        if (cell := table.cell(row.number, one))
        and behind
        and text_of(cell).removeprefix("€ ") == behind["number"].removeprefix("€").strip()
    ]
    return has if len(has) == 1 or (behind and len(every) > 1) else every
