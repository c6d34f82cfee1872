"""Finished drawings: words become outlines; words that cannot be read are told."""

from __future__ import annotations

import pytest
from lxml import etree

from rapportage.errors import ContentError, Place
from rapportage.figures import svg
from rapportage.figures.drawing import finish
from rapportage.figures.origin import Origin
from rapportage.figures.raster import NotDrawn
from rapportage.style.fonts import house

PLACE = Place("figuren/kaart.yaml")
PROEF = Origin("proef", Place("figuren/proef/tekening.svg.j2"), "tekening", "zie het voorbeeld")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt" viewBox="0 0 200 100">{}</svg>'


def word(text: str, x: float, y: float, extra: str = "", size: float = 10) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" {extra}>{text}</text>'


def told(body: str) -> list[str]:
    with pytest.raises(ContentError) as error:
        finish(SVG.format(body), PROEF, PLACE, house())
    return [problem.message for problem in error.value.problems]


def test_words_become_outlines_in_their_own_colour_at_their_own_place() -> None:
    image = finish(
        SVG.format(word("Zwolle", 100, 50, 'text-anchor="middle" fill="#123456"')), PROEF, PLACE, house()
    )
    root = etree.fromstring(image.data)
    assert list(root.iter("{*}text")) == []
    (path,) = root.iter("{*}path")
    assert path.get("fill") == "#123456"
    assert str(path.get("transform")).startswith("translate(8")
    assert image.width == pytest.approx(200 / 0.75)
    assert image.height == pytest.approx(100 / 0.75)


def test_beside_it_the_words_stay_words_that_begin_where_their_outline_does() -> None:
    body = word("Zwolle &amp; co", 100, 50, 'text-anchor="middle" fill="#123456" font-weight="700"')
    image = finish(SVG.format(f'<g stroke="#ff0000">{body}</g>'), PROEF, PLACE, house())
    assert b"<text" not in image.data
    (text,) = etree.fromstring(image.worded).iter("{*}text")
    (path,) = etree.fromstring(image.data).iter("{*}path")
    assert text.text == "Zwolle & co"
    assert f"translate({text.get('x')} {text.get('y')})" == path.get("transform")
    facts = {name: text.get(name) for name in ("fill", "stroke", "font-weight", "font-family")}
    assert facts == {
        "fill": "#123456",
        "stroke": "none",
        "font-weight": "600",
        "font-family": "Source Sans Pro",
    }


def test_numbers_are_rounded_so_that_machines_draw_the_same() -> None:
    drawn = finish(SVG.format('<circle cx="10.123456789" cy="20" r="3.999999"/>'), PROEF, PLACE, house())
    assert b'cx="10.12" cy="20" r="4"' in drawn.data


def test_words_over_the_frame_are_a_problem() -> None:
    assert told(word("Noordoostpolder", 150, 50)) == ["'Noordoostpolder' past niet binnen de tekening"]
    assert told(word("Urk", 10, 3)) == ["'Urk' past niet binnen de tekening"]


def test_words_that_run_into_each_other_are_one_problem() -> None:
    body = word("Zwolle", 50, 50) + word("Dalfsen", 60, 52) + word("Ommen", 65, 51)
    assert told(body) == ["'Zwolle' en 'Dalfsen' lopen in deze tekening door elkaar"]


def test_a_problem_carries_the_words_that_it_is_about() -> None:
    body = word("zo heet 'A' en 'B'", 150, 50) + word("Urk", 10, 90) + word("Ens", 10, 90)
    with pytest.raises(ContentError) as error:
        finish(SVG.format(body), PROEF, PLACE, house())
    assert [problem.subject for problem in error.value.problems] == ["Urk", "zo heet 'A' en 'B'"]


def test_words_that_only_stand_close_are_none() -> None:
    assert (
        finish(SVG.format(word("Zwolle", 50, 50) + word("Dalfsen", 50, 61)), PROEF, PLACE, house()).height > 0
    )


def test_words_too_small_or_turned_are_the_template_makers_problem() -> None:
    assert told(word("klein", 50, 50, size=7)) == [
        "tekening 'proef' zet 'klein' niet recht in een eigen <text>, of kleiner dan 8 pt"
    ]
    turned = f'<g transform="rotate(30)">{word("scheef", 50, 50)}</g>'
    assert told(turned) == [
        "tekening 'proef' zet 'scheef' niet recht in een eigen <text>, of kleiner dan 8 pt"
    ]


WORD = word("Dalfsen", 50, 50)
EVASIONS = {
    "in a drawing of its own": f'<svg width="20" height="10" viewBox="0 0 200 100">{WORD}</svg>',
    "repeated": f'<g id="a">{WORD}</g><use href="#a" x="180"/>',
    "in a mask": f'<mask id="m">{WORD}</mask>',
    "cut off": f'<g clip-path="url(#c)">{WORD}</g>',
    "see-through": f'<g opacity="0">{WORD}</g>',
    "hidden": word("Dalfsen", 50, 50, 'display="none"'),
    "out of the namespace": WORD.replace("<text", '<text xmlns=""'),
    "at a percentage": WORD.replace('x="50"', 'x="50%"'),
    "letter by letter": WORD.replace('x="50"', 'x="50 55 60"'),
    "moved": word("Dalfsen", 50, 50, 'dx="400"'),
    "stretched": word("Dalfsen", 50, 50, 'textLength="400"'),
    "with a style": word("Dalfsen", 50, 50, 'style="font-size: 4px"'),
}


@pytest.mark.parametrize("how", EVASIONS)
def test_words_drawn_in_a_way_that_their_box_does_not_tell_are_refused(how: str) -> None:
    assert told(EVASIONS[how]) == [
        "tekening 'proef' zet 'Dalfsen' niet recht in een eigen <text>, of kleiner dan 8 pt"
    ]


def test_words_take_the_colour_of_their_group_and_not_its_line() -> None:
    image = finish(SVG.format(f'<g fill="#123456" stroke="#000000">{WORD}</g>'), PROEF, PLACE, house())
    (path,) = etree.fromstring(image.data).iter("{*}path")
    assert (path.get("fill"), path.get("stroke")) == ("#123456", "none")


def test_a_drawing_wider_than_its_place_is_refused_since_its_words_would_shrink() -> None:
    with pytest.raises(ContentError, match="tekening 'proef' is 200 pt breed, en er is 120 pt"):
        finish(SVG.format(""), PROEF, PLACE, house(), 120)


def test_words_are_wrong_in_the_figure_and_all_else_in_its_template() -> None:
    for body, place in ((word("Noordoostpolder", 150, 50), PLACE), (word("klein", 9, 50, size=7), PROEF.at)):
        with pytest.raises(ContentError) as error:
            finish(SVG.format(body), PROEF, PLACE, house())
        assert [problem.at for problem in error.value.problems] == [place]


def test_a_character_without_a_glyph_is_a_problem() -> None:
    assert told(word("Dalfsen 😀", 50, 50)) == ["het teken '😀' (U+1F600) staat niet in het lettertype"]


def test_a_drawing_may_not_fetch_or_act_any_more_than_a_picture_as_given() -> None:
    assert told('<image href="https://www.example.org/x.png"/>') == [
        "tekening 'proef' bevat een onderdeel <image>"
    ]


@pytest.mark.parametrize("broken", ["<svg", SVG.format("<g>"), "geen tekening", "<html/>"])
def test_what_is_no_svg_is_told(broken: str) -> None:
    with pytest.raises(ContentError):
        finish(broken, PROEF, PLACE, house())


def test_a_drawing_of_ours_that_cannot_be_drawn_is_told_before_its_bitmap_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> bytes:
        raise NotDrawn

    monkeypatch.setattr(svg, "draw", refuse)
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    with pytest.raises(ContentError, match="afbeelding 'kaart' is niet te tekenen"):
        svg.svg_image(drawing, Origin("kaart", PLACE), own=True)
