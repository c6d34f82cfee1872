"""Workspaces that tests may change, and the option that rewrites what is expected."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from where import ROOT, WORKSPACES
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from published import Published


class Files(LoadScopeScheduling):  # type: ignore[misc]  # the library has no types
    """Gives a process whole files of tests, which share what they set up, and all that read whole papers.

    The library's own groups do not hold with this version of pytest, and do not say so.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "papers" if _reads_papers(file) else file


@cache
def _reads_papers(file: str) -> bool:
    return "\nfrom papers import" in (ROOT / file).read_text("utf-8")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Files:
    return Files(config, log)


SLOW_FOLDERS = {"conformance", "hostile"}
"""The tests that judge finished files with other programs, and those that ill-treat the command."""


def pytest_configure(config: pytest.Config) -> None:
    """Leave the slow tests to `make slow` and those in a browser to `make browser`, unless some are named: then all that is named runs."""
    _keep_what_is_compiled()
    runs_tests = hasattr(config, "workerinput") or not config.option.numprocesses
    if runs_tests:  # all processes wait for the one that runs none
        _give_time()
    if config.args_source is not pytest.Config.ArgsSource.ARGS and not config.option.markexpr:
        config.option.markexpr = (
            "not slow and not browser"  # the processes of the tests are given these options
        )


def _keep_what_is_compiled() -> None:
    """Where nothing that is compiled may stand beside the modules, keep it elsewhere for all processes of the tests.

    Without it each of the hundreds that tests start compiles our code anew.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".pytest_cache" / "compiled"))


def _give_time() -> None:
    """Let Hypothesis take its time: other work may run on the machine."""
    from hypothesis import HealthCheck, settings

    settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("busy")


@pytest.hookimpl(tryfirst=True)  # before the marks are looked at
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    from papers import Paper

    for item in items:
        named = getattr(item, "callspec", None)
        papers = (one for one in named.params.values() if isinstance(one, Paper)) if named else ()
        if SLOW_FOLDERS & set(item.path.parts) or any(one.is_second for one in papers):
            item.add_marker("slow")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what was found as what is expected")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Figures are kept in a folder of the tests' own, which their processes have together."""
    from published import together

    from rapportage.cache import ENVIRONMENT

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ENVIRONMENT, str(together(tmp_path_factory) / "cache"))
        yield


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """What gives the files of a period as they are published."""
    from published import publisher

    return publisher(tmp_path_factory)


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command inside a test works alone unless the test says otherwise: other processes start slowly."""
    monkeypatch.setattr("rapportage.build.processes.cores", lambda: 1)


@pytest.fixture
def templates_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates of one's own are filled in this process, by what is sent to another and comes back of it."""
    from rapportage.compose import own_templates

    monkeypatch.setattr(own_templates, "bounded", lambda _module, data: own_templates.done(data))


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the expected files are written anew; a person reads the difference."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """A copy of the small workspace, with the period 2024-H1."""
    return shutil.copytree(WORKSPACES / "klein", tmp_path / "klein")
