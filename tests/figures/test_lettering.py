"""Words in drawings: measured as they are drawn, wrapped before they shrink, never cut."""

from __future__ import annotations

import re

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from rapportage.figures.lettering import SMALLEST, fit, outline
from rapportage.style.fonts import house

LONG_NAMES = (
    "'s-Hertogenbosch",
    "Hendrik-Ido-Ambacht",
    "Zwartewaterland",
    "Noordoostpolder",
    "Súdwest-Fryslân",
)


@pytest.mark.parametrize(("bold", "weight"), [(False, 400), (True, 600)])
def test_a_letter_is_as_wide_as_the_font_file_says(bold: bool, weight: int) -> None:
    face = next(one for one in house().faces if one.weight == weight and not one.italic)
    with TTFont(face.path) as font:
        advance = font["hmtx"][font.getBestCmap()[ord("m")]][0] / font["head"].unitsPerEm
    assert house().text_width("m", 10, bold=bold) == pytest.approx(advance * 10)


def test_kerning_counts() -> None:
    assert house().text_width("AV", 100) < house().text_width("A", 100) + house().text_width("V", 100)


def test_a_composed_and_a_decomposed_letter_are_the_same_word() -> None:
    assert house().text_width("Súdwest", 10) == house().text_width("Súdwest", 10)


def test_words_go_to_the_next_line_before_they_shrink() -> None:
    fitted = fit("Menselijk kapitaal", 60, size=10, letters=house())
    assert fitted is not None
    assert (fitted.lines, fitted.size, fitted.shrunk) == (("Menselijk", "kapitaal"), 10, False)


def test_words_shrink_where_lines_do_not_help_and_say_so() -> None:
    fitted = fit("Bereikbaarheid", 60, size=10, letters=house())
    assert fitted is not None
    assert (fitted.lines, fitted.size, fitted.shrunk) == (("Bereikbaarheid",), 9, True)


def test_a_word_is_broken_into_syllables_only_when_it_does_not_fit_at_the_smallest_size() -> None:
    fitted = fit("Samenwerkingsverband", 56, size=10, letters=house())
    assert fitted is not None
    assert (fitted.lines, fitted.shrunk) == (("Samenwer-", "kingsver-", "band"), True)


def test_a_name_goes_on_after_its_own_hyphen_without_a_second_one() -> None:
    fitted = fit("Hendrik-Ido-Ambacht", 52, size=9, letters=house())
    assert fitted is not None
    assert fitted.lines == ("Hendrik-Ido-", "Ambacht")
    assert not fitted.shrunk


def test_a_new_line_or_a_tab_is_a_space() -> None:
    fitted = fit("Regio\n\tVoorbeeld", 200, letters=house())
    assert fitted is not None
    assert fitted.lines == ("Regio Voorbeeld",)


def test_a_word_or_text_beyond_reading_is_refused_at_once() -> None:
    assert fit("ab-" * 6000, 100, letters=house()) is None
    assert fit("woord " * 2000, 100, letters=house()) is None


def test_what_cannot_be_broken_does_not_fit() -> None:
    assert fit("m" * 40, 50, letters=house()) is None
    assert fit("een twee drie", 30, height=12, letters=house()) is None
    assert fit("een twee drie", 30, most_lines=1, letters=house()) is None


@given(
    st.sampled_from(LONG_NAMES) | st.text("abcdeinorst -", min_size=1, max_size=60).filter(str.strip),
    st.floats(20, 200),
    st.floats(9, 120),
)
def test_what_fits_keeps_every_letter_within_its_room(words: str, width: float, height: float) -> None:
    fitted = fit(words, width, height, letters=house())
    if fitted is None:
        return
    assert fitted.size >= SMALLEST
    assert fitted.height <= height + 0.1
    assert all(house().text_width(line, fitted.size) <= width + 0.1 for line in fitted.lines)
    letters = re.sub(r"[\s-]", "", words)
    assert re.sub(r"[\s-]", "", "".join(fitted.lines)) == letters


def test_an_outline_is_as_wide_as_its_measure_and_reaches_below_the_line_for_a_tail() -> None:
    path, width = outline("gy", 20, house())
    assert width == pytest.approx(house().text_width("gy", 20))
    points = [tuple(map(float, pair)) for pair in re.findall(r"(-?[0-9.]+) (-?[0-9.]+)", path)]
    assert min(x for x, _ in points) >= 0
    assert max(x for x, _ in points) <= width
    assert max(y for _, y in points) > 2  # y points down
    assert min(y for _, y in points) < -8


def test_a_space_has_a_width_and_no_outline() -> None:
    path, width = outline(" ", 10, house())
    assert path == ""
    assert width > 1
