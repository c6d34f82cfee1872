"""What of two rows stayed in place, and both rows as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Old = TypeVar("Old")
New = TypeVar("New")

Pair = tuple[int, int]
"""The places of one thing in the old and in the new row."""


def kept_in_order(pairs: Sequence[Pair], weights: Sequence[int]) -> list[Pair]:
    """The pairs that stayed in order while the fewest, by weight, moved between them; in their order.

    `pairs` have each place at most once.
    """
    if not pairs:
        return []
    by_new = sorted(range(len(pairs)), key=lambda at: pairs[at][1])
    size = max(old for old, _ in pairs) + 1
    best = [(0, -1)] * (size + 1)  # a tree of the heaviest rows that end before an old place
    before: dict[int, int] = {}
    heaviest = (0, -1)
    for at in by_new:
        old = pairs[at][0]
        found, place = (0, -1), old
        while place:
            found = max(found, best[place])
            place -= place & -place
        before[at] = found[1]
        here = (found[0] + max(1, weights[at]), at)
        heaviest = max(heaviest, here)
        place = old + 1
        while place <= size:
            best[place] = max(best[place], here)
            place += place & -place
    kept = []
    at = heaviest[1]
    while at != -1:
        kept.append(pairs[at])
        at = before[at]
    return kept[::-1]


def woven(
    old: Sequence[Old], new: Sequence[New], kept: Sequence[Pair]
) -> Iterator[tuple[Old | None, New | None]]:
    """Both rows as one: what was kept beside each other, and between these first the old and then the new."""
    at = new_at = 0
    for stop, new_stop in (*kept, (len(old), len(new))):
        yield from ((one, None) for one in old[at:stop])
        yield from ((None, one) for one in new[new_at:new_stop])
        if stop < len(old) and new_stop < len(new):
            yield old[stop], new[new_stop]
        at, new_at = stop + 1, new_stop + 1
