"""The house fonts: what they can print."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont

from rapportage.errors import Place
from rapportage.style.fonts import house, unprintable


@pytest.mark.parametrize("italic", [False, True])
def test_what_can_be_printed_is_what_all_faces_have_a_glyph_for(italic: bool) -> None:
    fonts = [TTFont(face.path, lazy=True) for face in house().faces if face.italic == italic]
    known = frozenset.intersection(*(frozenset(font.getBestCmap()) for font in fonts))
    for number in range(0x20, 0x3000):
        character = chr(number)
        drawn = unicodedata.category(character) not in ("Zs", "Cf") and unicodedata.is_normalized(
            "NFC", character
        )
        if drawn:
            told = [*unprintable(character, Place("x.md"), italic=italic)]
            assert bool(told) == (number not in known), character
