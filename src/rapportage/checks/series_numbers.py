"""Find typed numbers of a series that had others: 'in het vierde kwartaal van 2024 zijn 75 woningen vergund'.

Only a clause that names the series in full and nothing besides is compared: no place, no part, no other time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from rapportage.checks.directions import AMOUNT, COURSE, ends_of, number_of
from rapportage.checks.named_series import (
    NamedSeries,
    first_letters,
    periods_of,
    tells_only_of,
    texts_with_made,
    words_of,
    words_of_time,
)
from rapportage.checks.subjects import Report
from rapportage.dutch import MONTHS, rounded
from rapportage.earlier_times import OTHER_TIME
from rapportage.errors import Finding
from rapportage.movement import HAS_MOVED, MOVED, way_of
from rapportage.named_periods import NamedPeriod, placed_periods
from rapportage.periode import Periode

_CLAUSE = re.compile(r"[;:!?()]\s|[.,]\s|[.;:!?]\Z|\(|\)|\b(?:maar|terwijl|want|waarvan)\b")
_NUMBER = re.compile(
    rf"(?<![\w.,/:-])(?:{AMOUNT})(?![\w/]|-\w|[ \u00a0](?:{'|'.join(MONTHS)}|procentpunt(?:en)?)\b)"
)
_ALL_YEAR = re.compile(r"\b(?:in|over)\s+(?:heel\s+)?(?P<year>(?:19|20)[0-9]{2})(?![\w/-])", re.I)
_ROOM = re.compile(r"\b(?:ruim|bijna|circa|ongeveer)\b", re.I)
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
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")
"""Farther from the number of a series than these times it, a number is of something else."""
_NEAR = Decimal("0.03")
"""So near to the number of now, one that the series never had is one that was corrected or mistyped."""
_HALF = Decimal("0.6")
"""What part of its last digit a number may be off that is rounded itself."""
_TWO_DIGITS, _FEWEST_DIGITS = 10, 2


def other_than_the_series(report: Report) -> Iterator[Finding]:
    """Each typed number in a clause about one series and one time, when that series had another number."""
    rapportage = report.content.rapportage
    now, organisatie = rapportage.periode, rapportage.organisatie.value
    body = organisatie.overheid
    series = [
        NamedSeries(one, words_of(one), now, words_of_time(one))
        for one in rapportage.indicatoren.values()
        if now in one.measured
    ]
    besides = [*body.naam.split(), *body.soort.split(), *organisatie.samenwerkingsverband.split()]
    for paper in report.papers.values() if series else ():
        for words, made, place in texts_with_made(paper):
            for clause in _clauses(words) if _NUMBER.search(words) else ():
                for told, hint in _told(clause, series, besides, made):
                    yield Finding(told, place, hint)


def _clauses(words: str) -> Iterator[str]:
    """Each part of a text that tells of one number, with the time that those before it in the clause name."""
    for clause in _CLAUSE.split(words):
        lead, parts = "", _ANOTHER.split(clause)
        if len(parts) == 1:
            yield clause
            continue
        for part in parts:
            named = [part[start:end] for start, end, _ in placed_periods(part)]
            named += [one[0] for one in _ALL_YEAR.finditer(part)]
            yield part if named or not lead else f"{lead} {part}"
            lead = " ".join(named) or lead


_ANOTHER = re.compile(r"\ben\s+(?=[0-9€])")


def _told(
    clause: str, every: list[NamedSeries], besides: list[str], made: set[str]
) -> Iterator[tuple[str, str]]:
    if all(found[0] in made for found in _NUMBER.finditer(clause)):
        return
    begun = first_letters(clause)
    series = [one for one in every if one.words and one.words <= begun]
    if not series and not any(one.of_time and one.of_time <= begun for one in every):
        return
    bare = _bare(clause)
    for each in series:
        if of_all := _all_of(clause, each):
            yield of_all
    meant = [one for one in series if tells_only_of(one.words, bare, [*besides, *one.own_words])]
    longest = max((len(one.words) for one in meant), default=0)
    meant = [one for one in meant if len(one.words) == longest]
    rules: tuple[Callable[[str, NamedSeries], _Said | None], ...] = (_course, _moved_by, _number)
    if not meant:
        meant = [one for one in every if one.of_time and one.of_time <= begun]
        rules = (_course, _left)  # any other number may be of another 'wachttijd'
    if len(meant) != 1 or not tells_only_of(meant[0].words, bare, [*besides, *meant[0].own_words]):
        return
    (one,) = meant
    found = next((told for rule in rules if (told := rule(clause, one)) is not None), _RIGHT)
    if found != _RIGHT:
        yield found


_Said = tuple[str, str]
"""What is wrong, and the way out."""
_RIGHT: _Said = ("", "")
"""What is said of what is right, or may be."""


def _bare(clause: str) -> str:
    """A clause without the names of periods in it."""
    for start, end, _ in reversed(placed_periods(clause)):
        clause = f"{clause[:start]} {clause[end:]}"
    return clause


def _all_of(clause: str, one: NamedSeries) -> _Said | None:
    """What is wrong with 'van de 1.978 jeugdigen met jeugdhulp', which are all of them."""
    if one.indicator.eenheid.casefold() not in (name := one.indicator.naam.casefold()) or placed_periods(
        clause
    ):
        return None
    at = clause.casefold().find(f" {name} ")
    lead = _ALL.search(clause[: max(0, at)])
    if lead is None or _OTHER_TIME.search(clause):
        return None
    written = lead["number"]
    value = number_of(written) if one.is_written_so(written) else None
    said = _left_behind(written, value, one, clause) if value else _RIGHT
    return None if said == _RIGHT else said


_ALL = re.compile(rf"\b(?:de|alle)\s+(?P<number>{AMOUNT})\Z", re.I)
_OTHER_TIME = re.compile(rf"\b(?:{OTHER_TIME}|in\s+(?:19|20)[0-9]{{2}})\b", re.I)


# --- from one number to another --------------------------------------------------------------


def _course(clause: str, one: NamedSeries) -> _Said | None:
    """What is wrong with 'van 71 naar 46'; nothing where it is right, None where there is no such."""
    course = COURSE.search(clause)
    if course is None:
        return None
    first, last = ends_of(course)
    if years := {int(found["year"]) for found in _ALL_YEAR.finditer(clause)}:
        return _course_of_year(course, one, years.pop()) if len(years) == 1 else _RIGHT
    before, after = clause[: course.start("last")], clause[course.start("last") :]
    now = _time_in(after, one, one.now) or _time_in(clause[: course.start()], one, one.now) or one.now
    then = _time_in(before[course.start() :], one, now) or now.previous
    if first is None or last is None or not one.known.keys() >= {then, now}:
        return _RIGHT
    if not (one.is_written_so(course["first"]) and one.is_written_so(course["last"])):
        return _RIGHT
    fits_first, fits_last = _says(first, one.known[then]), _says(last, one.known[now])
    if fits_first and not fits_last:
        return _told_of(course["last"], one, now)
    others = [value for periode, value in one.known.items() if periode != then]
    is_near = abs(first - one.known[then]) <= abs(one.known[then]) / 10
    if fits_last and not fits_first and is_near and not any(_says(first, value) for value in others):
        return _told_of(course["first"], one, then)
    earlier = one.known.get(then.previous)
    if earlier is not None and _says(first, earlier) and _says(last, one.known[then]) and not fits_last:
        return _told_of(course["last"], one, now)
    return _RIGHT


def _course_of_year(course: re.Match[str], one: NamedSeries, year: int) -> _Said:
    """The same within a year, or from the end of that before it; of a flow also from one year to the next."""
    first, last = ends_of(course)
    own = [each for each in periods_of(one.now, year) if each in one.known]
    ends = [each for each in (Periode(year, 1, one.now.kind).previous, *own) if each in one.known]
    if first is None or last is None or not own or not one.is_written_so(course["last"]):
        return _RIGHT
    pairs = [(one.known[then], one.known[now]) for then, now in combinations(ends, 2)]
    of_first = [now for then, now in pairs if _says(first, then)]
    if not of_first or any(_says(last, now) for now in of_first):
        return _RIGHT
    return _told_of(course["last"], one, own[-1]) if _is_other(last, one.known[own[-1]], "") else _RIGHT


def _time_in(words: str, one: NamedSeries, near: Periode) -> Periode | None:
    """The one period of the series' kind that words name."""
    found = placed_periods(words)
    return _periode(found[0][2], one, near) if len(found) == 1 else None


def _periode(named: NamedPeriod, one: NamedSeries, near: Periode) -> Periode | None:
    first, last = named.near(near)
    periode = Periode.of_days(first, last, one.now.kind)
    if periode is None and named.form in ("month", "day", "stand"):
        return next((known for known in one.known if known.last_day == last), None)
    if periode is not None and not named.dated and periode.last_day > one.now.last_day:
        return Periode(periode.year - 1, periode.number, periode.kind)
    return periode


# --- by how much -----------------------------------------------------------------------------


def _moved_by(clause: str, one: NamedSeries) -> _Said | None:
    """What is wrong with 'daalde met 4,1%': it is that since the period before, or since a year before."""
    bare = " ".join(_bare(clause).split())
    said = next(filter(None, (form.search(bare) for form in _MOVED_BY)), None)
    by = number_of(said["by"]) if said else None
    if said is None or by is None:
        return None
    named = placed_periods(clause)
    if any(not found.may_be(one.now) for _, _, found in named) or one.now.previous not in one.known:
        return _RIGHT
    bases = [base for base in (one.now.previous, one.now.year_before) if base in one.known]
    if any(_is_moved(said, by, one.known[base], one.known[one.now], one) for base in bases):
        return _RIGHT
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
    of_it = said["by"].endswith("%") and not said["points"]
    if of_it and not shares and not then:
        return True
    far = abs(now - then) / then * 100 if of_it and not shares else abs(now - then)
    digit = Decimal(1).scaleb(int(by.as_tuple().exponent))
    room = max(digit * _HALF, abs(by) / 5 if _ROOM.search(said[0]) else Decimal(0))
    way = (now > then) - (now < then)
    return way == way_of(said["words"]) and abs(far - abs(by)) <= room


# --- one number ------------------------------------------------------------------------------


def _number(clause: str, one: NamedSeries) -> _Said | None:
    """What is wrong with the one number of a clause about a series, by the time that it names."""
    found = [
        each for each in _NUMBER.finditer(_blank(clause)) if not re.fullmatch(r"(?:19|20)[0-9]{2}", each[0])
    ]
    if len(found) != 1 or not one.is_written_so(found[0][0]):
        return _RIGHT
    written = found[0][0]
    value, named = number_of(written), placed_periods(clause)
    if value is None or len(named) > 1 or _MOVED_ALONE.search(_bare(clause)):
        return _RIGHT
    if not named and (year := _ALL_YEAR.search(clause)):
        whole = one.in_year(int(year["year"]))
        wrong = whole is not None and _is_other(value, whole, clause)
        in_year = Periode(int(year["year"]), 1, "jaar")
        return _told_of(written, one, in_year, whole) if wrong else _RIGHT
    periode = _periode(named[0][2], one, one.now) if named else one.now
    if periode is None or periode not in one.known or one.is_over_another(periode):
        return _RIGHT
    if periode == one.now and _is_told_as_left_behind(value, one) and not _ENDS_THERE.search(clause):
        return _RIGHT
    if named:
        return _told_of(written, one, periode) if _is_other(value, one.known[periode], clause) else _RIGHT
    return _RIGHT if _OF_THEN.search(clause) else _left_behind(written, value, one, clause)


_ENDS_THERE = re.compile(r"\bnaar\s+[0-9€]")
"""'Daalde naar 62.350', which the rule on numbers of before takes for 'van 62.350 naar'."""
_OF_THEN = re.compile(r"\b(?:was|bedroeg|telde|kwam|nog)\b", re.I)
"""What is said of an earlier time, where no time is named."""


def _left(clause: str, one: NamedSeries) -> _Said | None:
    """What is told of the one number of a clause that names no time, where the series had it before."""
    before = one.known.get(one.now.previous)
    values = [number_of(each[0]) for each in _NUMBER.finditer(clause) if one.is_written_so(each[0])]
    is_alone = before is not None and len(values) == 1 and not placed_periods(clause)
    if not is_alone or values[0] is None or not _is(values[0], before or Decimal()):
        return _RIGHT
    if _MOVED_ALONE.search(clause) or _OF_THEN.search(clause):
        return _RIGHT
    written = next(each[0] for each in _NUMBER.finditer(clause) if one.is_written_so(each[0]))
    return _left_behind(written, values[0], one, clause)


_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MOVED_ALONE = re.compile(r"\b(?:van|dan|tegen|sinds|meer|minder|hoger|lager|bij|erbij|toe|af|terug)\b", re.I)
"""What may make a number that of a change, or of another time."""


def _blank(clause: str) -> str:
    """A clause with blanks for the periods that it names, whose numbers count nothing."""
    for start, end, _ in placed_periods(clause):
        clause = clause[:start] + " " * (end - start) + clause[end:]
    return clause


def _left_behind(written: str, value: Decimal, one: NamedSeries, clause: str) -> _Said:
    """What is told of a number that the series had before, or nearly has now."""
    now, before = one.known[one.now], one.known.get(one.now.previous)
    if _says(value, now) or value < _TWO_DIGITS:
        return _RIGHT
    is_near = abs(value - now) <= now * _NEAR and value != _round(value) and not _ROOM.search(clause)
    is_before = before is not None and _is(value, before)
    is_told = is_near or is_before or (_is_misspelt(value, now) and value not in one.known.values())
    return _told_of(written, one, one.now) if is_told else _RIGHT


def _is_misspelt(value: Decimal, now: Decimal) -> bool:
    """Whether a number has the digits of the one of now, two beside each other changed about: 417 for 471."""
    written, right = (f"{one.normalize():f}" for one in (value, now))
    apart = [at for at, both in enumerate(zip(written, right, strict=False)) if both[0] != both[1]]
    return (
        len(written) == len(right)
        and len(right.replace(".", "").rstrip("0")) > _FEWEST_DIGITS
        and len(apart) == len((written, right))
        and apart[1] == apart[0] + 1
        and sorted(written) == sorted(right)
    )


def _round(value: Decimal) -> Decimal:
    """The number with only its first digit, as one says it that is not counted."""
    return value.scaleb(-value.adjusted()).to_integral_value().scaleb(value.adjusted())


def _is_other(value: Decimal, measured: Decimal, clause: str) -> bool:
    """Whether a number of the same size is not the one that was measured."""
    if measured <= 0 or _says(value, measured) or not _LEAST <= value / measured <= _MOST:
        return False
    return not _ROOM.search(clause) or abs(value - measured) > measured / 10


def _says(value: Decimal, measured: Decimal) -> bool:
    """Whether a number is what was measured, rounded as it is written: '1.300' is of 1.348."""
    if _is(value, measured):
        return True
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0 < zeros <= len(digits) - _FEWEST_DIGITS and abs(value - measured) <= Decimal(10) ** zeros / 2


def _is(value: Decimal, measured: Decimal) -> bool:
    return rounded(measured, max(0, -int(value.as_tuple().exponent))) == value


def _is_told_as_left_behind(value: Decimal, one: NamedSeries) -> bool:
    """Whether the rule on numbers of the period before tells of this one, which has many digits."""
    before = one.known.get(one.now.previous)
    digits = len(value.normalize().as_tuple().digits)
    return before is not None and digits > _FEWEST_DIGITS and _is(value, before)


def _told_of(written: str, one: NamedSeries, periode: Periode, whole: Decimal | None = None) -> _Said:
    """What is said of a number of another period than the series had it; `whole` is that of all of a year."""
    right = one.text(one.known[periode] if whole is None else whole)
    of_then = "" if periode == one.now else f', "{periode}"'
    filled = f'{{{{ waarde("{one.indicator.id}"{of_then}) }}}}'
    return (
        f"hier staat {written} bij '{one.indicator.naam}', en in {periode} was het {right}",
        f"schrijf {filled if whole is None else right}, of zeg waarvan het getal is",
    )
