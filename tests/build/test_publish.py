"""Finished files come all together or not at all, whatever goes wrong on the way."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rapportage.build.publish import free, publish
from rapportage.ctrl_c import hear_as_before, hear_once
from rapportage.errors import MachineError, UsageError

OLD = {"a.docx": b"oud a", "a.pdf": b"oud b", "b.pdf": b"oud c"}
NEW = {"a.docx": b"nieuw a" * 99, "a.pdf": b"nieuw b" * 99, "b.pdf": b"nieuw c" * 99}
OTHER = {"a.docx": b"later a", "a.pdf": b"later b", "b.pdf": b"later c"}

WRITING = ("os.replace", "os.fsync", "shutil.copy2", "pathlib.Path.mkdir", "pathlib.Path.open")
STEPS = (*WRITING, "shutil.rmtree")


class Killed(BaseException):
    """Stands in for a kill: no handler of errors catches it."""


def seen(folder: Path) -> dict[str, bytes]:
    """The files that a user sees in the folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@contextmanager
def failing(
    monkeypatch: pytest.MonkeyPatch,
    at: int,
    fail: Callable[[], BaseException | None],
    steps: Sequence[str] = STEPS,
) -> Iterator[list[str]]:
    """While it lasts, the step with number `at` among `steps` fails before it is taken, if `fail` says how."""
    taken: list[str] = []

    def watched(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            taken.append(name)
            if len(taken) == at and (error := fail()):
                raise error
            return step(*arguments, **options)

        return call

    with monkeypatch.context() as patch:
        for name in steps:
            module, _, attribute = name.rpartition(".")
            holder: Any = {"os": os, "shutil": shutil, "pathlib.Path": Path}[module]
            patch.setattr(holder, attribute, watched(name, getattr(holder, attribute)))
        yield taken


def every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many steps one publication takes."""
    publish(tmp_path / "count", OLD)
    with failing(monkeypatch, 0, Killed) as taken:
        publish(tmp_path / "count", NEW)
    assert len(taken) > 10
    return len(taken)


def full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def test_files_are_written_as_given(tmp_path: Path) -> None:
    assert publish(tmp_path / "x" / "y", NEW) == [tmp_path / "x" / "y" / name for name in NEW]
    assert seen(tmp_path / "x" / "y") == NEW
    publish(tmp_path / "x" / "y", OLD)
    assert seen(tmp_path / "x" / "y") == OLD
    assert not [path for path in (tmp_path / "x" / "y").iterdir() if path.name not in OLD]


def test_a_kill_at_any_step_leaves_whole_files_and_the_next_run_ends_what_was_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed = 0
    for at in range(1, every_step(tmp_path, monkeypatch) + 1):
        folder = tmp_path / str(at)
        publish(folder, OLD)
        with failing(monkeypatch, at, Killed), pytest.raises(Killed):
            publish(folder, NEW)
        for name, data in seen(folder).items():
            assert data in (OLD[name], NEW[name]), (at, name)
        mixed += seen(folder) not in (OLD, NEW)
        publish(folder, {"c.txt": b"c"})
        assert seen(folder) in (OLD | {"c.txt": b"c"}, NEW | {"c.txt": b"c"}), at
        publish(folder, OTHER)
        assert seen(folder) == OTHER | {"c.txt": b"c"}, at
        assert not [path.name for path in folder.iterdir() if path.is_dir()]
    assert mixed == len(NEW) - 1, "only between one rename and the next"


def test_an_interruption_at_any_step_leaves_one_whole_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(1, every_step(tmp_path, monkeypatch) + 1):
        folder = tmp_path / str(at)
        publish(folder, OLD)
        with failing(monkeypatch, at, KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
            publish(folder, NEW)
        assert seen(folder) in (OLD, NEW), at
        publish(folder, OTHER)
        assert seen(folder) == OTHER, at


def test_ctrl_c_at_any_step_leaves_one_whole_set_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    steps = every_step(tmp_path, monkeypatch)
    found = []
    try:
        for at in range(1, steps + 1):
            folder = tmp_path / str(at)
            publish(folder, OLD)
            hear_once()
            with failing(monkeypatch, at, lambda: signal.raise_signal(signal.SIGINT)):
                try:
                    publish(folder, NEW)
                    found.append(NEW)
                except KeyboardInterrupt:
                    found.append(OLD)
            hear_as_before()
            assert seen(folder) == found[-1], at
            assert not [path.name for path in folder.iterdir() if path.is_dir()], at
    finally:
        signal.signal(signal.SIGINT, before)
    assert found == sorted(found, key=lambda files: files is NEW), (
        "not heard from the first file put in place"
    )
    assert OLD in found
    assert NEW in found


def test_a_full_disk_at_any_step_leaves_the_earlier_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(1, every_step(tmp_path, monkeypatch) + 1):
        folder = tmp_path / str(at)
        publish(folder, OLD)
        told = ""
        with failing(monkeypatch, at, full, WRITING):
            try:
                publish(folder, NEW)
            except MachineError as error:
                told = error.message
        if told:
            assert told == "de schijf is vol; er is niets gewijzigd"
            assert seen(folder) == OLD, at
        else:
            assert seen(folder) == NEW, at


@pytest.mark.parametrize("name", sorted(NEW))
def test_a_file_that_is_held_open_keeps_the_whole_earlier_set(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that Word has open."""
    publish(tmp_path, OLD)
    replace = os.replace

    def refusing(source: Any, target: Any) -> None:
        if Path(target) == tmp_path / name and Path(source).read_bytes() in NEW.values():
            raise PermissionError(errno.EACCES, "in gebruik", str(source), None, str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refusing)
    monkeypatch.setattr("rapportage.build.publish._PATIENCE", 0.2)  # how long it waits is tried elsewhere
    with pytest.raises(UsageError) as error:
        publish(tmp_path, NEW)
    assert error.value.message == f"'{name}' kan niet worden vervangen; er is niets gewijzigd"
    assert seen(tmp_path) == OLD


class Holding:
    """Windows, as far as a file goes that another program has open: it is not replaced, and not moved."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, held: Callable[[Path, Path], bool]) -> None:
        self.held, self.seconds, self.real = held, 0.0, os.replace
        monkeypatch.setattr(os, "replace", self.replace)
        monkeypatch.setattr("time.monotonic", lambda: self.seconds)
        monkeypatch.setattr("time.sleep", self.sleep)

    def replace(self, source: Any, target: Any) -> None:
        if self.held(Path(source), Path(target)):
            raise PermissionError(errno.EACCES, "in gebruik", str(source), None, str(target))
        self.real(source, target)

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds


def test_a_file_that_a_scanner_holds_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, OLD)
    holding = Holding(monkeypatch, lambda _, target: target.name == "a.pdf" and holding.seconds < 1.8)
    publish(tmp_path, NEW)
    assert seen(tmp_path) == NEW
    assert 1.7 < holding.seconds < 2.1


def test_what_cannot_be_put_back_at_once_is_by_the_next_run_and_never_half_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file is open in Word; another is opened by a reader in the moment after it was replaced."""
    publish(tmp_path, OLD)
    with monkeypatch.context() as patch:

        def held(source: Path, target: Path) -> bool:
            opened_since = source.parent.name == ".vorige" or target.parent.name == ".in-aanbouw"
            return target.name == "b.pdf" or (opened_since and source.name in ("a.docx", "c.pdf"))

        holding = Holding(patch, held)
        with pytest.raises(UsageError) as error:
            publish(tmp_path, {"a.docx": b"nieuw", "a.pdf": b"nieuw", "b.pdf": b"nieuw", "c.pdf": b"nieuw"})
        assert holding.seconds < 9
    assert (error.value.message, error.value.hint) == (
        "niet alle bestanden zijn vervangen, en 'a.docx' kan nu niet worden teruggezet",
        "sluit alle bestanden in Word en de PDF-lezer, en bouw opnieuw: dan komt alles goed",
    )
    assert seen(tmp_path) == OLD | {"a.docx": b"nieuw"}
    publish(tmp_path, {"d.txt": b"d"})
    assert seen(tmp_path) == OLD | {"d.txt": b"d"}
    assert not [path.name for path in tmp_path.iterdir() if path.is_dir()]


def test_a_kill_while_files_are_put_back_is_ended_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = {"a.docx": b"nieuw", "a.pdf": b"nieuw", "aa.pdf": b"nieuw", "b.pdf": b"nieuw"}
    for at in range(1, 12):
        folder = tmp_path / str(at)
        publish(folder, OLD)
        moves = 0
        with monkeypatch.context() as patch:

            def held(source: Path, target: Path, at: int = at) -> bool:
                nonlocal moves
                moves += 1
                if moves == at:
                    raise Killed
                return target.name == "b.pdf" and source.read_bytes() == b"nieuw"

            Holding(patch, held)
            with pytest.raises((UsageError, Killed)):
                publish(folder, new)
        publish(folder, {"d.txt": b"d"})
        assert seen(folder) in (OLD | {"d.txt": b"d"}, new | {"d.txt": b"d"}), at
        assert not [path.name for path in folder.iterdir() if path.is_dir()], at


def test_on_windows_a_file_that_is_open_is_told_before_anything_is_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, OLD)
    opened = os.open

    def shared(path: Any, flags: int, *more: Any, **options: Any) -> int:
        if Path(path).name == "a.docx" and flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "in gebruik", str(path))
        return opened(path, flags, *more, **options)

    monkeypatch.setattr(os, "open", shared)
    monkeypatch.setattr(sys, "platform", "win32")
    free(tmp_path, ["a.pdf", "b.pdf", "c.pdf"])
    with pytest.raises(UsageError) as error:
        free(tmp_path, NEW)
    assert (error.value.message, error.value.hint) == (
        "'a.docx' is open in een ander programma, of mag niet worden gewijzigd",
        "sluit het in Word of de PDF-lezer, en bouw opnieuw",
    )


def test_a_user_s_own_files_stay(tmp_path: Path) -> None:
    (tmp_path / "notities.txt").write_bytes(b"van mij")
    (tmp_path / "map").mkdir()
    publish(tmp_path, NEW)
    assert seen(tmp_path) == NEW | {"notities.txt": b"van mij"}
    assert (tmp_path / "map").is_dir()


def test_an_output_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")
    with pytest.raises(UsageError, match="'output' is een bestand, en hier hoort een map te staan"):
        publish(tmp_path / "output", NEW)


def test_files_get_the_rights_that_the_user_gives_to_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        publish(tmp_path, NEW)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o640}


def test_runs_side_by_side_do_not_mix_their_sets(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from rapportage.build.publish import publish\n"
        "for _ in range(40): publish(Path(sys.argv[1]), {n: sys.argv[2].encode() * 9999 for n in 'abcd'})"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), letter], stderr=subprocess.PIPE)
        for letter in "xyz"
    ]
    assert [run.communicate()[1] for run in runs] == [b"", b"", b""]
    assert len(set(seen(tmp_path).values())) == 1
