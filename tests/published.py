"""The files of a period as they are published, built once for all tests that read them.

Tests run in several processes, which have one folder together; who comes first builds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from rapportage.build.processes import Processes
from rapportage.build.run import build
from rapportage.periode import parse_periode
from rapportage.workspace import Wanted, Workspace


class Published(Protocol):
    """Gives the files of a period of a workspace; nobody changes them."""

    def __call__(self, root: Path, periode: str, engine: str | None = None) -> tuple[Path, ...]:
        """With another engine than the content's, the PDFs alone."""


def together(factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of one test run have together."""
    own = factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


def publisher(factory: pytest.TempPathFactory) -> Published:
    """What builds a period when it is first asked for, and knows its files from then on."""
    output = together(factory) / "gepubliceerd"

    def published(root: Path, periode: str, engine: str | None = None) -> tuple[Path, ...]:
        folder = output / root.name / (engine or "")
        folder.mkdir(parents=True, exist_ok=True)
        wanted = Wanted(("pdf",) if engine else (), output=folder, engine=engine)
        with _alone(folder / f"{periode}.slot"), Processes(2) as processes:
            return build(Workspace(root), parse_periode(periode), wanted, processes).files

    return published


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until no other process builds the same."""
    import fcntl

    with lock.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
