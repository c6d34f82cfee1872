"""Find the part of a number in one place, where a table or another text gives that part another number.

'231 woningen, waarvan 79 in Oosterbroek' is not so where a table with 231 as its total has 97 behind
Oosterbroek, nor where another text says '231 woningen, waarvan 97 in Oosterbroek'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.reading.amounts import Amount
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.table_lines import tables
from rapportage.checks.reading.table_names import SpokenTable
from rapportage.checks.reading.table_numbers import SaidNumber
from rapportage.checks.reading.texts import line_of, texts
from rapportage.checks.subjects import Report
from rapportage.dutch import BETWEEN_SENTENCES, number_text
from rapportage.errors import Finding, Place
from rapportage.rough import ROOM

_COUNT = r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6}"
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:aan|op|van|de|den|der|het)\s){0,2}[A-ZÀ-Þ][\w’'-]+){0,2}"
_PART = (
    rf"(?P<room>(?:{re.sub('[?]P<[a-z]+>', '?:', ROOM)})\s)?(?P<part>{_COUNT})\s(?P<noun>[a-z][\w-]+\s)??"
    rf"(?:in|uit|bij|op)\s(?:de\s|het\s)?(?P<name>{_NAME})"
)
_ENDS = r"(?=\s*(?:[.,;:)(]|\Z|en\s[0-9]))"
_WHOLE = (
    rf"(?<![\w.,/:€-])(?<!€[ \u00a0])(?P<whole>{_COUNT})"
    r"(?=\s(?P<counted>(?:[a-z][\w-]+\s){0,2}[a-z][\w-]+))"
)
_OF_WHICH = re.compile(rf"{_WHOLE}[^0-9.;:()]{{3,80}}?,?\swaarvan\s(?:er\s)?{_PART}{_ENDS}")
"""'231 woningen opgeleverd, waarvan 97 in Oosterbroek'."""
_OF_THESE = re.compile(
    rf"\b[Vv]an\sde\s{_WHOLE}[^0-9.;:()]{{3,60}}?\s(?:staan|stonden|zijn|waren|liggen|kwamen|komen|werden)\ser\s{_PART}{_ENDS}"
)
"""'Van de 231 woningen staan er 97 in Oosterbroek'."""
_NEXT = re.compile(rf"(?:,\s|\sen\s){_PART}{_ENDS}")
"""What goes on behind one part: ', 68 in Veenhoek en 38 in Turfdam'."""
_FEWEST = 10
"""Of fewer than so many, the same number may well be of something else."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that a text tells: of what number, of which things, where, and how much that is."""

    whole: Decimal
    counted: str
    name: str
    number: SaidNumber
    words: str
    place: Place

    @property
    def told(self) -> str:
        """The part as it is written, with its place."""
        return f"{self.number.words} in {self.name}"

    @property
    def last(self) -> str:
        """What is counted, without what describes it."""
        return next((word for word in self.counted.split() if not word.endswith("e")), self.counted)


def otherwise_of_the_whole(report: Report) -> Iterator[Finding]:
    """Each part of a number in a place that a table with that total, or another text, gives otherwise."""
    told = [
        part
        for paper in report.papers.values()
        for words, place in texts(paper)
        for sentence in (BETWEEN_SENTENCES.split(words) if _MAY_TELL.search(words) else ())
        for part in parts_told(sentence, place)
    ]
    if told:
        yield from otherwise_in(told, list(_tables(report)))


def otherwise_in(told: Sequence[Part], spoken: Sequence[SpokenTable]) -> Iterator[Finding]:
    """The same of these parts, beside these tables."""
    seen: dict[tuple[Decimal, str, str], Part] = {}
    for part in told:
        known = [cell for table in spoken for cell in cells_of(part, table)]
        if known and any(part.number.may_be(cell) for cell, _ in known):
            continue
        if known:
            cell, where = known[0]
            right = f"en in {where} is dat {part.number.shown_of(cell)}, ook van {number_text(part.whole, 0)}"
            yield Finding(f"hier staat '{part.told}', {right}", part.place, _WAY_OUT)
            continue
        other = seen.setdefault((part.whole, part.last, part.name), part)
        if other.number.value != part.number.value and not (other.number.is_rough or part.number.is_rough):
            there = f"en elders staat '{other.told}' ({line_of(other.place)})"
            yield Finding(f"hier staat '{part.told}', {there}", part.place, _WAY_OUT)


_WAY_OUT = "kijk na welke van de twee klopt"
_MAY_TELL = re.compile(r"\bwaarvan\b|\b[Vv]an\sde\s[0-9]")


def parts_told(sentence: str, place: Place) -> Iterator[Part]:
    """The parts of one number that a sentence tells, each in a place."""
    for form in (_OF_WHICH, _OF_THESE):
        for first in form.finditer(sentence):
            found: re.Match[str] | None = first
            whole = number_of(first["whole"])
            while found and whole is not None and whole >= _FEWEST:
                value = number_of(found["part"])
                is_same = not found["noun"] or found["noun"].strip() in first["counted"]
                if value is not None and value <= whole and is_same:
                    is_rough = bool(found["room"])
                    number = SaidNumber(found["part"], value, *found.span("part"), is_rough=is_rough)
                    yield Part(whole, first["counted"], found["name"], number, first[0], place)
                found = _NEXT.match(sentence, found.end())


def _tables(report: Report) -> Iterator[SpokenTable]:
    """The tables of all papers, each as another paper calls it."""
    for name, paper in report.papers.items():
        for table, lines in tables(paper):
            if table.label:
                called = f"{table.label.lower()} van {_THE.get(name, 'een ander stuk')}"
                yield SpokenTable(table, lines, called, is_named=False)


_THE = {"raadsvoorstel": "het raadsvoorstel", "bijlage": "de bijlage", "raadsbesluit": "het raadsbesluit"}


def cells_of(part: Part, table: SpokenTable) -> Iterator[tuple[Amount, str]]:
    """The cells of a place below which the whole is the total, with how the table is called."""
    totals = [at for at, line in enumerate(table.lines) if line.is_total]
    rows = [at for at, name in table.rows.items() if name.casefold() == part.name.casefold()]
    if len(totals) != 1 or len(rows) != 1 or not any(map(table.uses, part.counted.split())):
        return
    for column in table.columns:
        total, cell = table.cell(totals[0], column), table.cell(rows[0], column)
        if total and cell and not total.kind and total.value == part.whole:
            yield cell, table.called
