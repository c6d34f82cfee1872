"""What the machine cannot do is told in Dutch with place and way out, and never as a fault of our own."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from where import PATIENCE, TEMPLATES

from rapportage.build.publish import publish
from rapportage.cli import main
from rapportage.errors import ContentError, MachineError, UsageError
from rapportage.faults import of_machine, reason

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and bounds are POSIX's here")

OURS = "gaat hier zelf de fout in", "liep zelf vast", "ligt het aan rapportage zelf", "Traceback"
ENGLISH = re.compile(
    r"denied|No such|No space|too l|Too many|not permitted|Read-only|Errno|codec|memory|invalid|out of range"
)
LONG = "a" * 4200


def told(capsys: pytest.CaptureFixture[str], *command: str, status: tuple[int, ...] = (1, 2, 3)) -> str:
    """What a command says that cannot be done, which has a way out and nothing that is ours or English."""
    with pytest.raises(SystemExit) as left:
        main(list(command))
    said = capsys.readouterr()
    assert left.value.code in status, said.err
    judge(said.err)
    return said.err


def judge(said: str) -> None:
    assert not any(one in said for one in OURS), said
    assert not ENGLISH.search(said), said
    assert "\n    " in said, said


# --- rights --------------------------------------------------------------------------------------


@contextmanager
def as_anybody() -> Iterator[None]:
    """While it lasts, rights bind this thread, also where it is root's."""
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("rights do not bind root")
    libc = ctypes.CDLL(None)
    head, before = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    libc.capget(head, before)
    less = (ctypes.c_uint32 * 6)(*before)
    less[0] &= ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    assert libc.capset(head, less) == 0
    try:
        yield
    finally:
        libc.capset(head, before)


@contextmanager
def closed(path: Path, mode: int = 0) -> Iterator[None]:
    """While it lasts, nobody may use this file or folder."""
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        with as_anybody():
            yield
    finally:
        path.chmod(before)


@pytest.mark.parametrize(
    ("what", "said"),
    {
        "content/2024-H1": "content/2024-H1: fout: deze map is niet te lezen",
        "content/2024-H1/bijlage": "content/2024-H1/bijlage: fout: deze map is niet te lezen",
        "content/indicatoren": "content/indicatoren: fout: deze map is niet te lezen",
        "content/organisatie.yaml": "content/organisatie.yaml:1: fout: dit bestand is niet te lezen",
        "content/2024-H1/kaart.pdf": "rapportage.yaml:16:5: fout: bijlage 'kaart.pdf' is niet te lezen",
        "content/2024-H1/figuren/dijk.svg": "dijk.yaml:7:1: fout: afbeelding 'dijk.svg' is niet te lezen",
    }.items(),
)
def test_content_that_may_not_be_read_is_told_at_its_place(
    what: str, said: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closed(klein / what):
        err = told(capsys, "check", "2024-H1", "--workspace", str(klein), status=(1,))
    assert f"{said}: u hebt daar geen rechten voor\n" in err


@pytest.mark.parametrize("mode", [0o000, 0o444])
@pytest.mark.parametrize("what", [".", "content", "templates", "templates/figuren"])
def test_a_folder_that_nobody_may_enter_is_told_by_every_command(
    what: str, mode: int, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if what.startswith("templates"):
        (klein / "templates/figuren/eigen").mkdir(parents=True)
    with closed(klein / what, mode):
        for command in (("check", "2024-H1"), ("build", "--all"), ("schema",)):
            assert "geen rechten" in told(capsys, *command, "--workspace", str(klein))


def test_own_drawings_that_may_not_be_read_are_told_and_a_file_beside_them_is_no_matter(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = klein / "templates/figuren/eigen"
    kind.mkdir(parents=True)
    for path in (TEMPLATES / "figuren/fasen").iterdir():
        (kind / path.name).write_bytes(path.read_bytes())
    example = (kind / "voorbeeld.yaml").read_text("utf-8").replace("soort: fasen", "soort: eigen")
    (klein / "content/2024-H1/figuren/fasen.yaml").write_text(example, "utf-8")
    with (klein / "content/2024-H1/bijlage/water.md").open("a", encoding="utf-8") as chapter:
        chapter.write("\n[figuur: fasen]\n")
    with closed(kind):
        err = told(capsys, "check", "2024-H1", "--workspace", str(klein), status=(1,))
    assert "templates/figuren/eigen/schema.json: fout: dit bestand is niet te lezen: u hebt" in err
    (kind / "nog-iets.txt").write_text("")
    with closed(kind / "nog-iets.txt"), pytest.raises(SystemExit) as left:
        main(["check", "2024-H1", "--workspace", str(klein)])
    assert left.value.code == 0


@pytest.mark.parametrize("what", ["output", "output/2024-H1", "output/2024-H1/.in-aanbouw"])
@pytest.mark.parametrize("mode", [0o000, 0o555])
def test_where_nothing_may_be_written_it_is_told_and_what_stands_there_stays(
    what: str, mode: int, tmp_path: Path
) -> None:
    folder = tmp_path / "output/2024-H1"
    publish(folder, {"a.pdf": b"oud"})
    (folder / ".in-aanbouw").mkdir()
    (folder / ".in-aanbouw/begonnen").write_text("")
    with closed(tmp_path / what, mode), pytest.raises(UsageError) as refused:
        publish(folder if what != "output" else tmp_path / "output/2024-H2", {"a.pdf": b"nieuw"})
    judge(f"{refused.value.message}\n    {refused.value.hint}")
    assert "er is niets gewijzigd" in refused.value.message
    assert (folder / "a.pdf").read_bytes() == b"oud"


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [LONG, "a" * 300, "a/" * 2100])
@pytest.mark.parametrize(
    "command",
    [("check", "2024-H1", "--workspace"), ("schema", "--workspace"), ("build", "2024-H1", "--output")],
)
def test_a_name_that_is_too_long_is_wrong_use(
    command: tuple[str, ...],
    name: str,
    klein: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(klein)
    assert "de naam is te lang" in told(capsys, *command, name, status=(2,))


@pytest.mark.parametrize("name", [f"{LONG}.svg", "a" * 1900 + ".svg", "a/" * 900 + "dijk.svg", "é" * 300])
def test_a_file_by_a_name_that_no_disk_takes_is_not_there(
    name: str, klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file, named in ("figuren/dijk.yaml", "figuren/dijk.svg"), ("rapportage.yaml", "kaart.pdf"):
        path = klein / "content/2024-H1" / file
        path.write_text(path.read_text("utf-8").replace(f"bestand: {named}", f"bestand: {name}"), "utf-8")
    err = told(capsys, "check", "2024-H1", "--workspace", str(klein), status=(1,))
    assert err.count("' bestaat niet") + err.count("'bestand' is te lang") == 2


def test_names_that_are_not_utf_8_are_shown_and_are_no_fault(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = os.fsencode(klein) + b"-caf\xe9"
    try:
        os.rename(klein, odd)
    except OSError:
        pytest.skip("this disk takes no such names")
    for name in (b"content/caf\xe9.md", b"content/2024-H1/caf\xe9.pdf", b"templates/figuren/eigen/caf\xe9"):
        path = os.path.join(odd, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("iets")
    root = Path(os.fsdecode(odd))
    (root / "templates/raadsvoorstel.html.j2").write_bytes((TEMPLATES / "raadsvoorstel.html.j2").read_bytes())
    err = told(capsys, "build", "2024-H1", "--workspace", str(root), "--format", "docx", status=(0,))
    assert "'caf\\udce9.pdf' wordt nergens genoemd" in err
    assert len(list((root / "output/2024-H1").iterdir())) == 2


def test_a_keyword_given_twice_is_told_at_its_line(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    text = chapter.read_text("utf-8") + '\nNu {{ waarde("woningen", decimalen=1, decimalen=2) }}.\n'
    chapter.write_text(text, "utf-8")
    err = told(capsys, "check", "2024-H1", "--workspace", str(klein), status=(1,))
    line = text.count("\n")
    assert f"water.md:{line}: fout: 'decimalen' staat twee keer tussen dezelfde haakjes\n" in err


# --- what the system has no more of ---------------------------------------------------------------


@pytest.mark.parametrize(
    "number", [getattr(errno, one) for one in ("ENOSPC", "EIO", "EROFS", "EFBIG", "EMFILE")]
)
def test_what_a_system_says_is_told_in_dutch(number: int) -> None:
    for error in (OSError(number, os.strerror(number), "/map/x"), OSError(number, os.strerror(number))):
        found = of_machine(error)
        assert isinstance(found, MachineError)
        judge(f"{found.message}\n    {found.hint}")
        assert not ENGLISH.search(reason(error))


def test_every_number_that_a_system_knows_has_a_reason_without_english() -> None:
    assert not [one for one in errno.errorcode if ENGLISH.search(reason(OSError(one, os.strerror(one))))]


@pytest.mark.parametrize(
    "error",
    [MemoryError(), ImportError("x.so: failed to map segment from shared object"), OSError(errno.ENOMEM, "")],
)
def test_want_of_memory_is_told_by_its_name(error: Exception) -> None:
    wrapped = ImportError("pikepdf")
    wrapped.__cause__ = error
    for one in (error, wrapped):
        assert "het geheugen is vol" in str(of_machine(one))


def test_a_fault_of_our_own_is_not_the_machines() -> None:
    for error in (KeyError("x"), ValueError("x"), ContentError([]), ImportError("x")):
        assert of_machine(error) is None


# --- processes of their own -----------------------------------------------------------------------


def run(klein: Path, *words: str, before: str = "", **variables: str) -> tuple[int, str]:
    """The status of a command and all that it says, in a shell that did this before."""
    line = f'{before} exec "{sys.executable}" -P -m rapportage {" ".join(words)}'
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=klein,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert not any(one in done.stderr for one in OURS), done.stderr
    return done.returncode, done.stderr


BUILD = "build", "2024-H1", "--document", "raadsvoorstel", "--jobs", "1"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("ulimit -f 0;", "er is geen map voor tijdelijke bestanden"),
        ("ulimit -f 2;", "een bestand mag hier niet zo groot worden"),
        ("export RAPPORTAGE_CACHE=$PWD/kast; ulimit -n 6;", "er zijn te veel bestanden tegelijk open"),
        ("ulimit -v 300000;", "dit proces mag maar 292 MB geheugen gebruiken"),
        ("mkdir weg && cd weg && rmdir ../weg;", "de map waarin u staat bestaat niet meer"),
    ],
)
def test_a_bound_of_the_system_is_told_and_nothing_is_lost(before: str, said: str, klein: Path) -> None:
    publish(klein / "output/2024-H1", {"raadsvoorstel.pdf": b"oud"})
    status, err = run(klein, *BUILD, before=before)
    assert status in (2, 3), err
    assert said in err
    judge(err)
    assert [path.read_bytes() for path in (klein / "output/2024-H1").iterdir()] == [b"oud"]


def test_wishes_for_other_programs_change_nothing(klein: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(_1970)
    odd = {"PYTHONWARNINGS": "error", "SOURCE_DATE_EPOCH": "gisteren", "LC_ALL": "C", "HOME": "/dev/null"}
    made: list[dict[str, bytes]] = []
    for variables in ({}, odd | {"PYTHONPATH": str(site), "RAPPORTAGE_CACHE": str(tmp_path / "nieuw")}):
        status, err = run(klein, *BUILD, "--output", f"uit-{len(made)}", **variables)
        assert status == 0, err
        assert "Warning" not in err
        folder = klein / f"uit-{len(made)}/2024-H1"
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert made[0] == made[1]
    assert all(one.date_time[0] == 1980 for one in zipfile.ZipFile(folder / "raadsvoorstel.docx").infolist())


_1970 = """
import time
for name, now in ("time", 5), ("time_ns", 5 * 10**9):
    setattr(time, name, lambda now=now: now)
for name in "localtime", "gmtime":
    setattr(time, name, lambda seconds=None, real=getattr(time, name): real(5 if seconds is None else seconds))
"""
"""A clock that stands still just after it began."""
