"""Names for what a Word document holds that stay the same from build to build.

A clerk changes a copy of the document. To compare it with the content later, each paragraph that
says something carries a hidden bookmark with its name (`rapportage.identity`), and the bookmarks of
references and of the contents list are named after what they point at: none of them after a counter
that moves when something is added above.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

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


def hidden_name(name: str) -> str:
    """The bookmark for something of this name; Word lists none that begins with an underscore."""
    return f"_Blok_{name}"


def list_name(*facts: str) -> str:
    """Eight hexadecimal digits for a list's definition, made from what tells it from other lists."""
    return _digest("\n".join(facts))[:4].hex().upper()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode(errors="surrogatepass")).digest()
