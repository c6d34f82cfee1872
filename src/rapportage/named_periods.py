"""The periods that a text names, however it writes them: in words, by their months or days, or as 2021-H2."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rapportage.bounds import MOST_TEXTS
from rapportage.periode import Periode, PeriodKind, exists

_ANY_YEAR = 2001
"""What stands for the year of a period that is named without one."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A stretch of days that a text names; without a year (`dated` is false) it may be of any.

    It is a period with a name, a month, a day, a `stand` on a day, or a `span` of several, which are
    its `parts` where they have names.
    """

    words: str
    first: date
    last: date
    dated: bool
    form: Literal["period", "month", "day", "stand", "span"]
    parts: tuple[NamedPeriod, ...] = ()

    def near(self, periode: Periode) -> tuple[date, date]:
        """Its first and last day, in the year of that period where it names none."""
        if self.dated:
            return self.first, self.last
        years = periode.year - self.first.year
        return _in_year(self.first, years), _in_year(self.last, years)

    @property
    def over(self) -> date:
        """The last day that is over then: on the first of a month, all is still as the one before ended."""
        is_first = self.form in ("day", "stand") and self.last.day == 1
        return self.last - _DAY if is_first else self.last

    def of_kind(self, kind: PeriodKind) -> list[NamedPeriod]:
        """Itself where it is a period of this kind, else those of its parts that are."""
        if Periode.of_days(self.first, self.last, kind):
            return [self]
        return [one for part in self.parts for one in part.of_kind(kind)]

    def may_be(self, periode: Periode) -> bool:
        """Whether these words can mean that period."""
        return self.near(periode) == (periode.first_day, periode.last_day)

    def is_before(self, periode: Periode) -> bool:
        """Whether these words mean days of before that period; without a year, all of the period before."""
        return self.last < periode.first_day if self.dated else self.may_be(periode.previous)


@dataclass(frozen=True, slots=True)
class _Found:
    """A named period with where it stands."""

    start: int
    end: int
    named: NamedPeriod


def named_periods(text: str, numbered: PeriodKind | None = None) -> list[NamedPeriod]:
    """The periods, months and days that a text names, in order; months and days only with a year.

    What belongs together is one: 'Q1 en Q2 2024', '1 januari tot 1 juli 2024'. With `numbered` a mere
    number is a period of that kind: '2024-1', 'periode 1 van 2024'. What only begins there ('sinds juni
    2024') or happened then ('van 14 mei 2024') is no period.
    """
    return [_in_its_words(text, one) for one in _named(text, numbered)]


def placed_periods(text: str, numbered: PeriodKind | None = None) -> list[tuple[int, int, NamedPeriod]]:
    """The same with where each begins and ends in the text."""
    return [(one.start, one.end, _in_its_words(text, one)) for one in _named(text, numbered)]


def without_periods(text: str) -> str:
    """A text without the names of periods in it."""
    for start, end, _ in reversed(placed_periods(text)):
        text = f"{text[:start]} {text[end:]}"
    return text


def placed_times(text: str) -> list[tuple[int, int, NamedPeriod]]:
    """The same with the ends of years, which stand for how something was then: 'eind 2023', 'begin 2024'."""
    return [(one.start, one.end, _in_its_words(text, one)) for one in _named(text, None, with_ends=True)]


@lru_cache(maxsize=MOST_TEXTS)
def _named(text: str, numbered: PeriodKind | None, with_ends: bool = False) -> tuple[_Found, ...]:
    joined = _joined(text, _with_years(text, _found(text, numbered, with_ends)))
    return tuple(one for one in joined if _is_named(text, one))


# --- each by itself --------------------------------------------------------------------------

_YEAR = r"(?P<year>[12][0-9]{3}|['’][0-9]{2})(?!\w)"
_OF_YEAR = rf"(?:,?\s+(?:van\s+)?(?:het\s+jaar\s+)?{_YEAR})"
_ORDINAL = r"(?:eerste|tweede|derde|vierde|[1-4](?:ste|de|e))"
_JOINING = r"(?:\s*[-–—+&,/]\s*|\s+(?:en|t/m|tot\s+en\s+met)\s+(?:het\s+)?)"
_NOUNS: dict[str, PeriodKind] = {
    **dict.fromkeys(("halfjaar", "helft", "semester"), "halfjaar"),
    **dict.fromkeys(("viermaandsperiode", "tertaal", "trimester"), "viermaands"),
    **dict.fromkeys(("kwartaal", "kw"), "kwartaal"),
}
_NOUN = rf"(?P<noun>half\s?jaar|{'|'.join(_NOUNS)})"
_LETTERS: dict[str, PeriodKind] = {"h": "halfjaar", "t": "viermaands", "q": "kwartaal", "k": "kwartaal"}
_NUMBERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTS = {"drie": 3, "vier": 4, "zes": 6, "acht": 8, "negen": 9}
_MONTHS = ["jan", "feb", "maart", "apr", "mei", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
_MONTH = (
    r"(?P<month>januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|(?:jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b\.?)"
)
_NO_PERIODS = re.compile(
    r"\b(?:motie|amendement|besluit|raadsbesluit|nota|zaak|nummer|nr\.?|versie|editie|fase)\s*$", re.I
)
"""What has numbers of its own, such as 'motie 2024-1'."""


def _ordinals(found: re.Match[str]) -> NamedPeriod | None:
    """'tweede halfjaar van 2021', 'eerste en tweede kwartaal 2024', 'eerste halfjaarrapportage 2024'."""
    if found["rest"] and not found["year"]:
        return None  # the first report of all is of no period
    kind = _kind_of(found["noun"])
    numbers = [_number(one) for one in re.findall(_ORDINAL, found["ordinals"], re.I)]
    parts = [_of_number(found, number, kind) for number in numbers]
    made = [one for one in parts if one is not None]
    whole = made[0] if made else None
    for before, one in pairwise(made):
        spans = re.search(r"[-–—]|t/m|tot", found["ordinals"]) or one.first == before.last + _DAY
        if whole is None or not spans or one.last <= whole.first:
            return made[-1]
        whole = replace(whole, last=one.last, form="span", parts=(*(whole.parts or (whole,)), one))
    return whole


def _code(found: re.Match[str]) -> NamedPeriod | None:
    """'2021-H2', 'Q3 2021', 'Q3', 'kwartaal 3 van 2021'."""
    groups = found.groupdict()
    kind = _LETTERS[groups["letter"].lower()] if groups.get("letter") else _kind_of(groups["noun"])
    return _of_number(found, _number(found["number"]), kind)


def _months_of_year(found: re.Match[str]) -> NamedPeriod | None:
    """'eerste zes maanden van 2024'."""
    word = found["count"].lower()
    count = int(word) if word.isdigit() else _COUNTS[word]
    first = 1 if found["which"].lower() == "eerste" else 13 - count
    year = _year(found)
    return NamedPeriod("", date(year, first, 1), _last_day(year, first + count - 1), True, "period")


def _month(found: re.Match[str]) -> NamedPeriod | None:
    """'juni 2024', "jun '24", '30 juni 2024', 'juni'."""
    word = found["month"].lower().rstrip(".").replace("mrt", "maart")
    month = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(word) or word.startswith(name))
    year, dated = _year(found), bool(found["year"])
    if found["day"]:
        return _of_day(year, month, int(found["day"]), dated)
    return NamedPeriod("", date(year, month, 1), _last_day(year, month), dated, "month")


def _day(found: re.Match[str]) -> NamedPeriod | None:
    """'30-06-2024'."""
    return _of_day(_year(found), int(found["month"]), int(found["day"]), dated=True)


def _end_of_year(found: re.Match[str]) -> NamedPeriod:
    """'eind 2023', 'begin van 2024'."""
    year = _year(found)
    day = date(year, 1, 1) if found["begins"] else date(year, 12, 31)
    return NamedPeriod("", day, day, dated=True, form="stand")


_Read = Callable[[re.Match[str]], NamedPeriod | None]
_HAS_NOUN = re.compile(rf"half\s?jaar|maanden|{'|'.join(_NOUNS)}", re.I)
_HAS_DIGIT = re.compile(r"[0-9]")
_HAS_MONTH = re.compile("|".join((*_MONTHS, "mrt")), re.I)
"""What stands in each name of a kind, and is found sooner."""
_FORMS: tuple[tuple[re.Pattern[str], re.Pattern[str], _Read], ...] = tuple(
    (needs, re.compile(form, re.I), read)
    for needs, form, read in (
        (
            _HAS_NOUN,
            rf"\b(?P<ordinals>{_ORDINAL}(?:{_JOINING}{_ORDINAL}){{0,3}})\s+{_NOUN}"
            rf"(?P<rest>(?:s?rapportage|bericht|cijfers|verslag|overzicht|monitor)?)\.?{_OF_YEAR}?(?!\w)"
            r"(?!(?<=helft)\s+van\s+(?!(?:het|dit)\s+jaar\b|['’12]))",
            _ordinals,
        ),
        (_HAS_DIGIT, r"\b(?P<year>[12][0-9]{3})[-/ ]?(?P<letter>[HTQK])(?P<number>[1-4])(?!\w|-\w)", _code),
        (
            _HAS_DIGIT,
            r"\b(?P<letter>[HTQ])(?P<number>[1-4])"
            rf"(?:\s*-?\s*(?:van\s+)?{_YEAR})?(?!\w|-(?![HTQ][1-4]\b)\w)",
            _code,
        ),
        (_HAS_DIGIT, rf"\b(?P<letter>K)(?P<number>[1-4])[-\s]\s?{_YEAR}", _code),
        (_HAS_NOUN, rf"\b{_NOUN}\.?\s+(?P<number>[1-4]|I{{1,3}}|IV){_OF_YEAR}", _code),
        (
            _HAS_NOUN,
            rf"\b(?P<which>eerste|laatste)\s+(?P<count>[3-9]|{'|'.join(_COUNTS)})\s+maanden{_OF_YEAR}",
            _months_of_year,
        ),
        (_HAS_MONTH, rf"\b(?:(?P<day>(?<![-\w])[0-3]?[0-9])\s+)?\b{_MONTH}(?:\s*{_YEAR})?(?!\w)", _month),
        (
            _HAS_DIGIT,
            r"(?<![-\w./])(?P<day>[0-3]?[0-9])(?P<by>[-/.])(?P<month>[01]?[0-9])(?P=by)(?P<year>[12][0-9]{3})(?!\w)",
            _day,
        ),
        (
            _HAS_DIGIT,
            r"(?<![-\w])(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![-\w])",
            _day,
        ),
    )
)
_END_OF_YEAR = re.compile(
    rf"\b(?:aan\s+het\s+)?(?:(?:einde?|ultimo)|(?P<begins>begin))\s+(?:van\s+)?(?:het\s+jaar\s+)?{_YEAR}(?![-/])",
    re.I,
)
_NUMBERED = tuple(
    re.compile(form)
    for form in (
        r"(?<![-\w/])(?P<year>[12][0-9]{3})\s?[-/]\s?(?P<number>[1-4]|I{1,3}|IV)(?![\w/]|-\w)",
        r"(?<![-\w/])(?P<number>[1-4]|I{1,3}|IV)\s?[-/]\s?(?P<year>[12][0-9]{3})(?!\w)",
        rf"\b[Pp]eriode\s+(?P<number>[1-4]|I{{1,3}}|IV){_OF_YEAR}",
    )
)


def _found(text: str, numbered: PeriodKind | None, with_ends: bool = False) -> list[_Found]:
    """Each name by itself, in order; of two that overlap the one that begins first, or is longer."""
    forms = [(form, read) for needs, form, read in _FORMS if needs.search(text)]
    found = [(one, read(one)) for form, read in forms for one in form.finditer(text)]
    found += [(one, _end_of_year(one)) for one in _END_OF_YEAR.finditer(text)] if with_ends else []
    if numbered:
        found += [
            (one, _of_number(one, _number(one["number"]), numbered))
            for form in _NUMBERED
            for one in form.finditer(text)
            if not _NO_PERIODS.search(_before(text, one.start()))
        ]
    named = [_Found(one.start(), one.end(), period) for one, period in found if period]
    kept: list[_Found] = []
    for one in sorted(named, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _kind_of(noun: str) -> PeriodKind:
    return _NOUNS[re.sub(r"\s", "", noun.lower())]


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word[0])


def _year(found: re.Match[str]) -> int:
    year = found["year"]
    return int(year if len(year) == 4 else f"20{year[1:]}") if year else _ANY_YEAR


def _of_number(found: re.Match[str], number: int, kind: PeriodKind) -> NamedPeriod | None:
    if not exists(number, kind):
        return None
    periode = Periode(_year(found), number, kind)
    return NamedPeriod("", periode.first_day, periode.last_day, bool(found["year"]), "period")


def _of_day(year: int, month: int, day: int, dated: bool) -> NamedPeriod | None:
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return NamedPeriod("", only, only, dated, "day")


def _last_day(year: int, month: int) -> date:
    return (date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)) - _DAY


def _in_year(day: date, years: int) -> date:
    if (day.month, day.day) in ((2, 28), (2, 29)):  # the last of February, whatever its number
        return _last_day(day.year + years, 2)
    return day.replace(year=day.year + years)


# --- what belongs together -------------------------------------------------------------------

_TO = re.compile(r"\s*(?P<to>t/m|t\.m\.|tot(?:\s+en\s+met)?|[-–—])\s*(?:en\s+met\s+)?(?:het\s+)?", re.I)
_AND = re.compile(r"\s*(?:en|[+&/,])\s*(?:\bhet\s+)?", re.I)
_SINCE = re.compile(r"\b(?:sinds|vanaf|na|uit|ingaande|met ingang van)\s+(?:[a-z]+dag\s+)?$", re.I)
_THEN = re.compile(r"(?:\b(?:van|op|dd)|d\.d)\.?\s+(?:[a-z]+dag\s+)?$", re.I)
_DATED = re.compile(
    r"(?:motie|amendement|besluit|brief|nota|advies|akkoord|convenant|overeenkomst|toezegging|uitspraak"
    r"|vergadering|bijeenkomst|verkiezing|storm|hoogwater|overstroming|brand)(?:en|s)?\s+van\s+$",
    re.I,
)
"""What bears the month in which it was made or happened as its name."""
_UNTIL = re.compile(r"\btot\s+$", re.I)
_STAND = re.compile(
    r"\b(?:(?:stand|peildatum)(?:\s+van\s+zaken)?(?:\s+(?:per|op|van))?|t/m|tot|tot\s+en\s+met):?\s+$", re.I
)


def _with_years(text: str, found: list[_Found]) -> list[_Found]:
    """The same, in which what is joined to a dated one is of its year, or of the year beside it."""
    given = list(found)
    for at in range(len(given) - 2, -1, -1):
        before, after = given[at].named, given[at + 1].named
        if _gap(text, given[at], given[at + 1]) and after.dated and not before.dated:
            year = after.first.year - (before.first.month > after.last.month)
            given[at] = replace(given[at], named=_dated(before, year))
    for at in range(1, len(given)):
        before, after = given[at - 1].named, given[at].named
        if _gap(text, given[at - 1], given[at]) and before.dated and not after.dated:
            year = before.first.year + (after.first.month < before.first.month)
            given[at] = replace(given[at], named=_dated(after, year))
    return given


def _dated(named: NamedPeriod, year: int) -> NamedPeriod:
    years = year - named.first.year
    first, last = _in_year(named.first, years), _in_year(named.last, years)
    return replace(
        named, first=first, last=last, dated=True, parts=tuple(_dated(one, year) for one in named.parts)
    )


def _gap(text: str, one: _Found, other: _Found) -> str | None:
    """What joins two names: 'to', 'until' (the last is not in it) or 'and'; None where nothing does."""
    between = text[one.end : other.start]
    if to := _TO.fullmatch(between):
        return "until" if to["to"].lower() == "tot" and "met" not in between else "to"
    return "and" if _AND.fullmatch(between) else None


def _joined(text: str, found: list[_Found]) -> Iterator[_Found]:
    """The names, those that are one stretch together as one."""
    if not found:
        return
    now = found[0]
    for before, one in pairwise(found):
        both = _both(now.named, one.named, _gap(text, before, one))
        if both is None:
            yield now
            now = one
        else:
            now = _Found(now.start, one.end, both)
    yield now


def _both(one: NamedPeriod, other: NamedPeriod, gap: str | None) -> NamedPeriod | None:
    """The stretch of two joined names; None where they are two."""
    last = other.first - _DAY if gap == "until" and other.form in ("month", "day") else other.last
    if not one.dated and not other.dated and last < one.first:
        last = _in_year(last, 1)
    adjacent = other.first == one.last + _DAY and other.form != "day"
    if gap is None or one.dated != other.dated or last < one.last or (gap == "and" and not adjacent):
        return None
    named = [part for both in (one, other) for part in (both.parts or (both,)) if part.form == "period"]
    return NamedPeriod("", one.first, last, one.dated, "span", tuple(named))


def _before(text: str, start: int) -> str:
    """The words just before that place."""
    return text[max(0, start - 40) : start]


def _is_named(text: str, one: _Found) -> bool:
    """Whether this is a period, and no month or day on which something began or happened."""
    if one.named.form not in ("month", "day"):
        return True
    before = _before(text, one.start)
    happened = (_DATED if one.named.form == "month" else _THEN).search(before) and not _STAND.search(before)
    return one.named.dated and not _SINCE.search(before) and not happened


def _in_its_words(text: str, one: _Found) -> NamedPeriod:
    named, before = one.named, _before(text, one.start)
    words = " ".join(text[one.start : one.end].split())
    parts = tuple(replace(part, words=words) for part in named.parts)
    if named.form in ("month", "day") and _UNTIL.search(before):
        until = named.first - _DAY
        return replace(named, words=f"tot {words}", first=until, last=until, form="stand")
    form = "stand" if named.form == "day" and _STAND.search(before) else named.form
    return replace(named, words=words, form=form, parts=parts)
