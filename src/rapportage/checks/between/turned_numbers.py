"""Find a number that another text has with two digits turned, of the same thing: 1,2 and 2,1 kilometer.

A measure is known by one word that both texts have, a count by all words of its clause. Each of the two must
stand in one file alone, and nowhere in a table: what is told twice, or beside each other, are two numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rapportage.checks.between.summarised import parting
from rapportage.checks.reading.table_lines import tables
from rapportage.checks.reading.texts import line_of, texts
from rapportage.checks.reading.told_facts import Fact, content_words, facts, stem
from rapportage.checks.subjects import Report
from rapportage.checks.tables.table_slips import are_swapped
from rapportage.dutch import MONTHS
from rapportage.errors import Finding, Place
from rapportage.named_periods import placed_times
from rapportage.units import SIGNS, is_measured

_NAME = re.compile(r"(?<=[\w,;(] )[A-ZÀ-Þ][\w’'-]{2,}")
_HOW_FAR = ("lang", "lengte", "hoog", "hoogte", "breed", "breedte", "diep", "diepte", "groot", "zwaar")
"""What any measure may be of."""
_MOST = 100
"""Of more numbers with the same digits, it says nothing that two of them have them turned."""
_FEWEST = 2
"""So many words besides what it counts say of which things a count is."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of a text, with its place."""

    fact: Fact
    place: Place


def turned(report: Report) -> Iterator[Finding]:
    """Each number that another file of the report has with two digits turned."""
    told = [one for paper in report.papers.values() for one in texts(paper)]
    cells = {
        abs(cell.value)
        for paper in report.papers.values()
        for _, lines in tables(paper)
        for line in lines
        for _, cell in line.cells.values()
        if cell
    }
    yield from turned_in(told, cells)


def turned_in(every: Sequence[tuple[str, Place]], cells: set[Decimal]) -> Iterator[Finding]:
    """The same in these texts, beside the numbers of tables."""
    found: dict[tuple[str, str], dict[Decimal, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for words, place in every:
        for fact in facts(words):
            if fact.unit and fact.unit not in SIGNS:
                digits = "".join(sorted(re.sub(r"[^1-9]", "", str(fact.value))))
                found[fact.unit, digits][fact.value].append(_Told(fact, place))
    for values in found.values():
        alone = [each[0] for value, each in values.items() if _is_in_one_file(each) and value not in cells]
        for one, other in combinations(alone, 2) if len(alone) <= _MOST else ():
            is_apart = one.place.file != other.place.file and are_swapped(one.fact.value, other.fact.value)
            if is_apart and _is_of_one_thing(one.fact, other.fact):
                there = f"en elders staat '{one.fact.words}' ({line_of(one.place)})"
                way_out = "maak de getallen gelijk; is dit iets anders, zeg dan erbij wat"
                yield Finding(f"hier staat '{other.fact.words}', {there}", other.place, way_out)


def _is_in_one_file(each: Sequence[_Told]) -> bool:
    return len({one.place.file for one in each}) == 1


def _is_of_one_thing(one: Fact, other: Fact) -> bool:
    """Whether the words around two numbers are of the same thing, of the same time, and of no part of it."""
    unit = stem(one.unit)
    is_apart = one.changes != other.changes or parting(one.clause) != parting(other.clause)
    if one.rough or other.rough or is_apart or _times(one.sentence) != _times(other.sentence):
        return False
    names = [content_words(" ".join(_NAME.findall(each.sentence))) for each in (one, other)]
    if all(names) and not names[0] & names[1]:
        return False
    if is_measured(one.unit):
        return bool((one.about & other.about) - {unit, *map(stem, _HOW_FAR)})
    return any(
        len(some.about - {unit}) >= _FEWEST and some.about <= others.within
        for some, others in ((one, other), (other, one))
    )


def _times(sentence: str) -> set[str]:
    """The periods, months and years that a sentence names."""
    named = {sentence[start:end].casefold() for start, end, _ in placed_times(sentence)}
    return named | {one[0].casefold() for one in _MONTH.finditer(sentence)}


_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)}|(?:19|20)[0-9]{{2}})\b", re.I)
