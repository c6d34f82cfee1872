"""A build starts no program of the machine, and reads none of its fonts nor how those are configured."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapportage.cache import ENVIRONMENT

_PROGRAMS = (
    "gcc",
    "cc",
    "clang",
    "ld",
    "collect2",
    "ldconfig",
    "objdump",
    "fc-list",
    "fc-match",
    "system_profiler",
)
_RECORD = '#!/bin/sh\necho "$0 $*" >> "$CALLED"\nexit 1\n'
_TOLD = "1024"
"""What makes fontconfig tell of each configuration file that it reads (FC_DBG_CONFIG)."""


@pytest.mark.skipif(sys.platform == "win32", reason="it looks for programs there in another way")
def test_no_process_of_a_build_starts_a_program_or_reads_the_machines_fonts(
    klein: Path, tmp_path: Path
) -> None:
    folder, called = tmp_path / "bin", tmp_path / "called"
    folder.mkdir()
    for name in _PROGRAMS:
        (folder / name).write_text(_RECORD)
        (folder / name).chmod(0o755)
    configured = tmp_path / "machine-fonts.conf"
    configured.write_text("<fontconfig><dir>/usr/share/fonts</dir></fontconfig>")
    done = subprocess.run(
        [sys.executable, "-m", "rapportage", "build", "2024-H1", "--jobs", "2", "--workspace", str(klein)],
        # The cache is empty, as that of a new user.
        env=os.environ
        | {
            "PATH": str(folder),
            "CALLED": str(called),
            "FC_DEBUG": _TOLD,
            ENVIRONMENT: str(tmp_path / "cache"),
        }
        | {"HOME": str(tmp_path), "FONTCONFIG_FILE": str(configured), "FONTCONFIG_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    read = {line.strip() for line in done.stdout.splitlines() if "config file from" in line}
    assert read, "fontconfig told nothing, so that nothing was proven"
    assert {line for line in read if "no-fonts.conf" not in line and "from memory" not in line} == set()
    assert not called.exists(), called.read_text()
