"""`rapportage proofread`: what is to be read of a period, and that somebody has read it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapportage.cli.arguments import PeriodArgument, WorkspaceOption, parsed
from rapportage.cli.facts import lines
from rapportage.cli.telling import harmless, lines_of, print_as_is, print_out, shown
from rapportage.errors import ContentError
from rapportage.workspace import find_workspace


def proofread(
    periode: PeriodArgument,
    done: Annotated[
        bool, typer.Option("--done", help="Leg vast dat u alles hebt nagelezen zoals het er nu staat.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Toon wat er van een periode na te lezen is, en leg vast dat dat is gedaan.

    Voorbeeld: rapportage proofread 2021-H2 --done
    """
    where, when = find_workspace(Path.cwd(), workspace), parsed(periode)
    from rapportage.build.check import check as run
    from rapportage.checks.between.proofread import CHANGED, texts_said
    from rapportage.checks.between.stated import stated
    from rapportage.content.proofread import file_of, written
    from rapportage.dutch import count_text

    checked = run(where, when)
    if checked.errors or not checked.documents:
        raise ContentError(checked.errors)
    kept = file_of(where, when)
    again = [one for one in checked.problems if one.rule == CHANGED]
    if not done:
        if not kept.is_file():
            told = [*lines(stated(checked.documents), periode, "")]
            told.append(f"Dat alles is nagelezen, legt u vast met: rapportage proofread {periode} --done")
        elif again:
            told = list(lines_of(again))
        else:
            told = [f"{periode}: alles staat er zoals het is nagelezen."]
        for line in map(harmless, told):
            print_as_is(line)
        return
    texts = {file: list(each) for file, each in texts_said(checked.documents).items()}
    from rapportage.build.publish import publish

    was_there = kept.is_file()
    for file in publish(kept.parent, {kept.name: written(when, texts).encode()}):
        print_out(shown(file))
    count = sum(map(len, texts.values()))
    kept_now = count_text(count, "alinea of rij", "alinea's en rijen")
    print_out(f"Vastgelegd: {kept_now} van {periode}.")
    if was_there:
        print_out(f"Daarvan was sinds de vorige keer anders, nieuw of weg: {len(again)}.")
