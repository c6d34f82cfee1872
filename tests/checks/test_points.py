"""Large amounts have points between their thousands, as those beside them have."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.points import without_points
from rapportage.document import Cell, Document, Paragraph, Row, Table


def told(*blocks: Paragraph | Table) -> list[tuple[str, str | None]]:
    return [(one.message, one.hint) for one in without_points(Paper(Document(META, blocks), STYLE))]


def table(*cells: tuple[str, str], head: str = "Bedrag") -> Table:
    rows = tuple(Row((Cell(text(name)), Cell(text(words)))) for name, words in cells)
    return Table((Row((Cell(text("Post")), Cell(text(head)))),), rows, ())


@pytest.mark.parametrize(
    ("words", "found", "meant"),
    [
        ("Het kost € 1250000 per jaar.", "€ 1250000", "1.250.000"),
        ("Het tekort is €\u00a0−12500.", "€\u00a0−12500", "12.500"),
        ("Het kost 1250000 euro.", "1250000", "1.250.000"),
    ],
)
def test_an_amount_in_a_sentence_without_points_is_told(words: str, found: str, meant: str) -> None:
    assert told(Paragraph(text(words))) == [
        (f"in '{found}' staan geen punten", f"schrijf {meant}, dan is het te lezen")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Het kost € 1.250.000, € 1250, € 0,00512 of 9999 euro.",
        "Zaak 145450 kost iets.",
        "Rekening 12345, € 5.",
    ],
)
def test_other_digits_in_a_sentence_are_right(words: str) -> None:
    assert told(Paragraph(text(words))) == []


@pytest.mark.parametrize(("typed", "meant"), [("−145450", "−145.450"), ("12500,50", "12.500,50")])
def test_a_number_without_points_among_others_is_told(typed: str, meant: str) -> None:
    assert told(table(("a", "−2.500"), ("b", typed), ("c", "900"))) == [
        (
            f"in deze kolom staan '2.500' en '{typed}': het ene met punten, het andere niet",
            f"schrijf {meant}",
        )
    ]


@pytest.mark.parametrize(
    "one",
    [
        table(("a", "12500"), ("b", "145450")),
        table(("a", "2.500"), ("b", "1250"), ("c", "2024")),
        table(("Inwoners", "23.100"), ("Zaaknummer", "145450")),
        table(("a", "23.100"), ("b", "145450"), head="Kenmerk"),
        table(("a", "23.100"), ("b", "145450"), ("c", "zie onder")),
    ],
)
def test_numbers_that_are_alike_or_are_names_are_right(one: Table) -> None:
    assert told(one) == []
