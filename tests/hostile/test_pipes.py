"""The status is that of the check or the build, whoever listens to what is said of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from where import PATIENCE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these are the shell's ways on POSIX")


def status(command: str, klein: Path) -> tuple[int, str]:
    """The exit status of the first command of a line, and what it says on standard error."""
    line = f'"{sys.executable}" -m rapportage {command}'
    shell = ["bash", "-c", line + '; exit "${PIPESTATUS[0]}"']
    done = subprocess.run(shell, cwd=klein, capture_output=True, text=True, timeout=PATIENCE)
    return done.returncode, done.stderr


@pytest.mark.parametrize("end", ["| true", "| head -0", ">&-", "2>&- | true"])
@pytest.mark.parametrize("sound", [True, False])
def test_a_check_has_its_own_status(end: str, sound: bool, klein: Path) -> None:
    if not sound:
        (klein / "content/2024-H1/kaart.pdf").write_bytes(b"")
    expected = 0 if sound else 1
    assert status(f"check 2024-H1 {end}", klein)[0] == expected


def test_a_full_disk_is_told_once_and_changes_no_status(klein: Path) -> None:
    code, told = status("check 2024-H1 > /dev/full", klein)
    assert code == 0
    assert told.count("de schijf waar zij heen gaat is vol") == 1


def test_help_that_cannot_be_written_is_no_fault_of_ours(klein: Path) -> None:
    code, told = status("--help > /dev/full", klein)
    assert code == 3
    assert told.startswith("rapportage: een schijf is vol")


def test_a_build_that_nobody_hears_is_put_in_place(klein: Path) -> None:
    code, _ = status("build 2024-H1 --document raadsvoorstel --format docx --jobs 1 >&- 2>&-", klein)
    assert code == 0
    assert [path.name for path in (klein / "output/2024-H1").iterdir()] == ["raadsvoorstel.docx"]
