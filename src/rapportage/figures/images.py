"""Take over pictures as given, told by their bytes, once they are known to be harmless."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rapportage.document import Image
from rapportage.errors import ContentError, Place, refusal
from rapportage.figures.svg import svg_image

MAX_BYTES = 50_000_000
MAX_PIXELS = 100_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def read_image(path: Path, place: Place) -> Image:
    """The picture in this file; raises ContentError, at `place`, when it cannot be used."""
    if path.stat().st_size > MAX_BYTES:
        raise _unusable(f"afbeelding '{path.name}' is groter dan 50 MB", place, "bewaar haar kleiner")
    data = path.read_bytes()
    if not data:
        raise _unusable(f"afbeelding '{path.name}' is leeg", place, "bewaar haar opnieuw")
    if data.startswith(_PNG):
        return _bitmap(data, "PNG", path.name, place)
    if data.startswith(_JPEG):
        return _bitmap(data, "JPEG", path.name, place)
    if b"<svg" in data[:4096] or b":svg" in data[:4096]:
        return svg_image(data, path.name, place)
    raise _unusable(
        f"'{path.name}' is geen afbeelding die in het document past",
        place,
        "bewaar haar als SVG, PNG of JPEG (de naam van het bestand maakt niet uit)",
    )


def _bitmap(data: bytes, kind: str, name: str, place: Place) -> Image:
    """A PNG or JPEG that opens whole; its size comes from its own resolution, 96 dpi without one."""
    from PIL import Image as Pillow

    with warnings.catch_warnings(), _strict():
        warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
        try:
            with Pillow.open(io.BytesIO(data), formats=[kind]) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    raise _too_large(name, place)
                horizontal, vertical = picture.info.get("dpi", (96, 96))
                picture.load()
        except Pillow.DecompressionBombError:
            raise _too_large(name, place) from None
        except (OSError, ValueError, SyntaxError, ArithmeticError):
            raise _unusable(f"afbeelding '{name}' is beschadigd", place, "bewaar haar opnieuw") from None
    return Image(
        "image/png" if kind == "PNG" else "image/jpeg",
        data,
        width * 96 / _resolution(horizontal),
        height * 96 / _resolution(vertical),
    )


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
    return value if 36 <= value <= 2400 else 96.0


def _too_large(name: str, place: Place) -> ContentError:
    return _unusable(
        f"afbeelding '{name}' telt meer dan 100 megapixels",
        place,
        "verklein haar; 2000 pixels breed is ruim genoeg",
    )


def _unusable(message: str, place: Place, hint: str) -> ContentError:
    return refusal(message, place, hint, "afbeelding")
