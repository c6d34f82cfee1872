"""End work that goes on without end, such as the layout of a style that asks for a million pages."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread, get_ident
from time import process_time

_LOOK = 0.5
"""How many seconds pass between two looks at the processor time."""


class OutOfTime(BaseException):
    """The work took more processor time than it had; no handler of errors on its way keeps it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """While it lasts, work in this thread that takes more processor time is ended; raises OutOfTime.

    What runs outside Python is ended when it comes back. A signal would do it at once, but in the main thread
    only, and not on Windows.
    """
    done, sent, worker, began = Event(), Event(), ctypes.c_ulong(get_ident()), process_time()

    def watch() -> None:
        while not done.wait(_LOOK):
            if process_time() - began > seconds:
                sent.set()
                _interrupt(worker, ctypes.py_object(OutOfTime))

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        try:
            _end(done, watcher)
        except OutOfTime:  # one that came here
            _end(done, watcher)
        if sent.is_set():
            _take_last(worker)


_interrupt = ctypes.pythonapi.PyThreadState_SetAsyncExc


def _end(done: Event, watcher: Thread) -> None:
    done.set()
    watcher.join()


def _take_last(worker: ctypes.c_ulong) -> None:
    """Let an interruption arrive that may still be under way.

    To take one back instead leaves Python 3.11 looking for it at every step: under a profile function the
    work then no longer gets on.
    """
    with suppress(OutOfTime):
        under_way = _interrupt(worker, ctypes.py_object(OutOfTime))
        while under_way:
            pass
