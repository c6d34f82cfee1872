"""How often memory is searched for what nobody uses any more."""

from __future__ import annotations

import gc

_COLLECTED = 200_000, 10, 20


def search_memory_seldom() -> None:
    """Search memory for cycles seldom: a layout makes a million boxes that all stay until it is done."""
    gc.enable()
    gc.set_threshold(*_COLLECTED)
