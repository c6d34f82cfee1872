"""Work on a picture as given in a process of its own, which may fall without harm.

A small file can ask for hours of work or for all memory there is, and the library that reads it then
takes the program down with it.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from tempfile import TemporaryDirectory

from rapportage.bounds import MOST_MEMORY, MOST_SECONDS

_PATIENCE = 6 if sys.platform == "win32" else 60
"""How many times MOST_SECONDS may pass on the clock, all that counts on Windows; a busy machine is slow."""


class Unfinished(Exception):
    """The work could not be done within what is reasonable."""


def bounded(module: str, *arguments: str, data: bytes) -> bytes:
    """What `module` writes of this data when it runs as a program within bounds; raises Unfinished.

    It calls `keep_bounds` with what follows its own arguments. Memory is bounded where the system can
    (not on Windows or macOS), time everywhere.
    """
    import subprocess  # heavy, and seldom needed

    limits = [str(number) for number in (MOST_SECONDS, MOST_MEMORY, os.getpid())]
    # -P: without it the folder that one stands in could hold a module of a library's name.
    command = [sys.executable, "-P", "-m", module, *arguments, *limits]
    with TemporaryDirectory(prefix="rapportage-") as folder:  # for what it leaves when it has to be killed
        try:
            done = subprocess.run(
                command,
                input=data,
                capture_output=True,
                env=os.environ | {"TMPDIR": folder},
                timeout=_PATIENCE * MOST_SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise Unfinished from None
    if done.returncode != 0 or not done.stdout:
        raise Unfinished
    return done.stdout


def keep_bounds(seconds: str, memory: str, parent: str) -> None:
    """Let this process have no more than these, and no longer life than the one that wants its work."""
    _end_with(int(parent))
    with suppress(ImportError, ValueError, OSError):
        import resource

        for what, most in ((resource.RLIMIT_CPU, int(seconds)), (resource.RLIMIT_AS, int(memory))):
            resource.setrlimit(what, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with(parent: int) -> None:
    """Be killed when the process that wants the work is; elsewhere than on Linux, only time is bounded."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:  # it was killed before
            sys.exit(1)
