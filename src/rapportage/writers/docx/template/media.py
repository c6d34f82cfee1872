"""What kind of picture some bytes are, by how they begin; a name or a relationship may say anything."""

from __future__ import annotations

_BEGIN = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"GIF87a", 0, "image/gif"),
    (b"GIF89a", 0, "image/gif"),
    (b" EMF", 40, "image/x-emf"),
    (b"\xd7\xcd\xc6\x9a", 0, "image/x-wmf"),
    (b"II*\0", 0, "image/tiff"),
    (b"MM\0*", 0, "image/tiff"),
    (b"BM", 0, "image/bmp"),
)

EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/gif": "gif",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
    "image/tiff": "tiff",
    "image/bmp": "bmp",
}
"""The kinds that Word shows without asking anything of another file, and how their names end."""


def kind_of(data: bytes) -> str:
    """The media type of a picture; '' where these bytes are none that Word shows."""
    return next((kind for begin, at, kind in _BEGIN if data[at : at + len(begin)] == begin), "")
