"""Where the project and the things that tests compare with are, and how long they may take."""

from __future__ import annotations

import os
import signal
from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
WORKSPACES = TESTS / "werkruimtes"
TEMPLATES = ROOT / "templates"

PATIENCE = 600
"""How many seconds a command may take before it is taken to hang; a busy machine makes it slow, never wrong."""


def surroundings() -> dict[str, str]:
    """What another program gets of the environment.

    A layout in this process hides the machine's fonts, and a build keeps its own from the folder of a script.
    """
    ours = ("FONTCONFIG_", "PYTHONSAFEPATH")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def hears_ctrl_c() -> None:
    """As at a terminal: what a shell starts in the background ignores it, and so would all that comes of it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
