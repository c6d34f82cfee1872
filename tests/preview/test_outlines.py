"""Letters of a page become few outlines, and the page looks as it did."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import resvg_py
from PIL import Image, ImageChops

from rapportage.periode import parse_periode
from rapportage.preview.outlines import in_few_outlines
from rapportage.preview.session import Session
from rapportage.workspace import Workspace

HEAD = '<svg viewBox="0 0 9 9">'
A = '<symbol id="gA" overflow="visible"><path d="M 0 0m 1 0h 2v 3Z m 0 1h 1Z "/></symbol>'
B = '<symbol id="gB" overflow="visible"><path d="M 0 0m 0.5 -0.1l 2 2Z "/></symbol>'
BLACK, BLUE = (f'fill="{colour}" fill-rule="nonzero"' for colour in ("#000000", "#0000ff"))


def letter(name: str, x: str, colour: str = BLACK) -> str:
    return f'<use xlink:href="#g{name}" x="{x}" y="0" {colour}/>'


@pytest.mark.parametrize(
    ("drawn", "outlines", "made"),
    [
        (
            f"<g>{letter('A', '0')}{letter('B', '-4.5')}</g>",
            A + B,
            f'<g><path {BLACK} d="M 0 0m 1 0h 2v 3Z m 0 1h 1Z M -4.5 0m 0.5 -0.1l 2 2Z "/></g>',
        ),
        (
            letter("B", "0") + letter("B", "1e-5", BLUE),
            B,
            f'<path {BLACK} d="M 0 0m 0.5 -0.1l 2 2Z "/><path {BLUE} d="M 1e-5 0m 0.5 -0.1l 2 2Z "/>',
        ),
        (
            f"{letter('B', '0')}<rect/>{letter('B', '2')}",
            B,
            f'<path {BLACK} d="M 0 0m 0.5 -0.1l 2 2Z "/><rect/><path {BLACK} d="M 2 0m 0.5 -0.1l 2 2Z "/>',
        ),
    ],
    ids=["one colour", "two colours", "something between"],
)
def test_letters_that_follow_each_other_are_one_outline(drawn: str, outlines: str, made: str) -> None:
    assert (
        in_few_outlines(f"{HEAD}{drawn}<defs>{outlines}</defs></svg>") == f"{HEAD}{made}<defs></defs></svg>"
    )


@pytest.mark.parametrize(
    "outline",
    [
        '<symbol id="gA" overflow="visible"><image href="x"/></symbol>',
        '<symbol id="gA" overflow="visible"><path d="M 0 0m 1 0L 5 5Z "/></symbol>',
    ],
    ids=["a picture", "a corner that is told from the page's own corner"],
)
def test_what_cannot_be_moved_stays_as_it_is(outline: str) -> None:
    svg = f"{HEAD}{letter('A', '0')}{letter('B', '2')}<defs>{outline}{B}</defs></svg>"
    made = in_few_outlines(svg)
    assert letter("A", "0") in made
    assert outline in made
    assert f'<path {BLACK} d="M 2 0m 0.5 -0.1l 2 2Z "/>' in made


def drawn(svg: str) -> Image.Image:
    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, dpi=192)))).convert("L")


def test_a_page_looks_as_it_did(klein: Path) -> None:
    session = Session(Workspace(klein), parse_periode("2024-H1"))
    session.look()
    pages = session.pages("bijlage").svg
    session.close()
    for page in pages:
        made = in_few_outlines(page)
        assert "<use " in page
        assert "<use " not in made
        differing = ImageChops.difference(drawn(page), drawn(made)).histogram()
        assert not any(differing[64:])  # of 255: edges of letters that touch are drawn together
