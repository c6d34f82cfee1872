"""How far down the pictures of a header hang: text that begins above that would stand over them."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

_EMU = 12700
_UPPER = 0.4
"""What hangs below this part of the page is no head but a ground, over which text is meant to stand."""
_APART = 8.0
"""How far text stays from a picture, in points."""


def text_begins(
    header: etree._Element, distance: float, top: float, height: float, *, floating: bool = False
) -> float:
    """How far from the paper's edge text can begin, in points: below the pictures, and at `top` at least.

    `distance` is how far the header stands from the edge, and `height` the page's. Where only `floating` ones
    are asked for, those among words are left out: they make the header itself higher.
    """
    in_line = 0.0 if floating else _in_line(header, distance)
    lowest = [one for one in (*_floating(header, distance, top), in_line) if one]
    heads = (one + _APART for one in lowest if one + _APART < height * _UPPER)
    return max([top, *heads])


def _floating(header: etree._Element, distance: float, top: float) -> Iterator[float]:
    from_edge = {"page": 0.0, "topMargin": 0.0, "margin": top, "paragraph": distance, "line": distance}
    for one in header.iter(qn("wp:anchor")):
        placed, size = one.find(qn("wp:positionV")), one.find(qn("wp:extent"))
        if placed is None or size is None:
            continue
        offset, align = placed.findtext(qn("wp:posOffset")), placed.findtext(qn("wp:align"))
        if align not in (None, "top"):
            continue
        yield (
            from_edge.get(placed.get("relativeFrom", ""), distance)
            + _points(offset)
            + _points(size.get("cy"))
        )


def _in_line(header: etree._Element, distance: float) -> float:
    """The foot of the pictures that stand among words, the highest of each paragraph below each other."""
    heights = []
    for paragraph in header.iter(qn("w:p")):
        found = [one.find(qn("wp:extent")) for one in paragraph.iter(qn("wp:inline"))]
        heights.append(max((_points(one.get("cy")) for one in found if one is not None), default=0.0))
    return distance + sum(heights) if any(heights) else 0.0


def _points(emu: str | bytes | None) -> float:
    text = str(emu or "")
    return int(text) / _EMU if text.lstrip("-").isdecimal() and len(text) < 12 else 0.0
