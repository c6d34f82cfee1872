"""The pipeline files do what they say: each step is run as it stands, with stand-ins for what comes from elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from where import PATIENCE, ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import same_bytes

pytestmark = pytest.mark.slow

GITLAB, GITHUB = ROOT / "docs/straat/gitlab-ci.yml", ROOT / "docs/straat/github.yml"
SYSTEMS = ROOT / ".github/workflows/systems.yml"


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def steps(path: Path) -> list[str]:
    """The commands of building and of judging, in their order."""
    if path == GITLAB:
        jobs = read(path)
        return ["\n".join(jobs[name]["script"]) for name in ("stukken", "normen")]
    return [step["run"] for step in read(path)["jobs"]["stukken"]["steps"] if "run" in step]


def left(path: Path) -> list[str]:
    """Which files are left for who fetches them, as forms of paths."""
    if path == GITLAB:
        return [str(one) for one in read(path)["stukken"]["artifacts"]["paths"]]
    upload = read(path)["jobs"]["stukken"]["steps"][-1]
    assert upload["uses"].startswith("actions/upload-artifact@")
    return str(upload["with"]["path"]).splitlines()


def run(script: str, folder: Path, programs: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A step in the plainest shell that a pipeline may have, which stops at what fails."""
    path = f"{programs}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    more = {"PERIODE": "2024-H1", "BUNDEL": "rapportage-linux.zip", "PATH": path}
    shell = ["sh", "-e", "-c", script]
    return subprocess.run(
        shell,
        cwd=folder,
        env=os.environ | more,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def program(folder: Path, name: str, script: str) -> Path:
    """A folder with a stand-in for a program."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)
    return folder


SECRET = """openbaarheid:
  artikel: 87
  grondslag: Woo, artikel 5.1 lid 2 onder b
  opgelegd-door: het college
  op-te-heffen-door: de raad
  datum: 2024-07-09
"""


@pytest.mark.parametrize("path", [GITLAB, GITHUB], ids=lambda path: path.stem)
@pytest.mark.parametrize("written", ["  niveau: geheim\n", '  "niveau" :\n    geheim\n'])
def test_a_secret_paper_is_refused_before_anything_is_built(path: Path, written: str, klein: Path) -> None:
    with_bundle(klein)
    report = klein / "content/2024-H1/rapportage.yaml"
    report.write_text(
        report.read_text("utf-8").replace("openbaarheid: openbaar\n", SECRET + written), "utf-8"
    )
    found = run(steps(path)[0], klein)
    assert found.returncode == 2
    assert "2024-H1 is geheim, en hier mag alleen wat openbaar is" in found.stderr
    assert not (klein / "output").exists()


def with_bundle(klein: Path) -> None:
    """A bundle whose installer makes a command of the program that is tested."""
    with zipfile.ZipFile(klein / "rapportage-linux.zip", "w") as packed:
        start = f'exec {sys.executable} -P -m rapportage "$@"'
        script = (
            f'mkdir -p "$1"\nprintf \'#!/bin/sh\\n{start}\\n\' > "$1/rapportage"\nchmod +x "$1/rapportage"\n'
        )
        packed.writestr("rapportage-0-linux/installeer.sh", script)


@pytest.mark.parametrize("path", [GITLAB, GITHUB], ids=lambda path: path.stem)
def test_a_period_is_built_from_the_bundle_and_four_files_are_left(path: Path, klein: Path) -> None:
    with_bundle(klein)
    built = run(steps(path)[0], klein)
    assert built.returncode == 0, built.stderr
    found = [
        one.relative_to(klein / "output").as_posix()
        for form in left(path)
        for one in klein.glob(form.replace("$PERIODE", "2024-H1").replace("${{ inputs.periode }}", "2024-H1"))
    ]
    assert sorted(found) == [
        f"2024-H1/{name}.{format}" for name in ("bijlage", "raadsvoorstel") for format in ("docx", "pdf")
    ]
    (klein / "content/2024-H1/bijlage/wonen.md").write_text(
        "---\ntitel: Wonen\n---\nZie [@niets].\n", "utf-8"
    )
    assert run(steps(path)[0], klein).returncode == 1


@pytest.mark.parametrize("path", [GITLAB, GITHUB], ids=lambda path: path.stem)
@pytest.mark.parametrize(("verdict", "status"), [("PASS {}", 0), ("FAIL {}", 1)])
def test_a_file_that_breaks_a_norm_stops_the_pipeline(
    path: Path, verdict: str, status: int, tmp_path: Path
) -> None:
    papers = tmp_path / "output/2024-H1"
    papers.mkdir(parents=True)
    for name in ("bijlage", "raadsvoorstel"):
        (papers / f"{name}.pdf").write_bytes(b"%PDF")
    name = "verapdf" if path == GITLAB else "docker"
    said = verdict.format("output/2024-H1/bijlage.pdf 2a")
    asked = tmp_path / "gevraagd"
    programs = program(tmp_path / "bin", name, f'echo "$@" >> {asked}; echo "{said}"')
    assert run(steps(path)[1], tmp_path, programs).returncode == status
    if not status:
        judged = asked.read_text("utf-8").splitlines()
        assert [
            (flavour, file)
            for flavour in ("ua1", "0")
            for file in ("bijlage", "raadsvoorstel")
            if any(f"--flavour {flavour}" in line and f"{file}.pdf" in line for line in judged)
        ] == [("ua1", "bijlage"), ("ua1", "raadsvoorstel"), ("0", "bijlage"), ("0", "raadsvoorstel")]


def test_the_other_systems_compare_what_they_built_with_what_linux_noted() -> None:
    jobs = read(SYSTEMS)["jobs"]
    said = "\n".join(step.get("run", "") for job in jobs.values() for step in job["steps"])
    assert jobs["others"]["needs"] == "linux"
    assert {one.partition("-")[0] for one in jobs["others"]["strategy"]["matrix"]["os"]} == {
        "windows",
        "macos",
    }
    for line in said.splitlines():
        for word in line.split():
            if word.startswith(("scripts/", "requirements", ".ci/")):
                assert (ROOT / word).is_file(), word
    assert said.count("scripts/same_bytes.py --note digests.txt bytes") == 1
    assert said.count("scripts/same_bytes.py --compare digests.txt bytes") == 1


def test_another_byte_is_told_with_the_part_that_it_stands_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def papers(folder: str, said: str) -> Path:
        (tmp_path / folder / "2024-H1").mkdir(parents=True)
        with zipfile.ZipFile(tmp_path / folder / "2024-H1/bijlage.docx", "w") as packed:
            packed.writestr("word/document.xml", said)
            packed.writestr("word/styles.xml", "s")
        return tmp_path / folder

    noted, same, other = papers("a", "x"), papers("b", "x"), papers("c", "y")
    (same / "2024-H1/bijlage.docx").write_bytes((noted / "2024-H1/bijlage.docx").read_bytes())
    file = str(tmp_path / "digests.txt")
    assert same_bytes.main(["--note", file, str(noted)]) == 0
    assert same_bytes.main(["--compare", file, str(same)]) == 0
    assert same_bytes.main(["--compare", file, str(other)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "2024-H1/bijlage.docx differs",
        "2024-H1/bijlage.docx!word/document.xml differs",
    ]
    assert same_bytes.main(["--compare", file, str(tmp_path / "leeg")]) == 1
