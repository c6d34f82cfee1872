"""Set-up: what is locked, what a machine lacks, and what a second run costs."""

from __future__ import annotations

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
import time
import tomllib
from collections import Counter
from importlib.metadata import packages_distributions
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from where import ROOT

from rapportage import machine
from rapportage.cache import made_with

LOCKS = {
    name: (ROOT / name).read_text("utf-8")
    for name in (
        "requirements.lock",
        "requirements-dask.lock",
        "requirements-dev.lock",
        "requirements-bench.lock",
    )
}


def pinned(lock: str) -> dict[str, str]:
    """The version of every package in a lock, by its normal name."""
    return {
        canonicalize_name(found[1]): found[2]
        for found in re.finditer(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", lock, re.M)
    }


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_version_and_hashes_and_no_address(name: str) -> None:
    lock = LOCKS[name]
    blocks = re.split(r"\n(?=[A-Za-z0-9])", lock.strip())
    assert len(blocks) > (1 if "bench" in name else 20)
    for block in blocks:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", block), block[:60]
        assert "--hash=sha256:" in block, block[:60]
    assert not re.search(r"https?:|index-url|find-links|file:", lock)


def test_the_locks_hold_the_same_versions_of_what_they_share() -> None:
    run, cluster, dev, bench = (pinned(lock) for lock in LOCKS.values())
    assert run.items() <= cluster.items() <= dev.items()
    assert {name: dev[name] for name in bench if name in dev} == {
        name: version for name, version in bench.items() if name in dev
    }


def test_everything_that_the_project_asks_for_is_locked() -> None:
    asked = list(project()["project"]["dependencies"]) + list(project()["build-system"]["requires"])
    names = {canonicalize_name(Requirement(one).name) for one in asked}
    assert names - set(pinned(LOCKS["requirements.lock"])) == set()
    for group in ("dev", "bench"):
        asked = [one for one in project()["dependency-groups"][group] if isinstance(one, str)]
        names = {canonicalize_name(Requirement(one).name) for one in asked}
        assert names - set(pinned(LOCKS[f"requirements-{group}.lock"])) == set()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_version_is_within_the_bounds_that_the_project_sets(name: str) -> None:
    groups = project()["dependency-groups"].values()
    asked = [*project()["project"]["dependencies"], *(one for group in groups for one in group)]
    bounds = [Requirement(one) for one in asked if isinstance(one, str)]
    versions = pinned(LOCKS[name])
    held = [one for one in bounds if canonicalize_name(one.name) in versions]
    assert held
    outside = [one for one in held if versions[canonicalize_name(one.name)] not in one.specifier]
    assert outside == []


def test_every_library_that_is_imported_is_asked_for() -> None:
    told = project()["project"]
    extras = [one for asked in told["optional-dependencies"].values() for one in asked]
    asked = {canonicalize_name(Requirement(one).name) for one in (*told["dependencies"], *extras)}
    brought = {"pydantic-core": "pydantic"}  # of one and the same version, as Pydantic asks for it
    belongs = packages_distributions()
    imported = {
        canonicalize_name(distribution)
        for path in (ROOT / "src").rglob("*.py")
        for module in modules(path) - sys.stdlib_module_names - {"rapportage"}
        for distribution in belongs.get(module, [module])[:1]
    }
    assert {brought.get(one, one) for one in imported} - asked == set()


def test_a_paper_is_made_again_with_another_version_of_any_library_that_has_a_hand_in_it() -> None:
    without_a_hand = {
        "platformdirs",
        "pypdfium2",
        "rich",
        "ruamel-yaml",
        "starlette",
        "typer",
        "uvicorn",
        "watchfiles",
    }
    by_its_bytes, brought = {"font-source-sans-pro"}, {"pydantic": "pydantic-core"}
    asked = {canonicalize_name(Requirement(one).name) for one in project()["project"]["dependencies"]}
    asked -= without_a_hand | by_its_bytes
    assert {brought.get(one, one) for one in asked} - made_with().keys() == set()


def modules(path: Path) -> set[str]:
    """The modules that a file imports, by the first part of their names."""
    found = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    named = [alias.name for node in found if isinstance(node, ast.Import) for alias in node.names]
    named += [node.module for node in found if isinstance(node, ast.ImportFrom) and node.module]
    return {name.split(".")[0] for name in named}


# --- what the machine lacks ------------------------------------------------------------------


def setup(monkeypatch: pytest.MonkeyPatch, **world: Any) -> dict[str, Any]:
    """The set-up script's names, in a world where `world` replaces what it finds."""
    names = runpy.run_path(str(ROOT / "scripts" / "setup.py"), run_name="setup")
    scope: dict[str, Any] = names["main"].__globals__
    for name, value in world.items():
        monkeypatch.setitem(scope, name, value)
    return scope


def test_what_may_not_be_installed_is_told_for_four_systems_with_status_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("nothing may be installed here")

    scope = setup(
        monkeypatch,
        missing_libraries=lambda: ["libpango-1.0.so.0"],
        which=lambda name: f"/usr/bin/{name}",
        quiet=lambda *_: False,
        subprocess=SimpleNamespace(call=never, check_call=never),
        os=SimpleNamespace(geteuid=lambda: 1000),
    )
    assert scope["main"]("run") == 3
    said = capsys.readouterr().err
    assert said.startswith("Op deze computer ontbreekt: libpango-1.0.so.0.\nInstalleer het met:\n")
    assert all(system in said and command in said for system, command in machine.COMMANDS)
    assert len(machine.COMMANDS) == 4
    assert said.endswith("Geef daarna dezelfde opdracht opnieuw.\n")


def test_apt_is_used_where_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = [["libpango-1.0.so.0"], []]
    ran: list[list[str]] = []
    scope = setup(
        monkeypatch,
        missing_libraries=lambda: missing.pop(0),
        which=lambda name: f"/usr/bin/{name}",
        subprocess=SimpleNamespace(
            call=lambda command, **_: ran.append(command), DEVNULL=None, CalledProcessError=OSError
        ),
        os=SimpleNamespace(geteuid=lambda: 0),
        fill=lambda kind: ran.append([kind]),
    )
    assert scope["main"]("dev") == 0
    assert [command[-1] for command in ran] == ["update", machine.DEBIAN[-1], "dev"]


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    scope = setup(monkeypatch, sys=SimpleNamespace(version_info=(3, 9, 2), stderr=sys.stderr))
    assert scope["main"]("run") == 3
    assert "Python 3.11 of nieuwer (hier staat 3.9.2)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("system", "processor", "bits", "told"),
    [
        ("win32", "AMD64", 31, "Python voor 64 bits (hier staat er een voor 32 bits)"),
        ("win32", "ARM64", 63, "Python voor x64 (hier staat er een voor ARM)"),
        ("darwin", "x86_64", 63, "een Mac met een processor van Apple"),
        ("win32", "AMD64", 63, None),
        ("darwin", "arm64", 63, None),
        ("linux", "x86_64", 63, None),
    ],
)
def test_a_python_without_wheels_is_told_before_anything_is_fetched(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    system: str,
    processor: str,
    bits: int,
    told: str | None,
) -> None:
    there = SimpleNamespace(platform=system, maxsize=2**bits - 1)
    scope = setup(
        monkeypatch, platform=SimpleNamespace(machine=lambda: processor), lacks=list, fill=lambda _: None
    )
    monkeypatch.setattr(machine, "sys", there)
    assert scope["main"]("run") == (3 if told else 0)
    assert (told or "") in capsys.readouterr().err


def test_a_failing_download_is_told_with_status_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def offline(kind: str) -> None:
        raise subprocess.CalledProcessError(1, ["pip", kind])

    scope = setup(monkeypatch, missing_libraries=list, fill=offline)
    assert scope["main"]("run") == 3
    assert "Is er een verbinding met internet?" in capsys.readouterr().err


def test_this_machine_lacks_nothing() -> None:
    assert machine.missing_libraries() == []


# --- make ------------------------------------------------------------------------------------


def make(*arguments: str, folder: Path = ROOT) -> str:
    done = subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def test_make_help_lists_every_target_with_what_it_does() -> None:
    listed = dict(re.findall(r"^  make (\w+) +(\S.*)$", make("help"), re.M))
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert set(phony.split()) - set(listed) == {"format", "lint", "types"}, "parts of check"
    assert {"build", "test", "check", "help"} <= set(listed)


def test_check_runs_format_lint_types_and_tests() -> None:
    planned = make("-n", "check")
    positions = [planned.index(word) for word in ("ruff format --check", "ruff check", "mypy", "pytest")]
    assert positions == sorted(positions)


def test_set_up_is_done_again_only_when_what_it_depends_on_changes(tmp_path: Path) -> None:
    inputs = ["pyproject.toml", "scripts/setup.py", "requirements.lock", "requirements-dev.lock"]
    for name in ["Makefile", *inputs]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").mkdir()
    assert "setup.py run" in make("-n", "build", folder=tmp_path)
    for stamp in ("run", "dev"):
        (tmp_path / ".venv" / f".klaar-{stamp}").touch()
    assert "setup.py" not in make("-n", "build", "test", folder=tmp_path)
    for name in inputs[:2]:
        later = time.time() + 10
        os.utime(tmp_path / name, (later, later))
        assert "setup.py dev" in make("-n", "test", folder=tmp_path)
        os.utime(tmp_path / name, (0, 0))


def test_ci_runs_what_check_runs_then_what_takes_long_then_verapdf_then_the_real_report() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    steps = ["make check", "make slow", "make browser", "make conformance", "make build"]
    assert re.findall(r"^make \w+$", script, re.M) == steps


def test_no_two_test_files_have_one_name() -> None:
    """They are read in as modules without packages, of which the second of one name is not read in."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, times in names.items() if times > 1] == []
