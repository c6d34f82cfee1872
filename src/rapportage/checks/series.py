"""The series of charts: each has its numbers, and together they can stand in one chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.subjects import Content
from rapportage.content.figures import Figuur, Grafiek, Staafdiagram
from rapportage.content.model import Indicator, Loaded
from rapportage.dutch import list_text, quantity_text
from rapportage.errors import Finding, Place
from rapportage.periode import Periode


def without_a_value(content: Content) -> Iterator[Finding]:
    """Each series that was not measured in a period of its chart."""
    for chart in charts(content):
        for index, name in enumerate(chart.indicators):
            indicator = content.rapportage.indicatoren.get(name)
            if indicator is not None and (missing := _missing(indicator, chart.grafiek)):
                known = sorted(one.periode for one in indicator.waarden)
                yield Finding(
                    f"indicator '{name}' heeft geen waarde voor {list_text([str(one) for one in missing])}",
                    chart.place_of_series(index),
                    "er zijn waarden voor " + ", ".join(str(one) for one in known),
                )


def different_units(content: Content) -> Iterator[Finding]:
    """Each chart whose series are not on one scale."""
    for chart, chosen in whole_charts(content):
        if len(_scales(chosen)) > 1:
            units = list(dict.fromkeys(one.eenheid for one in chosen))
            yield Finding(
                f"de reeksen van deze grafiek hebben verschillende eenheden: {list_text(units)}",
                chart.figuur.place("reeksen"),
                "maak van elke eenheid een eigen figuur; zij hebben niet dezelfde schaal",
            )


def part_below_nothing(content: Content) -> Iterator[Finding]:
    """Each series in a stack that is negative somewhere: no part of a whole can be."""
    for stack, chosen in _stacks(content):
        for index, indicator in enumerate(chosen):
            measured = ((periode, _value(indicator, periode)) for periode in stack.grafiek.perioden)
            negative = next(((periode, value) for periode, value in measured if value < 0), None)
            if negative is not None:
                shown = quantity_text(negative[1], indicator.eenheid, indicator.decimalen)
                yield Finding(
                    f"indicator '{indicator.id}' is in {negative[0]} negatief: {shown}",
                    stack.place_of_series(index),
                    "een deel van een geheel kan niet negatief zijn; kies 'vorm: gegroepeerd'",
                )


def more_than_the_whole(content: Content) -> Iterator[Finding]:
    """Each stack of percentages that are more than 100 together somewhere."""
    for stack, chosen in _stacks(content):
        if chosen[0].eenheid != "%":
            continue
        totals = (
            (periode, sum((_value(one, periode) for one in chosen), Decimal()))
            for periode in stack.grafiek.perioden
        )
        above = next(((periode, total) for periode, total in totals if total > 100), None)
        if above is not None:
            yield Finding(
                f"de delen van {above[0]} zijn samen {quantity_text(above[1], '%', chosen[0].decimalen)}",
                stack.figuur.place("reeksen"),
                "percentages van één geheel zijn samen hoogstens 100%; kies 'vorm: gegroepeerd'",
            )


# --- the charts ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A figure file with the chart in it."""

    figuur: Loaded[Figuur]
    grafiek: Grafiek

    @property
    def indicators(self) -> list[str]:
        """The series by the names that the file gives them."""
        return [reeks.indicator for reeks in self.grafiek.reeksen]

    def names(self, chosen: Sequence[Indicator]) -> list[str]:
        """What the legend calls the series, which these indicators are."""
        return [
            reeks.naam or indicator.naam
            for reeks, indicator in zip(self.grafiek.reeksen, chosen, strict=True)
        ]

    def place_of_series(self, index: int) -> Place:
        """Where the file names this series."""
        return self.figuur.place("reeksen", index, "indicator")


def charts(content: Content) -> Iterator[ChartFile]:
    """Every chart of the report."""
    for figuur in content.rapportage.figuren.values():
        if isinstance(figuur.value, Grafiek):
            yield ChartFile(figuur, figuur.value)


def whole_charts(content: Content) -> Iterator[tuple[ChartFile, list[Indicator]]]:
    """The charts whose series all have a value for each period, with those series."""
    known = content.rapportage.indicatoren
    for chart in charts(content):
        chosen = [known[name] for name in chart.indicators if name in known]
        if len(chosen) == len(chart.indicators) and not any(_missing(one, chart.grafiek) for one in chosen):
            yield chart, chosen


def _stacks(content: Content) -> Iterator[tuple[ChartFile, list[Indicator]]]:
    """The charts that stack series of one scale."""
    for chart, chosen in whole_charts(content):
        grafiek = chart.grafiek
        if isinstance(grafiek, Staafdiagram) and grafiek.vorm == "gestapeld" and len(_scales(chosen)) == 1:
            yield chart, chosen


def _missing(indicator: Indicator, grafiek: Grafiek) -> list[Periode]:
    measured = {one.periode for one in indicator.waarden}
    return [periode for periode in grafiek.perioden if periode not in measured]


def _scales(chosen: Sequence[Indicator]) -> set[str]:
    """What the axis would have to count: percentages, euros, or numbers of whatever it is."""
    return {one.eenheid if one.eenheid in ("%", "€") else "aantal" for one in chosen}


def _value(indicator: Indicator, periode: Periode) -> Decimal:
    return Decimal(next(one.waarde for one in indicator.waarden if one.periode == periode))
