"""Many workspaces at once: forty copies of a small one, and a dask cluster of two workers to build them."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

SMALL = Path(__file__).resolve().parent.parent / "tests" / "werkruimtes" / "klein"
COUNT, WORKERS = 40, 2


def forty(folder: Path) -> Path:
    """The folder with the workspaces."""
    for number in range(COUNT):
        shutil.copytree(SMALL, folder / f"gemeente-{number + 1:02}")
    return folder


def can_be_had() -> bool:
    """Whether the cluster's library is installed here."""
    return importlib.util.find_spec("distributed") is not None


@dataclass
class Workers:
    """A scheduler and its workers, each with a folder of its own; they keep what is kept where we do."""

    folder: Path
    environment: Mapping[str, str]
    running: list[subprocess.Popen[str]] = field(default_factory=list)
    address: str = ""

    def __enter__(self) -> Workers:
        scheduler = self._start("scheduler", "--host=127.0.0.1", "--port=0", "--no-show")
        assert scheduler.stderr is not None
        told = (re.search(r"Scheduler at: +tcp://(\S+)", line) for line in scheduler.stderr)
        self.address = next(found[1] for found in told if found)
        for number in range(WORKERS):
            self._start("worker", self.address, "--nthreads=1", f"--name={number}", "--no-nanny")
        return self

    def __exit__(self, *_: object) -> None:
        for one in self.running:
            one.terminate()
            one.wait()

    def _start(self, kind: str, *words: str) -> subprocess.Popen[str]:
        own = self.folder / f"{kind}-{len(self.running)}"
        own.mkdir(parents=True)
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words, "--no-dashboard"],
            cwd=own,
            env={**os.environ, **self.environment, "DASK_TEMPORARY_DIRECTORY": str(own)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if kind == "scheduler" else subprocess.DEVNULL,
            text=True,
        )
        self.running.append(process)
        return process
