"""Workspaces on which mistakes are tried out, and what must hold of them whatever the mistake."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hostile.commands import Commands, Outcome
from hostile.mutator import Mutation, mutation
from where import ROOT, TEMPLATES, WORKSPACES


@dataclass(frozen=True, slots=True)
class Ground:
    """A copy of a workspace of which all is well, and the files in which mistakes are made."""

    name: str
    root: Path
    period: str
    files: dict[str, bytes]

    def mutation(self, number: int) -> Mutation:
        """The mistakes of this number."""
        return mutation(self.name, number, self.files)

    def check(self, commands: Commands, mistake: Mutation) -> tuple[str, ...]:
        """What goes wrong when the workspace is checked with these mistakes; nothing, if all is well."""
        with self.having(mistake) as possible:
            if not possible:
                return ()
            before = _seen(self.root)
            outcome = commands.run(self.root, ["check", self.period])
            lost = () if _seen(self.root) == before else ("bestanden gewijzigd",)
        return outcome.faults + lost

    def build(self, commands: Commands, mistake: Mutation) -> tuple[str, ...]:
        """What goes wrong when the papers are built with these mistakes."""
        with self.having(mistake) as possible:
            if not possible:
                return ()
            output = self.root / "output"
            content, papers = _seen(self.root, output), _seen(output)
            outcome = commands.run(self.root, ["build", self.period, "--jobs", "1"])
            found = [one for one in outcome.faults if not one.endswith((" s", " MB"))]
            if _seen(self.root, output) != content:
                found.append("bestanden gewijzigd")
            if outcome.status != 0 and _seen(output) != papers:
                found.append("stukken gewijzigd")
            found += broken_papers(output / self.period)
        return tuple(found)

    @contextmanager
    def having(self, mistake: Mutation) -> Iterator[bool]:
        """The workspace with these mistakes, and afterwards as it was; tells whether the disk takes the names."""
        try:
            yield self._make(mistake)
        finally:
            for path in mistake.files:
                _remove(self.root / path)
            for path in mistake.files:
                if path in self.files:
                    _write(self.root / path, self.files[path])

    def _make(self, mistake: Mutation) -> bool:
        try:
            for path, data in mistake.files.items():
                if data is None:
                    _remove(self.root / path)
            for path, data in mistake.files.items():
                if data is not None:
                    _write(self.root / path, data)
        except (OSError, ValueError):
            return False
        return True


def broken_papers(folder: Path) -> list[str]:
    """What in a folder of papers is not whole, or is no paper."""
    found = []
    for path in folder.iterdir() if folder.exists() else ():
        if path.suffix == ".pdf":
            data = path.read_bytes()
            whole = data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
        else:
            whole = path.suffix == ".docx" and zipfile.is_zipfile(path) and _opens(path)
        if not whole:
            found.append(f"{path.name} is niet heel")
    return found


def _opens(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        return package.testzip() is None


def _seen(folder: Path, besides: Path | None = None) -> dict[str, tuple[int, int]]:
    """Every file below a folder with its size and when it was written, but for one folder in it."""
    found = {}
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if Path(at, name) != besides]
        for name in names:
            told = os.lstat(os.path.join(at, name))
            found[os.path.join(at, name)] = (told.st_size, told.st_mtime_ns)
    return found


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink()
    elif path.parent.is_dir() and path.parent.suffix and not any(path.parent.iterdir()):
        path.parent.rmdir()  # a folder that was made in the place of a file


def _write(path: Path, data: bytes) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


# --- the workspaces --------------------------------------------------------------------------


def _klein(root: Path) -> str:
    shutil.copytree(WORKSPACES / "klein", root)
    return "2024-H1"


def _besluit(root: Path) -> str:
    shutil.copytree(WORKSPACES / "besluit", root)
    return "2024-Q3"


def _stijl(root: Path) -> str:
    """A house style and a kind of drawing of its own, with figures of it and a table from elsewhere."""
    period = _klein(root)
    own = root / "templates"
    own.mkdir()
    shutil.copy(TEMPLATES / "huisstijl.tokens.json", own)
    for kind in ("fasen", "peiling"):
        shutil.copytree(TEMPLATES / "figuren" / kind, own / "figuren" / f"eigen-{kind}")
        example = (TEMPLATES / "figuren" / kind / "voorbeeld.yaml").read_text("utf-8")
        figure = root / "content" / period / "figuren" / f"{kind}.yaml"
        figure.write_text(example.replace(f"soort: {kind}", f"soort: eigen-{kind}"), "utf-8")
        with (root / "content" / period / "bijlage" / "water.md").open("a", encoding="utf-8") as chapter:
            chapter.write(f"\n[figuur: {kind}]\n")
    (root / "content" / period / "cijfers.csv").write_text("gemeente;aantal\nDalfsen;1.348\n", "utf-8")
    return period


def _echt(root: Path) -> str:
    """The real report of 2021-H2."""
    ignored = shutil.ignore_patterns("2022-*", ".schema")
    shutil.copytree(ROOT / "content", root / "content", ignore=ignored)
    return "2021-H2"


_MADE: dict[str, Callable[[Path], str]] = {
    "klein": _klein,
    "besluit": _besluit,
    "stijl": _stijl,
    "echt": _echt,
}
GROUNDS = tuple(_MADE)


def ground(name: str, folder: Path) -> Ground:
    """A fresh copy of this workspace in the folder."""
    root = folder / name
    period = _MADE[name](root)
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    return Ground(name, root, period, files)


def outcome_of(one: Ground, commands: Commands, mistake: Mutation) -> Outcome:
    """What is said when the workspace is checked with these mistakes, to look at."""
    with one.having(mistake):
        return commands.run(one.root, ["check", one.period])
