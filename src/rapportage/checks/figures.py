"""What must hold between figures and what they name: series, tasks, and their own descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapportage.content.drawing_data import unknown_opgaven
from rapportage.content.figures import Figuur, Grafiek, Staafdiagram, Tekening
from rapportage.content.model import Indicator, Loaded, Rapportage
from rapportage.dutch import list_text, quantity_text
from rapportage.errors import TWICE, UNKNOWN, Problem, nearest


def figure_problems(rapportage: Rapportage, broken: set[str]) -> Iterator[Problem]:
    """Every rule about figures that this content breaks; says nothing about `broken` files."""
    opgaven = {one.id: one.naam for one in rapportage.organisatie.value.opgaven}
    for figuur in rapportage.figuren.values():
        value = figuur.value
        if value.alt is None and not value.decoratief:
            yield Problem(
                "fout",
                "de figuur heeft geen alternatieve tekst",
                figuur.place(),
                f"voeg 'alt: …' toe; 'rapportage figures {rapportage.periode}' doet een voorstel",
                "alt-ontbreekt",
            )
        if isinstance(value, Tekening):
            kind = rapportage.tekeningen[value.soort]
            yield from unknown_opgaven(kind, value.data, figuur.source, opgaven)
        elif isinstance(value, Grafiek):
            yield from _series(rapportage, figuur, value, broken)


def _series(
    rapportage: Rapportage, figuur: Loaded[Figuur], grafiek: Grafiek, broken: set[str]
) -> Iterator[Problem]:
    """What is wrong with the series of a chart: each series by itself, and then together."""
    chosen: list[Indicator] = []
    for index, reeks in enumerate(grafiek.reeksen):
        place = figuur.place("reeksen", index, "indicator")
        indicator = rapportage.indicatoren.get(reeks.indicator)
        if indicator is None:
            if "indicatoren" not in broken:
                hint = nearest(reeks.indicator, rapportage.indicatoren)
                yield Problem("fout", f"indicator '{reeks.indicator}' is onbekend", place, hint, UNKNOWN)
            continue
        measured = {one.periode for one in indicator.waarden}
        if missing := [str(periode) for periode in grafiek.perioden if periode not in measured]:
            yield Problem(
                "fout",
                f"indicator '{reeks.indicator}' heeft geen waarde voor {list_text(missing)}",
                place,
                "er zijn waarden voor " + ", ".join(str(one) for one in sorted(measured)),
                "geen-waarde",
            )
            continue
        chosen.append(indicator)
    if len(chosen) == len(grafiek.reeksen):
        yield from _together(figuur, grafiek, chosen)


def _together(figuur: Loaded[Figuur], grafiek: Grafiek, chosen: list[Indicator]) -> Iterator[Problem]:
    """What series that are each in order may not do in one chart."""
    names = [reeks.naam or indicator.naam for reeks, indicator in zip(grafiek.reeksen, chosen, strict=True)]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Problem(
                "fout",
                f"twee reeksen van deze grafiek heten '{name}'",
                figuur.place("reeksen", index),
                "geef een van beide met 'naam: …' een eigen naam",
                TWICE,
            )
    scales = {one.eenheid if one.eenheid in ("%", "€") else "aantal" for one in chosen}
    if len(scales) > 1:
        units = list(dict.fromkeys(one.eenheid for one in chosen))
        yield Problem(
            "fout",
            f"de reeksen van deze grafiek hebben verschillende eenheden: {list_text(units)}",
            figuur.place("reeksen"),
            "maak van elke eenheid een eigen figuur; zij hebben niet dezelfde schaal",
            "eenheden",
        )
    elif isinstance(grafiek, Staafdiagram) and grafiek.vorm == "gestapeld":
        yield from _shares(figuur, grafiek, chosen)


def _shares(figuur: Loaded[Figuur], grafiek: Grafiek, chosen: list[Indicator]) -> Iterator[Problem]:
    """A part of a stack cannot be below nothing, and percentages cannot be more than the whole."""
    values = {one.id: {row.periode: row.waarde for row in one.waarden} for one in chosen}
    for index, indicator in enumerate(chosen):
        for periode in grafiek.perioden:
            value = values[indicator.id][periode]
            if value < 0:
                shown = quantity_text(value, indicator.eenheid, indicator.decimalen)
                yield Problem(
                    "fout",
                    f"indicator '{indicator.id}' is in {periode} negatief: {shown}",
                    figuur.place("reeksen", index, "indicator"),
                    "een deel van een geheel kan niet negatief zijn; kies 'vorm: gegroepeerd'",
                    "negatief-deel",
                )
                break
    for periode in grafiek.perioden:
        total = sum(values[one.id][periode] for one in chosen)
        if chosen[0].eenheid == "%" and total > 100:
            shown = quantity_text(Decimal(total), "%", chosen[0].decimalen)
            yield Problem(
                "fout",
                f"de delen van {periode} zijn samen {shown}",
                figuur.place("reeksen"),
                "percentages van één geheel zijn samen hoogstens 100%; kies 'vorm: gegroepeerd'",
                "boven-geheel",
            )
            break
