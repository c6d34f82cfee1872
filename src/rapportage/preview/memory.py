"""What was made once is not made again as long as it is needed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Memory(Generic[Made]):
    """What was made this turn and the one before, each by all that it was made from."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Made] = {}
        self._before: dict[Hashable, Made] = {}

    def turn(self) -> None:
        """Begin the next turn; what the last one did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What goes by this key, made where it is not known."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        return self._now[key]
