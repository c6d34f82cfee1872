"""Take over pictures as given, told by their bytes, once they are known to be harmless."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

from rapportage.document import Image
from rapportage.errors import Place, refusal
from rapportage.figures.bitmaps import kind_of, read_bitmap
from rapportage.figures.cache import Drawn, Remark
from rapportage.figures.formats import other_format
from rapportage.figures.origin import Origin
from rapportage.figures.svg import drawn_svg
from rapportage.style.fonts import Typeface

_SVG = re.compile(rb"<(?:[\w.-]+:)?svg[\s>/]")
_HEAD = 65_536
"""In so many bytes an SVG begins, whatever stands before it."""


def read_image(
    name: str,
    data: bytes,
    place: Place,
    width: float | None = None,
    *,
    decoded: bool = False,
    letters: Typeface | None = None,
) -> Drawn:
    """The picture in a file of this name, `width` CSS pixels wide or as wide as it says itself.

    `decoded` says that all its pixels were seen before, and it was taken as given; `letters` draw the words
    of an SVG, or the house's do. Raises ContentError, at `place`, when it cannot be used.
    """
    origin = Origin(name, place)
    if not data:
        raise origin.unusable("is leeg", "bewaar haar opnieuw")
    if kind := kind_of(data):
        return _looked_at(read_bitmap(data, kind, origin, width, decoded=decoded), decoded=decoded)
    if found := other_format(data):
        raise origin.unusable(f"is {found.what}", found.hint)
    if _SVG.search(data[:_HEAD].replace(b"\0", b"")):
        return _looked_at(drawn_svg(data, origin, width=width, letters=letters))
    message = f"'{name}' is geen afbeelding die in het document past"
    hint = "bewaar haar als SVG, PNG of JPEG (de naam van het bestand maakt niet uit)"
    raise refusal(message, place, hint, "afbeelding")


_EMPTY = Remark("is leeg: er is niets op te zien", "bewaar haar opnieuw; kijk of zij niet wit op wit is")
_NEARLY_WHITE = 254


def _looked_at(drawn: Drawn, *, decoded: bool = False) -> Drawn:
    """The picture, with a remark where nothing is to be seen; one that was `decoded` had none."""
    if decoded or not _shows_nothing(drawn.image):
        return drawn
    return replace(drawn, remarks=(*drawn.remarks, _EMPTY), as_given=False)


def _shows_nothing(image: Image) -> bool:
    """Whether a bitmap is white all over; where it is clear it is white below."""
    from PIL import Image as Pillow

    with Pillow.open(io.BytesIO(image.data)) as picture:
        darkest: Any = picture.convert("L").getextrema()[0]
        return bool(darkest >= _NEARLY_WHITE)
