"""One run at a time writes in a folder, also as Windows has it."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from rapportage.build import alone as module

OLD_LOCK = b"x"


class Msvcrt(ModuleType):
    """The library of Windows that locks a part of a file, while another run holds it for so many looks."""

    LK_NBLCK = 2

    def __init__(self, held: int, refusal: int = errno.EACCES) -> None:
        super().__init__("msvcrt")
        self.held, self.refusal, self.asked = held, refusal, 0

    def locking(self, handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        os.fstat(handle)
        self.asked += 1
        if self.asked <= self.held:
            raise OSError(self.refusal, "in gebruik")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The module as Windows reads it in, where nobody waits in earnest."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        patch.setattr("time.sleep", lambda _: None)
        yield patch
    importlib.reload(module)


@pytest.mark.parametrize("refusal", [errno.EACCES, errno.EDEADLK])
def test_a_lock_that_is_held_long_is_waited_for(
    windows: pytest.MonkeyPatch, tmp_path: Path, refusal: int
) -> None:
    """The system's own way to wait gives up after ten seconds."""
    msvcrt = Msvcrt(held=600, refusal=refusal)
    windows.setitem(sys.modules, "msvcrt", msvcrt)
    with importlib.reload(module).alone(tmp_path):
        assert msvcrt.asked == 601


def test_another_fault_of_the_lock_is_not_waited_out(windows: pytest.MonkeyPatch, tmp_path: Path) -> None:
    windows.setitem(sys.modules, "msvcrt", Msvcrt(held=1, refusal=errno.ENOLCK))
    with pytest.raises(OSError, match="in gebruik"), importlib.reload(module).alone(tmp_path):
        raise AssertionError("it has no lock")


def test_a_lock_that_is_hidden_is_opened_and_not_made_anew(
    windows: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Windows refuses to truncate a file that is hidden."""
    windows.setitem(sys.modules, "msvcrt", Msvcrt(held=0))
    (tmp_path / ".slot").write_bytes(OLD_LOCK)
    with importlib.reload(module).alone(tmp_path):
        assert (tmp_path / ".slot").read_bytes() == OLD_LOCK
