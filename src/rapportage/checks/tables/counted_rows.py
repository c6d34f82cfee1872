"""Find sentences that count what a table of their chapter counts, with another number: 'Er zijn 14 hubs'."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount
from rapportage.checks.reading.table_lines import tables
from rapportage.checks.reading.table_names import SpokenTable, periode_of, text_of
from rapportage.checks.reading.texts import on_every_page
from rapportage.checks.reading.told_facts import Fact, facts
from rapportage.checks.subjects import Paper
from rapportage.document import Block, Heading, Paragraph, Table
from rapportage.errors import Finding, Place
from rapportage.inlines import place_of, plain
from rapportage.periode import Periode, parse_periode

_COUNTS_ALL = re.compile(
    r"(?:(?:De\s(?:regio|gemeente|provincie)|Het\swaterschap)\s(?:telt|heeft|kent)|Er\s(?:zijn|staan))\s(?:nu\s)?"
)
"""What stands before the number of all that there are now."""
_OF_SOME = re.compile(
    r"\s(?:in|bij|op|voor|van|nodig|gepland|zonder|met)\b|[^,.;:]*\b(?:[A-Z]|[12][0-9]{3}\b)"
)
"""What behind it makes it the number of a part, of a place or of another time."""


_NEAR = Decimal("0.25")


def other_than_the_row(paper: Paper, told: Collection[Place]) -> Iterator[Finding]:
    """Each 'De regio telt 14 hubs' in a chapter whose table has another number for hubs in this period.

    Nothing is said of a text that was `told` of.
    """
    lines = {id(table): found for table, found in tables(paper)}
    now = parse_periode(paper.document.meta.periode)
    for chapter in _chapters(paper.document.blocks) if lines else ():
        spoken = [
            SpokenTable(one, lines[id(one)], one.label.lower() or "een tabel hier", is_named=False)
            for one in chapter
            if isinstance(one, Table) and id(one) in lines
        ]
        for block in chapter if spoken else ():
            if not isinstance(block, Paragraph) or place_of(block.content) in told:
                continue
            for fact in facts(plain(block.content)):
                found = [one for table in spoken if (one := _cell_of(fact, table, now))]
                if len(found) == 1 and not fact.may_be(found[0][1].value):
                    where, cell = found[0]
                    yield Finding(
                        f"hier staat '{fact.words}', en in {where} staat {text_of(cell)}",
                        place_of(block.content),
                        "kijk na welke van de twee klopt",
                    )


def _cell_of(fact: Fact, table: SpokenTable, now: Periode) -> tuple[str, Amount] | None:
    """The number of this period in the row that is called after what a sentence counts, and where that is.

    Only one that the row has of another period, or one nearby, is meant for it.
    """
    before, behind = fact.sentence[: fact.start], fact.sentence[fact.start + len(fact.words) :]
    if not _COUNTS_ALL.fullmatch(before) or _OF_SOME.match(behind) or fact.rough:
        return None
    rows = [row for row, name in table.rows.items() if name.casefold() == fact.unit]
    columns = [column for column, head in table.periods.items() if periode_of(head) == now]
    cell = table.cell(rows[0], columns[0]) if len(rows) == len(columns) == 1 else None
    if cell is None or cell.kind:
        return None
    others = [other for column in table.periods if (other := table.cell(rows[0], column))]
    is_near = abs(fact.value - cell.value) <= cell.value * _NEAR
    if not is_near and not any(fact.may_be(one.value) for one in others):
        return None
    return (f"{table.called} bij '{table.rows[rows[0]]}'", cell)


def _chapters(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks between each two headings with a number: those of a chapter."""
    chapter: list[Block] = []
    for block in on_every_page(blocks):
        if isinstance(block, Heading) and block.number:
            yield chapter
            chapter = []
        else:
            chapter.append(block)
    yield chapter
