"""The command `preview` on a workspace, in a process of its own, and the browser that looks on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect
from where import PATIENCE, hears_ctrl_c, surroundings

CHROMIUM = which("chromium") or which("chromium-browser") or ""
MILLISECONDS = 60_000
FOLLOWS = 1000 * PATIENCE  # the process that makes the pages of the PDF lets all others go first
OF_PDF = "Bladzijden van WeasyPrint, zoals in de PDF."


@dataclass(frozen=True)
class Previewed:
    """A preview that runs: where it is, of what, and the process."""

    address: str
    workspace: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].split("/")[0])

    def chapter(self, name: str = "kern") -> Path:
        return self.workspace / f"content/2024-H1/bijlage/{name}.md"


@contextmanager
def previewed(workspace: Path, periode: str = "2024-H1", *options: str) -> Iterator[Previewed]:
    """The preview of this workspace, ended by Ctrl-C."""
    command = [sys.executable, "-m", "rapportage", "preview", periode, "--no-open", *options]
    process = subprocess.Popen(
        command,
        cwd=workspace,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=None if sys.platform == "win32" else hears_ctrl_c,
    )
    try:
        assert process.stdout is not None
        yield Previewed(process.stdout.readline().strip(), workspace, process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


def launched(playwright: Playwright) -> Browser:
    """The Chromium of this machine; the test is skipped where there is none."""
    if not CHROMIUM:
        pytest.skip("chromium is not installed")
    expect.set_options(timeout=MILLISECONDS)
    alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=CHROMIUM, args=alone)


def settled(page: Page) -> None:
    """Wait for the pages of the PDF itself: when they come a paragraph gets other lines and another height."""
    expect(page.locator("#opmaak")).to_have_text(OF_PDF, timeout=FOLLOWS)


def edit(path: Path, old: str, new: str) -> None:
    """Write a file anew with some of its words otherwise, as an editor does."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
