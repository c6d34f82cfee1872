"""The commands, and the only place that exits."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from rapportage import __version__
from rapportage.build.formats import ENGINE, FORMATS
from rapportage.build.processes import Processes, Progress, Step, cores, search_memory_seldom
from rapportage.cli_dutch import DutchCommand, DutchGroup, misuse
from rapportage.cli_output import (
    fail,
    report,
    row,
    say,
    show_figure,
    show_kinds,
    show_timings,
    shown,
    with_progress,
)
from rapportage.ctrl_c import INTERRUPTED, deaf, farewell, hear_as_before, hear_once, heed
from rapportage.errors import ContentError, MachineError, Place, UsageError, in_order, nearest, refusal
from rapportage.periode import Periode, PeriodeError, parse_periode
from rapportage.workspace import DOCUMENTS, Wanted, Workspace, find_workspace

if TYPE_CHECKING:
    from rapportage.build.run import Outcome

GOOD, MEND, MISUSE, MACHINE = 0, 1, 2, 3
"""Exit status: all is well; the content must be mended; wrong use; this machine lacks something."""

app = typer.Typer(
    cls=DutchGroup,
    rich_markup_mode=None,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PeriodArgument = Annotated[
    str, typer.Argument(metavar="PERIODE", help="Bijvoorbeeld 2021-H2.", autocompletion=lambda: _periods())
]
OptionalPeriod = Annotated[
    str | None,
    typer.Argument(metavar="PERIODE", help="Bijvoorbeeld 2021-H2.", autocompletion=lambda: _periods()),
]
WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        metavar="MAP",
        help="De map die 'content' bevat; anders de dichtstbijzijnde, omhoog zoekend.",
    ),
]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status; no input shows a traceback.

    The process is taken to end with the command, and Ctrl-C is not heard from there on, unless
    `arguments` are given: then it is another's, and hears as before.
    """
    try:
        try:
            hear_once()
            status = _run(list(arguments) if arguments is not None else None)
            deaf()
        except KeyboardInterrupt:
            deaf()
            status = INTERRUPTED
        if status == INTERRUPTED:
            say(farewell())
        raise SystemExit(status)
    finally:
        if arguments is not None:
            hear_as_before()


def _run(arguments: list[str] | None) -> int:
    """Do what is asked and tell what is wrong; the exit status for it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    search_memory_seldom()
    try:
        status = app(args=arguments, prog_name="rapportage", standalone_mode=False) or GOOD
    except ContentError as error:
        report(error.problems)
        say("Er is niets geschreven. Herstel de fouten en probeer het opnieuw.")
        status = MEND
    except UsageError as error:
        status = _failed(error)
    except TyperException as error:
        status = _failed(misuse(error.format_message(), _commands()))
    except typer.Abort:
        status = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = GOOD
    except Exception as error:  # the last resort: a fault of ours, told without a traceback
        heed()
        if os.environ.get("RAPPORTAGE_TRACEBACK"):
            raise
        say(f"rapportage gaat hier zelf de fout in: {type(error).__name__}: {error}")
        say("    meld dit met de content erbij; RAPPORTAGE_TRACEBACK=1 toont de plek in het programma")
        status = MACHINE
    heed()
    return int(status)


def _failed(error: UsageError) -> int:
    """Tell what could not be done; the exit status for it."""
    fail(error)
    return MACHINE if isinstance(error, MachineError) else MISUSE


@app.callback()
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Toon de versie.")] = False,
) -> None:
    """Maak van gecontroleerde content een raadsvoorstel en zijn bijlage, als DOCX en PDF."""
    if version:
        typer.echo(f"rapportage {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        _overview()


@app.command(cls=DutchCommand)
def build(
    periode: OptionalPeriod = None,
    every: Annotated[bool, typer.Option("--all", help="Bouw alle perioden.")] = False,
    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="Alleen dit formaat; mag vaker.",
            autocompletion=lambda: list(FORMATS),
        ),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document",
            metavar="|".join(DOCUMENTS),
            help="Alleen dit stuk; mag vaker.",
            autocompletion=lambda: list(DOCUMENTS),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="MAP", help="Schrijf naar MAP/PERIODE in plaats van output/PERIODE."
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", metavar="N", min=1, help="Werk met 1 proces, of met meer; anders een per kern."
        ),
    ] = None,
    timings: Annotated[bool, typer.Option("--timings", help="Toon waar de tijd bleef.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Bouw de stukken van een periode.

    Voorbeeld: rapportage build 2021-H2 --format pdf
    """
    began = perf_counter()
    formats, documents = _among("--format", format, FORMATS), _among("--document", document, DOCUMENTS)
    if periode is None and not every:
        raise misuse("Missing argument 'PERIODE'.", _commands())
    if periode is not None and every:
        raise UsageError(f"'{periode}' en --all gaan niet samen", "laat een van beide weg")
    where = find_workspace(Path.cwd(), workspace)
    when = _periode(periode) if periode is not None else None
    wanted = Wanted(tuple(formats), tuple(documents), output)

    def work(progress: Progress) -> tuple[list[Outcome], list[Step]]:
        processes = Processes(jobs or cores(), progress)
        try:
            with processes:
                outcomes = (
                    _build_all(where, wanted, processes)
                    if when is None
                    else [_build(where, when, wanted, processes)]
                )
        finally:
            processes.end()  # also when Ctrl-C was pressed on the very way out
        return outcomes, processes.steps()

    outcomes, steps = with_progress(work)
    report(in_order(problem for outcome in outcomes for problem in outcome.problems))
    if timings:
        show_timings(steps, began, perf_counter())
    for file in (file for outcome in outcomes for file in outcome.files):
        typer.echo(shown(file))
    raise typer.Exit(_told(outcomes))


def _build(workspace: Workspace, periode: Periode, wanted: Wanted, processes: Processes) -> Outcome:
    from rapportage.build.record import something_newer

    engine = processes.worker()
    if something_newer(wanted.folder(workspace, periode), workspace):
        engine.do("opmaak laden", ENGINE.load)  # while this process still reads content
    with processes.step("laden", quiet=True):
        from rapportage.build.run import build
    return build(workspace, periode, wanted, processes, engine)


def _build_all(workspace: Workspace, wanted: Wanted, processes: Processes) -> list[Outcome]:
    periods = workspace.periods()
    if not periods:
        raise UsageError("in content/ staat nog geen periode", "maak een map, zoals content/2022-H1")
    if len(periods) == 1:
        return [_build(workspace, periods[0], wanted, processes)]
    from rapportage.build.run import build_all

    outcomes = build_all(workspace, periods, wanted, processes)
    if not any(outcome.files or outcome.error for outcome in outcomes):
        raise UsageError(f"geen enkele periode heeft een {' of een '.join(wanted.documents)}")
    return outcomes


def _told(outcomes: Sequence[Outcome]) -> int:
    """Tell which periods could not be built; the gravest exit status."""
    failed = [outcome for outcome in outcomes if outcome.error is not None]
    statuses = []
    for outcome in failed:
        if isinstance(outcome.error, UsageError):
            where = f"{outcome.periode}: {outcome.error.message}"
            statuses.append(_failed(type(outcome.error)(where, outcome.error.hint)))
        else:
            statuses.append(MEND)
    if failed:
        from rapportage.dutch import list_text

        periods = list_text([str(outcome.periode) for outcome in failed])
        say(f"Niet gebouwd: {periods}. Herstel de fouten en probeer het opnieuw.")
    return max(statuses, default=GOOD)


@app.command(cls=DutchCommand)
def check(
    periode: PeriodArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Toon de bevindingen als JSON.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Controleer de content van een periode en schrijf niets.

    Voorbeeld: rapportage check 2021-H2
    """
    where = find_workspace(Path.cwd(), workspace)
    from rapportage.build.check import check as run

    try:
        problems = run(where, _periode(periode)).problems
    except ContentError as error:
        problems = error.problems
    if as_json:
        found = {"periode": periode, "problems": [row(problem) for problem in problems]}
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif problems:
        report(problems)
    else:
        typer.echo(f"{periode}: alles in orde. Bouw met: rapportage build {periode}")
    raise typer.Exit(MEND if any(problem.is_error for problem in problems) else GOOD)


@app.command(cls=DutchCommand)
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
    where = find_workspace(Path.cwd(), workspace)
    if contact_sheet is not None and contact_sheet.suffix.lower() != ".png":
        raise UsageError(f"'{contact_sheet}' is geen PNG", "geef het blad een naam die op .png eindigt")
    if periode is None:
        if not kinds or contact_sheet is not None:
            raise misuse("Missing argument 'PERIODE'.", _commands())
        raise typer.Exit(GOOD if show_kinds(where) else MEND)
    from rapportage.build.check import check as run
    from rapportage.compose.overview import figure_views, sheet

    checked = run(where, _periode(periode))
    if checked.maker is None:
        raise ContentError(checked.problems)
    views = figure_views(checked.maker, checked.documents)
    for view in views:
        show_figure(view)
    if contact_sheet is not None:
        from rapportage.build.publish import publish

        data = sheet(checked.maker, views)
        for file in publish(contact_sheet.absolute().parent, {contact_sheet.name: data}):
            typer.echo(shown(file))
    folders = f"content/{periode}/figuren/", "content/indicatoren/", "templates/figuren/", "figuren/"
    told = in_order([*checked.problems, *checked.maker.problems])
    about = [problem for problem in told if problem.at.file.startswith(folders)]
    report(about)
    status = MEND if any(problem.is_error for problem in about) else GOOD
    if kinds and not show_kinds(where):
        status = MEND
    raise typer.Exit(status)


@app.command(cls=DutchCommand)
def schema(workspace: WorkspaceOption = None) -> None:
    """Schrijf de JSON-schema's waarmee een editor de content aanvult.

    Voorbeeld: rapportage schema
    """
    where = find_workspace(Path.cwd(), workspace)
    from rapportage.build.publish import publish
    from rapportage.content.drawings import drawing_kinds
    from rapportage.content.schema import schema_files

    drawings = drawing_kinds(where)
    if drawings.broken:
        raise ContentError(problem for problems in drawings.broken.values() for problem in problems)
    texts = schema_files(drawings.known)
    for file in publish(where.content / ".schema", {name: text.encode() for name, text in texts.items()}):
        typer.echo(shown(file))


# --- what is asked for ---------------------------------------------------------------------------


def _periode(text: str) -> Periode:
    try:
        return parse_periode(text)
    except PeriodeError as error:
        raise refusal(error.message, Place("content", 0), error.hint, "periode") from None


def _among(option: str, given: list[str] | None, allowed: Sequence[str]) -> list[str]:
    for word in given or []:
        if word not in allowed:
            raise UsageError(f"'{word}' is geen waarde voor {option}", nearest(word, allowed))
    return given or []


def _commands() -> list[str]:
    return [command.callback.__name__ for command in app.registered_commands if command.callback]


def _periods() -> list[str]:
    try:
        return [str(one) for one in find_workspace(Path.cwd()).periods()]
    except (UsageError, OSError):
        return []


def _overview() -> None:
    """What there is to do here: the periods found, and the next command."""
    try:
        workspace: Workspace | None = find_workspace(Path.cwd())
    except UsageError as error:
        workspace = None
        typer.echo(f"{error.message[0].upper()}{error.message[1:]}.")
        typer.echo(f"{(error.hint or '')[0].upper()}{(error.hint or '')[1:]}.")
    if workspace is not None:
        periods = [str(one) for one in workspace.periods()]
        if periods:
            typer.echo("Perioden: " + ", ".join(periods))
            typer.echo(f"Bouw de laatste met:      rapportage build {periods[-1]}")
            typer.echo(f"Controleer haar eerst met: rapportage check {periods[-1]}")
        else:
            typer.echo(
                "In content/ staat nog geen periode. Maak een map, zoals content/2022-H1; zie de handleiding."
            )
    typer.echo("Alle opdrachten:           rapportage --help")
