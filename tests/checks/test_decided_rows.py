"""Rows that are each named after a decision have its amount, and not that of the other one."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.decisions.decided_cover import not_covered
from rapportage.checks.subjects import Paper
from rapportage.document import Cell, Document, Heading, List, ListItem, Paragraph, Row, Table

DECISIONS = (
    "De voortgangsrapportage vast te stellen.",
    "Voor 40 extra deelfietsen € 120.000 te onttrekken aan de reserve wonen.",
    "Een krediet van € 210.000 beschikbaar te stellen voor het fietspad De Zandkamp, en dit te dekken uit de reserve wonen.",
    "Een subsidie van € 80.000 voor de fietsschool vast te stellen, waarvan € 30.000 in 2027.",
)  # fmt: skip
Rows = tuple[tuple[str, str], ...]


def told(rows: Rows, title: str = "Verloop van de reserve wonen") -> list[str]:
    items = tuple(ListItem((Paragraph(text(one)),)) for one in DECISIONS)
    heads = (Row((Cell(text("Post")), Cell(text("Bedrag")))),)
    body = tuple(Row(tuple(Cell(text(word)) for word in row)) for row in rows)
    table = Table(heads, body, text(title), id="a", number=1)
    blocks = Heading(2, text("Besluitpunten"), "b"), List(items, ordered=True), Heading(2, text("Geld"), "f")
    found = not_covered(Paper(Document(META, (*blocks, table)), STYLE))
    return [one.message.replace("\u00a0", " ") for one in found]


@pytest.mark.parametrize(
    ("rows", "right"),
    [
        ((("Deelfietsen (besluitpunt 2)", "€ -210.000"), ("Fietspad De Zandkamp (besluitpunt 3)", "€ -120.000")), ["€ 120.000", "€ 210.000"]),
        ((("Besluitpunt 2", "€ 210.000"), ("Besluitpunt 3", "€ 120.000")), ["€ 120.000", "€ 210.000"]),
        ((("Deelfietsen", "€ 210.000"), ("Fietspad De Zandkamp", "€ 120.000")), ["€ 120.000", "€ 210.000"]),
        ((("Deelfietsen (besluitpunt 2)", "€ 210.000"), ("Fietspad (besluitpunt 3)", "€ 210.000")), ["€ 120.000"]),
    ],
)  # fmt: skip
def test_a_row_with_the_amount_of_another_decision_is_told(rows: Rows, right: list[str]) -> None:
    assert [one.rpartition(", en in de besluitpunten ")[2] for one in told(rows)] == right


@pytest.mark.parametrize(
    "rows",
    [
        (("Deelfietsen (besluitpunt 2)", "€ -120.000"), ("Fietspad De Zandkamp (besluitpunt 3)", "€ -210.000")),
        (("Deelfietsen", "€ 120.000"), ("Fietspad De Zandkamp", "€ 210.000")),
        (("Deelfietsen (besluitpunt 2)", "€ 120.000"), ("Fietspad, zonder subsidie (besluitpunt 3)", "€ 160.000")),
        (("Deelfietsen (besluitpunt 2)", "€ 120.000"), ("Fietspad in 2026 (besluitpunt 3)", "€ 105.000"), ("Fietspad in 2027 (besluitpunt 3)", "€ 105.000")),
        (("Deelfietsen per jaar (besluitpunt 2)", "€ 210.000"), ("Fietspad (besluitpunt 3)", "€ 120.000")),
        (("Fietsschool 2027 (besluitpunt 4)", "€ 30.000"), ("Fietsschool 2026 (besluitpunt 4)", "€ 50.000")),
        (("Besluitpunten 2 en 3", "€ 330.000"), ("Besluitpunt 4", "€ 80.000")),
        (("Rapportage (besluitpunt 1)", "€ 120.000"), ("Fietspad (besluitpunt 3)", "€ 210.000")),
        (("Stand na besluitpunt 2", "€ 210.000"), ("Stand na besluitpunt 3", "€ 120.000")),
        (("Laadpunten", "€ 210.000"), ("Wegen", "€ 120.000")),
        (("Besluitpunt 2 (eerder voorstel)", "€ 210.000"), ("Besluitpunt 3 (eerder voorstel)", "€ 120.000")),
    ],
)  # fmt: skip
def test_a_row_of_its_own_decision_or_of_a_part_is_right(rows: Rows) -> None:
    assert told(rows) == []
