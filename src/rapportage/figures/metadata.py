"""Leave out of a picture what it tells besides the picture: where and when it was taken, and by whom.

A photo from a telephone holds the place where somebody stood. A published paper need not tell
that, and neither the PDF nor the DOCX shows it, so nobody would notice.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import islice
from zlib import crc32

from rapportage.bounds import MAX_PARTS

_NOTES = {*range(0xE0, 0xF0), 0xFE}
"""The JPEG segments that hold what a program adds, and comments (ITU-T T.81, B.1.1.3)."""
_SHOWING = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
"""Those of them that say how the picture looks: its measures and its colours."""
_START_OF_SCAN, _END = 0xDA, 0xD9
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""Where the pixels of a scan end: within them stand only escapes and restarts (ITU-T T.81, B.1.1.2)."""
_KEPT = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"cHRM",
    b"gAMA",
    b"iCCP",
    b"sBIT",
    b"sRGB",
    b"bKGD",
    b"pHYs",
}
"""The PNG chunks that say how the picture looks (PNG 3, 11.2 and 11.3)."""
_COLOUR_TYPE, _PALETTE = 25, 3
"""Where a PNG says how its colours are written, and that it is by their number in a list (PNG 3, 11.2.1)."""


def without_metadata(data: bytes, kind: str) -> bytes | None:
    """The PNG or JPEG without its metadata, its pixels untouched; None when it is not whole."""
    try:
        return b"".join(_png(data) if kind == "PNG" else _jpeg(data))
    except (struct.error, ValueError):
        return None


def has_too_many_parts(data: bytes, kind: str) -> bool:
    """Whether a PNG or JPEG has more chunks, segments or fill bytes than are gone through."""
    parts = _parts_of_png(data) if kind == "PNG" else _parts_of_jpeg(data)
    return next(islice(parts, MAX_PARTS, None), None) is not None


def _parts_of_png(data: bytes) -> Iterator[int]:
    """Where each chunk begins, as far as they follow one another."""
    at = 8
    while at + 8 <= len(data):
        yield at
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _parts_of_jpeg(data: bytes) -> Iterator[int]:
    """Where each segment begins, and each byte that only fills up before one; of what follows a scan none."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in (_START_OF_SCAN, _END):
        yield at
        fills = data[at + 1] == 0xFF
        at += 1 if fills else 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def _png(data: bytes) -> Iterator[bytes]:
    """The parts that say how the picture looks; what stands behind its end is none of it.

    Raises ValueError for a part that is broken or missing: one reader shows such a picture, another stops.
    """
    yield data[:8]
    names: list[bytes] = []
    at = 8
    while not names or names[-1] != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data) or struct.unpack_from(">I", data, end - 4)[0] != crc32(data[at + 4 : end - 4]):
            raise ValueError
        if name in _KEPT:
            yield data[at:end]
        names.append(name)
        at = end
    if data[_COLOUR_TYPE] == _PALETTE and b"PLTE" not in names:
        raise ValueError


def _jpeg(data: bytes) -> Iterator[bytes]:
    """The segments that say how the picture looks, up to its end: a telephone keeps a film behind it."""
    yield data[:2]
    at, parts = 2, 0
    while data[at : at + 2] != bytes((0xFF, _END)):
        parts += 1
        if parts > MAX_PARTS:
            raise ValueError
        start, marker, length = struct.unpack_from(">BBH", data, at)
        if start != 0xFF or marker == 0xFF or length < 2:
            raise ValueError
        end = at + 2 + length
        if marker == _START_OF_SCAN:
            found = _MARKER.search(data, end)
            if found is None:
                raise ValueError
            end = found.start()
        showing = any(marker == one and data.startswith(name, at + 4) for one, name in _SHOWING)
        if showing or marker not in _NOTES:
            yield data[at:end]
        at = end
    yield data[at : at + 2]
