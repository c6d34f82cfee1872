"""`rapportage build`: the papers of a period, or of all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from rapportage.build.formats import ENGINES, FORMATS
from rapportage.build.unchanged import Surroundings, Told, remember, surroundings
from rapportage.cli.arguments import InLines, OptionalPeriod, WorkspaceOption, among, parsed
from rapportage.cli.dutch import misuse
from rapportage.cli.telling import (
    GOOD,
    MEND,
    NOTHING_WRITTEN,
    failed,
    harmless,
    in_single_lines,
    print_out,
    reported,
    say,
    shown,
)
from rapportage.errors import ContentError, UsageError, in_order
from rapportage.periode import Periode
from rapportage.workspace import DOCUMENTS, Wanted, Workspace, find_workspace

if TYPE_CHECKING:
    from rapportage.build.processes import Processes, Progress, Step
    from rapportage.build.run import Outcome

Result = TypeVar("Result")


def build(
    context: typer.Context,
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
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine",
            metavar="|".join(ENGINES),
            help="Maak de PDF hiermee op, wat organisatie.yaml ook zegt.",
            autocompletion=lambda: list(ENGINES),
        ),
    ] = None,
    timings: Annotated[bool, typer.Option("--timings", help="Toon waar de tijd bleef.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Bouw opnieuw bij elke opgeslagen wijziging; Ctrl+C stopt.")
    ] = False,
    in_lines: InLines = False,
    workspace: WorkspaceOption = None,
    workspaces: Annotated[
        Path | None,
        typer.Option("--workspaces", metavar="MAP", help="Met --all: bouw alle werkmappen die in MAP staan."),
    ] = None,
    executor: Annotated[
        str | None,
        typer.Option(
            "--executor",
            metavar="dask://HOST:POORT",
            help="Met --workspaces: laat een dask-cluster bouwen.",
        ),
    ] = None,
) -> None:
    """Bouw de stukken van een periode.

    Voorbeeld: rapportage build 2021-H2 --format pdf
    """
    began = perf_counter()
    formats, documents = among("--format", format, FORMATS), among("--document", document, DOCUMENTS)
    if workspaces is not None:
        _refuse_beside(workspaces, workspace, every=every)
    if executor is not None:
        _refuse_beside_executor(workspaces, jobs, timings=timings)
    if watch and workspaces is not None:
        raise UsageError("--watch en --workspaces gaan niet samen", "laat een van beide weg")
    if in_lines and workspaces is not None:
        raise UsageError("--lines en --workspaces gaan niet samen", "laat een van beide weg")
    if periode is None and not every:
        raise misuse("Missing argument 'PERIODE'.")
    if periode is not None and every:
        raise UsageError(f"'{periode}' en --all gaan niet samen", "laat een van beide weg")
    among("--engine", [engine] if engine else [], tuple(ENGINES))
    wanted = Wanted(tuple(formats), tuple(documents), output, engine)
    from rapportage.build.processes import Processes, cores

    if workspaces is not None:
        from rapportage.cli.many import build_workspaces, build_workspaces_on

        if executor is not None:
            raise typer.Exit(build_workspaces_on(executor, workspaces, wanted))
        status, steps = build_workspaces(workspaces, wanted, jobs or cores())
        if timings:
            _show_timings(steps, began, perf_counter())
        raise typer.Exit(status)
    where = find_workspace(Path.cwd(), workspace)
    when = parsed(periode) if periode is not None else None

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

    def once() -> int:
        folders = [wanted.folder(where, one) for one in ([when] if when else where.periods())]
        before = None if timings or watch or context.obj is None else surroundings(where, folders)
        begun = perf_counter() if watch else began
        try:
            outcomes, steps = _with_progress(work)
        except ContentError as error:
            if not in_lines:
                raise
            for line in [*in_single_lines(error.problems, where), NOTHING_WRITTEN]:
                say(line)
            return MEND
        problems = in_order(problem for outcome in outcomes for problem in outcome.problems)
        files = [shown(file) for outcome in outcomes for file in outcome.files]
        told = [*(in_single_lines(problems, where) if in_lines else reported(problems))]
        for line in told:
            say(line)
        if timings:
            _show_timings(steps, begun, perf_counter())
        for file in files:
            print_out(file)
        status = _told(outcomes)
        if before is not None and status == GOOD:
            _remember(context.obj, before, outcomes, Told(map(harmless, files), map(harmless, told)))
        return status

    if watch:
        from rapportage.cli.watching import at_each_save

        at_each_save(where, once)
        raise typer.Exit(GOOD)
    raise typer.Exit(once())


def _refuse_beside(workspaces: Path, workspace: Path | None, *, every: bool) -> None:
    """Raise UsageError where more is asked beside --workspaces, or less, than goes with it."""
    if not every:
        raise UsageError(
            "--workspaces bouwt alle perioden van alle werkmappen, en gaat alleen samen met --all",
            f'geef de opdracht zonder periode: rapportage build --all --workspaces "{workspaces}"',
        )
    if workspace is not None:
        raise UsageError("--workspace en --workspaces gaan niet samen", "laat een van beide weg")


def _refuse_beside_executor(workspaces: Path | None, jobs: int | None, *, timings: bool) -> None:
    """Raise UsageError where more is asked beside --executor, or less, than goes with it."""
    if workspaces is None:
        raise UsageError(
            "--executor laat een cluster veel werkmappen bouwen, en gaat alleen samen met --workspaces",
            "geef de map waarin de werkmappen staan: --all --workspaces MAP",
        )
    for name, given in (("--jobs", jobs is not None), ("--timings", timings)):
        if given:
            raise UsageError(f"--executor en {name} gaan niet samen", "laat een van beide weg")


def _build(workspace: Workspace, periode: Periode, wanted: Wanted, processes: Processes) -> Outcome:
    from rapportage.build.choice import likely_engine
    from rapportage.build.record import something_newer

    engine = processes.worker()
    if something_newer(wanted.folder(workspace, periode), workspace):
        engine.do(
            "opmaak laden", likely_engine(workspace, wanted.engine).load
        )  # while this process still reads content
    with processes.step("laden", quiet=True):
        from rapportage.build.run import build
    return build(workspace, periode, wanted, processes, engine)


def _build_all(workspace: Workspace, wanted: Wanted, processes: Processes) -> list[Outcome]:
    periods = workspace.periods()
    if len(periods) == 1:
        return [_build(workspace, periods[0], wanted, processes)]
    from rapportage.build.run import build_all, periods_of

    outcomes = build_all(workspace, periods_of(workspace), wanted, processes)
    if not any(outcome.files or outcome.error for outcome in outcomes):
        raise UsageError(f"geen enkele periode heeft een {' of een '.join(wanted.documents)}")
    return outcomes


def _remember(
    arguments: Sequence[str], before: Surroundings, outcomes: Iterable[Outcome], told: Told
) -> None:
    """Let the same command know at once that nothing changed, and what to tell."""
    made = {str(path.absolute()): digest for one in outcomes for path, digest in one.digests.items()}
    remember(arguments, before, {path for one in outcomes for path in one.opened}, made, told)


def _told(outcomes: Sequence[Outcome]) -> int:
    """Tell which periods could not be built; the gravest exit status."""
    unbuilt = [outcome for outcome in outcomes if outcome.error is not None]
    statuses = []
    for outcome in unbuilt:
        if isinstance(outcome.error, UsageError):
            where = f"{outcome.periode}: {outcome.error.message}"
            statuses.append(failed(type(outcome.error)(where, outcome.error.hint)))
        else:
            statuses.append(MEND)
    if unbuilt:
        from rapportage.dutch import list_text

        periods = list_text([str(outcome.periode) for outcome in unbuilt])
        say(f"Niet gebouwd: {periods}. Herstel de fouten en probeer het opnieuw.")
    return max(statuses, default=GOOD)


def _show_timings(steps: Iterable[Step], began: float, ended: float) -> None:
    """When each kind of step first began and how long it took in all, in seconds.

    What other processes did runs beside what this one did, so that the times add up to more than the whole.
    """
    from rapportage.build.processes import Step
    from rapportage.dutch import number_text

    first: dict[str, float] = {}
    took: dict[str, float] = {}
    for step in [*steps, Step("samen", began, ended)]:
        first.setdefault(step.name, step.began - began)
        took[step.name] = took.get(step.name, 0.0) + step.ended - step.began
    say("   begin    duur")
    for name, seconds in took.items():
        times = (first[name], seconds)
        say("".join(f"{number_text(Decimal(one), 2):>8}" for one in times) + f"  {name}")


def _with_progress(work: Callable[[Progress], Result]) -> Result:
    """Do the work with a spinner on a terminal that can turn one, and with a plain line a step elsewhere."""
    if not sys.stderr.isatty() or os.environ.get("TERM") in ("dumb", "unknown"):
        return work(say)
    from rich.console import Console

    with Console(stderr=True).status("beginnen") as status:
        return work(status.update)
