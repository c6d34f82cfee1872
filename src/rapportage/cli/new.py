"""`rapportage new`: begin the next period with what the earlier one leaves."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportage.cli.arguments import PeriodArgument, WorkspaceOption, parsed
from rapportage.cli.telling import print_out
from rapportage.errors import ContentError, UsageError
from rapportage.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from rapportage.content.model import Rapportage
    from rapportage.periode import Periode
    from rapportage.turning.plan import Plan, Step, What


def new(
    periode: PeriodArgument,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="PERIODE", help="De periode om mee te beginnen; anders de vorige die er is."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Toon wat er zou komen, en schrijf niets.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Begin een nieuwe periode met wat de vorige naliet, als concept.

    Voorbeeld: rapportage new 2022-H2 --from 2022-H1
    """
    where = find_workspace(Path.cwd(), workspace)
    now = parsed(periode)
    from rapportage.turning.plan import earlier_than, plan

    if (where.content / str(now)).exists():
        raise UsageError(
            f"content/{now} bestaat al",
            "er wordt niets overschreven; kies een andere periode, of geef die map een naam die met _ begint",
        )
    earlier = earlier_than(where, now, parsed(source) if source else None)
    planned = plan(_readable(where, earlier, now), where, now)
    if dry_run:
        for step in planned.steps:
            print_out(f"{step.file}: {_told_of(step, planned)}")
        print_out("Er is niets geschreven.")
        return
    _write(where, planned)
    _move_tasks(where, planned)
    _tell(planned)


def _readable(workspace: Workspace, earlier: Periode, now: Periode) -> Rapportage:
    """The earlier period; raises ContentError where it cannot be read, UsageError for another kind."""
    from rapportage.content.load import load

    loaded = load(workspace, earlier)
    errors = [one for one in loaded.problems if one.is_error]
    rapportage = loaded.value.rapportage
    if errors or rapportage is None:
        raise ContentError(errors)
    kind = rapportage.organisatie.value.perioden
    if now.kind != kind:
        there = ", ".join(map(str, earlier.next.beside(kind)))
        raise UsageError(
            f"{now} is een {_NOUNS[now.kind]}, en u rapporteert per {_NOUNS[kind]}", f"kies {there}"
        )
    return rapportage


_NOUNS = {"jaar": "jaar", "halfjaar": "halfjaar", "viermaands": "vier maanden", "kwartaal": "kwartaal"}


def _write(workspace: Workspace, planned: Plan) -> None:
    """Put the series and the new folder in place, or neither."""
    from rapportage.build.publish import publish, publish_tree

    series = workspace.content / "indicatoren"
    before = {name: (series / name).read_bytes() for name in planned.series}
    if before:
        publish(series, planned.series)
    try:
        publish_tree(workspace.content / str(planned.now), planned.files)
    except BaseException:  # also a Ctrl-C: nothing is left half done
        if before:
            publish(series, before)
        raise


def _move_tasks(workspace: Workspace, planned: Plan) -> None:
    """Let the editor's tasks begin with the new period, where nobody changed them since they were made.

    The period is there by now: what keeps this little from being done is no failure of it.
    """
    from rapportage.build.publish import publish
    from rapportage.starting.editor import FOLDER, TASKS, editor_files

    path = workspace.root / FOLDER / TASKS
    with suppress(OSError, UsageError):
        if path.is_file() and path.read_bytes() == editor_files(str(planned.earlier))[TASKS]:
            publish(path.parent, {TASKS: editor_files(str(planned.now))[TASKS]})


def _told_of(step: Step, planned: Plan) -> str:
    from rapportage.dutch import count_text

    told = {
        "verschoven": f"uit {planned.earlier}, met de datums en woorden van {planned.now}",
        "naslag": f"overgenomen uit {planned.earlier}, om na te lezen",
        "te schrijven": "de koppen, de figuren en een aantekening met wat er de vorige keer stond",
        "overgenomen": f"overgenomen uit {planned.earlier}",
        "gevraagd": f"een open waarde voor {planned.now} bij elke reeks",
    }[step.what]
    points = count_text(step.points, "punt om over te berichten", "punten om over te berichten")
    return f"{told}; {points}" if step.points else told


def _tell(planned: Plan) -> None:
    """What there is now, by what is to be done with it."""
    from rapportage.dutch import count_text

    counts = Counter(step.what for step in planned.steps)
    print_out(f"content/{planned.now} is gemaakt uit {planned.earlier}, als concept.")
    print_out(f"  datums, titels en {planned.memo} zijn verschoven; de vergaderdagen zijn voorlopig")
    for what, one, many, told in _KINDS:
        if counts[what]:
            print_out(f"  {count_text(counts[what], one, many)} {told}")
    points = sum(step.points for step in planned.steps)
    print_out(f"  {count_text(points, 'punt', 'punten')} om over te berichten")
    print_out(f"Controleer met: rapportage check {planned.now}")


_KINDS: tuple[tuple[What, str, str, str], ...] = (
    ("te schrijven", "hoofdstuk", "hoofdstukken", "om te schrijven"),
    ("naslag", "hoofdstuk", "hoofdstukken", "naslag om na te lezen"),
    ("overgenomen", "figuur, tabel of plaatje", "figuren, tabellen en plaatjes", "overgenomen"),
    ("gevraagd", "bestand", "bestanden", "met reeksen waarin een waarde open staat"),
)
"""What is told of the files of each kind."""
