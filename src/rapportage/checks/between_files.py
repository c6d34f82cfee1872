"""What must hold between the files of a rapportage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapportage.checks.figures import figure_problems
from rapportage.checks.secrecy import secrecy
from rapportage.content.model import Loaded, Rapportage
from rapportage.content.named_files import missing_file
from rapportage.dutch import date_text
from rapportage.errors import TWICE, UNKNOWN, UNUSED, Place, Problem, nearest
from rapportage.periode import Periode
from rapportage.workspace import Workspace


def cross_check(rapportage: Rapportage, workspace: Workspace, broken: set[str]) -> list[Problem]:
    """Every rule between files that this content breaks; says nothing about `broken` files."""
    return [
        *_dates(rapportage),
        *secrecy(rapportage),
        *_signing(rapportage),
        *_chapters(rapportage, broken),
        *_attachments(rapportage, workspace),
        *figure_problems(rapportage, broken),
        *_unique(rapportage),
    ]


def _dates(rapportage: Rapportage) -> Iterator[Problem]:
    gegevens, periode = rapportage.gegevens, rapportage.periode
    value = gegevens.value
    kind = rapportage.organisatie.value.perioden
    if periode.kind != kind:
        yield Problem(
            "fout",
            f"{periode} is geen {kind}, en de organisatie rapporteert per {kind}",
            rapportage.organisatie.place("perioden"),
            f"noem de map bijvoorbeeld {Periode(periode.year, 1, kind)}, of wijzig 'perioden'",
            "periodesoort",
        )
    if value.raadsvergadering <= value.collegevergadering:
        yield Problem(
            "fout",
            f"de raad vergadert op {date_text(value.raadsvergadering)}, niet na het college"
            f" ({date_text(value.collegevergadering)})",
            gegevens.place("raadsvergadering"),
            "de raad behandelt wat het college eerder vaststelde",
            "datumvolgorde",
        )
    if value.collegevergadering < value.rapportagedatum:
        yield Problem(
            "fout",
            f"het college vergadert op {date_text(value.collegevergadering)}, vóór de datum van de rapportage"
            f" ({date_text(value.rapportagedatum)})",
            gegevens.place("collegevergadering"),
            "het college stelt vast wat er ligt",
            "datumvolgorde",
        )
    if value.status != "concept" and value.rapportagedatum < periode.last_day:
        yield Problem(
            "fout",
            f"de rapportage is van {date_text(value.rapportagedatum)}, maar de periode loopt tot en met"
            f" {date_text(periode.last_day)}",
            gegevens.place("rapportagedatum"),
            "kies een latere datum, of zet 'status' op concept",
            "datumvolgorde",
        )


def _signing(rapportage: Rapportage) -> Iterator[Problem]:
    gegevens = rapportage.gegevens
    offices = [
        (office, gegevens.value.collegevergadering, gegevens.place("ondertekening", index))
        for index, office in enumerate(gegevens.value.ondertekening)
    ]
    if gegevens.value.soort == "ter-besluitvorming":
        place = gegevens.place("soort")
        day = gegevens.value.raadsvergadering
        offices += [("griffier", day, place), ("burgemeester", day, place)]
    for office, day, place in dict.fromkeys(offices):
        people = rapportage.holders(office, day)
        if len(people) != 1:
            names = " en ".join(person.naam for person in people)
            yield Problem(
                "fout",
                f"op {date_text(day)} is er "
                + (f"meer dan één {office}: {names}" if people else f"geen {office}"),
                place,
                "vul in content/organisatie.yaml bij 'ambtsdragers' de juiste persoon met 'van' en 'tot' in",
                "ondertekening",
            )


def _chapters(rapportage: Rapportage, broken: set[str]) -> Iterator[Problem]:
    gegevens = rapportage.gegevens
    known = rapportage.hoofdstukken
    listed = gegevens.value.chapters()
    for name in dict.fromkeys(listed):
        if name not in known and f"bijlage/{name}" not in broken:
            hint = nearest(name, known, f"maak bijlage/{name}.md")
            yield Problem(
                "fout", f"hoofdstuk '{name}' bestaat niet", _chapter_place(rapportage, name), hint, UNKNOWN
            )
    for name, times in Counter(listed).items():
        if times > 1:
            place = _chapter_place(rapportage, name)
            yield Problem(
                "fout", f"hoofdstuk '{name}' staat er {times} keer in", place, "laat er één staan", TWICE
            )
    opgaven = {opgave.id for opgave in rapportage.organisatie.value.opgaven}
    people = {person.naam for person in rapportage.organisatie.value.ambtsdragers}
    for name, chapter in known.items():
        if name not in listed:
            yield Problem(
                "waarschuwing",
                f"hoofdstuk '{name}' komt niet in het document",
                Place(chapter.tekst.file),
                "noem het in rapportage.yaml onder 'delen', of verwijder het bestand",
                UNUSED,
            )
        own = chapter.gegevens.value
        if own.opgave and own.opgave not in opgaven:
            place = chapter.gegevens.place("opgave")
            yield Problem(
                "fout", f"opgave '{own.opgave}' is onbekend", place, nearest(own.opgave, opgaven), UNKNOWN
            )
        if own.portefeuillehouder and own.portefeuillehouder not in people:
            yield Problem(
                "fout",
                f"'{own.portefeuillehouder}' staat niet bij de ambtsdragers",
                chapter.gegevens.place("portefeuillehouder"),
                nearest(own.portefeuillehouder, people, "vul content/organisatie.yaml aan"),
                UNKNOWN,
            )
        if own.status == "concept" and gegevens.value.status != "concept":
            yield Problem(
                "fout",
                f"hoofdstuk '{name}' is nog concept, en de rapportage is vastgesteld",
                chapter.gegevens.place("status"),
                "rond het hoofdstuk af, of zet 'status' in rapportage.yaml op concept",
                "status",
            )


def _chapter_place(rapportage: Rapportage, name: str) -> Place:
    """The last place in rapportage.yaml that names the chapter."""
    gegevens = rapportage.gegevens
    places = [gegevens.place("kernboodschap")] if gegevens.value.kernboodschap == name else []
    for number, deel in enumerate(gegevens.value.delen):
        for index, part in enumerate(deel.onderdelen):
            path = ("delen", number, "onderdelen", index, "hoofdstukken")
            places += [gegevens.place(*path, at) for at, one in enumerate(part.hoofdstukken) if one == name]
    return places[-1]


def _attachments(rapportage: Rapportage, workspace: Workspace) -> Iterator[Problem]:
    folder = workspace.content / str(rapportage.periode)
    for index, bijlage in enumerate(rapportage.gegevens.value.bijlagen):
        if bijlage.bestand is not None:
            place = rapportage.gegevens.place("bijlagen", index, "bestand")
            yield from missing_file(workspace, folder, bijlage.bestand, place, "bijlage")


def _unique(rapportage: Rapportage) -> Iterator[Problem]:
    """One name may not mean two things: references find figures, tables and chapters by name."""
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
            yield Problem(
                "fout",
                f"de naam '{name}' is ook die van {seen[name]}",
                place,
                "geef een van beide een andere naam",
                TWICE,
            )
        seen[name] = what
    for ids, loaded, key in (
        ([one.id for one in rapportage.organisatie.value.opgaven], rapportage.organisatie, "opgaven"),
        ([one.id for one in rapportage.begrippen.value.begrippen], rapportage.begrippen, "begrippen"),
    ):
        yield from _twice(ids, loaded, key)


def _twice(ids: list[str], loaded: Loaded[object], key: str) -> Iterator[Problem]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            place = loaded.place(key, index, "id")
            yield Problem(
                "fout",
                f"de id '{name}' staat er twee keer",
                place,
                "geef een van beide een andere id",
                TWICE,
            )
