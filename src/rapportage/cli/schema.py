"""`rapportage schema`: what an editor needs to know of the content files."""

from __future__ import annotations

from pathlib import Path

from rapportage.cli.arguments import WorkspaceOption
from rapportage.cli.telling import print_out, shown
from rapportage.errors import ContentError
from rapportage.workspace import workspace_or_here


def schema(workspace: WorkspaceOption = None) -> None:
    """Schrijf de JSON-schema's waarmee een editor de content aanvult.

    Voorbeeld: rapportage schema
    """
    where = workspace_or_here(Path.cwd(), workspace)
    from rapportage.build.publish import publish
    from rapportage.content.drawings import drawing_kinds
    from rapportage.content.schema import schema_files

    drawings = drawing_kinds(where)
    if drawings.broken:
        raise ContentError(problem for problems in drawings.broken.values() for problem in problems)
    texts = schema_files(drawings.known)
    for file in publish(where.content / ".schema", {name: text.encode() for name, text in texts.items()}):
        print_out(shown(file))
