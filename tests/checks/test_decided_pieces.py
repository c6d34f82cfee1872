"""What one thing costs is its part of what so many of them cost in another text."""

from __future__ import annotations

import pytest

from rapportage.checks.decisions.decided_pieces import pieces_in
from rapportage.errors import Place

WHOLE = "Voor 40 extra deelfietsen € 120.000 te onttrekken aan de reserve."


def told(words: str, elsewhere: str = WHOLE) -> list[str]:
    every = [(elsewhere, Place("memo.md", 4)), (words, Place("memo.md", 9))]
    return [one.message.replace("\u00a0", " ") for one in pieces_in(every)]


@pytest.mark.parametrize(
    ("words", "elsewhere", "message"),
    [
        ("Een deelfiets kost € 2.500, het laadpunt meegerekend.", WHOLE, "hier staat € 2.500, en elders staat 'Voor 40 extra deelfietsen € 120.000' (memo.md, regel 4): dat is € 3.000 per stuk"),
        ("Zonder extra fietsen houdt de groei op, en er staat geen fiets meer. Een deelfiets kost € 2.500.", WHOLE, "hier staat € 2.500, en elders staat 'Voor 40 extra deelfietsen € 120.000' (memo.md, regel 4): dat is € 3.000 per stuk"),
        ("Elke deelfiets kost € 3.500.", "€ 120.000 uit de reserve voor 40 extra deelfietsen.", "hier staat € 3.500, en elders staat '€ 120.000 uit de reserve voor 40 extra deelfietsen' (memo.md, regel 4): dat is € 3.000 per stuk"),
        ("Eén woning kost € 200.000.", "De 12 woningen kosten samen € 3.000.000.", "hier staat € 200.000, en elders staat 'De 12 woningen kosten samen € 3.000.000' (memo.md, regel 4): dat is € 250.000 per stuk"),
    ],
)  # fmt: skip
def test_another_part_than_that_of_the_whole_is_told(words: str, elsewhere: str, message: str) -> None:
    assert told(words, elsewhere) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "Een deelfiets kost € 3.000, het laadpunt meegerekend.",
        "Een deelfiets kost ongeveer € 2.900.",
        "Een deelfiets kost € 2.500 en een laadpunt € 500.",
        "Een deelfiets kost € 2.500. Het laadpunt kost nog eens € 500.",
        "Een deelfiets kost € 2.500, exclusief btw.",
        "Een deelfiets kost € 2.500. Dat is zonder het laadpunt.",
        "Een deelfiets kost € 4.000. De provincie betaalt een kwart mee.",
        "Een deelfiets kost € 250 per jaar.",
        "Een deelfiets kost € 3 per rit.",
        "Een deelfiets kost € 1.500 minder dan een bus, en wij dragen de helft bij.",
        "Een deelauto kost € 2.500.",
        "Een deelfietser betaalt € 2.500.",
        "Een fietspad kost € 210.000.",
    ],
)
def test_what_may_be_right_is_silent(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Een bijdrage van € 60.000 voor 40 deelfietsen.",
        "Voor 40 extra deelfietsen € 120.000, waarvan de provincie € 20.000 betaalt.",
        "€ 120.000 voor 40 deelfietsen en een hub.",
        "Voor 48 extra deelfietsen € 120.000.",
    ],
)
def test_a_whole_of_which_others_pay_a_part_says_nothing(elsewhere: str) -> None:
    assert told("Een deelfiets kost € 2.500.", elsewhere) == []
