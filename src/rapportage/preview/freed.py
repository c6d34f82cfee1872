"""What a process that stays lets go of: a command ends before this matters."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress


def give_back() -> None:
    """Search memory for cycles, and give the system what is free.

    The C library of most of Linux keeps freed memory for each thread that had some (mallopt(3), M_ARENA_MAX),
    and threads come and go here with every process that lays pages out. Elsewhere that is left as it is.
    """
    gc.collect()
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)
