"""A period begins with what the one before it ended with."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.table_years import not_carried_over
from rapportage.document import Cell, Document, Row, Table

Rows = tuple[tuple[str, ...], ...]


def told(rows: Rows) -> list[str]:
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in rows]
    paper = Paper(Document(META, (Table((head,), tuple(body), ()),)), STYLE)
    return [one.message.removeprefix("dit is ") for one in not_carried_over(paper)]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((("", "Stand 31-12-2023", "Stand 1-1-2024"), ("Sport", "500", "480")), "480, en de periode ervoor eindigde met 500"),
        ((("Jaar", "Stand 1-1", "Bij", "Stand 31-12"), ("2023", "100", "10", "110"), ("2024", "120", "5", "125")), "120, en de periode ervoor eindigde met 110"),
        ((("", "2022", "2023"), ("Beginsaldo", "120", "140"), ("Eindsaldo", "130", "125")), "140, en de periode ervoor eindigde met 130"),
        ((("Reserve", "€"), ("Saldo 31 december 2023", "€ 500"), ("Saldo 1 januari 2024", "€ 450")), "€ 450, en de periode ervoor eindigde met € 500"),
        ((("", "Q1 2024", "Q2 2024"), ("Openstaand begin", "20", "26"), ("Openstaand eind", "25", "15")), "26, en de periode ervoor eindigde met 25"),
    ],
)  # fmt: skip
def test_a_stand_that_is_not_carried_over_is_told(rows: Rows, message: str) -> None:
    assert told(rows) == [message]


@pytest.mark.parametrize(
    "rows",
    [
        (("", "Stand 31-12-2023", "Stand 1-1-2024"), ("Sport", "500", "500")),
        (("", "Stand 31-12-2023", "Stand 1-1-2024 (na bestemming)"), ("Sport", "500", "520")),
        (("", "Stand 1-1-2023", "Stand 31-12-2023"), ("Sport", "500", "520")),
        (("", "Stand 31-12-2023", "Stand 1-1-2025"), ("Sport", "500", "520")),
        (("Jaar", "Stand 1-1", "Stand 31-12"), ("2022", "100", "110"), ("2024", "120", "120")),
        (("", "Inkomsten 31-12-2023", "Uitgaven 1-1-2024"), ("Sport", "500", "520")),
        (("", "Stand 31-12-2023", "Stand 1-1-2024"), ("Sport", "€ 1,2 miljoen", "€ 1.234.000")),
        (("", "Begin", "Eind"), ("Noord", "5", "6"), ("Zuid", "7", "8")),
        (("Fase", "Begin", "Eind"), ("2023", "1 maart", "2 mei"), ("2024", "3 maart", "4 mei")),
        (("", "31-12-2023", "1-1-2024"), ("Sport", "500", "-")),
        (("", "2022", "2023"), ("Beginstand", "120", "130"), ("Eindstand", "130", "125")),
    ],
)
def test_what_goes_on_or_is_of_something_else_is_right(rows: Rows) -> None:
    assert told(rows) == []
