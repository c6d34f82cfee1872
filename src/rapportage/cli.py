"""The commands, and the only place that prints or exits."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from textwrap import fill, indent
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from typer.exceptions import TyperException

from rapportage import __version__
from rapportage.cli_dutch import DutchCommand, DutchGroup, misuse
from rapportage.errors import (
    OPEN_POINT_RULE,
    ContentError,
    MachineError,
    Place,
    Problem,
    UsageError,
    in_order,
    nearest,
    refusal,
)
from rapportage.periode import Periode, PeriodeError, parse_periode
from rapportage.workspace import DOCUMENTS, FORMATS, Workspace, find_workspace

if TYPE_CHECKING:
    from rapportage.build import Progress
    from rapportage.overview import FigureView

GOOD, MEND, MISUSE, MACHINE, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit status: all is well; the content must be mended; wrong use; this machine lacks something; Ctrl-C."""

Result = TypeVar("Result")

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
WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        metavar="MAP",
        help="De map die 'content' bevat; anders de dichtstbijzijnde, omhoog zoekend.",
    ),
]


_COLLECTED = 50_000, 10, 20
"""How seldom memory is searched for cycles: a layout makes a million boxes that all stay until it is done."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status; no input shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    gc.set_threshold(*_COLLECTED)
    try:
        given = list(arguments) if arguments is not None else None
        status = app(args=given, prog_name="rapportage", standalone_mode=False)
    except ContentError as error:
        _report(error.problems)
        _say("Er is niets geschreven. Herstel de fouten en probeer het opnieuw.")
        status = MEND
    except MachineError as error:
        status = _fail(error, MACHINE)
    except UsageError as error:
        status = _fail(error, MISUSE)
    except TyperException as error:
        status = _fail(misuse(error.format_message(), _commands()), MISUSE)
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = GOOD
    except Exception as error:  # the last resort: a fault of ours, told without a traceback
        if os.environ.get("RAPPORTAGE_TRACEBACK"):
            raise
        _say(f"rapportage gaat hier zelf de fout in: {type(error).__name__}: {error}")
        _say("    meld dit met de content erbij; RAPPORTAGE_TRACEBACK=1 toont de plek in het programma")
        status = MACHINE
    if status == INTERRUPTED:
        _say("Afgebroken; er is niets gewijzigd.")
    raise SystemExit(status or GOOD)


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
    periode: PeriodArgument,
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
    timings: Annotated[bool, typer.Option("--timings", help="Toon waar de tijd bleef.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Bouw de stukken van een periode.

    Voorbeeld: rapportage build 2021-H2 --format pdf
    """
    formats, documents = _among("--format", format, FORMATS), _among("--document", document, DOCUMENTS)
    where, when = find_workspace(Path.cwd(), workspace), _periode(periode)
    steps = [("laden", perf_counter())]
    from rapportage.build import build as run

    def work(progress: Progress) -> tuple[list[Path], tuple[Problem, ...]]:
        def heard(step: str) -> None:
            steps.append((step, perf_counter()))
            progress(step)

        return run(where, when, formats=formats, documents=documents, output=output, progress=heard)

    files, warnings = _with_progress(work)
    _report(warnings)
    if timings:
        _show_timings([*steps, ("samen", perf_counter())])
    for file in files:
        typer.echo(_shown(file))


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
    from rapportage.build import check as run

    try:
        problems = run(where, _periode(periode)).problems
    except ContentError as error:
        problems = error.problems
    if as_json:
        found = {"periode": periode, "problems": [_row(problem) for problem in problems]}
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif problems:
        _report(problems)
    else:
        typer.echo(f"{periode}: alles in orde. Bouw met: rapportage build {periode}")
    raise typer.Exit(MEND if any(problem.is_error for problem in problems) else GOOD)


@app.command(cls=DutchCommand)
def figures(
    periode: Annotated[
        str | None,
        typer.Argument(metavar="PERIODE", help="Bijvoorbeeld 2021-H2.", autocompletion=lambda: _periods()),
    ] = None,
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
        raise typer.Exit(_show_kinds(where))
    from rapportage.build import check as run
    from rapportage.overview import figure_views, sheet

    checked = run(where, _periode(periode))
    if checked.maker is None:
        raise ContentError(checked.problems)
    views = figure_views(checked.maker, checked.documents)
    for view in views:
        _show_figure(view)
    if contact_sheet is not None:
        from rapportage.output import publish

        data = sheet(checked.maker, views)
        for file in publish(contact_sheet.absolute().parent, {contact_sheet.name: data}):
            typer.echo(_shown(file))
    folders = f"content/{periode}/figuren/", "content/indicatoren/", "templates/figuren/", "figuren/"
    told = in_order([*checked.problems, *checked.maker.problems])
    about = [problem for problem in told if problem.at.file.startswith(folders)]
    _report(about)
    status = MEND if any(problem.is_error for problem in about) else GOOD
    raise typer.Exit(max(status, _show_kinds(where) if kinds else GOOD))


@app.command(cls=DutchCommand)
def schema(workspace: WorkspaceOption = None) -> None:
    """Schrijf de JSON-schema's waarmee een editor de content aanvult.

    Voorbeeld: rapportage schema
    """
    where = find_workspace(Path.cwd(), workspace)
    from rapportage.content.drawings import drawing_kinds
    from rapportage.content.schema import schema_files
    from rapportage.output import publish

    drawings = drawing_kinds(where)
    if drawings.broken:
        raise ContentError(problem for problems in drawings.broken.values() for problem in problems)
    texts = schema_files(drawings.known)
    for file in publish(where.content / ".schema", {name: text.encode() for name, text in texts.items()}):
        typer.echo(_shown(file))


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


# --- what is told --------------------------------------------------------------------------------


def _with_progress(work: Callable[[Progress], Result]) -> Result:
    """Do the work with a spinner on a terminal, and with a plain line a step elsewhere."""
    if not sys.stderr.isatty():
        return work(_say)
    from rich.console import Console

    with Console(stderr=True).status("beginnen") as status:
        return work(status.update)


def _show_timings(steps: Sequence[tuple[str, float]]) -> None:
    """How many seconds each step took, from when it began to when the next one did, and all together."""
    from rapportage.dutch import number_text

    ends = [began for _, began in steps[1:]]
    took = [(step, end - began) for (step, began), end in zip(steps, ends, strict=False)]
    for step, seconds in [*took, (steps[-1][0], ends[-1] - steps[0][1])]:
        _say(f"{number_text(Decimal(seconds), 2):>8} s  {step}")


def _show_figure(view: FigureView) -> None:
    """A figure with its texts, and what the data say."""
    typer.echo(f"{view.label}: {view.name} ({view.kind})")
    lines = {
        "bijschrift": view.caption,
        "bron": view.source or "geen",
        "alt": "geen, de figuur versiert" if view.decorative else view.alt or "ontbreekt",
        "te doen": view.advice,
    }
    for name, words in lines.items():
        if words:
            typer.echo(fill(words, 100, initial_indent=f"  {name:<12}", subsequent_indent=" " * 14))
    if not view.decorative:
        draft = fill(view.draft, 100, initial_indent="  ", subsequent_indent="  ")
        typer.echo("  voorstel, om over te nemen:" if draft else "  kenmerk:")
        typer.echo((f"alt: >-\n{draft}\n" if draft else "") + f"alt-kenmerk: {view.mark}")
    typer.echo()


def _show_kinds(workspace: Workspace) -> int:
    """Every kind of figure with its keys and an example; the exit status, since a kind may be broken."""
    from rapportage.overview import kinds

    views, broken = kinds(workspace)
    for kind in views:
        typer.echo(f"{kind.name}: {kind.description}")
        for key, required, description in kind.fields:
            words = description if required else f"{description} (mag ontbreken)"
            typer.echo(fill(words, 100, initial_indent=f"  {key:<28}", subsequent_indent=" " * 30))
        typer.echo(f"  voorbeeld, om over te nemen:\n{kind.example}")
    _report(broken)
    return MEND if broken else GOOD


def _report(problems: Sequence[Problem]) -> None:
    for problem in problems:
        _say(f"{problem.at}: {problem.severity}: {problem.message}")
        if problem.hint:
            _say(f"    {problem.hint}")
    if problems:
        from rapportage.dutch import count_text, list_text

        kinds = Counter(
            "open" if one.rule == OPEN_POINT_RULE and not one.is_error else one.severity for one in problems
        )
        counts = [
            (kinds["fout"], "fout", "fouten"),
            (kinds["waarschuwing"], "waarschuwing", "waarschuwingen"),
            (kinds["open"], "open punt", "open punten"),
        ]
        _say(list_text([count_text(count, one, many) for count, one, many in counts if count]) + ".")


def _row(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
        "file": problem.at.file,
        "line": problem.at.line,
        "column": problem.at.column,
        "hint": problem.hint,
    }


def _fail(error: UsageError, status: int) -> int:
    _say(f"rapportage: {error.message}")
    if error.hint:
        _say(indent(error.hint, "    "))
    return status


def _say(line: str) -> None:
    typer.echo(line, err=True)


def _shown(path: Path) -> str:
    """The path as one can type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
