"""Tell by its first bytes what a file is that is no picture for the papers, and how to make one of it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OtherFormat:
    """What a file is, in Dutch, and how to make a picture of it."""

    what: str
    hint: str


_PHOTO = "open haar in Foto's (Windows of Mac) en bewaar haar als JPEG"
_OFFICE = "klik haar in Word of PowerPoint met rechts aan en kies Opslaan als afbeelding: SVG of PNG"
_DOCUMENT = "exporteer de tekening in dat programma als SVG of PNG"
_PAGE = "exporteer de bladzijde als PNG, of in een tekenprogramma als SVG"
_EXPORT = "kies in draw.io Bestand > Exporteren als > PNG"
_DRAWING = "bewaar haar in het tekenprogramma als SVG of PNG"

_FORMATS = (
    (rb"....ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)", "een HEIC-bestand", _PHOTO),
    (rb"....ftypavi[fs]", "een AVIF-bestand", _PHOTO),
    (rb"....ftyp", "een filmpje", "bewaar het beeld dat u bedoelt als PNG of JPEG"),
    (rb"\x01\0\0\0.{36} EMF", "een EMF-bestand", _OFFICE),
    (rb"\xd7\xcd\xc6\x9a|[\x01\x02]\0\x09\0\0[\x01\x03]", "een WMF-bestand", _OFFICE),
    (rb"\s*%PDF-", "een PDF-bestand", _PAGE),
    (rb"\s*%!PS|\xc5\xd0\xd3\xc6", "een PostScript-bestand", _PAGE),
    (rb"8BPS", "een Photoshop-bestand", "exporteer haar als PNG of JPEG"),
    (rb"\x1f\x8b", "een ingepakt bestand (SVGZ)", "bewaar haar als gewone SVG"),
    (rb"PK\x03\x04|\xd0\xcf\x11\xe0", "een document of een ingepakt bestand", _DOCUMENT),
    (rb"\0\0\0\x0cj[PX][ L]|\xff\x4f\xff\x51|\xff\x0a", "een JPEG 2000- of JPEG XL-bestand", _PHOTO),
    (rb"\0\0[\x01\x02]\0", "een pictogram (ICO)", "bewaar haar als PNG"),
    (rb"\s*<mx(?:file|GraphModel)", "de bron van een tekening in draw.io", _EXPORT),
    (rb"\s*\{\s*\"type\"\s*:\s*\"excalidraw", "de bron van een tekening in Excalidraw", _DRAWING),
    (
        rb"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html)\b",
        "een webpagina",
        "open haar, klik het plaatje met rechts aan en kies Afbeelding opslaan als",
    ),
)
"""How files begin that are mistaken for pictures; the first that fits."""
_KNOWN = tuple(
    (re.compile(start, re.DOTALL | re.IGNORECASE), OtherFormat(what, hint)) for start, what, hint in _FORMATS
)
_HEAD = 1024


def other_format(data: bytes) -> OtherFormat | None:
    """What this file is, by its first bytes; None when it is none of those that are known."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return next((found for start, found in _KNOWN if start.match(head)), None)
