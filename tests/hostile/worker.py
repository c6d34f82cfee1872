"""Runs commands one after another in this process, and tells of each how it ended and what it cost.

A line of JSON in: a folder and the words of a command; a line out. What breaks it is for the one that
started it to see: it waits so long, and starts another.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import sys
import traceback
from pathlib import Path
from typing import Any

FENCE = 4 * 1024**3
"""So much may be asked for: beyond it the command gets a MemoryError, and the machine keeps standing."""


def main() -> None:
    """Answer on the real standard output; what commands write there is caught."""
    resource.setrlimit(resource.RLIMIT_AS, (FENCE, FENCE))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    from rapportage.cli import main as command

    for line in sys.stdin:
        asked = json.loads(line)
        os.chdir(asked["folder"])
        said = io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace", newline="\n")
        begin = _seconds()
        _forget_peak()
        status: Any = None
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                command(asked["words"])
            except SystemExit as end:
                status = end.code
            except BaseException:
                traceback.print_exc()
        said.flush()
        text = said.buffer.getvalue().decode("utf-8", "replace")
        answer = {"status": status, "text": text, "seconds": _seconds() - begin, "megabytes": _peak()}
        print(json.dumps(answer), file=answers, flush=True)


def _seconds() -> float:
    """The processor time of this process; what a bounded one takes is bounded there."""
    return (
        resource.getrusage(resource.RUSAGE_SELF).ru_utime + resource.getrusage(resource.RUSAGE_SELF).ru_stime
    )


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def _peak() -> float:
    """The most memory that was in use since it was forgotten, in megabytes."""
    told = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in told.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
