"""What an author sees in VS Code while typing: nothing false, slips in Dutch, and words that can be typed on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from where import ROOT, WORKSPACES

from editor.server import PROGRAM, Server
from rapportage.cli.app import main
from rapportage.starting.editor import schemas_by_file

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAM.exists(), reason="npm ci in tests/editor brings the server"),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real workspace with its schemas."""
    root = tmp_path_factory.mktemp("werkmap")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(ROOT / "templates", root / "templates")
    with pytest.raises(SystemExit):
        main(["schema", "--workspace", str(root)])
    return root


@pytest.fixture(scope="module")
def server(workspace: Path) -> Iterator[Server]:
    with Server(workspace, schemas_by_file()) as running:
        yield running


def names(root: Path) -> list[str]:
    return [
        path.relative_to(root).as_posix()
        for path in sorted((root / "content").rglob("*.yaml"))
        if ".schema" not in path.parts
    ]


@pytest.mark.parametrize(
    "root", [ROOT, WORKSPACES / "klein", WORKSPACES / "besluit"], ids=lambda one: one.name
)
def test_nothing_is_underlined_in_a_file_that_is_right(root: Path, server: Server) -> None:
    """Without the line that names its schema: the settings alone say which that is."""
    assert len(names(root)) > 2
    for name in names(root):
        text = (root / name).read_text("utf-8").replace("# yaml-language-server: $schema=", "# ")
        assert server.problems(name, text) == [], name


REPORT = "content/2021-H2/rapportage.yaml"
SLIPS = [
    (REPORT, "status: vastgesteld", "status: klaar"),
    (REPORT, "rapportagedatum: 2022-01-10", "rapportagedatum: 10 januari 2022"),
    (REPORT, "soort: ter-kennisname", "soort: besluit"),
    (REPORT, "kernboodschap: kernboodschap", "kernboodschap: Kern Boodschap"),
    (REPORT, "trefwoorden: [", "trefworden: ["),
    (REPORT, "    naslag: true", "    naslag: misschien"),
    ("content/organisatie.yaml", "  - id: economie", "  - id: Economie!"),
    ("content/organisatie.yaml", "functie: burgemeester", "functie: directeur"),
    ("content/toezeggingen.yaml", "staat: lopend", "staat: bezig"),
    ("content/begrippen.yaml", "    term: ", "    trem: "),
]


@pytest.mark.parametrize(("name", "right", "wrong"), SLIPS, ids=[slip[2].strip() for slip in SLIPS])
def test_a_slip_is_told_in_dutch_on_its_line(
    name: str, right: str, wrong: str, workspace: Path, server: Server
) -> None:
    text = (workspace / name).read_text("utf-8")
    assert right in text
    before, after = text.split(right, 1)
    found = server.problems(name, f"{before}{wrong}{after}")
    line = before.count("\n") + 1
    assert found
    assert any(one.startswith(f"{line}: ") for one in found), found
    english = ("Incorrect type", "Property ", "Value is not", "String does", "Missing property", "allowed")
    assert not [one for one in found for word in english if word in one]


FIGURE = "content/2021-H2/figuren/nieuw.yaml"


def test_an_empty_figure_is_offered_its_kind_and_then_what_goes_with_that(server: Server) -> None:
    first = {one["label"] for one in server.offered(FIGURE, "\n", 0, 0)}
    assert "soort" in first
    assert len(first) <= 2, "and one that fills in a whole"
    kinds = {one["label"] for one in server.offered(FIGURE, "soort: ", 0, 7)}
    assert {"staafdiagram", "lijndiagram", "afbeelding", "kaart"} <= kinds
    keys = {one["label"] for one in server.offered(FIGURE, "soort: lijndiagram\n\n", 1, 0)}
    assert {"bijschrift", "perioden", "reeksen"} <= keys
    assert "bestand" not in keys, "that is of pictures"


def test_names_of_the_workspace_are_offered(server: Server) -> None:
    chart = "soort: lijndiagram\nreeksen:\n  - indicator: "
    assert "groei-regio" in {one["label"] for one in server.offered(FIGURE, chart, 2, 15)}


@pytest.mark.parametrize(
    "text", ["\n", "soort: lijndiagram\n\n", "soort: kaart\n\n", "soort: afbeelding\n\n"]
)
def test_what_is_chosen_puts_no_nothing_in_the_file(text: str, server: Server) -> None:
    line = text.count("\n") - 1
    put = [str(one.get("insertText")) for one in server.offered(FIGURE, text, line, 0)]
    assert put
    assert not [one for one in put if "null" in one or "[]" in one or "{}" in one]
