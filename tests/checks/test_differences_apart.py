"""How much more or less a text tells is what two numbers of another text differ, or those of a table."""

from __future__ import annotations

import pytest

from rapportage.checks.between.differences_apart import apart_in
from rapportage.errors import Place
from rapportage.periode import parse_periode

NOW = parse_periode("2025-H2")
PAIR = "In dit halfjaar kwamen er 81 klachten binnen, tegen 74 in het eerste halfjaar."


def told(words: str, elsewhere: str = PAIR) -> list[str]:
    texts = [(elsewhere, Place("memo.md", 3)), (words, Place("hubs.md", 9))]
    return [one.message.partition(" (")[0] + one.message.partition(")")[2] for one in apart_in(texts, NOW)]


ELSEWHERE = "en elders staat '81 klachten binnen, tegen 74 in het eerste halfjaar'"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Er kwamen 81 klachten binnen, zes meer dan in het eerste halfjaar.", "zes meer"),
        ("Er waren 81 klachten, 17 meer dan in het eerste halfjaar.", "17 meer"),
        ("Er kwamen 81 klachten binnen, zeven minder dan in het eerste halfjaar.", "zeven minder"),
        ("Er kwamen 81 klachten binnen, zes meer dan in het halfjaar ervoor.", "zes meer"),
        (
            "Er kwamen 81 klachten over de bus binnen, dat zijn er ruim acht meer dan vorig halfjaar.",
            "acht meer",
        ),
    ],
)
def test_another_difference_than_that_of_two_numbers_elsewhere_is_told(words: str, said: str) -> None:
    assert told(words) == [f"hier staat '{said}', {ELSEWHERE}: dat is 7 meer"]


@pytest.mark.parametrize(
    "words",
    [
        "Er kwamen 81 klachten binnen, zeven meer dan in het eerste halfjaar.",
        "Er kwamen 81 klachten binnen, 9% meer dan in het eerste halfjaar.",
        "Er kwamen 81 klachten binnen, ruim zes meer dan in het eerste halfjaar.",
        "Er kwamen 81 klachten binnen, bijna tien meer dan in het halfjaar ervoor.",
        "Er kwamen 81 klachten binnen, twaalf meer dan een jaar eerder.",
        "Er kwamen 81 klachten binnen, twaalf meer dan in de eerste helft van 2024.",
        "Er kwamen 81 klachten binnen, twaalf meer dan begroot.",
        "Er kwamen 83 klachten binnen, negen meer dan in het eerste halfjaar.",
        "Er kwamen 81 aanvragen binnen, twaalf meer dan in het eerste halfjaar.",
        "Er kwamen 81 klachten binnen, gemiddeld twee meer per maand dan in het eerste halfjaar.",
        "Er kwamen 81 klachten binnen, en twaalf daarvan zijn meer dan een maand oud.",
        "Er kwamen 81 klachten binnen, waarvan 12 meer dan in het eerste halfjaar over de bus gingen.",
        "Er kwamen 81 klachten binnen, twee keer meer dan in het eerste halfjaar van 2021.",
    ],
)
def test_what_may_be_right_is_silent(words: str) -> None:
    assert told(words) == []


def test_two_numbers_of_then_leave_it_open() -> None:
    other = "In Noord kwamen er 81 klachten binnen, tegen 60 in het eerste halfjaar."
    assert told("Er kwamen 81 klachten binnen, zes meer dan in het eerste halfjaar.", f"{PAIR} {other}") == []
