"""The periods of charts: up to that of the report, of one length, in order of time, none left out unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from rapportage.checks.series.series import ChartFile, charts, whole_charts
from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION, moment_text
from rapportage.content.figures import Lijndiagram
from rapportage.content.indicators import Indicator, moments_of
from rapportage.dutch import list_text
from rapportage.errors import Finding
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode


def without_this_period(content: Content) -> Iterator[Finding]:
    """Each chart that ends before the period of the report, or before what its series know of until then.

    A chart over years in a report on half a year ends before it of itself, as long as there is no later year.
    """
    own, known = content.rapportage.periode, content.rapportage.indicatoren
    for chart in charts(content):
        newest = max(chart.grafiek.perioden, key=lambda one: (one.last_day, one.first_day))
        if newest.last_day >= own.last_day:
            continue
        later = [
            one for name in chart.indicators if name in known for one in _later(known[name], newest, own)
        ]
        if newest.kind == own.kind:
            count = len(chart.grafiek.perioden)
            yield _behind(chart, newest, own, f"voeg {own} toe, of schrijf 'perioden: laatste {count}'")
        elif later:
            yield _behind(chart, newest, own, f"voeg {max(later)} toe: van die periode is er een waarde")
        elif newest.last_day < own.first_day and _days(newest) < _days(own):
            last = own.beside(newest.kind)[-1]
            yield _behind(chart, newest, own, f"laat de grafiek tot en met {last} lopen")


def with_another_caption(content: Content) -> Iterator[Finding]:
    """Each caption that ends with the period before at a chart up to this one, or counts per another one."""
    own = content.rapportage.periode
    for chart in charts(content):
        words, perioden = EXPRESSION.sub("…", chart.grafiek.bijschrift), chart.grafiek.perioden
        if own in perioden and (said := _until_before(words, own)):
            yield Finding(
                f"het bijschrift noemt '{said}', en de grafiek loopt tot en met {max(perioden)}",
                chart.figuur.place("bijschrift"),
                'werk het bij; {{ periode("lang") }} gaat vanzelf mee',
            )
        kinds = {one.kind for one in perioden}
        counted = _PER.search(words)
        if counted and "".join(counted["kind"].split()).lower() not in kinds:
            yield Finding(
                f"het bijschrift zegt '{counted[0]}', en de grafiek toont geen perioden van die lengte",
                chart.figuur.place("bijschrift"),
                "verander het woord, of de perioden",
            )


_PER = re.compile(r"\bper\s(?P<kind>half\s?jaar|kwartaal)\b", re.I)
_SINCE = re.compile(r"\b(?:sinds|vanaf|na|voor|dan|tegen|tegenover|met|opzichte\svan)\b[^,;:]*\Z", re.I)
_HIGHLIGHT = re.compile(r"\b(?:piek|dip|dal|daling|stijging|hoogste|laagste|record|storm)\w*", re.I)
"""What a caption tells of one of the periods that its chart shows."""
_AT_END = re.compile(r"[\s.)]*(?:\([^()]*\))?[\s.]*")


def _until_before(caption: str, own: Periode) -> str:
    """The words at the end of a caption for the period before, or for a stretch up to it; '' where none."""
    for start, end, named in placed_periods(caption):
        ends = named.near(own)[1] == own.previous.last_day and named.form in ("period", "span")
        before = caption[:start]
        told = _SINCE.search(before) or _HIGHLIGHT.search(before)
        if ends and named.dated and not told and _AT_END.fullmatch(caption[end:]):
            return named.words
    return ""


def of_different_length(content: Content) -> Iterator[Finding]:
    """Each chart that counts over periods of different length: a whole year beside half a year."""
    for chart, chosen in whole_charts(content):
        first = chart.grafiek.perioden[0]
        other = next((one for one in chart.grafiek.perioden if one.kind != first.kind), None)
        counting = next((index for index, one in enumerate(chosen) if not _is_stand(one)), None)
        if other is not None and counting is not None:
            yield Finding(
                f"deze grafiek zet {first} naast {other}: in een langere periode wordt vanzelf meer geteld",
                chart.figuur.place("perioden"),
                "kies perioden van één soort; gelden de getallen op een peildatum, zet dan bij de reeks"
                f" '{chosen[counting].id}' 'soort: stand'",
            )


def with_unequal_steps(content: Content) -> Iterator[Finding]:
    """Each chart that leaves out some of its periods and does not say so: its steps are drawn alike."""
    for chart in charts(content):
        perioden = sorted(chart.grafiek.perioden, key=lambda one: one.last_day)
        is_line = isinstance(chart.grafiek, Lijndiagram)
        if chart.grafiek.stappen == "ongelijk" or not (is_line or len({one.kind for one in perioden}) == 1):
            continue
        steps = [_month(after) - _month(before) for before, after in pairwise(perioden)]
        if len(set(steps)) > 1 and (is_line or not _begins_long_ago(steps)):
            at = steps.index(max(steps))
            before, after = perioden[at], perioden[at + 1]
            yield Finding(
                f"de stappen van deze {'lijn' if is_line else 'staven'} zijn niet even groot:"
                f" van {before} naar {after} is langer",
                chart.figuur.place("perioden"),
                f"{_way_out(before, after)}; is het met opzet, schrijf dan 'stappen: ongelijk'",
            )


def _begins_long_ago(steps: Sequence[int]) -> bool:
    """Whether only the first bar stands apart, as what the others are compared with: far before them."""
    first, *rest = steps
    return len(set(rest)) == 1 and first >= _FAR * rest[0] and first > _YEAR


_FAR, _YEAR = 3, 12
"""So many times the other steps, and so many months."""


def out_of_order(content: Content) -> Iterator[Finding]:
    """Each chart whose periods do not go from early to late."""
    for chart in charts(content):
        for before, after in pairwise(chart.grafiek.perioden):
            if (after.last_day, after.first_day) < (before.last_day, before.first_day):
                yield Finding(
                    f"in deze grafiek komt {after} na {before}",
                    chart.figuur.place("perioden"),
                    "zet de perioden van vroeg naar laat; zo leest men een grafiek, en zo staat het in het"
                    " voorstel voor 'alt'",
                )
                break


def without_one_moment(content: Content) -> Iterator[Finding]:
    """Each chart over measuring dates with a period that has none, or more than one."""
    for chart, chosen in whole_charts(content):
        if chart.grafiek.tijdas == "perioden":
            continue
        for periode in chart.grafiek.perioden:
            moments = moments_of(chosen, periode)
            told = [moment_text(one) for one in moments if one]
            if len(moments) > 1 or None in moments:
                what = f"meer dan één: {list_text(told)}" if len(told) > 1 else "niet bij elk getal een"
                yield Finding(
                    f"deze grafiek toont peildata, en voor {periode} is er {what}",
                    chart.figuur.place("tijdas"),
                    "vul bij de reeksen dezelfde peildatum in, of verwijder 'tijdas'",
                )


def _behind(chart: ChartFile, newest: Periode, own: Periode, hint: str) -> Finding:
    message = f"deze grafiek loopt tot en met {newest}, de rapportage gaat over {own}"
    return Finding(message, chart.figuur.place("perioden"), hint)


def _later(indicator: Indicator, newest: Periode, own: Periode) -> list[Periode]:
    """The periods of the kind of this one, after it, of which the series has a number by then."""
    return [
        one
        for one in indicator.measured
        if one.kind == newest.kind and newest < one and one.last_day <= own.last_day
    ]


def _days(periode: Periode) -> timedelta:
    return periode.last_day - periode.first_day


def _month(periode: Periode) -> int:
    return periode.last_day.year * 12 + periode.last_day.month


def _is_stand(indicator: Indicator) -> bool:
    """Whether a number of the series says nothing about how long was counted."""
    return indicator.soort == "stand" or (indicator.soort is None and indicator.eenheid.strip() == "%")


def _way_out(before: Periode, after: Periode) -> str:
    """How to write the periods between these two: by name where they are few."""
    between: list[str] = []
    one = before.next
    while before.kind == after.kind and one < after and len(between) < _MOST_NAMED:
        between.append(str(one))
        one = one.next
    if not between or one < after:
        return "noem elke periode ertussen; een zonder waarde wordt een gat met n.b."
    return f"noem ook {list_text(between)}; een periode zonder waarde wordt een gat met n.b."


_MOST_NAMED = 4
