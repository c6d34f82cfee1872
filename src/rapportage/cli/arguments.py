"""What commands are asked: a period, a workspace, one of several words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from rapportage.errors import Place, UsageError, nearest, refusal
from rapportage.periode import Periode, PeriodeError, parse_periode
from rapportage.workspace import find_workspace

PeriodArgument = Annotated[
    str,
    typer.Argument(metavar="PERIODE", help="Bijvoorbeeld 2021-H2.", autocompletion=lambda ctx: _periods(ctx)),
]
OptionalPeriod = Annotated[
    str | None,
    typer.Argument(metavar="PERIODE", help="Bijvoorbeeld 2021-H2.", autocompletion=lambda ctx: _periods(ctx)),
]
WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        metavar="MAP",
        help="De map die 'content' bevat; anders de dichtstbijzijnde, omhoog zoekend.",
    ),
]

InLines = Annotated[
    bool, typer.Option("--lines", help="Toon elke bevinding op één regel, zoals een editor die leest.")
]


def parsed(text: str) -> Periode:
    """The period that is meant; raises ContentError when there is none such."""
    try:
        return parse_periode(text)
    except PeriodeError as error:
        raise refusal(error.message, Place("content", 0), error.hint, "periode") from None


def among(option: str, given: list[str] | None, allowed: Sequence[str]) -> list[str]:
    """The words given with an option, none for all; raises UsageError for one that is not allowed."""
    for word in given or []:
        if word not in allowed:
            raise UsageError(f"'{word}' is geen waarde voor {option}", nearest(word, allowed))
    return given or []


def _periods(context: typer.Context) -> list[str]:
    """The periods of the workspace that was named so far, or of the nearest."""
    try:
        return [str(one) for one in find_workspace(Path.cwd(), context.params.get("workspace")).periods()]
    except (UsageError, OSError):
        return []
