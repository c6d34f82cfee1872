"""What a chart shows of a series: its numbers in order of time, and which ways they go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rapportage.checks.reading.loose_numbers import is_near
from rapportage.content.indicators import Indicator
from rapportage.dutch import quantity_text
from rapportage.periode import Periode

_OF_CHANGE = re.compile(
    r"groei|krimp|stijging|daling|toename|afname|mutatie|ontwikkeling|saldo|verandering", re.I
)
OTHER_SUBJECT = re.compile(
    r"\b(?:verschil\w*|\w*aandeel|aandelen|tempo|kloof|afstand|achterstand|voorsprong|groei|verhouding|doel\w*"
    r"|verwacht\w*|prognose|raming|norm|landelijk\w*|elders)\b",
    re.I,
)
"""What a clause may tell of besides the series that are drawn."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The numbers of one series in a chart, in order of time."""

    indicator: Indicator
    values: tuple[Decimal, ...]
    perioden: tuple[Periode, ...] = ()

    def periods_of(self, said: Decimal) -> list[Periode]:
        """The periods in which it had this number."""
        known = zip(self.perioden, self.values, strict=False)
        return [periode for periode, value in known if is_near(said, value)]

    @property
    def ways(self) -> set[int]:
        """Which ways it goes as drawn, from one period to the next and from the first to the last."""
        values = self.values
        steps = [*pairwise(values), *([(values[0], values[-1])] if values else [])]
        return {(after > before) - (after < before) for before, after in steps}

    @property
    def is_of_change(self) -> bool:
        """Whether its numbers are themselves growth or decline, so that one below zero is a fall."""
        return any(value < 0 for value in self.values) or _OF_CHANGE.search(self.indicator.naam) is not None

    @property
    def texts(self) -> list[str]:
        """The numbers as they are printed."""
        own = self.indicator
        return [quantity_text(value, own.eenheid, own.decimalen) for value in self.values]


def shown_of(indicator: Indicator, perioden: Sequence[Periode]) -> Shown:
    """What a chart of these periods shows of a series."""
    known = indicator.measured
    measured = tuple(one for one in sorted(perioden) if one in known)
    return Shown(indicator, tuple(known[one] for one in measured), measured)


def together(series: Sequence[Shown]) -> list[Decimal]:
    """What the series are together, period by period."""
    return [sum(values, Decimal()) for values in zip(*(one.values for one in series), strict=False)]
