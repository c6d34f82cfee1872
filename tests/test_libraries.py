"""What the set-up, the kept figures and the layout engine take for the machine's libraries is the same."""

from __future__ import annotations

import ctypes
import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from where import PATIENCE

from rapportage import machine
from rapportage.faults import of_machine

MSYS = r"C:\msys64\ucrt64\bin"


class Loader:
    """A system's loader of libraries, which has those at these paths and remembers which were asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, system: str, *paths: str) -> None:
        self.paths, self.asked = paths, list[str]()
        monkeypatch.setattr(sys, "platform", system)
        monkeypatch.setattr(ctypes, "CDLL", self.load)

    def load(self, path: str) -> str:
        self.asked.append(path)
        if path in self.paths:
            return path
        raise OSError(path)


def test_on_windows_libraries_are_found_where_the_engine_finds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine adds its folders to its own process only, and another one made other files for it."""
    monkeypatch.delenv("WEASYPRINT_DLL_DIRECTORIES", raising=False)
    Loader(monkeypatch, "win32", *(os.path.join(MSYS, name) for name in machine.LIBRARIES["win32"]))
    assert machine.missing_libraries() == []
    monkeypatch.setenv("WEASYPRINT_DLL_DIRECTORIES", r"D:\pango")
    assert machine.missing_libraries() == list(machine.LIBRARIES["win32"])


@pytest.mark.parametrize(
    ("variable", "found"),
    [("", "/opt/homebrew/lib"), ("/eigen/lib:/tweede", "/tweede"), ("/eigen/lib", "/usr/local/lib")],
)
def test_on_macos_homebrew_counts_behind_what_one_chose_oneself(
    monkeypatch: pytest.MonkeyPatch, variable: str, found: str
) -> None:
    monkeypatch.setenv("DYLD_FALLBACK_LIBRARY_PATH", variable)
    name = machine.LIBRARIES["darwin"][0]
    loader = Loader(monkeypatch, "darwin", f"{found}/{name}")
    assert machine.library(name) is not None
    assert loader.asked[0] == name
    assert loader.asked[-1] == f"{found}/{name}"


def test_on_macos_the_engine_finds_what_the_set_up_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine asks for short names, which are looked for in the folders of this variable only."""
    dyld: Any = importlib.import_module("ctypes.macholib.dyld")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.delenv("DYLD_FALLBACK_LIBRARY_PATH", raising=False)
    with machine.engine_looks_there():
        tried = list(dyld.dyld_default_search("libpango-1.0.dylib"))
    assert "/opt/homebrew/lib/libpango-1.0.dylib" in tried
    assert "/usr/lib/libpango-1.0.dylib" in tried
    assert "DYLD_FALLBACK_LIBRARY_PATH" not in os.environ


def test_a_linux_machine_is_asked_by_name_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    loader = Loader(monkeypatch, "linux")
    assert machine.library("libpango-1.0.so.0") is None
    assert loader.asked == ["libpango-1.0.so.0"]


@pytest.mark.parametrize("words", [("check", "2024-H1"), ("status", "2024-H1"), ("--help",)])
@pytest.mark.parametrize("part", ["platformdirs", "pydantic", "markdown_it"])
def test_a_part_that_is_not_installed_is_told(klein: Path, part: str, words: tuple[str, ...]) -> None:
    """Python may be another than the one that the package was installed with."""
    start = f"import sys, runpy; sys.modules[{part!r}] = None; runpy.run_module('rapportage', alter_sys=True, run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", start, *words], cwd=klein, capture_output=True, text=True, timeout=PATIENCE
    )
    if words == ("--help",):
        assert (done.returncode, done.stderr) == (0, "")
        return
    assert done.returncode == 3
    assert done.stderr.startswith(f"rapportage: onderdeel '{part}' ontbreekt bij de Python van '") or (
        done.stderr.startswith(f"onderdeel '{part}' ontbreekt bij de Python van '")
    )
    assert "installeer het opnieuw" in done.stderr


def test_a_library_that_a_lock_on_programs_refuses_is_told() -> None:
    refused = ImportError("DLL load failed while importing _imaging: geblokkeerd", name="_imaging")
    told = of_machine(refused)
    assert told is not None
    assert told.message.startswith("onderdeel '_imaging' mag of kan hier niet worden geladen")
    assert of_machine(ImportError("cannot import name 'x' from 'rapportage.y'", name="rapportage.y")) is None
