"""A text calls a promise or a motion done where the register has it done, and open where it is open."""

from __future__ import annotations

import pytest

from rapportage.checks.register_told import otherwise_dated, said_of_one
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


MOTION = Toezegging(
    id="flex",
    soort="motie",
    wat="Onderzoek naar flexwoningen",
    door="raad",
    sinds="2024-11-11",
    vindplaats="motie 2024-17",
    staat="open",
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Op 18 november 2024 vroeg de raad met motie 2024-17 om flexwoningen.", True),
        ("De raad nam op 18 november 2024 motie 2024-17 aan.", True),
        ("Motie 2024-17 van 18 november 2024 is uitgevoerd.", True),
        ("In motie 2024-71 vroeg de raad om flexwoningen.", True),
        ("De raad nam op maandag 11 november 2024 motie 2024-17 aan.", False),
        ("Motie 2024-17 van 11 november 2024 is uitgevoerd.", False),
        ("In motie 2023-12 vroeg de raad om iets anders.", False),
        ("Op 12 mei 2025 besprak de raad de uitvoering van motie 2024-17.", False),
        ("Op 12 mei 2025 vroeg de raad naar de stand van motie 2024-17.", False),
        ("De raad nam op 12 mei 2025 een motie aan.", False),
        ("De moties 2024-17 en 2024-18 zijn van de raad.", False),
    ],
)
def test_a_motion_is_of_the_day_and_number_of_the_register(sentence: str, told: bool) -> None:
    assert (otherwise_dated(sentence, [MOTION]) is not None) is told
