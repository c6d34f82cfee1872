"""Find the files that content names: in the folder of its period, and nowhere else."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from rapportage.periode import Periode
from rapportage.workspace import Workspace

ELSEWHERE = re.compile(r"(?P<disk>[A-Za-z]:)|(?P<network>//|\\\\)|(?P<here>file:|~[\\/])", re.I)
"""How a name begins that says where something is on one computer: on a disk, on a network, or on this one."""


class Whereabouts(Enum):
    """Where a named file is."""

    HERE = auto()
    ONLINE = auto()
    OUTSIDE = auto()
    NOWHERE = auto()


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file by the name that content gives it, and as it is called on disk; to be read only when it is here.

    The two differ in capitals alone, or in how accents are written.
    """

    name: str
    path: Path
    whereabouts: Whereabouts
    on_disk: str


def named_file(workspace: Workspace, periode: Periode, name: str) -> NamedFile:
    """The file that content of this period names, also on a machine that heeds capitals in names.

    Some systems find Dijk.svg under the name of dijk.svg, and some write é as e and an accent: what is
    found on one computer is found on every other.
    """
    folder = workspace.content / str(periode)
    where = _whereabouts(workspace, folder / name, name)
    if where is not Whereabouts.HERE:
        return NamedFile(name, folder / name, where, name)
    on_disk = _on_disk(folder, name)
    path = folder / on_disk
    if on_disk != name:
        where = _whereabouts(workspace, path, name)
    if where is Whereabouts.HERE and not _is_file(path):
        where = Whereabouts.NOWHERE
    return NamedFile(name, path, where, on_disk)


def _on_disk(folder: Path, name: str) -> str:
    """The name as the folders write it; as it is where they have none like it, or more than one."""
    steps: list[str] = []
    for step in name.split("/"):
        try:
            names = os.listdir(folder.joinpath(*steps))
        except (OSError, ValueError):
            return name
        if step in ("", ".", "..") or step in names:
            steps.append(step)
        elif len(like := [one for one in names if _folded(one) == _folded(step)]) == 1:
            steps.append(like[0])
        else:
            return name
    return "/".join(steps)


def alike(path: Path) -> list[str]:
    """The names here, this one included, that a system which heeds no capitals takes for the same."""
    try:
        return sorted(one.name for one in path.parent.iterdir() if _folded(one.name) == _folded(path.name))
    except OSError:
        return []


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _whereabouts(workspace: Workspace, path: Path, name: str) -> Whereabouts:
    if "://" in name and not name.lower().startswith("file:"):
        return Whereabouts.ONLINE
    if ELSEWHERE.match(name):
        return Whereabouts.OUTSIDE
    try:
        inside = workspace.holds(path)
    except (OSError, ValueError, RuntimeError):
        inside = True
    return Whereabouts.HERE if inside and "\\" not in name else Whereabouts.OUTSIDE


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError, RuntimeError):
        return False
