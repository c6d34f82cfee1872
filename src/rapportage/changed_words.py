"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["gelijk", "weg", "nieuw"]
Opcode = tuple[int, int, int, int]
"""Where in either text what differs begins and ends, as with `SequenceMatcher`: old begin and end, new."""

_TOKEN = re.compile(r"\s*(?:\w+(?:[.,’'-]\w+)*|[^\w\s])|\s+")
"""A word or number with the space before it, or a sign."""
_MOST_STEPS = 5_000_000
"""So often two words of a pair of papers are laid beside each other; it takes half a second."""
_ISLAND = 2
"""So few words that two texts have in common between two changes are no longer read as such."""


class Part(NamedTuple):
    """Words that both texts have, or only one."""

    kind: Kind
    text: str


class _TooMuch(Exception):
    """There are more words to compare than is done."""


class _Matcher(SequenceMatcher[str]):
    """Finds what two rows of words have in common, and tells how much work each look is.

    The library finds the longest passage first, which is what a reader would call unchanged; the fewest
    changes would keep a 'de' and a 'van' here and there. Its work has no bound: the words of a text can
    be such that each look finds a single one.
    """

    def __init__(self, was: Sequence[str], wordt: Sequence[str], spend: Callable[[int], None]) -> None:
        super().__init__(None, was, wordt, autojunk=False)
        self._spend = spend
        self._was, self._occurs = was, Counter(wordt)

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):  # type: ignore[no-untyped-def]
        """The longest passage within these bounds."""
        looked_at = self._was[alo:ahi]
        self._spend(len(looked_at) + sum(self._occurs[one] for one in looked_at))
        return super().find_longest_match(alo, ahi, blo, bhi)


class Words:
    """Compares texts, of which all of two papers have so much work together."""

    def __init__(self, steps: int = _MOST_STEPS) -> None:
        self._left = steps

    def parts(self, was: str, wordt: str) -> tuple[Part, ...]:
        """The words of both in reading order, each old one before what came in its place.

        Where comparing takes too much, one text is told to have become the other.
        """
        old, new = tokens(was), tokens(wordt)
        found: list[Part] = []
        at = 0
        for begin, end, new_begin, new_end in self.changes(old, new):
            found.append(Part("gelijk", "".join(old[at:begin])))
            found.append(Part("weg", "".join(old[begin:end])))
            found.append(Part("nieuw", "".join(new[new_begin:new_end])))
            at = end
        found.append(Part("gelijk", "".join(old[at:])))
        return tuple(one for one in found if one.text)

    def changes(
        self, was: Sequence[str], wordt: Sequence[str], is_word: Sequence[bool] | None = None
    ) -> list[Opcode]:
        """Where two rows of words differ; all that lies between these places is the same.

        `is_word` tells which of the old ones are words, where they do not show it themselves.
        """
        begin = _same(was, wordt)
        end = _same(was[begin:][::-1], wordt[begin:][::-1])
        old, new = was[begin : len(was) - end], wordt[begin : len(wordt) - end]
        if not old or not new:
            return [(begin, len(was) - end, begin, len(wordt) - end)] if old or new else []
        try:
            blocks = _Matcher(old, new, self._spend).get_matching_blocks()
        except _TooMuch:
            return [(begin, len(was) - end, begin, len(wordt) - end)]
        changes: list[Opcode] = []
        at = new_at = 0
        for block in blocks:
            if block.a > at or block.b > new_at:
                changes.append((begin + at, begin + block.a, begin + new_at, begin + block.b))
            at, new_at = block.a + block.size, block.b + block.size
        if is_word is None:
            is_word = [any(map(str.isalnum, word)) for word in was]
        return _without_islands(changes, is_word)

    def _spend(self, steps: int) -> None:
        self._left -= steps
        if self._left < 0:
            raise _TooMuch


def tokens(text: str) -> list[str]:
    """The text in words and signs, each with the space before it; together they are the text."""
    return _TOKEN.findall(text)


def _same(was: Sequence[str], wordt: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for old, new in zip(was, wordt, strict=False):
        if old != new:
            break
        count += 1
    return count


def _without_islands(changes: list[Opcode], is_word: Sequence[bool]) -> list[Opcode]:
    """The same, in which two changes with hardly a word between them are one, where both are larger."""
    kept: list[Opcode] = []
    for one in changes:
        if kept:
            last = kept[-1]
            between = sum(is_word[last[1] : one[0]])
            if between <= _ISLAND and between < min(_size(last), _size(one)):
                kept[-1] = (last[0], one[1], last[2], one[3])
                continue
        kept.append(one)
    return kept


def _size(change: Opcode) -> int:
    return max(change[1] - change[0], change[3] - change[2])
