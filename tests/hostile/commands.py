"""Gives commands to a worker that is started anew when it breaks, and judges how they end."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

WORKER = Path(__file__).with_name("worker.py")
SECONDS, MEGABYTES = 10, 500
"""What a command may cost at most, whatever the content: processor time and memory in use."""
PATIENCE = 240
"""So many seconds on the clock without an answer mean that it hangs; a busy machine is slow."""
_LIFE = 400
"""So many commands are done by one process; what libraries keep in memory is no fault of the last."""
_OURS = "ligt het aan rapportage zelf", "gaat hier zelf de fout in", "liep zelf vast"
"""What is said of a fault of our own."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its exit status (None when it never did), what it said and what it cost."""

    status: int | None
    text: str
    seconds: float = 0.0
    megabytes: float = 0.0

    @property
    def faults(self) -> tuple[str, ...]:
        """What no content may bring about."""
        found = []
        if self.status is None:
            found.append("traceback" if "Traceback" in self.text else "hangt")
        elif self.status not in (0, 1, 2):
            found.append(f"afsluitcode {self.status}")
        if "Traceback (most recent" in self.text:
            found.append("traceback")
        if any(one in self.text for one in _OURS):
            found.append("interne fout")
        if self.status == 1 and " fout: " not in self.text:
            found.append("afsluitcode 1 zonder fout")
        if self.seconds > SECONDS:
            found.append(f"{self.seconds:.1f} s")
        if self.megabytes > MEGABYTES:
            found.append(f"{self.megabytes:.0f} MB")
        return tuple(dict.fromkeys(found))


class Commands:
    """A worker's process, kept from command to command."""

    def __init__(self, cache: Path) -> None:
        self._environment = os.environ | {"RAPPORTAGE_CACHE": str(cache)}
        self._process: subprocess.Popen[str] | None = None
        self._done = 0
        self.most_seconds = 0.0
        self.most_megabytes = 0.0

    def __enter__(self) -> Commands:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def run(self, folder: Path, words: Sequence[str]) -> Outcome:
        """What comes of the command in this folder."""
        if self._process is None or self._done >= _LIFE:
            self._end()
            self._start()
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        self._done += 1
        try:
            process.stdin.write(json.dumps({"folder": str(folder), "words": list(words)}) + "\n")
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
            line = process.stdout.readline() if ready else ""
        except BrokenPipeError:
            line = ""
        if not line:
            self._end()
            return Outcome(None, "")
        outcome = Outcome(**json.loads(line))
        if words[0] == "check":
            self.most_seconds = max(self.most_seconds, outcome.seconds)
            self.most_megabytes = max(self.most_megabytes, outcome.megabytes)
        return outcome

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=self._environment,
        )
        self._done = 0

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
        self._process = None
