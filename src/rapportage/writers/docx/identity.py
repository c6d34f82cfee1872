"""Names for what a Word document holds that stay the same from build to build.

A clerk changes a copy of the document. To compare it with the content later, each paragraph that
says something carries a hidden bookmark with its name (`rapportage.identity`), and the bookmarks of
references and of the contents list are named after what they point at: none of them after a counter
that moves when something is added above.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from docx.oxml.ns import qn

from rapportage.writers.docx.ooxml import NAMESPACES, Element

_DIGITS = 9
_HIDDEN = "_Blok_"
_MOST_PARAGRAPHS = 0x80000000
"""What Word numbers paragraphs below (MS-DOCX, 2.5.4.3)."""


def numbered_names(prefix: str, keys: Iterable[str]) -> dict[str, str]:
    """A bookmark as Word itself would name it, such as `_Ref123456789`, for each key; made from the key."""
    names: dict[str, str] = {}
    taken: set[int] = set()
    for key in dict.fromkeys(keys):
        number = int.from_bytes(_digest(key)[:8]) % 10**_DIGITS
        while number in taken:
            number = (number + 1) % 10**_DIGITS
        taken.add(number)
        names[key] = f"{prefix}{number:0{_DIGITS}}"
    return names


def hidden_name(name: str) -> str:
    """The bookmark for something of this name; Word lists none that begins with an underscore."""
    return f"{_HIDDEN}{name}"


def name_paragraphs(body: Element) -> None:
    """Give each paragraph that carries a name the number that Word knows paragraphs by, made from it.

    Word keeps that number when it saves, also where a clerk deleted the bookmark with the first words.
    """
    taken: set[int] = set()
    for one in body.iter(qn("w:p")):
        marks = (str(mark.get(qn("w:name"))) for mark in one.iter(qn("w:bookmarkStart")))
        if name := next((mark for mark in marks if mark.startswith(_HIDDEN)), ""):
            number = int.from_bytes(_digest(name)[:4]) % _MOST_PARAGRAPHS
            while number in taken or not number:
                number = (number + 1) % _MOST_PARAGRAPHS
            taken.add(number)
            one.set(f"{{{NAMESPACES['w14']}}}paraId", f"{number:08X}")


def list_name(*facts: str) -> str:
    """Eight hexadecimal digits for a list's definition, made from what tells it from other lists."""
    return _digest("\n".join(facts))[:4].hex().upper()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode(errors="surrogatepass")).digest()
