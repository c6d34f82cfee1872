"""Which text of the old paper is which of the new: by identity, and where that ends by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Container

from rapportage.compare.found_again import match, near
from rapportage.compare.units import Chapter, Unit, What, cell_names, chapters
from rapportage.document import Document
from rapportage.identity import identities, named
from rapportage.inlines import Footnote

_FEWEST = 4
"""Fewer words, such as 'Zie hieronder', two places of one paper may have in common by themselves."""
_LIKE = 0.7
"""So much alike must be what stands in another chapter: there more is in common by chance."""


def aligned(old: Document, new: Document) -> dict[str, str]:
    """The names of the new paper's texts by those of the old one's, each at most once.

    Those that `found_again.match` knows come first, with rows as most of their cells have it; of what is
    left, what says the same in another chapter, and then what is much like it.
    """
    matched = {was.name: now.name for was, now in match(identities(old), identities(new))}
    rows, new_rows = cell_names(old), cell_names(new)
    units = _units(chapters(old))
    new_units = _units(chapters(new))
    pairs = {
        was: now for was, now in matched.items() if was in units and now in new_units and was not in rows
    }
    votes = Counter(
        (rows[was], new_rows[now]) for was, now in matched.items() if was in rows and now in new_rows
    )
    taken: set[str] = set()
    for (was, now), _ in votes.most_common():
        if was not in pairs and now not in taken:
            pairs[was] = now
            taken.add(now)
    return _by_likeness(pairs, units, new_units)


def all_names(old: Document, new: Document) -> dict[str, str]:
    """The names of all that the new paper has by those of the old one: of its texts, cells and lines."""
    pairs = aligned(old, new)
    taken = set(pairs.values())
    matched = match(identities(old), identities(new))
    others = {was.name: now.name for was, now in matched if was.name not in pairs and now.name not in taken}
    return pairs | others


def note_numbers(old: Document, new: Document) -> dict[int, int]:
    """The numbers of the notes that are the same note, in the order in which both papers have them."""
    pairs = aligned(old, new)
    numbers = {name: at for at, name in enumerate(_notes(new), 1)}
    return {at: numbers[pairs[name]] for at, name in enumerate(_notes(old), 1) if pairs.get(name) in numbers}


def _notes(document: Document) -> list[str]:
    return [identity.name for identity, subject in named(document) if isinstance(subject, Footnote)]


def _units(of: list[Chapter]) -> dict[str, Unit]:
    return {unit.name: unit for chapter in of for unit in chapter.units}


def _by_likeness(pairs: dict[str, str], old: dict[str, Unit], new: dict[str, Unit]) -> dict[str, str]:
    """The pairs with those of what is left that say the same, or nearly so, wherever they stand."""
    pairs = dict(pairs)
    taken = set(pairs.values())
    same: dict[tuple[str, str], deque[str]] = defaultdict(deque)
    for unit in new.values():
        if unit.name not in taken and unit.weight >= _FEWEST:
            same[unit.what, unit.said].append(unit.name)
    for unit in old.values():
        if unit.name not in pairs and (found := same.get((unit.what, unit.said))):
            pairs[unit.name] = found.popleft()
    taken = set(pairs.values())
    for what in dict.fromkeys(unit.what for unit in old.values()):
        left = _left(old, what, pairs)
        right = _left(new, what, taken)
        words, new_words = ([(at, one.words) for at, one in enumerate(row)] for row in (left, right))
        pairs |= {left[at].name: right[to].name for at, to in near(words, new_words, _LIKE).items()}
    return pairs


def _left(units: dict[str, Unit], what: What, done: Container[str]) -> list[Unit]:
    """The texts of a kind that are not done, and of which there is enough to tell them apart."""
    return [
        one for one in units.values() if one.what == what and one.name not in done and one.weight >= _FEWEST
    ]
