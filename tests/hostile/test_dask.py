"""A real dask cluster, of two processes in folders of their own, builds many workspaces.

It costs some ten seconds of a core to start and leave.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hostile.falling import falls_once
from where import PATIENCE, ROOT, WORKSPACES

from rapportage.build.cluster import Cluster, build_on, cluster_at
from rapportage.build.run import build
from rapportage.periode import parse_periode
from rapportage.workspace import Wanted, Workspace, workspaces_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such signal")
TYPST = Wanted(engine="typst")
HERE = "127.0.0.1"


@dataclass
class Processes:
    """A scheduler and two workers without what starts them anew, each in an empty folder of its own."""

    folder: Path
    address: str = ""
    running: dict[str, subprocess.Popen[str]] = field(default_factory=dict)

    def start(self) -> None:
        said = self._start("scheduler", f"--host={HERE}", "--port=0").stderr
        assert said is not None
        self.address = next(
            found[1] for line in said if (found := re.search(r"Scheduler at: +tcp://(\S+)", line))
        )
        for name in ("een", "twee"):
            self._start("worker", self.address, "--no-nanny", "--nthreads=1", f"--name={name}", name=name)

    def _start(self, kind: str, *words: str, name: str = "") -> subprocess.Popen[str]:
        own = self.folder / (name or kind)
        own.mkdir()
        quiet = ["--no-dashboard"] if kind == "worker" else ["--no-dashboard", "--no-show"]
        environment = os.environ | {
            "PYTHONPATH": str(ROOT / "tests"),
            "DASK_TEMPORARY_DIRECTORY": str(own),
            "RAPPORTAGE_CACHE": str(own / "bewaard"),
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + kind, *words, *quiet],
            cwd=own,
            env=environment,
            text=True,
            stderr=subprocess.PIPE if kind == "scheduler" else subprocess.DEVNULL,
        )
        self.running[name or kind] = process
        return process

    def end(self) -> None:
        for process in self.running.values():
            process.kill()
            process.wait(PATIENCE)
            if process.stderr:
                process.stderr.close()


@dataclass
class Falling(Executor):
    """Gives the work to a cluster, whose first worker is killed halfway."""

    to: Executor
    mark: Path

    def submit(self, work: Any, /, *given: Any, **named: Any) -> Future[Any]:
        assert work.__name__ == "make_for_another"
        return self.to.submit(falls_once, str(self.mark), *given, **named)


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    (tmp_path / "cluster").mkdir()
    found = Processes(tmp_path / "cluster")
    try:
        found.start()
        yield found
    finally:
        found.end()


def test_a_worker_that_is_killed_halfway_loses_nothing_and_the_bytes_are_those_of_a_build_here(
    processes: Processes, tmp_path: Path
) -> None:
    ordinary = build(
        Workspace(WORKSPACES / "klein"), parse_periode("2024-H1"), Wanted(output=tmp_path, engine="typst")
    )
    papers = {path.name: path.read_bytes() for path in ordinary.files}
    assert len(papers) == 4
    many = tmp_path / "werkmappen"
    for name in ("aa", "bb", "cc"):
        shutil.copytree(WORKSPACES / "klein", many / name)
    with cluster_at(f"dask://{processes.address}") as cluster:
        cluster.client.wait_for_workers(2, PATIENCE)
        falling = Cluster(cluster.client, Falling(cluster.executor, tmp_path / "gevallen"))
        built = list(build_on(falling, workspaces_in(many)[0], TYPST))
        assert cluster.workers() == 1
    assert [(one.name, one.error) for one in sorted(built, key=lambda one: one.name)] == [
        ("aa", None),
        ("bb", None),
        ("cc", None),
    ]
    for name in ("aa", "bb", "cc"):
        folder = many / name / "output/2024-H1"
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == papers
    killed, standing = sorted(("een", "twee"), key=lambda name: processes.running[name].poll() is None)
    assert [processes.running[killed].poll(), processes.running[standing].poll()] == [-9, None]
    assert list((processes.folder / standing).rglob("*.md")) == []
