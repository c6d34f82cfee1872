"""A new period begins with what the earlier one leaves, and nothing of it is written by halves."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from where import ROOT, WORKSPACES

from rapportage.build import publish
from rapportage.build.check import Checked, check
from rapportage.cli import main
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return int(left.value.code or 0)


def checked(workspace: Path, periode: str) -> Checked:
    return check(Workspace(workspace), parse_periode(periode))


def files(workspace: Path) -> dict[str, bytes]:
    content = workspace / "content"
    return {
        str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()
    }


@pytest.mark.slow
@pytest.mark.parametrize("earlier", ["2022-H1", "2021-H2"])
def test_the_next_half_year_of_the_real_report_can_be_built_at_once(
    earlier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    assert run("new", "2022-H2", "--from", earlier) == 0
    found = checked(tmp_path, "2022-H2")
    assert found.errors == ()
    assert {document.meta.concept for document in found.documents.values()} == {True}
    assert {one.rule for one in found.problems} <= {
        *("open-punt", "ongelezen", "andere-periode", "tabel-periode", "grafiek-periode", "alt-verouderd"),
        *("ongebruikt", "register-onbeantwoord", "ander-moment"),
    }


@pytest.mark.parametrize(("name", "now"), [("klein", "2024-H2"), ("besluit", "2024-Q4")])
def test_the_next_period_is_a_draft_that_cannot_be_adopted_as_it_is(
    name: str, now: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(WORKSPACES / name, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    assert run("new", now) == 0
    assert checked(tmp_path, now).errors == ()
    report = tmp_path / "content" / now / "rapportage.yaml"
    report.write_text(report.read_text("utf-8").replace("status: concept", "status: vastgesteld"), "utf-8")
    assert {"status", "open-punt", "ongelezen"} <= {one.rule for one in checked(tmp_path, now).errors}


def test_two_numbers_that_must_still_come_may_stand_beside_each_other(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a draft that is begun with them can be built at once."""
    monkeypatch.chdir(klein)
    memo = klein / "content/2024-H1/raadsvoorstel.md"
    sentence = 'Op {{ peildatum("sociale-huur") }} {{ waarde("sociale-huur") }} woningen: dat is veel.'
    memo.write_text(memo.read_text("utf-8") + f"\n{sentence}\n", "utf-8")
    assert checked(klein, "2024-H1").errors == ()
    assert run("new", "2024-H2") == 0
    assert sentence in (klein / "content/2024-H2/raadsvoorstel.md").read_text("utf-8")
    assert checked(klein, "2024-H2").errors == ()


def test_the_earlier_period_stays_as_it_was(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(klein)
    before = files(klein)
    assert run("new", "2024-H2") == 0
    after = files(klein)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {"indicatoren/wonen.yaml"}
    assert checked(klein, "2024-H1").problems == ()


def test_a_series_that_notepad_saved_stays_as_notepad_saves(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    series = klein / "content/indicatoren/wonen.yaml"
    series.write_bytes(b"\xef\xbb\xbf" + series.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.chdir(klein)
    run("new", "2024-H2")
    made = series.read_bytes()
    assert made.startswith(b"\xef\xbb\xbfindicatoren:\r\n")
    assert made.count(b"\n") == made.count(b"\r\n")
    assert b"      - periode: 2024-H2\r\n        waarde: open\r\n" in made
    assert checked(klein, "2024-H2").errors == ()


def test_the_new_period_has_its_own_days_and_words(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(klein)
    run("new", "2024-H2")
    text = (klein / "content/2024-H2/rapportage.yaml").read_text("utf-8")
    assert text.startswith(
        "titel: Voortgang Regio Voorbeeld\n"
        "ondertitel: Tweede helft van 2024\n"
        "voetregel: Voortgang Regio Voorbeeld december 2024\n"
        "onderwerp: De voortgang in het tweede halfjaar van 2024\n"
        "status: concept\n"
        "overgenomen: 2024-H1\n"
        "soort: ter-kennisname\n"
        "rapportagedatum: 2025-01-02\n"
    )
    days = [date.fromisoformat(line.split()[1]) for line in text.splitlines() if "vergadering:" in line]
    assert [day.strftime("%A") for day in days] == ["Tuesday", "Monday"]


def test_a_chapter_of_reference_keeps_its_text_and_another_asks_for_it(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chapters = klein / "content/2024-H1/bijlage"
    (chapters / "water.md").write_text(
        "---\ntitel: Water\nnagezien: 2024-07-01\n---\nHet peil is hoog.\n\n## Vervolg\n\n"
        '- In het {{ volgende("zonder-jaar") }} van 2025 komt [een gemaal](https://www.example.org/).\n- [open: wie het betaalt]\n\n'
        "[figuur: dijk]\n\n<!-- vraag na -->\n\n### Later\n\nWij kijken verder.\n",
        "utf-8",
    )
    report = klein / "content/2024-H1/rapportage.yaml"
    report.write_text(
        report.read_text("utf-8").replace("  - titel: Naslag\n", "  - titel: Naslag\n    naslag: true\n"),
        "utf-8",
    )
    monkeypatch.chdir(klein)
    run("new", "2024-H2")
    made = klein / "content/2024-H2/bijlage"
    assert (made / "vormen.md").read_text("utf-8") == (chapters / "vormen.md").read_text("utf-8").replace(
        "\n---\n", "\novergenomen: 2024-H1\n---\n", 1
    )
    assert (
        (made / "water.md").read_text("utf-8")
        == """\
---
titel: Water
overgenomen: 2024-H1
status: concept
---
<!--
Aantekening bij het begin van deze periode. Zij komt niet in het stuk; haal haar weg als u klaar bent.

Hierover is nog bericht te geven:
- aangekondigd (content/2024-H1/bijlage/water.md:9): In het {{ volgende("zonder-jaar") }} van 2025 komt [een gemaal](https://www.example.org/).
- open punt (content/2024-H1/bijlage/water.md:10): wie het betaalt

Zo stond het in 2024-H1 (content/2024-H1/bijlage/water.md):
> Het peil is hoog.
>
> ## Vervolg
>
> - In het {{ volgende("zonder-jaar") }} van 2025 komt [een gemaal](https://www.example.org/).
> - [open: wie het betaalt]
>
> [figuur: dijk]
>
> ### Later
>
> Wij kijken verder.
-->

## Vervolg

[figuur: dijk]

- [open: Hoe staat het met wat in de rapportage over het eerste halfjaar van 2024 was aangekondigd? "In het tweede
  halfjaar van 2025 komt een gemaal."]
- [open: wie het betaalt]

### Later

[open: Wat is er over het tweede halfjaar van 2024 te melden?]
"""
    )


def test_what_the_register_has_open_comes_along_with_its_chapter(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(
        f"  - {{id: {name}, soort: motie, wat: Het {name}, door: raad, sinds: 2023, vindplaats: m, staat: {staat}}}\n"
        for name, staat in (("peil", "open"), ("gemaal", "afgedaan"))
    )
    (klein / "content/toezeggingen.yaml").write_text(f"toezeggingen:\n{rows}", "utf-8")
    chapter = klein / "content/2024-H1/bijlage/water.md"
    text = chapter.read_text("utf-8").replace("titel: Water", "titel: Water\nbeantwoordt: [peil, gemaal]")
    chapter.write_text(text, "utf-8")
    monkeypatch.chdir(klein)
    run("new", "2024-H2")
    made = (klein / "content/2024-H2/bijlage/water.md").read_text("utf-8")
    assert "overgenomen: 2024-H1\nbeantwoordt:\n  - peil\nstatus: concept\n---\n" in made
    assert "- register (content/toezeggingen.yaml:2): motie: Het peil\n" in made
    assert "gemaal" not in made


def test_next_steps_after_the_period_are_asked_for_in_their_chapter(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = klein / "content/2024-H1"
    report, water = folder / "rapportage.yaml", folder / "bijlage/water.md"
    steps = (
        "tijdlijn: true\nstappen:\n"
        "  - {wanneer: 2024-10-16, wat: Het overleg over het peil., hoofdstuk: water}\n"
        "  - {wanneer: 2024-06-20, wat: De schouw., hoofdstuk: water}\n"
        "  - {wanneer: 2025-02, wat: De nieuwe begroting.}\n"
    )
    report.write_text(report.read_text("utf-8") + steps, "utf-8")
    stand = "titel: Water\nstand:\n  bereikt: Veel.\n  volgende-stap: De pomp komt.\n  wanneer: 2024-12\n"
    water.write_text(water.read_text("utf-8").replace("titel: Water\n", stand), "utf-8")
    monkeypatch.chdir(klein)
    run("new", "2024-H2")
    made = (klein / "content/2024-H2/bijlage/water.md").read_text("utf-8").replace("\n  ", " ")
    about = "Hoe staat het met wat in de rapportage over het eerste halfjaar van 2024 was aangekondigd?"
    assert f'[open: {about} "De pomp komt (december 2024)."]' in made
    assert f'[open: {about} "Het overleg over het peil (16 oktober 2024)."]' in made
    assert "- aangekondigd (content/2024-H1/bijlage/water.md:5): De pomp komt (december 2024).\n" in made
    assert "schouw" not in made
    memo = (klein / "content/2024-H2/raadsvoorstel.md").read_text("utf-8").replace("\n", " ")
    assert f'{about} "De nieuwe begroting (februari 2025)."]' in memo


def test_a_dry_run_tells_each_file_and_writes_none(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(klein)
    before = files(klein)
    assert run("new", "2024-H2", "--dry-run") == 0
    told = capfd.readouterr().out
    assert files(klein) == before
    run("new", "2024-H2")
    made = [name for name in files(klein) if name.startswith("2024-H2/")]
    assert [name for name in made if f"content/{name}: " not in told] == []
    assert "content/indicatoren/wonen.yaml: een open waarde voor 2024-H2 bij elke reeks" in told


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["2024-H1"], 2, "rapportage: content/2024-H1 bestaat al"),
        (["2023-H2"], 2, "rapportage: er is geen eerdere periode om 2023-H2 mee te beginnen"),
        (["2024-H2", "--from", "2022-H1"], 2, "rapportage: de map van 2022-H1 is er niet"),
        (["2023-H2", "--from", "2024-H1"], 2, "rapportage: 2024-H1 is niet eerder dan 2023-H2"),
        (
            ["2024-Q4", "--from", "2024-H1"],
            2,
            "rapportage: 2024-Q4 is een kwartaal, en u rapporteert per halfjaar",
        ),
        (["2024H2"], 1, "content: fout: '2024H2' is geen periode"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(
    arguments: list[str],
    status: int,
    told: str,
    klein: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(klein)
    before = files(klein)
    assert run("new", *arguments) == status
    assert capfd.readouterr().err.splitlines()[0] == told
    assert files(klein) == before


def test_a_picture_is_taken_along_from_its_own_folder_and_shared_from_elsewhere(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = klein / "content/2024-H1/figuren"
    shutil.copy(figures / "dijk.svg", klein / "content/gedeeld.svg")
    for name, path in (("dijk", "../gedeeld.svg"), ("waterschap", "figuren/../figuren/waterschap.png")):
        file = figures / f"{name}.yaml"
        text = file.read_text("utf-8")
        file.write_text(text.replace(text.partition("bestand: ")[2].strip(), path), "utf-8")
    monkeypatch.chdir(klein)
    assert run("new", "2024-H2") == 0
    made = {name for name in files(klein) if name.endswith((".svg", ".png"))}
    assert made == {
        *("gedeeld.svg", "2024-H1/figuren/dijk.svg"),
        *("2024-H1/figuren/waterschap.png", "2024-H2/figuren/waterschap.png"),
    }
    assert checked(klein, "2024-H2").errors == ()


def test_what_cannot_be_written_whole_is_not_written_at_all(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.name == "raadsvoorstel.md":
            raise OSError(28, "No space left on device")
        path.write_bytes(data)

    monkeypatch.chdir(klein)
    before = files(klein)
    monkeypatch.setattr(publish, "_write", full)
    assert run("new", "2024-H2") == 3
    assert files(klein) == before


def test_what_the_report_is_compared_with_is_the_one_that_it_follows(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """'[veranderd: …]' told once more what was new a half year before."""
    path = klein / "content/2024-H1/bijlage/kern.md"
    path.write_text(path.read_text("utf-8") + "\n[veranderd: 2023-H2]\n", "utf-8")
    monkeypatch.chdir(klein)
    assert run("new", "2024-H2") == 0
    text = (klein / "content/2024-H2/bijlage/kern.md").read_text("utf-8")
    assert "[veranderd: 2024-H1]" in text
    assert "[veranderd: 2023-H2]" not in text.partition("-->")[2]
