"""Which named things of two papers are the same: by their names, by their words, and then by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Sequence, Set

from rapportage.identity import Identity, stays

_LIKE = 0.5
"""So much alike two words' letters must be, of 1, to be taken for the same thing."""
_LETTERS = 3
_COMMON = 24
"""What more than so many things in one section have tells none of them apart."""
_CANDIDATES = 8
"""So many of those that have most in common are compared."""


def match(old: Sequence[Identity], new: Sequence[Identity]) -> tuple[tuple[Identity, Identity], ...]:
    """What of the old is what of the new, each at most once, in the order of the old.

    Those of one name come first; then those of one kind and file that say the same, wherever they
    stand; then those of one kind in one section whose words are most alike, if they are enough so.
    """
    pairs: dict[int, int] = {}
    _pair(pairs, old, new, lambda one: one.name)
    _pair(pairs, old, new, lambda one: (stays(one.place.file), one.kind, one.words))
    became = _sections(pairs, old, new)
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for at, one in enumerate(old):
        if at not in pairs:
            groups[one.kind, became.get(one.section, one.section)][0].append(at)
    taken = set(pairs.values())
    for at, one in enumerate(new):
        if at not in taken:
            groups[one.kind, one.section][1].append(at)
    for left, right in groups.values():
        pairs |= near([(at, old[at].words) for at in left], [(at, new[at].words) for at in right])
    return tuple((old[at], new[pairs[at]]) for at in sorted(pairs))


def _pair(
    pairs: dict[int, int],
    old: Sequence[Identity],
    new: Sequence[Identity],
    key: Callable[[Identity], Hashable],
) -> None:
    """Pair what is left and has the same key, in order."""
    taken = set(pairs.values())
    left: dict[Hashable, deque[int]] = defaultdict(deque)
    for at, one in enumerate(new):
        if at not in taken:
            left[key(one)].append(at)
    for at, one in enumerate(old):
        if at not in pairs and (same := left.get(key(one))):
            pairs[at] = same.popleft()


def _sections(pairs: dict[int, int], old: Sequence[Identity], new: Sequence[Identity]) -> dict[str, str]:
    """The section in which most of what stood in each section stands now."""
    moves = Counter((old[at].section, new[to].section) for at, to in pairs.items())
    return {before: after for (before, after), _ in reversed(moves.most_common())}


def near(old: list[tuple[int, str]], new: list[tuple[int, str]], least: float = _LIKE) -> dict[int, int]:
    """The pairs that are most alike, and are so at least, found by the letters that they have in common."""
    having: dict[str, list[int]] = defaultdict(list)
    letters = {at: _letters(words) for at, words in new}
    for at, some in letters.items():
        for piece in some:
            having[piece].append(at)
    scores: list[tuple[float, int, int]] = []
    for at, words in old:
        own = _letters(words)
        telling = (having[piece] for piece in own if 0 < len(having.get(piece, ())) <= _COMMON)
        shared = Counter(to for some in telling for to in some)
        for to in sorted(shared, key=lambda to: (-shared[to], to))[:_CANDIDATES]:
            like = 2 * len(own & letters[to]) / (len(own) + len(letters[to]))
            if like >= least:
                scores.append((-like, at, to))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, to in sorted(scores):
        if at not in pairs and to not in taken:
            pairs[at] = to
            taken.add(to)
    return pairs


def _letters(words: str) -> Set[str]:
    """The words as a set of pieces of three letters."""
    text = f" {words.casefold()} "
    return {text[at : at + _LETTERS] for at in range(len(text) - _LETTERS + 1)}
