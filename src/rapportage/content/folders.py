"""What stands in the folders of the content, and what stands there under another name than is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from rapportage.content.file_names import copied_from, is_left_out, is_usable, meant_stem, usable_name
from rapportage.content.findings import HOW_NAMES_ARE_WRITTEN
from rapportage.errors import MISSING, Finding, Place, refusal
from rapportage.faults import reason
from rapportage.workspace import Workspace

CHAPTERS, FIGURES, TABLES, SERIES = "bijlage", "figuren", "tabellen", "indicatoren"
ORGANISATION, TERMS, REGISTER, REPORT, MEMO, PROOFREAD = (
    "organisatie.yaml",
    "begrippen.yaml",
    "toezeggingen.yaml",
    "rapportage.yaml",
    "raadsvoorstel.md",
    "nagelezen.txt",
)
READ = {CHAPTERS: ".md", FIGURES: ".yaml", TABLES: ".yaml", SERIES: ".yaml"}
"""The folders of which all files are read, with the ending of these; the last folder is for all periods."""

_CALLED_BESIDES = {
    CHAPTERS: ("hoofdstukken", "teksten", "chapters"),
    FIGURES: ("afbeeldingen", "plaatjes", "grafieken", "tekeningen", "figures"),
    TABLES: ("tables",),
    SERIES: ("reeksen", "cijfers", "series"),
}
"""What people call these folders besides."""
_NAMED_LIKE = 0.75
"""So much alike are `figuur` and `figuren`, or `raadvoorstel` and `raadsvoorstel`."""
_WINDOWS = "Windows toont het laatste stuk van een naam vaak niet (Verkenner: Beeld, Bestandsnaamextensies)"


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A file that is not read for its name; `stem` is the name that content will know it by."""

    path: Path
    stem: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of one kind in a folder: those that are read, by name, and those with a wrong name."""

    files: dict[str, Path] = field(default_factory=dict)
    misnamed: tuple[Misnamed, ...] = ()


def entries(workspace: Workspace, folder: Path) -> list[Path]:
    """What stands in a folder, by name, but for what systems leave behind and what was put aside.

    Raises ContentError when the folder cannot be read, or nothing that stands in it.
    """
    try:
        if not folder.is_dir():
            return []
        found = sorted(path for path in folder.iterdir() if not is_left_out(path.name))
        for path in found[:1]:
            path.is_file()  # a folder may tell what it holds, and let nobody to it
        return found
    except OSError as error:
        message = f"deze map is niet te lezen: {reason(error)}"
        hint = "controleer of u de map mag openen"
        raise refusal(message, Place(workspace.name_of(folder), 0), hint, "onleesbaar") from None


def listing(workspace: Workspace, folder: Path, ending: str, elsewhere: Collection[str] = ()) -> Listing:
    """The files in the folder that have this ending, or were meant to; names `elsewhere` are not free."""
    meant = {path: meant_stem(path.name, ending) for path in entries(workspace, folder)}
    files = {
        stem: path for path, stem in meant.items() if stem and is_usable(stem) and path.name == stem + ending
    }
    proposed: dict[str, Misnamed] = {}
    for path, stem in meant.items():
        if stem and path not in files.values():
            place = Place(workspace.name_of(path), 0)
            free = usable_name(stem, {*files, *proposed, *elsewhere}) or stem
            finding = Finding(
                _why(path.name, stem, ending), place, _way_out(path.name, stem, free, ending, files)
            )
            proposed[free] = Misnamed(path, free, finding)
    return Listing(files, tuple(proposed.values()))


def _way_out(name: str, stem: str, free: str, ending: str, files: Collection[str]) -> str:
    """What to do about a wrong name; `free` is what the file may be called."""
    if not is_usable(free):
        return f"{HOW_NAMES_ARE_WRITTEN}{ending}"
    call = f"noem het '{free}{ending}'"
    original = usable_name(copied_from(stem) or "")
    if original in files:
        return f"het lijkt een kopie van '{original}{ending}': verwijder het, of {call}"
    wanted = usable_name(stem)
    if wanted in files:
        return f"er is ook een '{wanted}{ending}': verwijder een van beide, of {call}"
    if wanted != free:
        return f"{call}; '{wanted}' heet al iets anders"
    if name != stem + ending:
        return _renamed(name, free + ending)
    return f"{call}: een naam bestaat uit kleine letters, cijfers en koppeltekens"


def _renamed(name: str, wanted: str) -> str:
    hidden = f"; {_WINDOWS}" if name.lower().endswith(".txt") else ""
    return f"noem het '{wanted}'{hidden}"


def _why(name: str, stem: str, ending: str) -> str:
    if name != stem + ending:
        return f"'{name}' wordt niet gelezen, omdat de naam niet op {ending} eindigt"
    if is_usable(stem.lower()):
        return f"de bestandsnaam '{name}' heeft hoofdletters"
    if len(stem) > 80:
        return f"de bestandsnaam '{name[:40]}…' is te lang"
    return f"de bestandsnaam '{name}' is niet bruikbaar"


# --- files and folders that have one name only -------------------------------------------------


def one_file(workspace: Workspace, folder: Path, name: str) -> Path:
    """The file of this name; raises ContentError where it is not there, or only under another name."""
    there = entries(workspace, folder)
    if any(path.name == name for path in there):
        return folder / name
    stem, _, ending = name.partition(".")
    if near := _most_like(stem, ((path, meant_stem(path.name, f".{ending}")) for path in there)):
        message = f"'{near.name}' wordt niet gelezen"
        raise refusal(message, Place(workspace.name_of(near), 0), _renamed(near.name, name), "naam")
    hint = "maak het aan; hoofdstuk 3 van de handleiding toont een voorbeeld"
    if deeper := next((path for path in there if (path / name).is_file()), None):
        hint = f"het staat wel in '{workspace.name_of(deeper)}': zet de inhoud van die map een map hoger"
    elif near := _most_like(stem, ((path, path.stem) for path in there if path.is_file())):
        hint = f"zet de tekst van '{near.name}' in een bestand met deze naam, als gewone tekst"
    raise refusal("dit bestand ontbreekt", Place(workspace.name_of(folder / name), 0), hint, MISSING)


def misnamed_folder(workspace: Workspace, around: Path, name: str) -> Misnamed | None:
    """The folder that was meant to be the one of this name, which is not there or empty."""
    there = [path for path in entries(workspace, around) if path.is_dir() and path.name not in READ]
    if entries(workspace, around / name):
        return None
    alike = ((path, path.name) for path in there if _holds(workspace, path, name))
    deeper = next((path / name for path in there if _holds(workspace, path / name, name)), None)
    path = _most_like(name, alike, _CALLED_BESIDES[name]) or deeper
    if path is None:
        return None
    place = Place(workspace.name_of(path), 0)
    if path == deeper:
        hint = f"zet haar in '{workspace.name_of(around)}'"
        return Misnamed(path, name, Finding(f"de map '{path.name}' wordt hier niet gelezen", place, hint))
    hint = f"zet de bestanden in '{name}'" if (around / name).is_dir() else f"noem haar '{name}'"
    return Misnamed(path, name, Finding(f"de map '{path.name}' wordt niet gelezen", place, hint))


def _holds(workspace: Workspace, folder: Path, name: str) -> bool:
    """Whether a folder holds what the one of this name should."""
    return any(meant_stem(path.name, READ[name]) for path in entries(workspace, folder))


def _most_like(
    wanted: str, named: Iterable[tuple[Path, str | None]], besides: Collection[str] = ()
) -> Path | None:
    """The path of which the name is most like the one wanted, or like it at all."""
    rated = [
        (1.0 if name.lower() in besides else _likeness(usable_name(name) or "", wanted), path)
        for path, name in named
        if name
    ]
    best, path = max(rated, default=(0.0, None))
    return path if best >= _NAMED_LIKE else None


def _likeness(name: str, wanted: str) -> float:
    """How much alike two names are, from 0 to 1; what begins with the wanted name is rather like it."""
    ratio = SequenceMatcher(None, name, wanted).ratio()
    return max(ratio, _NAMED_LIKE) if name.startswith(wanted) else ratio
