"""The days of a report: one after the other, on working days, in a period of the organisation's kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rapportage.checks.days.meetings_named import named_days
from rapportage.checks.reading.days_off import day_off
from rapportage.checks.subjects import Content
from rapportage.content.bodies import Orgaan
from rapportage.dutch import date_text, list_text
from rapportage.errors import Finding, Place
from rapportage.periode import PeriodKind

_KINDS: dict[PeriodKind, str] = {
    "jaar": "jaar",
    "halfjaar": "halfjaar",
    "viermaands": "periode van vier maanden",
    "kwartaal": "kwartaal",
}
"""What a period of each kind is called."""


def other_kind_of_period(content: Content) -> Iterator[Finding]:
    """A period that is not of the kind over which the organisation reports."""
    periode = content.rapportage.periode
    kind = content.rapportage.organisatie.value.perioden
    if periode.kind == kind:
        return
    folder = content.workspace.content
    meant = [str(one) for one in periode.beside(kind)]
    free = [name for name in meant if not (folder / name).exists()]
    way_out = f"noem de map {_either(free)}" if free else f"haal de map weg (er is al {list_text(meant)})"
    yield Finding(
        f"{periode} is geen {_KINDS[kind]}, en de organisatie rapporteert per {_KINDS[kind]}",
        Place(content.workspace.name_of(folder / str(periode)), 0),
        f"{way_out}, of wijzig 'perioden' in organisatie.yaml",
    )


def _either(names: list[str]) -> str:
    return " of ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def out_of_order(content: Content) -> Iterator[Finding]:
    """Each day of the report that comes before what it must follow."""
    gegevens, periode = content.rapportage.gegevens, content.rapportage.periode
    value, body = gegevens.value, content.rapportage.organisatie.value.overheid
    if value.raadsvergadering <= value.collegevergadering:
        yield Finding(
            f"{_meets(body.raad)} op {date_text(value.raadsvergadering)}, niet na {body.college}"
            f" ({date_text(value.collegevergadering)})",
            gegevens.place("raadsvergadering"),
            f"{body.raad.doet('behandelt', 'behandelen')} wat"
            f" {body.college.doet('eerder vaststelde', 'eerder vaststelden')}",
        )
    if value.collegevergadering < value.rapportagedatum:
        yield Finding(
            f"{_meets(body.college)} op {date_text(value.collegevergadering)}, vóór de datum van de"
            f" rapportage ({date_text(value.rapportagedatum)})",
            gegevens.place("collegevergadering"),
            f"{body.college.doet('stelt', 'stellen')} vast wat er ligt",
        )
    if not content.draft and value.rapportagedatum < periode.last_day:
        yield Finding(
            f"de rapportage is van {date_text(value.rapportagedatum)}, maar de periode loopt tot en met"
            f" {date_text(periode.last_day)}",
            gegevens.place("rapportagedatum"),
            "kies een latere datum, of zet 'status' op concept",
        )


def _meets(organ: Orgaan) -> str:
    return organ.doet("vergadert", "vergaderen")


def unlikely(content: Content) -> Iterator[Finding]:
    """Each meeting on a day when nobody meets, or before the period ends; the first day far after it."""
    yield from _committee(content)
    gegevens, periode = content.rapportage.gegevens, content.rapportage.periode
    value, body = gegevens.value, content.rapportage.organisatie.value.overheid
    days = {
        "rapportagedatum": (value.rapportagedatum, "de rapportage is van"),
        "collegevergadering": (value.collegevergadering, f"{_meets(body.college)} op"),
        "raadsvergadering": (value.raadsvergadering, f"{_meets(body.raad)} op"),
    }
    for key, (day, what) in days.items():
        if _more_than_a_year(periode.last_day, day):
            yield Finding(
                f"{what} {date_text(day)}, meer dan een jaar na de periode ({date_text(periode.last_day)})",
                gegevens.place(key),
                "controleer het jaar",
            )
            return  # the days after it are as far, and its day of the week says nothing
        if key == "rapportagedatum":
            continue
        if day < periode.last_day and content.draft:  # of an adopted report the first day is an error
            yield Finding(
                f"{what} {date_text(day)}, voordat de periode voorbij is ({date_text(periode.last_day)})",
                gegevens.place(key),
                "controleer de maand en het jaar; vaak staat hier nog de datum van de vorige keer",
            )
        if off := day_off(day):
            hint = "controleer de dag; vergaderen op zo'n dag is ongewoon"
            yield Finding(f"{what} {date_text(day)}; dat is {off}", gegevens.place(key), hint)


def _committee(content: Content) -> Iterator[Finding]:
    """A committee that discussed the paper before it was written, or will when the council has met."""
    gegevens = content.rapportage.gegevens
    value = gegevens.value
    days = named_days(value.kenmerken.commissie or "")
    if len(days) != 1 or days[0].year is None:
        return
    try:
        day = date(days[0].year, days[0].month, days[0].day)
    except ValueError:
        return  # a day on no calendar, which is told in the paper
    beyond = {
        f"vóór de datum van de rapportage ({date_text(value.rapportagedatum)})": day < value.rapportagedatum,
        f"na de raadsvergadering ({date_text(value.raadsvergadering)})": day > value.raadsvergadering,
    }
    if said := next((words for words, is_so in beyond.items() if is_so), None):
        yield Finding(
            f"de commissie vergadert op {date_text(day)}, {said}",
            gegevens.place("kenmerken", "commissie"),
            "controleer de dag; vaak staat hier nog die van de vorige keer",
        )


def _more_than_a_year(first: date, second: date) -> bool:
    return (second.year - 1, second.month, second.day) > (first.year, first.month, first.day)
