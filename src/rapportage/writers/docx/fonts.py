"""Put typefaces in a Word document, for machines that do not have them.

A font goes in as ECMA-376, part 4, 2.8.1 describes: its first 32 bytes are mixed with a key that
stands beside it. That hides nothing; it keeps the part from being installed by accident.
"""

from __future__ import annotations

import uuid

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from rapportage.style.fonts import BOLDEST, NORMAL, Typeface
from rapportage.writers.docx.ooxml import Element, el
from rapportage.writers.docx.package import WordPackage

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_KINDS = {
    (NORMAL, False): "w:embedRegular",
    (BOLDEST, False): "w:embedBold",
    (NORMAL, True): "w:embedItalic",
    (BOLDEST, True): "w:embedBoldItalic",
}
"""The four faces that Word knows of a family, by weight and slant, in the order of the schema."""


def embedded(word: WordPackage, table: Part, letters: Typeface, already: int) -> list[Element]:
    """The elements that name the parts of a typeface, which are added to the package behind those there are.

    None where its maker does not allow it, or Word cannot show it.
    """
    if not letters.goes_with_word:
        return []
    found: list[Element] = []
    for (weight, italic), tag in _KINDS.items():
        face = letters.face(weight, italic=italic)
        if face.italic != italic or (weight == BOLDEST and face == letters.face(NORMAL, italic=italic)):
            continue  # which Word makes of the upright or the thinner one itself
        data = face.data()
        key = uuid.uuid5(uuid.NAMESPACE_OID, letters.digest + face.path.name)
        name = PackURI(f"/word/fonts/font{already + len(found) + 1}.odttf")
        part = Part(name, CONTENT_TYPE, obfuscated(data, key), word.package)
        found.append(el(tag, r_id=table.relate_to(part, RELATIONSHIP), w_fontKey=f"{{{str(key).upper()}}}"))
    return found


def obfuscated(data: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes mixed with the key, last byte first; twice gives it back."""
    mask = key.bytes[::-1] * 2
    return bytes(one ^ other for one, other in zip(data[:32], mask, strict=True)) + data[32:]
