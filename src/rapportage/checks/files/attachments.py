"""The files that content names: attachments and pictures, in the folder of the period."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from rapportage.checks.subjects import Content
from rapportage.content.figures import Afbeelding
from rapportage.content.file_names import is_left_out
from rapportage.content.model import Rapportage
from rapportage.content.named_files import ELSEWHERE, NamedFile, Whereabouts, named_file
from rapportage.errors import Finding, Place, nearest
from rapportage.faults import reason
from rapportage.opened import Unsuitable, begin_of


def on_the_internet(content: Content) -> Iterator[Finding]:
    """Each file that is named by an address on the internet."""
    for what, place, _ in named_files(content, Whereabouts.ONLINE):
        yield Finding(
            f"{what} staat op internet",
            place,
            "bewaar het bestand in de map van de periode en noem het daar",
        )


def outside_the_workspace(content: Content) -> Iterator[Finding]:
    """Each file that lies outside the workspace."""
    for what, place, file in named_files(content, Whereabouts.OUTSIDE):
        if found := ELSEWHERE.match(file.name):
            last = re.split(r"[\\/]", file.name)[-1]
            yield Finding(f"{what} {_place_of_one(found)}", place, _brought_here(content, last))
        elif "\\" in file.name and not file.name.startswith("\\"):
            hint = _meant(content, file.name.replace("\\", "/"))
            yield Finding(f"{what} is zo niet te vinden", place, f"{hint}, met een / tussen map en bestand")
        else:
            yield Finding(f"{what} ligt buiten de werkmap", place, "zet het bestand in de map van de periode")


def _place_of_one(found: re.Match[str]) -> str:
    """What a name says that begins like this, which nobody else can follow."""
    if found["disk"]:
        return f"staat op schijf {found[0].upper()} van één computer"
    return "staat op een netwerkschijf" if found["network"] else "staat in een map van één computer"


def _brought_here(content: Content, last: str) -> str:
    """What to do about a file elsewhere: it may be here under its last name already."""
    same = _called(content, last)
    return f"schrijf '{same}'" if same else f"zet het in de map van de periode, en schrijf '{last}'"


def _meant(content: Content, name: str) -> str:
    """How to write this name: as it is on disk, or else as that of a file that is called so elsewhere."""
    file = named_file(content.workspace, content.rapportage.periode, name)
    if file.whereabouts is Whereabouts.HERE:
        return f"schrijf '{file.on_disk}'"
    return f"schrijf '{_called(content, PurePosixPath(name).name) or name}'"


def _called(content: Content, last: str) -> str | None:
    """The file in the folder of the period that has this last name, in whatever capitals."""
    there = _in_period(content)
    return next((name for name in there if PurePosixPath(name).name.lower() == last.lower()), None)


def not_there(content: Content) -> Iterator[Finding]:
    """Each file that does not exist."""
    for what, place, file in named_files(content, Whereabouts.NOWHERE):
        same = _called(content, PurePosixPath(file.name).name)
        otherwise = f"zet het bestand in {content.workspace.name_of(file.path.parent)}"
        hint = f"bedoelde u '{same}'?" if same else nearest(file.name, _in_period(content), otherwise)
        yield Finding(f"{what} bestaat niet", place, hint)


def _in_period(content: Content) -> list[str]:
    """The files in the folder of the period that a figure or a list of attachments can name."""
    folder = content.workspace.content / str(content.rapportage.periode)
    try:
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    except OSError:
        return []
    return [
        path.relative_to(folder).as_posix()
        for path in paths
        if path.suffix.lower() not in (".yaml", ".yml", ".md") and not is_left_out(path.name)
    ]


def named_paths(content: Content) -> frozenset[Path]:
    """Where the files are that the content of this period names."""
    rapportage = content.rapportage
    files = (named_file(content.workspace, rapportage.periode, name) for _, name, _ in _names(rapportage))
    return frozenset(Path(os.path.normpath(one.path)) for one in files if one.whereabouts is Whereabouts.HERE)


def missing_names(content: Content) -> list[str]:
    """The last parts of the names of files that are not in their place."""
    others = (Whereabouts.NOWHERE, Whereabouts.OUTSIDE, Whereabouts.ONLINE)
    return [PurePosixPath(file.name).name for where in others for _, _, file in named_files(content, where)]


def named_otherwise(content: Content) -> Iterator[Finding]:
    """Each file that has other capitals on disk, or accents written otherwise; it is used all the same."""
    for what, place, file in named_files(content, Whereabouts.HERE):
        if file.on_disk != file.name:
            yield Finding(f"{what} heet op schijf '{file.on_disk}'", place, "neem die naam over")


def not_what_it_says(content: Content) -> Iterator[Finding]:
    """Each attachment that is empty, or called a PDF and none."""
    pictures = {
        one.value.bestand for one in content.rapportage.figuren.values() if isinstance(one.value, Afbeelding)
    }
    for what, place, file in named_files(content, Whereabouts.HERE):
        if file.name in pictures:
            continue  # it is drawn, which tells more
        try:
            begin = begin_of(file.path, (content.workspace.root,), _HEAD)
        except Unsuitable:
            continue
        except OSError as error:
            hint = "controleer of u het bestand mag lezen"
            yield Finding(f"{what} is niet te lezen: {reason(error)}", place, hint)
            continue
        if not begin:
            yield Finding(f"{what} is een leeg bestand", place, "zet het goede bestand er neer")
        elif file.path.suffix.lower() == ".pdf" and b"%PDF-" not in begin:
            yield Finding(f"{what} is geen PDF", place, "bewaar het stuk opnieuw als PDF")


_HEAD = 1024
"""In so many bytes a PDF says that it is one (ISO 32000-1, annex H.3.4.1)."""


def listed_twice(content: Content) -> Iterator[Finding]:
    """Each attachment that the memo would name a second time."""
    gegevens = content.rapportage.gegevens
    seen: set[tuple[str, str]] = set()
    for index, bijlage in enumerate(gegevens.value.bijlagen):
        for key in ("document", "bestand", "titel"):
            name = getattr(bijlage, key)
            if name and (key, name) in seen:
                place = gegevens.place("bijlagen", index, key)
                yield Finding(f"bijlage '{name}' staat er twee keer", place, "laat er één staan")
                break
            seen.add((key, name))


def not_listed(content: Content) -> Iterator[Finding]:
    """A memo that does not name the bijlage that is built with it."""
    gegevens, body = content.rapportage.gegevens, content.rapportage.organisatie.value.overheid
    if not any(one.document for one in gegevens.value.bijlagen):
        yield Finding(
            f"het {body.ons_voorstel} noemt de bijlage niet die erbij gebouwd wordt",
            gegevens.place("bijlagen"),
            "zet onder 'bijlagen' een regel met een titel en 'document: bijlage'",
        )


def named_files(content: Content, where: Whereabouts) -> Iterator[tuple[str, Place, NamedFile]]:
    """The files with these whereabouts: what messages call each, the place that names it, and the file."""
    rapportage = content.rapportage
    for what, name, place in _names(rapportage):
        file = named_file(content.workspace, rapportage.periode, name)
        if file.whereabouts is where:
            yield f"{what} '{name}'", place, file


def _names(rapportage: Rapportage) -> Iterator[tuple[str, str, Place]]:
    """What each named file is to its author, its name, and where that stands."""
    for index, bijlage in enumerate(rapportage.gegevens.value.bijlagen):
        if bijlage.bestand is not None:
            yield "bijlage", bijlage.bestand, rapportage.gegevens.place("bijlagen", index, "bestand")
    for figuur in rapportage.figuren.values():
        if isinstance(figuur.value, Afbeelding):
            yield "afbeelding", figuur.value.bestand, figuur.place("bestand")
