"""A drawn figure is printed as large as it was drawn, or it is a problem."""

from __future__ import annotations

from datetime import date

import pytest

from rapportage.checks.drawings.figure_size import too_high
from rapportage.checks.subjects import Paper
from rapportage.document import Block, Document, Figure, FigurePair, Image, Landscape, Meta
from rapportage.errors import Place
from rapportage.style.tokens import house_style
from rapportage.workspace import package_templates

STYLE = house_style((package_templates() / "huisstijl.tokens.json").read_text("utf-8"))
META = Meta("Titel", "Gemeente Voorbeeldstad", date(2024, 7, 2))


def told(high: float, wrap: type[Block] | None = None, drawn: tuple[str, ...] = ("kaart",)) -> list[str]:
    """What is told of a figure this many mm high."""
    figure = Figure("kaart", "De regio.", id="kaart", place=Place("figuren/kaart.yaml"))
    block: Block = figure
    if wrap is Landscape:
        block = Landscape((figure,))
    elif wrap is FigurePair:
        block = FigurePair(figure, Figure("dijk", "De dijk.", id="dijk"))
    images = {
        "kaart": Image("image/svg+xml", b"", 400, high / 25.4 * 96),
        "dijk": Image("image/png", b"", 9, 9),
    }
    paper = Paper(Document(META, (block,), images), STYLE, frozenset(drawn))
    return [one.message for one in too_high(paper)]


# 297 mm less 2 x 18 mm, of which 80%: 208.8 mm; landscape 210 mm: 139.2 mm.
@pytest.mark.parametrize(
    ("high", "wrap", "said"),
    [
        (208, None, []),
        (209, None, ["figuur 'kaart' is hoger dan een bladzijde toelaat"]),
        (209, FigurePair, ["figuur 'kaart' is hoger dan een bladzijde toelaat"]),
        (139, Landscape, []),
        (140, Landscape, ["figuur 'kaart' is hoger dan een liggende bladzijde toelaat"]),
    ],
)
def test_a_figure_higher_than_its_page_is_a_problem(
    high: float, wrap: type[Block] | None, said: list[str]
) -> None:
    assert told(high, wrap) == said


def test_a_picture_as_given_may_be_scaled_down() -> None:
    assert told(500, drawn=()) == []
