"""What VS Code is given: tasks whose problems it finds, schemas by file, and pieces of text that check takes."""

from __future__ import annotations

import json
import re
import shutil
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from where import ROOT

from rapportage.build.check import check
from rapportage.cli.app import main
from rapportage.periode import parse_periode
from rapportage.starting.editor import editor_files
from rapportage.workspace import Workspace

FILES = {name: data.decode() for name, data in editor_files("2024-H1").items()}


def parsed(name: str) -> Any:
    """A file's data; its first line is a remark, which VS Code takes and JSON does not."""
    remark, _, rest = FILES[name].partition("\n")
    assert remark.startswith("// ")
    return json.loads(rest)


SETTINGS, TASKS, SNIPPETS = map(parsed, ("settings.json", "tasks.json", "rapportage.code-snippets"))
MATCHERS = TASKS["tasks"][0]["problemMatcher"]


def test_each_line_of_check_is_found_at_its_level_and_place(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (klein / "content/2024-H1/bijlage/wonen.md").write_text(
        "---\ntitel: Wonen\n---\nZie [@wonnen]. Vragen:\n\n- een\n\n• twee\n• drie\n", "utf-8"
    )
    with pytest.raises(SystemExit):
        main(["check", "2024-H1", "--lines", "--workspace", str(klein)])
    lines = capfd.readouterr().out.splitlines()
    found: dict[str, list[dict[str, str]]] = {}
    for line in lines:
        (by,) = (one for one in MATCHERS if re.search(one["pattern"]["regexp"], line))
        parts = re.search(by["pattern"]["regexp"], line)
        assert parts
        said = {key: parts[at] for key, at in by["pattern"].items() if key != "regexp"}
        found.setdefault(by["severity"], []).append(said)
        assert (klein / said["file"]).exists()
    assert {"error", "warning", "info"} == set(found)
    (reference,) = (one for one in found["error"] if "wonnen" in one["message"])
    assert {key: reference[key] for key in ("line", "column", "endLine", "endColumn")} == {
        "line": "4",
        "column": "5",
        "endLine": "4",
        "endColumn": "14",
    }


def test_build_is_watched_as_check_is_and_each_matcher_has_a_name_of_its_own() -> None:
    tasks = {one["label"]: one for one in TASKS["tasks"]}
    assert tasks["Bouwen"]["problemMatcher"] == MATCHERS
    assert len({one["owner"] for one in MATCHERS}) == 3
    assert [one["args"][0] for one in TASKS["tasks"]] == ["check", "build", "status"]


@pytest.mark.parametrize("workspace", [ROOT, ROOT / "tests/werkruimtes/klein"])
def test_every_yaml_file_gets_the_schema_that_it_names(workspace: Path) -> None:
    files = [one for one in (workspace / "content").rglob("*.yaml") if ".schema" not in one.parts]
    assert len(files) > 5
    for path in files:
        name = path.relative_to(workspace).as_posix()
        (schema,) = (key for key, form in SETTINGS["yaml.schemas"].items() if matches(name, form))
        named = re.match(r"# yaml-language-server: \$schema=(\S+)", path.read_text("utf-8"))
        if named:
            assert (path.parent / named[1]).resolve() == (workspace / schema).resolve(), name


def matches(name: str, form: str) -> bool:
    """Whether a path is of a form in which * is any one folder or file."""
    parts, forms = name.split("/"), form.split("/")
    return len(parts) == len(forms) and all(map(fnmatch, parts, forms))


FILLED = {
    "figuur": ["woningbouw"],
    "figuren": ["dijk", "waterschap"],
    "tabel": ["tabel-wonen"],
    "verwijzing": ["kern"],
    "waarde": ["woningen"],
    "veranderd": ["2023-H2"],
    "liggend": ["breed"],
}
"""What an author types in the places of a piece, where a name must exist."""
EXPECTED = {"open": ["open punt: wat er nog moet komen"]}


@pytest.mark.parametrize("title", SNIPPETS)
def test_a_piece_of_text_is_what_check_takes(title: str, klein: Path) -> None:
    for name in ("kern", "water", "vormen"):  # what they show can be shown again
        (klein / f"content/2024-H1/bijlage/{name}.md").write_text(
            f"---\ntitel: {name.capitalize()}\n---\nKlaar.\n", "utf-8"
        )
    shutil.copytree(klein / "content/2024-H1", klein / "content/2023-H2")
    text = "\n".join(SNIPPETS[title]["body"])
    words = iter(FILLED.get(SNIPPETS[title]["prefix"], []))
    text = re.sub(r"\$\{\d+\|(\w+)[^}]*\}", r"\1", text).replace("$0", "")
    text = re.sub(r"\$\{\d+:([^}]*)\}", lambda found: next(words, found[1]), text)
    chapter = klein / "content/2024-H1/bijlage/wonen.md"
    chapter.write_text(f"---\ntitel: Wonen\nopgave: wonen\n---\nHier staat:\n\n{text}\n", "utf-8")
    found = check(Workspace(klein), parse_periode("2024-H1")).problems
    said = [one.message for one in found if one.at.file.endswith("2024-H1/bijlage/wonen.md")]
    assert said == EXPECTED.get(SNIPPETS[title]["prefix"], [])
    assert SNIPPETS[title]["scope"] == "markdown"


def test_what_the_editor_lacks_is_written_and_what_it_has_stays(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    own = klein / ".vscode/settings.json"
    own.parent.mkdir()
    own.write_text("{}\n", "utf-8")
    for made in (len(FILES) - 1, 0):
        with pytest.raises(SystemExit) as left:
            main(["schema", "--workspace", str(klein)])
        told = capfd.readouterr()
        assert left.value.code == 0
        assert len([line for line in told.out.splitlines() if ".vscode" in line]) == made
        assert told.err.splitlines() == [
            "'.vscode/settings.json' staat er al en blijft zoals het is",
            "    haal het weg en geef de opdracht opnieuw voor dat van deze versie",
        ]
    assert own.read_text("utf-8") == "{}\n"
    assert (own.parent / "tasks.json").read_text("utf-8") == FILES["tasks.json"]


@pytest.mark.parametrize("own", [False, True])
def test_the_tasks_begin_with_the_newest_period_unless_somebody_changed_them(own: bool, klein: Path) -> None:
    tasks = klein / ".vscode/tasks.json"
    tasks.parent.mkdir()
    tasks.write_text(FILES["tasks.json"] + ("// van mij\n" if own else ""), "utf-8")
    with pytest.raises(SystemExit) as left:
        main(["new", "2024-H2", "--workspace", str(klein)])
    assert left.value.code == 0
    assert ('"default": "2024-H2"' in tasks.read_text("utf-8")) == (not own)
    assert ("// van mij" in tasks.read_text("utf-8")) == own
