"""A link, a pipe or another file in the place of what was meant is neither read nor written through."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest

from rapportage.build.publish import publish
from rapportage.build.record import BuildRecord
from rapportage.cli import main
from rapportage.ctrl_c import hear_as_before, hear_once
from rapportage.errors import OUTSIDE, ContentError, UsageError
from rapportage.opened import NoFile, Unsuitable, read_within
from rapportage.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes ask for rights there")

FILES = {"a.pdf": b"nieuw a", "b.pdf": b"nieuw b"}
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2


def told(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit) as left:
        main(list(command))
    assert left.value.code in (1, 2)
    return capsys.readouterr().err


# --- what is read --------------------------------------------------------------------------------


@contextmanager
def swapping(one: Path, other: Path) -> Iterator[Callable[[], int]]:
    """While it lasts, both names change files without end; gives how often they did so far."""
    swap = getattr(ctypes.CDLL(None), "renameat2", None)
    if swap is None:
        pytest.skip("this system cannot exchange two names in one step")
    at, swaps, stop = -100, 0, Event()

    def work() -> None:
        nonlocal swaps
        while not stop.is_set():
            swap(at, os.fsencode(one), at, os.fsencode(other), _EXCHANGE)
            swaps += 1

    thread = Thread(target=work)
    thread.start()
    try:
        yield lambda: swaps
    finally:
        stop.set()
        thread.join()


def test_a_file_that_is_swapped_with_a_link_is_never_read_from_outside(tmp_path: Path) -> None:
    root, outside = tmp_path / "werkmap", tmp_path / "geheim.md"
    root.mkdir()
    outside.write_text("geheim")
    (root / "water.md").write_text("water")
    (root / "koppeling").symlink_to(outside)
    workspace, read, refused = Workspace(root), 0, 0
    with swapping(root / "water.md", root / "koppeling") as swaps:
        while read < 200 or refused < 200 or swaps() < 1000:
            try:
                assert workspace.read(root / "water.md") == "water"
                read += 1
            except ContentError as error:
                refused += error.problems[0].rule == OUTSIDE


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chapter, template = klein / "content/2024-H1/bijlage/water.md", klein / "templates/eigen.html.j2"
    template.parent.mkdir(exist_ok=True)
    chapter.unlink()
    for pipe in (chapter, template):
        os.mkfifo(pipe)
        with pytest.raises(NoFile):
            read_within(pipe, (klein,), 9)
    err = told(capsys, "check", "2024-H1", "--workspace", str(klein))
    assert "content/2024-H1/bijlage/water.md:1: fout: dit is geen gewoon bestand" in err


def test_a_pipe_in_the_place_of_a_paper_is_told_and_not_waited_for(tmp_path: Path) -> None:
    publish(tmp_path / "map", FILES)
    record = BuildRecord.of(tmp_path / "map")
    record.note(FILES, dict.fromkeys(FILES, "zo"))
    assert record.holds(FILES, "zo")
    (tmp_path / "map/a.pdf").unlink()
    os.mkfifo(tmp_path / "map/a.pdf")
    assert not record.holds(FILES, "zo")
    with pytest.raises(UsageError, match=r"'a\.pdf' is hier geen gewoon bestand"):
        publish(tmp_path / "map", FILES)


def test_a_link_to_a_file_that_was_moved_out_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "uit").write_text("geheim")
    (tmp_path / "in/koppeling").symlink_to("../uit")
    with pytest.raises(Unsuitable):
        read_within(tmp_path / "in/koppeling", (tmp_path / "in",), 99)
    (tmp_path / "in/echt").write_text("goed")
    (tmp_path / "in/ook").symlink_to("echt")
    assert read_within(tmp_path / "in/ook", (tmp_path / "in",), 4) == b"goed"


# --- what is written -----------------------------------------------------------------------------


def test_a_folder_or_staging_folder_that_is_a_link_is_refused_and_nothing_written(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = klein.parent / "buiten"
    outside.mkdir()
    (klein / "output/2024-H1").mkdir(parents=True)
    for place, command in {
        "output/2024-H1": ("build", "2024-H1"),
        "output/2024-H1/.in-aanbouw": ("build", "2024-H1"),
        "content/.schema": ("schema",),
        "output": ("build", "2024-H1"),
    }.items():
        link = klein / place
        for path in sorted(link.rglob("*"), reverse=True):
            path.rmdir()
        if link.exists():
            link.rmdir()
        link.symlink_to(outside)
        err = told(capsys, *command, "--workspace", str(klein))
        assert f"'{link.name}' is een verwijzing naar een" in err, err
        assert list(outside.iterdir()) == []
        link.unlink()
        if place != "output":
            link.mkdir(parents=True)


def test_a_check_tells_of_what_stands_where_papers_go(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("output", "output/2024-H1", "output/2024-H1/.in-aanbouw"):
        link = klein / place
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(klein.parent)
        err = told(capsys, "check", "2024-H1", "--workspace", str(klein))
        assert f"output/2024-H1: fout: '{link.name}' is een verwijzing naar een" in err
        link.unlink()
    (klein / "output/2024-H1/bijlage.pdf").mkdir()
    err = told(capsys, "check", "2024-H1", "--workspace", str(klein))
    assert "output/2024-H1: fout: 'bijlage.pdf' is hier geen gewoon bestand\n" in err


def test_a_dangling_link_is_refused_as_one_too(tmp_path: Path) -> None:
    (tmp_path / "map").symlink_to(tmp_path / "weg")
    with pytest.raises(UsageError, match="'map' is een verwijzing"):
        publish(tmp_path / "map", FILES)
    assert not (tmp_path / "weg").exists()


def test_a_file_in_the_place_of_a_folder_and_a_folder_in_that_of_a_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")
    with pytest.raises(UsageError, match="'output' is een bestand, en hier hoort een map te staan"):
        publish(tmp_path / "output/2024-H1", FILES)
    (tmp_path / "map").mkdir()
    (tmp_path / "map/.in-aanbouw").write_text("")
    with pytest.raises(UsageError, match=r"'\.in-aanbouw' is een bestand"):
        publish(tmp_path / "map", FILES)
    (tmp_path / "map/.in-aanbouw").unlink()
    (tmp_path / "map/b.pdf").mkdir()
    with pytest.raises(UsageError, match=r"'b\.pdf' is hier geen gewoon bestand"):
        publish(tmp_path / "map", FILES)
    assert [path.name for path in (tmp_path / "map").iterdir()] == ["b.pdf"]


def test_links_among_what_a_killed_run_left_are_neither_taken_nor_written_through(tmp_path: Path) -> None:
    outside, folder = tmp_path / "buiten", tmp_path / "map"
    staging = folder / ".in-aanbouw"
    outside.mkdir()
    (outside / "geheim").write_text("geheim")
    publish(folder, FILES)
    staging.mkdir()
    (staging / ".gereed").write_text("")
    (staging / "a.pdf").symlink_to(outside / "geheim")
    (staging / "b.pdf").write_text("afgemaakt")
    (staging / ".vorige").symlink_to(outside)
    publish(folder, {"c.pdf": b"c"})
    assert not (folder / "a.pdf").is_symlink()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "a.pdf": b"nieuw a",
        "b.pdf": b"afgemaakt",
        "c.pdf": b"c",
    }
    assert {path.name: path.read_text() for path in outside.iterdir()} == {"geheim": "geheim"}


def test_a_paper_that_is_a_link_is_replaced_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elders.pdf").write_bytes(b"van een ander")
    (tmp_path / "map").mkdir()
    (tmp_path / "map/a.pdf").symlink_to(tmp_path / "elders.pdf")
    publish(tmp_path / "map", FILES)
    assert (tmp_path / "map/a.pdf").read_bytes() == b"nieuw a"
    assert (tmp_path / "elders.pdf").read_bytes() == b"van een ander"


def test_ctrl_c_at_any_call_leaves_all_or_nothing_also_of_new_folders(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    whole = ["output", "output/2024-H1", "output/2024-H1/a.pdf", "output/2024-H1/b.pdf"]
    outcomes = []
    try:
        for at in range(1, 10_000, 5):
            top = tmp_path / str(at)
            pressed = _pressed_at(at, partial(publish, top / "output/2024-H1", FILES))
            there = sorted(str(path.relative_to(top)) for path in top.rglob("*")) if top.exists() else None
            assert there in (None, whole), (at, there)
            outcomes.append(there is not None)
            if not pressed:
                break
    finally:
        signal.signal(signal.SIGINT, before)
    assert outcomes.count(False) > 20
    assert outcomes == sorted(outcomes)


def _pressed_at(at: int, work: Callable[[], object]) -> bool:
    """Whether so many functions were called or left while this was done, and Ctrl-C pressed at that moment."""
    calls = 0

    def press(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            signal.raise_signal(signal.SIGINT)

    hear_once()
    with suppress(KeyboardInterrupt):
        try:
            sys.setprofile(press)
            work()
        finally:
            sys.setprofile(None)
    hear_as_before()
    return calls >= at
