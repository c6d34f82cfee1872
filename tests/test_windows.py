"""What Windows lacks is not missed: the command does the same there, byte for byte.

Simulated: a process in which what POSIX adds is gone and the package takes the system to be Windows
(`windows/sitecustomize.py`). What only the system itself does is not: its disk, its console, its loader.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from published import together
from where import PATIENCE, TESTS, WORKSPACES, surroundings

from rapportage.cache import ENVIRONMENT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="this is Windows")]

WINDOWS = str(TESTS / "windows")
PAPERS = {f"{paper}.{suffix}" for paper in ("raadsvoorstel", "bijlage") for suffix in ("docx", "pdf")}
Done = tuple[int, str, str]


class Side:
    """A system with a workspace of its own, and its own place for what is kept."""

    def __init__(self, folder: Path, more: dict[str, str]) -> None:
        self.root = shutil.copytree(WORKSPACES / "klein", folder / "klein")
        with (self.root / "content/organisatie.yaml").open("a", encoding="utf-8") as organisation:
            organisation.write("opmaak: typst\n")
        self.environment = surroundings() | {ENVIRONMENT: str(folder / "bewaard")} | more

    def started(self, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "rapportage", *words, "--workspace", str(self.root)]
        return subprocess.Popen(
            command,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def said(self, *words: str) -> Done:
        """The exit status, and what was said, with the workspace called the same on both sides."""
        process = self.started(*words)
        out, err = (one.replace(str(self.root), "WERKMAP") for one in process.communicate(timeout=PATIENCE))
        return process.returncode, out, err

    def files(self) -> dict[str, bytes]:
        """All files, but for what a run holds on to where it cannot hold a folder."""
        found = (one for one in self.root.rglob("*") if one.is_file() and one.name != ".slot")
        return {one.relative_to(self.root).as_posix(): one.read_bytes() for one in found}


@pytest.fixture
def here(tmp_path: Path) -> Side:
    return Side(tmp_path / "hier", {})


@pytest.fixture
def there(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Side:
    compiled = together(tmp_path_factory) / "vertaald"
    return Side(tmp_path / "daar", {"PYTHONPATH": WINDOWS, "PYTHONPYCACHEPREFIX": str(compiled)})


def test_the_package_cannot_tell_that_this_is_not_windows(there: Side) -> None:
    """The claims below say nothing where the simulation does not hold."""
    asked = """
import os, signal, sys
from rapportage import ctrl_c, machine
from rapportage.build import alone, processes
from rapportage.figures import bounded
assert machine.missing_libraries() == list(machine.LIBRARIES["win32"])
assert machine.allowed_memory() is None
assert "msvcrt" in vars(alone) and bounded._PATIENCE == 6
assert not hasattr(os, "fork") and processes.cores() == os.cpu_count()
for name in ("fcntl", "resource", "termios"):
    try:
        __import__(name)
    except ImportError:
        continue
    raise AssertionError(name)
"""
    subprocess.run([sys.executable, "-c", asked], env=there.environment, check=True, timeout=PATIENCE)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "2024-H1", "--json"),
        ("status", "2024-H1"),
        ("new", "2024-H2"),
        ("schema",),
        ("build", "2024-H1", "--jobs", "1"),
    ],
    ids=" ".join,
)
def test_a_command_says_and_writes_the_same(here: Side, there: Side, words: tuple[str, ...]) -> None:
    expected = here.said(*words)
    assert there.said(*words) == expected
    assert expected[0] == 0
    assert there.files() == here.files()


def test_a_stopped_build_leaves_nothing_and_the_next_makes_all(here: Side, there: Side) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
    try:
        process = there.started("build", "2024-H1", "--jobs", "2")
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.stderr is not None
    assert any("raadsvoorstel maken" in line for line in process.stderr)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)
    assert (process.returncode, told.splitlines()[-1]) == (130, "Afgebroken; er is niets gewijzigd.")
    assert not [one for one in there.files() if one.startswith("output/")]
    assert there.said("build", "2024-H1") == here.said("build", "2024-H1")
    assert {one.rpartition("/")[2] for one in there.files() if one.startswith("output/")} >= PAPERS
    assert there.files() == here.files()
