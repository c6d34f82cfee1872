"""The letters of a page as few outlines: a browser draws these in less than half the time.

The quick engine writes each letter as a `use` of its outline, some two thousand on a page, and for each of
these a browser makes elements of its own (SVG 2, 5.6: the use-element shadow tree). Letters of one colour
that follow each other are one path here, each moved to its place; drawn is the same.
"""

from __future__ import annotations

import re

_NUMBER = r"-?[\d.]+(?:e-?\d+)?"
_OUTLINE = re.compile(
    r'<symbol id="(?P<name>g\w+)" overflow="visible"><path d="M 0 0(?P<drawn>[^"A-Y]*)"/></symbol>'
)
"""An outline that can be moved by its first point: all that follows is told from there on, in small letters;
only Z, which goes back to where a part began, is the same in both."""
_LETTER = re.compile(
    rf'<use xlink:href="#(?P<name>g\w+)" x="(?P<x>{_NUMBER})" y="(?P<y>{_NUMBER})"'
    r' (?P<colour>fill="[^"]*" fill-rule="nonzero")/>'
)


def in_few_outlines(svg: str) -> str:
    """A page of the quick engine, in which letters that follow each other are one outline."""
    outlines = {found["name"]: found["drawn"] for found in _OUTLINE.finditer(svg)}
    parts: list[str] = []
    drawn: list[str] = []
    colour, end = "", 0

    def close() -> None:
        if drawn:
            parts.append(f'<path {colour} d="{"".join(drawn)}"/>')
            drawn.clear()

    for letter in _LETTER.finditer(svg):
        if letter["name"] not in outlines:
            continue
        if letter.start() != end or letter["colour"] != colour:
            close()
            parts.append(svg[end : letter.start()])
        colour, end = letter["colour"], letter.end()
        drawn.append(f"M {letter['x']} {letter['y']}{outlines[letter['name']]}")
    close()
    made = "".join([*parts, svg[end:]])
    return made if "<use " in made else _OUTLINE.sub("", made)
