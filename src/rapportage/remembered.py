"""What was made before from the very same things, for who makes it over and over: a look after each edit.

A thing is known by all that it is made of. What was not asked for in two looks in a row is forgotten, so
that what is remembered does not grow.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

Made = TypeVar("Made")
_PLAIN = (str, int, float, bool, type(None))
_NOTHING = object()


@dataclass(eq=False)
class Memory:
    """Remembers while it is `kept`; one that is not makes everything anew, and knows nothing."""

    kept: bool = True
    _now: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    _before: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    _same: dict[Hashable, tuple[int, tuple[object, ...]]] = field(default_factory=dict, repr=False)
    _count: int = 0

    def next_look(self) -> None:
        """Begin another look: what the last one did not ask for goes."""
        self._before, self._now = self._now, {}

    def forget(self) -> None:
        """Know nothing any more."""
        self._before, self._now, self._same = {}, {}, {}

    def find(self, key: Hashable) -> Any:
        """What is kept under this key; None where nothing is."""
        found = self._now.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._before.get(key, _NOTHING)
            if found is _NOTHING:
                return None
            self._now[key] = found
        return found

    def keep(self, key: Hashable, made: object) -> None:
        """Keep this under the key."""
        if self.kept:
            self._now[key] = made

    def of(self, key: Hashable, make: Callable[[], Made], *of: object) -> Made:
        """What was made under this key, or else what `make` makes now.

        It was made `of` these very things: where one of them is another by now, it is made anew. What
        raises is not remembered.
        """
        if not self.kept:
            return make()
        found = self.find(key)
        if found is not None and _are_same(found[1], of):
            return cast(Made, found[0])
        made = make()
        self._now[key] = made, of
        return made

    def edition(self, name: Hashable, *of: object) -> int:
        """A number that stays as long as each of these is the very thing that it was."""
        known = self._same.get(name)
        if known is not None and _are_same(known[1], of):
            return known[0]
        self._count += 1
        self._same[name] = self._count, of
        return self._count


def _are_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether these are the very same things, or the same words and numbers."""
    return len(one) == len(other) and all(
        mine is yours or (type(mine) is type(yours) and type(mine) in _PLAIN and mine == yours)
        for mine, yours in zip(one, other, strict=True)
    )


FORGETFUL = Memory(kept=False)
"""Remembers nothing: for who makes everything once."""
