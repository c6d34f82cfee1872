"""Many workspaces are built beside each other, and what befalls one keeps no other from being built."""

from __future__ import annotations

import shutil
import signal
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any

import pytest
from where import WORKSPACES

from rapportage.build.many import Built, build_many
from rapportage.build.processes import Processes, ProcessLost, Work, Worker
from rapportage.build.run import build
from rapportage.cli import main
from rapportage.errors import ContentError
from rapportage.periode import Periode, parse_periode
from rapportage.workspace import Wanted, Workspace, workspaces_in

QUICK = Wanted(("docx",), ("raadsvoorstel",), engine="typst")
ASKED = ("--format", "docx", "--document", "raadsvoorstel", "--engine", "typst")
PAPER = "output/2024-H1/raadsvoorstel.docx"
ELSEWHERE = "rapportage: in '{0}' staat geen map met een map 'content' erin\n    "


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with two sound workspaces and, between them, one with a mistake."""
    folder = tmp_path / "werkmappen"
    for name in ("aa", "bb", "cc"):
        shutil.copytree(WORKSPACES / "klein", folder / name)
    (folder / "bb/content/2024-H1/rapportage.yaml").write_text("titel: [\n", "utf-8")
    return folder


def built_of(folder: Path, jobs: int = 1, wanted: Wanted = QUICK) -> dict[str, Built]:
    with Processes(jobs) as processes:
        return {one.name: one for one in build_many(workspaces_in(folder)[0], wanted, processes)}


def ordinary(tmp_path: Path) -> bytes:
    """The paper as an ordinary build of the same content has it."""
    wanted = Wanted(QUICK.formats, QUICK.documents, tmp_path / "gewoon", QUICK.engine)
    (file,) = build(Workspace(WORKSPACES / "klein"), parse_periode("2024-H1"), wanted).files
    return file.read_bytes()


def test_each_workspace_gets_a_line_and_each_mistake_the_name_of_its_workspace(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (many / "leeg").mkdir()
    shutil.copytree(many / "bb", many / "_opzij")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        main(["build", "--all", "--workspaces", "werkmappen", *ASKED])
    said = capfd.readouterr()
    assert said.out == "aa: 2024-H1 gebouwd\nbb: 2024-H1 niet gebouwd\ncc: 2024-H1 gebouwd\n"
    assert said.err == (
        "bb/content/2024-H1/rapportage.yaml:2:1: fout: een lijst of blok tussen haken wordt niet gesloten\n"
        "    controleer de haken; zet een tekst met een komma, ? of : tussen aanhalingstekens\n"
        "1 fout.\n"
        "2 van 3 werkmappen gebouwd.\n"
        "Overgeslagen, want zonder map 'content': leeg.\n"
        "Niet of niet helemaal gebouwd: bb. Herstel de fouten en probeer het opnieuw.\n"
    )
    assert end.value.code == 1
    assert [(many / name / PAPER).exists() for name in ("aa", "bb", "cc", "_opzij")] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.slow
def test_many_have_the_bytes_of_an_ordinary_build_however_the_work_is_divided(
    many: Path, tmp_path: Path
) -> None:
    for jobs in (1, 2):
        built = built_of(many, jobs, Wanted(QUICK.formats, QUICK.documents, tmp_path / str(jobs), "typst"))
        assert {name: bool(one.outcomes[0].files) for name, one in built.items()} == {
            "aa": True,
            "bb": False,
            "cc": True,
        }
        assert isinstance(built["bb"].outcomes[0].error, ContentError)
        papers = [tmp_path / f"{jobs}/{name}/2024-H1/raadsvoorstel.docx" for name in ("aa", "cc")]
        assert [paper.read_bytes() for paper in papers] == [ordinary(tmp_path)] * 2


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_a_worker_that_is_killed_halfway_loses_nothing(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = Worker.do, []

    def do(worker: Worker, name: str, *given: Any, **named: Any) -> Work[Any]:
        work = real(worker, name, *given, **named)
        asked.append(name)
        if len(asked) == 1:
            worker.kill()  # while it is still being started
        return work

    monkeypatch.setattr(Worker, "do", do)
    built = built_of(many, 2)
    assert {name: one.error for name, one in built.items()} == {"aa": None, "bb": None, "cc": None}
    assert [(many / name / PAPER).read_bytes() for name in ("aa", "cc")] == [ordinary(tmp_path)] * 2
    assert {one: asked.count(one) for one in ("aa", "bb", "cc")} == {"aa": 2, "bb": 1, "cc": 1}


def test_a_workspace_that_ends_its_process_each_time_is_told_and_the_others_are_built(
    many: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real = Worker.do

    def do(worker: Worker, name: str, *given: Any, **named: Any) -> Work[Any]:
        if name != "aa":
            return real(worker, name, *given, **named)
        lost: Work[Any] = Work(name, Future())
        lost.future.set_exception(BrokenExecutor())
        return lost

    monkeypatch.setattr(Worker, "do", do)
    built = built_of(many)
    assert isinstance(built["aa"].error, ProcessLost)
    assert (many / "cc" / PAPER).exists()
    with pytest.raises(SystemExit) as end:
        main(["build", "--all", "--workspaces", str(many), *ASKED])
    said = capfd.readouterr()
    assert (
        "rapportage: aa: 'aa' is halverwege gestopt, waarschijnlijk omdat het geheugen vol was\n" in said.err
    )
    assert "aa: niet gebouwd\n" in said.out
    assert end.value.code == 3


def test_what_is_wrong_with_a_place_or_with_us_keeps_no_other_workspace_from_being_built(
    many: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (many / "aa/output").write_text("geen map", "utf-8")
    shutil.rmtree(many / "bb/content/2024-H1")
    shutil.copytree(many / "cc", many / "dd")
    (many / "dd/content/2024-H1").rename(many / "dd/content/2024-H2")

    def fall(workspace: Workspace, periode: Periode, *given: Any, **named: Any) -> Any:
        if workspace.root.name == "dd":
            raise RuntimeError("iets")
        return real(workspace, periode, *given, **named)

    from rapportage.build import run

    real = run.make
    monkeypatch.setattr(run, "make", fall)
    with pytest.raises(SystemExit) as end:
        main(["build", "--all", "--workspaces", str(many), *ASKED])
    said = capfd.readouterr()
    assert said.out.splitlines() == [
        "aa: 2024-H1 niet gebouwd",
        "bb: niet gebouwd",
        "cc: 2024-H1 gebouwd",
        "dd: niet gebouwd",
    ]
    assert [line for line in said.err.splitlines() if line.startswith("rapportage")] == [
        "rapportage: aa, 2024-H1: 'output' is een bestand, en hier hoort een map te staan",
        "rapportage: bb: in content/ staat nog geen periode",
        "rapportage gaat hier zelf de fout in bij dd: RuntimeError: iets",
    ]
    assert end.value.code == 3


def test_a_paper_that_only_some_have_is_told_and_one_that_none_has_is_misuse(
    many: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(many / "bb")
    asked = ["build", "--all", "--workspaces", str(many), "--document", "raadsbesluit", "--format", "docx"]
    with pytest.raises(SystemExit) as end:
        main(asked)
    said = capfd.readouterr()
    assert said.out == "aa: 2024-H1 heeft geen raadsbesluit\ncc: 2024-H1 heeft geen raadsbesluit\n"
    assert said.err == "rapportage: geen enkele werkmap heeft een raadsbesluit\n"
    assert end.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            "--workspaces .",
            "rapportage: --workspaces bouwt alle perioden van alle werkmappen, en gaat alleen samen met --all\n"
            '    geef de opdracht zonder periode: rapportage build --all --workspaces "."\n',
        ),
        (
            "--all --workspaces . --workspace aa",
            "rapportage: --workspace en --workspaces gaan niet samen\n    laat een van beide weg\n",
        ),
        (
            "--all --workspaces aa",
            ELSEWHERE.format("aa") + 'dit is zelf een werkmap: bouw haar met --all --workspace "aa"\n',
        ),
        (
            "--all --workspaces aa/content",
            ELSEWHERE.format("aa/content")
            + "kies de map waarin de werkmappen staan, elk met een eigen 'content'\n",
        ),
        (
            "--all --workspaces weg",
            "rapportage: de map 'weg' bestaat niet\n    kies de map waarin de werkmappen staan\n",
        ),
        (
            "2024-H1 --all --workspaces .",
            "rapportage: '2024-H1' en --all gaan niet samen\n    laat een van beide weg\n",
        ),
    ],
)
def test_what_does_not_go_with_workspaces_is_told_with_a_way_out(
    arguments: str, told: str, many: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(many)
    with pytest.raises(SystemExit) as end:
        main(["build", *arguments.split()])
    assert (capfd.readouterr().err, end.value.code) == (told, 2)
