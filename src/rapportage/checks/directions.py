"""Find sentences that say that something rises or falls while their numbers say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.subjects import Paper
from rapportage.document import Block, Figure, FigurePair, inlines_of, place_of, plain, walk
from rapportage.errors import Finding, Place
from rapportage.typed import typed_number

_AMOUNT = r"(?:€[ \u00a0])?[−-]?[0-9](?:[0-9.,]*[0-9])?%?(?:[ \u00a0](?:miljoen|miljard))?"
_MOVES = re.compile(
    r"\b(?P<verb>stijgt|stijgen|steeg|stegen|groeit|groeien|groeide|daalt|dalen|daalde|daalden|krimpt|kromp)"
    rf"(?:[^.;]{{0,60}}?) van (?P<first>{_AMOUNT})"
    rf"(?:[^.;0-9]{{0,60}}(?:[12][0-9]{{3}})?[^.;0-9]{{0,40}}?) naar (?P<last>{_AMOUNT})"
)


def contradicted(paper: Paper) -> Iterator[Finding]:
    """Each 'stijgt van 9 naar 5', and each 'daalt van 5 naar 9', in texts and in descriptions of figures."""
    for block in walk(paper.document.blocks):
        for words, place in _texts(block):
            for found in _MOVES.finditer(words):
                first, last = _number(found["first"]), _number(found["last"])
                rises = found["verb"][0] in "sg"
                if first is not None and last is not None and first != last and (last > first) != rises:
                    yield Finding(
                        f"'{found['verb']} van {found['first']} naar {found['last']}' klopt niet",
                        place if place.file else block.place,
                        "verander het werkwoord, of kijk de getallen na",
                    )


def _texts(block: Block) -> Iterator[tuple[str, Place]]:
    for content in inlines_of(block):
        yield plain(content), place_of(content)
    figures: tuple[Figure, ...] = (block,) if isinstance(block, Figure) else ()
    if isinstance(block, FigurePair):
        figures = block.left, block.right
    for figure in figures:
        yield figure.alt, figure.place


def _number(words: str) -> float | None:
    power = 6 if words.endswith("miljoen") else 9 if words.endswith("miljard") else 0
    number = typed_number(re.sub(r"[ \u00a0](?:miljoen|miljard)\Z", "", words.rstrip(".,")))
    return None if number is None else float(number.scaleb(power))
