"""What a line's end must not part: a day and its month, a word with a no-break hyphen, and last words.

The last line of a paragraph is no scrap: half a word, or one short word alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapportage.characters import NO_BREAK_HYPHEN
from rapportage.dutch import MONTHS

DAY = re.compile(r"(?<!\S)(?:[0-3]?\d) (?:" + "|".join(MONTHS) + r")\b")
HYPHENED = re.compile(rf"[^\s{NO_BREAK_HYPHEN}]*(?:{NO_BREAK_HYPHEN}[^\s{NO_BREAK_HYPHEN}]*)+")
_SHORT, _MOST = 9, 26
"""A last word shorter than the first takes the word before along, up to the second together."""
_END = re.compile(r"(?:(?<=\s)|^)(?:(\S+)([ ]))?(\S+)(\s*)$")


class Held(NamedTuple):
    """A text in three: what stands before the words that are held together, these words, and what follows."""

    before: str
    words: str
    after: str


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
