"""Build every paper of every workspace at two commits, and tell which files differ.

    python scripts/compare_papers.py BASE             against the tree as it stands here
    python scripts/compare_papers.py BASE OTHER       two commits
    python scripts/compare_papers.py BASE --with DIR  with the workspaces in this folder besides

Both build the same content, that of the tree here, so that a difference comes from the code. What
`check --json` says is compared as well, and of Word files it is told which parts differ.
Exit status 0: all the same; 1: something differs; 2: a commit cannot be read.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from zipfile import ZipFile, is_zipfile

ROOT = Path(__file__).resolve().parent.parent
BOOKMARKS = re.compile(
    rb'<w:bookmarkStart [^>]*w:name="_Blok_[^>]*/>|<w:bookmarkEnd [^>]*/>'
    rb'|(?<=<w:bookmarkStart )w:id="[0-9]+"'
)
RUN = "from rapportage.cli import main; main()"
BESIDE = (".venv", ".git", "output", "__pycache__")


def main() -> int:
    """Build both, and print a line for each file that differs; the exit status."""
    parser = argparse.ArgumentParser(description="Compare the papers that two commits build.")
    parser.add_argument("base")
    parser.add_argument("other", nargs="?")
    parser.add_argument("--with", dest="beside", type=Path, metavar="DIR")
    chosen = parser.parse_args()
    with TemporaryDirectory(prefix="rapportage-") as name:
        folder = Path(name)
        try:
            codes = [checked_out(revision, folder) for revision in (chosen.base, chosen.other)]
        except subprocess.CalledProcessError:
            return 2
        workspaces = copied(folder / "content", chosen.beside)
        before, after = (built(code, workspaces, folder / "papers" / code.name) for code in codes)
    return told(before, after)


def checked_out(revision: str | None, folder: Path) -> Path:
    """The tree of a commit in a folder of its own; the tree here for none."""
    if revision is None:
        return ROOT
    code = folder / f"commit-{revision.replace('/', '-')}"
    code.mkdir()
    archive = subprocess.run(["git", "-C", str(ROOT), "archive", revision], check=True, capture_output=True)
    subprocess.run(["tar", "-x", "-C", str(code)], input=archive.stdout, check=True)
    return code


def copied(folder: Path, beside: Path | None) -> list[Path]:
    """The workspaces: this one by its content alone, those of the tests, and those in `beside`."""
    copytree(ROOT / "content", folder / "rapportage" / "content")
    for many in (ROOT / "tests" / "werkruimtes", beside):
        for one in sorted(many.iterdir()) if many else ():
            if (one / "content").is_dir():
                copytree(one, folder / one.name, ignore=lambda *_: BESIDE)
    return sorted(folder.iterdir())


def built(code: Path, workspaces: list[Path], output: Path) -> dict[str, bytes]:
    """What this code makes of the workspaces: every file by name, and what is told about each period."""
    surroundings = os.environ | {"PYTHONPATH": str(code / "src"), "RAPPORTAGE_CACHE": str(output / "cache")}
    found: dict[str, bytes] = {}
    for workspace in workspaces:
        for period in sorted((workspace / "content").glob("2*")):
            name = f"{workspace.name}/{period.name}"
            for command in (
                ("check", period.name, "--json"),
                ("build", period.name, "--output", str(output / workspace.name)),
            ):
                done = subprocess.run(
                    [sys.executable, "-c", RUN, *command, "--workspace", str(workspace)],
                    env=surroundings,
                    capture_output=True,
                )
                if command[0] == "check":
                    found[f"{name}/check.json"] = done.stdout
            for file in sorted((output / workspace.name / period.name).glob("*.*")):
                found[f"{name}/{file.name}"] = file.read_bytes()
    return found


def told(before: dict[str, bytes], after: dict[str, bytes]) -> int:
    """Print what differs and how much there is; the exit status."""
    names = sorted(before.keys() | after.keys())
    different = [name for name in names if before.get(name) != after.get(name)]
    for name in different:
        sizes = " -> ".join(str(len(side[name])) if name in side else "none" for side in (before, after))
        print(f"differs: {name} ({sizes} bytes){_wherein(before.get(name), after.get(name))}")
    print(f"{len(names)} files, {len(different)} differ")
    return 1 if different or not names else 0


def _wherein(one: bytes | None, other: bytes | None) -> str:
    """What can be said of a difference between two Word files."""
    if one is None or other is None or not (is_zipfile(BytesIO(one)) and is_zipfile(BytesIO(other))):
        return ""
    parts = [name for name, part in _parts(one).items() if _parts(other).get(name) != part]
    if _parts(one).keys() != _parts(other).keys():
        return ", in which parts there are"
    return f", in {', '.join(parts)}" if parts else ", in hidden bookmarks alone"


def _parts(docx: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name, without the bookmarks that name what was made of content."""
    with ZipFile(BytesIO(docx)) as file:
        return {name: BOOKMARKS.sub(b"", file.read(name)) for name in file.namelist()}


if __name__ == "__main__":
    sys.exit(main())
