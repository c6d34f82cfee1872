"""What a sentence at a budget calls short or left over is what the table has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.beside_tables import contradicting
from rapportage.document import Cell, Document, Paragraph, Row, Table

BUDGET = (
    ("Onderdeel", "Begroting", "Prognose"),
    ("Jeugdhulp", "€ 18.400.000", "€ 19.100.000"),
    ("Wmo", "€ 14.250.000", "€ 14.050.000"),
    ("Totaal", "€ 32.650.000", "€ 33.150.000"),
)


def told(sentence: str) -> list[str]:
    """What is told of a sentence right above the budget, in a report on 2025-H1."""
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in BUDGET]
    table = Table((head,), tuple(body), text("Begroting en prognose 2025"), id="a", number=3)
    paper = Paper(Document(replace(META, periode="2025-H1"), (Paragraph(text(sentence)), table)), STYLE)
    return [one.message.replace("\u00a0", " ") for one in contradicting(paper)]


@pytest.mark.parametrize(
    ("sentence", "row", "right"),
    [
        ("De prognose komt € 500.000 lager uit dan de begroting.", "Totaal", "€ 500.000 hoger"),
        ("De prognose komt € 700.000 hoger uit dan de begroting.", "Totaal", "€ 500.000 hoger"),
        ("Bij jeugdhulp is het tekort € 900.000.", "Jeugdhulp", "€ 700.000 hoger"),
        ("Bij de Wmo is er € 200.000 te weinig.", "Wmo", "€ 200.000 lager"),
    ],
)
def test_another_balance_than_the_table_has_is_told(sentence: str, row: str, right: str) -> None:
    (message,) = told(sentence)
    assert message.endswith(f"en in tabel 3 is bij '{row}' de uitkomst {right} dan begroot")


@pytest.mark.parametrize(
    "sentence",
    [
        "De prognose komt € 500.000 hoger uit dan de begroting.",
        "Bij jeugdhulp is het tekort € 700.000, bij de Wmo is er € 200.000 over.",
        "Bij de Wmo is er bijna € 0,2 miljoen over.",
        "In 2024 was bij jeugdhulp het tekort € 300.000.",
        "Van het tekort bij jeugdhulp komt € 400.000 door verblijf.",
        "Een maatregel brengt het tekort bij jeugdhulp terug tot € 600.000.",
        "Na een half jaar is bij jeugdhulp € 150.000 over.",
        "De lasten van verblijf zijn € 450.000 hoger dan begroot.",
        "De inkomsten van de Wmo zijn € 200.000 hoger dan begroot.",
    ],
)
def test_the_balance_of_the_table_or_of_something_else_is_right(sentence: str) -> None:
    assert told(sentence) == []


def test_the_total_of_a_column_that_is_named_is_read_with_its_digits_turned() -> None:
    (message,) = told("De prognose is € 31.350.000.")
    assert message == "hier staat € 31.350.000, en in tabel 3 staat bij 'Totaal' en 'Prognose' € 33.150.000"
