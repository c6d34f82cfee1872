"""A report's titles and tables in plain words, as its papers print them, to tell of them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from markupsafe import Markup
from pydantic import BaseModel

from rapportage.compose.numbers.expressions import worked_out
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.compose.prose.markdown import Converter
from rapportage.content.model import Loaded, Rapportage
from rapportage.content.tables import Rij, Tabel
from rapportage.errors import Place
from rapportage.since.report import Report

Value = TypeVar("Value", bound=BaseModel)

_WRITTEN = re.compile(r"[{~^*_\\\[<>&`]|://|www\.")
"""What words that are printed as they stand do without."""


def numbers_of(rapportage: Rapportage, *, incomplete: bool = False) -> Numbers:
    """What expressions in the texts of this report may know; `incomplete` where a file could not be read."""
    value = rapportage.gegevens.value
    days: dict[str, date] = {
        "rapportage": value.rapportagedatum,
        "college": value.collegevergadering,
        "raad": value.raadsvergadering,
        "begin": rapportage.periode.first_day,
        "einde": rapportage.periode.last_day,
    }
    draft = value.status == "concept"
    return Numbers(rapportage.indicatoren, rapportage.periode, days, incomplete, draft)


def report_of(rapportage: Rapportage) -> Report:
    """The report to be laid beside another."""
    return Report(rapportage, as_printed(rapportage))


def as_printed(rapportage: Rapportage) -> Rapportage:
    """The report with the titles of its chapters and tables, and the heads of tables, as they are printed.

    Of cells those in the first columns are too, by which their rows are called; all others stand as typed.
    """
    words = _Words(numbers_of(rapportage))
    chapters = {
        name: replace(one, gegevens=_with(one.gegevens, titel=words.of(one.gegevens.value.titel)))
        for name, one in rapportage.hoofdstukken.items()
    }
    tables = {name: _table(one, words) for name, one in rapportage.tabellen.items()}
    return replace(rapportage, hoofdstukken=chapters, tabellen=tables)


def printed_title(title: str, rapportage: Rapportage) -> str:
    """A title as it is printed in that report."""
    return _Words(numbers_of(rapportage)).of(title)


def _table(loaded: Loaded[Tabel], words: _Words) -> Loaded[Tabel]:
    table = loaded.value
    heads = tuple(one.model_copy(update={"kop": words.of(one.kop)}) for one in table.kolommen)
    rows = tuple(_row(one, table.head_columns, words) for one in table.rijen)
    return _with(loaded, titel=words.of(table.titel), kolommen=heads, rijen=rows)


def _row(row: Rij, heads: int, words: _Words) -> Rij:
    named = [cell.model_copy(update={"tekst": words.of(cell.tekst)}) for cell in row.cellen[:heads]]
    return row.model_copy(update={"cellen": (*named, *row.cellen[heads:])})


def _with(loaded: Loaded[Value], **changes: Any) -> Loaded[Value]:
    return replace(loaded, value=loaded.value.model_copy(update=changes))


@dataclass(frozen=True)
class _Words:
    """Writes words as one report prints them; it stands in for all else that a text may ask for."""

    numbers: Numbers

    def of(self, text: str) -> str:
        """The words without marks, their expressions worked out."""
        if not _WRITTEN.search(text):
            return text
        written = Converter(self).inline(" ".join(text.split()), Place(""))
        return " ".join(written.striptags().split())

    def number(self, expression: str, place: Place) -> Worked:
        """What an expression becomes; without words where that is a problem, which is told elsewhere."""
        return worked_out(expression, place, self.numbers).value

    def figures(self, names: Sequence[str], place: Place) -> Markup:
        """Nothing: no title has one."""
        del names, place
        return Markup("")

    def table(self, name: str, place: Place) -> Markup:
        """Nothing: no title has one."""
        del name, place
        return Markup("")

    def register(self, selection: str, place: Place) -> Markup:
        """Nothing: no title has it."""
        del selection, place
        return Markup("")

    def changed(self, since: str, place: Place) -> Markup:
        """Nothing: no title has it."""
        del since, place
        return Markup("")
