"""What a line's end must not part: a day and its month, an address, a no-break hyphen, and last words.

The last line of a paragraph is no scrap: half a word, or one short word alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapportage.characters import NO_BREAK_HYPHEN
from rapportage.dutch import MONTHS

DAY = re.compile(r"(?<!\S)(?:[0-3]?\d) (?:" + "|".join(MONTHS) + r")\b")
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@./-])[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org|net|info|frl)\b(?:/[^\s<>]*[\w/])?",
    re.I,
)
"""A web or e-mail address, which is never hyphenated: a hyphen would be taken for a part of it."""
LONG_ADDRESS = 40
"""An address of more letters than this may go on in the next line in running text."""
_ADDRESS_SIGN = re.compile(r"(?<=[-/.?&=_#%@+])(?=\w)")
MAY_BREAK = "\u200b"
HYPHENED = re.compile(rf"[^\s{NO_BREAK_HYPHEN}]*(?:{NO_BREAK_HYPHEN}[^\s{NO_BREAK_HYPHEN}]*)+")
_SHORT, _MOST = 9, 26
"""A last word shorter than the first takes the word before along, up to the second together."""
NO_BREAK = "\N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{NARROW NO-BREAK SPACE}"
"""The spaces at which no line ends: what they part is one word to a line."""
_BREAKS = r"[ \t\n\r\f\v\u2028]"
_WORD = _BREAKS.replace("[", "[^") + "+"
_END = re.compile(rf"(?:(?<={_BREAKS})|^)(?:({_WORD})([ ]))?({_WORD})({_BREAKS}*)$")


class Held(NamedTuple):
    """A text in three: what stands before the words that are held together, these words, and what follows."""

    before: str
    words: str
    after: str


def with_breaks(address: str) -> str:
    """The address with a place where a line may end behind each of its signs."""
    return _ADDRESS_SIGN.sub(MAY_BREAK, address)


def last_words(text: str) -> Held | None:
    """The last word of a block of lines, a short one with the word before; None for nothing to hold."""
    end = _END.search(text)
    if end is None:
        return None
    before, space, word, rest = end.groups()
    at = end.start()
    if before is None or len(word) >= _SHORT or len(before) + len(word) > _MOST:
        at, before, space = end.start(3), "", ""
    if len(word) > _MOST or (not before and len(word) < _SHORT):
        return None
    return Held(text[:at], f"{before}{space}{word}", rest)
