"""Find the files that content names: in the folder of its period, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from rapportage.periode import Periode
from rapportage.workspace import Workspace


class Whereabouts(Enum):
    """Where a named file is."""

    HERE = auto()
    ONLINE = auto()
    OUTSIDE = auto()
    NOWHERE = auto()


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file by the name that content gives it; to be read only when it is here."""

    name: str
    path: Path
    whereabouts: Whereabouts


def named_file(workspace: Workspace, periode: Periode, name: str) -> NamedFile:
    """The file that content of this period names."""
    folder = workspace.content / str(periode)
    whereabouts = _whereabouts(workspace, folder / name, name)
    if whereabouts is not Whereabouts.HERE:
        return NamedFile(name, folder / name, whereabouts)
    path = _as_listed(folder, PurePosixPath(name))
    return NamedFile(name, path or folder / name, Whereabouts.HERE if path else Whereabouts.NOWHERE)


def _whereabouts(workspace: Workspace, path: Path, name: str) -> Whereabouts:
    if "://" in name or name.startswith("//"):
        return Whereabouts.ONLINE
    try:
        inside = workspace.holds(path)
    except (OSError, ValueError, RuntimeError):
        inside = True
    return Whereabouts.HERE if inside and "\\" not in name else Whereabouts.OUTSIDE


def _as_listed(folder: Path, name: PurePosixPath) -> Path | None:
    """The file of this name; None where there is none that is called precisely so.

    Some systems find Dijk.svg under the name of dijk.svg, and some write é as e and an accent: what is
    found on one computer is found on every other.
    """
    path = folder
    try:
        for part in name.parts:
            if part == "..":
                path = path / part
                continue
            there = {normalize("NFC", one.name): one for one in path.iterdir()}
            if part not in there:
                return None
            path = there[part]
        return path if path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None
