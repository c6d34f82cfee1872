"""A description of an own drawing has the measures that stand in it."""

from __future__ import annotations

import pytest

from rapportage.checks.drawings.drawn_letters import letters_of, other_measure

SVG = (
    '<svg><text x="98"><tspan>kruin: +6,6 m NAP</tspan></text><text>berm: 12 m</text>'
    "<text>oude dijk (+5,8 m NAP)</text><path d='M 21,68'/></svg>"
)


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        ("De kruin gaat van 5,8 naar 6,8 meter en er komt een berm van 12 meter.", "'6,6 m'"),
        ("De kruin gaat van 5,8 naar 6,6 meter en er komt een berm van 21 meter.", "'12 m'"),
        ("De kruin gaat van 5,8 naar 6,6 meter en er komt een berm van 12 meter.", ""),
        ("De kruin wordt 0,8 meter hoger.", ""),
        ("De kruin komt op 6,6 meter, de berm op 12 meter; de sloot is 11 meter breed.", ""),
        ("Een doorsnede van de dijk met 13 palen.", ""),
        ("De dijk is 3,4 kilometer lang.", ""),
        ("De kruin komt op 7 meter.", ""),
        ("De dijk uit 1953 krijgt een berm.", ""),
        ("Een helling van 21%.", ""),
        ("De kruin komt 660 centimeter boven NAP.", ""),
        ("Een doorsnede van de dijk.", ""),
    ],
)
def test_a_measure_is_one_of_the_drawing(alt: str, told: str) -> None:
    said = other_measure(alt, letters_of(SVG))
    assert told in said if told else said == ""
