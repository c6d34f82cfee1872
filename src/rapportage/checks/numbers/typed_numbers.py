"""Find numbers and labels that an author typed where the paper gives them by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportage.checks.subjects import Content, Paper
from rapportage.document import Figure, FigurePair, Heading, Table, walk
from rapportage.errors import Finding, Place
from rapportage.inlines import Inlines, place_of, plain

_HEADING = re.compile(
    r"(?:(?:Hoofdstuk|Deel|Paragraaf|Onderdeel) (?:[0-9]+|[A-Z])\b[.:]?|[0-9]+(?:\.[0-9]+)+\.?(?=\s)"
    r"|(?:[0-9]{1,2}|[A-Za-z]|[IVX]+)[.)](?=\s)|[-–•*](?=\s))"
)
_BARE = re.compile(r"(?P<number>[1-9][0-9]?)(?=\s+[A-ZÀ-Þ])")
"""A number that may also be of the words: '12 MW zonne-energie'."""
_CAPTION = re.compile(r"(?:Tabel|Figuur|Grafiek|Afbeelding|Diagram) [0-9]+[.:]?(?=\s)")
_SOURCE = re.compile(r"Bron: (?P<typed>[Bb]ron:)")
_ATTACHMENT = re.compile(r"(?:Bijlage [0-9A-Z]+\b[.:]?|[0-9]{1,2}[.)](?=\s))")
_SUBJECT = re.compile(r"Onderwerp:")


def numbered_twice(paper: Paper) -> Iterator[Finding]:
    """Each heading, caption or source that begins with what stands before it already."""
    numbering = any(one.numbered for one in _headings(paper))
    bare = [(one, int(found[0])) for one in _headings(paper) if (found := _BARE.match(plain(one.content)))]
    counting = {id(one) for pair in pairwise(bare) if pair[1][1] - pair[0][1] == 1 for one, _ in pair}
    for block in walk(paper.document.blocks):
        if isinstance(block, Heading) and numbering:
            numbers = _BARE if id(block) in counting else _HEADING
            for typed, place in _typed(numbers, block.content, block.place):
                message = f"'{typed}' is een getypt nummer, en de koppen van het stuk nummeren vanzelf"
                yield Finding(message, place, "laat het weg")
        elif isinstance(block, Table | Figure):
            yield from _with_caption(block)
        elif isinstance(block, FigurePair):
            yield from _with_caption(block.left)
            yield from _with_caption(block.right)


def _headings(paper: Paper) -> Iterator[Heading]:
    return (block for block in walk(paper.document.blocks) if isinstance(block, Heading))


def _with_caption(block: Table | Figure) -> Iterator[Finding]:
    yield from _told(_CAPTION, block.caption, block.place)
    yield from _told(_SOURCE, block.source, block.place)


def _told(pattern: re.Pattern[str], content: Inlines, otherwise: Place) -> Iterator[Finding]:
    return (_finding(typed, place) for typed, place in _typed(pattern, content, otherwise))


def _typed(pattern: re.Pattern[str], content: Inlines, otherwise: Place) -> Iterator[tuple[str, Place]]:
    """What of the pattern the words begin with, and where."""
    if found := pattern.match(plain(content)):
        place = place_of(content)
        yield found.groupdict().get("typed") or found[0], place if place.file else otherwise


def labelled_twice(content: Content) -> Iterator[Finding]:
    """Each attachment and subject that begins with what stands before it already."""
    gegevens = content.rapportage.gegevens
    for at, bijlage in enumerate(gegevens.value.bijlagen):
        if found := _ATTACHMENT.match(bijlage.titel):
            yield _finding(found[0], gegevens.place("bijlagen", at, "titel"))
    if found := _SUBJECT.match(gegevens.value.onderwerp):
        yield _finding(found[0], gegevens.place("onderwerp"))


def _finding(typed: str, place: Place) -> Finding:
    return Finding(
        f"'{typed}' komt er vanzelf voor te staan, en staat er zo twee keer", place, "laat het weg"
    )
