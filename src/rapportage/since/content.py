"""What is otherwise in the content of a report than in that of an earlier one, as far as content tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapportage.content.model import Hoofdstuk, Rapportage
from rapportage.content.tables import Tabel
from rapportage.row_heads import RowHead
from rapportage.since.numbers import CellChange, Line, cells
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
            before, after = _lines(old.tabellen[name].value), _lines(table.value)
            for one in cells(before, after, old.periode):
                if one.correction:
                    yield Correction(table.value.titel, one)


def _lines(table: Tabel) -> list[Line]:
    """The rows of a table with their typed cells."""
    sure = max(1, table.head_columns)
    heads = [one.kop for one in table.kolommen]
    return [
        Line(
            RowHead.of((slot.words for slot in row), sum(slot.column < sure for slot in row)),
            tuple(
                (before, heads[slot.column], slot.words)
                for before, slot in enumerate(row)
                if slot.column >= sure and not slot.goes_on and "{{" not in slot.words
            ),
        )
        for row in _grid(table)
    ]


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell where it begins in its row, or goes on from the row above."""

    column: int
    words: str
    goes_on: bool = False


def _grid(table: Tabel) -> Iterator[list[_Slot]]:
    """The rows with every cell in each row that it reaches, left to right."""
    going_on: dict[int, tuple[int, str]] = {}
    for row in table.rijen:
        slots: list[_Slot] = []
        column, left = 0, list(row.cellen)
        while column < len(table.kolommen) and (left or column in going_on):
            rows, words = going_on.pop(column, (0, ""))
            wide, goes_on = 1, rows > 0
            if not goes_on:
                cell = left.pop(0)
                rows, words, wide = cell.over_rijen, cell.tekst, cell.over_kolommen
            slots.append(_Slot(column, words, goes_on))
            for at in range(column, column + wide):
                if rows > 1:
                    going_on[at] = rows - 1, words
            column += wide
        yield slots
