"""Ctrl-C is heard once, at whatever moment, and what it ends is not disturbed by another."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from where import PATIENCE

from rapportage import cli, ctrl_c
from rapportage.cache import ENVIRONMENT
from rapportage.ctrl_c import deaf, hear_as_before, hear_once, heed, postponed, undisturbed

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Ctrl-C is heard, also where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    hear_as_before()
    signal.signal(signal.SIGINT, before)


def press() -> None:
    signal.raise_signal(signal.SIGINT)


# --- in this process ---------------------------------------------------------------------------


def test_only_the_first_is_heard() -> None:
    hear_once()
    with pytest.raises(KeyboardInterrupt):
        press()
    for _ in range(10):
        press()
    hear_as_before()
    with pytest.raises(KeyboardInterrupt):
        press()


class Finalised:
    """A thing in whose end Ctrl-C is pressed."""

    def __del__(self) -> None:
        press()


def test_one_that_python_loses_is_heard_after_all_and_leaves_no_trace(
    capfd: pytest.CaptureFixture[str],
) -> None:
    hear_once()
    thing = Finalised()
    del thing
    with pytest.raises(KeyboardInterrupt):
        heed()
    assert capfd.readouterr().err == ""
    hear_as_before()
    heed()


@pytest.mark.parametrize("handler", [signal.SIG_IGN, lambda *_: None])
def test_where_it_is_not_ours_to_hear_that_stays_so(handler: signal.Handlers) -> None:
    signal.signal(signal.SIGINT, handler)
    hear_once()
    press()
    deaf()
    assert signal.getsignal(signal.SIGINT) is handler


def test_pressed_too_late_it_does_nothing() -> None:
    hear_once()
    with undisturbed():
        press()
    with pytest.raises(KeyboardInterrupt):
        press()


def test_postponed_it_is_heard_afterwards() -> None:
    done = []

    def work() -> None:
        with postponed():
            press()
            press()
            done.append("all")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["all"]


@pytest.mark.skipif(not Path("/proc").exists(), reason="only Linux tells what a process does not hear")
def test_a_process_that_is_started_meanwhile_does_not_hear_it() -> None:
    with postponed():
        told = subprocess.run(["cat", "/proc/self/status"], capture_output=True, text=True, check=True).stdout
    blocked = re.search(r"^SigBlk:\s*(\w+)", told, re.M)
    assert blocked
    assert int(blocked[1], 16) >> signal.SIGINT - 1 & 1


def test_a_command_in_another_s_process_leaves_it_as_it_was() -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_is_said_does_not_deny_that_files_were_written() -> None:
    assert ctrl_c.farewell() == "Afgebroken; er is niets gewijzigd."
    ctrl_c.change()
    assert ctrl_c.farewell() == "Afgebroken toen de bestanden al geschreven waren."


# --- from beginning to end of a command --------------------------------------------------------

PRESSED = """
import atexit, signal, sys

def press(*_):
    signal.raise_signal(signal.SIGINT)

wanted = sys.argv.pop(1)

class Pressed:
    '''Ctrl-C, each time that this module or a later one is looked for.'''
    pressed = False
    def find_spec(self, name, *_):
        self.pressed |= name == wanted
        if self.pressed:
            press()

sys.meta_path.insert(0, Pressed())
atexit.register(press)
from rapportage.__main__ import main
main()
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PRESSED, *arguments],
        cwd=folder,
        env=os.environ | {ENVIRONMENT: str(folder.parent / "cache")},  # so that all modules are needed
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize(
    "module",
    ["rapportage.cli", "typer", "dataclasses", "rapportage.build", "matplotlib", "weasyprint"],
)
def test_it_is_heard_while_modules_are_read_in(module: str, klein: Path) -> None:
    done = run(klein, module, "build", "2024-H1", "--jobs", "1")
    assert (done.returncode, done.stderr.splitlines()[-1:]) == (130, ["Afgebroken; er is niets gewijzigd."])
    assert "Traceback" not in done.stderr
    assert not (klein / "output").exists()


def test_it_comes_too_late_when_all_is_done(klein: Path) -> None:
    done = run(klein, "never", "check", "2024-H1")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_exit_status_is_kept_where_it_went_through_text_that_was_executed(tmp_path: Path) -> None:
    """As dataclasses and named tuples are made, when `python -m` runs them."""
    (tmp_path / "typer.py").write_text(f"exec({'import signal; signal.raise_signal(2)'!r})", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "rapportage", "--version"],
        cwd=tmp_path,
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *(path for path in sys.path if path)])},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stderr) == (130, "Afgebroken; er is niets gewijzigd.\n")
