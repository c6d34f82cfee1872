"""The part of a number in one place is the one that a table with that total has, and another text."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.between.parts_apart import cells_of, otherwise_in, parts_told
from rapportage.checks.reading.table_lines import tables
from rapportage.checks.reading.table_names import SpokenTable
from rapportage.checks.subjects import Paper
from rapportage.document import Cell, Document, Row, Table
from rapportage.errors import Place

ROWS = (
    ("Gemeente", "1e helft 2025", "2e helft 2025"),
    ("Oosterbroek", "132", "97"),
    ("Veenhoek", "64", "68"),
    ("De Punt", "72", "66"),
    ("Totaal", "268", "231"),
)


def told(*sentences: str, title: str = "Opgeleverde woningen per gemeente") -> list[str]:
    """What is told of sentences, each in a file of its own, beside the table."""
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in ROWS]
    paper = Paper(Document(META, (Table((head,), tuple(body), text(title), id="a", number=2),)), STYLE)
    spoken = [SpokenTable(table, lines, "tabel 2", is_named=False) for table, lines in tables(paper)]
    parts = [part for at, one in enumerate(sentences) for part in parts_told(one, Place(f"{at}.md", 3))]
    return [one.message.removeprefix("hier staat ") for one in otherwise_in(parts, spoken if title else [])]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("Er zijn 231 woningen opgeleverd, waarvan 79 in Oosterbroek.", "'79 in Oosterbroek', en in tabel 2 is dat 97, ook van 231"),
        ("Er kwamen 231 woningen gereed, waarvan er 97 in Oosterbroek en 86 in Veenhoek.", "'86 in Veenhoek', en in tabel 2 is dat 68, ook van 231"),
        ("Van de 231 opgeleverde woningen staan er 68 in Oosterbroek.", "'68 in Oosterbroek', en in tabel 2 is dat 97, ook van 231"),
        ("De 231 woningen die klaar zijn, waarvan 79 woningen in Oosterbroek, zijn bewoond.", "'79 in Oosterbroek', en in tabel 2 is dat 97, ook van 231"),
        ("Er zijn 268 woningen opgeleverd, waarvan 27 in De Punt.", "'27 in De Punt', en in tabel 2 is dat 72, ook van 268"),
    ],
)  # fmt: skip
def test_another_part_than_the_table_has_is_told(sentence: str, message: str) -> None:
    assert told(sentence) == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "Er zijn 231 woningen opgeleverd, waarvan 97 in Oosterbroek.",
        "Er zijn 231 woningen opgeleverd, waarvan 97 in Oosterbroek, 68 in Veenhoek en 66 in De Punt.",
        "Er zijn 231 woningen opgeleverd, waarvan bijna 100 in Oosterbroek.",
        "Er zijn 231 woningen opgeleverd, waarvan 64,8% in Oosterbroek.",
        "Er zijn 231 woningen opgeleverd, waarvan 40 sociale huurwoningen in Oosterbroek.",
        "Er zijn 231 woningen opgeleverd, waarvan 40 in Oosterbroek voor ouderen.",
        "Er zijn 231 woningen opgeleverd, waarvan 150 betaalbaar, waarvan 60 in Oosterbroek.",
        "Er zijn 250 woningen gepland, waarvan 110 in Oosterbroek.",
        "Er zijn 231 bomen geplant, waarvan 120 in Oosterbroek.",
        "Er zijn 231 woningen opgeleverd, waarvan 40 in Oosterbroek-West.",
        "Er zijn 231 woningen opgeleverd, waarvan 40 in Lutten.",
        "Er zijn 231 woningen opgeleverd, waarvan 12 in augustus.",
        "Er zijn 231 woningen opgeleverd. Waarvan leeft Oosterbroek? Van 79 in Oosterbroek geteld is niets bekend.",
        "Van de 231 woningen zijn er 97 in Oosterbroek, en van de rest 68 in Veenhoek.",
        "Van de 9 woningen staan er 4 in Oosterbroek.",
    ],
)  # fmt: skip
def test_what_may_be_right_is_silent(sentence: str) -> None:
    assert told(sentence) == []


WHOLE = "Er zijn 231 woningen opgeleverd, waarvan 97 in Oosterbroek."


def test_two_texts_that_give_one_part_two_numbers_are_told_without_a_table() -> None:
    other = "Van de 231 nieuwe woningen staan er 79 in Oosterbroek."
    message = "'79 in Oosterbroek', en elders staat '97 in Oosterbroek' (0.md, regel 3)"
    assert told(WHOLE, other, title="") == [message]


def test_two_texts_on_other_things_are_two_numbers() -> None:
    assert told(WHOLE, "Van de 231 bomen staan er 79 in Oosterbroek.", title="") == []
    assert told(WHOLE, "Van de 250 woningen staan er 79 in Oosterbroek.", title="") == []


def test_no_cell_is_meant_of_a_table_that_counts_something_else() -> None:
    (part,) = parts_told(WHOLE, Place("0.md", 3))
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in ROWS]
    paper = Paper(Document(META, (Table((head,), tuple(body), text("Bomen"), id="a", number=2),)), STYLE)
    ((table, lines),) = tables(paper)
    assert list(cells_of(part, SpokenTable(table, lines, "tabel 2", is_named=False))) == []
