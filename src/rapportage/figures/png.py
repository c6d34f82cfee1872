"""Whether a PNG holds all of its pixels, in the order in which every reader takes them.

The library that decodes pictures here stops once it has seen enough: it takes a picture of which the last
pixels lack, or whose pixels do not add up to their checksum. Others show nothing, or a part.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator

_OTHERS = r"(?:(?!IHDR|PLTE|IDAT|IEND)\w{4} )*"
_ORDER = re.compile(f"IHDR {_OTHERS}(?:PLTE )?{_OTHERS}(?:IDAT )+{_OTHERS}IEND ")
"""The parts of a picture that shows nothing but itself (PNG 3, 5.6)."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many numbers make a pixel, by colour type (PNG 3, 11.2.1)."""
_PASSES = (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
"""Where each pass of an interlaced picture begins, and how far its pixels are apart (PNG 3, 8.1)."""
_PIECE = 1_000_000


class Incomplete(Exception):
    """Some of the pixels lack, or are not those that were written."""


def is_regular(data: bytes) -> bool:
    """Whether every reader takes this PNG alike, whose parts are whole; raises Incomplete."""
    parts = list(_parts(data))
    if not _ORDER.fullmatch("".join(f"{name.decode('latin-1')} " for name, _ in parts)):
        return False
    head = parts[0][1]
    width, height, depth, colours, compression, filtering, interlaced = struct.unpack(">IIBBBBB", head)
    if compression or filtering or interlaced > 1:
        return False
    bits = depth * _SAMPLES[colours]
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = ((_count(width, x, across), _count(height, y, down)) for x, y, across, down in passes)
    wanted = sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns)
    found, ended = _unpacked((part for name, part in parts if name == b"IDAT"), wanted)
    if found < wanted:
        raise Incomplete
    return ended and found == wanted


def _count(size: int, first: int, apart: int) -> int:
    """How many pixels a pass has along a side of this size."""
    return max(0, -(-(size - first) // apart))


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def _unpacked(parts: Iterable[bytes], wanted: int) -> tuple[int, bool]:
    """How many bytes these are unpacked, and whether that was the end of them; raises Incomplete.

    What goes on far behind those that are wanted is no picture, and is not unpacked to its end.
    """
    unpacker, count = zlib.decompressobj(), 0
    try:
        for part in parts:
            left = part
            while left:
                count += len(unpacker.decompress(left, _PIECE))
                left = unpacker.unconsumed_tail
                if count > wanted + _PIECE:
                    raise Incomplete
    except zlib.error:
        raise Incomplete from None
    if not unpacker.eof:
        raise Incomplete
    return count, not unpacker.unused_data
