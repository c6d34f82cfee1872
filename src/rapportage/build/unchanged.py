"""Know at once that a build would make what stands there already, or that a check would say the same again.

Everything that these go by is looked at: each byte of content, templates, our own code and fonts, the
versions of what else there is, where folders really are, and the files that were made. No date or size stands
in for the bytes of a file. Where something cannot be looked at in this way, a command goes its ordinary way.

This is what these commands do first, and nothing heavy is imported for it.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapportage.cache import cache_folder, canonical, keep, text_libraries, tidy

if TYPE_CHECKING:
    from rapportage.workspace import Workspace

MOST_BYTES, MOST_FILES = 100_000_000, 20_000
"""More than this is not read again each time: who has as much would wait for it."""
MOST_COMMANDS = 500
"""Of more commands than this nothing is remembered; those that were given longest ago go first."""

_KIND, _SUFFIX, _FORM = "onveranderd", ".json", 1
_PACKAGE = str(Path(__file__).resolve().parents[1])
_NOTHING, _FOLDER, _ELSE = "nothing", "folder", "something else"
_CHECKSUM = 64
_MORE = frozenset("*?[~$%")
"""By these, other words may come in place of those of a command on Windows."""
_OPEN = os.O_RDONLY | sum(getattr(os, one, 0) for one in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"))
"""Without following a link, or waiting for whoever writes to a pipe."""


class Unclear(Exception):
    """Something that a build goes by is no ordinary file or folder, or there is too much of it."""


class Surroundings:
    """What a build goes by, as it was when looked at, and what it makes: `folders` with `files` in them.

    `trees` are folders with all that is in them, `places` matter by what and where they are. `moment` tells
    apart two looks between which something was changed and changed back.
    """

    def __init__(
        self,
        trees: Sequence[str],
        places: Sequence[str],
        folders: Sequence[str],
        files: Sequence[str],
        program: Mapping[str, Any] | None = None,
    ) -> None:
        """Look; raises Unclear, or OSError where something cannot be read.

        `program` is what was seen of it before, in this process that was made of it.
        """
        self.asked = trees, places, folders, files
        self.trees, self.files = trees, files
        look = _Look()
        self.program = _program() if program is None else program
        self.facts: dict[str, Any] = {
            **self.program,
            "day": time.strftime("%Y-%m-%d"),
            "trees": [look.tree(one) for one in trees],
            "places": [_whereabouts(one) for one in places],
        }
        self.moment = look.moment.hexdigest()
        self.folders = [_whereabouts(one) for one in folders]
        self.made = [_digest_of(one) for one in files]

    @property
    def found(self) -> list[Any]:
        """All that must be the same for nothing to have changed."""
        return [self.facts, self.folders, self.made]

    def hold(self, path: Path) -> bool:
        """Whether a file, links followed, lies in one of the trees."""
        return any(path.is_relative_to(os.path.realpath(one)) for one in (*self.trees, _PACKAGE))


class Told:
    """The lines that a command wrote on standard output and on standard error."""

    def __init__(self, out: Iterable[str], err: Iterable[str]) -> None:
        self.out, self.err = tuple(out), tuple(err)


def surroundings(workspace: Workspace, folders: Iterable[Path]) -> Surroundings | None:
    """What checking or building these folders of papers goes by; None where that cannot be looked at."""
    from rapportage.build.formats import FORMATS
    from rapportage.build.publish import staging_folder
    from rapportage.errors import MachineError
    from rapportage.style.fonts import house
    from rapportage.workspace import CALLED_BESIDES, DOCUMENTS, package_templates

    root, here = workspace.root, Path.cwd()
    own, folders = root / "templates", [folder.absolute() for folder in folders]
    nearer = [folder for folder in (here, *here.parents) if folder != root and folder.is_relative_to(root)]
    places = [
        *(root, workspace.content, own),
        *(root / name for name in CALLED_BESIDES),
        *(folder / "content" for folder in nearer),
        *(staging_folder(folder) for folder in folders),
    ]
    files = [folder / f"{paper}.{suffix}" for folder in folders for paper in DOCUMENTS for suffix in FORMATS]
    with suppress(OSError, Unclear, MachineError):
        trees = [workspace.content, own, package_templates(), house().faces[0].path.parent]
        made = [workspace.output, *folders]
        named = [str(one) for one in made], [str(one) for one in files]
        return Surroundings([str(one) for one in trees], [str(one) for one in places], *named)
    return None


def remember(
    arguments: Sequence[str],
    before: Surroundings,
    opened: Iterable[Path],
    made: Mapping[str, str],
    told: Told,
) -> None:
    """Remember of which surroundings this command made these files, known by their digests, and what it told.

    Not where it opened a file that lies elsewhere, or where something is no longer as it was `before`: then
    nobody knows of which content the files are.
    """
    with suppress(OSError, Unclear, ValueError):  # the last: a name that is no text
        path = _path(arguments)
        after = Surroundings(*before.asked, before.program)
        expected = [made.get(file, was) for file, was in zip(before.files, before.made, strict=True)]
        folders = [
            now if was == _new(now) else was for was, now in zip(before.folders, after.folders, strict=True)
        ]
        same = (before.moment, [before.facts, folders, expected]) == (after.moment, after.found)
        if path is not None and same and all(map(before.hold, opened)):
            record = {"form": _FORM, "asked": after.asked, "found": after.found}
            body = canonical(record | {"out": told.out, "err": told.err})
            keep(path, _sum(body).encode() + body)
            tidy(path.parent, _SUFFIX, MOST_COMMANDS)


def told_before(arguments: Sequence[str]) -> Told | None:
    """What this command told when it was last given here; None where it may tell or make something else."""
    with suppress(OSError, Unclear, ValueError, TypeError, LookupError, RecursionError):
        path = _path(arguments)
        if path is None:
            return None
        raw = path.read_bytes()
        body = raw[_CHECKSUM:]
        record = json.loads(body)
        if _sum(body).encode() != raw[:_CHECKSUM] or record["form"] != _FORM:
            return None
        now = Surroundings(*record["asked"])
        if now.found == record["found"]:
            os.utime(path)
            return Told(record["out"], record["err"])
    return None


def _path(arguments: Sequence[str]) -> Path | None:
    """Where this command is remembered; None where it is not, as where a system reads more into its words."""
    kept = None if any(_MORE & set(one) for one in arguments) else cache_folder(_KIND)
    given = canonical([os.getcwd(), list(arguments), _PACKAGE, sys.prefix])
    return kept / f"{_sum(given)}{_SUFFIX}" if kept else None


# --- looking ----------------------------------------------------------------------------------


class _Look:
    """One look at trees, which may not hold more than MOST_BYTES and MOST_FILES together."""

    def __init__(self) -> None:
        self.moment = hashlib.sha256()
        self.left, self.files_left = MOST_BYTES, MOST_FILES

    def tree(self, top: str, left_out: str = "") -> str:
        """The digest of all names and bytes in a folder, but for what has the name that is left out.

        Raises Unclear where there is something else in it, such as a link.
        """
        if not os.path.lexists(top):
            return _NOTHING
        found = hashlib.sha256()
        folders = [top]
        while folders:
            folder = folders.pop()
            if not left_out:  # what is left out may have come into the folder
                self.note(os.stat(folder))
            with os.scandir(folder) as entries:
                for entry in sorted(entries, key=lambda one: one.name):
                    if entry.name == left_out:
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        said = _FOLDER
                        folders.append(entry.path)
                    elif entry.is_file(follow_symlinks=False):
                        said = self.file(entry.path)
                    else:
                        raise Unclear(entry.path)
                    found.update(os.fsencode(entry.path) + f"\0{said}\0".encode())
        return found.hexdigest()

    def file(self, path: str) -> str:
        """The digest of a file in a tree; raises Unclear where there is too much."""
        handle = os.open(path, _OPEN)
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(handle)
            self.left -= about.st_size
            self.files_left -= 1
            if not stat.S_ISREG(about.st_mode) or self.left < 0 or self.files_left < 0:
                raise Unclear(path)
            self.note(about)
            return hashlib.file_digest(file, "sha256").hexdigest()

    def note(self, about: os.stat_result) -> None:
        """Let the moment tell which file or folder this is, and when it last changed."""
        self.moment.update(f"{about.st_ino} {about.st_mtime_ns} {about.st_ctime_ns} ".encode())


def _program() -> dict[str, Any]:
    """What gives the same answer for the same surroundings."""
    return {
        "python": f"{sys.version} {sys.platform}",
        "packages": _packages(),
        "libraries": text_libraries(),
        "code": _Look().tree(_PACKAGE, left_out="__pycache__"),
    }


def _digest_of(path: str) -> str:
    """The digest of a file that was made, or what there is in its place."""
    if not os.path.lexists(path):
        return _NOTHING
    if not stat.S_ISREG(os.lstat(path).st_mode):
        return _ELSE
    with open(os.open(path, _OPEN), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _whereabouts(path: str) -> str:
    """What stands there, and where that is once links are followed."""
    mode = os.lstat(path).st_mode if os.path.lexists(path) else None
    kind = _NOTHING if mode is None else _FOLDER if stat.S_ISDIR(mode) else _ELSE
    return f"{kind} {os.path.realpath(path)}"


def _new(folder: str) -> str:
    """The whereabouts of a folder as they were before there was one."""
    return folder.replace(_FOLDER, _NOTHING, 1)


def _packages() -> list[str]:
    """Every package that is installed where this process finds them, with its version in its name."""
    found: list[str] = []
    for folder in filter(os.path.isdir, sys.path):
        found += (name for name in sorted(os.listdir(folder)) if name.endswith((".dist-info", ".egg-info")))
    return found


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
