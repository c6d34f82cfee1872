"""In a column of counts a comma parts no thousands; in one of measures it stands before decimals."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.numbers.other_notations import in_columns
from rapportage.checks.subjects import Paper
from rapportage.document import Cell, Document, Row, Table


def told(head: str, *numbers: str) -> list[str]:
    rows = [("Gemeente", head), *((f"Kern {at}", number) for at, number in enumerate(numbers))]
    first, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in rows]
    paper = Paper(Document(META, (Table((first,), tuple(body), ()),)), STYLE)
    return [one.message for one in in_columns(paper)]


@pytest.mark.parametrize(
    ("head", "numbers", "number"),
    [
        ("Inwoners", ("12,400", "9,310"), "12,400"),
        ("Aantal", ("250", "1,250"), "1,250"),
        ("Bedrag", ("€ 1,250", "€ 300"), "1,250"),
        ("Opgeleverde woningen", ("1,250,000", "12,400"), "1,250,000"),
        ("Begroting 2024 (€)", ("1,250", "2,300", "-"), "1,250"),
    ],
)
def test_commas_between_thousands_are_told(head: str, numbers: tuple[str, ...], number: str) -> None:
    assert told(head, *numbers) == [f"in deze kolom staat '{number}', met een komma waar een punt hoort"]


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("Afstand (km)", ("1,250", "2,375")),
        ("Prijs per liter (€)", ("€ 1,899", "€ 1,959")),
        ("Gemiddeld aantal", ("1,250", "2,375")),
        ("Woningen per hectare", ("1,250", "2,375")),
        ("Inwoners", ("12.400", "9.310")),
        ("Aantal (x 1.000)", ("1,250", "2,375")),
        ("Index", ("1,250", "2,375")),
        ("Aantal", ("1,250",)),
        ("Bedrag", ("€ 1,25", "€ 300")),
        ("Aantal", ("0,250", "1,250")),
        ("Oppervlakte", ("1,250", "2,375")),
    ],
)
def test_decimals_are_right(head: str, numbers: tuple[str, ...]) -> None:
    assert told(head, *numbers) == []


@pytest.mark.parametrize(
    ("head", "numbers", "number"),
    [
        ("Wachttijd (weken)", ("10.4", "14.2", "11.3"), "10.4"),
        ("Bedrag", ("€ 12.50", "€ 7"), ""),
        ("Bedrag", ("€ 12.50", "€ 27.95"), "12.50"),
        ("Aandeel", ("10.4%", "7.25%"), "10.4"),
    ],
)
def test_points_before_decimals_are_told(head: str, numbers: tuple[str, ...], number: str) -> None:
    message = f"in deze kolom staat '{number}', met een punt waar een komma hoort"
    assert told(head, *numbers) == ([message] if number else [])


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("Paragraaf", ("2.1", "2.2", "3.1")),
        ("Versie", ("1.0", "1.1")),
        ("Aanvang", ("19.30", "20.00")),
        ("Wat", ("9.15", "20.00")),
        ("Inwoners", ("12.400", "9.310")),
        ("Wachttijd", ("10,4", "14,2")),
        ("Maatregel", ("1.1", "1.2")),
    ],
)
def test_points_in_what_counts_nothing_are_right(head: str, numbers: tuple[str, ...]) -> None:
    assert told(head, *numbers) == []
