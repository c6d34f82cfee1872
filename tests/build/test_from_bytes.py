"""Content that goes in as bytes gives the bytes of an ordinary build, wherever that is done."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from rapportage.build import from_bytes
from rapportage.build.from_bytes import build_from_bytes, content_of
from rapportage.build.run import build, make_all_alone
from rapportage.errors import ContentError, UsageError
from rapportage.periode import parse_periode
from rapportage.workspace import Wanted, Workspace, package_templates

PERIODE = parse_periode("2024-H1")
QUICK = ("pdf",), ("raadsvoorstel",), "typst"


def ordinary(workspace: Path, output: Path) -> dict[str, bytes]:
    files = build(Workspace(workspace), PERIODE, Wanted(output=output, engine="typst")).files
    return {file.name: file.read_bytes() for file in files}


def elsewhere(folder: str, content: dict[str, bytes]) -> tuple[dict[str, bytes], list[str]]:
    """The papers as another process makes them, in a folder with nothing in it; and what is left there."""
    os.chdir(folder)
    tempfile.tempdir = folder
    papers = build_from_bytes(content, engine="typst")[PERIODE]
    return dict(papers.files), os.listdir(folder)


@pytest.mark.slow
def test_another_process_with_a_folder_of_its_own_gives_the_bytes_of_an_ordinary_build(
    klein: Path, tmp_path: Path
) -> None:
    own = (package_templates() / "huisstijl.tokens.json").read_text("utf-8")
    (klein / "templates").mkdir()
    (klein / "templates/huisstijl.tokens.json").write_text(own.replace("#0b4a6f", "#0b4a7f"), "utf-8")
    content = content_of(Workspace(klein))
    expected = ordinary(klein, tmp_path / "gewoon")
    shutil.rmtree(klein)
    folder = tmp_path / "elders"
    folder.mkdir()
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        files, left = pool.submit(elsewhere, str(folder), content).result()
    assert len(files) == 4
    assert files == expected
    assert left == []


def test_another_thread_of_the_process_cannot_build_meanwhile(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_beside: list[bool] = []

    def make(*given: Any) -> Any:
        begun_beside.append(from_bytes._one_at_a_time.acquire(blocking=False))
        return make_all_alone(*given)

    monkeypatch.setattr(from_bytes, "make_all_alone", make)
    assert build_from_bytes(content_of(Workspace(klein)), *QUICK)[PERIODE].files
    assert begun_beside == [False]


def test_a_period_with_a_mistake_or_without_files_keeps_no_other_from_being_built(klein: Path) -> None:
    (klein / "content/2024-H2").mkdir()
    content = content_of(Workspace(klein))
    assert content["content/2024-H2/"] == b""
    built = build_from_bytes(content, *QUICK)
    assert [str(one) for one in built] == ["2024-H1", "2024-H2"]
    sound, broken = built.values()
    assert (list(sound.files), sound.error) == (["raadsvoorstel.pdf"], None)
    assert isinstance(broken.error, ContentError)
    assert [(one.at.file, one.message) for one in broken.problems] == [
        ("content/2024-H2/raadsvoorstel.md", "dit bestand ontbreekt"),
        ("content/2024-H2/rapportage.yaml", "dit bestand ontbreekt"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        *("content/../x", "/content/x", "content//x", "elders/x", "content", "content/.. /x", "../content/x"),
        *("content\\x", "content/c:x", "content/x\0", "", "content/\ud800"),
    ],
)
def test_a_path_that_leads_elsewhere_is_refused_and_nothing_is_written(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_bytes, "TemporaryDirectory", None)
    with pytest.raises(UsageError, match="is geen pad in 'content' of 'templates'") as told:
        build_from_bytes({path: b""})
    assert told.value.hint == "geef paden zoals content/2024-H1/rapportage.yaml"


def test_more_than_two_machines_should_hold_is_refused_on_both(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = content_of(Workspace(klein))
    total = sum(map(len, content.values()))
    for bound, most in (("MAX_CARRIED_BYTES", total), ("MAX_CARRIED_FILES", len(content))):
        with monkeypatch.context() as patch:
            patch.setattr(from_bytes, bound, most)
            assert content_of(Workspace(klein)) == content
            patch.setattr(from_bytes, bound, most - 1)
            for refused in (lambda: content_of(Workspace(klein)), lambda: build_from_bytes(content)):
                with pytest.raises(UsageError, match="zijn samen meer dan"):
                    refused()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.symlink_to("/"), "'content/los' is een verwijzing, en die gaat niet mee"),
        (
            lambda path: path.symlink_to(path.parent / "organisatie.yaml"),
            "'content/los' is een verwijzing, en die gaat niet mee",
        ),
        (lambda path: os.mkfifo(path), "'content/los' is geen gewoon bestand"),
    ],
    ids=["folder", "file", "pipe"],
)
def test_a_link_or_a_pipe_is_told_and_not_left_out(
    make: Callable[[Path], None], told: str, klein: Path
) -> None:
    make(klein / "content/los")
    with pytest.raises(UsageError) as error:
        content_of(Workspace(klein))
    assert error.value.message == told


def test_a_name_that_stands_for_a_file_and_a_folder_is_told() -> None:
    with pytest.raises(UsageError, match=r"'content/a/b' is niet neer te zetten"):
        build_from_bytes({"content/a": b"", "content/a/b": b""})


def test_content_without_a_period_is_told() -> None:
    for content in ({}, {"content/organisatie.yaml": b""}):
        with pytest.raises(UsageError, match="in content/ staat nog geen periode"):
            build_from_bytes(content)
