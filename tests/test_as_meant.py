"""Characters that other programs leave become what was meant by them."""

from __future__ import annotations

import pytest

from rapportage.characters import NEIGHBOURS, as_meant
from rapportage.errors import Place
from rapportage.style.fonts import unprintable


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ﬁnanciën, oﬃcieel, ﬂexibel", "financiën, officieel, flexibel"),
        ("Ĳssel", "IJssel"),
        ("Zuid\u2010Holland", "Zuid-Holland"),
        ("Noord\u2011Holland", "Noord\u2011Holland"),
        ("een\x0btwee", "een\u2028twee"),
        ("een\ufefftwee", "eentwee"),
        ("\uf0b7 punt, \uf0fc goed", "• punt, ✓ goed"),
        ("af\xadbreken, 10\xb2 m, ½", "af\xadbreken, 10\xb2 m, ½"),
        ("e\u0301e\u0301n", "één"),
    ],
)
def test_a_character_becomes_what_it_stood_for(text: str, meant: str) -> None:
    assert as_meant(text) == meant


def test_what_is_proposed_for_a_sign_can_be_printed_and_the_sign_cannot() -> None:
    for sign, other in NEIGHBOURS.items():
        assert list(unprintable(sign, Place("x.md"))), sign
        assert list(unprintable(other, Place("x.md"))) == []
