"""Folders with accents and blanks, as a user's name brings them, and a console of few signs change nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from published import Published
from where import PATIENCE, WORKSPACES, surroundings

from rapportage.cache import ENVIRONMENT

pytestmark = pytest.mark.slow

CODE_PAGES = "cp437", "cp850", "cp1252"


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    return shutil.copytree(WORKSPACES / "klein", tmp_path / "Renée Müller" / "werkmap één")


def ran(werkmap: Path, code_page: str, *words: str) -> str:
    """What a command says where every folder it meets has such a name, and nothing but what it may leave."""
    home = werkmap.parent
    temporary = home / "tijdelijk é ü"
    temporary.mkdir(exist_ok=True)
    names = {"HOME": home, "USERPROFILE": home, "LOCALAPPDATA": home, "XDG_CACHE_HOME": home / "bewaard ë"}
    names |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), temporary)
    environment = surroundings() | {name: os.fspath(path) for name, path in names.items()}
    environment |= {"PYTHONIOENCODING": code_page}
    environment.pop(ENVIRONMENT)
    done = subprocess.run(
        [sys.executable, "-m", "rapportage", *words],
        cwd=werkmap,
        env=environment,
        capture_output=True,
        timeout=PATIENCE,
    )
    assert (done.returncode, list(temporary.iterdir())) == (0, []), done.stderr.decode(code_page)
    assert (home / "bewaard ë/rapportage").is_dir()
    return done.stdout.decode(code_page)


@pytest.mark.parametrize(
    ("engine", "code_page", "form"),
    [("weasyprint", "cp850", "beide"), ("typst", "cp437", "pdf")],
)
def test_a_build_gives_the_same_files(
    werkmap: Path, published: Published, engine: str, code_page: str, form: str
) -> None:
    expected = published(WORKSPACES / "klein", "2024-H1", None if form == "beide" else engine)
    formats = [] if form == "beide" else ["--format", form]
    told = ran(werkmap, code_page, "build", "2024-H1", "--engine", engine, "--output", "uitvoer ï", *formats)
    made = {path.name: path.read_bytes() for path in (werkmap / "uitvoer ï/2024-H1").iterdir()}
    assert made == {path.name: path.read_bytes() for path in expected}
    assert "uitvoer ï" in told


@pytest.mark.parametrize(
    "code_page",
    CODE_PAGES,
)
def test_check_and_status_say_the_same(werkmap: Path, code_page: str) -> None:
    assert ran(werkmap, code_page, "check", "2024-H1").startswith("2024-H1: alles in orde, ")
    assert "2024-H1" in ran(werkmap, code_page, "status", "2024-H1")
