"""The build as a whole: the same bytes every time, whole files whatever happens, no network."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = ["bijlage.docx", "bijlage.pdf", "raadsvoorstel.docx", "raadsvoorstel.pdf"]
RUN = "from rapportage.cli import main; main()"

SEALED = """
import sys

def guard(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "subprocess.", "os.system")):
        raise PermissionError(f"the build reached out: {event} {arguments}")
    if event == "open" and isinstance(arguments[0], str) and "GEHEIM" in arguments[0]:
        raise PermissionError(f"the build read {arguments[0]}")

sys.addaudithook(guard)
from rapportage.cli import main
main()
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the real content in a folder of its own."""
    folder = tmp_path / "gemeente"
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


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
        timeout=120,
    )


def hashes(folder: Path) -> dict[str, str]:
    """The finished files of 2021-H2 with what is in them."""
    files = sorted((folder / "output" / "2021-H2").glob("[!.]*"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def change(folder: Path) -> None:
    """Give the memo other words, so that all its files must change."""
    memo = folder / "content" / "2021-H2" / "raadsvoorstel.md"
    memo.write_text(memo.read_text("utf-8").replace("Dit voorstel", "Deze memo"), "utf-8")


def test_a_build_prints_its_four_files_and_leaves_nothing_else(workspace: Path) -> None:
    result = run(workspace, "build", "2021-H2")
    assert result.returncode == 0, result.stderr
    assert sorted(result.stdout.split()) == [f"output/2021-H2/{name}" for name in FILES]
    assert sorted(path.name for path in (workspace / "output" / "2021-H2").iterdir()) == FILES


def test_two_processes_write_the_same_bytes(workspace: Path) -> None:
    assert run(workspace, "build", "2021-H2", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C").returncode == 0
    first = hashes(workspace)
    shutil.rmtree(workspace / "output")
    other = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"}
    assert run(workspace, "build", "2021-H2", **other).returncode == 0
    assert sorted(first) == FILES
    assert hashes(workspace) == first


def test_one_format_or_document_alone_has_the_same_bytes(workspace: Path) -> None:
    run(workspace, "build", "2021-H2")
    whole = hashes(workspace)
    shutil.rmtree(workspace / "output")
    run(workspace, "build", "2021-H2", "--format", "docx", "--document", "bijlage")
    assert hashes(workspace) == {"bijlage.docx": whole["bijlage.docx"]}


def test_a_build_with_sockets_forbidden_succeeds(workspace: Path) -> None:
    (workspace.parent / "GEHEIM.txt").write_text("buiten de werkmap")
    result = run(workspace, "build", "2021-H2", code=SEALED)
    assert result.returncode == 0, result.stderr
    assert sorted(hashes(workspace)) == FILES


def test_the_seal_of_the_test_above_holds(workspace: Path) -> None:
    reach_out = SEALED.replace("main()", "import socket; socket.socket()")
    assert "the build reached out: socket.__new__" in run(workspace, code=reach_out).stderr


def test_a_killed_build_leaves_the_earlier_files_whole(workspace: Path) -> None:
    assert run(workspace, "build", "2021-H2").returncode == 0
    before = hashes(workspace)
    change(workspace)
    left = []
    for wait in (0.2, 0.5, 0.8, 1.1, 1.4):
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, "build", "2021-H2"],
            cwd=workspace,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(wait)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()
            left.append(hashes(workspace))
    assert left
    assert run(workspace, "build", "2021-H2").returncode == 0
    after = hashes(workspace)
    assert {name for name in FILES if after[name] != before[name]} == {
        "raadsvoorstel.docx",
        "raadsvoorstel.pdf",
    }


def test_broken_content_leaves_the_earlier_files_whole(workspace: Path) -> None:
    run(workspace, "build", "2021-H2")
    before = hashes(workspace)
    (workspace / "content" / "2021-H2" / "raadsvoorstel.md").write_text("## Kernbodschap\n", "utf-8")
    result = run(workspace, "build", "2021-H2")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert hashes(workspace) == before
