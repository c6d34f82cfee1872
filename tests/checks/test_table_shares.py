"""The share of the total that a sentence gives a row of a table is what its cells make."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.beside_tables import contradicting
from rapportage.document import Cell, Document, Paragraph, Row, Table

HUBS = (
    ("Hub", "1e helft 2025", "2e helft 2025"),
    ("Stationsplein Oosterbroek", "5.310", "5.920"),
    ("Markt Veenhoek", "3.240", "3.610"),
    ("Haven Turfdam", "2.190", "2.470"),
    ("P+R Heidelaar", "1.320", "1.480"),
)


def told(sentence: str) -> list[str]:
    """What is told of a sentence right above the trips per hub, in a report on 2025-H2."""
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in HUBS]
    total = Row(tuple(Cell(text(word)) for word in ("Totaal", "12.060", "13.480")), "totaal")
    table = Table((head,), (*body, total), text("Ritten met de deelfiets per hub"), id="a", number=3)
    paper = Paper(Document(replace(META, periode="2025-H2"), (Paragraph(text(sentence)), table)), STYLE)
    return [one.message.replace("\u00a0", " ") for one in contradicting(paper)]


@pytest.mark.parametrize(
    ("sentence", "row", "right"),
    [
        ("De meeste ritten begonnen bij het Stationsplein, 39,4% van het totaal.", "Stationsplein Oosterbroek", "43,9%"),
        ("Bij het Stationsplein begon 39% van alle ritten.", "Stationsplein Oosterbroek", "44%"),
        ("In Turfdam begon 28,3% van het totaal aantal ritten.", "Haven Turfdam", "18,3%"),
        ("Bij Markt Veenhoek begonnen 3.610 ritten (28,6% van het totaal).", "Markt Veenhoek", "26,8%"),
    ],
)  # fmt: skip
def test_another_share_than_the_cells_make_is_told(sentence: str, row: str, right: str) -> None:
    (message,) = told(sentence)
    assert message.endswith(f"en in tabel 3 is '{row}' daarvan {right}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De meeste ritten begonnen bij het Stationsplein, 43,9% van het totaal.",
        "De meeste ritten begonnen bij het Stationsplein, 44% van het totaal.",
        "De meeste ritten begonnen bij het Stationsplein, ruim 40% van het totaal.",
        "In het eerste halfjaar begon bij het Stationsplein 44,0% van alle ritten.",
        "Het Stationsplein en Markt Veenhoek hebben samen 70,7% van het totaal aan ritten.",
        "Bij de overige hubs dan het Stationsplein begon 56,1% van alle ritten.",
        "Bij het Stationsplein is 39,4% van alle klachten gemeld.",
        "Bij het Stationsplein is 39,4% van de ritten een retour.",
        "Bij het Stationsplein gaat het om 12,5% van alle ritten in de spits.",
        "Oosterbroek betaalt 41,9% van het totaal.",
        "Van alle ritten was 39,4% korter dan een kilometer.",
        "In Veenhoek woont 23,7% van alle inwoners.",
        "In 2024 begon bij het Stationsplein 39,4% van alle ritten.",
        "Het doel is dat bij het Stationsplein 50% van alle ritten begint.",
        "Bij het Stationsplein begon niet meer dan 45% van alle ritten.",
        "Landelijk begint 39,4% van alle ritten bij een Stationsplein.",
        "Bij het Stationsplein waren 39,4% van alle ritten, zonder de kapotte fietsen, zakelijk.",
        "Zonder Turfdam had het Stationsplein 53,8% van het totaal aantal ritten.",
        "Het Stationsplein steeg met 11,5%, en het totaal met 11,8%.",
        "De subsidie voor de hub bij het Stationsplein is 39,4% van het totaal.",
    ],
)
def test_the_share_of_the_cells_or_of_something_else_is_right(sentence: str) -> None:
    assert told(sentence) == []
