"""Let one run at a time write in a folder; a run that dies lets go by itself."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rapportage.ctrl_c import heed

_PAUSE = 0.1
"""How many seconds pass between one look and the next, where a system cannot wake who waits."""
_LOCK = ".slot"
"""What is held on to where a folder itself cannot be."""

if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def alone(folder: Path) -> Iterator[None]:
        """Wait until no other run writes in this folder, and keep others waiting meanwhile."""
        # To truncate a file that somebody has hidden is refused here, and to open it is not.
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT)
        try:
            while not _taken(handle):
                heed()
                time.sleep(_PAUSE)
            yield
        finally:
            os.close(handle)

    def _taken(handle: int) -> bool:
        """Whether this run has the file now; the system's own way to wait gives up after ten seconds."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK):
                return False
            raise
        return True

else:
    import fcntl

    @contextmanager
    def alone(folder: Path) -> Iterator[None]:
        """Wait until no other run writes in this folder, and keep others waiting meanwhile."""
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)
