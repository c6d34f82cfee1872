"""What veraPDF says of a PDF; it needs Java."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from where import ROOT

SCRIPT = ROOT / "scripts" / "verapdf.py"
_AT_HAND = which("java") and Path("/usr/share/java/jaxb-runtime.jar").is_file()

needs_java = pytest.mark.skipif(not _AT_HAND, reason="Java or JAXB is not here")


def judged(*arguments: str | Path) -> tuple[int, list[str]]:
    """The status of the script that judges in CI, and the lines that it says, of these files."""
    done = subprocess.run([sys.executable, str(SCRIPT), *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout.splitlines()
