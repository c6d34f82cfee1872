"""What the legend of a chart calls its series: each by its own name, and none by that of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapportage.checks.series.series import ChartFile, whole_charts
from rapportage.checks.subjects import Content
from rapportage.content.indicators import Indicator
from rapportage.errors import Finding

_WORD = re.compile(r"[^\W_]{2,}")
_BEGIN = 6
"""So many letters of a word say that it is the same one: 'vervoer' and 'vervoerspas'."""
_SHORT = 4
"""A shorter word is no part of another one."""


def named_as_another(content: Content) -> Iterator[Finding]:
    """Each series of a chart that is called there as another series is, in the register or in a chart."""
    names = {one.naam.casefold(): one for one in content.rapportage.indicatoren.values()}
    called = _Called(list(whole_charts(content)))
    for chart, chosen in called.charts:
        legend = dict(zip(chart.names(chosen), chosen, strict=True))
        if len(legend) < len(chosen):
            continue  # one name twice is told as such
        for index, (name, indicator) in enumerate(legend.items()):
            if other := names.get(name.casefold()):
                if name.casefold() != indicator.naam.casefold():
                    yield _finding(chart, index, indicator, other, "zo heet")
            elif other := _swapped(name, indicator, legend):
                yield _finding(chart, index, indicator, other, "dat past bij")
            elif other := called.elsewhere(name, indicator):
                yield _finding(chart, index, indicator, other, "zo heet in een andere grafiek")


@dataclass(frozen=True)
class _Called:
    """What the charts of a report call their series."""

    charts: Sequence[tuple[ChartFile, list[Indicator]]]

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        """Each name with the id of a series that it is for in a chart."""
        return {
            (name.casefold(), one.id)
            for chart, chosen in self.charts
            for name, one in zip(chart.names(chosen), chosen, strict=True)
        }

    def elsewhere(self, name: str, indicator: Indicator) -> Indicator | None:
        """The series that another chart gives a name with better right, where it calls this one otherwise."""
        everyone = {one.id: one for _, chosen in self.charts for one in chosen}
        so = {one: everyone[one] for called, one in self._pairs if called == name.casefold()}
        is_called_otherwise = sum(one == indicator.id for _, one in self._pairs) > 1
        return _better(name, indicator, so) if is_called_otherwise and not _ANY.fullmatch(name) else None


_ANY = re.compile(r"totaal|totale|aantal|alles?|samen|gemiddelde?|gemeente|regio|nederland", re.I)
"""A name that any series may have in its own chart."""


def _swapped(name: str, indicator: Indicator, legend: Mapping[str, Indicator]) -> Indicator | None:
    """The series of the same chart that has better right to a name, and has itself one of another."""
    everyone = {one.id: one for one in legend.values()}
    taken = _better(name, indicator, everyone)
    its = next((called for called, one in legend.items() if taken is one), "")
    return taken if taken and _better(its, taken, everyone) else None


def _better(name: str, indicator: Indicator, others: Mapping[str, Indicator]) -> Indicator | None:
    """The other series that has more of the words of a name than the one that is called so."""
    most = max(others.values(), key=lambda one: _fits(name, one), default=None)
    return most if most is not None and _fits(name, most) > _fits(name, indicator) else None


def _fits(name: str, indicator: Indicator) -> int:
    """How many words of a name are in that of a series, or in its id."""
    own = _WORD.findall(f"{indicator.naam} {indicator.id}".casefold())
    said = _WORD.findall(name.casefold())
    return sum(
        any(word == one or (len(word) >= _SHORT and word[:_BEGIN] in one) for one in own) for word in said
    )


def _finding(chart: ChartFile, index: int, indicator: Indicator, other: Indicator, why: str) -> Finding:
    name = chart.grafiek.reeksen[index].naam
    hint = f"bedoelde u 'indicator: {other.id}'? kies anders een andere naam"
    if other.id in chart.indicators:
        hint = "zet elke naam bij haar eigen reeks, of kies een andere naam"
    return Finding(
        f"de reeks '{indicator.id}' heet in deze grafiek '{name}', en {why} de reeks '{other.id}'",
        chart.figuur.place("reeksen", index, "naam"),
        hint,
    )
