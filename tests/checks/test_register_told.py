"""A text calls a promise or a motion done where the register has it done, and open where it is open."""

from __future__ import annotations

import pytest

from rapportage.checks.register_told import said_of_one
from rapportage.content.register import Soort, Staat, Toezegging


def entry(name: str, soort: Soort, wat: str, staat: Staat) -> Toezegging:
    return Toezegging(
        id=name, soort=soort, wat=wat, door="raad", sinds="2022", vindplaats="debat", staat=staat
    )


KNOWN = [
    entry("motie-verstedelijking", "motie", "De motie over de verstedelijkingsstrategie uitdragen", "open"),
    entry("fietsbrug-noord", "toezegging", "Een onderzoek naar de fietsbrug in Noord", "lopend"),
    entry("groen", "motie", "Meer groen bij de scholen", "afgedaan"),
    entry("zwembad", "toezegging", "Een brief over het zwembad", "afgedaan"),
]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("De motie over de verstedelijkingsstrategie is uitgevoerd.", "motie-verstedelijking"),
        (
            "Met deze rapportage is de motie over de verstedelijkingsstrategie afgedaan.",
            "motie-verstedelijking",
        ),
        ("De toezegging over de fietsbrug is hiermee nagekomen.", "fietsbrug-noord"),
        ("De motie 'Meer groen bij de scholen' staat nog open.", "groen"),
        ("De motie meer groen bij de scholen is nog niet uitgevoerd.", "groen"),
        ("fietsbrug-noord is afgehandeld.", "fietsbrug-noord"),
        ("De toezegging over het zwembad is nog niet afgedaan.", "zwembad"),
        ("De motie verstedelijking is inmiddels uitgevoerd.", "motie-verstedelijking"),
    ],
)
def test_another_state_than_the_register_has_is_told(sentence: str, name: str) -> None:
    found = said_of_one(sentence, KNOWN)
    assert found is not None
    assert found[0].id == name


@pytest.mark.parametrize(
    "sentence",
    [
        "De motie over de verstedelijkingsstrategie is nog niet uitgevoerd.",
        "De motie over de verstedelijkingsstrategie staat open.",
        "De motie over het verkeer is uitgevoerd.",
        "Het onderzoek naar de fietsbrug is afgerond.",
        "De motie over groen bij scholen is uitgevoerd.",
        "Zodra de motie over de verstedelijkingsstrategie is uitgevoerd, hoort u ervan.",
        "Het college stelt voor de motie over de verstedelijkingsstrategie als afgedaan te beschouwen.",
        "De motie over de verstedelijkingsstrategie is deels uitgevoerd.",
        "De toezegging over het zwembad is nagekomen. De moties zijn uitgevoerd.",
        "De motie over de verstedelijkingsstrategie is aangenomen, en het werk is uitgevoerd.",
        "Het zwembad staat nog open.",
        "De scholen zijn open.",
    ],
)
def test_the_state_of_the_register_and_of_something_else_is_right(sentence: str) -> None:
    assert said_of_one(sentence, KNOWN) is None
