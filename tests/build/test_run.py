"""The build as a whole: the same bytes every time, whole files whatever happens, no network."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from published import Published
from where import PATIENCE, ROOT, TEMPLATES, WORKSPACES

from rapportage.cache import ENVIRONMENT

FILES = ["bijlage.docx", "bijlage.pdf", "raadsvoorstel.docx", "raadsvoorstel.pdf"]
RUN = "from rapportage.cli import main; main()"

SEALED = """
import os, sys, sysconfig, tempfile

def guard(event, arguments):
    if event.startswith(("subprocess.", "os.system", "os.exec", "os.posix_spawn")):
        raise FileNotFoundError("the machine has no commands")  # libraries ask the system where things are
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.")):
        raise RuntimeError(f"the build reached out: {event} {arguments}")
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path, writes = os.path.realpath(os.fsdecode(arguments[0])), arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if not path.startswith(WRITTEN if writes else READ):
            raise RuntimeError(f"the build opened {path}")

CACHE = os.path.realpath(os.environ["RAPPORTAGE_CACHE"])
WRITTEN = (
    *map(os.path.realpath, (os.path.join(os.getcwd(), "output"), tempfile.mkdtemp(), os.devnull)), CACHE
)
tempfile.tempdir = os.environ["MPLCONFIGDIR"] = WRITTEN[1]
READ = (
    *map(os.path.realpath, (os.getcwd(), tempfile.tempdir, sys.prefix, sys.base_prefix, PACKAGE)),
    CACHE, "/usr/", "/lib", "/etc/", "/proc/", "/sys/", "/dev/",
)
sys.dont_write_bytecode, sys.pycache_prefix = True, None
sys.addaudithook(guard)
from rapportage.cli import main
main()
""".replace("PACKAGE", repr(str(ROOT / "src")) + ", " + repr(str(TEMPLATES)))


def run(
    folder: Path, *arguments: str, code: str = RUN, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def hashes(folder: Path, periode: str = "2024-H1") -> dict[str, str]:
    """The finished files of the period with what is in them."""
    return hashed((folder / "output" / periode).glob("[!.]*"))


def hashed(files: Iterable[Path]) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(files)}


def change(folder: Path) -> None:
    """Give the memo other words, so that all its files must change."""
    memo = folder / "content" / "2024-H1" / "raadsvoorstel.md"
    words = memo.read_text("utf-8")
    assert "De rapportage gaat" in words
    memo.write_text(words.replace("De rapportage gaat", "Dit stuk gaat"), "utf-8")


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The real content, built with nothing kept, in surroundings of its own and under the seal.

    In one process, since the seal of this one does not hold another.
    """
    folder = tmp_path_factory.mktemp("gebouwd")
    shutil.copytree(ROOT / "content", folder / "gemeente/content")
    around = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    around |= {ENVIRONMENT: str(folder / "cache"), "TMPDIR": str(folder)}
    result = run(folder / "gemeente", "build", "2021-H2", "--jobs", "1", code=SEALED, **around)
    return folder / "gemeente", result


@pytest.mark.slow
def test_a_build_prints_its_four_files_and_leaves_nothing_else(
    built: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    workspace, result = built
    assert result.returncode == 0, result.stderr
    assert sorted(result.stdout.split()) == [f"output/2021-H2/{name}" for name in FILES]
    assert sorted(path.name for path in (workspace / "output" / "2021-H2").iterdir()) == FILES


@pytest.mark.slow
def test_other_processes_write_the_same_bytes(
    built: tuple[Path, subprocess.CompletedProcess[str]], published: Published
) -> None:
    """What is published for the tests is built in two processes, with other settings and figures kept before."""
    workspace, _ = built
    assert hashes(workspace, "2021-H2") == hashed(published(ROOT, "2021-H2"))


@pytest.mark.slow
def test_one_format_or_document_alone_has_the_same_bytes(klein: Path, published: Published) -> None:
    whole = hashed(published(WORKSPACES / "klein", "2024-H1"))
    run(klein, "build", "2024-H1", "--format", "docx", "--document", "bijlage")
    assert hashes(klein) == {"bijlage.docx": whole["bijlage.docx"]}


@pytest.mark.slow
def test_a_build_reaches_no_network_and_no_file_but_its_own(
    built: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """What the seal refuses ends the build."""
    assert built[1].returncode == 0, built[1].stderr


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("import socket; socket.socket()", "the build reached out: socket.__new__"),
        ("open('../geheim.txt')", "the build opened"),
        ("open('content/nieuw.yaml', 'w')", "the build opened"),
    ],
)
def test_the_seal_of_the_test_above_holds(act: str, told: str, klein: Path) -> None:
    (klein.parent / "geheim.txt").write_text("buiten de werkmap")
    assert told in run(klein, code=SEALED.replace("main()", act), TMPDIR=str(klein.parent)).stderr


@pytest.mark.slow
def test_a_home_that_cannot_be_written_makes_no_difference(klein: Path) -> None:
    nowhere = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR"), "/dev/null/x")
    result = run(klein, "check", "2024-H1", **nowhere)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.slow
def test_a_killed_build_leaves_the_earlier_files_whole(klein: Path) -> None:
    memo = ("build", "2024-H1", "--document", "raadsvoorstel")
    assert run(klein, *memo).returncode == 0
    before = hashes(klein)
    change(klein)
    left = []
    for step in ("2024-H1 controleren", "raadsvoorstel maken", "bestanden op hun plaats zetten"):
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, *memo],
            cwd=klein,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr
        assert step in (line.rstrip() for line in process.stderr)  # reads no further than that line
        process.kill()
        process.communicate()
        left.append(hashes(klein))
    assert run(klein, *memo).returncode == 0
    after = hashes(klein)
    for found in left:
        assert sorted(found) == FILES[2:]
        assert all(found[name] in (before[name], after[name]) for name in found)
    assert all(after[name] != before[name] for name in FILES[2:])


@pytest.mark.slow
def test_broken_content_leaves_the_earlier_files_whole(klein: Path, published: Published) -> None:
    (klein / "output/2024-H1").mkdir(parents=True)
    for file in published(WORKSPACES / "klein", "2024-H1"):
        shutil.copy(file, klein / "output/2024-H1")
    before = hashes(klein)
    assert sorted(before) == FILES
    (klein / "content" / "2024-H1" / "raadsvoorstel.md").write_text("## Kernbodschap\n", "utf-8")
    result = run(klein, "build", "2024-H1")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert hashes(klein) == before
