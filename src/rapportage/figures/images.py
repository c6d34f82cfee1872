"""Take over pictures as given, told by their bytes, once they are known to be harmless."""

from __future__ import annotations

import re

from rapportage.errors import Place, refusal
from rapportage.figures.bitmaps import kind_of, read_bitmap
from rapportage.figures.cache import Drawn
from rapportage.figures.formats import other_format
from rapportage.figures.origin import Origin
from rapportage.figures.svg import svg_image

_SVG = re.compile(rb"<(?:[\w.-]+:)?svg[\s>/]")
_HEAD = 65_536
"""In so many bytes an SVG begins, whatever stands before it."""


def read_image(
    name: str, data: bytes, place: Place, width: float | None = None, *, decoded: bool = False
) -> Drawn:
    """The picture in a file of this name, `width` CSS pixels wide or as wide as it says itself.

    `decoded` says that all its pixels were seen before, and it was taken as given. Raises ContentError, at
    `place`, when it cannot be used.
    """
    origin = Origin(name, place)
    if not data:
        raise origin.unusable("is leeg", "bewaar haar opnieuw")
    if kind := kind_of(data):
        return read_bitmap(data, kind, origin, width, decoded=decoded)
    if found := other_format(data):
        raise origin.unusable(f"is {found.what}", found.hint)
    if _SVG.search(data[:_HEAD].replace(b"\0", b"")):
        return Drawn(svg_image(data, origin, width=width))
    message = f"'{name}' is geen afbeelding die in het document past"
    hint = "bewaar haar als SVG, PNG of JPEG (de naam van het bestand maakt niet uit)"
    raise refusal(message, place, hint, "afbeelding")
