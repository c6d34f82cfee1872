"""`rapportage` by itself: what there is to do here."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapportage import __version__
from rapportage.cli.telling import print_out
from rapportage.errors import MachineError, UsageError
from rapportage.machine import NEEDED, allowed_memory
from rapportage.workspace import Workspace, find_workspace


def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Toon de versie.")] = False,
) -> None:
    """Maak van gecontroleerde content een raadsvoorstel en zijn bijlage, als DOCX en PDF."""
    if version:
        print_out(f"rapportage {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        _overview()
    elif (most := allowed_memory()) is not None:
        raise MachineError(
            f"dit proces mag maar {most} MB geheugen gebruiken, en dat is te weinig",
            f"haal de grens weg (ulimit -v unlimited), of maak er minstens {NEEDED} MB van",
        )


def _overview() -> None:
    """What there is to do here: the periods found, and the next command."""
    try:
        workspace: Workspace | None = find_workspace(Path.cwd())
    except UsageError as error:
        workspace = None
        print_out(f"{error.message[0].upper()}{error.message[1:]}.")
        print_out(f"{(error.hint or '')[0].upper()}{(error.hint or '')[1:]}.")
        print_out("Begin een nieuwe werkmap:  rapportage init")
    if workspace is not None:
        periods = [str(one) for one in workspace.periods()]
        if periods:
            print_out("Perioden: " + ", ".join(periods))
            print_out(f"Bouw de laatste met:      rapportage build {periods[-1]}")
            print_out(f"Controleer haar eerst met: rapportage check {periods[-1]}")
            for name, meant in workspace.misnamed_periods().items():
                print_out(f"De map '{name}' telt niet mee: een periode heet precies zoals {meant}.")
        else:
            hint = workspace.first_period_hint()
            print_out(f"In content/ staat nog geen periode. {hint[0].upper()}{hint[1:]}.")
    print_out("Alle opdrachten:           rapportage --help")
