"""A column that counts by the thousand holds no number in full."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.table_scale import not_scaled
from rapportage.document import Cell, Document, Row, Table


def told(head: str, *numbers: str, title: str = "", last: str = "Post z") -> list[str]:
    names = [*(f"Post {at}" for at in range(len(numbers) - 1)), last]
    first, *body = [
        Row(tuple(Cell(text(word)) for word in row))
        for row in (("Post", head), *zip(names, numbers, strict=True))
    ]
    paper = Paper(Document(META, (Table((first,), tuple(body), text(title)),)), STYLE)
    return [one.message for one in not_scaled(paper)]


@pytest.mark.parametrize(
    ("head", "numbers", "message"),
    [
        ("Lasten (x € 1.000)", ("3.800", "3.540.000", "1.150"), "hier staat 3.540.000, en deze kolom telt per 1.000"),
        ("Lasten in duizenden", ("380", "354.000", "115"), "hier staat 354.000, en deze kolom telt per 1.000"),
        ("In miljoenen", ("380", "115", "€ 354.000.000"), "hier staat € 354.000.000, en deze kolom telt per 1.000.000"),
    ],
)  # fmt: skip
def test_a_number_in_full_is_told(head: str, numbers: tuple[str, ...], message: str) -> None:
    assert told(head, *numbers) == [message]


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("Lasten (x € 1.000)", ("3.800", "3.540", "1.150")),
        ("Lasten", ("3.800", "3.540.000", "1.150")),
        ("Lasten (x € 1.000)", ("12", "8", "5", "3.000")),
        ("Lasten (x € 1.000)", ("350", "1.200", "120.000")),
        ("Lasten (x € 1.000)", ("-", "n.b.", "120.000")),
        ("Per 1.000 inwoners", ("3.800", "3.540.000", "1.150")),
    ],
)
def test_numbers_that_differ_much_are_right(head: str, numbers: tuple[str, ...]) -> None:
    assert told(head, *numbers) == []


def test_a_large_one_that_its_total_holds_is_right() -> None:
    assert told("x € 1.000", "100", "200", "120.000", "120.300", last="Totaal") == []


def test_a_column_that_is_all_in_full_is_told_once() -> None:
    wrong = told("Krediet", "3.200.000", "4.650.000", "2.860.000", "385.000", title="Kredieten (x € 1.000)")
    assert wrong == ["hier staat 3.200.000, en deze kolom telt per 1.000"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("31.400", "14.250", "12.680", "9.870"),
        ("300.000", "120.000", "410.000"),
        ("1.823.417", "612.340", "418.912"),
        ("1.200.000", "900.000"),
    ],
)
def test_a_large_budget_in_thousands_is_right(numbers: tuple[str, ...]) -> None:
    assert told("Lasten", *numbers, title="Lasten per programma (x € 1.000)") == []
