"""A sentence that counts what a table of its chapter counts has the number of this period."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.beside_tables import contradicting
from rapportage.document import Block, Cell, Document, Heading, Paragraph, Row, Table

ROWS = (("Wat", "2023-H2", "2024-H1"), ("Hubs", "14", "17"), ("Deelfietsen", "160", "190"))


def told(sentence: str, heading: Heading) -> list[str]:
    """What is told of a sentence below a heading that stands below the table."""
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in ROWS]
    table = Table((head,), tuple(body), text("Mobiliteit in cijfers"), id="a", number=3)
    between = Paragraph(text("De bus reed vaker."))
    blocks: tuple[Block, ...] = (table, between, heading, Paragraph(text(sentence)))
    paper = Paper(Document(replace(META, periode="2024-H1"), blocks), STYLE)
    return [one.message for one in contradicting(paper)]


IN_CHAPTER = Heading(4, text("Hubs"), "hubs")


@pytest.mark.parametrize("sentence", ["De regio telt 14 hubs, drie meer dan eerst.", "Er zijn nu 16 hubs."])
def test_another_number_than_the_row_has_now_is_told(sentence: str) -> None:
    (message,) = told(sentence, IN_CHAPTER)
    assert message.endswith("en in tabel 3 bij 'Hubs' staat 17")


@pytest.mark.parametrize(
    "sentence",
    [
        "De regio telt 17 hubs waar reizigers kunnen overstappen.",
        "Er zijn 14 hubs in Zwolle.",
        "De regio heeft 20 hubs nodig.",
        "Er zijn ruim 15 hubs.",
        "Er zijn 14 hubs met een deelauto.",
        "De gemeente telt 4 hubs.",
        "Er zijn 14 hubs van voor 2024.",
        "Eind 2023 waren er 14 hubs.",
    ],
)
def test_a_part_or_another_time_is_right(sentence: str) -> None:
    assert told(sentence, IN_CHAPTER) == []


def test_a_table_of_another_chapter_says_nothing() -> None:
    assert (
        told("De regio telt 14 hubs.", Heading(3, text("Wonen"), "wonen", numbered=True, number="1A.2")) == []
    )
