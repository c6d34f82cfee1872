"""What the texts say is not known yet."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Report
from rapportage.errors import Finding, shortened


def left_open(report: Report) -> Iterator[Finding]:
    """Each open point of the texts."""
    hint = "werk het uit voor u het stuk vaststelt" if report.draft else "werk het uit"
    for point in report.open_points:
        yield Finding(f"open punt: {shortened(point.words)}", point.at, hint)
