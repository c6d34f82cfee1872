"""The numbers of a series as its file has them: none is rounded in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from rapportage.content.fields import meant_thousands
from rapportage.content.findings import Mismatch
from rapportage.content.source import Path_
from rapportage.dutch import count_text, rounded


def series_findings(data: Any) -> list[Mismatch]:
    """The values with more decimals than their series has, and those that look like thousands."""
    return [
        finding
        for at, series in enumerate(_items(data, "indicatoren"))
        for finding in _of_series(series, ("indicatoren", at))
    ]


def _of_series(series: Any, path: Path_) -> Iterator[Mismatch]:
    decimals = series.get("decimalen", 0) if isinstance(series, Mapping) else None
    if not isinstance(decimals, int):
        return
    values = [one.get("waarde") if isinstance(one, Mapping) else None for one in _items(series, "waarden")]
    for at, value in enumerate(values):
        if not isinstance(value, Decimal):
            continue
        place = (*path, "waarden", at, "waarde")
        behind = -int(value.as_tuple().exponent)
        thousands = meant_thousands(value)
        if behind > decimals:
            message = f"{value} heeft {_digits(behind)} achter de punt, de reeks heeft er {decimals}"
            otherwise = f"zet 'decimalen: {behind}' bij de reeks" if behind <= 6 else "rond het getal zelf af"
            meant = thousands or _as_percentage(series, value, decimals) or _shorter(value, decimals)
            yield Mismatch("dutch", place, (message, f"bedoelde u {meant}? anders: {otherwise}"))
        elif thousands and any(isinstance(one, int) and abs(one) >= 100 for one in values):
            message = f"{value} staat in een reeks naast hele getallen die veel groter zijn"
            otherwise = f"schrijf elk getal van de reeks met {_digits(behind)} achter de punt"
            yield Mismatch("dutch", place, (message, f"bedoelde u {thousands}? anders: {otherwise}"))


def _items(data: Any, key: str) -> list[Any]:
    items = data.get(key) if isinstance(data, Mapping) else None
    return items if isinstance(items, list) else []


def _digits(count: int) -> str:
    return count_text(count, "cijfer", "cijfers")


def _as_percentage(series: Any, value: Decimal, decimals: int) -> str | None:
    """The percentage that a fraction such as 0.291 is, as spreadsheets keep it, and how to have it taken."""
    if series.get("eenheid") != "%" or not 0 < abs(value) < 1:
        return None
    meant = f"{(value * 100).normalize():f}"
    behind = len(meant.partition(".")[2])
    return f"{meant}, met 'decimalen: {behind}' bij de reeks" if behind > decimals else meant


def _shorter(value: Decimal, decimals: int) -> str:
    return str(rounded(value, decimals))
