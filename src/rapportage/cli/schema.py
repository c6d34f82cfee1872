"""`rapportage schema`: what an editor needs to know of the content files."""

from __future__ import annotations

import os
from pathlib import Path

from rapportage.cli.arguments import WorkspaceOption
from rapportage.cli.telling import print_out, say, shown
from rapportage.errors import ContentError
from rapportage.workspace import Workspace, workspace_or_here


def schema(workspace: WorkspaceOption = None) -> None:
    """Schrijf wat een editor nodig heeft: JSON-schema's, en instellingen voor VS Code die er nog niet zijn.

    Voorbeeld: rapportage schema
    """
    where = workspace_or_here(Path.cwd(), workspace)
    from rapportage.build.publish import publish
    from rapportage.content.drawings import drawing_kinds
    from rapportage.content.known_ids import known_ids
    from rapportage.content.schema import schema_files

    drawings = drawing_kinds(where)
    if drawings.broken:
        raise ContentError(problem for problems in drawings.broken.values() for problem in problems)
    texts = schema_files(drawings.known, known_ids(where))
    made = publish(where.content / ".schema", {name: text.encode() for name, text in texts.items()})
    for file in [*made, *_for_the_editor(where)]:
        print_out(shown(file))


def _for_the_editor(where: Workspace) -> list[Path]:
    """The files of `.vscode` that were not there; those that are belong to who made them, and stay."""
    from rapportage.build.publish import publish
    from rapportage.starting.editor import FOLDER, editor_files

    folder = where.root / FOLDER
    periods = where.periods() if where.content.is_dir() else ()
    made = [editor_files(str(one)) for one in reversed(periods)] or [editor_files("")]
    lacking = {name: data for name, data in made[0].items() if not os.path.lexists(folder / name)}
    for name in made[0]:
        if name not in lacking and not any(_holds(folder / name, one[name]) for one in made):
            say(f"'{FOLDER}/{name}' staat er al en blijft zoals het is")
            say("    haal het weg en geef de opdracht opnieuw voor dat van deze versie")
    return publish(folder, lacking) if lacking else []


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
