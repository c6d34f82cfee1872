"""The names in a report: each means one thing, leads to something, and what bears one is in a paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from rapportage.checks.files.strays import texts_elsewhere
from rapportage.checks.names.chapters import places_of_chapters
from rapportage.checks.series.series import charts, whole_charts
from rapportage.checks.subjects import Content, Report
from rapportage.content.drawing_data import unknown_opgaven
from rapportage.content.figures import Tekening
from rapportage.content.findings import finding
from rapportage.content.model import Loaded, Rapportage
from rapportage.content.offices import OFFICES
from rapportage.content.organisation import Begrippen
from rapportage.errors import Finding, Place, closest, nearest


def unknown(content: Content) -> Iterator[Finding]:
    """Each name that leads to nothing."""
    rapportage = content.rapportage
    yield from _unknown_chapters(content)
    yield from _unknown_in_chapters(rapportage)
    yield from _unknown_series(content)
    opgaven = {one.id: one.naam for one in rapportage.organisatie.value.opgaven}
    for figuur in rapportage.figuren.values():
        if isinstance(figuur.value, Tekening):
            kind = rapportage.tekeningen[figuur.value.soort]
            for one in unknown_opgaven(kind, figuur.value.data, opgaven):
                yield finding(one, figuur.source)


def twice(content: Content) -> Iterator[Finding]:
    """Each name that two things have, and each chapter that comes twice."""
    rapportage = content.rapportage
    places = places_of_chapters(rapportage)
    for name, times in Counter(rapportage.gegevens.value.chapters()).items():
        if times > 1:
            yield Finding(f"hoofdstuk '{name}' staat er {times} keer in", places[name], "laat er één staan")
    yield from _same_name(rapportage)
    organisatie, begrippen = rapportage.organisatie, rapportage.begrippen
    yield from _same_id([one.id for one in organisatie.value.opgaven], organisatie, "opgaven")
    yield from _same_id([one.id for one in begrippen.value.begrippen], begrippen, "begrippen")
    if rapportage.register is not None:
        register = rapportage.register
        yield from _same_id([one.id for one in register.value.toezeggingen], register, "toezeggingen")
    yield from _same_term(begrippen)
    yield from _same_series(content)


def unused(report: Report) -> Iterator[Finding]:
    """Each chapter, figure and table that is in no paper."""
    rapportage = report.content.rapportage
    listed = rapportage.gegevens.value.chapters()
    for name, chapter in rapportage.hoofdstukken.items():
        if name not in listed:
            yield Finding(
                f"hoofdstuk '{name}' komt niet in het document",
                Place(chapter.tekst.file),
                "noem het in rapportage.yaml onder 'delen', of verwijder het bestand",
            )
    for name in report.unplaced:
        what = "figuur" if name in rapportage.figuren else "tabel"
        loaded = rapportage.figuren.get(name) or rapportage.tabellen[name]
        yield Finding(
            f"{what} '{name}' komt niet in een document",
            loaded.place(),
            f"schrijf [{what}: {name}] in een hoofdstuk, of verwijder het bestand",
        )


# --- names that lead to nothing --------------------------------------------------------------


def _unknown_chapters(content: Content) -> Iterator[Finding]:
    rapportage = content.rapportage
    known = rapportage.hoofdstukken
    elsewhere = texts_elsewhere(content)
    listed, places = dict.fromkeys(rapportage.gegevens.value.chapters()), places_of_chapters(rapportage)
    for name in listed:
        if name not in known and name not in content.broken.hoofdstukken:
            hint = nearest(name, (one for one in known if one not in listed), f"maak bijlage/{name}.md")
            if name in elsewhere:
                text = content.workspace.name_of(elsewhere[name])
                hint = f"zet de tekst van '{text}' in bijlage/{name}.md"
            yield Finding(f"hoofdstuk '{name}' bestaat niet", places[name], hint)
    for number, step in enumerate(rapportage.gegevens.value.stappen):
        if step.hoofdstuk and step.hoofdstuk not in listed:
            place = rapportage.gegevens.place("stappen", number, "hoofdstuk")
            yield Finding(
                f"hoofdstuk '{step.hoofdstuk}' staat niet in dit stuk", place, nearest(step.hoofdstuk, listed)
            )


def _unknown_in_chapters(rapportage: Rapportage) -> Iterator[Finding]:
    """Tasks and office holders that the organisation does not have."""
    yield from _unknown_in_facts(rapportage)
    opgaven = {opgave.id for opgave in rapportage.organisatie.value.opgaven}
    people = {person.naam for person in rapportage.organisatie.value.ambtsdragers}
    for chapter in rapportage.hoofdstukken.values():
        own = chapter.gegevens.value
        if own.opgave and own.opgave not in opgaven:
            place = chapter.gegevens.place("opgave")
            yield Finding(f"opgave '{own.opgave}' is onbekend", place, nearest(own.opgave, opgaven))
        if own.portefeuillehouder and own.portefeuillehouder not in people:
            yield Finding(
                f"'{own.portefeuillehouder}' staat niet bij de ambtsdragers",
                chapter.gegevens.place("portefeuillehouder"),
                _meant_person(own.portefeuillehouder, people),
            )
        elif own.portefeuillehouder and (said := _not_in_college(own.portefeuillehouder, rapportage)):
            yield Finding(
                said, chapter.gegevens.place("portefeuillehouder"), "kijk het na in organisatie.yaml"
            )
        if rapportage.register is not None:
            known = {one.id for one in rapportage.register.value.toezeggingen}
            for at, name in enumerate(own.beantwoordt):
                if name not in known:
                    place = chapter.gegevens.place("beantwoordt", at)
                    hint = nearest(name, known, "zet haar in content/toezeggingen.yaml")
                    yield Finding(f"'{name}' staat niet in het register", place, hint)


def _unknown_in_facts(rapportage: Rapportage) -> Iterator[Finding]:
    """Who has the portfolio by the facts above the memo: free text, of which a name must be right."""
    said = rapportage.gegevens.value.kenmerken.portefeuillehouder
    people = {person.naam for person in rapportage.organisatie.value.ambtsdragers}
    if said is None:
        return
    place = rapportage.gegevens.place("kenmerken", "portefeuillehouder")
    named = next((one for one in people if one in said), None)
    if named and (wrong := _not_in_college(named, rapportage)):
        yield Finding(wrong, place, "kijk het na in organisatie.yaml")
    elif named is None and (near := closest(_OFFICE.sub("", said), people)):
        yield Finding(f"'{said}' staat niet bij de ambtsdragers", place, f"bedoelde u {near}?")


_PORTFOLIOS = "|".join(office for body in OFFICES.values() for office in body.with_portfolio)
_OFFICE = re.compile(rf"^(?:{_PORTFOLIOS})\s+", re.I)


def _meant_person(name: str, people: Collection[str]) -> str | None:
    """The hint with who was meant: who is named in full within it, rather than who is spelled alike."""
    within = [one for one in people if one in name]
    return (
        f"schrijf {within[0]}"
        if len(within) == 1
        else nearest(name, people, "vul content/organisatie.yaml aan")
    )


def _not_in_college(name: str, rapportage: Rapportage) -> str | None:
    """Why who bears this name had no portfolio in the period or on the report's day; None where they had."""
    held = [one for one in rapportage.organisatie.value.ambtsdragers if one.naam == name]
    with_portfolio = rapportage.organisatie.value.overheid.ambten.with_portfolio
    if all(one.functie not in with_portfolio for one in held):
        return f"'{name}' is {held[0].functie}, en heeft geen portefeuille"
    day = rapportage.gegevens.value.rapportagedatum
    if not any(one.served_between(rapportage.periode.first_day, day) for one in held):
        return f"'{name}' was van {rapportage.periode} tot de rapportagedatum niet in functie"
    return None


def _unknown_series(content: Content) -> Iterator[Finding]:
    known = content.rapportage.indicatoren
    if content.broken.indicatoren:
        return
    for chart in charts(content):
        for index, name in enumerate(chart.indicators):
            if name not in known:
                yield Finding(
                    f"indicator '{name}' is onbekend", chart.place_of_series(index), nearest(name, known)
                )


# --- names that mean two things --------------------------------------------------------------


def _same_name(rapportage: Rapportage) -> Iterator[Finding]:
    """References find figures, tables and chapters by name."""
    seen: dict[str, str] = {}
    places = [
        *((name, f"figuur {one.source.file}", one.place()) for name, one in rapportage.figuren.items()),
        *((name, f"tabel {one.source.file}", one.place()) for name, one in rapportage.tabellen.items()),
        *(
            (name, f"hoofdstuk {one.tekst.file}", Place(one.tekst.file))
            for name, one in rapportage.hoofdstukken.items()
        ),
    ]
    for name, what, place in places:
        if name in seen:
            message = f"de naam '{name}' is ook die van {seen[name]}"
            yield Finding(message, place, "geef een van beide een andere naam")
        seen[name] = what


def _same_id(ids: list[str], loaded: Loaded[object], key: str) -> Iterator[Finding]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            place = loaded.place(key, index, "id")
            yield Finding(f"de id '{name}' staat er twee keer", place, "geef een van beide een andere id")


def _same_term(begrippen: Loaded[Begrippen]) -> Iterator[Finding]:
    """A term, or an abbreviation, that two entries have: readers would not know which is meant."""
    seen: dict[tuple[str, str], str] = {}
    for index, one in enumerate(begrippen.value.begrippen):
        for key, word in one.model_dump(exclude={"id", "omschrijving"}).items():
            same = key, " ".join((word or "").casefold().split())
            if word and same in seen:
                yield Finding(
                    f"de {key} '{word}' staat ook bij begrip '{seen[same]}'",
                    begrippen.place("begrippen", index, key),
                    "geef elk begrip een eigen term en afkorting, of laat er één weg",
                    subject=word,
                )
            seen.setdefault(same, one.id)


def _same_series(content: Content) -> Iterator[Finding]:
    for chart, chosen in whole_charts(content):
        names = chart.names(chosen)
        for index, name in enumerate(names):
            if name in names[:index]:
                yield Finding(
                    f"twee reeksen van deze grafiek heten '{name}'",
                    chart.figuur.place("reeksen", index),
                    "geef een van beide met 'naam: …' een eigen naam",
                )
