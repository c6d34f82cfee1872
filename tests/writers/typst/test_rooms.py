"""Words for which a line has no room may be parted, and no others."""

from __future__ import annotations

import re

import pytest

from rapportage.inlines import Emphasis, Footnote, Inlines, Link, Reference, Strong, Text
from rapportage.style.fonts import house
from rapportage.writers.typst.inlines import Written
from rapportage.writers.typst.rooms import Room
from rapportage.writers.typst.together import Together, together

ZWSP = "\u200b"


@pytest.mark.parametrize(
    "words",
    [
        "gewone woorden in een regel",
        "de verantwoordelijkheidsverdeling van samenwerkingsovereenkomsten",
        "https://www.dalfsen.nl/een/heel/lang/adres/dat/doorloopt/tot/het/eind",
    ],
)
def test_words_that_can_be_parted_stay_as_they_are(words: str) -> None:
    assert Room(160, 11, house()).parted(words) == words


@pytest.mark.parametrize("words", ["x" * 150, "aa " + "W" * 40 + " bb", "https://a.nl/" + "a" * 90])
def test_a_word_wider_than_its_line_is_parted_into_pieces_that_fit(words: str) -> None:
    parted = Room(100, 11, house()).parted(words)
    assert re.sub("[\u00ad\u200b]", "", parted) == words
    pieces = re.split("[ \u00ad\u200b]|(?<=/)", parted)
    assert all(house().text_width(piece, 11) < 100 for piece in pieces)


def test_a_word_is_measured_through_bold_and_italics() -> None:
    content = (Text("a" * 12), Strong((Text("b" * 12),)), Emphasis((Text("c" * 12),)))
    assert ZWSP in Written(Room(100, 11, house()), Room(100, 9, house())).words(content)
    assert ZWSP not in Written(Room(300, 11, house()), Room(100, 9, house())).words(content)


def held(content: Inlines) -> list[str]:
    return [
        "".join(getattr(one, "text", "") for one in box.content)
        for box in together(content)
        if isinstance(box, Together)
    ]


@pytest.mark.parametrize(
    ("content", "boxes"),
    [
        ((Text("Op 24 januari 2022 (en 1 mei)."),), ["24 januari", "(en", "1 mei)."][::2]),
        (
            (Text("zie ("), Reference("a", "figuur 1"), Text("), en "), Reference("b", "tabel 2"), Text(".")),
            ["(figuur 1),", "tabel 2."],
        ),
        ((Strong((Text("1 mei"),)), Text(".")), []),
        ((Text("wel-1 mei-2"),), []),
        ((Text("zie "), Reference("a", "figuur 1"), Footnote((Text("noot"),), 1), Text(" en")), ["figuur 1"]),
        ((Text("zie "), Link((Text("1 mei"),), "https://a.nl"), Text(" en")), []),
    ],
)
def test_a_box_holds_the_signs_that_touch_it(content: Inlines, boxes: list[str]) -> None:
    assert held(content) == boxes


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("gemeenteraad", '{"geme"; af("enter"); "aad"}'),
        ("overeenkomst", '{"over"; af("eenko"); "mst"}'),
        ("gemeente", '{"geme"; af("e"); "nte"}'),
        ("miljoen", '{"miljoen"}'),
        ("1.250.000", '{"1.250.000"}'),
    ],
)
def test_no_less_than_four_letters_are_parted_from_a_word(word: str, code: str) -> None:
    assert Written(Room(300, 11, house()), Room(300, 9, house())).words((Text(word),)) == code
    assert "af(" not in Written(Room(300, 11, house(), hyphens=False), Room(300, 9, house())).words(
        (Text(word),)
    )
