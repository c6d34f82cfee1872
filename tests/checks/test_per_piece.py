"""An amount per piece, and a deficit, follow from the amounts beside them."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.decisions.per_piece import miscounted
from rapportage.checks.subjects import Paper
from rapportage.document import Cell, Document, Paragraph, Row, Table


def told(words: str, *cells: str) -> list[str]:
    """What is told of a paragraph, below a table with these amounts."""
    rows = tuple(Row((Cell(text("Post")), Cell(text(one)))) for one in cells)
    table = (Table((), rows, ()),) if rows else ()
    found = miscounted(Paper(Document(META, (*table, Paragraph(text(words)))), STYLE))
    return [one.message.replace("\u00a0", " ") for one in found]


@pytest.mark.parametrize(
    ("words", "cells", "messages"),
    [
        (
            "Een vergoeding van € 9.600 per jaar voor 32 woningen, dus € 350 per woning.",
            (),
            ["hier staat € 350 per woning, en € 9.600 gedeeld door 32 is € 300"],
        ),
        (
            "Er zijn 18 leningen verstrekt voor in totaal € 540.000, gemiddeld € 35.000 per lening.",
            (),
            ["hier staat € 35.000 per lening, en € 540.000 gedeeld door 18 is € 30.000"],
        ),
        (
            "Er zijn 27 startersleningen verstrekt, voor in totaal € 810.000. Dat is gemiddeld € 35.000 per lening.",
            (),
            ["hier staat € 35.000 per lening, en € 810.000 gedeeld door 27 is € 30.000"],
        ),
        (
            "Per inwoner is dat € 41,83, bij 26.400 inwoners.",
            ("€ 1.015.000", "€ 230.000", "€ 1.140.000"),
            ["hier staat € 41,83 per inwoner, en € 1.140.000 gedeeld door 26.400 is € 43,18"],
        ),
        (
            "Het tekort is € 1,4 miljoen: de kosten zijn € 9,1 miljoen en de opbrengsten € 7,4 miljoen.",
            (),
            ["hier staat een tekort van € 1,4 miljoen, en € 9,1 miljoen uit en € 7,4 miljoen in is een tekort van € 1,7 miljoen"],
        ),
        (
            "Het overschot is € 1,7 miljoen: de kosten zijn € 9,1 miljoen en de opbrengsten € 7,4 miljoen.",
            (),
            ["hier staat een overschot van € 1,7 miljoen, en € 9,1 miljoen uit en € 7,4 miljoen in is een tekort van € 1,7 miljoen"],
        ),
    ],
)  # fmt: skip
def test_what_does_not_follow_is_told(words: str, cells: tuple[str, ...], messages: list[str]) -> None:
    assert told(words, *cells) == messages


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("Een vergoeding van € 9.600 per jaar voor 32 woningen, dus € 300 per woning.", ()),
        ("De Meerpaal betaalt € 9.600 per jaar voor het gebruik van het terrein: € 300 per woning.", ()),
        (
            "Er zijn 27 leningen verstrekt, voor in totaal € 810.000. Dat is gemiddeld € 30.000 per lening.",
            (),
        ),
        ("Per inwoner is dat € 43,18, bij 26.400 inwoners.", ("€ 1.015.000", "€ 1.140.000")),
        ("Per inwoner is dat € 12,10, bij 26.400 inwoners.", ("€ 1.015.000", "€ 1.140.000")),
        ("Voor 32 woningen is € 540.000 nodig; de bijdrage is € 5.000 per woning.", ()),
        ("Voor 32 woningen is € 540.000 nodig, dus ongeveer € 17.000 per woning.", ()),
        ("De subsidie is € 540.000 voor 32 woningen: maximaal € 20.000 per woning.", ()),
        ("De huur is € 9.600 voor 32 woningen, dus € 25 per woning per maand.", ()),
        ("Het tekort is € 1,7 miljoen: de kosten zijn € 9,1 miljoen en de opbrengsten € 7,4 miljoen.", ()),
        ("Het tekort van € 80.000 komt door hogere kosten (€ 50.000) en lagere opbrengsten.", ()),
        ("Het tekort is bijna € 2 miljoen: € 9,1 miljoen aan kosten en € 7,2 miljoen aan opbrengsten.", ()),
        ("De kosten per inwoner zijn € 203. Dat is 9% meer dan het regiogemiddelde van € 186.", ()),
        ("De bijdrage is € 94,15 per inwoner, in totaal € 4.577.000.", ()),
    ],
)
def test_what_follows_or_is_of_something_else_is_right(words: str, cells: tuple[str, ...]) -> None:
    assert told(words, *cells) == []
