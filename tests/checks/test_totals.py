"""A row that says to be a total is the sum of the rows above it."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.totals import unmarked_totals, wrong_totals
from rapportage.document import Cell, Document, Row, Table, Total


def told(*rows: tuple[str, ...], total: Total = "totaal") -> list[str]:
    """What is wrong with a table of these rows, the last a total."""
    *parts, last = (tuple(Cell(text(word)) for word in words) for words in rows)
    table = Table((), (*map(Row, parts), Row(last, total)))
    return [one.message for one in wrong_totals(Paper(Document(META, (table,)), STYLE))]


@pytest.mark.parametrize(
    "column",
    [
        ("1", "2", "3"),
        ("€\xa01.000", "€\xa0−250", "€\xa0750"),
        ("€\xa022,5\xa0miljoen", "€\xa0500.000", "€\xa023\xa0miljoen"),
        ("1,5", "", "n.b.", "1,5"),
        ("12,5%", "87,5%", "100%"),
    ],
)
def test_a_total_that_adds_up_is_right(column: tuple[str, ...]) -> None:
    assert told(*((f"rij {at}", cell) for at, cell in enumerate(column))) == []


def test_a_total_that_does_not_add_up_is_told_with_the_sum() -> None:
    assert told(("a", "12"), ("b", "13"), ("Samen", "26")) == [
        "dit totaal is 26, en de rijen erboven zijn samen 25"
    ]


def test_a_difference_by_rounding_is_right_where_it_is_said_to_be() -> None:
    thirds = ("a", "33%"), ("b", "33%"), ("c", "33%"), ("Samen", "100%")
    assert told(*thirds) == ["dit totaal is 100%, en de rijen erboven zijn samen 99"]
    assert told(*thirds, total="totaal-afgerond") == []
    wrong = told(("a", "33%"), ("Samen", "40%"), total="totaal-afgerond")
    assert wrong == ["dit totaal is 40%, en de rijen erboven zijn samen 33"]


def test_a_total_of_words_is_told() -> None:
    assert told(("a", "b"), ("c", "d")) == ["in deze rij is geen kolom op te tellen, en zij heet een totaal"]


def test_words_in_a_column_that_has_a_total_are_told() -> None:
    assert told(("a", "ca. 12"), ("b", "13"), ("Samen", "25")) == [
        "dit totaal is niet na te tellen: erboven staat 'ca. 12'"
    ]


def test_a_column_without_a_total_is_left_alone() -> None:
    assert told(("a", "2023", "1"), ("b", "2024", "2"), ("Samen", "", "3")) == []


def test_a_grand_total_is_the_sum_of_all_but_the_totals_before_it() -> None:
    rows = (("a", "1"), ("b", "2"))
    table = Table(
        (),
        (
            *(Row(tuple(Cell(text(word)) for word in words)) for words in rows),
            Row((Cell(text("Samen")), Cell(text("3"))), "totaal"),
            Row((Cell(text("c")), Cell(text("4")))),
            Row((Cell(text("Samen")), Cell(text("4"))), "totaal"),
            Row((Cell(text("Alles")), Cell(text("7"))), "totaal"),
        ),
    )
    assert list(wrong_totals(Paper(Document(META, (table,)), STYLE))) == []


def test_a_row_that_is_called_a_total_is_counted_too() -> None:
    table = Table((), tuple(Row((Cell(text(a)), Cell(text(b)))) for a, b in (("a", "1"), ("Totaal", "9"))))
    found = list(unmarked_totals(Paper(Document(META, (table,)), STYLE)))
    assert [one.message for one in found] == ["dit totaal is 9, en de rijen erboven zijn samen 1"]
