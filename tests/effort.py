"""How much work something is, counted in calls: the same on a busy machine as on an idle one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from where import surroundings

_PROGRAM = """
import sys
calls = 0
def count(*_):
    global calls
    calls += 1
sys.setprofile(count)
try:
    exec({program!r})
except SystemExit:
    pass
finally:
    sys.setprofile(None)
    print(calls, file=sys.stderr)
"""


def calls_of(program: str) -> int:
    """How often functions are called and left by this program in a process of its own, imports included."""
    command = [sys.executable, "-c", _PROGRAM.format(program=program)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings())
    return int(done.stderr.splitlines()[-1])


def calls_in(work: Callable[[], object]) -> int:
    """How often functions are called and left while this is done."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
