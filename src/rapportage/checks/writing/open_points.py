"""What the texts and the series say is not known yet."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.names.stands import open_stands
from rapportage.checks.series.series import charts
from rapportage.checks.subjects import Content, OpenPoint, Report
from rapportage.content.fields import NOT_KNOWN
from rapportage.errors import Finding, shortened


def left_open(report: Report) -> Iterator[Finding]:
    """Each open point of the texts, and each number up to this period that must still come."""
    hint = "werk het uit voor u het stuk vaststelt" if report.draft else "werk het uit"
    for point in report.open_points:
        yield Finding(f"open punt: {shortened(point.words)}", point.at, hint, point.words)
    for point in open_values(report.content):
        yield Finding(f"open punt: {point.words}", point.at, _HOW, point.words)
    for point in open_stands(report.content):
        yield Finding(f"open punt: {point.words}", point.at, hint, point.words)


_HOW = f"vul de waarde in, of schrijf {NOT_KNOWN} als zij niet bekend wordt"


def open_values(content: Content) -> Iterator[OpenPoint]:
    """Each open number up to this period; in an adopted paper those of charts, since texts tell theirs."""
    last = content.rapportage.periode.last_day
    shown = {
        (name, periode)
        for chart in charts(content)
        for name in chart.indicators
        for periode in chart.grafiek.perioden
    }
    for loaded in content.rapportage.reeksen:
        for at, indicator in enumerate(loaded.value.indicatoren):
            for row, one in enumerate(indicator.waarden):
                wanted = (
                    one.periode.last_day <= last if content.draft else (indicator.id, one.periode) in shown
                )
                if one.is_open and wanted:
                    place = loaded.place("indicatoren", at, "waarden", row, "waarde")
                    yield OpenPoint(f"de waarde van '{indicator.id}' voor {one.periode}", place)
