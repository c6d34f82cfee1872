"""Which files of a workspace changed, as it happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from pathlib import Path

from watchfiles import awatch

from rapportage.workspace import Workspace

_STEP = 5
"""So many milliseconds without another change end one: long enough for a program that empties a file before
it writes it, far shorter than anyone sees. A change is heard one to two of these after it was made."""
_SELDOM = 50
"""The same for whole folders that come or go. Each of these steps wakes the process, also when it rests."""
_MOST = 80
"""So many milliseconds a stream of changes is waited for at most."""
_FOLDERS = "content", "templates"

Changed = Callable[[Iterable[Path]], object]


class _Stop:
    """Whether one of these events happened, for a thread that asks."""

    def __init__(self, *events: asyncio.Event) -> None:
        self._events = events

    def is_set(self) -> bool:
        return any(one.is_set() for one in self._events)

    def set(self) -> None:
        self._events[-1].set()


async def watch(workspace: Workspace, changed: Changed, ended: asyncio.Event) -> None:
    """Tell of each change below `content/` and `templates/`, until it has `ended`.

    Where one of both comes or goes, they are watched anew.
    """
    while not ended.is_set():
        there = [folder for name in _FOLDERS if (folder := workspace.root / name).is_dir()]
        anew = asyncio.Event()
        stop = _Stop(ended, anew)
        async with asyncio.TaskGroup() as group:
            group.create_task(_folders(workspace.root, there, stop))
            if there:
                group.create_task(_within(there, changed, stop))
        if not ended.is_set():
            changed([workspace.root / name for name in _FOLDERS])


async def _within(there: Sequence[Path], changed: Changed, stop: _Stop) -> None:
    async for paths in _changes(there, stop, _STEP):
        changed(paths)
    stop.set()


async def _folders(root: Path, there: Sequence[Path], stop: _Stop) -> None:
    """Wait until one of the folders came or went."""
    async for _ in _changes([root], stop, _SELDOM, recursive=False):
        if [folder for name in _FOLDERS if (folder := root / name).is_dir()] != there:
            break
    stop.set()


async def _changes(
    folders: Sequence[Path], stop: _Stop, step: int, *, recursive: bool = True
) -> AsyncIterator[set[Path]]:
    """The files that changed, together; the system tells of them, or where it cannot they are looked for."""
    for by_looking in (None, True):
        try:
            async for found in awatch(
                *folders,
                watch_filter=None,
                debounce=_MOST,
                step=step,
                stop_event=stop,
                recursive=recursive,
                force_polling=by_looking,
                ignore_permission_denied=True,
            ):
                yield {Path(path) for _, path in found}
            return
        except FileNotFoundError:  # it went while it was being watched
            return
        except OSError:  # so many files cannot be watched here, or not on this disk
            continue
