"""The days of a report: one after the other, in a period of the kind that the organisation has."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Content
from rapportage.dutch import date_text
from rapportage.errors import Finding
from rapportage.periode import Periode


def other_kind_of_period(content: Content) -> Iterator[Finding]:
    """A period that is not of the kind over which the organisation reports."""
    periode, organisatie = content.rapportage.periode, content.rapportage.organisatie
    kind = organisatie.value.perioden
    if periode.kind != kind:
        yield Finding(
            f"{periode} is geen {kind}, en de organisatie rapporteert per {kind}",
            organisatie.place("perioden"),
            f"noem de map bijvoorbeeld {Periode(periode.year, 1, kind)}, of wijzig 'perioden'",
        )


def out_of_order(content: Content) -> Iterator[Finding]:
    """Each day of the report that comes before what it must follow."""
    gegevens, periode = content.rapportage.gegevens, content.rapportage.periode
    value = gegevens.value
    if value.raadsvergadering <= value.collegevergadering:
        yield Finding(
            f"de raad vergadert op {date_text(value.raadsvergadering)}, niet na het college"
            f" ({date_text(value.collegevergadering)})",
            gegevens.place("raadsvergadering"),
            "de raad behandelt wat het college eerder vaststelde",
        )
    if value.collegevergadering < value.rapportagedatum:
        yield Finding(
            f"het college vergadert op {date_text(value.collegevergadering)}, vóór de datum van de rapportage"
            f" ({date_text(value.rapportagedatum)})",
            gegevens.place("collegevergadering"),
            "het college stelt vast wat er ligt",
        )
    if not content.draft and value.rapportagedatum < periode.last_day:
        yield Finding(
            f"de rapportage is van {date_text(value.rapportagedatum)}, maar de periode loopt tot en met"
            f" {date_text(periode.last_day)}",
            gegevens.place("rapportagedatum"),
            "kies een latere datum, of zet 'status' op concept",
        )
