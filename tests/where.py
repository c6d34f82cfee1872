"""Where the project and the things that tests compare with are."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
WORKSPACES = TESTS / "werkruimtes"
TEMPLATES = ROOT / "templates"
