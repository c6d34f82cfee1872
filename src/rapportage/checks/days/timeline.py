"""Typed steps of the timeline: none that was over before the period, or comes when nobody plans."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Content
from rapportage.content.fields import moment_days, moment_text
from rapportage.errors import Finding

_MOST_YEARS = 10
"""So far ahead of the period nobody knows a day."""


def unlikely_steps(content: Content) -> Iterator[Finding]:
    """Each typed step whose day is before the period or far behind it, and each that is typed twice."""
    gegevens, periode = content.rapportage.gegevens, content.rapportage.periode
    before: set[tuple[str, str]] = set()
    for number, step in enumerate(gegevens.value.stappen):
        at, moment = gegevens.place("stappen", number, "wanneer"), moment_text(step.wanneer)
        first, last = moment_days(step.wanneer)
        if last < periode.first_day:
            hint = "haal de stap weg, of kijk het jaar na"
            yield Finding(f"deze stap was al voor de periode: {moment}", at, hint)
        elif first.year > periode.last_day.year + _MOST_YEARS:
            yield Finding(f"deze stap ligt ver na de periode: {moment}", at, "kijk het jaar na")
        if (step.wanneer, step.wat) in before:
            yield Finding("deze stap staat er twee keer", at, "laat er één staan")
        before.add((step.wanneer, step.wat))
