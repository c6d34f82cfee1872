"""What IT gets to install without a network: the right wheels for each system, and pages that are true."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from where import PATIENCE, ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import bundle
from bundle import PARTS, PYTHONS, SYSTEMS

pytestmark = pytest.mark.slow

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
LABELS = re.compile(r"^:(\w+)", re.M)


def taken(system: str, python: str) -> dict[str, str]:
    return {name: version for name, version, _ in bundle.wanted(LOCK, SYSTEMS[system], python)}


@pytest.mark.parametrize("python", PYTHONS)
def test_each_system_takes_what_its_markers_say_and_not_what_those_of_this_one_say(python: str) -> None:
    windows, macos, linux = (taken(name, python) for name in ("windows", "macos", "linux"))
    assert set(windows) - set(linux) == {"colorama"}
    assert macos == linux
    assert "brotlicffi" not in linux
    assert "weasyprint" in linux
    assert "typst" in windows


def test_every_package_of_the_lock_is_taken_somewhere_but_for_what_only_builds() -> None:
    named = set(re.findall(r"^(\S+)==", LOCK, re.M))
    found = {name for system in SYSTEMS for python in PYTHONS for name in taken(system, python)}
    assert named - found == {*bundle._NOT_INSTALLED, "brotlicffi"}


def test_what_is_asked_of_pip_has_hashes_and_no_markers() -> None:
    for name, version, lines in bundle.wanted(LOCK, SYSTEMS["windows"], "3.12"):
        assert lines.startswith(f"{name}=={version}")
        assert "--hash=sha256:" in lines
        assert ";" not in lines


@pytest.mark.parametrize("name", sorted(path.name for path in PARTS.glob("*.cmd")))
def test_a_command_file_is_read_by_windows_as_it_is_meant(name: str, tmp_path: Path) -> None:
    text = (PARTS / name).read_text("utf-8")
    assert text.isascii(), "a console of another code page would show other signs"
    assert set(re.findall(r"goto (\w+)", text)) <= set(LABELS.findall(text))
    for line in text.splitlines():
        assert line.count('"') % 2 == 0, line
        outside = "".join(line.split('"')[::2])
        assert not re.search(r"%~dp0|%DOEL%|%PYTHON%", outside), f"a folder may have a space: {line}"
    bundle.put(tmp_path / name, text, SYSTEMS["windows"].newline)
    assert (tmp_path / name).read_bytes().count(b"\r\n") == text.count("\n")


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_page_for_it_names_what_is_there(system: str) -> None:
    page = bundle.read_me(SYSTEMS[system], "1.2.3")
    assert not re.search(r"[{}]", page)
    assert all(one in page for one in (*PYTHONS, SYSTEMS[system].command, SYSTEMS[system].target, "1.2.3"))
    assert SYSTEMS[system].command.split()[-1] in SYSTEMS[system].scripts
    assert max(map(len, page.splitlines())) <= 130


def wheel(folder: Path, name: str, *facts: str) -> Path:
    """A wheel that says these things of itself."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(["Metadata-Version: 2.4", *facts]) + "\n")
    return path


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (["License-Expression: MIT OR Apache-2.0", "License: anders"], "MIT OR Apache-2.0"),
        (["Classifier: License :: OSI Approved :: BSD License", "License: lang"], "BSD License"),
        (["License: Eigen", "Classifier: Programming Language :: Python"], "Eigen"),
        ([], "niet genoemd"),
    ],
)
def test_the_licence_that_a_wheel_names_is_told(tmp_path: Path, facts: list[str], told: str) -> None:
    wheel(tmp_path, "een_pakket", *facts)
    assert list(bundle.licences(tmp_path)) == [f"een-pakket 1.0: {told}"]


def test_the_same_files_give_the_same_zip_with_scripts_that_can_be_run(tmp_path: Path) -> None:
    folder = tmp_path / "rapportage-linux"
    (folder / "wielen").mkdir(parents=True)
    wheel(folder / "wielen", "een")
    for name in ("installeer.sh", "rapportage"):
        bundle.put(folder / name, (PARTS / name).read_text("utf-8"), "\n")
    first = bundle.zipped(folder).read_bytes()
    (folder / "rapportage").touch()
    assert bundle.zipped(folder).read_bytes() == first
    with zipfile.ZipFile(folder.with_suffix(".zip")) as made:
        modes = {one.filename.rpartition("/")[2]: one.external_attr >> 16 & 0o111 for one in made.infolist()}
    assert modes == {"een-1.0-py3-none-any.whl": 0, "installeer.sh": 0o111, "rapportage": 0o111}


TRAPS = ("yaml", "platformdirs", "pydantic", "warnings", "json", "multiprocessing")
"""Libraries, ours and Python's, of whose name a colleague could put a module in a workspace."""


@pytest.mark.parametrize("linked", [False, True])
def test_what_starts_it_runs_nothing_of_the_workspace(
    linked: bool, klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in TRAPS:
        (klein / f"{name}.py").write_text("raise SystemExit('uit de werkmap')\n", "utf-8")
    python = tmp_path / "Mijn map" / "omgeving/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', "utf-8")
    start = tmp_path / "Mijn map" / "rapportage"
    start.write_bytes((PARTS / "rapportage").read_bytes())
    for path in (python, start):
        path.chmod(0o755)
    if linked:
        (tmp_path / "koppeling").symlink_to(start)
        start = tmp_path / "koppeling"
    monkeypatch.setenv("RAPPORTAGE_CACHE", str(tmp_path / "cache"))
    done = subprocess.run(
        [start, "check", "2024-H1"], cwd=klein, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2024-H1: alles in orde, ")


def test_started_as_a_module_it_takes_no_library_of_the_workspace(klein: Path, tmp_path: Path) -> None:
    """What Python itself reads in before it is up to -P, which the launchers give."""
    for name in ("yaml", "platformdirs", "pydantic"):
        (klein / f"{name}.py").write_text("raise SystemExit('uit de werkmap')\n", "utf-8")
    bare = {key: value for key, value in os.environ.items() if key != "PYTHONSAFEPATH"}
    done = subprocess.run(
        [sys.executable, "-m", "rapportage", "check", "2024-H1"],
        cwd=klein,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=bare | {"RAPPORTAGE_CACHE": str(tmp_path / "cache")},
    )
    assert done.stdout.startswith("2024-H1: alles in orde, "), done.stderr


@pytest.mark.parametrize("name", sorted(path.name for path in PARTS.iterdir() if path.name != "LEESMIJ.txt"))
def test_python_is_never_started_where_a_folder_or_a_setting_could_change_what_runs(name: str) -> None:
    text = (PARTS / name).read_text("utf-8")
    starts = re.findall(
        r"(?:python(?:\.exe|\$versie)?|%PYTHON%|%BASIS%|%%P|\$gevonden|\$python)\"? +(-\S+)", text
    )
    assert starts
    assert set(starts) <= {"-I", "-P", "-%%V"}
    assert ("-m venv" in text) == ("--clear" in text), "another Python leaves nothing of the one before"
    assert ("-m pip" in text) == ("pip --isolated" in text)


@pytest.mark.parametrize(("words", "status"), [(["--help"], 2), (["een", "twee"], 2)])
def test_the_installer_takes_one_folder(words: list[str], status: int, tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", PARTS / "installeer.sh", *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, list(tmp_path.iterdir())) == (status, [])
    assert "aanhalingstekens" in done.stderr
