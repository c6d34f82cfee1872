"""Find numbers of a series that have a digit more or less than their neighbours: slips of the pen, mostly."""

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
