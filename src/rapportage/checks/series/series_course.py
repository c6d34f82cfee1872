"""Find sentences that name a series and say that it rose or fell, while its numbers went the other way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.named_series import NamedSeries
from rapportage.checks.reading.said_moves import Move, moves_said
from rapportage.checks.reading.series_at_home import series_of, tellings
from rapportage.checks.series.series_moves import is_so_far
from rapportage.checks.subjects import Report
from rapportage.dutch import list_text
from rapportage.errors import Finding
from rapportage.movement import UP
from rapportage.periode import Periode

_MOST_SHOWN = 6
_YEAR_END = (12, 31)


def against_the_series(report: Report) -> Iterator[Finding]:
    """Each 'het aantal woningen daalde' of a series that rose since the time that it is said of."""
    every = [one for one in series_of(report) if min(one.known.values()) >= 0]
    for telling in tellings(report) if every else ():
        for move in moves_said(telling, every):
            course = _Course(move)
            other_way = _OTHERWISE[move.since.kind](course)
            if told := other_way or _not_so_far(course, telling.made):
                yield Finding(
                    f"hier staat '{move.words}' bij '{move.series.indicator.naam}', en {told}",
                    telling.place,
                    f"{'verander het woord' if other_way else 'reken het na'}, of zeg sinds wanneer",
                )


@dataclass(frozen=True, slots=True)
class _Course:
    """What is said of a series, beside how it went from period to period."""

    move: Move

    @property
    def steps(self) -> list[Periode]:
        """The periods up to now that have a number, as each one before them has, the newest first."""
        one, found = self.move.series.now, []
        while {one, one.previous} <= self.move.series.known.keys():
            found.append(one)
            one = one.previous
        return found

    @property
    def ways(self) -> list[int]:
        """Which way it went to each of these, 1 where it went as is said and -1 where it went against it."""
        return [self.way(one.previous, one) for one in self.steps]

    def way(self, then: Periode, now: Periode) -> int:
        """The same from one period to another."""
        known = self.move.series.known
        return self.move.way * ((known[now] > known[then]) - (known[now] < known[then]))

    def text(self, periode: Periode) -> str:
        """The number of a period, with the period."""
        return f"{self.move.series.text(self.move.series.known[periode])} in {periode}"

    def shown(self, count: int) -> str:
        """The numbers of the last so many steps, as far as they are few enough to show."""
        one, steps = self.move.series, self.steps[: max(1, min(count, _MOST_SHOWN))]
        every = [steps[-1].previous, *reversed(steps)] if steps else []
        texts = list_text([one.text(one.known[each]) for each in every])
        return f"die reeks ging zo: {texts} ({every[0]} tot en met {every[-1]})" if every else ""


def _since_before(course: _Course) -> str:
    """'Daalde', where it rose since the period before."""
    now = course.move.series.now
    went = "daalde" if course.move.way == UP else "steeg"
    is_other = course.ways[:1] == [-1]
    return f"die reeks {went}: van {course.text(now.previous)} naar {course.text(now)}" if is_other else ""


def _in_a_row(course: _Course) -> str:
    """'Daalt al drie halfjaren', where it rose in one of these, or where so many are not known."""
    count, known = course.move.since.count, len(course.steps) + 1
    if -1 in course.ways[:count]:
        return course.shown(count)
    return f"van die reeks zijn maar {known} getallen bekend" if known < count else ""


def _once_in_a_row(course: _Course) -> str:
    """'Daalde drie halfjaren achter elkaar', where it never did."""
    count, ways = course.move.since.count, course.ways
    rows = (ways[at : at + count] for at in range(len(ways)))
    return "" if len(ways) < count or [1] * count in rows else course.shown(len(ways))


def _after(course: _Course) -> list[int]:
    """Which way it went in each step after the time since which something is said."""
    start = course.move.since.start
    both = zip(course.steps, course.ways, strict=True)
    return [way for one, way in both if start is None or one.first_day > start]


def _first(course: _Course) -> str:
    """'Daalde voor het eerst sinds 2023', where it rose now, or fell before."""
    after = _after(course)
    return course.shown(len(after)) if course.ways[:1] == [-1] or 1 in after[1:] else ""


def _each(course: _Course) -> str:
    """'Steeg elk half jaar', where it fell in one."""
    after = _after(course)
    return course.shown(len(after)) if -1 in after else ""


def _since_then(course: _Course) -> str:
    """'Daalde sinds 2023', where it is more now, whenever in that year it is counted from."""
    start, one = course.move.since.start, course.move.series
    if start is None:
        return ""
    first = start - timedelta(days=366 if (start.month, start.day) == _YEAR_END else 1)
    own = (each for each in one.known if each.kind == one.now.kind and each < one.now)
    return _against(course, [each for each in own if first <= each.last_day <= start])


def _than_then(course: _Course) -> str:
    """'Minder dan een jaar eerder', where it is more."""
    return _against(course, course.move.since.periods)


def _against(course: _Course, then: Sequence[Periode]) -> str:
    known, now = course.move.series.known, course.move.series.now
    if not then or not all(one in known and course.way(one, now) == -1 for one in then):
        return ""
    return f"die reeks was {course.text(then[0])}, en {course.text(now)}"


def _not_so_far(course: _Course, made: frozenset[str]) -> str:
    """'Steeg met 6% vergeleken met een jaar eerder', where it rose by 3,8%."""
    move, one = course.move, course.move.series
    found = _BY.search(move.by)
    by = number_of(found[0]) if found else None
    bases = {"against": move.since.periods, "step": (one.now.previous, one.now.year_before)}
    then = [each for each in bases.get(move.since.kind, ()) if each in one.known]
    if found is None or by is None or not then or found[0] in made or not _has_its_unit(found, one):
        return ""
    ways = (
        (True, False)
        if found[0].endswith("%") and one.indicator.eenheid == "%"
        else (found[0].endswith("%"),)
    )
    rough, now = found.start() > len("met "), one.known[one.now]
    every = ((one.known[each], way) for each in then for way in ways)
    if any(is_so_far(by, was, now, of_it=way, rough=rough) for was, way in every):
        return ""
    return f"die reeks was {course.text(then[0])}, en {course.text(one.now)}"


_BY = re.compile(AMOUNT)


def _has_its_unit(by: re.Match[str], one: NamedSeries) -> bool:
    """Whether a series can have gone so far: a share in points or in percents, an amount in euros."""
    if "procentpunt" in by.string:
        return one.indicator.eenheid == "%"
    return by[0].endswith("%") or one.is_written_so(by[0])


_OTHERWISE: dict[str, Callable[[_Course], str]] = {
    "step": _since_before,
    "row": _in_a_row,
    "run": _once_in_a_row,
    "first": _first,
    "each": _each,
    "all": _since_then,
    "against": _than_then,
}
