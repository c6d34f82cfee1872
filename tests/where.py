"""Where the project and the things that tests compare with are, and how long they may take."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
WORKSPACES = TESTS / "werkruimtes"
TEMPLATES = ROOT / "templates"

PATIENCE = 600
"""How many seconds a command may take before it is taken to hang; a busy machine makes it slow, never wrong."""
