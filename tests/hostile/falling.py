"""What a worker of a cluster does in a test: build, but be killed halfway the first time."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

from rapportage.build import cluster
from rapportage.build.schedule import PaperMaker


def falls_once(mark: str, *given: Any) -> object:
    """As a worker builds; whoever is first here, among all workers, is killed when papers are to be laid out."""
    try:
        Path(mark).touch(exist_ok=False)
    except FileExistsError:
        return cluster.make_for_another(*given)
    PaperMaker.files = _fall  # type: ignore[method-assign]
    return cluster.make_for_another(*given)


def _fall(*_: object, **__: object) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)
