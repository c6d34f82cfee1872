"""A report as its changes are judged, and as they are told."""

from __future__ import annotations

from dataclasses import dataclass

from rapportage.content.model import Rapportage


@dataclass(frozen=True, slots=True)
class Report:
    """One report, `typed` as its authors have it and `printed` as its papers name things.

    Whether it says something else than another is judged by what is typed: an expression that names the
    period becomes other words in each report, and nobody changed anything. Things are told, and rows and
    columns found again, by the words that readers see.
    """

    typed: Rapportage
    printed: Rapportage
