"""`rapportage status`: where a report stands."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from rapportage.cli.arguments import OptionalPeriod, WorkspaceOption, parsed
from rapportage.cli.telling import json_text, print_as_is, print_out, shown
from rapportage.errors import ContentError, UsageError
from rapportage.periode import Periode
from rapportage.workspace import Workspace, find_workspace


def status(
    periode: OptionalPeriod = None,
    as_json: Annotated[bool, typer.Option("--json", help="Toon de stand als JSON.")] = False,
    page_file: Annotated[
        Path | None,
        typer.Option(
            "--report", metavar="STAND.html", help="Zet de stand op één bladzijde, om rond te sturen."
        ),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Toon hoe ver een periode is: teksten, open punten, wat na te lezen is en de dagen die er nog zijn.

    Voorbeeld: rapportage status 2022-H1
    """
    if page_file is not None and page_file.suffix.lower() != ".html":
        raise UsageError(f"'{page_file}' is geen bladzijde", "geef haar een naam die op .html eindigt")
    where = find_workspace(Path.cwd(), workspace)
    when = parsed(periode) if periode else _latest(where)
    from rapportage.content.load import load, period_folder
    from rapportage.progress.state import standing

    period_folder(where, when)
    read = load(where, when)
    rapportage = read.value.rapportage
    if rapportage is None:
        raise ContentError(read.problems)
    found = standing(read, rapportage, where, date.today())
    if as_json:
        print_as_is(json_text(_plain(asdict(found))))
    elif page_file is None:
        from rapportage.progress.table import lines

        print_out("\n".join(lines(found)))
    if page_file is not None:
        from rapportage.build.publish import publish
        from rapportage.progress.page import page

        for file in publish(page_file.absolute().parent, {page_file.name: page(found).encode()}):
            print_out(shown(file))


def _latest(workspace: Workspace) -> Periode:
    periods = workspace.periods()
    if not periods:
        raise UsageError("in content/ staat nog geen periode", workspace.first_period_hint())
    return periods[-1]


def _plain(value: Any) -> Any:
    """The value as JSON has it; days in the form of the content."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
