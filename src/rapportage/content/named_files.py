"""Find the files that content names: in the folder of its period, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

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
    path = workspace.content / str(periode) / name
    return NamedFile(name, path, _whereabouts(workspace, path, name))


def _whereabouts(workspace: Workspace, path: Path, name: str) -> Whereabouts:
    if "://" in name or name.startswith("//"):
        return Whereabouts.ONLINE
    try:
        inside, there = workspace.holds(path), path.is_file()
    except (OSError, ValueError, RuntimeError):
        inside, there = True, False
    if not inside or "\\" in name:
        return Whereabouts.OUTSIDE
    return Whereabouts.HERE if there else Whereabouts.NOWHERE
