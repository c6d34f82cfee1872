"""Find captions and descriptions that say a year of a chart that shows a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checks.series.series import whole_charts
from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION
from rapportage.content.indicators import Indicator
from rapportage.content.whole_year import NamedYear, is_flow, lacking, year_in
from rapportage.dutch import list_text
from rapportage.errors import Finding
from rapportage.movement import AGAINST
from rapportage.periode import Periode

_OF_ELSE = re.compile(
    rf"\b(?:{AGAINST}|tegenover|versus|dan|sinds|vanaf|doel\w*|norm|prognose|raming|verwacht\w*|begro\w+|gepland\w*|\w*plan\w*"
    r"|deel\s+van|helft\s+van|begin\w*|eind\w*|nog\s+niet)\b",
    re.I,
)
"""What brings in a year that is not the one of which numbers are shown."""


def part_of_year(content: Content) -> Iterator[Finding]:
    """Each caption or alternative text of 'heel 2024', or of 'in 2024' once it is over, at fewer periods."""
    own = content.rapportage.periode
    for chart, series in whole_charts(content):
        grafiek = chart.grafiek
        for key, words in (("bijschrift", grafiek.bijschrift), ("alt", grafiek.alt or "")):
            bare = EXPRESSION.sub("", words)
            year = None if _OF_ELSE.search(bare) else year_in(bare, own)
            if year and (missing := _missing(year, series, grafiek.perioden, own)):
                yield Finding(
                    f"hier staat '{year.words}', en de grafiek laat {list_text(missing)} niet zien",
                    chart.figuur.place(key),
                    "zet die perioden bij 'perioden', of noem de periode in plaats van het jaar",
                )


def _missing(
    year: NamedYear, series: Sequence[Indicator], periods: Sequence[Periode], own: Periode
) -> list[str]:
    """The periods of the year that a chart leaves out, as far as its series count what came in each."""
    shown = [one for one in periods if one.year == year.periode.year]
    if not shown or not _says_all(year, periods, own):
        return []
    numbers = [(one, each) for one in series for each in shown if each in one.measured]
    flows = all(is_flow(indicator, each, year) for indicator, each in numbers)
    return [str(one) for one in lacking(year, shown)] if numbers and flows else []


def _says_all(year: NamedYear, shown: Sequence[Periode], own: Periode) -> bool:
    """Whether the words mean all of the year, and, where they may be of one period, all that is shown."""
    return year.is_whole or (year.is_over(own) and all(one.year == year.periode.year for one in shown))
