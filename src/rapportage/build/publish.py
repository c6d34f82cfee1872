"""Put finished files in place, all together or not at all.

Files are first written and flushed in a staging folder on the same disk. A marker says that
they are complete; only then do they replace the earlier ones, each in one step. Whoever comes
next finds the staging folder of a run that was killed: with the marker the replacing is
finished, without it the folder is thrown away. So an earlier file is either whole or replaced
by a whole one, and a set that was begun is completed. Where a file is held by another program,
all are put back, at the latest by the next run.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from rapportage.build.alone import alone
from rapportage.ctrl_c import change, heed, undisturbed
from rapportage.dutch import list_text
from rapportage.errors import MachineError, UsageError, shortened
from rapportage.faults import FULL, reason
from rapportage.workspace import OUTSIDE_LINK, Workspace

_STAGING = ".in-aanbouw"
_MARKER = ".gereed"
"""Says that the files in the staging folder are complete, and names those that replace none."""
_BEFORE = ".vorige"
_BACK = ".terug"
"""What the marker is called once a file could not be replaced: then the earlier ones are put back."""
_PATIENCE, _PAUSE = 2.0, 0.1
"""For how many seconds a file that is held is tried again, and after how many each time."""


def publish(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write the files, by name, into `folder`; their paths in the same order.

    Raises UsageError when a file cannot be written or is held open, or what stands in its place is none of
    ours, MachineError when the disk is full; the earlier files stand as they were then.
    """
    free(folder, files)
    lacking = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        _put(folder, files)
    except BaseException as error:  # also a Ctrl-C: where nothing was written, no folder was made for it
        _unmake(lacking)
        if isinstance(error, OSError):
            free(folder, files)  # it may have come there meanwhile
            raise _explained(error, folder) from None
        raise
    return [folder / name for name in files]


def publish_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder that is not there yet, with all these files, by their path within it, or none.

    Raises UsageError when something stands in its place or it cannot be written, MachineError when the disk
    is full.
    """
    free(folder.parent)
    try:
        with alone(folder.parent):
            if os.path.lexists(folder):
                raise UsageError(
                    f"'{folder.name}' bestaat al", "er wordt niets overschreven; kies een andere"
                )
            staging = folder.parent / f"{_STAGING}-{folder.name}"
            shutil.rmtree(staging, ignore_errors=True)  # of a run that was killed
            try:
                for name, data in files.items():
                    (staging / name).parent.mkdir(parents=True, exist_ok=True)
                    _write(staging / name, data)
                with undisturbed():
                    heed()
                    os.rename(staging, folder)
                    change()
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise _explained(error, folder) from None


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        _finish_earlier(folder)
        try:
            _replace(folder, _stage(folder, files))
        except KeyboardInterrupt:
            _forget(folder / _STAGING)
            raise


def _unmake(folders: list[Path]) -> None:
    """Take away the folders that were made, innermost first."""
    for one in folders:
        with suppress(OSError):  # it was not made yet, or somebody put something in it
            one.rmdir()


def free(folder: Path, names: Iterable[str] = ()) -> None:
    """Raise UsageError where these files of this folder cannot be put because of what stands there.

    Content comes from others, and a link in it could lead anywhere: what is not a folder is not written to.
    """
    try:
        _refuse(folder, names)
    except OSError as error:
        raise _explained(error, folder) from None


def _refuse(folder: Path, names: Iterable[str]) -> None:
    for path in (*reversed(folder.parents), folder, folder / _STAGING):
        if path in (folder, folder / _STAGING) and _is_link(path):
            message = f"'{path.name}' is een verwijzing naar een andere plek; daar wordt niets geschreven"
            raise UsageError(message, f"haal de verwijzing weg: {path}")
        if os.path.lexists(path) and not path.is_dir():
            message = f"'{path.name}' is een bestand, en hier hoort een map te staan"
            raise UsageError(message, f"haal het weg, of geef het een andere naam: {path}")
    for name in names:
        path = folder / name
        if os.path.lexists(path) and not (_is_link(path) or path.is_file()):
            message = f"'{name}' is hier geen gewoon bestand"
            raise UsageError(message, f"haal het weg, of geef het een andere naam: {path}")
        if _is_held(path):
            message = f"'{name}' is open in een ander programma, of mag niet worden gewijzigd"
            raise UsageError(message, "sluit het in Word of de PDF-lezer, en bouw opnieuw")


def _is_held(path: Path) -> bool:
    """Whether this file cannot be replaced now, as is so on Windows of one that another program has open."""
    if sys.platform == "win32" and path.exists():
        try:
            os.close(os.open(path, os.O_RDWR))
        except PermissionError:
            return True
    return False


def usable(workspace: Workspace, folder: Path, names: Iterable[str] = ()) -> None:
    """Raise UsageError where these papers cannot be put in this folder of the workspace's own output."""
    if not workspace.holds(workspace.output):
        what, _ = OUTSIDE_LINK
        raise UsageError(f"'output' {what}", "haal haar weg, of kies die plek zelf met --output MAP")
    free(folder, names)


def staging_folder(folder: Path) -> Path:
    """The folder beside the files in which those that come in their place are made ready."""
    return folder / _STAGING


def interrupted(folder: Path) -> bool:
    """Whether an earlier run was killed while it put files in place; the next one finishes that."""
    return staging_folder(folder).exists()


def _is_link(path: Path) -> bool:
    """Whether it leads elsewhere: a link, or what Windows has for one between folders."""
    return path.is_symlink() or bool(getattr(path, "is_junction", bool)())


def _stage(folder: Path, files: Mapping[str, bytes]) -> Path:
    staging = folder / _STAGING
    try:
        staging.mkdir()
        for name, data in files.items():
            _write(staging / name, data)
        fresh = [name for name in files if not os.path.lexists(folder / name)]
        _write(staging / _MARKER, "\n".join(fresh).encode())
        _flush_folder(staging)
    except OSError:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return staging


def _replace(folder: Path, staging: Path) -> None:
    """Move every staged file over the earlier one; put the earlier ones back when one will not go.

    Ctrl-C comes too late for this.
    """
    with undisturbed():
        heed()
        _replace_all(folder, staging)
        change()


def _replace_all(folder: Path, staging: Path) -> None:
    staged = (path for path in staging.iterdir() if path.is_file() and not path.is_symlink())
    names = sorted(path.name for path in staged if path.name not in (_MARKER, _BEFORE, _BACK))
    before = staging / _BEFORE
    try:
        if before.is_symlink():
            before.unlink()
        before.mkdir(exist_ok=True)
        for name in names:
            if os.path.lexists(folder / name) and not os.path.lexists(before / name):
                shutil.copy2(folder / name, before / name, follow_symlinks=False)
        for name in names:
            _move(staging / name, folder / name)
    except (OSError, KeyboardInterrupt):
        os.replace(staging / _MARKER, staging / _BACK)
        _put_back(folder, staging)
        raise
    with suppress(OSError):  # the new files stand; that they outlast a power cut is all that is left
        _flush_folder(folder)
    shutil.rmtree(before, ignore_errors=True)  # first: without it nothing is ever put back
    shutil.rmtree(staging, ignore_errors=True)


def _move(path: Path, target: Path) -> None:
    """Put the file in place of the target, which a scanner or synchronising program may hold for a moment."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            os.replace(path, target)
            return
        except PermissionError:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _put_back(folder: Path, staging: Path) -> None:
    """Undo the moves that were made: what left the staging folder has arrived.

    Raises UsageError where a file is held meanwhile; the next run puts it back.
    """
    fresh = [name for name in (staging / _BACK).read_text("utf-8").splitlines() if Path(name).name == name]
    before = staging / _BEFORE
    earlier = [path.name for path in sorted(before.iterdir())] if _is_folder(before) else []
    moves = [(folder / name, staging / name) for name in fresh if os.path.lexists(folder / name)]
    moves += [(before / name, folder / name) for name in earlier]
    stuck = []
    for path, target in moves:
        if not os.path.lexists(staging / path.name):
            try:
                _move(path, target)
            except OSError:
                stuck.append(path.name)
    if stuck:
        held = list_text([f"'{name}'" for name in stuck])
        raise UsageError(
            f"niet alle bestanden zijn vervangen, en {held} kan nu niet worden teruggezet",
            "sluit alle bestanden in Word en de PDF-lezer, en bouw opnieuw: dan komt alles goed",
        )
    shutil.rmtree(staging, ignore_errors=True)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not _is_link(path)


def _forget(staging: Path) -> None:
    """Throw away what was not yet begun to be put in place."""
    if not (staging / _BEFORE).exists():
        shutil.rmtree(staging, ignore_errors=True)


def _finish_earlier(folder: Path) -> None:
    staging = folder / _STAGING
    if not staging.exists():
        return
    if _is_file(staging / _BACK):
        with undisturbed():
            _put_back(folder, staging)
    elif _is_file(staging / _MARKER):
        _replace(folder, staging)
    else:
        shutil.rmtree(staging)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:  # never what somebody else put there
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make renames last through a power cut; Windows cannot open a folder and needs no such call."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(error: OSError, folder: Path) -> UsageError:
    if error.errno in FULL:
        return MachineError("de schijf is vol; er is niets gewijzigd", "maak ruimte en bouw opnieuw")
    named = Path(str(error.filename2 or error.filename or folder))
    if isinstance(error, PermissionError) and named.suffix:
        return UsageError(
            f"'{named.name}' kan niet worden vervangen; er is niets gewijzigd",
            "sluit het bestand in Word of de PDF-lezer, of controleer uw rechten op de map",
        )
    hint = "kies een andere map, of controleer uw rechten op deze"
    where = shortened(folder)
    return UsageError(f"schrijven in '{where}' lukt niet: {reason(error)}; er is niets gewijzigd", hint)
