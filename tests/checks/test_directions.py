"""What is said to rise or fall does so by the numbers beside it."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.directions import contradicted
from rapportage.checks.subjects import Paper
from rapportage.document import Document


def told(words: str) -> list[str]:
    return [one.message for one in contradicted(Paper(Document(META, (paragraph(words),)), STYLE))]


@pytest.mark.parametrize(
    "words",
    [
        "De bouw stijgt van 1.290 naar 1.348.",
        "Het saldo daalt van € 500 naar €\xa0−250.",
        "De aanvragen stijgen van 151 eind mei 2021 naar 228.",
        "Het bedrag groeit van € 900.000 naar €\xa01,2\xa0miljoen.",
        "Zij gaat van 9 naar 5. Het stijgt. Van 9 naar 5.",
    ],
)
def test_what_moves_as_its_numbers_do_is_right(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("De bouw stijgt van 1.348 naar 1.290.", "'stijgt van 1.348 naar 1.290' klopt niet"),
        ("Het aandeel daalde van 27,4% naar 30%.", "'daalde van 27,4% naar 30%' klopt niet"),
        ("De bouw steeg licht van 9 in 2021 naar 5.", "'steeg van 9 naar 5' klopt niet"),
    ],
)
def test_what_moves_against_its_numbers_is_told(words: str, message: str) -> None:
    assert told(words) == [message]
