"""Find sentences that say of a table what its cells do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rapportage.checks.amounts import Amount
from rapportage.checks.directions import AMOUNT, number_of
from rapportage.checks.subjects import Paper
from rapportage.checks.table_extremes import EXTREME, other_extreme
from rapportage.checks.table_lines import tables
from rapportage.checks.table_names import Mention, SpokenTable, other_periods, text_of
from rapportage.document import Block, Kader, Landscape, List, Paragraph, Quote, Table, walk
from rapportage.dutch import MONTHS
from rapportage.errors import Finding
from rapportage.inlines import Inlines, Reference, place_of, plain

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^a-z])")
_NUMBER = re.compile(rf"(?<![\w.,/:€-]){AMOUNT}(?![\w/]|-\w|[ \u00a0](?:{'|'.join(MONTHS)})\b)")
_NEAR = 40
"""So far before a number stands what says of it what it is."""
_LABEL = re.compile(
    r"\b(?:tabel|figuur|hoofdstuk|paragraaf|bijlage|artikel|punt|fase|nr\.?|nummer|top)\s\Z", re.I
)
_ROOM = re.compile(
    r"\b(?:ruim|bijna|circa|ca\.|ongeveer|rond(?:\sde)?|zo['’]n|meer\sdan|minder\sdan|krap)\s\Z", re.I
)
_CHANGE = re.compile(r"\b(?:met|maal|keer|factor)\s(?:\w+\s)?\Z", re.I)
_CHANGED = re.compile(
    r"(?:[ \u00a0](?!(?:in|en|van|op)\b)\w+)?[ \u00a0](?:meer|minder|hoger|lager|extra|erbij|keer|maal"
    r"|procentpunt\w*|jaar|weken|maanden|dagen|op\sde|van\sde)\b",
    re.I,
)
_BEHIND = re.compile(r"[ \u00a0](?P<noun>[^\W\d_][\w-]*)(?:[ \u00a0](?P<next>[^\W\d_][\w-]*))?")
_SMALL = re.compile(
    r"in|en|van|voor|tegen|op|bij|naar|tot|over|ten|terwijl|maar|was|waren|is|zijn|er|uit|om|dan|met", re.I
)
_NOT_OF_IT = re.compile(
    r"\b(?:verwacht\w*|prognose\w*|raming\w*|geraamd\w*|doel\w*|begro\w+|gepland\w*|streef\w*|norm\w*|landelijk\w*"
    r"|gemiddeld\w*|exclusief|inclusief|zonder|niet|geen|waarvan|daarvan|per|eerder\w*|oorspronkelijk\w*|elk\w*"
    r"|provinci\w+|nederland\w*|regio\w*|zou|zouden|moet\w*|stijging|daling|groei\w*|toename|afname|verschil\w*"
    r"|aandeel|nieuwe?|eerste|laatste|tweede|helft|maximaal|minimaal|minstens|hoogstens|pas|inmiddels)\b",
    re.I,
)
"""What makes a number another one than that of a cell, unless the table itself says so."""
_COURSE = re.compile(rf"\bvan (?P<first>{AMOUNT})[^.;]{{0,40}}? naar (?P<last>{AMOUNT})", re.I)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a sentence, and where it stands."""

    words: str
    value: Decimal
    start: int
    end: int
    is_rough: bool

    def may_be(self, cell: Amount) -> bool:
        """Whether this number is that of a cell, as far as both are written."""
        if (self.words.endswith("%")) != (cell.kind == "%"):
            return True
        apart = abs(abs(self.value) - abs(cell.value))
        if self.is_rough:
            return apart <= abs(cell.value) / 10
        return apart <= max(_digit(self.value), cell.digit) / 2


def contradicting(paper: Paper) -> Iterator[Finding]:
    """Each sentence about a table that gives one of its cells another number."""
    known = {id(table): (table, lines) for table, lines in tables(paper)}
    by_id = {table.id: key for key, (table, _) in known.items() if table.id}

    @cache
    def spoken(key: int, called: str, is_named: bool) -> SpokenTable:
        table, lines = known[key]
        return SpokenTable(table, lines, called or table.label.lower(), is_named)

    for content, beside in _texts(paper.document.blocks) if known else ():
        referred = [
            by_id[one.target] for one in content if isinstance(one, Reference) and one.target in by_id
        ]
        near = dict(beside) | dict.fromkeys(referred, "") if len(set(referred)) <= 1 else {}
        for sentence in _SENTENCE.split(plain(content)) if referred or near else ():
            if not (_NUMBER.search(sentence) or EXTREME.search(sentence)):
                continue
            named = [spoken(key, "", True) for key in referred if _names(sentence, known[key][0])]
            about = named or [spoken(key, how, False) for key, how in near.items()]
            told = [_told(sentence, one) for one in about]
            if told and all(told):
                yield Finding(told[0], place_of(content), "kijk na welke van de twee klopt")


def _names(sentence: str, table: Table) -> bool:
    return re.search(rf"\b{table.label}\b", sentence, re.I) is not None


def _texts(blocks: Sequence[Block]) -> Iterator[tuple[Inlines, list[tuple[int, str]]]]:
    """The paragraphs with the tables right below and above them, and how each is called there."""
    for at, block in enumerate(blocks):
        beside: list[tuple[int, str]] = []
        for other, where in ((at + 1, "hieronder"), (at - 1, "hierboven")):
            if 0 <= other < len(blocks) and isinstance(table := blocks[other], Table):
                beside.append((id(table), table.label.lower() or f"de tabel {where}"))
        if isinstance(block, Landscape):
            yield from _texts(block.blocks)
        elif isinstance(block, Paragraph | List | Kader | Quote):
            for inner in walk((block,)):
                if isinstance(inner, Paragraph):
                    yield inner.content, beside


def _told(sentence: str, table: SpokenTable) -> str:
    """What a sentence says otherwise than the table; '' where it does not, or does not speak of it."""
    rows, columns = table.rows_named(sentence), table.columns_named(sentence)
    mentions = [*rows, *columns]
    if other_periods(sentence, mentions, table):
        return ""
    others = (one for one in _NOT_OF_IT.finditer(sentence) if not _is_within(one, mentions))
    if any(not table.uses(one[0]) for one in others):
        return ""
    if EXTREME.search(sentence) and (told := other_extreme(sentence, rows, columns, table)):
        return told
    numbers = _numbers(sentence, mentions)
    if not numbers or not all(_is_counted_here(one, sentence, table) for one in numbers):
        return ""
    only = list(table.columns) if len(table.columns) == 1 and table.is_named else []
    if not rows:
        return _other_total(sentence, columns, numbers, table)
    pairs = _pairs(rows, columns, numbers, only) if table.tells(sentence) else []
    for row, column, number in pairs:
        cell = table.cell(row, column)
        if cell is not None and not number.may_be(cell):
            where = (
                f"'{table.rows[row]}' en '{table.columns[column]}'" if not only else f"'{table.rows[row]}'"
            )
            return f"hier staat {number.words}, en in {table.called} staat bij {where} {text_of(cell)}"
    return "" if pairs else _other_course(sentence, rows, columns, table)


def _pairs(
    rows: Sequence[Mention], columns: Sequence[Mention], numbers: Sequence[_Number], only: Sequence[int]
) -> list[tuple[int, int, _Number]]:
    """Which cell each number of a sentence is of, where its words say so in one way only."""
    named = list(dict.fromkeys(one.number for one in columns)) or list(only)
    if len(named) == 1:
        column = named[0]
        return [(row, column, number) for row, number in _each(rows, numbers)]
    if len(rows) == 1:
        return [(rows[0].number, column, number) for column, number in _each(columns, numbers)]
    return []


def _each(mentions: Sequence[Mention], numbers: Sequence[_Number]) -> list[tuple[int, _Number]]:
    """The numbers with what is named beside each: in turns, or first all names and then all numbers."""
    if len(mentions) != len(numbers) or len({one.number for one in mentions}) != len(mentions):
        return []
    starts = [(one.start, "m") for one in mentions] + [(one.start, "n") for one in numbers]
    order = "".join(kind for _, kind in sorted(starts))
    count = len(mentions)
    if count > 1 and order not in ("mn" * count, "nm" * count, "m" * count + "n" * count):
        return []
    return [(one.number, number) for one, number in zip(mentions, numbers, strict=True)]


def _numbers(sentence: str, mentions: Sequence[Mention]) -> list[_Number]:
    found: list[_Number] = []
    for one in _NUMBER.finditer(sentence):
        before = sentence[max(0, one.start() - _NEAR) : one.start()]
        value = number_of(one[0])
        if (
            value is None
            or _is_within(one, mentions)
            or _LABEL.search(before)
            or re.fullmatch(r"(?:19|20)[0-9]{2}", one[0])
        ):
            continue
        found.append(_Number(one[0], value, one.start(), one.end(), _ROOM.search(before) is not None))
    return found


def _is_within(found: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether these words name a row or a column, or a part of it."""
    return any(one.start < found.end() and found.start() < one.end for one in mentions)


def _is_counted_here(number: _Number, sentence: str, table: SpokenTable) -> bool:
    """Whether a number is one of what the table counts, by the word behind it."""
    if _CHANGE.search(sentence[max(0, number.start - _NEAR) : number.start]) or _CHANGED.match(
        sentence, number.end
    ):
        return False
    behind = _BEHIND.match(sentence, number.end)
    if behind is None or _SMALL.fullmatch(behind["noun"]):
        return True
    return table.uses(behind["noun"]) or bool(behind["next"] and table.uses(behind["next"]))


_ALL = re.compile(r"\b(?:in\stotaal|samen|opgeteld|bij\selkaar|het\stotaal(?:\saantal)?)\b", re.I)


def _other_total(
    sentence: str, columns: Sequence[Mention], numbers: Sequence[_Number], table: SpokenTable
) -> str:
    """What is said of all together where the table has another total."""
    totals = [at for at, line in enumerate(table.lines) if line.is_total]
    named = list(dict.fromkeys(one.number for one in columns)) or list(table.columns)
    behind = _BEHIND.match(sentence, numbers[0].end)
    counted = behind is not None and table.uses(behind["noun"])
    if not (_ALL.search(sentence) and len(totals) == len(named) == len(numbers) == 1 and counted):
        return ""
    cell = table.cell(totals[0], named[0]) if table.tells(sentence) else None
    if cell is None or numbers[0].may_be(cell):
        return ""
    return f"hier staat {numbers[0].words} in totaal, en in {table.called} is het totaal {text_of(cell)}"


def _other_course(
    sentence: str, rows: Sequence[Mention], columns: Sequence[Mention], table: SpokenTable
) -> str:
    """What a row does otherwise than 'van 120 naar 98', of which one is a number of that row."""
    found = _COURSE.search(sentence)
    if found is None or len(rows) != 1 or columns:
        return ""
    row = rows[0].number
    cells = [cell for column in table.columns if (cell := table.cell(row, column)) is not None]
    ends = [
        _Number(found[end], value, *found.span(end), is_rough=False)
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


def _is(number: _Number, cell: Amount) -> bool:
    return number.words.endswith("%") == (cell.kind == "%") and number.may_be(cell)


def _digit(value: Decimal) -> Decimal:
    """What one in the last digit of a number is worth that may have been rounded to hundreds."""
    exponent = int(value.as_tuple().exponent)
    zeros = int(value.normalize().as_tuple().exponent) if value else 0
    return Decimal(1).scaleb(zeros if zeros > 1 else exponent)
