"""Leave out of a picture what it tells besides the picture: where and when it was taken, and by whom.

A photo from a telephone holds the place where somebody stood. A published paper need not tell
that, and neither the PDF nor the DOCX shows it, so nobody would notice.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from zlib import crc32

_METADATA = {0xE1, 0xED, 0xFE}
"""The JPEG segments with EXIF and XMP, with IPTC, and with a comment (ITU-T T.81, B.1.1.3)."""
_START_OF_SCAN = 0xDA
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
    yield data[:2]
    at = 2
    while True:
        start, marker, length = struct.unpack_from(">BBH", data, at)
        if start != 0xFF or marker == 0xFF or length < 2:
            raise ValueError
        if marker == _START_OF_SCAN:
            yield data[at:]
            return
        if marker not in _METADATA:
            yield data[at : at + 2 + length]
        at += 2 + length
