"""Find charts of which the words ask for the numbers of other series than they show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.series.series import whole_charts
from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION
from rapportage.dutch import list_text
from rapportage.errors import Finding

_QUOTED = re.compile(r"""["']([^"'\s]+)["']""")


def words_of_another_series(content: Content) -> Iterator[Finding]:
    """Each caption or alternative text of a chart that asks for series, and for none that it shows.

    Such a chart was copied, and got the words of another subject or kept the series of the first.
    """
    known = content.rapportage.indicatoren
    for chart, _ in whole_charts(content):
        for key, words in (("bijschrift", chart.grafiek.bijschrift), ("alt", chart.grafiek.alt or "")):
            asked = [
                name
                for found in EXPRESSION.finditer(words)
                for name in _QUOTED.findall(found["expression"])
                if name in known
            ]
            if asked and not set(asked) & set(chart.indicators):
                told = list_text([f"'{one}'" for one in dict.fromkeys(asked)])
                shown = list_text([f"'{one}'" for one in chart.indicators])
                yield Finding(
                    f"deze tekst vraagt om {told}, en de grafiek toont {shown}",
                    chart.figuur.place(key),
                    "zet bij 'reeksen' de reeks waarover de tekst gaat, of pas de tekst aan",
                )
