"""Find typed numbers of a series that had others: 'in het vierde kwartaal van 2024 zijn 75 woningen vergund'.

Only a clause that names the series and nothing besides is compared: no place, no part, no other time. It may
leave out what makes no difference, by `short_names`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.named_series import (
    NamedSeries,
    first_letters,
    tells_only_of,
    texts_with_made,
    words_of,
    words_of_time,
)
from rapportage.checks.reading.short_names import short_names
from rapportage.checks.series.series_additions import came_to_it
from rapportage.checks.series.series_moves import (
    course_of_another,
    course_of_before,
    course_told,
    moved_by,
    moved_to,
)
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
    periode_of,
    says,
    told_of,
)
from rapportage.checks.subjects import Report
from rapportage.dutch import MONTHS
from rapportage.errors import Finding
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode

_OF_IT = rf"(?!(?:(?:daalde|daalden|steeg|stegen|ging|gingen)\s)?(?:van|met)\s(?:ruim\s|bijna\s)?{AMOUNT})"
"""What is still of the same clause: 'groeit het meest: van 1.510 naar 1.552', 'nam toe, met 18'."""
_GOES_ON = re.compile(r"[:,](?=\s(?:van|met)\s)")
_HALF_YEAR = re.compile(r"\bhalf\sjaar\b", re.I)
_CLAUSE = re.compile(
    rf"[;!?()]\s|[:,]\s{_OF_IT}|\.\s|[.;:!?]\Z|\(|\)|\b(?:maar|terwijl|want|waarvan)\b", re.I
)
_NUMBER = re.compile(
    rf"(?<![\w.,/:-])(?:{AMOUNT})(?![\w/]|-\w|[ \u00a0](?:{'|'.join(MONTHS)}|procentpunt(?:en)?)\b)"
)
_NEAR = Decimal("0.03")
"""So near to the number of now, one that the series never had is one that was corrected or mistyped."""
_TWO_DIGITS = 10


def other_than_the_series(report: Report) -> Iterator[Finding]:
    """Each typed number in a clause about one series and one time, when that series had another number."""
    rapportage = report.content.rapportage
    now, organisatie = rapportage.periode, rapportage.organisatie.value
    body = organisatie.overheid
    every = rapportage.indicatoren.values()
    short = short_names(every, organisatie)
    series = [
        NamedSeries(one, known.words if known else words_of(one), now, words_of_time(one), known)
        for one in every
        for known in (short.get(one.id),)
        if now in one.measured
    ]
    besides = [*body.soort.split(), *(word for name in organisatie.namen for word in name.split())]
    for paper in report.papers.values() if series else ():
        for words, made, place in texts_with_made(paper):
            for clause in _clauses(words) if _NUMBER.search(words) else ():
                for told, hint in _told(clause, series, besides, made):
                    yield Finding(told, place, hint)


def _clauses(words: str) -> Iterator[str]:
    """Each part of a text that tells of one number, with the time that those before it in the clause name."""
    for part_of in _CLAUSE.split(words):
        clause = _HALF_YEAR.sub("halfjaar", _GOES_ON.sub("", part_of))
        lead, parts = "", _ANOTHER.split(clause)
        if len(parts) == 1:
            yield clause
            continue
        for part in parts:
            named = [part[start:end] for start, end, _ in placed_periods(part)]
            named += [one[0] for one in ALL_YEAR.finditer(part)]
            yield part if named or not lead else f"{lead} {part}"
            lead = " ".join(named) or lead


_ANOTHER = re.compile(r"\ben\s+(?=[0-9€])")


def _told(
    clause: str, every: list[NamedSeries], besides: list[str], made: set[str]
) -> Iterator[tuple[str, str]]:
    if all(found[0] in made for found in _NUMBER.finditer(clause)):
        return
    begun = first_letters(clause)
    if _AT_ITS_END.search(clause):
        clause = _AT_ITS_END.sub(partial(_per_its_end, every[0].now), clause)
        every = [one for one in every if one.indicator.soort == "stand"]
    series = [one for one in every if one.is_named_in(clause)]
    bare = bare_of(clause)
    if not series and not any(one.of_time and one.of_time <= begun for one in every):
        yield from course_of_before(clause, bare, every, besides)
        return
    for each in series:
        if of_all := _all_of(clause, each):
            yield of_all
    meant = [one for one in series if tells_only_of(one.words, bare, [*besides, *one.own_words])]
    longest = max((len(one.words) for one in meant), default=0)
    meant = [one for one in meant if len(one.words) == longest]
    rules: tuple[Callable[[str, NamedSeries], Said | None], ...] = (
        course_told,
        moved_by,
        moved_to,
        came_to_it,
        _number,
    )
    if not meant:
        meant = [one for one in every if one.of_time and one.of_time <= begun]
        rules = (course_told, _left)  # any other number may be of another 'wachttijd'
    if not meant:
        yield from course_of_before(clause, bare, every, besides)
    if len(meant) != 1 or not tells_only_of(meant[0].words, bare, [*besides, *meant[0].own_words]):
        return
    (one,) = meant
    if of_another := course_of_another(clause, one, every):
        yield of_another
        return
    found = next((told for rule in rules if (told := rule(clause, one)) is not None), RIGHT)
    if found != RIGHT:
        yield found


_AT_ITS_END = re.compile(
    r"\b(?:op\s3[01]\s|(?:eind|ultimo)\s)(?P<month>maart|april|juni|augustus|september|december)\b(?:\s(?P<year>20[0-9]{2})\b)?",
    re.I,
)
_OF_30_DAYS = ("april", "juni", "september")


def _per_its_end(now: Periode, found: re.Match[str]) -> str:
    """The last day of a month by which something stood so, the last before the report's end."""
    month = found["month"].lower()
    is_past = MONTHS.index(month) < now.last_day.month
    year = found["year"] or now.year - (0 if is_past else 1)
    return f"per {30 if month in _OF_30_DAYS else 31} {month} {year}"


def _all_of(clause: str, one: NamedSeries) -> Said | None:
    """What is wrong with 'van de 1.978 jeugdigen met jeugdhulp', which are all of them."""
    if one.indicator.eenheid.casefold() not in (name := one.indicator.naam.casefold()) or placed_periods(
        clause
    ):
        return None
    at = f"{clause.casefold()} ".find(f" {name} ")
    lead = _ALL.search(clause[: max(0, at)])
    if lead is None or OTHER_TIME.search(clause):
        return None
    written = lead["number"]
    value = number_of(written) if one.is_written_so(written) else None
    said = _left_behind(written, value, one, clause) if value else RIGHT
    return None if said == RIGHT else said


_ALL = re.compile(rf"\b(?:de|alle)\s+(?P<number>{AMOUNT})\Z", re.I)


# --- one number ------------------------------------------------------------------------------


def _number(clause: str, one: NamedSeries) -> Said | None:
    """What is wrong with the one number of a clause about a series, by the time that it names."""
    found = [
        each for each in _NUMBER.finditer(_blank(clause)) if not re.fullmatch(r"(?:19|20)[0-9]{2}", each[0])
    ]
    if len(found) != 1 or not one.is_written_so(found[0][0]):
        return RIGHT
    written = found[0][0]
    value, named = number_of(written), placed_periods(clause)
    if value is None or len(named) > 1 or _MOVED_ALONE.search(one.without_name(bare_of(clause))):
        return RIGHT
    if not named and (year := ALL_YEAR.search(clause)):
        whole = one.in_year(int(year["year"]))
        wrong = whole is not None and is_other(value, whole, clause)
        in_year = Periode(int(year["year"]), 1, "jaar")
        return told_of(written, one, in_year, whole) if wrong else RIGHT
    periode = periode_of(named[0][2], one, one.now) if named else one.now
    if periode is None or periode not in one.known or (named and one.is_over_another(periode)):
        return RIGHT
    in_full = one.is_in_full(clause)
    if (
        in_full
        and periode == one.now
        and _is_told_as_left_behind(value, one)
        and not _ENDS_THERE.search(clause)
    ):
        return RIGHT
    if named and not in_full:
        return _left_behind(written, value, one, clause, periode)
    if named:
        return told_of(written, one, periode) if is_other(value, one.known[periode], clause) else RIGHT
    if _OF_THEN.search(clause):
        return told_of(written, one, periode) if _is_never(value, one) else RIGHT
    return _left_behind(written, value, one, clause)


def _is_never(value: Decimal, one: NamedSeries) -> bool:
    """Whether a number is the one of now, mistyped: the series never had it."""
    return is_misspelt(value, one.known[one.now]) and value not in one.known.values()


_ENDS_THERE = re.compile(r"\bnaar\s+[0-9€]")
"""'Daalde naar 62.350', which the rule on numbers of before takes for 'van 62.350 naar'."""
_OF_THEN = re.compile(r"\b(?:was|bedroeg|telde|kwam|nog)\b", re.I)
"""What is said of an earlier time, where no time is named."""


def _left(clause: str, one: NamedSeries) -> Said | None:
    """What is told of the one number of a clause that names no time, where the series had it before."""
    before = one.known.get(one.now.previous)
    values = [number_of(each[0]) for each in _NUMBER.finditer(clause) if one.is_written_so(each[0])]
    is_alone = before is not None and len(values) == 1 and not placed_periods(clause)
    if not is_alone or values[0] is None or not is_measured(values[0], before or Decimal()):
        return RIGHT
    if _MOVED_ALONE.search(clause) or _OF_THEN.search(bare_of(clause)):
        return RIGHT
    written = next(each[0] for each in _NUMBER.finditer(clause) if one.is_written_so(each[0]))
    return _left_behind(written, values[0], one, clause)


_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MOVED_ALONE = re.compile(
    r"\b(?:van|dan|tegen|sinds|meer|minder|hoger|lager|bij|bijgekomen|erbij|toe|af|terug)\b", re.I
)
"""What may make a number that of a change, or of another time."""


def _blank(clause: str) -> str:
    """A clause with blanks for the periods that it names, whose numbers count nothing."""
    for start, end, _ in placed_periods(clause):
        clause = clause[:start] + " " * (end - start) + clause[end:]
    return clause


def _left_behind(
    written: str, value: Decimal, one: NamedSeries, clause: str, periode: Periode | None = None
) -> Said:
    """What is told of a number that the series had before, or nearly has now, or in that period."""
    periode = periode or one.now
    now, before = one.known[periode], one.known.get(periode.previous)
    if says(value, now) or (value < _TWO_DIGITS and value == int(value)):
        return RIGHT
    is_near = abs(value - now) <= now * _NEAR and value != _round(value) and not ROOM.search(clause)
    is_before = before is not None and is_measured(value, before)
    is_told = is_near or is_before or (is_misspelt(value, now) and value not in one.known.values())
    return told_of(written, one, periode) if is_told else RIGHT


def _round(value: Decimal) -> Decimal:
    """The number with only its first digit, as one says it that is not counted."""
    return value.scaleb(-value.adjusted()).to_integral_value().scaleb(value.adjusted())


def _is_told_as_left_behind(value: Decimal, one: NamedSeries) -> bool:
    """Whether the rule on numbers of the period before tells of this one, which has many digits."""
    before = one.known.get(one.now.previous)
    digits = len(value.normalize().as_tuple().digits)
    return before is not None and digits > FEWEST_DIGITS and is_measured(value, before)
