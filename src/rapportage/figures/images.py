"""Take over pictures as given, told by their bytes, once they are known to be harmless."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from rapportage.document import Image
from rapportage.errors import ContentError, Place, refusal
from rapportage.figures.metadata import without_metadata
from rapportage.figures.svg import Origin, svg_image
from rapportage.style.lengths import PIXELS_PER_INCH

MAX_BYTES = 50_000_000
MAX_PIXELS = 40_000_000
MAX_RATIO = 100
"""A picture that is so many times longer than wide is a line, and takes a bitmap without end."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def read_image(path: Path, place: Place) -> Image:
    """The picture in this file; raises ContentError, at `place`, when it cannot be used."""
    origin = Origin(path.name, place)
    if path.stat().st_size > MAX_BYTES:
        raise origin.unusable("is groter dan 50 MB", "bewaar haar kleiner")
    data = path.read_bytes()
    if not data:
        raise origin.unusable("is leeg", "bewaar haar opnieuw")
    if data.startswith(_PNG):
        return _bitmap(data, "PNG", origin)
    if data.startswith(_JPEG):
        return _bitmap(data, "JPEG", origin)
    if b"<svg" in data[:4096] or b":svg" in data[:4096]:
        return svg_image(data, origin)
    message = f"'{path.name}' is geen afbeelding die in het document past"
    hint = "bewaar haar als SVG, PNG of JPEG (de naam van het bestand maakt niet uit)"
    raise refusal(message, place, hint, "afbeelding")


def _bitmap(data: bytes, kind: str, origin: Origin) -> Image:
    """A PNG or JPEG that opens whole; its size comes from its own resolution, 96 dpi without one."""
    from PIL import Image as Pillow

    with warnings.catch_warnings(), _strict():
        warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
        try:
            with Pillow.open(io.BytesIO(data), formats=[kind]) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    raise _too_large(origin)
                if max(width, height) > MAX_RATIO * min(width, height):
                    raise origin.unusable("is te smal", "knip haar bij")
                if told := _COLOURS.get(picture.mode):
                    raise origin.unusable(*told)
                horizontal, vertical = picture.info.get("dpi", (PIXELS_PER_INCH, PIXELS_PER_INCH))
                picture.load()
                turned = _turned(picture) if kind == "JPEG" else 1
                if turned in _SIDEWAYS:
                    width, height, horizontal, vertical = height, width, vertical, horizontal
                if turned > 1:
                    data = _upright(picture)
        except Pillow.DecompressionBombError:
            raise _too_large(origin) from None
        except (OSError, ValueError, SyntaxError, ArithmeticError):
            raise origin.unusable("is beschadigd", "bewaar haar opnieuw") from None
    return Image(
        "image/png" if kind == "PNG" else "image/jpeg",
        without_metadata(data, kind),
        width * PIXELS_PER_INCH / _resolution(horizontal),
        height * PIXELS_PER_INCH / _resolution(vertical),
    )


_SIXTEEN_BITS = "heeft 16 bits per kleur", "bewaar haar met 8 bits per kleur"
_COLOURS = {
    "CMYK": ("heeft drukkleuren (CMYK), die in een archiefwaardige PDF niet mogen", "bewaar haar in RGB"),
    **dict.fromkeys(("I", "I;16", "I;16B", "I;16L", "F"), _SIXTEEN_BITS),
}
"""The colours that no reader or no archive takes, by Pillow's mode (PDF/A-2, 6.2.4.3)."""
_ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held (Exif 2.32, 4.6.4 A)."""
_SIDEWAYS = range(5, 9)


def _turned(picture: Any) -> int:
    """How the camera was held, from 1 (upright) to 8; a note that cannot be read counts as 1."""
    with suppress(Exception):  # what Pillow raises for a damaged note is not listed anywhere
        turned = picture.getexif().get(_ORIENTATION)
        return turned if isinstance(turned, int) and 1 <= turned <= 8 else 1
    return 1


def _upright(picture: Any) -> bytes:
    """A photo as JPEG that is upright by itself: one reader heeds the camera's note, another does not."""
    from PIL import ImageOps

    out = io.BytesIO()
    ImageOps.exif_transpose(picture).save(
        out, "JPEG", quality=95, icc_profile=picture.info.get("icc_profile")
    )
    return out.getvalue()


@contextmanager
def _strict() -> Iterator[None]:
    """While it lasts a picture that breaks off is an error: the layout engine tells Pillow to accept it."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _resolution(dpi: Any) -> float:
    value = float(dpi)
    return value if 36 <= value <= 2400 else PIXELS_PER_INCH


def _too_large(origin: Origin) -> ContentError:
    return origin.unusable("telt meer dan 40 megapixels", "verklein haar; 2000 pixels breed is ruim genoeg")
