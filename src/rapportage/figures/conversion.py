"""Make of a picture as given the PNG or JPEG that both papers take: upright, 8 bits, the colours of screens.

It runs as a program within bounds, since a small file can ask for more memory than there is.
"""

from __future__ import annotations

import io
import json
import sys
import warnings
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from rapportage.bounds import MAX_PIXELS, MAX_RATIO, MOST_PIXELS
from rapportage.figures.bounded import Unfinished, bounded, keep_bounds
from rapportage.figures.metadata import without_metadata
from rapportage.figures.png import Incomplete, is_regular
from rapportage.style.lengths import MILLIMETRES_PER_INCH, PIXELS_PER_INCH

BitmapType = Literal["image/png", "image/jpeg"]

_LONGEST = round(247 / MILLIMETRES_PER_INCH * 300)
"""So many pixels fill the longest side of a page in print."""
QUALITY = 95
"""Of a JPEG that is made here: high, since it was one before."""


class Unconverted(Exception):
    """The picture cannot be used; `what` and `hint` say why, in Dutch."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what, hint)


@dataclass(frozen=True, slots=True)
class Converted:
    """A picture as both papers take it, its size in CSS pixels, and how many pictures its file holds."""

    media_type: BitmapType
    data: bytes
    width: float
    height: float
    frames: int


DAMAGED = Unconverted("is beschadigd", "bewaar haar opnieuw")


def convert(data: bytes, kind: str) -> Converted:
    """The picture in this file of a kind that Pillow knows, by a bounded process; raises Unconverted."""
    try:
        said = bounded(__name__, kind, data=data)
    except Unfinished:
        what = "is niet te lezen, of vraagt daar te veel tijd of geheugen voor"
        raise Unconverted(what, "bewaar haar opnieuw als PNG of JPEG") from None
    head, _, made = said.partition(b"\n")
    facts = json.loads(head)
    if "what" in facts:
        raise Unconverted(**facts)
    return Converted(data=made, **facts)


def judge(size: tuple[int, int]) -> None:
    """Raise Unconverted for a picture of this size in pixels that is too large or too narrow."""
    width, height = size
    if width * height > MOST_PIXELS:
        hint = "verklein haar; 2000 pixels breed is ruim genoeg"
        raise Unconverted(f"telt meer dan {MOST_PIXELS // 1_000_000} megapixels", hint)
    if max(width, height) > MAX_RATIO * min(width, height):
        raise Unconverted("is te smal", "knip haar bij")


def printed_size(picture: Any, way: int) -> tuple[float, float]:
    """The width and height in CSS pixels of an opened picture, held upright; 96 dpi where it tells none.

    `way` is how the camera was held, as `turned` tells it.
    """
    dpi = float(PIXELS_PER_INCH)
    with suppress(Exception):  # what stands there may be anything
        # One for both ways: a PDF knows square pixels only, and the papers must show the same.
        dpi = max(_sane(float(one)) for one in picture.info["dpi"])
    width, height = picture.width * PIXELS_PER_INCH / dpi, picture.height * PIXELS_PER_INCH / dpi
    return (height, width) if way in SIDEWAYS else (width, height)


def _sane(dpi: float) -> float:
    return dpi if 36 <= dpi <= 2400 else PIXELS_PER_INCH


def frames_in(picture: Any, kind: str) -> int:
    """How many pictures the file holds; what a camera keeps behind a JPEG is the same one again."""
    return 1 if kind == "JPEG" else int(getattr(picture, "n_frames", 1))


def whiten(picture: Any) -> None:
    """Let a picture be white where it is clear, which looks the same.

    A reader that makes it smaller mixes the colours of neighbours: what is black below gives a dark edge.
    """
    clear = picture.getchannel("A").point(lambda value: 0 if value else 255)
    picture.paste((255,) * (len(picture.mode) - 1) + (0,), mask=clear)


ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held (Exif 2.32, 4.6.4 A)."""
SIDEWAYS = range(5, 9)


def is_regular_png(clean: bytes | None) -> bool:
    """Whether every reader takes this PNG alike, None for one with a broken part; raises Unconverted."""
    try:
        if clean is not None:
            return is_regular(clean)
    except Incomplete:
        pass
    raise DAMAGED from None


def turned(picture: Any) -> int:
    """How the camera was held, from 1 (upright) to 8; a note that cannot be read counts as 1."""
    with suppress(Exception):  # what Pillow raises for a damaged note is not listed anywhere
        way = picture.getexif().get(ORIENTATION)
        return way if isinstance(way, int) and 1 <= way <= 8 else 1
    return 1


# --- in the bounded process ------------------------------------------------------------------


def _converted(data: bytes, kind: str) -> Converted:
    from PIL import Image as Pillow
    from PIL import ImageOps

    warnings.simplefilter("ignore")
    Pillow.MAX_IMAGE_PIXELS = None  # the size is judged here
    try:
        with Pillow.open(io.BytesIO(data), formats=[kind]) as opened:
            judge(opened.size)
            if kind == "PNG":
                is_regular_png(without_metadata(data, kind))
            width, height = printed_size(opened, turned(opened))
            frames = frames_in(opened, kind)
            large = opened.width * opened.height > MAX_PIXELS
            if large:
                opened.draft(None, (_LONGEST, _LONGEST))  # a JPEG is then read at less than its size
            opened.load()
            profile = opened.info.get("icc_profile")
            picture: Any = ImageOps.exif_transpose(opened)
            if (width > height) != (picture.width > picture.height):  # a TIFF is held upright by reading it
                width, height = height, width
    except (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError):
        raise DAMAGED from None
    picture = _in_srgb(_eight_bits(picture), profile, mistaken=kind == "BMP")
    if large:
        picture.thumbnail((_LONGEST, _LONGEST))
    media_type, made = _saved(picture, photo=kind == "JPEG" or (kind == "WEBP" and b"VP8 " in data[:_HEAD]))
    return Converted(media_type, made, width, height, frames)


_HEAD = 65_536
"""In so many bytes it shows whether a WebP was made as a photo (RFC 9649, 2.5)."""


def _eight_bits(picture: Any) -> Any:
    """The picture with 8 bits a colour, and its colours themselves where it names them by number."""
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 257).convert("L")
    if picture.mode in ("1", "L", "LA", "RGB", "RGBA", "CMYK"):
        return picture
    if picture.mode in ("I", "F"):
        raise Unconverted("heeft 32 bits per kleur", "bewaar haar met 8 bits per kleur")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _in_srgb(picture: Any, profile: bytes | None, *, mistaken: bool = False) -> Any:
    """The picture in the colours of screens; without a profile, those of a press are estimated.

    Of a kind that may be `mistaken` about what is clear, a picture that is so all over is not.
    """
    from PIL import ImageCms

    clear = picture.getchannel("A") if picture.mode in ("LA", "RGBA") else None
    plain = picture.convert(picture.mode[:-1]) if clear else picture
    if profile and plain.mode in ("L", "RGB", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(plain, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
            plain = made or plain
    if plain.mode == "CMYK":
        plain = plain.convert("RGB")
    opaque = ((255, 255), (0, 0)) if mistaken else ((255, 255),)
    if clear is not None and clear.getextrema() not in opaque:
        plain.putalpha(clear)
    return plain


def _saved(picture: Any, *, photo: bool) -> tuple[BitmapType, bytes]:
    """The media type and the bytes, without anything that the picture tells besides itself."""
    out = io.BytesIO()
    picture.info.clear()
    if picture.mode in ("LA", "RGBA"):
        whiten(picture)
    if photo and picture.mode in ("L", "RGB"):
        picture.save(out, "JPEG", quality=QUALITY)
        return "image/jpeg", out.getvalue()
    picture.save(out, "PNG")
    return "image/png", out.getvalue()


def _main(kind: str, *limits: str) -> None:
    """Convert the picture on standard input, and write a line of facts and the result."""
    keep_bounds(*limits)
    try:
        made = _converted(sys.stdin.buffer.read(), kind)
    except Unconverted as error:
        facts: dict[str, Any] = {"what": error.what, "hint": error.hint}
        sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n")
        return
    facts = asdict(replace(made, data=b""))
    del facts["data"]
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + made.data)


if __name__ == "__main__":
    _main(*sys.argv[1:])
