"""Hear Ctrl-C once; what is ended and tidied up because of it is not disturbed by another.

Who sees nothing happen at once presses again, and a terminal sends what was pressed to every process
of the command. Only the main thread of a process hears it.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

INTERRUPTED = 130
"""The exit status of a command that Ctrl-C ended: 128 and the number of the signal, as shells have it."""


class _Ear:
    """What this process heard, and what to put back when it hears as before."""

    def __init__(self) -> None:
        self.open = False
        self.heard = False
        self.late = False
        self.changed = False
        self.told: Callable[[sys.UnraisableHookArgs], object] = sys.__unraisablehook__


_ear = _Ear()


def hear_once() -> None:
    """From here on the first Ctrl-C raises KeyboardInterrupt and all others do nothing.

    Where Ctrl-C is not Python's to hear, as in the background of a shell, that stays so.
    """
    heed()
    if _in_main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        _ear.open, _ear.told = True, sys.unraisablehook
        sys.unraisablehook = _tell
        signal.signal(signal.SIGINT, _hear)


def deaf() -> None:
    """From here on no Ctrl-C does anything, up to the last moment of the process."""
    if _in_main_thread() and signal.getsignal(signal.SIGINT) in (_hear, signal.default_int_handler):
        _ear.open = True
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Where the interruption passed through text that was executed, as a dataclass is made, `python -m` ends
    # itself by the signal, also when it was caught since; until the next text is executed.
    exec("")


def hear_as_before() -> None:
    """Undo `hear_once`, in a process that goes on."""
    if _ear.open:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.unraisablehook = _ear.told
    _ear.open = _ear.heard = _ear.late = _ear.changed = False


def heed() -> None:
    """Raise KeyboardInterrupt once more where one was heard.

    Python loses it in what it calls by itself, such as a finaliser or the lock of an import.
    """
    if _ear.heard:
        raise KeyboardInterrupt


def heed_late() -> None:
    """Raise it also where one came while nothing could stay half done: for what goes on by itself."""
    if _ear.late:
        _ear.heard = True
        deaf()
    heed()


def change() -> None:
    """Remember that files of the user were changed."""
    _ear.changed = True


def farewell() -> str:
    """What is said after a Ctrl-C."""
    if _ear.changed:
        return "Afgebroken toen de bestanden al geschreven waren."
    return "Afgebroken; er is niets gewijzigd."


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C comes too late meanwhile, for what is short and must not stay half done; see `heed_late`."""
    if not _in_main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _ignore)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def postponed() -> Iterator[None]:
    """Ctrl-C is heard afterwards, and not at all by a process that is started meanwhile.

    Such a process does not get it until it says so, where a signal can be held back.
    """
    if not _in_main_thread():
        yield
        return
    pressed = False

    def note(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True

    before = signal.signal(signal.SIGINT, note)
    held_back = None if sys.platform == "win32" else signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        if sys.platform != "win32" and held_back is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, held_back)
        signal.signal(signal.SIGINT, before)
        if pressed:
            signal.raise_signal(signal.SIGINT)


def _in_main_thread() -> bool:
    return current_thread() is main_thread()


def _hear(_number: int, _frame: FrameType | None) -> None:
    _ear.heard = True
    deaf()
    raise KeyboardInterrupt


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Not SIG_IGN: Python complains when it finds that in place of the function that was to hear."""
    _ear.late = True


def _tell(unraisable: sys.UnraisableHookArgs) -> None:
    """Tell what Python could not raise, unless that is a Ctrl-C or comes of one."""
    if not _ear.heard:
        _ear.told(unraisable)
