"""Write on standard output and standard error, whatever became of them."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress

_FULL = "rapportage: de uitvoer is niet te schrijven: de schijf waar zij heen gaat is vol"


def open_streams() -> None:
    """Give what was started without standard output or error something to write to.

    The next file that is opened would else get its number, and what is told would be written into it.
    A character that a stream cannot write is replaced.
    """
    for number, name in ((1, "stdout"), (2, "stderr")):
        try:
            os.fstat(number)
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
        if getattr(sys, name) is None:
            # It stays open as long as the process does.
            setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def write_line(text: str, *, err: bool = False) -> None:
    """Write where somebody may have stopped listening: that changes nothing of what is done or its status.

    A disk that is full is told once, where it can be.
    """
    stream = sys.stderr if err else sys.stdout
    try:
        stream.write(text + "\n")
        stream.flush()
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT) and not err:
            write_line(_FULL, err=True)
