"""Find rows and cells of tables that are signs of another program's tables, and columns without a head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportage.checks.reading.amounts import heading
from rapportage.checks.subjects import Paper
from rapportage.document import Block, Cell, List, Row, Slot, Table, grid, walk
from rapportage.errors import Finding, Place
from rapportage.inlines import place_of, plain
from rapportage.named_periods import named_periods

_RULE = re.compile(r":?[-=–—_]{2,}:?")
_SPANS = re.compile(r"\^{1,3}|[<>]{1,2}")
_MARK = re.compile(r"[^\W_][ \xa0]?(?P<mark>(?<![0-9])[1-9]\)|(?<!\w)[a-h]\)|\*)")
"""A word with the mark of a note behind it."""
_TWO_TABLES = "haal haar weg; zijn het twee tabellen, zet er dan een witregel en een eigen kop tussen"


def without_head(paper: Paper) -> Iterator[Finding]:
    """Each table with a column, other than the first of several, that has no words above it."""
    for table in _tables(paper):
        columns = range(1 if table.columns > 1 else 0, table.columns if table.head else 0)
        if (bare := next((one for one in columns if not heading(table, one).strip()), None)) is not None:
            hint = "schrijf in de kop wat eronder staat; alleen boven de eerste kolom mag het leeg blijven"
            yield Finding(f"boven kolom {bare + 1} van deze tabel staat niets", table.place, hint)


def same_period_twice(paper: Paper) -> Iterator[Finding]:
    """Each table with two columns of one period, unless all of its columns come twice beside each other."""
    for table in _tables(paper):
        heads = [" ".join(heading(table, column).split()) for column in range(table.columns)]
        half = len(heads) // 2
        if heads[:half] == heads[half:]:
            continue
        twice = next(
            (one for at, one in enumerate(heads) if one in heads[:at] and _names_a_period(one)), None
        )
        if twice is not None:
            hint = "verander de kop van een van beide, of zet er een kop boven die zegt wat zij tellen"
            yield Finding(f"twee kolommen van deze tabel heten '{twice}'", table.place, hint)


def _names_a_period(head: str) -> bool:
    return _YEAR.search(head) is not None or any(one.form == "period" for one in named_periods(head))


_YEAR = re.compile(r"(?<!\w)(?:19|20)[0-9]{2}(?!\w)")


def no_data(paper: Paper) -> Iterator[Finding]:
    """Of each table the first row that holds no data: its head once more, or a rule."""
    for table in _tables(paper):
        heads = [_row(row) for row in table.head]
        for row in table.body:
            words = _row(row)
            is_head = words in heads and any(words)
            if is_head or all(map(_RULE.fullmatch, words)):
                what = "herhaalt de kop van de tabel" if is_head else "bestaat uit streepjes"
                yield Finding(f"deze rij {what}", _place(row.cells[0], table), _TWO_TABLES)
                break


def joined_cells(paper: Paper) -> Iterator[Finding]:
    """Of each table the first cell with a sign that elsewhere joins it with its neighbour."""
    for table in _tables(paper):
        signs = [
            one for row in grid(table) for one in row if not one.goes_on and _SPANS.fullmatch(_words(one))
        ]
        ways = {(one.column, _words(one)) for one in signs}
        arrows = {column for column, _ in ways if sum(column == other for other, _ in ways) > 1}
        if (slot := next((one for one in signs if one.column not in arrows), None)) is not None:
            hint = (
                "maak er een bestand van in tabellen/, met 'over-rijen' of 'over-kolommen' bij de cel; "
                "wijst het teken een richting aan, schrijf dan ↑ of ↓"
            )
            message = f"een cel met '{_words(slot)}' voegt hier geen cellen samen"
            yield Finding(message, _place(slot.cell, table), hint)


def marks(paper: Paper) -> Iterator[Finding]:
    """Each table with the mark of a note that was written by hand, if the note became an item of a list."""
    for block, below in pairwise(walk(paper.document.blocks)):
        if isinstance(block, Table) and (found := _by_hand(block, below)):
            slot, mark = found
            hint = "schrijf [^1] in de cel, en de noot als voetnoot; in een bestand staat zij onder 'noten'"
            message = f"'{mark}' in deze cel is met de hand geschreven, en de noot eronder wordt een lijst"
            yield Finding(message, _place(slot.cell, block), hint)


def _by_hand(table: Table, below: Block) -> tuple[Slot, str] | None:
    """The first cell with a mark that the list below the table begins with, and the mark."""
    if not isinstance(below, List) or below.start != 1 or (not below.ordered and len(below.items) > 1):
        return None
    firsts = ("1)", "a)") if below.ordered else ("*",)
    for slot in (one for row in grid(table) for one in row if not one.goes_on):
        words = _words(slot)
        found = _MARK.search(words, max(0, len(words) - 8))
        opened = "(" in words and not words.startswith("(")
        if found and found.end() == len(words) and found["mark"] in firsts and not opened:
            return slot, found["mark"]
    return None


def _row(row: Row) -> list[str]:
    """The words of the row's cells, with single blanks of whatever kind."""
    return [" ".join(plain(cell.content).split()) for cell in row.cells]


def _tables(paper: Paper) -> Iterator[Table]:
    return (block for block in walk(paper.document.blocks) if isinstance(block, Table))


def _words(slot: Slot) -> str:
    return plain(slot.cell.content).strip()


def _place(cell: Cell, table: Table) -> Place:
    place = place_of(cell.content) if cell.content else cell.place
    return place if place.file else table.place
