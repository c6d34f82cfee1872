"""What a sentence at a budget calls short or left over is what the table has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.beside_tables import contradicting
from rapportage.document import Cell, Document, Paragraph, Row, Table

BUDGET = (
    ("Onderdeel", "Begroting", "Prognose"),
    ("Jeugdhulp", "€ 18.400.000", "€ 19.100.000"),
    ("Wmo", "€ 14.250.000", "€ 14.050.000"),
    ("Totaal", "€ 32.650.000", "€ 33.150.000"),
)


def told(sentence: str, rows: tuple[tuple[str, ...], ...] = BUDGET) -> list[str]:
    """What is told of a sentence right above the budget, in a report on 2025-H1."""
    head, *body = [Row(tuple(Cell(text(word)) for word in row)) for row in rows]
    table = Table((head,), tuple(body), text("Begroting en prognose 2025"), id="a", number=3)
    paper = Paper(Document(replace(META, periode="2025-H1"), (Paragraph(text(sentence)), table)), STYLE)
    return [one.message.replace("\u00a0", " ") for one in contradicting(paper)]


@pytest.mark.parametrize(
    ("sentence", "row", "right"),
    [
        ("De prognose komt € 500.000 lager uit dan de begroting.", "Totaal", "€ 500.000 hoger"),
        ("De prognose komt € 700.000 hoger uit dan de begroting.", "Totaal", "€ 500.000 hoger"),
        ("Bij jeugdhulp is het tekort € 900.000.", "Jeugdhulp", "€ 700.000 hoger"),
        ("Bij de Wmo is er € 200.000 te weinig.", "Wmo", "€ 200.000 lager"),
    ],
)
def test_another_balance_than_the_table_has_is_told(sentence: str, row: str, right: str) -> None:
    (message,) = told(sentence)
    assert message.endswith(f"en in tabel 3 is bij '{row}' de uitkomst {right} dan begroot")


@pytest.mark.parametrize(
    "sentence",
    [
        "De prognose komt € 500.000 hoger uit dan de begroting.",
        "Bij jeugdhulp is het tekort € 700.000, bij de Wmo is er € 200.000 over.",
        "Bij de Wmo is er bijna € 0,2 miljoen over.",
        "In 2024 was bij jeugdhulp het tekort € 300.000.",
        "Van het tekort bij jeugdhulp komt € 400.000 door verblijf.",
        "Een maatregel brengt het tekort bij jeugdhulp terug tot € 600.000.",
        "Na een half jaar is bij jeugdhulp € 150.000 over.",
        "De lasten van verblijf zijn € 450.000 hoger dan begroot.",
        "De inkomsten van de Wmo zijn € 200.000 hoger dan begroot.",
    ],
)
def test_the_balance_of_the_table_or_of_something_else_is_right(sentence: str) -> None:
    assert told(sentence) == []


def test_the_total_of_a_column_that_is_named_is_read_with_its_digits_turned() -> None:
    (message,) = told("De prognose is € 31.350.000.")
    assert message == "hier staat € 31.350.000, en in tabel 3 staat bij 'Totaal' en 'Prognose' € 33.150.000"


SPENT = (
    ("Onderdeel", "Begroot 2025", "Besteed 2025", "Aandeel besteed"),
    ("Flexwonen", "€ 260.000", "€ 214.300", "82,4%"),
    ("Programmabureau", "€ 345.000", "€ 347.800", "100,8%"),
    ("Totaal", "€ 605.000", "€ 562.100", "92,9%"),
)


@pytest.mark.parametrize(
    ("sentence", "row", "right"),
    [
        ("Het programmabureau gaf iets minder uit dan begroot.", "Programmabureau", "€ 2.800 hoger"),
        ("Aan flexwonen is meer uitgegeven dan begroot.", "Flexwonen", "€ 45.700 lager"),
        ("De uitgaven voor flexwonen kwamen hoger uit dan de begroting.", "Flexwonen", "€ 45.700 lager"),
        ("Het programmabureau bleef binnen de begroting.", "Programmabureau", "€ 2.800 hoger"),
        ("Flexwonen gaf minder uit dan begroot, het programmabureau ook minder dan begroot.", "Programmabureau", "€ 2.800 hoger"),
        ("Flexwonen overschreed de begroting.", "Flexwonen", "€ 45.700 lager"),
        ("Bij flexwonen is € 54.700 over.", "Flexwonen", "€ 45.700 lager"),
    ],
)  # fmt: skip
def test_another_side_of_the_budget_than_the_row_is_on_is_told(sentence: str, row: str, right: str) -> None:
    (message,) = told(sentence, SPENT)
    assert message.endswith(f"en in tabel 3 is bij '{row}' de uitkomst {right} dan begroot")


@pytest.mark.parametrize(
    "sentence",
    [
        "Het programmabureau gaf iets meer uit dan begroot.",
        "Aan flexwonen is minder uitgegeven dan begroot, omdat de aansluiting later komt.",
        "Aan flexwonen is minder uitgegeven dan begroot, aan het programmabureau meer dan begroot.",
        "Flexwonen en het programmabureau gaven samen minder uit dan begroot.",
        "Flexwonen bleef ruim binnen de begroting.",
        "Het programmabureau overschreed de begroting licht.",
        "Het programmabureau mag niet meer uitgeven dan begroot.",
        "In het eerste halfjaar gaf het programmabureau minder uit dan begroot.",
        "Vorige jaar gaf het programmabureau minder uit dan begroot.",
        "Een deel van het programmabureau gaf minder uit dan begroot.",
        "De inkomsten van het programmabureau zijn lager dan begroot.",
        "Het programmabureau gaf in 2024 minder uit dan begroot.",
        "Het programmabureau kostte minder dan in 2024.",
        "De regio gaf meer uit dan begroot.",
        "De onderzoeken van het programmabureau kostten € 4.000 minder dan begroot.",
        "Als de huur daalt, geeft het programmabureau minder uit dan begroot.",
        "Volgend jaar geeft het programmabureau naar verwachting minder uit dan begroot.",
        "Het programmabureau had minder mensen dan begroot.",
        "Het programmabureau gaf minder uit dan in de begroting van 2024 stond.",
        "Bij flexwonen is € 45.700 over.",
        "Flexwonen plaatste meer woningen dan begroot.",
    ],
)
def test_the_side_of_the_budget_of_the_row_or_of_something_else_is_right(sentence: str) -> None:
    assert told(sentence, SPENT) == []


APART = "bij 'Flexwonen' het verschil van 'Begroot 2025' en 'Besteed 2025' € 45.700"


@pytest.mark.parametrize(
    "sentence",
    [
        "Het grootste deel daarvan, € 47.500, zit bij flexwonen, omdat de aansluiting later komt.",
        "Flexwonen houdt € 54.700 over van het budget.",
        "Wat overbleef bij flexwonen, € 47.500, blijft staan.",
    ],
)
def test_the_difference_of_a_row_with_two_digits_turned_is_told(sentence: str) -> None:
    assert told(sentence, SPENT) == [
        "hier staat " + sentence[sentence.index("€") :][:8] + f", en in tabel 3 is {APART}"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het grootste deel daarvan, € 45.700, zit bij flexwonen, omdat de aansluiting later komt.",
        "Het grootste deel daarvan, € 46.000, zit bij flexwonen.",
        "Bij flexwonen ging het om € 47.500 meer dan wij dachten.",
        "Flexwonen kreeg € 47.500 per maand.",
        "In 2024 hield flexwonen € 47.500 over.",
        "De vorige keer hield flexwonen € 47.500 over.",
        "Flexwonen gebruikt ruim € 47.500 niet.",
        "De grond voor flexwonen kost € 475.000.",
        "Flexwonen gaf € 214.300 uit.",
        "Van de subsidie gaat € 42.900 naar flexwonen.",
        "Een nieuwe weg voor flexwonen kost € 47.500.",
        "Het programmabureau ontving € 47.500 van het Rijk.",
        "De provincie betaalde € 47.500.",
        "Flexwonen plaatste 475 woningen.",
        "De € 2.800 van het programmabureau komt van flexwonen.",
    ],
)
def test_the_difference_of_a_row_or_another_amount_is_right(sentence: str) -> None:
    assert told(sentence, SPENT) == []
