"""Find headings and boxes below which nothing stands, and headings that stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rapportage.checks.subjects import Paper
from rapportage.document import Heading, Kader, PageBreak, walk
from rapportage.errors import Finding, Place
from rapportage.inlines import Inlines, place_of, plain


def empty(paper: Paper) -> Iterator[Finding]:
    """Each heading with nothing below it, of its own or of a deeper one, and each box with only a title."""
    blocks = paper.document.blocks
    shown = [block for block in blocks if not isinstance(block, PageBreak)]
    for at, block in enumerate(shown):
        if isinstance(block, Heading) and _ends(block, next(iter(shown[at + 1 : at + 2]), None)):
            said = f"onder de kop '{plain(block.content).strip()}' staat niets"
            hint = "schrijf er tekst onder, of haal de kop weg; wat nog komt schrijft u als [open: …]"
            yield Finding(said, _place(block.content, block.place), hint)
    for one in walk(blocks):
        if isinstance(one, Kader) and not one.blocks:
            said = f"in het kader '{plain(one.title).strip()}' staat niets"
            yield Finding(said, _place(one.title, one.place), "schrijf er tekst in, of haal het weg")


def _ends(heading: Heading, following: object) -> bool:
    return following is None or (isinstance(following, Heading) and following.level <= heading.level)


def repeated(paper: Paper) -> Iterator[Finding]:
    """Each heading that says the same as the one right above it."""
    for above, block in pairwise(paper.document.blocks):
        if isinstance(above, Heading) and isinstance(block, Heading) and _words(above) == _words(block):
            first, second = (_place(one.content, one.place) for one in (above, block))
            hint = "haal haar weg; boven een hoofdstuk komt zijn titel vanzelf"
            if first.file != second.file:  # a part of the report, and its first chapter
                hint = f"geef een van beide een andere titel; de eerste staat op {first}"
            yield Finding(f"de kop '{plain(block.content).strip()}' staat er zo twee keer", second, hint)


def _words(heading: Heading) -> str:
    return " ".join(plain(heading.content).casefold().split())


def _place(content: Inlines, otherwise: Place) -> Place:
    place = place_of(content)
    return place if place.file else otherwise
