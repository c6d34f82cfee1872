"""The numbers of tables, figures and series beside each other."""

from __future__ import annotations

import pytest
from documents import META, text

from rapportage.compare.data import DataChange, data_changes, shown_data
from rapportage.document import Cell, Document, Row, Table
from rapportage.periode import parse_periode
from rapportage.since.numbers import difference_text


@pytest.mark.parametrize(
    ("was", "wordt", "difference"),
    [
        ("1.180", "1.348", "+168"),
        ("27,4%", "30%", "+2,6\u00a0procentpunt"),
        ("29,0%", "30,0%", "+1,0\u00a0procentpunt"),
        ("1,25", "1,5", "+0,25"),
        ("€\u00a05.000", "€\u00a04.500", "€\u00a0−500"),
        ("€ 22,5 miljoen", "€ 23 miljoen", "€\u00a0+0,5\u00a0miljoen"),
        ("−3", "2", "+5"),
        ("12", "n.b.", ""),
        ("12%", "13", ""),
        ("5 miljoen", "5 miljard", ""),
        ("Dorp", "Stad", ""),
    ],
)
def test_the_difference_of_two_numbers_is_told_in_their_unit(was: str, wordt: str, difference: str) -> None:
    assert difference_text(was, wordt) == difference


def no_rows(name: str) -> None:
    """No figure has data here."""
    del name


def changes(old: list[list[str]], new: list[list[str]], heads: int = 1) -> list[DataChange]:
    """The changes between two tables of which so many columns head their rows."""

    def shown(rows: list[list[str]]) -> Document:
        head, *body = (Row(tuple(Cell(text(one), at < heads) for at, one in enumerate(row))) for row in rows)
        return Document(META, (Table((head,), tuple(body), text("Woningen"), (), "woningen", 1),))

    old_data, new_data = (shown_data(shown(rows), no_rows) for rows in (old, new))
    return list(data_changes(old_data, new_data, parse_periode("2023-H2")))


def test_a_cell_is_found_by_the_heads_of_its_row_and_column() -> None:
    old = [["Soort", "Aantal", "Deel"], ["Huur", "10", "50%"], ["Koop", "10", "50%"]]
    new = [["Soort", "Deel", "Aantal"], ["Koop", "60%", "12"], ["Huur", "40%", "10"], ["Ruil", "0%", "0"]]
    (found,) = changes(old, new)
    assert [(one.row, one.column, one.was, one.wordt, one.difference) for one in found.cells] == [
        ("Koop", "Deel", "50%", "60%", "+10\u00a0procentpunt"),
        ("Koop", "Aantal", "10", "12", "+2"),
        ("Huur", "Deel", "50%", "40%", "−10\u00a0procentpunt"),
        ("Ruil", "Deel", None, "0%", ""),
        ("Ruil", "Aantal", None, "0", ""),
    ]


def test_another_number_about_a_period_that_was_reported_before_is_a_correction() -> None:
    old = [["Soort", "2e helft 2023"], ["Huur", "10"]]
    new = [["Soort", "2e helft 2023", "1e helft 2024"], ["Huur", "11", "12"]]
    (found,) = changes(old, new)
    assert [(one.column, one.correction) for one in found.cells] == [
        ("2e helft 2023", True),
        ("1e helft 2024", False),
    ]


def told(
    old: list[list[str]], new: list[list[str]], heads: int = 1
) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (one.row, one.column, one.was, one.wordt) for found in changes(old, new, heads) for one in found.cells
    ]


def test_a_row_is_found_again_by_all_of_its_heads() -> None:
    """By the first alone, the weeks of then became the days of now."""
    head = ["Waar", "Wat", "2e helft 2023"]
    old = [head, ["Dijk", "weken", "10"], ["Dorp", "weken", "3"]]
    new = [head, ["Dijk", "dagen", "50"], ["Dijk", "weken", "10"], ["Dorp", "weken", "4"]]
    expected = [("Dijk, dagen", "2e helft 2023", None, "50"), ("Dorp, weken", "2e helft 2023", "3", "4")]
    assert told(old, new, heads=2) == expected
    expected = [("Dijk, dagen", "2e helft 2023", None, "50"), ("Dorp", "2e helft 2023", "3", "4")]
    assert told(old, new) == expected


def test_of_rows_with_the_same_heads_no_number_is_said_to_be_corrected() -> None:
    old = [["Waar", "2e helft 2023"], ["Dijk", "10"], ["Dijk", "11"]]
    (found,) = changes(old, [old[0], ["Dijk", "11"], ["Dijk", "10"]])
    assert [(one.was, one.wordt, one.correction) for one in found.cells] == [
        ("10", "11", False),
        ("11", "10", False),
    ]


def test_a_table_that_says_the_same_is_not_told() -> None:
    rows = [["Soort", "Aantal"], ["Huur", "10"], ["Huur", "11"]]
    assert changes(rows, rows) == []
