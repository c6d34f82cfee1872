"""What changed between two texts, word by word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.changed_words import Words


def told(was: str, wordt: str) -> str:
    """Both as one text, with what is gone as -…- and what is new as +…+."""
    signs = {"gelijk": "", "weg": "-", "nieuw": "+"}
    return "".join(f"{signs[kind]}{text}{signs[kind]}" for kind, text in Words().parts(was, wordt))


@pytest.mark.parametrize(
    ("was", "wordt", "both"),
    [
        ("Er zijn 312 leden.", "Er zijn 1.287 leden.", "Er zijn- 312-+ 1.287+ leden."),
        ("Dat is zo.", "Dat is niet zo.", "Dat is+ niet+ zo."),
        ("Dat is niet zo.", "Dat is zo.", "Dat is- niet- zo."),
        ("Zo.", "Zo!", "Zo-.-+!+"),
        ("", "Nieuw.", "+Nieuw.+"),
        ("Hetzelfde.", "Hetzelfde.", "Hetzelfde."),
        (
            "De raad besloot in mei de brug te bouwen.",
            "Het college vroeg in juni een advies te schrijven.",
            "-De raad besloot in mei de brug-+Het college vroeg in juni een advies+ te- bouwen-+ schrijven+.",
        ),
    ],
)
def test_what_changed_stands_in_its_sentence(was: str, wordt: str, both: str) -> None:
    assert told(was, wordt) == both


@given(st.text("ab .é\u00a0\n", max_size=40), st.text("ab .é\u00a0\n", max_size=40))
def test_without_what_is_new_stands_the_old_text_and_without_what_is_gone_the_new(
    was: str, wordt: str
) -> None:
    parts = Words().parts(was, wordt)
    assert "".join(text for kind, text in parts if kind != "nieuw") == was
    assert "".join(text for kind, text in parts if kind != "weg") == wordt


def test_texts_of_which_each_word_stands_everywhere_take_no_time_without_end() -> None:
    was, wordt = "a b " * 2_000, "b b a a " * 1_000
    words, begin = Words(), time.process_time()
    for _ in range(50):
        assert "".join(text for kind, text in words.parts(was, wordt) if kind != "weg") == wordt
    assert time.process_time() - begin < 30
