"""Find numbers of a series that differ from their neighbours by a slip: of a digit, or without a moment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.subjects import Content
from rapportage.content.indicators import Indicator, Waarde
from rapportage.dutch import quantity_text
from rapportage.errors import Finding

_POWERS = (10, 100, 1000)
_LEAST, _MOST = Decimal("0.8"), Decimal("1.2")
"""A digit too many makes a number ten times as large, as far as it did not change besides."""
_FEWEST = 10
"""What counts less than so many, in its last digit, may well be ten times as much the next time."""


def by_a_digit(content: Content) -> Iterator[Finding]:
    """Each number that is some ten, hundred or thousand times that before it, or as much less."""
    for loaded in content.rapportage.reeksen:
        for index, indicator in enumerate(loaded.value.indicatoren):
            for before, one in jumps(indicator):
                shown = [
                    f"{quantity_text(value, indicator.eenheid, indicator.decimalen)} in {measured.periode}"
                    for measured in (before, one)
                    if (value := measured.number) is not None
                ]
                at = indicator.waarden.index(one)
                yield Finding(
                    f"'{indicator.id}' gaat van {shown[0]} naar {shown[1]}: een cijfer te veel of te weinig?",
                    loaded.place("indicatoren", index, "waarden", at, "waarde"),
                    "klopt het, zet er dan 'nagezien: ' bij met de dag waarop u keek",
                )


def without_a_moment(content: Content) -> Iterator[Finding]:
    """Each newest number of a series without a moment of measuring, where an earlier one has that.

    What is printed of moments, such as the line below a chart, would end with the earlier one.
    """
    now = content.rapportage.periode
    for loaded in content.rapportage.reeksen:
        for index, indicator in enumerate(loaded.value.indicatoren):
            known = [one for one in indicator.waarden if one.number is not None]
            own = [one for one in known if one.periode.last_day <= now.last_day]
            last = max(own, key=lambda one: one.periode.last_day, default=None)
            dated = [one for one in own if one.peildatum is not None]
            if last is None or last.peildatum is not None or not dated:
                continue
            before = max(dated, key=lambda one: one.periode.last_day).periode
            yield Finding(
                f"'{indicator.id}' heeft een peildatum voor {before}, en geen voor {last.periode}",
                loaded.place("indicatoren", index, "waarden", indicator.waarden.index(last), "waarde"),
                "zet erbij op welke dag of in welke maand gemeten is: 'peildatum: …'",
            )


def jumps(indicator: Indicator) -> Iterator[tuple[Waarde, Waarde]]:
    """The neighbours of which one is out of size; one that differs from both its neighbours is told once."""
    told: Waarde | None = None
    for kind in dict.fromkeys(one.periode.kind for one in indicator.waarden):
        values = [one for one in indicator.waarden if one.periode.kind == kind and one.number is not None]
        for before, one in pairwise(sorted(values, key=lambda one: one.periode)):
            seen = before.nagezien or one.nagezien
            if before is not told and not seen and _is_by_a_digit(before, one, indicator.decimalen):
                told = one
                yield before, one


def _is_by_a_digit(before: Waarde, after: Waarde, decimals: int) -> bool:
    if before.number is None or after.number is None or before.number * after.number <= 0:
        return False
    less, more = sorted((abs(before.number), abs(after.number)))
    if less.scaleb(decimals) < _FEWEST:
        return False
    return any(_LEAST <= more / less / power <= _MOST for power in _POWERS)
