"""`build --watch` builds at each save, and goes on after a mistake."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from where import PATIENCE, hears_ctrl_c, surroundings

from rapportage.cli.app import main
from rapportage.cli.watching import at_each_save
from rapportage.ctrl_c import hear_as_before, hear_once, undisturbed
from rapportage.workspace import Workspace


@pytest.fixture
def watching(klein: Path) -> Iterator[subprocess.Popen[str]]:
    options = "build", "2024-H1", "--watch", "--document", "raadsvoorstel", "--format", "docx", "--jobs", "1"
    process = subprocess.Popen(
        [sys.executable, "-m", "rapportage", *options, "--engine", "typst"],
        cwd=klein,
        env=surroundings() | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        preexec_fn=None if sys.platform == "win32" else hears_ctrl_c,
    )
    yield process
    process.kill()
    process.wait()


def lines_until(process: subprocess.Popen[str], wanted: Callable[[str], bool]) -> list[str]:
    """What it tells until a line that is wanted, with that."""
    assert process.stdout
    ends, lines = time.monotonic() + PATIENCE, []
    for line in process.stdout:
        lines.append(line.rstrip())
        if wanted(line) or time.monotonic() > ends:
            break
    return lines


@pytest.mark.skipif(sys.platform == "win32", reason="a process is interrupted otherwise there")
def test_a_save_is_built_a_mistake_told_and_a_mended_one_built(
    watching: subprocess.Popen[str], klein: Path
) -> None:
    made = klein / "output" / "2024-H1" / "raadsvoorstel.docx"
    told = lines_until(watching, lambda line: "Ctrl+C stopt" in line)
    first = made.read_bytes()
    assert any(line.endswith("raadsvoorstel.docx") for line in told)
    memo = klein / "content" / "2024-H1" / "raadsvoorstel.md"
    text = memo.read_text("utf-8")
    memo.write_text(text + "\nZie [@bestaat-niet].\n", "utf-8")
    told = lines_until(watching, lambda line: "Er is niets geschreven" in line)
    assert "gewijzigd: content/2024-H1/raadsvoorstel.md" in told
    assert any("vindt geen figuur, tabel of hoofdstuk" in line for line in told)
    assert made.read_bytes() == first
    memo.write_text(text + "\nEen zin erbij.\n", "utf-8")
    lines_until(watching, lambda line: line.rstrip().endswith("raadsvoorstel.docx"))
    assert made.read_bytes() != first
    os.kill(watching.pid, signal.SIGINT)
    assert watching.wait(PATIENCE) == 130
    assert watching.stdout
    assert "Traceback" not in watching.stdout.read()


def too_late() -> None:
    with undisturbed():
        signal.raise_signal(signal.SIGINT)


def lost() -> None:
    """As Python loses what a finaliser raises."""
    with suppress(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("pressed", [too_late, lost])
def test_ctrl_c_ends_it_also_where_the_build_did_not_hear_it(
    klein: Path, pressed: Callable[[], None]
) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
    hear_once()
    try:
        with pytest.raises(KeyboardInterrupt):
            at_each_save(Workspace(klein), pressed)
    finally:
        hear_as_before()
        signal.signal(signal.SIGINT, before)


def test_watching_goes_with_one_workspace_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--all", "--watch", "--workspaces", str(tmp_path)])
    assert ended.value.code == 2
    assert "--watch en --workspaces gaan niet samen" in capfd.readouterr().err
