"""Finished drawings: words become outlines; words that cannot be read are told."""

from __future__ import annotations

import pytest
from lxml import etree

from rapportage.errors import ContentError, Place
from rapportage.figures.drawing import finish

PLACE = Place("figuren/kaart.yaml")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt" viewBox="0 0 200 100">{}</svg>'


def word(text: str, x: float, y: float, extra: str = "", size: float = 10) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" {extra}>{text}</text>'


def told(body: str) -> list[str]:
    with pytest.raises(ContentError) as error:
        finish(SVG.format(body), "proef", PLACE)
    return [problem.message for problem in error.value.problems]


def test_words_become_outlines_in_their_own_colour_at_their_own_place() -> None:
    image = finish(SVG.format(word("Zwolle", 100, 50, 'text-anchor="middle" fill="#123456"')), "proef", PLACE)
    root = etree.fromstring(image.data)
    assert list(root.iter("{*}text")) == []
    (path,) = root.iter("{*}path")
    assert path.get("fill") == "#123456"
    assert str(path.get("transform")).startswith("translate(8")
    assert image.width == pytest.approx(200 / 0.75)
    assert image.height == pytest.approx(100 / 0.75)


def test_numbers_are_rounded_so_that_machines_draw_the_same() -> None:
    drawn = finish(SVG.format('<circle cx="10.123456789" cy="20" r="3.999999"/>'), "proef", PLACE)
    assert b'cx="10.12" cy="20" r="4"' in drawn.data


def test_words_over_the_frame_are_a_problem() -> None:
    assert told(word("Noordoostpolder", 150, 50)) == ["'Noordoostpolder' past niet binnen de tekening"]
    assert told(word("Urk", 10, 3)) == ["'Urk' past niet binnen de tekening"]


def test_words_that_run_into_each_other_are_one_problem() -> None:
    body = word("Zwolle", 50, 50) + word("Dalfsen", 60, 52) + word("Ommen", 65, 51)
    assert told(body) == ["'Zwolle' en 'Dalfsen' lopen in deze tekening door elkaar"]


def test_words_that_only_stand_close_are_none() -> None:
    assert finish(SVG.format(word("Zwolle", 50, 50) + word("Dalfsen", 50, 61)), "proef", PLACE).height > 0


def test_words_too_small_or_turned_are_the_template_makers_problem() -> None:
    assert told(word("klein", 50, 50, size=7)) == [
        "tekening 'proef' zet 'klein' niet recht in een eigen <text>, of kleiner dan 8 pt"
    ]
    turned = f'<g transform="rotate(30)">{word("scheef", 50, 50)}</g>'
    assert told(turned) == [
        "tekening 'proef' zet 'scheef' niet recht in een eigen <text>, of kleiner dan 8 pt"
    ]


def test_a_character_without_a_glyph_is_a_problem() -> None:
    assert told(word("Dalfsen 😀", 50, 50)) == ["het teken '😀' (U+1F600) staat niet in het lettertype"]


def test_a_drawing_may_not_fetch_or_act_any_more_than_a_picture_as_given() -> None:
    assert told('<image href="https://www.example.org/x.png"/>') == [
        "afbeelding 'proef' bevat een onderdeel <image>"
    ]


@pytest.mark.parametrize("broken", ["<svg", SVG.format("<g>"), "geen tekening", "<html/>"])
def test_what_is_no_svg_is_told(broken: str) -> None:
    with pytest.raises(ContentError):
        finish(broken, "proef", PLACE)
