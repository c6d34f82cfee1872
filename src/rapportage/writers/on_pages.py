"""Where the blocks of a paper came to stand on its pages, whichever engine laid them out."""

from __future__ import annotations

from dataclasses import dataclass

from rapportage.errors import Place

SLIVER = 0.5
"""Less than so many points of a page show nothing of a block."""


@dataclass(frozen=True, slots=True)
class BlockOnPage:
    """Where a block came to stand: a page, from 1, and how far down it begins and ends there, in points.

    One that goes on after a page is there once for each. `place` is the file with the line that it came from,
    `name` is what `identity` calls it, and `id` what references call it. A footnote has its number, others 0.
    """

    page: int
    top: float
    bottom: float
    place: Place
    name: str = ""
    id: str = ""
    note: int = 0
