"""A difference in a sentence is that of the two numbers before it."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.numbers.differences import miscounted
from rapportage.checks.subjects import Paper
from rapportage.document import Document


def told(words: str) -> list[str]:
    return [one.message for one in miscounted(Paper(Document(META, (paragraph(words),)), STYLE))]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "De baten zijn € 1.200 en de lasten € 1.500, een verschil van € 200.",
            "'een verschil van € 200' klopt niet bij € 1.200 en € 1.500: dat is €\xa0300",
        ),
        (
            "Er zijn er 12 tegen 15 vorig jaar; dat is een verschil van 5.",
            "'een verschil van 5' klopt niet bij 12 en 15: dat is 3",
        ),
        (
            "Het kost € 1.200 in plaats van € 1.500. Dat scheelt € 200.",
            "'Dat scheelt € 200' klopt niet bij € 1.200 en € 1.500: dat is €\xa0300",
        ),
        (
            "Het aandeel is 28,1% (toen 29,6%), een verschil van 2,5 procentpunt.",
            "'een verschil van 2,5' klopt niet bij 28,1% en 29,6%: dat is 1,5 procentpunt",
        ),
        (
            "In 2023 was het 1,2 miljoen en in 2024 1,5 miljoen, een verschil van 0,5 miljoen.",
            "'een verschil van 0,5 miljoen' klopt niet bij 1,2 miljoen en 1,5 miljoen: dat is 300.000",
        ),
    ],
)
def test_a_difference_of_other_numbers_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "De baten zijn € 1.200 en de lasten € 1.500, een verschil van € 300.",
        "Het kost € 1.200 in plaats van € 1.500. Dat scheelt € 300, en dat scheelt € 25 per maand.",
        "Het aandeel is 28,1% (toen 29,6%), een verschil van 1,5 procentpunt.",
        "In 2023 was het 1,2 miljoen en in 2024 1,5 miljoen, een verschil van 0,3 miljoen.",
        "Er zijn 12 kernen, 15 scholen en 3 clubs, een verschil van 5.",
        "Van de 12 zijn er 15 bezocht. De huur is € 700. Dat scheelt € 50.",
        "Het zijn er 12 tegen 15, een verschil van 20%.",
        "Per inwoner is het € 12 en € 15; dat is een verschil van € 30.000.",
        "De begroting is € 12 en de rekening € 15, een verschil van € 5 met het plan.",
        "Het was € 12 positief en nu € 15 negatief, een verschil van € 27.",
        "De lening is ruim € 12 en bijna € 15, een verschil van € 2.",
        "Op 12 mei waren er 40, een verschil van 5. In wijk 3 zijn er 40, een verschil van 5.",
        "De 10 gemeenten hebben 40 scholen, een verschil van 5. Zij kosten € 40 in plaats van € 50, een verschil van € 5 per inwoner.",
        "Het kost € 40 in plaats van € 50, een verschil van € 5 ten opzichte van de raming.",
        "Wie € 700 huur betaalt van € 1.200, krijgt toeslag; dat scheelt € 50.",
        "De huur daalde nu met € 50 en toen met € 30; dat scheelt € 80.",
        "Het aandeel is 28% en 30%, een verschil van 4%.",
        "In 2023 en 2024 waren het er 12 en 15, een verschil van 3.",
        "Hij ging van 312 naar 287, een verschil van 25.",
    ],
)
def test_a_difference_that_may_be_right_passes(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Het ging van 5,1 naar 3,6 kilo per week, een daling van 35%.", "29,4%"),
        ("De prijs stijgt van € 162 per ton naar € 171 per ton. Dat is een stijging van 6,5%.", "5,6%"),
        ("De prijs gaat van € 162 naar € 171 per ton, een stijging van 6,5%.", "5,6%"),
        ("Wij betaalden € 162 per ton, 14% meer dan de € 148 van 2023.", "9,5%"),
        ("Het ging van 5,1 naar 3,6 kilo per week, een daling van 29%.", ""),
        ("Wij betaalden € 162 per ton, 9% meer dan de € 148 van 2023.", ""),
        ("Wij betaalden € 162 per ton, € 20 meer dan de € 148 van ons plan.", ""),
        ("Het steeg van 100 naar 120 per jaar, een groei van gemiddeld 10% per jaar.", ""),
        ("Het steeg van 9 naar 12 per dag, met uitschieters tot 20.", ""),
        ("De prijs stijgt van € 162 naar € 171 per ton. Dat is € 9 per ton meer.", ""),
        ("Het steeg van 100 naar 120 per team, een stijging van 5 per maand.", ""),
        ("Het aantal steeg van 40 naar 50 per wijk, in totaal 30 meer.", ""),
    ],
)
def test_numbers_for_one_of_something_have_a_difference_too(words: str, right: str) -> None:
    assert [one.rpartition(" ")[2] for one in told(words)] == ([right] if right else [])
