"""The series of charts: each has its numbers, and together they can stand in one chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from rapportage.checks.subjects import Content
from rapportage.content.fields import NOT_KNOWN, moment_days, moment_text
from rapportage.content.figures import Figuur, Grafiek, Staafdiagram
from rapportage.content.indicators import Indicator
from rapportage.content.model import Loaded
from rapportage.dutch import list_text, number_text, quantity_text
from rapportage.errors import Finding, Place
from rapportage.named_periods import NamedPeriod, named_periods
from rapportage.periode import Periode
from rapportage.units import scale_of


def without_a_value(content: Content) -> Iterator[Finding]:
    """Each series that cannot be drawn for lack of values: of a part of a stack, or of all."""
    for chart, index, indicator, missing in _lacking(content):
        if chart.stacked or len(missing) == len(chart.grafiek.perioden):
            yield _finding(chart, index, indicator, missing, "er zijn waarden voor " + _known(indicator))


def not_said_to_be_unknown(content: Content) -> Iterator[Finding]:
    """Each series that has a gap in a chart without a word about it."""
    for chart, index, indicator, missing in _lacking(content):
        if chart.stacked or len(missing) == len(chart.grafiek.perioden):
            continue
        listed = {one.periode for one in indicator.waarden}
        if silent := [periode for periode in missing if periode not in listed]:
            hint = f"daar komt {NOT_KNOWN} te staan; vul de waarde in, of schrijf 'waarde: {NOT_KNOWN}'"
            yield _finding(chart, index, indicator, silent, hint)


def _lacking(content: Content) -> Iterator[tuple[ChartFile, int, Indicator, list[Periode]]]:
    for chart in charts(content):
        for index, name in enumerate(chart.indicators):
            indicator = content.rapportage.indicatoren.get(name)
            if indicator is not None and (missing := _missing(indicator, chart.grafiek)):
                yield chart, index, indicator, missing


def _finding(
    chart: ChartFile, index: int, indicator: Indicator, missing: Sequence[Periode], hint: str
) -> Finding:
    periods = list_text([str(one) for one in missing])
    message = f"indicator '{indicator.id}' heeft geen waarde voor {periods}"
    return Finding(message, chart.place_of_series(index), hint)


def _known(indicator: Indicator) -> str:
    return ", ".join(str(one) for one in sorted(indicator.measured)) or "geen enkele periode"


def different_units(content: Content) -> Iterator[Finding]:
    """Each chart whose series are not on one scale."""
    for chart, chosen in whole_charts(content):
        units = list(dict.fromkeys(one.eenheid for one in chosen))
        kinds = {one.soort for one in chosen if one.soort}
        if chart.stacked and len(units) == 1 and len(kinds) > 1:
            yield Finding(
                "in deze stapel staan een stand en een stroom op elkaar",
                chart.figuur.place("reeksen"),
                "kies 'vorm: gegroepeerd', of maak van elk een eigen figuur",
            )
        elif chart.stacked and len(units) > 1:
            ways = "kies 'vorm: gegroepeerd', of maak eigen figuren"
            if len(_scales(chosen)) > 1:  # beside each other these are refused too
                ways = "maak van elke eenheid een eigen figuur"
            yield Finding(
                f"in deze stapel staat van alles op elkaar: {list_text(units)}",
                chart.figuur.place("reeksen"),
                f"een stapel telt één soort dingen; {ways}",
            )
        elif len(_scales(chosen)) > 1:
            yield Finding(
                f"de reeksen van deze grafiek hebben verschillende eenheden: {list_text(units)}",
                chart.figuur.place("reeksen"),
                "maak van elke eenheid een eigen figuur; zij hebben niet dezelfde schaal",
            )


def of_very_different_size(content: Content) -> Iterator[Finding]:
    """Each chart in which one series makes another one too small to be seen."""
    for chart, chosen in whole_charts(content):
        sizes = [
            max((abs(one) for one in indicator.measured.values()), default=Decimal()) for indicator in chosen
        ]
        least, most = min(sizes), max(sizes)
        if len(_scales(chosen)) == 1 and least and most / least > _VISIBLE:
            index = sizes.index(least)
            yield Finding(
                f"'{chosen[index].naam}' is in deze grafiek nauwelijks te zien: "
                f"'{chosen[sizes.index(most)].naam}' is ruim {number_text(most // least)} keer zo groot",
                chart.place_of_series(index),
                "maak van elk een eigen figuur",
            )


def measured_elsewhere(content: Content) -> Iterator[Finding]:
    """Each value that is over another period, or measured outside its own and the two months after it."""
    for loaded in content.rapportage.reeksen:
        for index, indicator in enumerate(loaded.value.indicatoren):
            for at, one in enumerate(indicator.waarden):
                if named := outside(one.over or "", one.periode):
                    yield Finding(
                        f"'over' noemt '{named.words}', en dit getal is van {one.periode}",
                        loaded.place("indicatoren", index, "waarden", at, "over"),
                        "controleer het getal, de periode en waarover het gaat: zij horen bij elkaar",
                    )
                if one.peildatum is None:
                    continue
                first, last = moment_days(one.peildatum)
                if last < one.periode.first_day or first > one.periode.last_day + _AFTERWARDS:
                    yield Finding(
                        f"de peildatum {moment_text(one.peildatum)} valt buiten {one.periode}",
                        loaded.place("indicatoren", index, "waarden", at, "peildatum"),
                        "controleer het getal, de peildatum en de periode: zij horen bij elkaar",
                    )


def outside(over: str, periode: Periode) -> NamedPeriod | None:
    """The only period that a text names, where it lies outside this one; what runs on may begin before."""
    named = [one for one in named_periods(over) if one.form in ("period", "span")]
    if len(named) != 1 or _COURSE.search(over):
        return None
    days = named[0].near(periode)
    return named[0] if days[1] < periode.first_day or days[0] > periode.last_day else None


_COURSE = re.compile(r"\b(?:sinds|vanaf|t/m|tot|van .* (?:tot|naar)|vergeleken|ten opzichte)\b", re.I)
_VISIBLE = 100
"""So many times smaller than the highest bar, a bar is less than a millimetre high."""
_AFTERWARDS = timedelta(days=62)
"""A stand may be counted when the period is over."""


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
        most = 100 + _rounding(chosen)
        above = next(((periode, total) for periode, total in totals if total > most), None)
        if above is not None:
            yield Finding(
                f"de delen van {above[0]} zijn samen {quantity_text(above[1], '%', chosen[0].decimalen)}",
                stack.figuur.place("reeksen"),
                "percentages van één geheel zijn samen hoogstens 100%; kies 'vorm: gegroepeerd'",
            )


def of_no_whole(content: Content) -> Iterator[Finding]:
    """Each chart of shares in which the parts of a period are no whole, or all nothing."""
    for stack, chosen in _stacks(content):
        grafiek = stack.grafiek
        if not (isinstance(grafiek, Staafdiagram) and grafiek.vorm == "aandelen"):
            continue
        for periode in grafiek.perioden:
            total = sum((_value(one, periode) for one in chosen), Decimal())
            shown = quantity_text(total, chosen[0].eenheid, max(one.decimalen for one in chosen))
            if total == 0 or (chosen[0].eenheid == "%" and 100 - total > _rounding(chosen)):
                yield Finding(
                    f"de delen van {periode} zijn samen {shown}: dat is geen geheel",
                    stack.figuur.place("reeksen"),
                    "noem alle delen, of kies 'vorm: gestapeld'",
                )


def _rounding(parts: Sequence[Indicator]) -> Decimal:
    """How far parts that were rounded may be from their whole."""
    return len(parts) * max(Decimal(1).scaleb(-one.decimalen) for one in parts) / 2


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

    @property
    def stacked(self) -> bool:
        """Whether the series are parts of a whole."""
        return isinstance(self.grafiek, Staafdiagram) and self.grafiek.is_stapel

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
    """The charts whose series all exist, with those series."""
    known = content.rapportage.indicatoren
    for chart in charts(content):
        chosen = [known[name] for name in chart.indicators if name in known]
        if len(chosen) == len(chart.indicators):
            yield chart, chosen


def _stacks(content: Content) -> Iterator[tuple[ChartFile, list[Indicator]]]:
    """The charts that stack series of one scale."""
    for chart, chosen in whole_charts(content):
        whole = not any(_missing(one, chart.grafiek) for one in chosen)
        if chart.stacked and whole and len(_scales(chosen)) == 1:
            yield chart, chosen


def _missing(indicator: Indicator, grafiek: Grafiek) -> list[Periode]:
    return [periode for periode in grafiek.perioden if periode not in indicator.measured]


def _scales(chosen: Sequence[Indicator]) -> set[str]:
    """What the axis would have to count."""
    return {scale_of(one.eenheid) for one in chosen}


def _value(indicator: Indicator, periode: Periode) -> Decimal:
    return indicator.measured[periode]
