"""Names for what a Word document holds that stay the same from build to build.

A clerk changes a copy of the document. To compare it with the content later, each block carries
a hidden bookmark, and the bookmarks of references and of the contents list are named after what
they point at: none of them after a counter that moves when something is added above.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapportage.document import Block, Figure, Heading, Table

_DIGITS = 9


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


@dataclass
class Identities:
    """Names blocks in the order of the document, each after its source file and its place there.

    The place is the heading above it and which block of its kind it is below that. A heading, a
    figure or a table with a name of its own keeps that name wherever it stands.
    """

    section: str = ""
    _counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def of(self, block: Block) -> str:
        """The bookmark for the next block, such as `_Blok_0123456789ab`."""
        kind = type(block).__name__
        if isinstance(block, Heading | Figure | Table) and block.id:
            if isinstance(block, Heading):
                self.section = block.id
            return _name(kind, block.id)
        place = (block.place.file, self.section, kind)
        self._counts[place] += 1
        return _name(*place, str(self._counts[place]))


def _name(*parts: str) -> str:
    return f"_Blok_{_digest('|'.join(parts)).hex()[:12]}"


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode(errors="surrogatepass")).digest()
