"""Numbers in Dutch words, with and without their accents."""

from __future__ import annotations

import pytest

from rapportage.number_words import number_of_word


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("een", 1),
        ("één", 1),
        ("Twaalf", 12),
        ("negentien", 19),
        ("drieëntwintig", 23),
        ("drieentwintig", 23),
        ("negenennegentig", 99),
        ("honderd", 100),
        ("honderdtwaalf", 112),
        ("honderdentwaalf", 112),
        ("tweehonderdvijftig", 250),
        ("duizend", 1000),
        ("vijftienduizend", 15000),
        ("woningen", None),
        ("derde", None),
        ("x" * 100000, None),
    ],
)
def test_a_word_stands_for_a_number(word: str, number: int | None) -> None:
    assert number_of_word(word) == number
