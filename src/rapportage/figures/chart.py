"""What a chart shows: from series over periods, and told in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rapportage.content.fields import NOT_KNOWN, STILL_OPEN, moment_text
from rapportage.content.figures import Grafiek, Lijndiagram, Staafdiagram
from rapportage.content.indicators import Indicator, moments_of
from rapportage.dutch import amount_in_full, are_mixed, list_text, quantity_text
from rapportage.figures.chart_data import Chart, Series, Shape
from rapportage.figures.chart_shares import as_shares
from rapportage.periode import Periode, PeriodKind
from rapportage.units import scale_of

_MOST_MOMENTS = 2
_NUMBERS: dict[PeriodKind, str] = {
    "jaar": "jaarcijfers",
    "halfjaar": "halfjaarcijfers",
    "viermaands": "viermaandscijfers",
    "kwartaal": "kwartaalcijfers",
}


def chart_of(grafiek: Grafiek, indicators: Mapping[str, Indicator]) -> Chart | None:
    """The chart's data; None when a series is not there, or has too few values to be drawn.

    A stack needs all of its parts, and shares a whole; elsewhere a value that lacks is a gap.
    """
    chosen = [indicators[reeks.indicator] for reeks in grafiek.reeksen if reeks.indicator in indicators]
    if len(chosen) < len(grafiek.reeksen):
        return None
    shape = _shape(grafiek)
    numbers = [tuple(one.measured.get(periode) for periode in grafiek.perioden) for one in chosen]
    for values in numbers:
        known = [value is not None for value in values]
        if not (all(known) if shape.endswith("gestapeld") else any(known)):
            return None
    in_full = _in_full(chosen, numbers, stacked=shape.endswith("gestapeld"))
    series = []
    for reeks, indicator, values in zip(grafiek.reeksen, chosen, numbers, strict=True):
        texts = tuple(_text(periode, indicator, in_full=in_full) for periode in grafiek.perioden)
        guessed = {one.periode for one in indicator.waarden if one.raming and one.number is not None}
        estimates = tuple(at for at, periode in enumerate(grafiek.perioden) if periode in guessed)
        series.append(Series(reeks.naam or indicator.naam, values, texts, indicator.eenheid, estimates))
    labels = tuple(_label(periode, grafiek, chosen) for periode in grafiek.perioden)
    decimals = max(one.decimalen for one in chosen)
    chart = Chart(shape, labels, tuple(series), chosen[0].eenheid, decimals, in_full=in_full)
    return as_shares(chart) if isinstance(grafiek, Staafdiagram) and grafiek.vorm == "aandelen" else chart


def _label(periode: Periode, grafiek: Grafiek, chosen: Sequence[Indicator]) -> str:
    """What stands at the numbers of a period; a period without a number has no measuring date either."""
    moments = moments_of(chosen, periode) if grafiek.tijdas == "peildata" else ()
    return moment_text(moments[0]) if moments and moments[0] else periode.words("kort")


def on_one_scale(one: Chart, other: Chart) -> Chart:
    """The one chart with a scale that holds what both show, where they count the same and run alike."""
    alike = (one.shape == "lijn") == (other.shape == "lijn") and one.lying == other.lying
    if not alike or scale_of(one.unit) != scale_of(other.unit):
        return one
    (low, high), (least, most) = one.extent, other.extent
    return replace(one, reach=(min(low, least), max(high, most)))


def _in_full(
    chosen: Sequence[Indicator], numbers: Sequence[Sequence[Decimal | None]], *, stacked: bool
) -> bool:
    """Whether some amounts, or what they come to, would be told in millions and others with all digits."""
    euros = [one for indicator, one in zip(chosen, numbers, strict=True) if indicator.eenheid == "€"]
    amounts = [value for values in euros for value in values if value is not None]
    if stacked:
        amounts += [sum(filter(None, stack), Decimal()) for stack in zip(*euros, strict=True)]
    return are_mixed(amounts)


def _text(periode: Periode, indicator: Indicator, *, in_full: bool) -> str:
    """The number of a period as it is printed, or why there is none: it is not known, or still to come."""
    value = indicator.measured.get(periode)
    if value is not None:
        if in_full and indicator.eenheid == "€":
            return amount_in_full(value, indicator.decimalen)
        return quantity_text(value, indicator.eenheid, indicator.decimalen)
    is_open = any(one.is_open for one in indicator.waarden if one.periode == periode)
    return STILL_OPEN if is_open else NOT_KNOWN


def chart_source(grafiek: Grafiek, indicators: Mapping[str, Indicator]) -> str:
    """Where the numbers come from and when they were measured, from the series themselves."""
    sources: dict[str, list[str]] = {}
    for reeks in grafiek.reeksen:
        if indicator := indicators.get(reeks.indicator):
            moments = [
                one.peildatum
                for one in indicator.waarden
                if one.periode in grafiek.perioden and one.number is not None and one.peildatum
            ]
            sources.setdefault(indicator.bron, []).extend(moments)
    return "; ".join(with_moments(source, moments, grafiek.perioden) for source, moments in sources.items())


def with_moments(source: str, moments: Iterable[str], perioden: Sequence[Periode]) -> str:
    """A source with the moments of measuring behind it; many of them as what they are and their range."""
    days = sorted(set(moments))
    if len(days) <= _MOST_MOMENTS:
        return with_moment(source, list_text([moment_text(moment) for moment in days]))
    numbers = f"{_NUMBERS[perioden[0].kind]}, " if len({one.kind for one in perioden}) == 1 else ""
    return f"{source}, {numbers}{month_of(days[0])}-{month_of(days[-1])}"


def month_of(moment: str) -> str:
    """The month of a measuring date in words."""
    return moment_text(moment[:7])


def with_moment(source: str, moment: str) -> str:
    """A source with the moment of measuring behind it, where there is one."""
    return f"{source}, peildatum {moment}" if moment else source


def draft(chart: Chart) -> str:
    """An alternative text made from the numbers: how each series went from the first period to the last."""
    if len(chart.labels) == 1:
        parts = [f"{series.name} {series.said[0]}" for series in chart.series]
        return f"{chart.labels[0][:1].upper()}{chart.labels[0][1:]}: {list_text(parts)}."
    sentences: list[str] = []
    before = ""
    for series in chart.series:
        verb, rest = _trend(series, chart.labels)
        if verb == before:
            sentences[-1] += f"; {_lowered(series)} {rest}"
        else:
            sentences.append(f"{series.name} {_PLURAL_VERB[verb] if _is_plural(series) else verb} {rest}")
        before = verb
    return ". ".join(sentences) + f" ({chart.labels[0]} tot {chart.labels[-1]})."


def _shape(grafiek: Grafiek) -> Shape:
    match grafiek:
        case Staafdiagram(richting="liggend"):
            return "liggend gestapeld" if grafiek.is_stapel else "liggend"
        case Staafdiagram() if grafiek.is_stapel:
            return "gestapeld"
        case Lijndiagram():
            return "lijn"
        case _:
            return "gegroepeerd"


def _trend(series: Series, labels: tuple[str, ...]) -> tuple[str, str]:
    """The verb and the numbers of a series, with its top or bottom where that lies in between."""
    values = series.known
    words = [
        (text, label)
        for value, text, label in zip(series.values, series.said, labels, strict=True)
        if value is not None
    ]
    first, last = values[0], values[-1]
    if len(values) == 1:
        verb, rest = "is", f"{words[0][0]} {_when(words[0][1])}"
    elif first == last:
        verb, rest = "blijft", f"gelijk op {words[0][0]}"
    else:
        verb, rest = "stijgt" if last > first else "daalt", f"van {words[0][0]} naar {words[-1][0]}"
    extremes = [
        f"{words[values.index(extreme)][0]} {word} {_when(words[values.index(extreme)][1])}"
        for extreme, word in ((max(values), "het hoogst"), (min(values), "het laagst"))
        if extreme not in (first, last)
    ]
    rest = f"{rest}, met {list_text(extremes)}" if extremes else rest
    for mark, said in ((NOT_KNOWN, "niet bekend"), (STILL_OPEN, "nog open")):
        lacking = [label for one, label in zip(series.texts, labels, strict=True) if one == mark]
        rest += f", {said} voor {list_text(lacking)}" if lacking else ""
    return verb, rest


_DAY = re.compile(r"[0-9]{1,2} [a-z]+ [0-9]{4}")


def _when(label: str) -> str:
    """The label of a period, or of the day on which was measured, as it stands within a sentence."""
    return f"{'op' if _DAY.match(label) else 'in'} {label}"


_PLURAL_VERB = {"is": "zijn", "blijft": "blijven", "stijgt": "stijgen", "daalt": "dalen"}


def _is_plural(series: Series) -> bool:
    """Whether the series is called by what it counts, as in 'Aanvragen van inwoners' of unit 'aanvragen'."""
    return series.unit not in ("", "%", "€") and series.unit.lower() in series.name.lower()


def _lowered(series: Series) -> str:
    """The name within a sentence: that of what is counted loses its capital, the name of a place keeps it."""
    name = series.name
    return name[0].lower() + name[1:] if _is_plural(series) and name[1:2].islower() else name
