"""What a description says of a drawing is what its data say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.checks.drawn_alts import other_count, other_first

VALUES = {"Kompas": Decimal("8.1"), "De Brug": Decimal("7.4"), "Zuid": Decimal("6.9")}
STATES = ["afgerond", "afgerond", "op schema", "loopt achter", "niet begonnen"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kompas scoort het laagst.", True),
        ("Zuid heeft de hoogste score.", True),
        ("Zuid scoort het hoogst en Kompas het laagst.", True),
        ("Kompas scoort het hoogst en Zuid het laagst.", False),
        ("Kompas krijgt met een 8,1 het meest, Zuid met 6,9 het minst.", False),
        ("De Brug scoort op Kompas na het hoogst.", False),
        ("De Brug scoort niet het hoogst.", False),
        ("Kompas bleef onder het laagste cijfer van de regio.", False),
        ("Kompas heeft de meeste cliënten, Zuid het mooiste gebouw.", False),
        ("Alle aanbieders scoren hoger dan vorig jaar.", False),
    ],
)
def test_who_is_called_first_is_first(text: str, told: bool) -> None:
    assert bool(other_first(text, VALUES)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Drie acties zijn afgerond.", True),
        ("Twee acties zijn afgerond.", False),
        ("Twee acties liggen op schema, één loopt achter.", True),
        ("Eén actie ligt op schema, één loopt achter, en één is nog niet begonnen.", False),
        ("De stand van de zes acties", True),
        ("De stand van de vijf acties", False),
        ("Twee van de zes acties zijn afgerond.", False),
        ("De stand van de acties", False),
        ("Hoe het met de acties staat na drie maanden", False),
    ],
)
def test_what_is_counted_of_states_is_there(text: str, told: bool) -> None:
    assert bool(other_count(text, STATES)) is told
