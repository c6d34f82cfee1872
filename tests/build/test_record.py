"""A file is made again when something that goes into it changed, and only then; what is on disk must be what was made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from published import Published
from where import PATIENCE, WORKSPACES

from rapportage.build import record
from rapportage.build.check import check
from rapportage.build.formats import ENGINE
from rapportage.build.processes import Processes
from rapportage.build.record import paper_key
from rapportage.build.run import build
from rapportage.cache import ENVIRONMENT, cache_folder
from rapportage.periode import parse_periode
from rapportage.workspace import EVERYTHING, Wanted, Workspace, package_templates

pytestmark = pytest.mark.slow

PERIODE = parse_periode("2024-H1")
MEMO, BIJLAGE = "raadsvoorstel", "bijlage"
BOTH = {MEMO, BIJLAGE}
IN_PERIOD = "content/2024-H1"


def keys(root: Path, *, embed_fonts: bool = True) -> dict[str, str]:
    workspace = Workspace(root)
    checked = check(workspace, PERIODE)
    assert checked.style
    assert not checked.errors
    css = workspace.read(workspace.template(ENGINE.template))
    papers = checked.documents.items()
    return {
        name: paper_key(paper, checked.style, css, ENGINE.name, embed_fonts=embed_fonts)
        for name, paper in papers
    }


def stale(before: dict[str, str], after: dict[str, str]) -> set[str]:
    assert before.keys() == after.keys()
    return {name for name in after if before[name] != after[name]}


def own_template(root: Path, name: str) -> Path:
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(package_templates() / name, path)
    return path


CHANGES: dict[str, tuple[str, str, str, set[str]]] = {
    "a word in a chapter": (f"{IN_PERIOD}/bijlage/water.md", "Het peil stijgt", "Het peil daalt", {BIJLAGE}),
    "a word in the memo": (f"{IN_PERIOD}/raadsvoorstel.md", "De rapportage gaat", "Dit stuk gaat", {MEMO}),
    "a caption": (f"{IN_PERIOD}/figuren/dijk.yaml", "De dijk", "Een dijk", {BIJLAGE}),
    "an alternative text": (
        f"{IN_PERIOD}/figuren/dijk.yaml",
        "aan weerszijden",
        "links en rechts",
        {BIJLAGE},
    ),
    "a drawing": (f"{IN_PERIOD}/figuren/dijk.svg", "#4f7f52", "#0b4a6f", {BIJLAGE}),
    "a heading of a table": (f"{IN_PERIOD}/tabellen/tabel-wonen.yaml", "Deze periode", "Nu", {BIJLAGE}),
    "a figure in a series": ("content/indicatoren/wonen.yaml", "waarde: 1180", "waarde: 1181", BOTH),
    "the municipality's name": ("content/organisatie.yaml", "Voorbeeldstad", "Proefstad", BOTH),
    "the footer": (f"{IN_PERIOD}/rapportage.yaml", "Regio Voorbeeld juni 2024", "Regio juni 2024", BOTH),
    "the title of a part": (f"{IN_PERIOD}/rapportage.yaml", "titel: Naslag", "titel: Bijlagen", {BIJLAGE}),
    "the day of the council": (f"{IN_PERIOD}/rapportage.yaml", "2024-09-16", "2024-09-17", {MEMO}),
    "a remark that no one reads": (f"{IN_PERIOD}/rapportage.yaml", "titel:", "# los\ntitel:", set()),
    "lines below each other": (f"{IN_PERIOD}/bijlage/water.md", "Twee plaatjes", "\n\nTwee plaatjes", set()),
    "a term that the papers do not explain": (
        "content/begrippen.yaml",
        "het plan van het Rijk voor de leefomgeving",
        "een plan van het Rijk",
        set(),
    ),
}


def make_change(root: Path, what: str) -> None:
    name, old, new, _ = CHANGES[what]
    path = root / name
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), "utf-8")


@given(st.sets(st.sampled_from(sorted(CHANGES)), min_size=2))
@settings(
    max_examples=5,  # what each change does by itself is told below
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_several_changes_make_stale_what_each_of_them_does(
    tmp_path_factory: pytest.TempPathFactory, chosen: set[str]
) -> None:
    root = shutil.copytree(WORKSPACES / "klein", tmp_path_factory.mktemp("samen") / "klein")
    before = keys(root)
    for what in chosen:
        make_change(root, what)
    assert stale(before, keys(root)) == set().union(*(CHANGES[what][3] for what in chosen))


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_makes_exactly_the_papers_stale_that_it_goes_into(what: str, klein: Path) -> None:
    before = keys(klein)
    make_change(klein, what)
    assert stale(before, keys(klein)) == CHANGES[what][3]


STYLES: dict[str, tuple[str, str, str, set[str]]] = {
    "a colour": ("huisstijl.tokens.json", "#0b4a6f", "#0b4a70", BOTH),
    "a rule of the style": ("document.css", "widows: 2", "widows: 3", BOTH),
    "the memo's template": ("raadsvoorstel.html.j2", ">Bijlagen<", ">Erbij<", {MEMO}),
    "a remark in a template": ("bijlage.html.j2", "{#", "{# iets", set()),
}


@pytest.mark.parametrize("what", STYLES)
def test_a_change_of_style_makes_exactly_the_papers_stale_that_it_goes_into(what: str, klein: Path) -> None:
    name, old, new, expected = STYLES[what]
    path = own_template(klein, name)
    before = keys(klein)
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), "utf-8")
    assert stale(before, keys(klein)) == expected


def test_fonts_that_go_along_and_other_code_or_libraries_make_all_stale(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keys(klein)
    assert stale(before, keys(klein, embed_fonts=False)) == BOTH
    monkeypatch.setattr(record, "made_with", lambda: {"own": "other"})
    assert stale(before, keys(klein)) == BOTH


def test_what_looks_newer_than_the_record_is_content_or_a_template_that_changed_since(klein: Path) -> None:
    workspace = Workspace(klein)
    folder = EVERYTHING.folder(workspace, PERIODE)

    def later(path: Path) -> bool:
        """Whether it looks newer when this file changed a minute from now, and only then."""
        found = record.something_newer(folder, workspace)
        now = path.stat().st_mtime
        os.utime(path, (time.time() + 60, time.time() + 60))
        after = record.something_newer(folder, workspace)
        os.utime(path, (now, now))
        return after and not found

    assert record.something_newer(folder, workspace)
    template = own_template(klein, "document.css")
    build(workspace, PERIODE, Wanted(("docx",), (MEMO,)))
    assert later(klein / IN_PERIOD / "bijlage/water.md")
    assert later(template)
    assert not later(klein / "output/2024-H1/raadsvoorstel.docx")


# --- building ----------------------------------------------------------------------------------


def built(root: Path) -> set[str]:
    """Build; the papers of which a file was written."""
    folder = root / "output" / "2024-H1"
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.*")}
    heard: list[str] = []
    files = build(Workspace(root), PERIODE, processes=Processes(progress=heard.append)).files
    assert sorted(path.name for path in files) == sorted(
        f"{name}.{kind}" for name in BOTH for kind in ("docx", "pdf")
    )
    written = {path.stem for path in files if path.stat().st_mtime_ns != before.get(path.name)}
    assert {name for name in BOTH if f"{name} is niet veranderd" in heard} == BOTH - written
    return written


def remove(path: Path) -> None:
    path.unlink()


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


def test_what_has_not_changed_is_not_made_again_and_what_was_touched_is(klein: Path) -> None:
    output = klein / "output" / "2024-H1"
    assert built(klein) == BOTH
    whole = {path.name: path.read_bytes() for path in output.iterdir()}
    assert built(klein) == set()
    touches: list[tuple[Callable[[Path], None], str]] = [
        (remove, f"{MEMO}.pdf"),
        (damage, f"{MEMO}.docx"),
        (edit, f"{MEMO}.pdf"),
    ]
    for touch, name in touches:
        touch(output / name)
        assert built(klein) == {MEMO}
        assert {path.name: path.read_bytes() for path in output.iterdir()} == whole


def test_a_run_that_was_killed_while_it_replaced_files_leaves_nothing_to_skip(klein: Path) -> None:
    output = klein / "output" / "2024-H1"
    built(klein)
    whole = {path.name: path.read_bytes() for path in output.iterdir()}
    staging = output / ".in-aanbouw"
    staging.mkdir()
    (staging / f"{MEMO}.pdf").write_bytes(b"of another content")
    (staging / ".gereed").write_bytes(b"")
    assert built(klein) == BOTH
    assert {path.name: path.read_bytes() for path in output.iterdir()} == whole


@pytest.mark.parametrize(
    "nonsense", [b"", b"{", b"[]", b'{"bijlage.pdf": 3}', b'{"bijlage.pdf": ["a"]}', b"\xff"]
)
def test_a_record_that_cannot_be_read_counts_for_nothing(
    nonsense: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "cache"))
    found = record.BuildRecord.of(tmp_path)
    found.note({"bijlage.pdf": b"stuk"}, {"bijlage.pdf": "key"})
    (tmp_path / "bijlage.pdf").write_bytes(b"stuk")
    assert record.BuildRecord.of(tmp_path).holds(["bijlage.pdf"], "key")
    kept = cache_folder("gebouwd")
    assert kept
    for path in kept.iterdir():
        path.write_bytes(nonsense)
    assert not record.BuildRecord.of(tmp_path).holds(["bijlage.pdf"], "key")


def test_what_was_built_longest_ago_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "cache"))
    monkeypatch.setattr(record, "MOST_FOLDERS", 2)
    for number in range(4):
        record.BuildRecord.of(tmp_path / str(number)).note({"a.pdf": b""}, {"a.pdf": "key"})
    kept = cache_folder("gebouwd")
    assert kept
    assert len(list(kept.iterdir())) == 2


@pytest.mark.slow
def test_two_builds_at_once_do_not_disturb_each_other(
    klein: Path, tmp_path: Path, published: Published
) -> None:
    memo = ["build", "2024-H1", "--document", MEMO]
    command = [sys.executable, "-m", "rapportage", *memo, "--jobs"]
    environment = os.environ | {ENVIRONMENT: str(tmp_path / "cache")}
    runs = [
        subprocess.Popen(
            [*command, jobs], cwd=klein, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for jobs in ("1", "2")
    ]
    for run in runs:
        run.communicate(timeout=PATIENCE)
    assert [run.returncode for run in runs] == [0, 0]
    found = {path.name: path.read_bytes() for path in (klein / "output" / "2024-H1").iterdir()}
    whole = published(WORKSPACES / "klein", "2024-H1")
    assert found == {path.name: path.read_bytes() for path in whole if path.stem == MEMO}
