"""Find figures that would be printed smaller than they were drawn."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Paper
from rapportage.document import Block, Figure, FigurePair, Landscape
from rapportage.errors import Finding
from rapportage.style.lengths import PIXEL
from rapportage.style.page import landscape, portrait


def too_high(paper: Paper) -> Iterator[Finding]:
    """Each drawn figure that is too high for its page.

    Such a figure would be scaled down, and its words with it. Pictures as given may be.
    """
    upright, on_its_side = portrait(paper.style), landscape(paper.style)
    for figure, lying in _figures(paper.document.blocks, lying=False):
        highest = (on_its_side if lying else upright).figure_height
        image = paper.document.images[figure.image]
        if figure.id in paper.drawn and image.height * PIXEL > highest:
            yield Finding(
                f"figuur '{figure.id}' is hoger dan {'een liggende' if lying else 'een'} bladzijde toelaat",
                figure.place,
                "neem minder onderdelen of perioden op, of zet haar niet in een paar",
            )


def _figures(blocks: tuple[Block, ...], *, lying: bool) -> Iterator[tuple[Figure, bool]]:
    """Every figure, with whether it stands on a landscape page."""
    for block in blocks:
        match block:
            case Figure():
                yield block, lying
            case FigurePair():
                yield from ((block.left, lying), (block.right, lying))
            case Landscape():
                yield from _figures(block.blocks, lying=True)
            case _:
                pass
