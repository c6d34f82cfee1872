"""A table as sentences speak of it: which of its rows and columns they name, and where."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import get_args

from rapportage.checks.reading.amounts import (
    Amount,
    head_words,
    heading,
    says_rounded,
    says_rounded_above,
    scale_above,
)
from rapportage.checks.reading.table_lines import Line
from rapportage.document import Table
from rapportage.dutch import MONTHS, number_text
from rapportage.inlines import plain
from rapportage.named_periods import NamedPeriod, placed_periods
from rapportage.periode import Periode, PeriodeError, PeriodKind, parse_periode

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_SAID = re.compile(
    r"\b(?:in|van|over|voor|naar|tot|en|tegen|dan)\s(?:heel\s)?(?P<year>(?:19|20)[0-9]{2})(?![\w/.-]*\w)",
    re.I,
)
_WHOLE_YEAR = re.compile(r"(?:heel |het jaar )?(?P<year>(?:19|20)[0-9]{2})")
_ANY_YEAR = 2001
"""The year of a period that names none."""
_DECORATION = re.compile(r"\A(?:-\s)?waarvan\s|\((?:in\s)?(?:€|%|euro|procent|aantal(?:len)?)\)|[€%]", re.I)
_OF_ITS_OWN = re.compile(
    r"%|\b(?:fte|aantal\w*|jaar|einde|start|nr\.?|kans|per|tarief|index|uren|woningen|leerlingen|inwoners)\b",
    re.I,
)
"""The head of a column that is no amount, in a table of thousands of euros."""
_PLAIN = re.compile(
    r"aantal(?:len)?|totaal|totale|waren|werd(?:en)?|kwam(?:en)?|komen|komt|telde[nr]?|tellen|telt|hadden|heeft|hebben|kreeg|kregen"
    r"|krijgt|steeg|stegen|stijgt|daalde[n]?|daalt|groeide[n]?|groeit|ging(?:en)?|gaat|gaan|bedroeg(?:en)?|bedraagt|bedragen"
    r"|zoals|laat|laten|zien|blijkt|blijken|toont|staat|staan|stond(?:en)?|tabel|boven\w*|onder\w*|hieronder|hierboven"
    r"|alleen|gemeenten?|jaar|kwartaal|halfjaar|periode|naar|voor|over|hoogste?|laagste?|meeste?|minste?|grootst|kleinst|ruim|bijna"
    r"|ongeveer|circa|miljoen|miljard|euro|procent|samen|opgeteld|elkaar|tegen|terwijl|daarna|toen|maar|ook|gedaan"
    r"|binnen|zijn|worden|wordt|ingediend|geteld|geregistreerd|ontvangen|ontving(?:en)?|verder|licht|sterk|fors|dit|deze|daarmee",
    re.I,
)
"""Words that say nothing of what is counted."""
_COUNTED = re.compile(
    r"\b(?:aantal|meeste|minste|[0-9]+(?:\.[0-9]{3})*|aantallen)\s(?P<noun>[^\W\d_][\w-]*)", re.I
)
"""What a sentence counts."""
_ALIKE = tuple(
    frozenset(words.split())
    for words in ("gereed opgele leverd gebouw bouwde", "bestee uitgeg uitgav", "verlee toegek verstr")
)
"""How words begin that say the same of what is counted: homes that 'kwamen gereed' are 'opgeleverd'."""
_WORD = re.compile(r"[^\W_]+")
_FEW_LETTERS = 3
_FIRST_LETTERS = 6
"""So many letters of a word say that it is the same one: 'woning' and 'woningen'."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A row or column by its number, and where a sentence names it."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class SpokenTable:
    """A table with how a text calls it; `is_named` where the sentence says that it tells of it."""

    table: Table
    lines: Sequence[Line]
    called: str
    is_named: bool
    above: str = ""
    """The sentence right above it, and the heading above that: of a table without a title, they say what it
    counts."""
    year: str = ""
    """The year of the report, which is that of a table that names no time."""

    @cached_property
    def columns(self) -> dict[int, str]:
        """The words above each column of numbers that are known in full, by its number."""
        heads = {column: " ".join(head_words(self.table, column)) for column in range(1, self.table.columns)}
        return {
            column: head
            for column, head in heads.items()
            if any(self.cell(row, column) for row in range(len(self.lines)))
            and ("%" in head or self._scale(column) or not says_rounded_above(self.table, column))
        }

    @cached_property
    def rows(self) -> dict[int, str]:
        """What heads each row that is no total, by its number; none that two rows have."""
        named = {at: line.name for at, line in enumerate(self.lines) if not line.is_total and line.name}
        often = Counter(name.casefold() for name in named.values())
        return {at: name for at, name in named.items() if often[name.casefold()] == 1}

    @cached_property
    def words(self) -> frozenset[str]:
        """How the words begin that the table uses in its title and its heads."""
        heads = [" ".join(head_words(self.table, column)) for column in range(self.table.columns)]
        title = plain(self.table.caption)
        counted = [found["noun"] for found in _COUNTED.finditer(self.above)] if not title else []
        said = " ".join((title, *counted, *heads, *(line.name for line in self.lines)))
        return frozenset(begin(word) for word in _WORD.findall(said))

    @cached_property
    def periods(self) -> dict[int, str]:
        """The columns that are each of a period, the first in time first."""
        times = {column: time for column, head in self.columns.items() if (time := _time(head))}
        return {column: self.columns[column] for column in sorted(times, key=lambda one: times[one])}

    def cell(self, row: int, column: int) -> Amount | None:
        """The number in a cell; None where it has none."""
        slot, found = self.lines[row].cells.get(column, (None, None))
        if slot is None or found is None or found.empty or slot.goes_on or slot.cell.colspan > 1:
            return None
        if not found.kind and "%" in " ".join(head_words(self.table, column)):
            return Amount(found.value, "%")
        scale = None if found.kind == "%" else self._scale(column)
        if scale is None:
            return found
        power = int(scale.log10())
        kind = "€" if "€" in f"{heading(self.table, column)} {plain(self.table.caption)}" else found.kind
        return Amount(found.value.scaleb(power), kind, scale=scale)

    def _scale(self, column: int) -> Decimal | None:
        """By how much a column counts, unless it is of something else than the title of the table."""
        own = heading(self.table, column)
        return None if _OF_ITS_OWN.search(own) and not says_rounded(own) else scale_above(self.table, column)

    def rows_named(self, sentence: str) -> list[Mention]:
        """The rows that a sentence names."""
        return _mentions(self.rows, sentence)

    def columns_named(self, sentence: str) -> list[Mention]:
        """The columns that a sentence names."""
        return _mentions(self.columns, sentence)

    def uses(self, word: str) -> bool:
        """Whether a word of a sentence is one of the table's own."""
        own = begin(word)
        return own in self.words or any(own in alike and self.words & alike for alike in _ALIKE)

    def tells(self, sentence: str) -> bool:
        """Whether a sentence can be about the cells: it says so, or has no words beside the table's own.

        'In 2024 kende Zwolle 80 aanvragen toe' is about no table of those that came in.
        """
        rest = sentence
        for one in (*self.rows_named(sentence), *self.columns_named(sentence)):
            rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
        words = (word for word in _WORD.findall(rest) if len(word) > _FEW_LETTERS and word.isalpha())
        return self.is_named or all(self.uses(word) or _PLAIN.fullmatch(word) for word in words)


def _time(head: str) -> str:
    """When a column is, as words that are in the order of time; '' where its head says nothing else."""
    bare, meant = _read(head)
    if meant:
        return f"{meant.last:%Y-%m-%d}" if meant.dated else ""
    return f"{bare}-12-31" if _YEAR.fullmatch(bare) else ""


def begin(word: str) -> str:
    """The letters by which a word is known in its other forms."""
    return word.casefold()[:_FIRST_LETTERS]


def other_periods(sentence: str, mentions: Sequence[Mention], table: SpokenTable) -> bool:
    """Whether a sentence tells of a time that is no head of the table, nor in its title."""
    title = plain(table.table.caption)
    heads = " ".join(
        head for column in range(table.table.columns) for head in head_words(table.table, column)
    )
    if not _YEAR.search(f"{title} {heads}"):
        title = table.year
    for found in _YEAR.finditer(sentence):
        inside = any(one.start <= found.start() < one.end for one in mentions)
        if not inside and found[0] not in title:
            return True
    return False


def _mentions(heads: Mapping[int, str], sentence: str) -> list[Mention]:
    """Each head that a sentence names, the longest of those in one place."""
    folded = sentence.casefold()
    periods = placed_periods(sentence)
    found = [
        Mention(number, start, end)
        for number, head in heads.items()
        for start, end in _places(head, folded, periods)
    ]
    found.sort(key=lambda one: (one.start, one.start - one.end))
    often = Counter((one.start, one.end) for one in found)
    kept: list[Mention] = []
    for one in found:
        if often[one.start, one.end] > 1:  # 'het tweede kwartaal', of two years
            continue
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _places(head: str, folded: str, periods: list[tuple[int, int, NamedPeriod]]) -> Iterator[tuple[int, int]]:
    """Where a sentence has the words of a head, or the period that they mean."""
    bare, meant = _read(head)
    if _YEAR.fullmatch(bare):
        for year in _YEAR_SAID.finditer(folded):
            if year["year"] == bare and not any(s <= year.start("year") < e for s, e, _ in periods):
                yield year.span("year")
        return
    if meant:
        for start, end, named in periods:
            if _is_meant(named, meant):
                yield start, end
        return
    is_name = len(bare) > _FEW_LETTERS or (
        len(bare) == _FEW_LETTERS and _DECORATION.sub("", head)[:1].isupper()
    )
    if bare not in folded or not is_name or not any(map(str.isalpha, bare)):
        return
    for found in re.finditer(rf"(?<![\w-]){re.escape(bare)}(?![\w-])", folded):
        yield found.span()


def _is_meant(named: NamedPeriod, meant: NamedPeriod) -> bool:
    """Whether the period of a sentence is that of a head; without its year it may be."""
    if named.dated or not meant.dated:
        return (named.first, named.last, named.dated) == (meant.first, meant.last, meant.dated)
    days = [(one.month, one.day) for one in (named.first, named.last, meant.first, meant.last)]
    return days[:2] == days[2:] and named.form == meant.form


@lru_cache(maxsize=4096)
def _read(head: str) -> tuple[str, NamedPeriod | None]:
    """The words of a head without its units, and the period that they are; kept, since many sentences ask."""
    bare = " ".join(_DECORATION.sub(" ", head.casefold()).split())
    return bare, next((one for start, end, one in placed_periods(bare) if end - start == len(bare)), None)


def text_of(cell: Amount) -> str:
    """The number of a cell as it is told."""
    words = number_text(cell.value, max(0, -int(cell.value.as_tuple().exponent)))
    return f"{words}%" if cell.kind == "%" else f"€ {words}" if cell.kind == "€" else words


def spans(name: str, parts: Sequence[str]) -> bool:
    """Whether one head is the time of these others together: 'eerste halfjaar' of six months."""
    whole, every = _days(name), [_days(one) for one in parts]
    known = [one for one in every if one]
    if whole is None or len(known) < 2 or len(known) < len(every):
        return False
    joined = all((after[0] - before[1]).days == 1 for before, after in pairwise(known))
    ends = [(one.month, one.day) for one in (*whole, known[0][0], known[-1][1])]
    return joined and ends[:2] == ends[2:] and (known[-1][1] - known[0][0]) == whole[1] - whole[0]


def _days(head: str) -> tuple[date, date] | None:
    bare, meant = _read(head)
    if meant:
        return meant.first, meant.last
    if bare in MONTHS:
        number = MONTHS.index(bare) + 1
        return date(_ANY_YEAR, number, 1), date(_ANY_YEAR, number, monthrange(_ANY_YEAR, number)[1])
    year = _WHOLE_YEAR.fullmatch(bare)
    return (date(int(year["year"]), 1, 1), date(int(year["year"]), 12, 31)) if year else None


def periode_of(words: str) -> Periode | None:
    """The reporting period that words name, if they say nothing else."""
    words = words.strip()
    try:
        return parse_periode(words)
    except PeriodeError:
        pass
    found = placed_periods(words)
    if len(found) != 1 or (found[0][0], found[0][1]) != (0, len(words)):
        return None
    named = found[0][2]
    kinds: tuple[PeriodKind, ...] = get_args(PeriodKind)
    of_days = (Periode.of_days(named.first, named.last, kind) for kind in kinds if named.dated)
    return next((one for one in of_days if one), None)
