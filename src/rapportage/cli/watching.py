"""`rapportage build --watch`: the files made again at each save, until Ctrl+C."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rapportage.cli.telling import NOTHING_WRITTEN, failed, report, say
from rapportage.ctrl_c import heed_late
from rapportage.errors import ContentError, MachineError, UsageError
from rapportage.workspace import Workspace

_STEP, _MOST, _WAIT = 50, 400, 200
"""So many milliseconds without another change end one, or so many; and so long the first is waited for."""
_FOLDERS = "content", "templates"
_SHOWN = 3


def at_each_save(workspace: Workspace, build: Callable[[], object]) -> None:
    """Build now and after each change of content or templates; what is wrong is told, and then watched on.

    Ctrl+C ends it, as it ends any command. Raises MachineError where nothing here can tell of changes.
    """
    for number, names in enumerate(_changes(workspace)):
        if names:
            say(f"gewijzigd: {', '.join(names)}")
        try:
            build()
        except ContentError as error:
            report(error.problems)
            say(NOTHING_WRITTEN)
        except MachineError:
            raise
        except UsageError as error:
            failed(error)
        if number == 0:
            say("Elke opgeslagen wijziging wordt meteen gebouwd. Ctrl+C stopt.")


def _changes(workspace: Workspace) -> Iterator[list[str]]:
    """No name as soon as they are watched; then those of the files that changed, once a change is over."""
    try:
        from watchfiles import watch
    except ImportError:
        remedy = "python -m pip install watchfiles"
        raise MachineError("watchfiles is op deze computer niet geïnstalleerd", remedy) from None
    folders = [folder for name in _FOLDERS if (folder := workspace.root / name).is_dir()]
    found = watch(
        *folders,
        watch_filter=None,
        step=_STEP,
        debounce=_MOST,
        rust_timeout=_WAIT,
        yield_on_timeout=True,  # or nothing is watched before something changes
        ignore_permission_denied=True,
    )
    for number, changes in enumerate(found):
        heed_late()
        if changes or number == 0:
            yield _names(workspace, (path for _, path in changes))


def _names(workspace: Workspace, paths: Iterable[str]) -> list[str]:
    """The files as messages show them, the first few."""
    names = sorted({workspace.name_of(Path(path)) for path in paths})
    return names if len(names) <= _SHOWN else [*names[:_SHOWN], f"en nog {len(names) - _SHOWN}"]
