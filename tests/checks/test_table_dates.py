"""The days in a column of a table are written in one way."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.table_dates import written_differently
from rapportage.document import Cell, Document, Row, Table


def told(*cells: str) -> list[str]:
    """What is told of a column with these cells."""
    head, *body = [Row((Cell(text("iets")), Cell(text(cell)))) for cell in ("Wanneer", *cells)]
    paper = Paper(Document(META, (Table((head,), tuple(body)),)), STYLE)
    return [one.message for one in written_differently(paper)]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            ("1-3-2024", "1 maart 2024", "01/03/24"),
            "in deze kolom staan dagen op drie manieren: '1-3-2024', '1 maart 2024' en '01/03/24'",
        ),
        (
            ("1 maart 2024", "uiterlijk 2 apr. 2024", "2024-04-05", "5 mei", "6-5-2024"),
            "in deze kolom staan dagen op drie manieren: '1 maart 2024', '2024-04-05' en '6-5-2024'",
        ),
        (
            ("1-3-2024", "nog niet", "1.4.2024"),
            "in deze kolom staan dagen op twee manieren: '1-3-2024' en '1.4.2024'",
        ),
    ],
)
def test_days_in_several_notations_are_told_once_a_column(cells: tuple[str, ...], message: str) -> None:
    assert told(*cells) == [message]


@pytest.mark.parametrize(
    "cells",
    [
        ("1-3-2024", "02-04-2024", "5-5-24"),
        ("1 maart 2024", "2 apr 2024", "5 mei", "vrijdag 6 juni 2024"),
        ("1 maart 2024", "maart 2024", "voorjaar 2024"),
        ("1-3-2024", "maart 2024", "Q2 2024", "2025"),
        ("1-3-2024", "besluit van 1 maart 2024"),
        ("1/2", "1-3-2024", "3/4"),
        ("1.3", "1-3-2024", "1.300"),
        ("06-12345678", "1 maart 2024"),
        ("2024-12", "1 maart 2024", "2024/3"),
        ("-", "1 maart 2024", "n.v.t.", "voor 3 april 2024"),
        ("2023-2024", "1-3-2024"),
    ],
)
def test_days_in_one_notation_and_what_is_no_day_pass(cells: tuple[str, ...]) -> None:
    assert told(*cells) == []
