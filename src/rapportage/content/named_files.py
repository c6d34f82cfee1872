"""Find the files that content names: in the folder of its period, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rapportage.errors import MISSING, OUTSIDE, Place, Problem, nearest
from rapportage.workspace import Workspace


def missing_file(workspace: Workspace, folder: Path, name: str, place: Place, what: str) -> Iterator[Problem]:
    """The problem with a file that content names: outside the workspace, or not there."""
    if "://" in name or name.startswith("//"):
        yield Problem(
            "fout",
            f"{what} '{name}' staat op internet",
            place,
            "bewaar het bestand in de map van de periode en noem het daar",
            "netwerk",
        )
        return
    path = folder / name
    try:
        inside, there = workspace.holds(path), path.is_file()
    except (OSError, ValueError, RuntimeError):
        inside, there = True, False
    if not inside or "\\" in name:
        yield Problem(
            "fout",
            f"{what} '{name}' ligt buiten de werkmap",
            place,
            "zet het bestand in de map van de periode",
            OUTSIDE,
        )
    elif not there:
        near = [one.name for one in path.parent.iterdir()] if path.parent.is_dir() else []
        before = name[: len(name) - len(path.name)]
        hint = nearest(
            name, (before + one for one in near), f"zet het bestand in {workspace.name_of(path.parent)}"
        )
        yield Problem("fout", f"{what} '{name}' bestaat niet", place, hint, MISSING)
