"""What a chart shows: series of numbers over periods, with the words that go with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from rapportage.content.fields import NOT_KNOWN, STILL_OPEN, moment_text
from rapportage.content.figures import Grafiek, Lijndiagram, Staafdiagram
from rapportage.content.indicators import Indicator, moments_of
from rapportage.dutch import list_text, quantity_text
from rapportage.periode import Periode, PeriodKind
from rapportage.units import scale_of

_MOST_MOMENTS = 2
_NUMBERS: dict[PeriodKind, str] = {
    "jaar": "jaarcijfers",
    "halfjaar": "halfjaarcijfers",
    "viermaands": "viermaandscijfers",
    "kwartaal": "kwartaalcijfers",
}
ESTIMATE = "raming"
"""The word for a number that nobody measured."""
Shape = Literal["gegroepeerd", "gestapeld", "liggend", "liggend gestapeld", "lijn"]


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its numbers, None where there is none, and each as it is printed.

    `estimates` are the places of those that nobody measured.
    """

    name: str
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]
    unit: str = ""
    estimates: tuple[int, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """The numbers as words tell them, an estimate as one."""
        return tuple(
            f"{text} ({ESTIMATE})" if at in self.estimates else text for at, text in enumerate(self.texts)
        )

    @property
    def known(self) -> tuple[Decimal, ...]:
        """The numbers that there are."""
        return tuple(value for value in self.values if value is not None)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's data: `labels` are the periods in words, as many as each series has values.

    `reach` is what the scale holds at least where another chart beside it has the same.
    """

    shape: Shape
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 0
    reach: tuple[Decimal, Decimal] | None = None

    def scale_text(self, value: float) -> str:
        """A number of the scale as it is printed."""
        return quantity_text(Decimal(str(round(value, 6))), self.unit, self.decimals)

    def told(self) -> dict[str, object]:
        """What a description of the chart tells of: its shape, periods, and the numbers as printed."""
        series = [{"naam": one.name, "waarden": list(one.said)} for one in self.series]
        return {"vorm": self.shape, "perioden": list(self.labels), "reeksen": series}

    def rows(self) -> list[list[str]]:
        """The numbers as rows of cells: periods below each other where there are many, else series."""
        names = [one.name for one in self.series]
        if self.by_period:
            by_period = zip(self.labels, *(one.said for one in self.series), strict=True)
            return [["", *names], *(list(row) for row in by_period)]
        return [["", *self.labels], *([one.name, *one.said] for one in self.series)]

    @property
    def by_period(self) -> bool:
        """Whether a table of the numbers has the periods below each other."""
        return len(self.labels) > len(self.series) + 2

    def data_rows(self) -> list[list[str]]:
        """The numbers themselves, a row for each period, with names and units above them.

        One that is not known says so, as in the paper: an empty cell would be taken for a mistake. Which are
        estimates stands beside them, so that numbers remain numbers.
        """
        names = [f"{one.name} ({one.unit})" if one.unit else one.name for one in self.series]
        columns = (
            [
                text if value is None else f"{value:f}".replace(".", ",")
                for value, text in zip(one.values, one.texts, strict=True)
            ]
            for one in self.series
        )
        rows = [["periode", *names], *(list(row) for row in zip(self.labels, *columns, strict=True))]
        for series in (one for one in self.series if one.estimates):
            marks = ["ja" if at in series.estimates else "nee" for at in range(len(self.labels))]
            for row, cell in zip(rows, [f"{series.name}: {ESTIMATE}", *marks], strict=True):
                row.append(cell)
        return rows

    @property
    def axis(self) -> tuple[str, ...]:
        """The periods as they stand at the bars or points, one of which all numbers are estimates as such."""
        between = " " if self.lying else "\n"
        return tuple(
            f"{label}{between}({ESTIMATE})" if at in self.estimated else label
            for at, label in enumerate(self.labels)
        )

    @property
    def estimated(self) -> frozenset[int]:
        """The periods of which every number that there is is an estimate."""
        places = {at for one in self.series for at in one.estimates}
        return frozenset(
            at for at in places if all(at in one.estimates or one.values[at] is None for one in self.series)
        )

    @property
    def partly_estimated(self) -> bool:
        """Whether some period has an estimate beside another number."""
        return any(at not in self.estimated for one in self.series for at in one.estimates)

    @property
    def extent(self) -> tuple[Decimal, Decimal]:
        """From where to where the bars or lines go; bars begin at nothing."""
        ends = self._sums if self.stacked else [value for one in self.series for value in one.known]
        if self.shape != "lijn":
            ends.append(Decimal())
        return min(ends), max(ends)

    @property
    def _sums(self) -> list[Decimal]:
        """What the series come to together, period by period."""
        return [
            sum((value or Decimal() for value in stack), Decimal())
            for stack in zip(*(one.values for one in self.series), strict=True)
        ]

    @property
    def totals(self) -> tuple[tuple[Decimal, str], ...]:
        """What each stack comes to and how that is printed; nothing where it says nothing.

        That is so of one series, and of shares that are all of a whole.
        """
        if not self.stacked or len(self.series) == 1:
            return ()
        sums = self._sums
        whole = self.unit == "%" and all(round(one, self.decimals) == 100 for one in sums)
        return () if whole else tuple((one, quantity_text(one, self.unit, self.decimals)) for one in sums)

    @property
    def lying(self) -> bool:
        """Whether the bars run from left to right."""
        return self.shape.startswith("liggend")

    @property
    def stacked(self) -> bool:
        """Whether the bars of a period stand on each other."""
        return self.shape.endswith("gestapeld")


def chart_of(grafiek: Grafiek, indicators: Mapping[str, Indicator]) -> Chart | None:
    """The chart's data; None when a series is not there, or has too few values to be drawn.

    A stack needs all of its parts; elsewhere a value that lacks is a gap.
    """
    chosen = [indicators[reeks.indicator] for reeks in grafiek.reeksen if reeks.indicator in indicators]
    if len(chosen) < len(grafiek.reeksen):
        return None
    shape = _shape(grafiek)
    series = []
    for reeks, indicator in zip(grafiek.reeksen, chosen, strict=True):
        values = tuple(indicator.measured.get(periode) for periode in grafiek.perioden)
        known = [value is not None for value in values]
        if not (all(known) if shape.endswith("gestapeld") else any(known)):
            return None
        texts = tuple(_text(periode, indicator) for periode in grafiek.perioden)
        guessed = {one.periode for one in indicator.waarden if one.raming and one.number is not None}
        estimates = tuple(at for at, periode in enumerate(grafiek.perioden) if periode in guessed)
        series.append(Series(reeks.naam or indicator.naam, values, texts, indicator.eenheid, estimates))
    labels = tuple(_label(periode, grafiek, chosen) for periode in grafiek.perioden)
    return Chart(shape, labels, tuple(series), chosen[0].eenheid, max(one.decimalen for one in chosen))


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


def _text(periode: Periode, indicator: Indicator) -> str:
    """The number of a period as it is printed, or why there is none: it is not known, or still to come."""
    value = indicator.measured.get(periode)
    if value is not None:
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
        verb, rest = "is", f"{words[0][0]} in {words[0][1]}"
    elif first == last:
        verb, rest = "blijft", f"gelijk op {words[0][0]}"
    else:
        verb, rest = "stijgt" if last > first else "daalt", f"van {words[0][0]} naar {words[-1][0]}"
    extremes = [
        f"{words[values.index(extreme)][0]} {word} in {words[values.index(extreme)][1]}"
        for extreme, word in ((max(values), "het hoogst"), (min(values), "het laagst"))
        if extreme not in (first, last)
    ]
    rest = f"{rest}, met {list_text(extremes)}" if extremes else rest
    for mark, said in ((NOT_KNOWN, "niet bekend"), (STILL_OPEN, "nog open")):
        lacking = [label for one, label in zip(series.texts, labels, strict=True) if one == mark]
        rest += f", {said} voor {list_text(lacking)}" if lacking else ""
    return verb, rest


_PLURAL_VERB = {"is": "zijn", "blijft": "blijven", "stijgt": "stijgen", "daalt": "dalen"}


def _is_plural(series: Series) -> bool:
    """Whether the series is called by what it counts, as in 'Aanvragen van inwoners' of unit 'aanvragen'."""
    return series.unit not in ("", "%", "€") and series.unit.lower() in series.name.lower()


def _lowered(series: Series) -> str:
    """The name within a sentence: that of what is counted loses its capital, the name of a place keeps it."""
    name = series.name
    return name[0].lower() + name[1:] if _is_plural(series) and name[1:2].islower() else name
