"""What a chart shows: series of numbers over periods, with the words that go with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from rapportage.content.fields import moment_text
from rapportage.content.figures import Grafiek, Lijndiagram, Staafdiagram
from rapportage.content.model import Indicator
from rapportage.dutch import list_text, quantity_text
from rapportage.periode import Periode

Shape = Literal["gegroepeerd", "gestapeld", "liggend", "liggend gestapeld", "lijn"]


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its numbers, and each as it is printed."""

    name: str
    values: tuple[Decimal, ...]
    texts: tuple[str, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's data: `labels` are the periods in words, as many as each series has values."""

    shape: Shape
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 0

    def scale_text(self, value: float) -> str:
        """A number of the scale as it is printed."""
        return quantity_text(Decimal(str(round(value, 6))), self.unit, self.decimals)

    def told(self) -> dict[str, object]:
        """What a description of the chart tells of: its shape, periods, and the numbers as printed."""
        series = [{"naam": one.name, "waarden": list(one.texts)} for one in self.series]
        return {"vorm": self.shape, "perioden": list(self.labels), "reeksen": series}

    def rows(self) -> list[list[str]]:
        """The numbers as rows of cells: periods below each other where there are many, else series."""
        names = [one.name for one in self.series]
        if len(self.labels) > len(names) + 2:
            by_period = zip(self.labels, *(one.texts for one in self.series), strict=True)
            return [["", *names], *(list(row) for row in by_period)]
        return [["", *self.labels], *([one.name, *one.texts] for one in self.series)]

    @property
    def lying(self) -> bool:
        """Whether the bars run from left to right."""
        return self.shape.startswith("liggend")

    @property
    def stacked(self) -> bool:
        """Whether the bars of a period stand on each other."""
        return self.shape.endswith("gestapeld")


def chart_of(grafiek: Grafiek, indicators: Mapping[str, Indicator]) -> Chart | None:
    """The chart's data; None when a series or a value that it names is not there."""
    chosen = [indicators[reeks.indicator] for reeks in grafiek.reeksen if reeks.indicator in indicators]
    if len(chosen) < len(grafiek.reeksen):
        return None
    series = []
    for reeks, indicator in zip(grafiek.reeksen, chosen, strict=True):
        measured = {one.periode: one.waarde for one in indicator.waarden}
        if not set(grafiek.perioden) <= set(measured):
            return None
        values = tuple(measured[periode] for periode in grafiek.perioden)
        texts = tuple(quantity_text(value, indicator.eenheid, indicator.decimalen) for value in values)
        series.append(Series(reeks.naam or indicator.naam, values, texts, indicator.eenheid))
    return Chart(
        _shape(grafiek),
        _labels(grafiek.perioden, chosen),
        tuple(series),
        chosen[0].eenheid,
        max(one.decimalen for one in chosen),
    )


def chart_source(grafiek: Grafiek, indicators: Mapping[str, Indicator]) -> str:
    """Where the numbers come from and when they were measured, from the series themselves."""
    moments: dict[str, set[str]] = {}
    for reeks in grafiek.reeksen:
        if indicator := indicators.get(reeks.indicator):
            measured = {one.peildatum for one in indicator.waarden if one.periode in grafiek.perioden}
            moments.setdefault(indicator.bron, set()).update(filter(None, measured))
    sources = (
        with_moment(source, list_text([moment_text(moment) for moment in sorted(days)]))
        for source, days in moments.items()
    )
    return "; ".join(sources)


def with_moment(source: str, moment: str) -> str:
    """A source with the moment of measuring behind it, where there is one."""
    return f"{source}, peildatum {moment}" if moment else source


def draft(chart: Chart) -> str:
    """An alternative text made from the numbers: how each series went from the first period to the last."""
    if len(chart.labels) == 1:
        parts = [f"{series.name} {series.texts[0]}" for series in chart.series]
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
        case Staafdiagram(richting="liggend", vorm="gestapeld"):
            return "liggend gestapeld"
        case Staafdiagram(richting="liggend"):
            return "liggend"
        case Staafdiagram(vorm="gestapeld"):
            return "gestapeld"
        case Lijndiagram():
            return "lijn"
        case _:
            return "gegroepeerd"


def _labels(periods: tuple[Periode, ...], chosen: list[Indicator]) -> tuple[str, ...]:
    """What stands at the periods: when each was measured where all series agree, else its name."""
    measured: list[set[str | None]] = [
        {one.peildatum for indicator in chosen for one in indicator.waarden if one.periode == periode}
        for periode in periods
    ]
    moments = [one.pop() if len(one) == 1 else None for one in measured]
    words = [
        moment_text(moment) if moment else str(periode)
        for moment, periode in zip(moments, periods, strict=True)
    ]
    # Years that were all published in one month are told apart by their own names.
    return tuple(words if len(set(words)) == len(words) else map(str, periods))


def _trend(series: Series, labels: tuple[str, ...]) -> tuple[str, str]:
    """The verb and the numbers of a series, with its top or bottom where that lies in between."""
    first, last = series.values[0], series.values[-1]
    if first == last:
        verb, rest = "blijft", f"gelijk op {series.texts[0]}"
    else:
        verb, rest = "stijgt" if last > first else "daalt", f"van {series.texts[0]} naar {series.texts[-1]}"
    extremes = [
        f"{series.texts[series.values.index(extreme)]} {word} in {labels[series.values.index(extreme)]}"
        for extreme, word in ((max(series.values), "het hoogst"), (min(series.values), "het laagst"))
        if extreme not in (first, last)
    ]
    return verb, f"{rest}, met {list_text(extremes)}" if extremes else rest


_PLURAL_VERB = {"blijft": "blijven", "stijgt": "stijgen", "daalt": "dalen"}


def _is_plural(series: Series) -> bool:
    """Whether the series is called by what it counts, as in 'Aanvragen van inwoners' of unit 'aanvragen'."""
    return series.unit not in ("", "%", "€") and series.unit.lower() in series.name.lower()


def _lowered(series: Series) -> str:
    """The name within a sentence: that of what is counted loses its capital, the name of a place keeps it."""
    name = series.name
    return name[0].lower() + name[1:] if _is_plural(series) and name[1:2].islower() else name
