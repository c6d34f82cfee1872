"""A number that another text has with two digits turned, of the same thing, is told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.checks.between.turned_numbers import turned_in
from rapportage.errors import Place

PATH = "Het fietspad is 1,2 kilometer lang en sluit aan op de route langs de Kanaalweg."
HOMES = "In dit halfjaar zijn 143 betaalbare woningen voor ouderen opgeleverd."


def told(elsewhere: str, words: str, cells: tuple[int, ...] = ()) -> list[str]:
    texts = [(elsewhere, Place("memo.md", 3)), (words, Place("wonen.md", 9))]
    return [one.message for one in turned_in(texts, set(map(Decimal, cells)))]


@pytest.mark.parametrize(
    ("elsewhere", "words", "message"),
    [
        (PATH, "Wij stellen voor om een fietspad aan te leggen van 2,1 kilometer.", "hier staat '2,1 kilometer', en elders staat '1,2 kilometer' (memo.md, regel 3)"),
        (PATH, "Wij leggen 2,1 kilometer fietspad aan.", "hier staat '2,1 kilometer', en elders staat '1,2 kilometer' (memo.md, regel 3)"),
        ("De dijk wordt over 450 meter opgehoogd.", "De 540 meter dijk die wordt opgehoogd, ligt in Zuid.", "hier staat '540 meter', en elders staat '450 meter' (memo.md, regel 3)"),
        (HOMES, "Er zijn 134 woningen voor ouderen opgeleverd.", "hier staat '134 woningen', en elders staat '143 betaalbare woningen' (memo.md, regel 3)"),
    ],
)  # fmt: skip
def test_two_digits_turned_of_one_thing_are_told(elsewhere: str, words: str, message: str) -> None:
    assert told(elsewhere, words) == [message]


@pytest.mark.parametrize(
    ("elsewhere", "words"),
    [
        (PATH, "Het fietspad van 1,2 kilometer kost € 210.000."),
        (PATH, "Het fietspad van 1,4 kilometer kost € 210.000."),
        (PATH, "De busbaan is 2,1 kilometer lang."),
        (PATH, "Het fietspad krijgt over ruim 2,1 kilometer verlichting."),
        (PATH, "Het fietspad langs de Zandweg is 2,1 kilometer lang."),
        (PATH, "Van het fietspad is 1,2 kilometer klaar. Een tweede fietspad van 2,1 kilometer volgt."),
        (f"{PATH} Het andere fietspad is 2,1 kilometer.", "Er komt een fietspad van 2,1 kilometer."),
        (PATH, "In 2022 is een fietspad van 2,1 kilometer aangelegd."),
        (HOMES, "Er zijn 134 woningen voor jongeren opgeleverd."),
        (HOMES, "Er zijn 134 woningen vergund."),
        (HOMES, "In mei zijn 134 woningen voor ouderen opgeleverd."),
        (HOMES, "In Noord zijn er 134 woningen voor ouderen opgeleverd, waarvan 43 in mei."),
        (HOMES, "Er komen 134 woningen voor ouderen bij."),
        ("In Noord zijn 12 bomen langs de weg geplant.", "In Zuid zijn 21 bomen langs de weg geplant."),
        ("De raad stemde met 21 stemmen voor.", "De raad stemde met 12 stemmen tegen de motie."),
    ],
)
def test_what_may_be_two_numbers_is_silent(elsewhere: str, words: str) -> None:
    assert told(elsewhere, words) == []


def test_a_number_of_a_table_is_one_of_its_own() -> None:
    assert told(PATH, "Wij leggen 2,1 kilometer fietspad aan.", cells=(2,)) != []
    assert told(HOMES, "Er zijn 134 woningen voor ouderen opgeleverd.", cells=(134,)) == []
