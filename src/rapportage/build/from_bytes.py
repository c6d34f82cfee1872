"""Build papers from content as bytes and give them as bytes, for who shares no disk with whoever asks.

`content_of` gathers a workspace and `build_from_bytes` makes its papers, in this process or in any other that
has this package: what goes in and comes out can be sent. A path ends in `/` where a folder has nothing in it,
since a period without files is a mistake that must be told there too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from rapportage.bounds import MAX_CARRIED_BYTES, MAX_CARRIED_FILES
from rapportage.build.run import Made, MadeOrNot, make_all_alone
from rapportage.errors import ContentError, Problem, UsageError, shortened
from rapportage.faults import FULL, reason
from rapportage.opened import TooLarge, Unsuitable, read_within
from rapportage.periode import Periode
from rapportage.workspace import Wanted, Workspace

FOLDERS = "content", "templates"
"""The folders of a workspace that papers are made from."""

_one_at_a_time = Lock()
"""What is laid out waits in this process under the name of its period, and the libraries that draw have one
state a process: two builds in two threads could give one organisation the words of another."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The files of one period by their names, what is wrong with it, and why there are no files if so."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    problems: tuple[Problem, ...] = ()
    error: ContentError | UsageError | None = None


def build_from_bytes(
    content: Mapping[str, bytes],
    formats: tuple[str, ...] = (),
    documents: tuple[str, ...] = (),
    engine: str | None = None,
) -> dict[Periode, Papers]:
    """The papers of every period in this content, with the bytes that an ordinary build gives them.

    `content` are the files of a workspace by their paths in it, with forward slashes, as `content_of` gives
    them; formats, papers and engine are as `Wanted` has them. They stand in a folder of their own meanwhile,
    of which nothing is left. A period with mistakes keeps no other from being built, and a paper that one
    lacks is left out. Builds in threads of one process wait for each other. Raises UsageError for a path
    elsewhere than in `FOLDERS`, for too much, and where there is no period; MachineError or OSError where
    the machine lacks something.
    """
    made = make_from_bytes(content, Wanted(formats, documents, None, engine))
    return {periode: _papers(one) for periode, one in made.items()}


def make_from_bytes(
    content: Mapping[str, bytes], wanted: Wanted, meanwhile: Path | None = None
) -> dict[Periode, MadeOrNot]:
    """The files of every period in this content, or why there are none; otherwise as `build_from_bytes`.

    `meanwhile` is the folder in which content stands while it is being built, where not the system's own.
    """
    _judge(content)
    with _one_at_a_time, TemporaryDirectory(prefix="rapportage-", dir=meanwhile) as folder:
        root = Path(folder)
        (root / "content").mkdir()
        for name, data in content.items():
            _write(root, name, data)
        return make_all_alone(Workspace(root), wanted)


def content_of(workspace: Workspace) -> dict[str, bytes]:
    """All that the papers of a workspace are made from, by the paths of the files in it.

    Raises UsageError for a link or anything else that is no ordinary file, for what cannot be read, and for
    too much.
    """
    content: dict[str, bytes] = {}
    left = MAX_CARRIED_BYTES
    for path in _parts_of(workspace):
        name = path.relative_to(workspace.root).as_posix()
        try:
            if path.is_symlink():
                raise UsageError(f"'{name}' is een verwijzing, en die gaat niet mee", _ITSELF)
            if path.is_dir():
                content[f"{name}/"] = b""
            else:
                content[name] = read_within(path, (workspace.root,), left)
                left -= len(content[name])
        except TooLarge:
            raise _too_much() from None
        except Unsuitable:
            raise UsageError(f"'{name}' is geen gewoon bestand", "zet er een gewoon bestand neer") from None
        except OSError as error:
            raise UsageError(f"'{name}' is niet te lezen: {reason(error)}", _MAY_READ) from None
        if len(content) > MAX_CARRIED_FILES:
            raise _too_much()
    return content


_ITSELF = "zet het bestand of de map zelf neer"
_MAY_READ = "controleer of u het mag lezen"


def _too_much() -> UsageError:
    bounds = f"{MAX_CARRIED_BYTES // 1_000_000} MB of {MAX_CARRIED_FILES} bestanden"
    return UsageError(
        f"'content' en 'templates' zijn samen meer dan {bounds}", "haal weg wat bij geen stuk hoort"
    )


def _parts_of(workspace: Workspace) -> Iterator[Path]:
    """Every file, every link, and every folder with nothing in it."""

    def stop(error: OSError) -> None:
        raise error

    for top in (workspace.root / one for one in FOLDERS):
        if top.is_symlink():
            yield top
        elif top.exists():
            try:
                for folder, folders, files in os.walk(top, onerror=stop):
                    folders.sort()
                    here = Path(folder)
                    # A link to a folder is listed as one, and not looked into.
                    yield from (here / one for one in folders if (here / one).is_symlink())
                    yield from (here / one for one in sorted(files))
                    if not folders and not files:
                        yield here
            except OSError as error:
                name = workspace.name_of(Path(os.fsdecode(error.filename or top)))
                raise UsageError(f"'{name}' is niet te lezen: {reason(error)}", _MAY_READ) from None


def _judge(content: Mapping[str, bytes]) -> None:
    """Raise UsageError where a path leads elsewhere than into the folders, or all is too much."""
    for name, data in content.items():
        if not fits(name) or (name.endswith("/") and data):
            raise UsageError(
                f"'{shortened(name)}' is geen pad in 'content' of 'templates'",
                "geef paden zoals content/2024-H1/rapportage.yaml",
            )
    if len(content) > MAX_CARRIED_FILES or sum(map(len, content.values())) > MAX_CARRIED_BYTES:
        raise _too_much()


def fits(name: str) -> bool:
    """Whether the path stays in the folders on every system: Windows drops dots and spaces at an end."""
    top, *parts = name.removesuffix("/").split("/")
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    in_a_folder = bool(parts) or name.endswith("/")
    return top in FOLDERS and in_a_folder and all(one.strip(". ") for one in parts) and not set(name) & _NEVER


_NEVER = frozenset("\\:\0")
"""What leads elsewhere on some system, or ends a path."""


def _write(root: Path, name: str, data: bytes) -> None:
    path = root / name
    try:
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        if error.errno in FULL:
            raise  # told as the machine's, with its temporary folder
        raise UsageError(
            f"'{name}' is niet neer te zetten: {reason(error)}", "kies een andere naam"
        ) from None


def _papers(made: MadeOrNot) -> Papers:
    if isinstance(made, Made):
        return Papers(made.files, made.problems)
    return Papers({}, made.problems if isinstance(made, ContentError) else (), made)
