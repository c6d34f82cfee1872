"""Take over a bitmap as given: as it is where both papers take it so, and converted where not."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rapportage.bounds import MAX_PIXELS
from rapportage.document import Image
from rapportage.figures.cache import Drawn, Remark
from rapportage.figures.conversion import (
    DAMAGED,
    QUALITY,
    BitmapType,
    Converted,
    Unconverted,
    convert,
    frames_in,
    is_regular_png,
    judge,
    printed_size,
    turned,
)
from rapportage.figures.metadata import has_too_many_parts, without_metadata
from rapportage.figures.origin import Origin

_STARTS = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
}
"""How the files begin that Pillow reads here, by its name for their kind."""
_AS_GIVEN: dict[str, BitmapType] = {"PNG": "image/png", "JPEG": "image/jpeg"}
"""The kinds that both papers take."""
_MODES = ("1", "L", "P", "RGB")
"""The colours that every reader and an archive takes, by Pillow's mode (PDF/A-2, 6.2.4.3)."""
_BIT_DEPTH = 24
"""Where a PNG says how many bits a colour has (PNG 3, 11.2.1)."""


def kind_of(data: bytes) -> str | None:
    """Which kind of bitmap this is, by its first bytes; None for any other file."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        return "BMP"
    return next((kind for start, kind in _STARTS.items() if data.startswith(start)), None)


def read_bitmap(
    data: bytes, kind: str, origin: Origin, width: float | None = None, *, decoded: bool = False
) -> Drawn:
    """The picture, `width` CSS pixels wide or as wide as it says itself, with what is lost of it.

    Raises ContentError when it cannot be used. What was `decoded` before is not again.
    """
    try:
        made = _as_given(data, kind, decoded=decoded) if kind in _AS_GIVEN else None
        given = made is not None
        made = made or convert(data, kind)
    except Unconverted as error:
        raise origin.unusable(error.what, error.hint) from None
    wide = width or made.width
    image = Image(made.media_type, made.data, wide, made.height * wide / made.width)
    return Drawn(image, remarks=tuple(_lost(made.frames, kind)), as_given=given)


def _as_given(data: bytes, kind: str, *, decoded: bool) -> Converted | None:
    """The PNG or JPEG without its metadata, upright; None when it must be converted; raises Unconverted."""
    from PIL import Image as Pillow

    if has_too_many_parts(data, kind):
        raise Unconverted("bestaat uit te veel stukjes", "open haar en bewaar haar opnieuw als PNG")
    with warnings.catch_warnings(), _strict():
        warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
        try:
            with Pillow.open(io.BytesIO(data), formats=[kind]) as picture:
                judge(picture.size)
                if picture.width * picture.height > MAX_PIXELS or _must_change(picture, data, kind):
                    return None
                if not decoded:
                    picture.load()
                # In a PNG the note is found by decoding it, and one with a note was not taken as given.
                way = 1 if decoded and kind == "PNG" else turned(picture)
                (width, height), frames = printed_size(picture, way), frames_in(picture, kind)
                if way > 1:
                    if kind == "PNG":
                        return None
                    data = _upright(picture)
        except Pillow.DecompressionBombError:
            return None
        except (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError):
            raise DAMAGED from None
    clean = without_metadata(data, kind)
    if kind == "PNG" and not decoded and not is_regular_png(clean):
        return None
    return Converted(_AS_GIVEN[kind], clean, width, height, frames) if clean else None


def _must_change(picture: Any, data: bytes, kind: str) -> bool:
    """Whether it has other colours than screens have, more than 8 bits of each, or is clear in parts."""
    profile = picture.info.get("icc_profile") or b""
    deep = kind == "PNG" and data[_BIT_DEPTH : _BIT_DEPTH + 1] == b"\x10"
    named = b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile
    foreign = picture.mode not in _MODES or (bool(profile) and not named)
    return bool(deep or foreign or "transparency" in picture.info)


def _lost(frames: int, kind: str) -> Iterator[Remark]:
    """What is told of a file with more pictures than the one that is shown."""
    if frames > 1 and kind == "TIFF":
        what = f"telt {frames} bladzijden; alleen de eerste komt in de stukken"
        yield Remark(what, "bewaar de bladzijde die u bedoelt als PNG")
    elif frames > 1:
        what = "beweegt; alleen het eerste beeld komt in de stukken"
        yield Remark(what, "bewaar het beeld dat u bedoelt als PNG")


def _upright(picture: Any) -> bytes:
    """A photo as JPEG that is upright by itself: one reader heeds the camera's note, another does not."""
    from PIL import ImageOps

    out = io.BytesIO()
    profile = picture.info.get("icc_profile")
    ImageOps.exif_transpose(picture).save(out, "JPEG", quality=QUALITY, icc_profile=profile)
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
