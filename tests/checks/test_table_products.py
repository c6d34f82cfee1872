"""An amount per piece at a table makes, times the pieces, the amount of the row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.beside_tables import contradicting
from rapportage.document import Cell, Document, Paragraph, Row, Table

ROWS = (
    ("Post", "Bedrag"),
    ("Basisbijdrage", "€ 80.600"),
    ("Programma Wonen", "€ 46.000"),
    ("Totaal", "€ 126.600"),
)


def told(sentence: str) -> list[str]:
    """What is told of a sentence right above the table."""
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in ROWS]
    table = Table((head,), tuple(body), text("Bijdrage aan de regio"), id="a", number=3)
    paper = Paper(Document(replace(META, periode="2025-H1"), (Paragraph(text(sentence)), table)), STYLE)
    return [one.message.replace("\u00a0", " ") for one in contradicting(paper)]


@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        ("De basisbijdrage is € 3,35 per inwoner, bij 24.800 inwoners.", "24.800 keer € 3,35 is € 83.080"),
        ("De basisbijdrage is € 3,25 per inwoner, bij 28.400 inwoners.", "28.400 keer € 3,25 is € 92.300"),
    ],
)
def test_another_product_than_the_row_has_is_told(sentence: str, made: str) -> None:
    assert told(sentence) == [f"{made}, en in tabel 3 staat bij 'Basisbijdrage' € 80.600"]


@pytest.mark.parametrize(
    "sentence",
    [
        "De basisbijdrage is € 3,25 per inwoner, bij 24.800 inwoners.",
        "De basisbijdrage is € 3,25 per inwoner, bij 24.793 inwoners.",
        "De basisbijdrage is € 3,35 per inwoner.",
        "De bijdrage is € 3,35 per inwoner, bij 24.800 inwoners.",
    ],
)
def test_the_product_of_the_row_or_of_no_row_is_right(sentence: str) -> None:
    assert told(sentence) == []
