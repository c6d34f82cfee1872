"""What is built already is known at once, and nothing that a build goes by can change unnoticed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from where import WORKSPACES

import rapportage.__main__
from rapportage.build import processes, unchanged
from rapportage.build.run import build
from rapportage.build.unchanged import surroundings, told_before
from rapportage.cache import ENVIRONMENT, cache_folder
from rapportage.cli import main
from rapportage.ctrl_c import hear_as_before
from rapportage.style.fonts import house
from rapportage.workspace import Workspace, package_templates

PERIODE = "2024-H1"
BUILD = ["build", PERIODE, "--format", "docx", "--document", "raadsvoorstel"]
CHAPTER = f"content/{PERIODE}/bijlage/water.md"
MEMO = f"output/{PERIODE}/raadsvoorstel.docx"
WARNED = f"content/{PERIODE}/los.xlsx"


def run(*arguments: str) -> object:
    """Give the command the ordinary way; its exit status."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["rapportage", *(arguments or BUILD)])
        with pytest.raises(SystemExit) as left:
            main()
    hear_as_before()
    return left.value.code


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace that gives a warning, with an own template, built by code that stands elsewhere."""
    root = shutil.copytree(WORKSPACES / "klein", tmp_path_factory.mktemp("onveranderd") / "klein")
    (root / WARNED).write_bytes(b"")
    (root / "templates").mkdir()
    shutil.copy(package_templates() / "document.css", root / "templates")
    code = tmp_path_factory.mktemp("code")
    (code / "een.py").write_text("EEN = 1\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setattr(unchanged, "_PACKAGE", str(code))
        patch.setattr(processes, "cores", lambda: 1)
        assert run() == 0
        assert told_before(BUILD)
        yield root


# --- what is not known at once -----------------------------------------------------------------


def add_a_word(root: Path) -> None:
    (root / CHAPTER).write_text((root / CHAPTER).read_text("utf-8") + "\nNog een zin.\n", "utf-8")


def another_letter(path: Path) -> None:
    """Change what a file says, and neither its size nor its times that can be set."""
    was = path.stat()
    data = path.read_bytes()
    path.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert path.stat().st_size == was.st_size
    assert path.stat().st_mtime_ns == was.st_mtime_ns


def link_to_a_copy(path: Path) -> None:
    copy = path.with_name(f"{path.name}.kopie")
    path.rename(copy)
    path.symlink_to(copy)


def move_and_link(path: Path) -> None:
    path.rename(path.with_name("elders"))
    path.symlink_to(path.with_name("elders"), target_is_directory=True)


def _add(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("---\ntitel: Water\nbeantwoordt: [peil]\n---\n", "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a sentence more": add_a_word,
    "another letter, with the size and time as they were": lambda root: another_letter(root / CHAPTER),
    "a series": lambda root: another_letter(root / "content/indicatoren/wonen.yaml"),
    "the organisation": lambda root: another_letter(root / "content/organisatie.yaml"),
    "a picture": lambda root: another_letter(root / f"content/{PERIODE}/figuren/waterschap.png"),
    "an attachment": lambda root: another_letter(root / f"content/{PERIODE}/kaart.pdf"),
    "a file with another name": lambda root: (root / CHAPTER).rename(root / CHAPTER.replace("water", "weer")),
    "a file less": lambda root: (root / CHAPTER).unlink(),
    "a stray file less, of which was warned": lambda root: (root / WARNED).unlink(),
    "a file more": lambda root: (root / "content/los.csv").write_text("1;2"),
    "an empty folder": lambda root: (root / f"content/{PERIODE}/leeg").mkdir(),
    "another period": lambda root: (root / "content/2024-h2").mkdir(),
    "a chapter of an earlier period": lambda root: _add(root / "content/2023-H2/bijlage/water.md"),
    "a chapter that is a link": lambda root: link_to_a_copy(root / CHAPTER),
    "the content in another place": lambda root: move_and_link(root / "content"),
    "a pipe": lambda root: os.mkfifo(root / "content/pijp"),
    "a content folder that is nearer": lambda root: (root / "content/content").mkdir(),
    "the style": lambda root: another_letter(root / "templates/document.css"),
    "a template more": lambda root: shutil.copy(package_templates() / "bijlage.html.j2", root / "templates"),
    "a folder that was meant to be that of templates": lambda root: (root / "Template").mkdir(),
    "no templates": lambda root: shutil.rmtree(root / "templates"),
    "our own code": lambda _: another_letter(Path(unchanged._PACKAGE) / "een.py"),
    "more of our own code": lambda _: (Path(unchanged._PACKAGE) / "twee.py").write_text(""),
    "a paper less": lambda root: (root / MEMO).unlink(),
    "a paper that is no longer whole": lambda root: (root / MEMO).write_bytes(b"PK"),
    "a paper of the same size and time": lambda root: another_letter(root / MEMO),
    "a paper that is a link": lambda root: link_to_a_copy(root / MEMO),
    "a paper that nobody asked for": lambda root: (root / MEMO).with_suffix(".pdf").write_bytes(b"%PDF-"),
    "the papers in another place": lambda root: move_and_link(root / "output"),
    "a run that was ended halfway": lambda root: (root / f"output/{PERIODE}/.in-aanbouw").mkdir(),
}


@pytest.fixture
def restored(built: Path, tmp_path: Path) -> Iterator[Path]:
    """The built workspace, which stands as it was when the test is done."""
    places = built, Path(unchanged._PACKAGE)
    kept = [shutil.copytree(one, tmp_path / str(at)) for at, one in enumerate(places)]
    assert told_before(BUILD)
    yield built
    for place, copy in zip(places, kept, strict=True):
        for one in place.iterdir():
            shutil.rmtree(one) if one.is_dir() and not one.is_symlink() else one.unlink()
        shutil.copytree(copy, place, dirs_exist_ok=True)
    assert told_before(BUILD)


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_noticed_and_undone_is_none(what: str, restored: Path) -> None:
    CHANGES[what](restored)
    assert told_before(BUILD) is None


def test_what_is_as_it_was_byte_for_byte_is_no_change(restored: Path) -> None:
    for path in restored.rglob("*.*"):
        os.utime(path)
    text = (restored / CHAPTER).read_bytes()
    (restored / CHAPTER).unlink()
    (restored / CHAPTER).write_bytes(text)
    (Path(unchanged._PACKAGE) / "__pycache__").mkdir()
    assert told_before(BUILD)


def test_templates_and_fonts_that_come_along_are_looked_at_too(built: Path) -> None:
    found = surroundings(Workspace(built), [])
    assert found
    assert {str(package_templates()), str(house().faces[0].path.parent)} < set(found.trees)


def other_version(patch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "weasyprint-99.dist-info").mkdir()
    patch.syspath_prepend(folder)


ELSEWHERE: dict[str, Callable[[pytest.MonkeyPatch, Path], object]] = {
    "another version of a library": other_version,
    "another Python": lambda patch, _: patch.setattr(sys, "version", "4.0.0"),
    "another Pango": lambda patch, _: patch.setattr(unchanged, "text_libraries", lambda: "99.0"),
    "another day": lambda patch, _: patch.setattr(time, "strftime", lambda _: "2031-01-01"),
    "another folder to stand in": lambda patch, _: patch.chdir("content"),
    "another folder for what is kept": lambda patch, folder: patch.setenv(ENVIRONMENT, str(folder)),
    "more than is read again": lambda patch, _: patch.setattr(unchanged, "MOST_BYTES", 1000),
    "more files than are read again": lambda patch, _: patch.setattr(unchanged, "MOST_FILES", 3),
}


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("what", ELSEWHERE)
def test_other_surroundings_are_noticed(what: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert told_before(BUILD)
    ELSEWHERE[what](monkeypatch, tmp_path)
    assert told_before(BUILD) is None


@pytest.mark.parametrize(
    "asked",
    [
        ["build", PERIODE],
        [*BUILD, "--format", "pdf"],
        [*BUILD, "--output", "elders"],
        [*BUILD, "--timings"],
        ["build", "--all"],
    ],
)
@pytest.mark.usefixtures("built")
def test_another_command_is_not_known(asked: list[str]) -> None:
    assert told_before(asked) is None


@pytest.mark.usefixtures("built")
def test_a_record_that_is_not_whole_counts_for_nothing() -> None:
    kept = cache_folder("onveranderd")
    assert kept
    [path] = [one for one in kept.iterdir() if b"los.xlsx" in one.read_bytes()]
    whole = path.read_bytes()
    for spoilt in (
        b"",
        b"{}",
        whole[:-1],
        whole[:64] + b"[" * 100_000,
        whole.replace(b"los.xlsx", b"lot.xlsx"),
    ):
        path.write_bytes(spoilt)
        assert told_before(BUILD) is None
    path.write_bytes(whole)
    assert told_before(BUILD)


# --- what is remembered --------------------------------------------------------------------------


def during(patch: pytest.MonkeyPatch, *steps: Callable[[], object]) -> None:
    """Let this happen while content is read: the first before it, the second behind it."""
    ordinary = build

    def disturbed(*given: object, **named: object) -> object:
        steps[0]()
        made = ordinary(*given, **named)  # type: ignore[arg-type]
        for step in steps[1:]:
            step()
        return made

    patch.setattr("rapportage.build.run.build", disturbed)


def test_a_change_while_the_papers_are_made_is_not_taken_for_what_they_say(
    restored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when it is undone before they are ready: they were made of what stood there meanwhile."""
    report, asked = restored / f"content/{PERIODE}/rapportage.yaml", [*BUILD, "--jobs", "1"]
    whole = report.read_bytes()

    def put() -> None:
        report.write_bytes(b"# nog iets\n" + whole)

    def put_back() -> None:
        report.write_bytes(whole)

    during(monkeypatch, lambda: None, put)
    assert run(*asked) == 0
    assert told_before(asked) is None
    put_back()
    assert told_before(asked) is None
    during(monkeypatch, put, put_back)
    assert run(*asked) == 0
    assert told_before(asked) is None
    during(monkeypatch, (restored / "content/even").mkdir, (restored / "content/even").rmdir)
    assert run(*asked) == 0
    assert told_before(asked) is None
    during(monkeypatch, lambda: None)
    assert run(*asked) == 0
    assert told_before(asked)


def test_what_cannot_be_built_is_told_anew_each_time(restored: Path) -> None:
    (restored / CHAPTER).write_text("# Water\n\n[figuur: bestaat-niet]\n", "utf-8")
    assert run() == 1
    assert told_before(BUILD) is None


def test_a_file_that_is_named_elsewhere_in_the_workspace_is_looked_at_the_ordinary_way(
    restored: Path,
) -> None:
    asked = [*BUILD, "--jobs", "1"]
    figure = restored / f"content/{PERIODE}/figuren/waterschap"
    (restored / "foto.png").write_bytes(figure.with_suffix(".png").read_bytes())
    text = figure.with_suffix(".yaml").read_text("utf-8")
    changed = text.replace("figuren/waterschap.png", "../../foto.png")
    assert changed != text
    figure.with_suffix(".yaml").write_text(changed, "utf-8")
    assert run(*asked) == 0
    assert told_before(asked) is None


@pytest.mark.parametrize("asked", [["check", PERIODE], ["check", PERIODE, "--json"]])
def test_a_check_is_told_again_and_not_where_anything_changed_or_something_was_wrong(
    asked: list[str], restored: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(*asked) == 0
    ordinary, again = capfd.readouterr(), told_before(asked)
    assert again
    assert (
        "".join(f"{line}\n" for line in again.out),
        "".join(f"{line}\n" for line in again.err),
    ) == ordinary
    move_and_link(restored / "output")  # of what stands there it tells what a build would refuse
    assert told_before(asked) is None
    (restored / CHAPTER).write_text("# Water\n\n[figuur: bestaat-niet]\n", "utf-8")
    assert told_before(asked) is None
    assert run(*asked) == 1
    assert told_before(asked) is None


# --- what is told again ---------------------------------------------------------------------------


def told(capfd: pytest.CaptureFixture[str]) -> tuple[str, list[str]]:
    """What was told, without how the work went."""
    found = capfd.readouterr()
    progress = ("controleren", "niet veranderd", "niets veranderd sinds de vorige keer")
    return found.out, [line for line in found.err.splitlines() if not line.endswith(progress)]


@pytest.mark.usefixtures("built")
def test_files_and_warnings_are_told_as_before_with_the_same_status(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    ordinary = told(capfd)
    assert ordinary[0].splitlines() == [MEMO]
    assert any("los.xlsx" in line for line in ordinary[1])
    monkeypatch.setattr(sys, "argv", ["rapportage", *BUILD])
    monkeypatch.setattr("rapportage.cli.main", lambda: pytest.fail("the ordinary way"))
    with suppress(SystemExit):
        rapportage.__main__.main()
    assert told(capfd) == ordinary


@pytest.mark.usefixtures("built")
def test_a_shell_that_asks_what_may_come_next_is_not_answered_with_what_was_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["rapportage", *BUILD])
    monkeypatch.setenv(rapportage.__main__.COMPLETION, "complete_bash")
    monkeypatch.setattr("rapportage.cli.main", lambda: sys.exit("asked"))
    with pytest.raises(SystemExit, match="asked"):
        rapportage.__main__.main()


WATCHED = """
import sys
from rapportage.build import unchanged
from rapportage.__main__ import main
unchanged._PACKAGE = sys.argv.pop(1)
main()
heavy = {"typer", "pydantic", "yaml", "jinja2", "babel", "lxml", "weasyprint", "rich", "dataclasses", "inspect"}
print(sorted(heavy & set(sys.modules)))
"""


@pytest.mark.usefixtures("built")
def test_nothing_heavy_is_imported_to_know_that_nothing_changed() -> None:
    command = [sys.executable, "-c", WATCHED, unchanged._PACKAGE, *BUILD]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [MEMO, "[]"]
    assert done.stderr.splitlines()[0] == "er is niets veranderd sinds de vorige keer"
