"""What is otherwise in the content of a report than in that of an earlier one, as far as content tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapportage.content.model import Hoofdstuk, Rapportage
from rapportage.content.tables import Tabel, Tabelcel
from rapportage.since.numbers import CellChange, Grid, cells, keyed
from rapportage.since.register import PromiseChange, SeriesChange, promise_changes, series_changes
from rapportage.since.report import Report


@dataclass(frozen=True, slots=True)
class Correction:
    """A number about a period that was reported before, and is another now; by the table it stands in."""

    table: str
    cell: CellChange


@dataclass(frozen=True, slots=True)
class ContentChanges:
    """The chapters that came, changed and went, by their names, and what changed in numbers and promises."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    series: tuple[SeriesChange, ...]
    corrections: tuple[Correction, ...]
    promises: tuple[PromiseChange, ...]


def content_changes(old: Report, new: Report, but_for: str = "") -> ContentChanges:
    """The changes from one report to a later one of the same workspace.

    That the chapter in the file `but_for` changed is not told: it tells of the others.
    """
    before, after = _chapters(old.typed), _chapters(new.typed)
    return ContentChanges(
        tuple(name for name in after if name not in before),
        tuple(
            name
            for name, one in after.items()
            if name in before and one.tekst.file != but_for and _said(one) != _said(before[name])
        ),
        tuple(name for name in before if name not in after),
        tuple(series_changes(old.typed, new.typed)),
        tuple(_corrections(old.printed, new.printed)),
        tuple(promise_changes(old, new)),
    )


def _chapters(of: Rapportage) -> dict[str, Hoofdstuk]:
    """The chapters of the paper, in reading order."""
    return {name: of.hoofdstukken[name] for name in of.gegevens.value.chapters() if name in of.hoofdstukken}


def _said(chapter: Hoofdstuk) -> tuple[str, list[str]]:
    return chapter.gegevens.value.titel, chapter.tekst.text.split()


def _corrections(old: Rapportage, new: Rapportage) -> Iterator[Correction]:
    """The corrected numbers of the tables that both have, as far as they are typed there."""
    for name, table in new.tabellen.items():
        if name in old.tabellen:
            before, after = _grid(old.tabellen[name].value), _grid(table.value)
            for one in cells(before, after, old.periode):
                if one.correction:
                    yield Correction(table.value.titel, one)


def _grid(table: Tabel) -> Grid:
    """The typed cells of a table, by all heads of their row and by that of their column."""
    return keyed(
        (", ".join(names), column, cell.tekst)
        for names, column, cell in _placed(table)
        if "{{" not in cell.tekst
    )


def _placed(table: Tabel) -> Iterator[tuple[list[str], str, Tabelcel]]:
    """Each cell behind the heads of its row, which may go on below, with these and the head of its column."""
    heads = max(1, table.head_columns)
    going_on: dict[int, tuple[int, str]] = {}
    for row in table.rijen:
        names: list[str] = []
        column, left = 0, list(row.cellen)
        while column < len(table.kolommen) and (left or column in going_on):
            rows, words = going_on.pop(column, (0, ""))
            if rows == 0:
                cell = left.pop(0)
                rows, words = cell.over_rijen, cell.tekst
                if column >= heads:
                    yield list(filter(None, names)), table.kolommen[column].kop, cell
                wide = cell.over_kolommen
            else:
                wide = 1
            for at in range(column, column + wide):
                if rows > 1:
                    going_on[at] = rows - 1, words
            if column < heads:
                names.append(words)
            column += wide
