"""A workspace to begin with can be built at once, and touches nothing that is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from where import ROOT

from rapportage.build.check import check
from rapportage.cli import init as command
from rapportage.cli import main
from rapportage.content.drawings import drawing_kinds
from rapportage.content.known_ids import offices_of
from rapportage.content.schema import schema_files
from rapportage.periode import parse_periode
from rapportage.starting.municipalities import identifier, meant, municipalities
from rapportage.workspace import Workspace

DALFSEN = ["--gemeente", "Dalfsen", "--samenwerkingsverband", "Regio Zwolle", "--opgave", "Wonen"]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["init", *arguments])
    return int(left.value.code or 0)


@pytest.mark.parametrize(
    ("periode", "options"),
    [
        ("2024-H1", []),
        ("2024-Q4", ["--perioden", "kwartaal", "--soort", "ter-besluitvorming"]),
        ("2024", ["--perioden", "jaar"]),
        ("2024-Q3", []),
        ("2024-T3", ["--perioden", "viermaands", "--opgave", "Kern", "--opgave", "Water: 'droog'"]),
        ("2024-H2", ["--opgave", "2024", "--samenwerkingsverband", "null", "--gemeente", "'s-Gravenhage"]),
    ],
)
def test_its_first_period_is_a_draft_with_nothing_but_open_points(
    periode: str, options: list[str], tmp_path: Path
) -> None:
    assert run(str(tmp_path / "nieuw"), *DALFSEN, "--periode", periode, *options) == 0
    found = check(Workspace(tmp_path / "nieuw"), parse_periode(periode))
    assert {one.rule for one in found.problems} == {"open-punt"}
    assert found.documents


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (["--gemeente", "Dalfsen"], "Voortgang gemeente Dalfsen"),
        (["--provincie", "Voorbeeldland"], "Voortgang provincie Voorbeeldland"),
        (["--waterschap", "Voorbeeldpolder"], "Voortgang waterschap Voorbeeldpolder"),
        (["--waterschap", "Hoogheemraadschap van Delfland"], "Voortgang hoogheemraadschap van Delfland"),
    ],
)
def test_who_reports_on_itself_names_no_partnership(body: list[str], title: str, tmp_path: Path) -> None:
    assert run(str(tmp_path), *body, "--opgave", "Water", "--periode", "2024-H1") == 0
    assert "verband" not in (tmp_path / "content/organisatie.yaml").read_text("utf-8")
    found = check(Workspace(tmp_path), parse_periode("2024-H1"))
    assert {one.rule for one in found.problems} == {"open-punt"}
    assert found.documents["bijlage"].meta.title == f"{title} januari-juni 2024"


@pytest.mark.parametrize("soort", ["ter-kennisname", "ter-besluitvorming"])
@pytest.mark.parametrize(
    ("body", "office", "says"),
    [
        (["--provincie", "Voorbeeldland"], "commissaris van de Koning", "Provinciale Staten bespreken dit "),
        (["--waterschap", "Voorbeeldpolder"], "dijkgraaf", "Het algemeen bestuur bespreekt dit "),
        (["--waterschap", "Wetterskip Foarbyld"], "dijkgraaf", "Het algemeen bestuur bespreekt dit "),
    ],
)
def test_a_province_or_water_board_begins_with_organs_and_offices_of_its_own(
    body: list[str], office: str, says: str, soort: str, tmp_path: Path
) -> None:
    assert run(str(tmp_path), *body, *DALFSEN[2:], "--periode", "2024-H1", "--soort", soort) == 0
    found = check(Workspace(tmp_path), parse_periode("2024-H1"))
    assert {one.rule for one in found.problems} == {"open-punt"}
    assert found.documents
    for path in tmp_path.rglob("*.*"):
        if path.is_file() and path.name != "gemeenten.json" and ".schema" not in path.parts:
            words = path.read_text("utf-8").replace("raadsvoorstel.md", "").replace("raadsvergadering", "")
            assert not re.search(r'\b(?:de|uw) raad\b|gemeente|burgemeester|raadsv|(?<!")raad\b', words), path
            assert "@" not in words.replace("[@", ""), path
    assert f"functie: {office}\n" in (tmp_path / "content/organisatie.yaml").read_text("utf-8")
    assert says in (tmp_path / "content/2024-H1/raadsvoorstel.md").read_text("utf-8")
    schema = json.loads((tmp_path / "content/.schema/rapportage.schema.json").read_text("utf-8"))
    offices = schema["properties"]["ondertekening"]["anyOf"][1]["items"]["enum"]
    assert office in offices
    assert "burgemeester" not in offices


def test_each_task_has_a_chapter(tmp_path: Path) -> None:
    assert run(str(tmp_path), *DALFSEN, "--opgave", "Water", "--opgave", "2024", "--periode", "2024-H1") == 0
    period = tmp_path / "content/2024-H1"
    assert "hoofdstukken: [wonen, water, '2024']" in (period / "rapportage.yaml").read_text("utf-8").replace(
        '"', "'"
    )
    assert "titel: Water\nopgave: water\n" in (period / "bijlage/water.md").read_text("utf-8")
    found = check(Workspace(tmp_path), parse_periode("2024-H1"))
    assert {one.rule for one in found.problems} == {"open-punt"}


def test_it_is_not_adopted_before_the_names_of_who_sign_are_filled_in(tmp_path: Path) -> None:
    run(str(tmp_path), *DALFSEN, "--periode", "2024-H1")
    report = tmp_path / "content/2024-H1/rapportage.yaml"
    report.write_text(report.read_text("utf-8").replace("status: concept", "status: vastgesteld"), "utf-8")
    found = check(Workspace(tmp_path), parse_periode("2024-H1")).errors
    assert [one.message for one in found if one.rule == "ondertekening"] == [
        "de naam van de burgemeester is nog niet ingevuld",
        "de naam van de gemeentesecretaris is nog niet ingevuld",
    ]


def test_each_file_says_what_it_is_for_and_has_no_mark_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(*DALFSEN, "--periode", "2024-H1")
    files = [path for path in tmp_path.rglob("*") if path.is_file() and ".schema" not in path.parts]
    assert len(files) == 15
    for path in files:
        first = "".join(path.read_text("utf-8").splitlines(keepends=True)[:2])
        assert re.search(r"^(?:# |// |<!-- )", first, re.M), path.name
        assert not re.search("@[A-Z_]+@", path.read_text("utf-8")), path.name
    known = {"ambt": offices_of("gemeente")}
    schemas = {path.name: path.read_text("utf-8") for path in (tmp_path / "content/.schema").iterdir()}
    assert schemas == schema_files(drawing_kinds(Workspace(tmp_path)).known, known)


@pytest.mark.parametrize(
    ("there", "arguments", "status", "told"),
    [
        ("content/x", [*DALFSEN, "--periode", "2024-H1"], 2, "rapportage: in '{}' staat al een map 'content'"),
        ("LEESMIJ.md", [*DALFSEN, "--periode", "2024-H1"], 2, "rapportage: 'LEESMIJ.md' bestaat al"),
        ("", ["--gemeente", "Dalfsen"], 2, "rapportage: niet alles is bekend om te beginnen"),
        ("", [*DALFSEN, "--provincie", "Overijssel", "--periode", "2024-H1"], 2, "rapportage: --gemeente en --provincie gaan niet samen"),
        ("", ["--provincie", "provincie X", *DALFSEN[2:], "--periode", "2024-H1"], 2, "rapportage: bij --provincie: het woord 'provincie' komt er vanzelf voor te staan"),
        (
            "",
            [*DALFSEN, "--periode", "2024-Q1", "--perioden", "halfjaar"],
            2,
            "rapportage: 2024-Q1 past niet bij halfjaar",
        ),
        ("", [*DALFSEN, "--periode", "2024-H1", "--soort", "memo"], 2, "rapportage: 'memo' is geen waarde voor --soort"),
        ("", [*DALFSEN, "--periode", "24"], 1, "content: fout: '24' is geen periode"),
        ("", ["--gemeente", "gemeente Dalfsen", *DALFSEN[2:], "--periode", "2024-H1"], 2, "rapportage: bij --gemeente: het woord 'gemeente' komt er vanzelf voor te staan"),
        ("", [*DALFSEN, "--opgave", "*", "--periode", "2024-H1"], 2, "rapportage: '*' is geen naam voor een opgave"),
        ("", [*DALFSEN, "--opgave", "- een", "--periode", "2024-H1"], 2, "rapportage: '- een' is geen naam voor een opgave"),
    ],
)  # fmt: skip
def test_what_cannot_be_begun_is_told_and_nothing_is_written(
    there: str,
    arguments: list[str],
    status: int,
    told: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    if there:
        (tmp_path / there).parent.mkdir(exist_ok=True)
        (tmp_path / there).write_text("van een collega", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert run(str(tmp_path), *arguments) == status
    assert capfd.readouterr().err.splitlines()[0] == told.format(tmp_path.name)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("partnership", ["Regio Zwolle", ""])
def test_on_a_terminal_it_asks_what_was_not_given(
    partnership: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([partnership, "kwartaal", "Wonen, Water", "2024-Q2", "ter-kennisname"])
    asked: list[str] = []

    def answer(question: str, default: str | None = None) -> str:
        del default
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(command, "_on_a_terminal", lambda: True)
    monkeypatch.setattr(command, "_ask", answer)
    assert run(str(tmp_path), "--gemeente", "Dalfsen") == 0
    assert len(asked) == 5
    assert "(zoals 2024-Q1)" in asked[3]
    text = (tmp_path / "content/organisatie.yaml").read_text("utf-8")
    assert ("samenwerkingsverband: Regio Zwolle\n" in text) == bool(partnership)
    assert "perioden: kwartaal" in text
    assert text.count("  - id: ") == 2


def test_the_list_of_municipalities_is_that_of_the_map() -> None:
    names = json.loads((ROOT / "templates/figuren/kaart/gemeenten.json").read_text("utf-8"))
    assert set(municipalities()) == set(names)
    assert identifier("gemeente", "Dalfsen") == "https://identifier.overheid.nl/tooi/id/gemeente/gm0148"
    assert (meant("gemeente", "Dalfzen"), meant("gemeente", "Voorbeeldstad")) == ("Dalfsen", None)
    assert identifier("provincie", "Overijssel") == "https://identifier.overheid.nl/tooi/id/provincie/pv23"
    assert (meant("provincie", "Overijsel"), identifier("waterschap", "Overijssel")) == ("Overijssel", None)


def test_in_an_empty_folder_one_is_told_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main([])
    assert "Begin een nieuwe werkmap:  rapportage init" in capfd.readouterr().out.splitlines()


def test_where_a_library_is_missing_the_papers_are_laid_out_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "missing_libraries", lambda: ["libpango-1.0-0.dll"])
    run(str(tmp_path), *DALFSEN, "--periode", "2024-H1")
    assert "\nopmaak: typst\n" in (tmp_path / "content/organisatie.yaml").read_text("utf-8")
    assert "in organisatie.yaml staat een andere" in capfd.readouterr().out
    found = check(Workspace(tmp_path), parse_periode("2024-H1"))
    assert {one.rule for one in found.problems} == {"open-punt"}
