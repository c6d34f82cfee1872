"""Find texts that speak of a figure or a table below them where their section has none left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from rapportage.checks.subjects import Paper
from rapportage.document import Block, Figure, FigurePair, Heading, Paragraph, Table, walk
from rapportage.errors import Finding
from rapportage.inlines import place_of, plain

_THING = r"(?P<what>grafiek|figuur|tabel|staafdiagram|lijndiagram|taartdiagram)"
_BELOW = re.compile(
    rf"\b(?:(?:de|het)\s(?:onderstaande?|volgende)\s{_THING}|onderstaande?\s{_THING.replace('what', 'other')}"
    rf"|(?:de|het)\s{_THING.replace('what', 'third')}\shieronder)\b",
    re.I,
)


def spoken_of(paper: Paper) -> Iterator[Finding]:
    """Each 'in de onderstaande grafiek' with no figure, and no table, between it and the next section."""
    blocks = list(walk(paper.document.blocks))
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        for found in _BELOW.finditer(plain(block.content)):
            what = (found["what"] or found["other"] or found["third"]).lower()
            if not _comes(blocks[at + 1 :], what):
                place = place_of(block.content)
                yield Finding(
                    f"hier staat '{found[0]}', en eronder staat geen {what}",
                    place if place.file else block.place,
                    "zet haar eronder, of verwijs met [@naam]",
                )


def _comes(blocks: Sequence[Block], what: str) -> bool:
    """Whether a table, or else any picture or table, comes before the next heading."""
    section = takewhile(lambda one: not isinstance(one, Heading), blocks)
    return any(isinstance(one, Table if what == "tabel" else Figure | FigurePair | Table) for one in section)
