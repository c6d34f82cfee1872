"""Find tables in which a period begins with something else than the one before ended with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checks.reading.amounts import Amount, head_words
from rapportage.checks.reading.table_lines import Line, place_of_slot, tables
from rapportage.checks.reading.table_names import periode_of
from rapportage.checks.subjects import Paper
from rapportage.document import Slot, Table
from rapportage.errors import Finding
from rapportage.inlines import plain

_OF_YEAR = r"(?:[-./\s]+(?:van\s)?(?P<{}>[12][0-9]{{3}}))?"
_END_DAY = r"31[-./]12|31\sdec(?:ember|\.)?|ultimo|(?:het\s)?einde?(?:\svan)?"
_START_DAY = r"0?1[-./]0?1|1\sjan(?:uari|\.)?|primo|(?:het\s)?begin(?:\svan)?"
_ENDS = re.compile(
    rf"(?P<what>[^\W\d][^()0-9]{{0,40}}?\s)??(?:per\s|op\s|aan\s)?(?:{_END_DAY}){_OF_YEAR.format('year')}"
    rf"|eind(?P<kind>stand|saldo|balans|voorraad|waarde){_OF_YEAR.format('in_year')}",
    re.I,
)
_STARTS = re.compile(
    rf"(?P<what>[^\W\d][^()0-9]{{0,40}}?\s)??(?:per\s|op\s|aan\s)?(?:{_START_DAY}){_OF_YEAR.format('year')}"
    rf"|begin(?P<kind>stand|saldo|balans|voorraad|waarde){_OF_YEAR.format('in_year')}",
    re.I,
)
_Moment = tuple[str, int | None]
"""What there was at the end or the start, and of which year where the words say so."""
_Cell = tuple[Slot, Amount | None]


def not_carried_over(paper: Paper) -> Iterator[Finding]:
    """Each stand at the start of a year that is not that at the end of the year before, in the same table."""
    for table, lines in tables(paper):
        heads = [" ".join(head_words(table, one)) for one in range(table.columns)]
        names = [line.name for line in lines]
        for ended, began in _pairs(heads):
            yield from _judged(table, [(line.cells.get(ended), line.cells.get(began)) for line in lines])
        for ended, began in _pairs(names):
            down = [
                (lines[ended].cells.get(at), lines[began].cells.get(at)) for at in range(1, table.columns)
            ]
            yield from _judged(table, down)
        yield from _by_year(table, lines, heads, names)


def _by_year(
    table: Table, lines: Sequence[Line], heads: Sequence[str], names: Sequence[str]
) -> Iterator[Finding]:
    """The same where years head the rows, and start and end the columns; or the other way round."""
    for ended, began in _undated(heads):
        for one, following in _following(names):
            yield from _judged(table, [(lines[one].cells.get(ended), lines[following].cells.get(began))])
    for ended, began in _undated(names):
        for one, following in _following(heads):
            yield from _judged(table, [(lines[ended].cells.get(one), lines[began].cells.get(following))])


def _pairs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the end of a year stands and the start of the next one, of the same thing."""
    for ended, name in enumerate(names):
        of, year = _moment(_ENDS, name) or ("", None)
        if year is not None:
            began = [at for at, other in enumerate(names) if _moment(_STARTS, other) == (of, year + 1)]
            if len(began) == 1:
                yield ended, began[0]


def _undated(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the end and the start of any year stand, of the same thing."""
    ends = {
        moment[0]: at for at, name in enumerate(names) if (moment := _moment(_ENDS, name)) and not moment[1]
    }
    for began, name in enumerate(names):
        moment = _moment(_STARTS, name)
        if moment and not moment[1] and moment[0] in ends:
            yield ends[moment[0]], began


def _moment(form: re.Pattern[str], name: str) -> _Moment | None:
    found = form.fullmatch(name.strip())
    if found is None:
        return None
    year = found["year"] or found["in_year"]
    return (found["what"] or found["kind"] or "").strip().casefold(), int(year) if year else None


def _following(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The periods that head rows or columns, each with the one right behind it in time."""
    at = {periode: number for number, name in enumerate(names) if (periode := periode_of(name))}
    for periode, number in at.items():
        if periode.next in at:
            yield number, at[periode.next]


def _judged(table: Table, cells: Sequence[tuple[_Cell | None, _Cell | None]]) -> Iterator[Finding]:
    for end, start in cells:
        before, after = end[1] if end else None, start[1] if start else None
        if start is None or before is None or after is None or before.empty or after.empty:
            continue
        exact = max(before.digit, after.digit)
        if abs(before.value - after.value) > (exact if exact != 1 else 0) and before.kind == after.kind:
            was = plain(end[0].cell.content).strip() if end else ""
            yield Finding(
                f"dit is {plain(start[0].cell.content).strip()}, en de periode ervoor eindigde met {was}",
                place_of_slot(table, start[0]),
                "maak ze gelijk, of zeg in de kop wat er tussen gebeurde, zoals '1-1-2024 (na bestemming)'",
            )
