"""A table has as many rows, and as many in a state, as its title and the text above it count."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.numbers.counted_tables import of_another_number
from rapportage.checks.subjects import Paper
from rapportage.document import Cell, Document, Paragraph, Row, Table

PROJECTS = (
    ("Project", "Budget", "Stand"),
    ("Zaaksysteem", "€ 380", "▲ oranje"),
    ("Werkplek", "€ 210", "✓ groen"),
    ("Beveiliging", "€ 145", "✓ groen"),
    ("Website", "€ 75", "■ rood"),
    ("Totaal", "€ 810", ""),
)
PROMISES = (
    ("Wat", "Door", "Stand"),
    ("Een fietsroute", "raad", "afgedaan"),
    ("Een overzicht", "wethouder", "open, over tijd"),
    ("Een onderzoek", "wethouder", "open"),
)
REST = (("Risico", "Kans"), ("Jeugdhulp", "70%"), ("Grond", "30%"), ("Overige risico's", "20%"))


def told(above: str, rows: tuple[tuple[str, ...], ...], title: str = "", name: str = "") -> list[str]:
    """What is told of a table with this title, and of the text above it."""
    head, *body = (Row(tuple(Cell(text(one)) for one in row)) for row in rows)
    table = Table((head,), tuple(body), text(title) if title else (), id=name)
    blocks = (Paragraph(text(above)), table)
    return [one.message for one in of_another_number(Paper(Document(META, blocks), STYLE))]


@pytest.mark.parametrize(
    ("above", "title", "said"),
    [
        (
            "Van de vijf projecten zijn er twee op koers.",
            "",
            "'vijf projecten', en de tabel eronder heeft 4 rijen",
        ),
        ("Er lopen 3 projecten.", "", "'3 projecten', en de tabel eronder heeft 4 rijen"),
        (
            "Van de vier projecten zijn er drie op koers.",
            "",
            "'drie op koers', en in de tabel eronder staat dat 2 keer",
        ),
        (
            "Van de vier projecten staan er twee op rood.",
            "",
            "'twee op rood', en in de tabel eronder staat dat 1 keer",
        ),
        (
            "Zo staat het ervoor.",
            "De zes grootste projecten",
            "'De zes grootste projecten', en de tabel heeft 4 rijen",
        ),
    ],
)
def test_another_count_than_that_of_the_rows_is_told(above: str, title: str, said: str) -> None:
    assert told(above, PROJECTS, title) == [f"hier staat {said}"]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Van de vier projecten zijn er twee op koers.", ""),
        ("Van de vijf projecten volgen hieronder de vier die lopen.", ""),
        ("In 2023 waren er zes; er lopen vier projecten.", ""),
        ("De zes nieuwe projecten beginnen later.", ""),
        ("In de tabel staan de grootste van de zes projecten.", ""),
        ("Met de vijf gemeenten is gesproken.", ""),
        ("De twee projecten op koers krijgen extra geld.", ""),
        ("Zo staat het ervoor.", "De twee projecten naast elkaar"),
        ("Zo staat het ervoor.", "Bijdragen van de vijf gemeenten"),
        ("Zo staat het ervoor.", "Vijf jaren projecten"),
        ("De projecten lopen drie maanden uit.", "De vier projecten"),
        ("Eén project is op koers gekomen, twee zijn op groen gebleven.", ""),
    ],
)
def test_what_counts_something_else_is_left_alone(above: str, title: str) -> None:
    assert told(above, PROJECTS, title) == []


def test_the_register_has_as_many_promises_as_the_text_counts() -> None:
    name = "register-alle"
    assert told(
        "Er staan vier afspraken in het register. Twee daarvan zijn afgedaan.", PROMISES, name=name
    ) == [
        "hier staat 'vier afspraken', en de tabel eronder heeft 3 rijen",
        "hier staat 'Twee daarvan zijn afgedaan', en in de tabel eronder staat dat 1 keer",
    ]
    assert told("Er staan drie afspraken in het register. Twee zijn open.", PROMISES, name=name) == []
    assert told("Er staan vier afspraken in de woondeal.", PROMISES, name=name) == []
    for five in ("Het register telt vijf punten.", "In het register staan vijf punten."):
        assert told(five, PROMISES, name=name) == [
            "hier staat 'vijf punten', en de tabel eronder heeft 3 rijen"
        ]
    assert told("Het register telt drie punten, en vijf moties gingen voor.", PROMISES, name=name) == []
    new = "Sinds de vorige rapportage zijn er drie afgedaan. Dit halfjaar zijn er twee open gekomen."
    assert told(new, PROMISES, name=name) == []


def test_a_table_with_a_rest_is_not_counted() -> None:
    assert told("Van de vijf risico's is dit het beeld.", REST, "De twee grootste risico's") == []
