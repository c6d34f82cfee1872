"""`rapportage preview`: the report in the browser while it is written."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from rapportage.cli.arguments import PeriodArgument, WorkspaceOption, parsed
from rapportage.cli.telling import print_out, say
from rapportage.errors import MachineError
from rapportage.workspace import find_workspace


def preview(
    periode: PeriodArgument,
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            metavar="POORT",
            min=1,
            max=65535,
            help="De poort; anders een die vrij is.",
        ),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Open de browser niet.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Toon een periode in de browser terwijl u schrijft, en laat elke opgeslagen wijziging meteen zien.

    Voorbeeld: rapportage preview 2021-H2
    """
    where = find_workspace(Path.cwd(), workspace)
    when = parsed(periode)
    from rapportage.content.load import period_folder

    period_folder(where, when)
    try:
        from rapportage.preview.server import Listening, Preview, serve
    except ImportError as error:
        remedy = "python -m pip install starlette uvicorn watchfiles"
        raise MachineError(f"voor de voorvertoning ontbreekt '{error.name}'", remedy) from None
    listening = Listening(port or 0)

    def ready() -> None:
        if not no_open and _has_screen():
            import webbrowser

            with suppress(webbrowser.Error, OSError):
                webbrowser.open(listening.address)

    print_out(listening.address)
    say("Dit adres werkt alleen op deze computer, en één keer. Ctrl+C stopt de voorvertoning.")
    serve(Preview(where, when), listening, ready)
    say("De voorvertoning is gestopt; er is niets gewijzigd.")


def _has_screen() -> bool:
    """Whether a browser would come in a window of its own, not in this terminal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
