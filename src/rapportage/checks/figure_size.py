"""Find figures that would be printed smaller than they were drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rapportage.document import Block, Document, Figure, FigurePair, Landscape
from rapportage.errors import NO_ROOM, Problem
from rapportage.style.lengths import PIXEL
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import HouseStyle


def too_high(document: Document, style: HouseStyle, drawn: Collection[str]) -> Iterator[Problem]:
    """The problem with each figure that is too high for its page; `drawn` names those drawn to size.

    Such a figure would be scaled down, and its words with it. Pictures as given may be.
    """
    upright, on_its_side = portrait(style), landscape(style)
    for figure, lying in _figures(document.blocks, lying=False):
        highest = (on_its_side if lying else upright).figure_height
        if figure.id in drawn and document.images[figure.image].height * PIXEL > highest:
            yield Problem(
                "fout",
                f"figuur '{figure.id}' is hoger dan {'een liggende' if lying else 'een'} bladzijde toelaat",
                figure.place,
                "neem minder onderdelen of perioden op, of zet haar niet in een paar",
                NO_ROOM,
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
