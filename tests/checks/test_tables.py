"""The numbers of one column are written in one way."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.tables import contradicting_numbers
from rapportage.document import Cell, Document, Row, Table


def told(*column: str) -> list[str]:
    table = Table((), tuple(Row((Cell(text("rij")), Cell(text(cell)))) for cell in column))
    return [one.message for one in contradicting_numbers(Paper(Document(META, (table,)), STYLE))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.348", "1,348"),
        ("1348,50", "1348.50"),
        ("€ 1.348,50", "€ 1,348.50"),
        ("1.348", "12.5"),
        ("1,5 miljoen", "1.5 miljoen"),
        ("1.348.000", "1.5"),
    ],
)
def test_a_point_and_a_comma_mean_one_thing_in_a_column(one: str, other: str) -> None:
    said = "punt en komma betekenen daar iets anders"
    assert told("1", one, "2", other) == [f"in deze kolom staan '{one}' en '{other}': {said}"]


@pytest.mark.parametrize(
    "column",
    [
        ("1.348", "1348", "12,5", "1.348,50", "€ 1.000,-", "0,348", "n.b.", ""),
        ("1,348", "2,5", "0,25"),
        ("12.5", "3.1", "4.10"),
        ("1.348", "art. 2.5", "1-2-2024", "1.2.2024"),
    ],
)
def test_a_column_that_can_be_read_one_way_is_left_alone(column: tuple[str, ...]) -> None:
    assert told(*column) == []
