"""Find descriptions of charts that tell other numbers than the chart has, or another course."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.drawings.drawn_alts import otherwise_than_data
from rapportage.checks.drawings.drawn_letters import otherwise_than_lettered
from rapportage.checks.drawings.figures import description_out_of_date
from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.loose_numbers import YEAR, is_near, loose_numbers
from rapportage.checks.series.alt_courses import other_share, other_turn, other_way_of_one
from rapportage.checks.series.series import whole_charts
from rapportage.checks.series.shown_series import OTHER_SUBJECT, Shown, shown_of, together
from rapportage.checks.subjects import Report
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Staafdiagram
from rapportage.dutch import list_text, quantity_text
from rapportage.errors import Finding
from rapportage.movement import DOWN, UP, ways_said
from rapportage.periode import Periode

_TYPED_COURSE = re.compile(
    rf"\bvan\s(?P<first>{AMOUNT})(?P<between>[^.;0-9]{{0,60}}?)\s(?:naar|tot)\s(?P<last>{AMOUNT})"
)
_MOST_NUMBERS = 10


def against_the_chart(report: Report) -> Iterator[Finding]:
    """Of each chart in a paper the first thing in its description that it does not show, and of drawings."""
    yield from otherwise_than_data(report.content.rapportage)
    yield from otherwise_than_lettered(report.content.workspace, report.content.rapportage)
    yield from _of_charts(report, read=False)


def out_of_date(report: Report) -> Iterator[Finding]:
    """Each description that was not approved as it is now, but where it is told to say what is not so.

    That comes first: a text that was called read would be so with the fault in it.
    """
    stale = list(description_out_of_date(report.content.rapportage, report.figures))
    wrong = (*otherwise_than_data(report.content.rapportage), *_of_charts(report, read=True)) if stale else ()
    told = {one.at.file for one in wrong}
    yield from (one for one in stale if one.at.file not in told)


def _of_charts(report: Report, *, read: bool) -> Iterator[Finding]:
    """What descriptions of charts have otherwise; where they count as `read`, no number by itself."""
    for chart, chosen in whole_charts(report.content):
        name = next(
            (key for key, one in report.content.rapportage.figuren.items() if one is chart.figuur), ""
        )
        alt, shown = chart.figuur.value.alt, report.figures.get(name)
        if not alt or shown is None:
            continue
        perioden = chart.grafiek.perioden
        series = [shown_of(one, perioden) for one in chosen]
        if beyond := beyond_the_chart(
            alt, {one.id for one in chosen}, perioden, report.content.rapportage.periode
        ):
            yield Finding(beyond[0], chart.figuur.place("alt"), beyond[1])
            continue
        typed = " ".join(EXPRESSION.sub("…", alt).split())
        told = contradiction(alt, series, read=read or chart.figuur.value.alt_kenmerk == shown.mark)
        told = told or other_turn(typed, series)
        names = [one.naam or own.naam for one, own in zip(chart.grafiek.reeksen, chosen, strict=True)]
        is_stack = isinstance(chart.grafiek, Staafdiagram) and chart.grafiek.is_stapel
        told = told or other_way_of_one(typed, list(zip(series, names, strict=True)), of_shares=is_stack)
        if is_stack:
            told = told or other_share(typed, series)
        if told:
            yield Finding(told, chart.figuur.place("alt"), _HINT)


_HINT = "kijk de tekst na bij de grafiek; haal getallen met {{ … }} uit de reeks, dan kloppen zij vanzelf"


_BEFORE = re.compile(
    r"\{\{[^{}]*?\b(?P<which>vorige|verschil|afstand|jaar_eerder)\(\s*[\"'](?P<name>[\w-]+)[\"']", re.S
)


def beyond_the_chart(
    alt: str, series: Set[str], perioden: Sequence[Periode], own: Periode
) -> tuple[str, str] | None:
    """What a description asks for of a period of its series that the chart leaves out, and the way out."""
    for found in _BEFORE.finditer(alt):
        asked = own.year_before if found["which"] == "jaar_eerder" else own.previous
        if found["name"] in series and own in perioden and len(perioden) > 1 and asked not in perioden:
            shown = max(one for one in perioden if one != own)
            hint = f'schrijf {{{{ waarde("{found["name"]}", "{shown}") }}}}, of zet {asked} bij \'perioden\''
            said = f"de alternatieve tekst noemt met '{found['which']}' {asked}"
            return f"{said}, en de grafiek toont {shown} en {own}", hint
    return None


def contradiction(alt: str, series: Sequence[Shown], *, read: bool) -> str | None:
    """What the description says that the chart does not; a number alone counts until the text was `read`."""
    typed = EXPRESSION.sub("…", alt)
    for course in _TYPED_COURSE.finditer(typed):
        first, last = number_of(course["first"]), number_of(course["last"])
        years = YEAR.fullmatch(course["first"]) or YEAR.fullmatch(course["last"])
        if first is not None and last is not None and not years and not _is_course(first, last, series):
            what = _meant_course(first, last, series)
            return f"de alternatieve tekst zegt '{' '.join(course[0].split())}', en de grafiek toont {what}"
    if way := other_way(typed, series):
        return f"de alternatieve tekst zegt '{way[0]}', en de grafiek {way[1]}"
    if not read:
        for number in list(loose_numbers(typed))[:_MOST_NUMBERS]:
            value = number_of(number)
            if value is not None and not _may_be(value, number, series):
                return (
                    f"de alternatieve tekst noemt {number}, en dat volgt niet uit de getallen van de grafiek"
                )
    return None


def _meant_course(first: Decimal, last: Decimal, series: Sequence[Shown]) -> str:
    """The numbers that were meant by a course of which one is right, of a series or of all together.

    Where neither is, they are the ends of the first series.
    """
    each = [(one.values, "") for one in series]
    for values, lead in (*each, (together(series), "samen ")) if len(series) > 1 else each:
        for at, value in enumerate(values):
            before, after = values[:at], values[at + 1 :]
            if before and is_near(last, value):
                return lead + _both(min(before, key=lambda one: abs(one - first)), value, series)
            if after and is_near(first, value):
                return lead + _both(value, min(after, key=lambda one: abs(one - last)), series)
    return (
        _both(series[0].values[0], series[0].values[-1], series)
        if series and series[0].values
        else "dat niet"
    )


def _both(first: Decimal, last: Decimal, series: Sequence[Shown]) -> str:
    own = series[0].indicator
    return list_text([quantity_text(one, own.eenheid, own.decimalen) for one in dict.fromkeys((first, last))])


def _is_course(first: Decimal, last: Decimal, series: Sequence[Shown]) -> bool:
    """Whether one series, or all together, has the one number before the other."""
    for values in (*(one.values for one in series), together(series)):
        at = next((index for index, value in enumerate(values) if is_near(first, value)), None)
        if at is not None and any(is_near(last, value) for value in values[at + 1 :]):
            return True
    return False


def other_way(typed: str, series: Sequence[Shown]) -> tuple[str, str] | None:
    """A rise or a fall that no series of the chart shows in any of its steps, and what the chart does."""
    moving = [one for one in series if len(one.values) > 1]
    if not moving or any(one.is_of_change for one in series):
        return None
    summed = together(series)
    ways = set().union(*(one.ways for one in moving))
    ways |= {(after > before) - (after < before) for before, after in pairwise(summed)}
    for sentence in re.split(r"(?<=[.;!?])\s", typed):
        for said in () if OTHER_SUBJECT.search(sentence) else ways_said(sentence):
            if said.way not in ways:
                return said.words, {UP: "stijgt nergens", DOWN: "daalt nergens"}[said.way]
    return None


def _may_be(said: Decimal, words: str, series: Sequence[Shown]) -> bool:
    """Whether a number is one of the chart's, or can be worked out of two of them."""
    values = [value for one in series for value in one.values]
    summed = together(series)
    totals = [sum(one.values, Decimal()) for one in series]
    single = [
        *values,
        *summed,
        *totals,
        *(total / len(one.values) for total, one in zip(totals, series, strict=True) if one.values),
    ]
    if any(is_near(abs(said), abs(value)) for value in single):
        return True
    pairs = ((one, other) for one in (*values, *summed) for other in (*values, *summed))
    for one, other in pairs:
        worked = [one - other]
        if other and (words.endswith("%") or abs(said) < _TIMES):
            worked += [one / other * 100, (one - other) / other * 100, one / other]
        if any(is_near(abs(said), abs(value)) for value in worked):
            return True
    return False


_TIMES = 1000
