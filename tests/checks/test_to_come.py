"""Words that only say that something is to come are no name and no description; others are."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rapportage.checks.reading.placeholders import is_to_come
from rapportage.content.organisation import Ambtsdrager


@pytest.mark.parametrize(
    "words",
    ["n.n.b.", "N.n.b.", "nnb", "n.t.b.", "N.N.", "(naam volgt)", "wordt aangevuld", "Wordt nog aangevuld.",
     "Nog niet bekend", "onbekend", "vacature", "omschrijving volgt", "wordt later ingevuld"],
)  # fmt: skip
def test_what_is_to_come_is_seen(words: str) -> None:
    assert is_to_come(words)


@pytest.mark.parametrize(
    "words",
    ["B. Opvolger", "mr. N.N. van der Berg", "N. Nieuwenhuis", "P.M. Jansen", "drs. V. Volgt", "De lijst wordt aangevuld",
     "Kaart van een gebied dat wordt aangevuld", "Van de helft is de herkomst onbekend", "Tien vacatures", "N.B. de Wit"],
)  # fmt: skip
def test_a_name_or_description_is_there(words: str) -> None:
    assert not is_to_come(words)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("de burgemeester van Waterhoven", "vul de naam in, met voorletters en zonder het ambt"),
        ("burgemeester van de gemeente Waterhoven", "vul de naam in, met voorletters en zonder het ambt"),
        ("burgemeester", "vul de naam in, met voorletters en zonder het ambt"),
        ("burgemeester B. Opvolger", "schrijf B. Opvolger"),
        ("burgemeester van der Opvolger", "schrijf van der Opvolger"),
        ("B. Opvolger, burgemeester", "schrijf B. Opvolger"),
    ],
)
def test_an_office_for_a_name_is_answered_with_what_is_a_name(name: str, hint: str) -> None:
    with pytest.raises(ValidationError) as told:
        Ambtsdrager.model_validate({"naam": name, "functie": "burgemeester"})
    assert hint in str(told.value.errors()[0])
