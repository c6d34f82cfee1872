"""Find texts that refer to a chapter and tell it otherwise: the page in front, and the core message.

What a row of the page in front says is compared with the chapter that its first cell refers to, and a
sentence or an item with the one chapter that it refers to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from rapportage.checks.between.summarised import Told, otherwise_told
from rapportage.checks.between.summarised_sides import other_side
from rapportage.checks.between.summarised_times import otherwise_then
from rapportage.checks.reading.references_said import HERE, only_target, said_in
from rapportage.checks.reading.table_lines import Line, tables
from rapportage.checks.reading.table_names import SpokenTable, periode_of
from rapportage.checks.reading.texts import line_of, on_every_page
from rapportage.checks.subjects import Report
from rapportage.checks.tables.beside_tables import other_than
from rapportage.document import Block, Heading, List, Paragraph, Table, inlines_of, walk
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding, Place
from rapportage.inlines import Inlines, place_of, plain
from rapportage.named_periods import placed_times
from rapportage.periode import Periode, parse_periode


@dataclass(slots=True)
class _Chapter:
    """What stands between the heading of a chapter and the next one of its level."""

    title: str
    texts: list[Told] = field(default_factory=list)
    numbers: list[Decimal] = field(default_factory=list)
    tables: list[SpokenTable] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Summary:
    """Words that refer to a chapter, with those of them that expressions made."""

    words: str
    made: frozenset[str]
    chapter: str
    place: Place


def otherwise_in_the_chapter(report: Report) -> Iterator[Finding]:
    """Each number, day and outcome of a summary of which its chapter tells another one."""
    own = " ".join(report.content.rapportage.organisatie.value.namen)
    for paper in report.papers.values():
        summaries = list(_summaries(paper.document.blocks))
        if not summaries:
            continue
        known = {id(table): lines for table, lines in tables(paper)}
        year = paper.document.meta.periode[:4]
        chapters = _chapters(paper.document.blocks, {one.chapter for one in summaries}, known, year)
        now = parse_periode(paper.document.meta.periode)
        for one in summaries:
            chapter = chapters.get(one.chapter)
            if chapter is None or any(text.place == one.place for text in chapter.texts):
                continue
            told = Told(one.words, one.made, one.place)
            found = otherwise_told(told, chapter.texts, chapter.numbers, now, own)
            found = found or otherwise_then(told, chapter.texts, now) or other_side(told, chapter.texts)
            if found:
                said, other = found
                there = f"in '{chapter.title}' staat '{other.words}' ({line_of(other.place)})"
                yield Finding(f"hier staat '{said}', en {there}", one.place, _HINT)
            elif against := _beside_tables(one.words, chapter.tables, now):
                yield Finding(against, one.place, _HINT)


_HINT = "kijk na welke van de twee klopt; gaat het om iets anders, zeg dan erbij wat"


def _beside_tables(words: str, tables: Sequence[SpokenTable], now: Periode) -> str:
    """What is told otherwise than the one table that it can be of; '' where that is none, or not one."""
    for sentence in BETWEEN_SENTENCES.split(words.replace(f"({HERE})", "").replace(HERE, "")):
        told = [one for table in tables if (one := other_than(_of_now(sentence, table, now), table))]
        if len(told) == 1:
            return told[0]
    return ""


def _of_now(sentence: str, table: SpokenTable, now: Periode) -> str:
    """A sentence with the head of the column of this period, of which it tells where it names none."""
    heads = [head for head in table.periods.values() if periode_of(head) == now]
    if len(heads) != 1 or table.columns_named(sentence) or placed_times(sentence):
        return sentence
    return f"{sentence.rstrip(' .')} in {heads[0]}."


def _numbers(lines: Sequence[Line]) -> list[Decimal]:
    """The numbers in the cells of a table, and how many rows it has besides its totals."""
    cells = [cell.value for line in lines for _, cell in line.cells.values() if cell and not cell.empty]
    return [*cells, Decimal(sum(not line.is_total for line in lines))]


def _summaries(blocks: Sequence[Block]) -> Iterator[_Summary]:
    """What refers to a chapter: rows that begin with a reference, items, and sentences."""
    known = {block.id for block in blocks if isinstance(block, Heading) and block.id}
    for block in walk(tuple(blocks)):
        if isinstance(block, Table):
            for row in block.body:
                if row.cells and (target := only_target(row.cells[0].content, known)):
                    for cell in row.cells[1:]:
                        if cell.content:
                            words, made = said_in(cell.content)
                            yield _Summary(words, made, target, place_of(cell.content))
        elif isinstance(block, List):
            for item in block.items:
                for inner in item.blocks:
                    if isinstance(inner, Paragraph) and (target := only_target(inner.content, known)):
                        words, made = said_in(inner.content)
                        yield _Summary(words, made, target, place_of(inner.content))
    in_items = {id(one) for block in walk(tuple(blocks)) if isinstance(block, List) for one in walk((block,))}
    for block in walk(tuple(blocks)):
        if (
            isinstance(block, Paragraph)
            and id(block) not in in_items
            and (target := only_target(block.content, known))
        ):
            words, made = said_in(block.content)
            for sentence in BETWEEN_SENTENCES.split(words):
                if HERE in sentence:
                    yield _Summary(sentence, made, target, place_of(block.content))


def _chapters(
    blocks: Sequence[Block], wanted: set[str], lines: Mapping[int, Sequence[Line]], year: str
) -> dict[str, _Chapter]:
    """The chapters with these names, without what is put in a box or said by another."""
    found: dict[str, _Chapter] = {}
    chapter, level, heading = None, 0, ""
    for block in on_every_page(blocks):
        if isinstance(block, Heading):
            if block.id in wanted:
                chapter, level = (
                    found.setdefault(block.id, _Chapter(plain(block.content).strip())),
                    block.level,
                )
            elif block.level <= level:
                chapter, level = None, 0
            heading = plain(block.content)
        elif chapter is None:
            continue
        elif isinstance(block, Table):
            own = lines.get(id(block), ())
            called = block.label.lower() or f"de tabel in '{chapter.title}'"
            chapter.numbers += _numbers(own)
            chapter.tables.append(SpokenTable(block, own, called, is_named=False, year=year))
        elif isinstance(block, Paragraph | List):
            chapter.texts += _texts(block, f"{chapter.title} {heading}")
            if isinstance(block, List):
                chapter.numbers.append(Decimal(len(block.items)))
    return found


def _words(block: Block) -> Iterator[tuple[Inlines, Place]]:
    for inner in walk((block,)):
        for content in inlines_of(inner):
            yield content, place_of(content)


def _texts(block: Block, heading: str) -> Iterator[Told]:
    for content, place in _words(block):
        words, made = said_in(content)
        yield Told(words, made, place, heading)
