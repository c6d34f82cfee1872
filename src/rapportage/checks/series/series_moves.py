"""What a clause about a series says that it did, in numbers: from one to another, by so much, up to that.

Each rule says what is wrong; RIGHT where nothing is or may be, and None where the clause says no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from rapportage.checks.reading.directions import AMOUNT, COURSE, ends_of, number_of
from rapportage.checks.reading.named_series import NamedSeries, first_letters, periods_of, tells_only_of
from rapportage.checks.series.series_said import (
    ALL_YEAR,
    FEWEST_DIGITS,
    OTHER_TIME,
    RIGHT,
    ROOM,
    Said,
    bare_of,
    is_measured,
    is_misspelt,
    is_other,
    says,
    time_in,
    told_of,
)
from rapportage.movement import HAS_MOVED, MOVED, way_of
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode
from rapportage.units import SIGNS

_BY = rf"met\s+(?:ruim\s+|bijna\s+)?(?P<by>{AMOUNT})(?P<points>[ \u00a0]procentpunt(?:en)?)?"
_IN_TIME = re.compile(r"\s(?:in|over)(?:\s(?:het|de))?\s(?=met\s)")
"""What stays of 'in het eerste halfjaar' without the name of the period."""
_LIGHTLY = r"(?:\s(?:licht|fors|flink|iets|verder|weer))?"
_DONE = "gestegen|gedaald|toegenomen|afgenomen|gegroeid|gekrompen|opgelopen|teruggelopen"
_MOVED_BY = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b(?P<words>{MOVED}|{HAS_MOVED}){_LIGHTLY}(?:\s+(?:in|over)(?:\s+(?:het|de))?)?\s+{_BY}",
        rf"\b(?:is|zijn){_LIGHTLY}\s+{_BY}(?:\s+[^\W\d_]+)?{_LIGHTLY}\s+(?P<words>{_DONE})\b",
        rf"\b(?:nam|namen){_LIGHTLY}\s+{_BY}(?:\s+[^\W\d_]+)?\s+(?P<words>toe|af)\b",
    )
)
_HALF = Decimal("0.6")
"""What part of its last digit a number may be off that is rounded itself."""


# --- from one number to another --------------------------------------------------------------


def course_told(clause: str, one: NamedSeries) -> Said | None:
    """What is wrong with 'van 71 naar 46'; nothing where it is right, None where there is no such."""
    course = COURSE.search(clause)
    if course is None:
        return None
    first, last = ends_of(course)
    if years := {int(found["year"]) for found in ALL_YEAR.finditer(clause)}:
        return _course_of_year(course, one, years.pop()) if len(years) == 1 else RIGHT
    before, after = clause[: course.start("last")], clause[course.start("last") :]
    now = time_in(after, one, one.now) or time_in(clause[: course.start()], one, one.now) or one.now
    then = time_in(before[course.start() :], one, now) or now.previous
    if first is None or last is None or not one.known.keys() >= {then, now}:
        return RIGHT
    if not (one.is_written_so(course["first"]) and one.is_written_so(course["last"])):
        return RIGHT
    fits_first, fits_last = says(first, one.known[then]), says(last, one.known[now])
    if fits_first and not fits_last:
        return told_of(course["last"], one, now)
    others = [value for periode, value in one.known.items() if periode != then]
    is_near = abs(first - one.known[then]) <= abs(one.known[then]) / 10
    if fits_last and not fits_first and is_near and not any(says(first, value) for value in others):
        return told_of(course["first"], one, then)
    earlier = one.known.get(then.previous)
    if earlier is not None and says(first, earlier) and says(last, one.known[then]) and not fits_last:
        return told_of(course["last"], one, now)
    return RIGHT


def course_of_before(clause: str, bare: str, every: list[NamedSeries], besides: list[str]) -> Iterator[Said]:
    """What is told of 'de voorraad daalde van 23,3 naar 20,7', which one series did in the period before.

    By its numbers it is known, whichever of its words stands there, that of its id too.
    """
    course = COURSE.search(clause)
    if course is None or placed_periods(clause) or ALL_YEAR.search(clause) or OTHER_TIME.search(clause):
        return
    first, last = ends_of(course)
    begun = first_letters(clause)
    meant = []
    for one in every:
        known, before = one.known, one.now.previous
        words = first_letters(f"{one.indicator.naam} {one.indicator.eenheid} {one.indicator.id}")
        if (
            first is None
            or last is None
            or not words & begun
            or not known.keys() >= {before, before.previous}
        ):
            continue
        is_so = (
            is_measured(first, known[before.previous])
            and is_measured(last, known[before])
            and not is_measured(last, known[one.now])
        )
        if is_so and one.is_written_so(course["last"]) and len(last.as_tuple().digits) >= FEWEST_DIGITS:
            meant.append((one, words))
    if len(meant) == 1 and _may_be_of(meant[0], bare, besides):
        yield told_of(course["last"], meant[0][0], meant[0][0].now)
    elif not meant:
        yield from _nearly_gone(course, bare, every)


def _may_be_of(meant: tuple[NamedSeries, set[str]], clause: str, besides: list[str]) -> bool:
    """Whether a clause has words of nothing else, or at least names nothing besides what is counted."""
    one, words = meant
    if tells_only_of(frozenset(words), clause, [*besides, *one.own_words]):
        return True
    return _is_counted(one, clause) and not _NAME.search(clause)


_NAME = re.compile(r"(?<=[\w,] )[A-Z]")
"""What stands within a sentence for a place or the like."""


def _is_counted(one: NamedSeries, clause: str) -> bool:
    """Whether a clause has the word for what a series counts."""
    return (
        one.indicator.eenheid not in SIGNS
        and re.search(rf"\b{re.escape(one.indicator.eenheid)}\b", clause, re.I) is not None
    )


def _nearly_gone(course: re.Match[str], clause: str, every: list[NamedSeries]) -> Iterator[Said]:
    """What is told of 'daalde van 138 naar 123' where one series that counts the same went to 132."""
    ends = _typed_ends(course)
    counted = [one for one in every if _is_counted(one, clause) and one.is_written_so(course["last"])]
    began = [one for one in counted if ends and says(ends[0], one.known.get(one.now.previous, Decimal()))]
    if ends and len(began) == 1 and is_misspelt(ends[1], began[0].known[began[0].now]):
        yield told_of(course["last"], began[0], began[0].now)


def course_of_another(clause: str, one: NamedSeries, every: list[NamedSeries]) -> Said | None:
    """What is told of 'de begeleiding ging van 1.510 naar 1.552', of which another series had the numbers."""
    course = COURSE.search(clause)
    ends = _typed_ends(course) if course else None
    if course is None or ends is None or _went(one, ends, one.now):
        return None
    others = [each for each in every if each is not one and _went(each, ends, each.now, by_name=False)]
    known = one.known.values()
    if len(others) != 1 or any(says(end, value) for end in ends for value in known):
        return None
    (other,) = others
    own = [one.text(one.known[each]) for each in (one.now.previous, one.now) if each in one.known]
    name, said = one.indicator.naam, f"van {course['first']} {course['to']} {course['last']}"
    return (
        f"hier staat '{said}' bij '{name}', en dat zijn de getallen van '{other.indicator.naam}'",
        f"verander de naam of de getallen: bij '{name}' is het {' en '.join(own)}",
    )


def _typed_ends(course: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The numbers of a course, where each has so many digits that it cannot well be another one."""
    first, last = ends_of(course)
    if first is None or last is None:
        return None
    digits = (len(end.normalize().as_tuple().digits) for end in (first, last))
    return (first, last) if min(digits) > FEWEST_DIGITS else None


def _went(one: NamedSeries, ends: tuple[Decimal, Decimal], now: Periode, *, by_name: bool = True) -> bool:
    """Whether a series went so to the number of that period, from the one before or, by name, an earlier."""
    then = [each for each in one.known if each < now] if by_name else [now.previous]
    return any(
        is_measured(ends[0], one.known[each]) and is_measured(ends[1], one.known[now])
        for each in then
        if {each, now} <= one.known.keys()
    )


def _course_of_year(course: re.Match[str], one: NamedSeries, year: int) -> Said:
    """The same within a year, or from the end of that before it; of a flow also from one year to the next."""
    first, last = ends_of(course)
    own = [each for each in periods_of(one.now, year) if each in one.known]
    ends = [each for each in (Periode(year, 1, one.now.kind).previous, *own) if each in one.known]
    if first is None or last is None or not own or not one.is_written_so(course["last"]):
        return RIGHT
    pairs = [(one.known[then], one.known[now]) for then, now in combinations(ends, 2)]
    of_first = [now for then, now in pairs if says(first, then)]
    if not of_first or any(says(last, now) for now in of_first):
        return RIGHT
    return told_of(course["last"], one, own[-1]) if is_other(last, one.known[own[-1]], "") else RIGHT


# --- by how much -----------------------------------------------------------------------------


def moved_by(clause: str, one: NamedSeries) -> Said | None:
    """What is wrong with 'daalde met 4,1%': it is that since the period before, or since a year before."""
    bare = " ".join(bare_of(clause).split())
    said = next(filter(None, (form.search(bare) for form in _MOVED_BY)), None)
    by = number_of(said["by"]) if said else None
    if said is None or by is None:
        return None
    named = placed_periods(clause)
    if any(not found.may_be(one.now) for _, _, found in named) or one.now.previous not in one.known:
        return RIGHT
    bases = [base for base in (one.now.previous, one.now.year_before) if base in one.known]
    if any(_is_moved(said, by, one.known[base], one.known[one.now], one) for base in bases):
        return RIGHT
    before, name = one.now.previous, one.indicator.id
    of_it = said["by"].endswith("%") and not said["points"]
    way_out = f'percentage(verschil("{name}"), vorige("{name}"))' if of_it else f'afstand("{name}")'
    return (
        f"hier staat '{_IN_TIME.sub(' ', said[0])}' bij '{one.indicator.naam}', en dat ging van"
        f" {one.text(one.known[before])} in {before} naar {one.text(one.known[one.now])} in {one.now}",
        f"schrijf {{{{ {way_out} }}}} met het woord dat erbij past, of zeg sinds wanneer",
    )


def _is_moved(said: re.Match[str], by: Decimal, then: Decimal, now: Decimal, one: NamedSeries) -> bool:
    """Whether it went so far and that way; so if that cannot be said."""
    if min(then, now) < 0:
        return True
    shares = one.indicator.eenheid == "%"
    of_it = said["by"].endswith("%") and not said["points"] and not shares
    way = (now > then) - (now < then)
    return way == way_of(said["words"]) and is_so_far(
        by, then, now, of_it=of_it, rough=bool(ROOM.search(said[0]))
    )


def is_so_far(by: Decimal, then: Decimal, now: Decimal, *, of_it: bool, rough: bool) -> bool:
    """Whether something went so far, as a part of what it was where it is told `of_it`."""
    if of_it and not then:
        return True
    far = abs(now - then) / then * 100 if of_it else abs(now - then)
    digit = Decimal(1).scaleb(int(by.as_tuple().exponent))
    return abs(far - abs(by)) <= max(digit * _HALF, abs(by) / 5 if rough else Decimal(0))


_MOVED_TO = re.compile(rf"\b(?P<words>{MOVED}){_LIGHTLY}\s+(?:naar|tot)\s+(?P<to>{AMOUNT})", re.I)


def moved_to(clause: str, one: NamedSeries) -> Said | None:
    """What is wrong with 'daalde naar 62.350', where it rose to that; nothing is said of another number."""
    said = _MOVED_TO.search(bare := " ".join(bare_of(clause).split()))
    value = number_of(said["to"]) if said else None
    now, before = one.known[one.now], one.known.get(one.now.previous)
    if said is None or value is None or before is None or min(before, now) < 0 or not is_measured(value, now):
        return None
    if any(not found.may_be(one.now) for _, _, found in placed_periods(clause)) or ALL_YEAR.search(bare):
        return None
    bases = [known for base in (one.now.previous, one.now.year_before) if (known := one.known.get(base))]
    if any((now > base) - (now < base) == way_of(said["words"]) for base in bases):
        return None
    return (
        f"hier staat '{said[0]}' bij '{one.indicator.naam}', en dat ging van {one.text(before)}"
        f" in {one.now.previous} naar {one.text(now)} in {one.now}",
        "verander het woord, of zeg sinds wanneer",
    )
