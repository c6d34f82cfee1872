"""`rapportage figures`: the figures of a period, or the kinds of figure that there are."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from rapportage.cli.arguments import OptionalPeriod, WorkspaceOption, parsed
from rapportage.cli.dutch import misuse
from rapportage.cli.telling import GOOD, MEND, print_out, report, shown
from rapportage.errors import ContentError, UsageError, in_order
from rapportage.workspace import Workspace, find_workspace, workspace_or_here

if TYPE_CHECKING:
    from rapportage.compose.overview import FigureView


def figures(
    periode: OptionalPeriod = None,
    kinds: Annotated[
        bool, typer.Option("--kinds", help="Toon de soorten figuren, met sleutels en voorbeeld.")
    ] = False,
    contact_sheet: Annotated[
        Path | None,
        typer.Option("--contact-sheet", metavar="BLAD.png", help="Zet alle figuren samen op één blad."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Toon de figuren van een periode, met een voorstel voor hun alternatieve tekst.

    Voorbeeld: rapportage figures 2021-H2 --contact-sheet figuren.png
    """
    if contact_sheet is not None and contact_sheet.suffix.lower() != ".png":
        raise UsageError(f"'{contact_sheet}' is geen PNG", "geef het blad een naam die op .png eindigt")
    if periode is None:
        if not kinds or contact_sheet is not None:
            raise misuse("Missing argument 'PERIODE'.")
        raise typer.Exit(GOOD if _show_kinds(workspace_or_here(Path.cwd(), workspace)) else MEND)
    where = find_workspace(Path.cwd(), workspace)
    from rapportage.build.check import check as run
    from rapportage.compose.overview import figure_views, sheet

    checked = run(where, parsed(periode))
    if checked.maker is None:
        raise ContentError(checked.problems)
    views = figure_views(checked.maker, checked.documents, checked.placed)
    found = [*checked.problems, *views.problems]
    for view in views.value:
        _show_figure(view)
    if contact_sheet is not None:
        from rapportage.build.publish import publish

        data = sheet(checked.maker, views.value)
        found += data.problems
        for file in publish(contact_sheet.absolute().parent, {contact_sheet.name: data.value}):
            print_out(shown(file))
    folders = f"content/{periode}/figuren/", "content/indicatoren/", "templates/figuren/", "figuren/"
    about = [problem for problem in in_order(found) if problem.at.file.startswith(folders)]
    report(about)
    status = MEND if any(problem.is_error for problem in about) else GOOD
    if kinds and not _show_kinds(where):
        status = MEND
    raise typer.Exit(status)


def _show_figure(view: FigureView) -> None:
    """A figure with its texts, and what the data say."""
    print_out(f"{view.label}: {view.name} ({view.kind})")
    lines = {
        "bijschrift": view.caption,
        "bron": view.source or "geen",
        "alt": "geen, de figuur versiert" if view.decorative else view.alt or "ontbreekt",
        "te doen": view.advice,
    }
    for name, words in lines.items():
        if words:
            print_out(fill(words, 100, initial_indent=f"  {name:<12}", subsequent_indent=" " * 14))
    if not view.decorative:
        draft = fill(view.draft, 100, initial_indent="  ", subsequent_indent="  ")
        print_out("  voorstel, om over te nemen:" if draft else "  kenmerk:")
        print_out((f"alt: >-\n{draft}\n" if draft else "") + f"alt-kenmerk: {view.mark}")
    print_out()


def _show_kinds(workspace: Workspace) -> bool:
    """Every kind of figure with its keys and an example; whether all of them are sound."""
    from rapportage.compose.overview import kinds

    views, broken = kinds(workspace)
    for kind in views:
        print_out(f"{kind.name}: {kind.description}")
        for key, required, description in kind.fields:
            words = description if required else f"{description} (mag ontbreken)"
            print_out(fill(words, 100, initial_indent=f"  {key:<28}", subsequent_indent=" " * 30))
        print_out(f"  voorbeeld, om over te nemen:\n{kind.example}")
    report(broken)
    return not broken
