"""`rapportage compare`: what changed between two reports, or since an earlier state of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapportage.build.formats import TRACKED
from rapportage.cli.arguments import OptionalPeriod, PeriodArgument, WorkspaceOption, among, parsed
from rapportage.cli.telling import json_text, print_as_is, print_out, shown
from rapportage.errors import UsageError, shortened
from rapportage.periode import Periode
from rapportage.workspace import DOCUMENTS, FORBIDDEN, Workspace, find_workspace

if TYPE_CHECKING:
    from rapportage.compare.comparison import Comparison
    from rapportage.compare.side import Composed

_BIJLAGE = "bijlage"
_KEPT_OUT = "content", "templates"
"""The folders of a workspace in which nothing is written that is made."""


def compare(
    periode: PeriodArgument,
    later: OptionalPeriod = None,
    document: Annotated[
        str, typer.Option("--document", metavar="|".join(DOCUMENTS), help="Het stuk dat vergeleken wordt.")
    ] = _BIJLAGE,
    state: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="MAP|VERSIE",
            help="Vergelijk met de periode zoals zij was: in een map van toen, of een versie in git.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Toon de verschillen als JSON.")] = False,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar=TRACKED, help="Maak een Word-bestand met bijgehouden wijzigingen."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="VERSCHIL.docx", help="Het Word-bestand dat er met --format komt."),
    ] = None,
    page_file: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="VERSCHIL.html",
            help="Zet was en wordt naast elkaar op één bladzijde.",
        ),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Toon wat er veranderde tussen twee perioden, of sinds een eerdere stand van één.

    Voorbeeld: rapportage compare 2021-H2 2022-H1
    """
    among("--document", [document], DOCUMENTS)
    first, second = _periods(periode, later, state)
    where = find_workspace(Path.cwd(), workspace)
    word_file = _word_file(format, output)
    for path, suffix in ((page_file, ".html"), (word_file, f".{TRACKED}")):
        if path is not None:
            _free(where, path, suffix)
    from rapportage.compare.comparison import compared
    from rapportage.compare.earlier import earlier_state
    from rapportage.compare.side import composed

    was, wordt = (_called(state) if state is not None else str(first)), str(second)
    with earlier_state(where, state) if state is not None else nullcontext(where) as then:
        old, new = composed(then, first, document, was), composed(where, second, document, wordt)
        found = compared(old.side, new.side)
        files = dict(_files(found, old, new, page_file, word_file))
    if as_json:
        print_as_is(json_text(_plain(found)))
    elif not files:
        from rapportage.compare.table import lines

        print_out("\n".join(lines(found)))
    _publish(files)


def _called(state: str) -> str:
    """What an earlier state is called in what is made: short, and nothing that no file can hold."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", shortened(state))


def _word_file(format: str | None, output: Path | None) -> Path | None:
    """Where the Word file goes, None where none is wanted; raises UsageError for half of what it takes."""
    if format is None and output is None:
        return None
    among("--format", [] if format is None else [format], (TRACKED,))
    if output is None:
        raise UsageError("waar moet het Word-bestand komen?", "geef het op met --output VERSCHIL.docx")
    return output


def _periods(periode: str, later: str | None, state: str | None) -> tuple[Periode, Periode]:
    """The two periods that are compared, of which an earlier state has one; raises UsageError."""
    first = parsed(periode)
    if state is not None:
        if later is not None:
            raise UsageError(
                "met --with hoort er één periode bij", f"schrijf: rapportage compare {periode} --with …"
            )
        return first, first
    if later is None:
        raise UsageError(
            "waarmee moet deze periode worden vergeleken?",
            "noem een tweede periode, of met --with een eerdere stand van deze",
        )
    second = parsed(later)
    if first == second:
        raise UsageError(
            f"{first} staat er twee keer",
            "noem twee perioden, of vergelijk met --with deze met een eerdere stand",
        )
    return first, second


def _free(workspace: Workspace, path: Path, suffix: str) -> None:
    """Raise UsageError where a new file cannot come here: it has another suffix, is there, or is content."""
    if path.suffix.lower() != suffix:
        raise UsageError(f"'{path}' eindigt niet op {suffix}", f"geef het een naam die op {suffix} eindigt")
    if os.path.lexists(path):
        raise UsageError(
            f"'{path}' bestaat al", "er wordt niets overschreven; kies een andere naam, of haal het weg"
        )
    real = Path(os.path.realpath(path))
    for name in _KEPT_OUT:
        if real.is_relative_to(os.path.realpath(workspace.root / name)):
            raise UsageError(
                f"in '{name}' komt geen vergelijking te staan", "kies een plek daarbuiten, zoals output"
            )


def _files(
    found: Comparison, old: Composed, new: Composed, page_file: Path | None, word_file: Path | None
) -> Iterator[tuple[Path, bytes]]:
    """The files that are wanted, by their paths."""
    if page_file is not None:
        from rapportage.compare.page import page

        yield page_file, page(found, new.style).encode()
    if word_file is not None:
        from rapportage.compare.word_file import word_file as made

        yield word_file, made(old, new)


def _publish(files: dict[Path, bytes]) -> None:
    """Put the files in place, those of one folder together, and tell their names."""
    folders: dict[Path, dict[str, bytes]] = {}
    for path, data in files.items():
        folders.setdefault(path.absolute().parent, {})[path.name] = data
    if folders:
        from rapportage.build.publish import publish

        for folder, named in folders.items():
            for file in publish(folder, named):
                print_out(shown(file))


def _plain(found: Comparison) -> dict[str, Any]:
    """The comparison as JSON has it, with a key for each field; the parts of a text are pairs."""
    plain = asdict(found)
    for chapter, one in zip(plain["chapters"], found.chapters, strict=True):
        chapter |= {"words_gone": one.words_gone, "words_new": one.words_new}
    return plain
