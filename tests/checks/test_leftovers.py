"""What other programs leave is looked for by its pattern only where a part of it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.strategies import from_regex

from rapportage.checks.leftovers import _LEFTOVERS, _Leftover


@pytest.mark.parametrize("one", [one for one in _LEFTOVERS if one.parts], ids=lambda one: one.what)
def test_whatever_a_sign_sees_holds_one_of_the_parts(one: _Leftover) -> None:
    for sign in one.signs:

        @given(from_regex(sign))
        @settings(max_examples=8, database=None)
        def is_found(words: str) -> None:
            assert one.found_in(words)

        is_found()
