"""Real builds that are ended at a random moment; what is on disk is whole then, and the next build succeeds."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from hostile.grounds import Ground, ground
from where import PATIENCE

from rapportage.cache import ENVIRONMENT

SIGNALS = (signal.SIGKILL, signal.SIGINT, signal.SIGTERM)
_STAYS = 30
"""So many seconds after its end at most, something that a build started may still be there."""
_NEXT = 4
"""After so many builds that were ended, one is let go on."""


@dataclass
class Doomed:
    """A workspace with two versions of one text, of which the other is built each time and ended halfway."""

    own: Ground
    cache: Path
    texts: tuple[str, str]
    papers: tuple[dict[str, bytes], dict[str, bytes]]
    seconds: float
    standing: int = 0
    """Which version's papers stood there before."""

    def kill(self, number: int) -> tuple[str, ...]:
        """What is wrong after a build was ended at the moment, and by the signal, that this number draws."""
        dice = random.Random(f"kill-{self.own.name}-{number}")
        wanted, moment = dice.choice(SIGNALS), dice.random() * self.seconds
        version = 1 - self.standing
        self._write(version)
        build = self._start()
        try:
            build.wait(moment)
        except subprocess.TimeoutExpired:
            os.killpg(build.pid, wanted) if wanted == signal.SIGINT else build.send_signal(wanted)
        said = build.communicate(timeout=PATIENCE)[0]
        found = (
            []
            if _is_before_us(said, build.returncode, moment)
            else self._wrong(build.returncode, said, version)
        )
        if found or number % _NEXT == 0:
            found += self._goes_on(version)
        return tuple(f"{one} ({wanted.name} na {moment:.2f} s)" for one in found)

    def _wrong(self, status: int, said: str, version: int) -> list[str]:
        found = [f"traceback: {said[-200:]}"] if "Traceback" in said else []
        if status not in (0, 130, -signal.SIGKILL, -signal.SIGTERM):
            found.append(f"afsluitcode {status}")
        there = self._there()
        old, new = self.papers[1 - version], self.papers[version]
        if any(there.get(name) not in (old[name], new[name]) for name in old):
            found.append("een stuk is niet heel")
        if set(there) != set(old):
            found.append("er staat iets anders in de map")
        if status in (0, 130):
            found += ["oud en nieuw door elkaar"] if there not in (old, new) else []
            found += ["er bleef iets staan"] if self._staged() else []
        if status == 0 or there == new:
            self.standing = version
        if self._left_running():
            found.append("er bleef een proces draaien")
        return found

    def _goes_on(self, version: int) -> list[str]:
        """What is wrong with the next build, which nobody ends."""
        build = self._start()
        build.communicate(timeout=PATIENCE)
        self.standing = version
        whole = build.returncode == 0 and self._there() == self.papers[version] and not self._staged()
        return [] if whole else ["de volgende bouw slaagt niet"]

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "rapportage", "build", self.own.period],
            cwd=self.own.root,
            env=os.environ | {ENVIRONMENT: str(self.cache)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def _write(self, version: int) -> None:
        self._memo.write_text(self.texts[version], "utf-8")

    @property
    def _memo(self) -> Path:
        return self.own.root / "content" / self.own.period / "raadsvoorstel.md"

    @property
    def _folder(self) -> Path:
        return self.own.root / "output" / self.own.period

    def _there(self) -> dict[str, bytes]:
        return {
            path.name: path.read_bytes() for path in self._folder.iterdir() if not path.name.startswith(".")
        }

    def _staged(self) -> bool:
        return any(path.is_dir() for path in self._folder.iterdir())

    def _left_running(self) -> bool:
        """Whether a process that the build started is still in the workspace, after some patience."""
        end = time.monotonic() + _STAYS
        while any(_is_in(process, self.own.root) for process in Path("/proc").glob("[0-9]*")):
            if time.monotonic() > end:
                return True
            time.sleep(0.1)
        return False


_BEFORE_PYTHON = 0.05
"""In so many seconds after its start Python itself may not listen to Ctrl-C yet: the system then ends it."""


def _is_before_us(said: str, status: int, moment: float) -> bool:
    """Whether this is of Python itself, while it had not yet come to anything of ours.

    It heard Ctrl-C as it began, or before; or a process that was to help it began when it had been killed
    already.
    """
    if status == -signal.SIGINT and not said and moment < _BEFORE_PYTHON:
        return True
    helping = status in (-signal.SIGKILL, -signal.SIGTERM) and "multiprocessing/spawn.py" in said
    return "Traceback" in said and "rapportage/" not in said and (helping or "KeyboardInterrupt" in said)


def _is_in(process: Path, folder: Path) -> bool:
    try:
        return (process / "cwd").readlink() == folder and b"rapportage" in (process / "cmdline").read_bytes()
    except OSError:
        return False


def doomed(name: str, folder: Path) -> Doomed:
    """A workspace of which both versions were built once, with how long a build takes on this machine."""
    own = ground(name, folder)
    memo = (own.root / "content" / own.period / "raadsvoorstel.md").read_text("utf-8")
    one = Doomed(own, folder / "cache", (memo, memo + "\nEn nog een zin.\n"), ({}, {}), 0.0)
    begin = time.monotonic()
    for version in (1, 0):
        begin = time.monotonic()
        one._write(version)
        build = one._start()
        said = build.communicate(timeout=PATIENCE)[0]
        assert build.returncode == 0, said
        one.papers[version].update(one._there())
    one.seconds = (time.monotonic() - begin) * 1.05
    return one
