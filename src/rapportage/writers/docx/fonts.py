"""Put the house font in a Word document, for machines that do not have it.

A font goes in as ECMA-376, part 4, 2.8.1 describes: its first 32 bytes are mixed with a key that
stands beside it. That hides nothing; it keeps the part from being installed by accident.
"""

from __future__ import annotations

import uuid

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from rapportage.style.fonts import Face, faces
from rapportage.writers.docx.ooxml import Element, el
from rapportage.writers.docx.package import WordPackage

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_KINDS = {
    (400, False): "w:embedRegular",
    (700, False): "w:embedBold",
    (400, True): "w:embedItalic",
    (700, True): "w:embedBoldItalic",
}
"""The four faces that Word knows of a family, by weight and slant, in the order of the schema."""
_RESTRICTED = 0x0002
"""The bit of OS/2.fsType with which a maker forbids embedding (OpenType, OS/2)."""


def embedded(word: WordPackage, table: Part) -> list[Element]:
    """The elements that name the font's parts, which are added to the package; none where it may not."""
    found: list[Element] = []
    for (weight, italic), tag in _KINDS.items():
        face = next(one for one in faces() if (one.weight, one.italic) == (weight, italic))
        if not may_be_embedded(face):
            return []
        data = face.path.read_bytes()
        key = uuid.uuid5(uuid.NAMESPACE_OID, face.path.name)
        name = PackURI(f"/word/fonts/font{len(found) + 1}.odttf")
        part = Part(name, CONTENT_TYPE, obfuscated(data, key), word.package)
        found.append(el(tag, r_id=table.relate_to(part, RELATIONSHIP), w_fontKey=f"{{{str(key).upper()}}}"))
    return found


def may_be_embedded(face: Face) -> bool:
    """Whether the font's maker allows it to stand in a document."""
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True) as font:
        return not font["OS/2"].fsType & _RESTRICTED


def obfuscated(data: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes mixed with the key, last byte first; twice gives it back."""
    mask = key.bytes[::-1] * 2
    return bytes(one ^ other for one, other in zip(data[:32], mask, strict=True)) + data[32:]
