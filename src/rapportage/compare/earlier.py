"""An earlier state of a workspace: another folder, or a revision of its git repository.

A revision is read from git's own store, and what it holds stands in a temporary folder meanwhile: nothing in
the workspace is touched. The repository may come from others too. So nothing of its configuration that names
a program is used, nothing is fetched, and only ordinary files within `content` and `templates` are taken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Timer

from rapportage.bounds import MAX_CARRIED_BYTES, MAX_CARRIED_FILES
from rapportage.build.from_bytes import FOLDERS, fits
from rapportage.errors import MachineError, UsageError, shortened
from rapportage.faults import reason
from rapportage.workspace import Workspace

_SECONDS = 60
"""Longer no repository takes to give some thousands of files."""
_SHORT = 10_000
"""So many bytes git says at most of a folder or a revision."""
_LISTED = MAX_CARRIED_FILES * 1_000
_WHOLE = MAX_CARRIED_BYTES + _LISTED
_ORDINARY = (b"100644", b"100755")
"""The modes of what is a file to git; others are links and repositories in it."""
_SAFELY = (
    *("--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "protocol.allow=never"),
)
_QUIETLY = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C",
}


@contextmanager
def earlier_state(workspace: Workspace, which: str) -> Iterator[Workspace]:
    """The workspace in the folder of this name, or as it was in the revision of this name.

    Raises UsageError where there is neither, or what there is holds too much; MachineError without git.
    """
    folder = Path(which)
    if os.path.isdir(folder):
        if not os.path.isdir(folder / "content"):
            raise UsageError(
                f"in '{shortened(which)}' staat geen map 'content'",
                "kies de map van de hele werkmap van toen: die waar 'content' in staat",
            )
        yield Workspace(folder.absolute())
        return
    with TemporaryDirectory(prefix="rapportage-") as made:
        root = Path(made).resolve()
        _write_out(_Repository(workspace.root, which), root)
        yield Workspace(root)


class _Repository:
    """The repository in which a workspace stands, at a revision."""

    def __init__(self, root: Path, which: str) -> None:
        self.root = root
        self.which = which
        self.git = self._program()
        if which.startswith("-") or "\0" in which:
            raise self.unknown()
        inside = self.ask("rev-parse", "--show-prefix")
        if inside is None:
            raise UsageError(
                f"'{shortened(which)}' is geen map, en de werkmap staat niet in git",
                "noem een map met de werkmap van toen erin",
            )
        self.prefix = os.fsdecode(inside.removesuffix(b"\n"))
        commit = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{which}^{{commit}}")
        if commit is None:
            raise self.unknown()
        self.commit = commit.decode("ascii", "replace").strip()

    def _program(self) -> str:
        """Where git is; never one that came with the workspace, which Windows would look for first."""
        found = shutil.which("git")
        folder = Path(os.path.realpath(found or "")).parent
        if found is None or folder == Path.cwd() or folder.is_relative_to(os.path.realpath(self.root)):
            raise MachineError(
                f"'{shortened(self.which)}' is geen map, en git staat niet op deze computer",
                "noem een map, of installeer git: https://git-scm.com",
            )
        return found

    def unknown(self) -> UsageError:
        """What is told where there is no such revision."""
        return UsageError(
            f"'{shortened(self.which)}' is geen map, en in git geen versie",
            "noem een map, of een versie zoals HEAD~1, een tag of de code uit 'git log'",
        )

    def ask(self, *arguments: str, given: bytes = b"", most: int = _SHORT) -> bytes | None:
        """What git answers; None where it refuses, or takes longer or says more than it may."""
        own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        with TemporaryFile() as asked:
            asked.write(given)
            asked.seek(0)
            command = [self.git, "-C", str(self.root), *_SAFELY, *arguments]
            with subprocess.Popen(
                command,
                stdin=asked,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=own | _QUIETLY,
            ) as git:
                end = Timer(_SECONDS, git.kill)
                end.start()
                answer = b""
                try:
                    answer = git.stdout.read(most + 1) if git.stdout else b""
                    if len(answer) <= most:
                        git.wait()
                finally:  # also where Ctrl-C was pressed
                    end.cancel()
                    git.kill()
        return None if git.returncode or len(answer) > most else answer

    def blobs(self) -> dict[str, str]:
        """The objects of all files, by their paths in the workspace; raises UsageError for too much."""
        trees = [f"{self.prefix}{folder}/" for folder in FOLDERS]
        listing = ("ls-tree", "-r", "-z", "--long", "--full-tree", self.commit, "--", *trees)
        listed = self.ask(*listing, most=_LISTED)
        if listed is None:
            raise self.unreadable()
        found: dict[str, str] = {}
        size = 0
        for line in listed.split(b"\0"):
            facts, _, path = line.partition(b"\t")
            name = os.fsdecode(path).removeprefix(self.prefix)
            if not path or facts.split()[0] not in _ORDINARY or not fits(name):
                continue
            _, _, blob, bytes_ = facts.decode("ascii").split()
            found[name] = blob
            size += int(bytes_) if bytes_.isdigit() else MAX_CARRIED_BYTES + 1
            if size > MAX_CARRIED_BYTES or len(found) > MAX_CARRIED_FILES:
                raise UsageError(
                    f"'{shortened(self.which)}' heeft meer dan {MAX_CARRIED_BYTES // 1_000_000} MB"
                    f" of {MAX_CARRIED_FILES} bestanden",
                    "zet alleen de werkmap van toen in een map, en noem die",
                )
        return found

    def unreadable(self) -> UsageError:
        """What is told where git cannot give what it lists."""
        return UsageError(
            f"git kan '{shortened(self.which)}' niet helemaal lezen",
            "haal de hele geschiedenis op, of zet de versie van toen in een map en noem die",
        )


def _write_out(repository: _Repository, root: Path) -> None:
    """Put the files of the revision in a folder; raises UsageError where there is no content in it."""
    blobs = repository.blobs()
    if not any(name.startswith("content/") for name in blobs):
        raise UsageError(
            f"in '{shortened(repository.which)}' had deze werkmap nog geen content",
            "noem een latere versie",
        )
    answer = repository.ask(
        "cat-file", "--batch", given="".join(f"{one}\n" for one in blobs.values()).encode()
    )
    at = 0
    for name in blobs:
        end = answer.find(b"\n", at) if answer is not None else -1
        head = answer[at:end].split() if answer is not None and end >= 0 else []
        if answer is None or len(head) != 3 or head[1] != b"blob":
            raise repository.unreadable()
        size = int(head[2])
        path = root / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(answer[end + 1 : end + 1 + size])
        except OSError as error:
            raise UsageError(f"'{name}' is hier niet neer te zetten: {reason(error)}") from None
        at = end + 2 + size
