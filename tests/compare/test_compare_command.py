"""`rapportage compare`, from the content of two periods or two states of one to what is told."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from docx.oxml.ns import qn
from settled import said, settled
from where import ROOT
from word_files import xml

from rapportage.cli import main
from rapportage.compare.comparison import Comparison, compared
from rapportage.compare.side import composed
from rapportage.compare.table import lines
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace


class Said(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], klein: Path) -> Run:
    """Runs the command in the small workspace, beside which stands what it was: `../toen`."""
    shutil.copytree(klein, klein.parent / "toen")
    monkeypatch.chdir(klein)

    def compare(*arguments: str) -> Said:
        with pytest.raises(SystemExit) as left:
            main(["compare", *arguments])
        said = capfd.readouterr()
        return Said(int(left.value.code or 0), said.out, said.err)

    return compare


def change(workspace: Path, name: str, *pairs: tuple[str, str]) -> None:
    path = workspace / "content" / name
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def edited(workspace: Path) -> None:
    """Changes words, a series, an earlier number of it, and a promise."""
    change(workspace, "2024-H1/bijlage/kern.md", ("De bouw loopt voor.", "De bouw loopt achter."))
    change(workspace, "indicatoren/wonen.yaml", ("1348", "1350"), ("1180", "1190"))
    change(workspace.parent / "toen", "2024-H1/rapportage.yaml", ("[wonen, water]", "[wonen]"))
    promise = (
        "toezeggingen:\n  - id: brug\n    soort: toezegging\n    wat: Een brug\n    door: college\n"
        "    sinds: 2023\n    vindplaats: raadsvergadering\n    staat: {}\n"
    )
    for where, state in ((workspace.parent / "toen", "open"), (workspace, "afgedaan")):
        (where / "content/toezeggingen.yaml").write_text(promise.format(state), "utf-8")


def test_an_earlier_state_in_a_folder_is_laid_beside_the_period(run: Run, klein: Path) -> None:
    edited(klein)
    said = run("2024-H1", "--with", "../toen")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("bijlage: ../toen → 2024-H1\n")
    assert max(map(len, said.out.splitlines())) <= 80
    told = " ".join(said.out.split())
    assert "Kernboodschap gewijzigd 1 1" in told
    assert "1A.2 Water nieuw" in told
    assert "2A.1 Vormen" in told.partition("Ongewijzigd")[2]
    assert "Alle, Deze periode: 1.348 → 1.350 (+2)" in told
    assert "Opgeleverde woningen: omhoog, 1.348 → 1.350 (+2)" in told
    assert "Opgeleverde woningen: het getal over 2023-H2 is verbeterd, 1.180 → 1.190 (+10)" in told
    assert "toezegging brug: open → afgedaan" in told
    assert not (klein / "output").exists()


def test_the_page_shows_both_beside_each_other_and_fetches_and_runs_nothing(run: Run, klein: Path) -> None:
    change(klein, "2024-H1/bijlage/kern.md", ("loopt voor", "loopt < & achter"))
    assert run("2024-H1", "--with", "../toen", "--report", "verschil.html") == (0, "verschil.html\n", "")
    made = (klein / "verschil.html").read_text("utf-8")
    assert "De bouw loopt<del> voor</del>." in made
    assert "De bouw loopt<ins> &lt; &amp; achter</ins>." in made
    assert "a { color: #0b4a6f; }" in made
    assert [word for word in ("<script", "http:", "https:", "src=", "url(") if word in made] == []
    assert set(re.findall(r'href="(#h[0-9]+)"', made)) == {
        f"#{one}" for one in re.findall(r'id="(h\d+)"', made)
    }
    again = run("2024-H1", "--with", "../toen", "--report", "verschil.html")
    assert (again.status, "bestaat al" in again.err) == (2, True)


def test_the_word_file_is_what_is_built_with_the_words_of_before_marked(run: Run, klein: Path) -> None:
    change(klein, "2024-H1/raadsvoorstel.md", ("eerst dit", "eerst iets anders"))
    for where in (klein, klein.parent / "toen"):
        change(where, "organisatie.yaml", ("samenwerkingsverband:", "opmaak: typst\nsamenwerkingsverband:"))
    (klein.parent / "toen").rename(klein.parent / "toen\x01<&")
    wanted = ("--document", "raadsvoorstel", "--format", "docx", "--output", "stuk/verschil.docx")
    assert run("2024-H1", "--with", "../toen\x01<&", *wanted) == (0, "stuk/verschil.docx\n", "")
    made = (klein / "stuk/verschil.docx").read_bytes()
    assert "eerst iets anders" in said(settled(made, accept=True))
    assert "eerst dit" in said(settled(made, accept=False))
    (mark,) = {str(one.get(qn("w:author"))) for one in xml(made).iter(qn("w:ins"))}
    assert mark == "../toen\N{REPLACEMENT CHARACTER}<& → 2024-H1"
    assert "bestaat al" in run("2024-H1", "--with", "../toen\x01<&", *wanted).err


def test_json_has_the_words_of_each_text(run: Run, klein: Path) -> None:
    edited(klein)
    told = json.loads(run("2024-H1", "--with", "../toen", "--json").out)
    (kern,) = (one for one in told["chapters"] if one["title"] == "Kernboodschap")
    assert (kern["state"], kern["words_gone"], kern["words_new"]) == ("gewijzigd", 1, 1)
    assert [one["parts"][:4] for one in kern["changes"] if one["state"] != "ongewijzigd"] == [
        [["gelijk", "De bouw loopt"], ["weg", " voor"], ["nieuw", " achter"], kern["changes"][1]["parts"][3]]
    ]


def test_a_revision_of_git_is_read_without_touching_the_workspace(run: Run, klein: Path) -> None:
    def git(*arguments: str) -> str:
        safely = (
            "-c",
            "user.name=Iemand",
            "-c",
            "user.email=iemand@example.org",
            "-c",
            "commit.gpgsign=false",
        )
        return subprocess.run(
            ["git", *safely, *arguments], cwd=klein, check=True, capture_output=True, text=True
        ).stdout

    assert "de werkmap staat niet in git" in run("2024-H1", "--with", "HEAD").err
    (klein / "content/geheim.yaml").symlink_to("/etc/passwd")
    git("init", "--quiet")
    git("config", "core.fsmonitor", "touch GEDRAAID; false")
    git("add", "content")
    git("commit", "--quiet", "-m", "Zoals het college het zag")
    (klein / "content/geheim.yaml").unlink()
    change(klein, "2024-H1/bijlage/kern.md", ("loopt voor", "loopt achter"))
    before = sorted(path for path in klein.rglob("*") if ".git" not in path.parts)
    said = run("2024-H1", "--with", "HEAD")
    assert said.out.startswith("bijlage: HEAD → 2024-H1\n"), said.err
    assert "Kernboodschap" in said.out.partition("Ongewijzigd")[0]
    assert sorted(path for path in klein.rglob("*") if ".git" not in path.parts) == before
    for none in ("eerder", "--exec=touch", "HEAD:content", "HEAD\n"):
        assert "is geen map, en in git geen versie" in run("2024-H1", "--with", none).err
    git("rm", "-r", "--quiet", "--cached", "content")
    git("commit", "--quiet", "-m", "Zonder content")
    assert "had deze werkmap nog geen content" in run("2024-H1", "--with", "HEAD").err


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["2024-H1"], 2, "waarmee moet deze periode worden vergeleken?"),
        (["2024-H1", "2024-H1"], 2, "2024-H1 staat er twee keer"),
        (["2024-H1", "2022-H1"], 1, "de map van 2022-H1 is er niet"),
        (["2022-H1", "2024-H1"], 1, "de map van 2022-H1 is er niet"),
        (["2024-H9", "2024-H1"], 1, "'2024-H9' bestaat niet"),
        (["2024-H1", "2023-H1", "--with", "../toen"], 2, "met --with hoort er één periode bij"),
        (["2024-H1", "--with", ".."], 2, "in '..' staat geen map 'content'"),
        (["2024-H1", "--with", "../toen", "--document", "memo"], 2, "'memo' is geen waarde voor --document"),
        (
            ["2024-H1", "--with", "../toen", "--document", "raadsbesluit"],
            2,
            "../toen heeft geen raadsbesluit",
        ),
        (["2024-H1", "--with", "../toen", "--format", "docx"], 2, "waar moet het Word-bestand komen?"),
        (["2024-H1", "--with", "../toen", "--format", "pdf"], 2, "'pdf' is geen waarde voor --format"),
        (["2024-H1", "--with", "../toen", "--output", "verschil.pdf"], 2, "eindigt niet op .docx"),
        (["2024-H1", "--with", "../toen", "--output", "templates/v.docx"], 2, "in 'templates' komt geen"),
        (["2024-H1", "--with", "../toen", "--report", "verschil.pdf"], 2, "eindigt niet op .html"),
        (["2024-H1", "--with", "../toen", "--report", "content/verschil.html"], 2, "in 'content' komt geen"),
        (["2024-H1", "--with", "../toen", "--report", "x" * 300 + ".html"], 2, "lukt niet"),
    ],
)
def test_what_cannot_be_compared_is_told_with_a_way_out(
    run: Run, klein: Path, arguments: list[str], status: int, told: str
) -> None:
    before = sorted(klein.rglob("*"))
    said = run(*arguments)
    assert (said.status, told in said.err) == (status, True), said.err
    assert len(said.err.splitlines()) >= 2
    assert sorted(klein.rglob("*")) == before


def test_an_earlier_state_with_a_mistake_is_not_compared(run: Run, klein: Path) -> None:
    change(klein.parent / "toen", "2024-H1/bijlage/kern.md", ("[@woningbouw]", "[@weg]"))
    said = run("2024-H1", "--with", "../toen")
    assert (said.status, said.out) == (1, "")
    assert "content/2024-H1/bijlage/kern.md:4" in said.err


@pytest.fixture(scope="module")
def real() -> Comparison:
    """The two real reports."""
    sides = [
        composed(Workspace(ROOT), parse_periode(one), "bijlage", one).side for one in ("2021-H2", "2022-H1")
    ]
    return compared(*sides)


def test_the_two_real_reports_have_the_same_chapters_of_which_half_changed(real: Comparison) -> None:
    assert real.states == {"gewijzigd": 21, "ongewijzigd": 21, "weg": 1}
    assert max(map(len, lines(real))) <= 80
    assert {one.state for one in real.data} == {"weg"}
    assert len(real.promises) == 13
