"""Read a file whole by opening it once: what is judged is what was opened, whatever its name means by then.

Between a look at a name and the reading of it, another file, a link or a pipe may have come in its place.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path


class Unsuitable(Exception):
    """What was opened is not to be read: it lies outside, is no ordinary file, or is too large."""


class Outside(Unsuitable):
    """The file lies in none of the folders in which it must."""


class NoFile(Unsuitable):
    """It is a folder, a pipe or a device."""


class TooLarge(Unsuitable):
    """The file holds more bytes than may be read."""


_LEAST = 4096
"""Fewer bytes are not asked for at once."""

_noted: list[set[Path]] = []


@contextmanager
def opened_meanwhile() -> Iterator[set[Path]]:
    """The files, links followed, that this process opens to read them as long as it lasts."""
    _noted.append(set())
    try:
        yield _noted[-1]
    finally:
        _noted.pop()


def read_within(path: Path, folders: Collection[Path], most: int) -> bytes:
    """The bytes of the file, links followed, that must lie in one of these folders and hold at most so many.

    Raises Unsuitable when it does not, OSError when it cannot be opened or read.
    """
    data = begin_of(path, folders, most + 1)
    if len(data) > most:
        raise TooLarge(path)
    return data


def begin_of(path: Path, folders: Collection[Path], count: int) -> bytes:
    """The first `count` bytes of such a file, or all that it holds; raises as `read_within` does."""
    # Without waiting for whoever writes to a pipe.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise NoFile(path)
        where = _place_of(handle, path, found)
        if where is None or not _lies_in_one(where, folders):
            raise Outside(path)
        for noted in _noted:
            noted.add(Path(where))
        return _begin(handle, count, found.st_size)
    finally:
        os.close(handle)


def _begin(handle: int, count: int, expected: int) -> bytes:
    """The first `count` bytes of an open file that is as long as `expected`, unless it grows meanwhile."""
    found, step = [], max(expected + 1, _LEAST)
    while count > 0 and (part := os.read(handle, min(count, step))):
        found.append(part)
        count -= len(part)
    return b"".join(found)


def _lies_in_one(where: str, folders: Collection[Path]) -> bool:
    """Whether this place, which is without links, is in one of these folders, links followed."""
    # A folder with which such a place begins has no links either, and need not be looked up.
    return any(where.startswith(os.path.join(one, "")) for one in folders) or any(
        where.startswith(os.path.join(os.path.realpath(one), "")) for one in folders
    )


def _place_of(handle: int, path: Path, found: os.stat_result) -> str | None:
    """Where the open file lies, without links; None where its name leads to another file already."""
    if sys.platform == "linux":
        try:
            return os.readlink(f"/proc/self/fd/{handle}")
        except OSError:  # a system without /proc
            pass
    elif sys.platform == "darwin":
        import fcntl

        told = fcntl.fcntl(handle, fcntl.F_GETPATH, bytes(1024))
        return os.fsdecode(told.rstrip(b"\0"))
    real = os.path.realpath(path)
    return real if os.path.samestat(found, os.lstat(real)) else None
