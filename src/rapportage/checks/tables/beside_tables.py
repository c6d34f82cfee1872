"""Find sentences that say of a table what its cells do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from rapportage.checks.reading.amounts import Amount
from rapportage.checks.reading.table_lines import tables
from rapportage.checks.reading.table_names import Mention, SpokenTable, other_periods, text_of
from rapportage.checks.reading.table_numbers import (
    BEHIND,
    NUMBER,
    SaidNumber,
    is_counted_here,
    is_within,
    said_numbers,
)
from rapportage.checks.reading.told_facts import OF_ANOTHER
from rapportage.checks.subjects import Paper
from rapportage.checks.tables.counted_rows import other_than_the_row
from rapportage.checks.tables.table_balances import SIDE, other_balance
from rapportage.checks.tables.table_changes import other_change
from rapportage.checks.tables.table_courses import other_course, other_way
from rapportage.checks.tables.table_extremes import EXTREME, other_extreme
from rapportage.checks.tables.table_mixed import of_another_row
from rapportage.checks.tables.table_products import other_product
from rapportage.checks.tables.table_rests import other_rest
from rapportage.checks.tables.table_shares import other_share
from rapportage.checks.tables.table_slips import slipped, slipped_difference
from rapportage.document import Block, Heading, Kader, Landscape, List, Paragraph, Quote, Table, walk
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding
from rapportage.inlines import Inlines, Reference, place_of, plain
from rapportage.movement import ways_said

_REASON = re.compile(
    r",?\s(?:omdat|doordat|want|mede\sdoor(?:dat)?|vooral\sdoor(?:dat)?|vanwege|dankzij|als\sgevolg\svan)\s",
    re.I,
)
"""What begins the reason of what was said, which is no number of the table."""
_GROWS_ITSELF = re.compile(
    r"(?:(?:Ook|Alleen)\s)?(?-i:[A-Z])[\w-]+(?:\s(?-i:[A-Z])[\w-]+)?\s(?:groei(?:t|de)|krimpt|kromp)\b(?!.*\baantal\b)",
    re.I,
)
"""'Turfdam groeide', which may be said of the place, too, unless the sentence before it counts something."""
_COUNTS = re.compile(r"\baantal\b|[0-9]", re.I)
_SAYING = (NUMBER, EXTREME, SIDE)
"""Without any of these, or a way that it went, a sentence says nothing that a cell could deny."""


def contradicting(paper: Paper) -> Iterator[Finding]:
    """Each sentence about a table that gives one of its cells another number, beside it or in its chapter."""
    told = list(_beside(paper))
    yield from told
    yield from other_than_the_row(paper, {one.at for one in told})


def _beside(paper: Paper) -> Iterator[Finding]:
    known = {id(table): (table, lines) for table, lines in tables(paper)}
    by_id = {table.id: key for key, (table, _) in known.items() if table.id}
    above = dict(_above(paper.document.blocks))
    year = paper.document.meta.periode[:4]

    @cache
    def spoken(key: int, called: str, is_named: bool) -> SpokenTable:
        table, lines = known[key]
        return SpokenTable(table, lines, called or table.label.lower(), is_named, above.get(key, ""), year)

    for content, beside in _texts(paper.document.blocks) if known else ():
        referred = [
            by_id[one.target] for one in content if isinstance(one, Reference) and one.target in by_id
        ]
        near = dict(beside) | dict.fromkeys(referred, "") if len(set(referred)) <= 1 else {}
        whole = BETWEEN_SENTENCES.split(plain(content)) if referred or near else []
        for before, sentence in zip(("", *whole), (_REASON.split(one)[0] for one in whole), strict=False):
            if not (any(one.search(sentence) for one in _SAYING) or any(ways_said(sentence))):
                continue
            if _GROWS_ITSELF.match(sentence) and not _COUNTS.search(before):
                continue
            named = [spoken(key, "", True) for key in referred if _names(sentence, known[key][0])]
            about = named or [spoken(key, how, False) for key, how in near.items()]
            told = [other_than(sentence, one) for one in about]
            if told and all(told):
                yield Finding(told[0], place_of(content), "kijk na welke van de twee klopt")


def _names(sentence: str, table: Table) -> bool:
    return re.search(rf"\b{table.label}\b", sentence, re.I) is not None


def _above(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The sentence right above each table, with the heading above that."""
    for at, block in enumerate(blocks):
        if isinstance(block, Landscape):
            yield from _above(block.blocks)
        elif isinstance(block, Table) and at and isinstance(before := blocks[at - 1], Paragraph | Heading):
            words = [BETWEEN_SENTENCES.split(plain(before.content))[-1]]
            if at > 1 and isinstance(heading := blocks[at - 2], Heading):
                words.append(plain(heading.content))
            yield id(block), " ".join(words)


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


def other_than(sentence: str, table: SpokenTable) -> str:
    """What a sentence says otherwise than the table; '' where it does not, or does not speak of it."""
    rows, columns = table.rows_named(sentence), table.columns_named(sentence)
    mentions = [*rows, *columns]
    if other_periods(sentence, mentions, table):
        return ""
    told = (
        other_balance(sentence, table) or other_product(sentence, rows, table) or other_share(sentence, table)
    )
    told = told or _contradiction(sentence, rows, columns, table) or other_change(sentence, rows, table)
    told = told or other_rest(sentence, table) or of_another_row(sentence, table)
    if told:
        return told
    numbers = said_numbers(sentence, mentions)
    if slip := slipped(sentence, rows, numbers, table):
        return _told_of_cell(*slip, table)
    if apart := slipped_difference(sentence, rows, numbers, table):
        number, row, heads, cell = apart
        where = f"bij '{table.lines[row].name}' het verschil van {heads}"
        return f"hier staat {number.words}, en in {table.called} is {where} {number.shown_of(cell)}"
    return ""


def _contradiction(
    sentence: str, rows: Sequence[Mention], columns: Sequence[Mention], table: SpokenTable
) -> str:
    """What words that can be of nothing but the table say otherwise."""
    mentions = [*rows, *columns]
    others = (one for one in OF_ANOTHER.finditer(sentence) if not is_within(one, mentions))
    if any(not table.uses(one[0]) for one in others):
        return ""
    if EXTREME.search(sentence) and (told := other_extreme(sentence, rows, columns, table)):
        return told
    numbers = said_numbers(sentence, mentions)
    if not numbers:
        return other_way(sentence, rows, columns, table)
    if not all(is_counted_here(one, sentence, table) for one in numbers):
        return ""
    of_these = all(_OF_THESE.search(sentence[: one.start]) for one in numbers)
    only = _only(numbers, table) if table.is_named or of_these else []
    if not rows:
        return _other_total(sentence, columns, numbers, table)
    pairs = _pairs(rows, columns, numbers, only) if table.tells(sentence) else []
    for row, column, number in pairs:
        cell = table.cell(row, column)
        if cell is not None and not number.may_be(cell):
            return _told_of_cell(
                number, row, None if only and len(table.columns) == 1 else column, cell, table
            )
    return "" if pairs else other_course(sentence, rows, columns, table)


def _told_of_cell(number: SaidNumber, row: int, column: int | None, cell: Amount, table: SpokenTable) -> str:
    """That a number is another one than that of a cell."""
    where = f"'{table.lines[row].name}'" + (f" en '{table.columns[column]}'" if column else "")
    return f"hier staat {number.words}, en in {table.called} staat bij {where} {number.shown_of(cell)}"


def _only(numbers: Sequence[SaidNumber], table: SpokenTable) -> list[int]:
    """The one column that numbers can be of: the only one, or the only one of shares, or of anything else."""
    shares = {one.words.endswith("%") for one in numbers}
    cells = {column: [table.cell(row, column) for row in table.rows] for column in table.columns}
    kinds = {column: {one.kind == "%" for one in found if one} for column, found in cells.items()}
    alike = [column for column, kind in kinds.items() if kind == shares]
    return alike if len(alike) == 1 else []


def _pairs(
    rows: Sequence[Mention], columns: Sequence[Mention], numbers: Sequence[SaidNumber], only: Sequence[int]
) -> list[tuple[int, int, SaidNumber]]:
    """Which cell each number of a sentence is of, where its words say so in one way only."""
    named = list(dict.fromkeys(one.number for one in columns)) or list(only)
    if len(named) == 1:
        column = named[0]
        return [(row, column, number) for row, number in _each(rows, numbers)]
    if len(rows) == 1:
        return [(rows[0].number, column, number) for column, number in _each(columns, numbers)]
    return []


def _each(mentions: Sequence[Mention], numbers: Sequence[SaidNumber]) -> list[tuple[int, SaidNumber]]:
    """The numbers with what is named beside each: in turns, or first all names and then all numbers."""
    if len(mentions) != len(numbers) or len({one.number for one in mentions}) != len(mentions):
        return []
    starts = [(one.start, "m") for one in mentions] + [(one.start, "n") for one in numbers]
    order = "".join(kind for _, kind in sorted(starts))
    count = len(mentions)
    if count > 1 and order not in ("mn" * count, "nm" * count, "m" * count + "n" * count):
        return []
    return [(one.number, number) for one, number in zip(mentions, numbers, strict=True)]


_ALL = re.compile(r"\b(?:in\stotaal|samen|opgeteld|bij\selkaar|het\stotaal(?:\saantal)?)\b", re.I)

_OF_THESE = re.compile(r"\b(?:het|dat)\ser\s(?:(?:in|uit)\s[\w-]+\s|samen\s)?\Z", re.I)
"""'In totaal waren het er', before a number: what is counted was told before."""
_NEARLY = 4
"""So near, as a part of it, what is said without its period must be to the last total."""


def _other_total(
    sentence: str, columns: Sequence[Mention], numbers: Sequence[SaidNumber], table: SpokenTable
) -> str:
    """What is said of all together where the table has another total.

    Where no period is named, it may be that of any, or of all together.
    """
    totals = [at for at, line in enumerate(table.lines) if line.is_total]
    named = list(dict.fromkeys(one.number for one in columns)) or list(table.periods) or list(table.columns)
    behind = BEHIND.match(sentence, numbers[0].end)
    is_of_these = _OF_THESE.search(sentence[: numbers[0].start]) is not None
    of_a_column = bool(columns) and "€" in numbers[0].words
    counted = (is_of_these or of_a_column) if behind is None else table.uses(behind["noun"])
    is_clear = len(named) == 1 or (not columns and len(named) == len(table.periods))
    if not (_ALL.search(sentence) and len(totals) == len(numbers) == 1 and is_clear and counted):
        return ""
    cells = [cell for one in named if (cell := table.cell(totals[0], one))]
    if len(cells) != len(named) or not table.tells(sentence):
        return ""
    number, cell = numbers[0], cells[-1]
    whole = sum((one.value for one in cells), Decimal())
    if any(number.may_be(one) for one in (*cells, replace(cell, value=whole))):
        return ""
    if len(cells) > 1 and abs(number.value - cell.value) > cell.value / _NEARLY:
        return ""
    return f"hier staat {number.words} in totaal, en in {table.called} is het totaal {text_of(cell)}"
