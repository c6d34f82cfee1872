"""Where a report stands, told on a given day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from where import ROOT

from rapportage.checks.reading.days_off import working_days, working_days_before
from rapportage.cli import main
from rapportage.content.load import load
from rapportage.periode import parse_periode
from rapportage.progress.page import page
from rapportage.progress.state import Standing, standing
from rapportage.progress.table import lines
from rapportage.workspace import Workspace

TODAY = date(2024, 6, 20)


def stand(root: Path, periode: str = "2024-H1", today: date = TODAY) -> Standing:
    workspace = Workspace(root)
    read = load(workspace, parse_periode(periode))
    assert read.value.rapportage
    return standing(read, read.value.rapportage, workspace, today)


def write(klein: Path, name: str, text: str) -> None:
    (klein / "content/2024-H1" / name).write_text(text, "utf-8")


@pytest.fixture
def draft(klein: Path) -> Path:
    """The small workspace as a draft with a chapter of each state."""
    report = klein / "content/2024-H1/rapportage.yaml"
    text = report.read_text("utf-8").replace("status: vastgesteld", "status: concept\naanleveren: 8")
    report.write_text(text, "utf-8")
    (klein / "content/2023-H2/bijlage").mkdir(parents=True)
    (klein / "content/2023-H2/bijlage/kern.md").write_text(
        "# Kern\n\nDit zeiden wij de vorige keer al.\n", "utf-8"
    )
    write(
        klein,
        "bijlage/kern.md",
        "---\ntitel: Kern\nauteur: A. Schrijver\n---\n\nDit zeiden wij de vorige keer al.\n",
    )
    write(klein, "bijlage/water.md", "# Water\n\n## Peil\n\n[open: hoe hoog het water staat]\n")
    write(klein, "bijlage/wonen.md", "---\ntitel: Wonen\nstatus: concept\n---\n\nEr wordt gebouwd.\n")
    write(klein, "bijlage/vormen.md", "# Vormen\n\nWij werken samen in <!-- nog twee --> drie vormen.\n")
    series = klein / "content/indicatoren/wonen.yaml"
    series.write_text(series.read_text("utf-8").replace("waarde: 22500000", "waarde: open"), "utf-8")
    return klein


def test_each_text_has_its_state_author_words_and_what_is_left(draft: Path) -> None:
    told = {
        one.name: (one.state, one.author, one.words, len(one.open_points), one.unread)
        for one in stand(draft).texts
    }
    assert told.pop("raadsvoorstel")[0] == "concept"
    assert told == {
        "kern": ("overgenomen", "A. Schrijver", 7, 0, 1),
        "wonen": ("concept", "", 3, 0, 0),
        "water": ("leeg", "", 0, 1, 0),
        "vormen": ("gereed", "", 6, 0, 0),
    }


def test_it_fits_a_terminal_and_tells_open_points_whole(draft: Path) -> None:
    told = list(lines(stand(draft)))
    assert max(map(len, told)) <= 80
    assert (
        told[:17]
        == """\
2024-H1: Voortgang Regio Voorbeeld, concept

  aanleveren  27 juni 2024        over 7 dagen (5 werkdagen)
  rapportage  2 juli 2024         over 12 dagen (8 werkdagen)
  college     9 juli 2024         over 19 dagen (13 werkdagen)
  raad        16 september 2024   over 88 dagen (62 werkdagen)

tekst                           stand       auteur       woorden open lezen fout
raadsvoorstel                   concept                       75
kern                            overgenomen A. Schrijver       7          1
wonen                           concept                        3
water                           leeg                                1
vormen                          gereed                         6

Teksten: 2 concept, 1 overgenomen, 1 leeg en 1 gereed.
Nog te doen: 2 open punten en 1 alinea na te lezen.
Wat pas bij het opmaken blijkt, vindt 'rapportage check 2024-H1'.""".splitlines()
    )
    assert told[18:] == [
        "Water: content/2024-H1/bijlage/water.md",
        "  5     hoe hoog het water staat",
        "",
        "Waarden",
        "  de waarde van 'subsidie' voor 2024-H1 (content/indicatoren/wonen.yaml:42)",
    ]


@pytest.mark.parametrize(
    ("college", "count", "expected"),
    [
        (date(2024, 7, 9), 8, date(2024, 6, 27)),
        (date(2024, 5, 14), 5, date(2024, 5, 6)),  # Ascension Day between
        (date(2024, 7, 9), 0, date(2024, 7, 9)),
    ],
)
def test_what_must_be_delivered_is_counted_back_in_working_days(
    college: date, count: int, expected: date
) -> None:
    assert working_days_before(college, count) == expected
    assert working_days(expected, college) == count


def test_what_the_register_has_open_is_told_with_its_chapters(draft: Path) -> None:
    (draft / "content/toezeggingen.yaml").write_text(
        "toezeggingen:\n  - {id: peil, soort: motie, wat: Het peil, door: raad, sinds: 2023, vindplaats: m, voor: 2024-05,"
        " staat: open}\n  - {id: kade, soort: toezegging, wat: De kade, door: college, sinds: 2023, vindplaats: m,"
        " staat: afgedaan}\n",
        "utf-8",
    )
    told = [line for line in lines(stand(draft)) if line.startswith("  motie ")]
    assert told == ["  motie peil (open, over tijd): Het peil; nog in geen hoofdstuk"]
    assert "motie peil (open, over tijd)" in page(stand(draft))


@pytest.mark.parametrize(
    ("voor", "said"),
    [("2024-05", "open, over tijd"), ("2024-08", "open, vandaag over tijd"), ("2025-01", "open")],
)
def test_what_is_late_by_the_paper_is_told_apart_from_what_is_so_today(
    draft: Path, voor: str, said: str
) -> None:
    (draft / "content/toezeggingen.yaml").write_text(
        "toezeggingen:\n  - {id: peil, soort: motie, wat: Het peil, door: raad, sinds: 2023, vindplaats: m,"
        f" voor: {voor}, staat: open}}\n",
        "utf-8",
    )
    told = [line for line in lines(stand(draft, today=date(2024, 11, 28))) if line.startswith("  motie ")]
    assert told == [f"  motie peil ({said}): Het peil; nog in geen hoofdstuk"]


def test_a_title_is_judged_as_it_is_typed_and_told_as_it_is_printed(draft: Path) -> None:
    """What asks for the period before moves on by itself, and 'check' says nothing of it."""
    before = stand(draft)
    write(
        draft,
        "bijlage/wonen.md",
        '---\ntitel: Na {{ vorige("kort") }}\nstatus: concept\n---\n\nEr wordt gebouwd.\n',
    )
    found = stand(draft)
    assert [one.title for one in found.texts if one.name == "wonen"] == ["Na 2e helft 2023"]
    assert (found.errors, found.warnings) == (before.errors, before.warnings)


def test_days_that_are_over_are_told_to_be_so(draft: Path) -> None:
    told = [line.split()[-1] for line in lines(stand(draft, today=date(2024, 7, 9))) if line.startswith("  ")]
    assert told[:3] == ["voorbij", "voorbij", "vandaag"]


def test_the_page_says_the_same_and_fetches_and_runs_nothing(draft: Path) -> None:
    write(draft, "bijlage/water.md", "# Water <b>\n\n[open: 2 < 3 & meer]\n")
    made = page(stand(draft))
    assert "2 &lt; 3 &amp; meer" in made
    assert "A. Schrijver" in made
    assert "over 7 dagen (5 werkdagen)" in made
    assert [word for word in ("<script", "http", "src=", "url(", "<b>") if word in made] == []


def test_the_command_tells_the_last_period_as_text_as_json_and_as_a_page(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(["status", *arguments])
        said = capfd.readouterr()
        return int(left.value.code or 0), said.out, said.err

    monkeypatch.chdir(draft)
    assert run()[1].startswith("2024-H1: Voortgang Regio Voorbeeld, concept\n")
    told = json.loads(run("2024-H1", "--json")[1])
    assert (told["periode"], told["deadlines"][0]["day"]) == ("2024-H1", "2024-06-27")
    assert told["texts"][3]["open_points"][0]["at"]["line"] == 3 + 2
    assert run("--report", "stand.html")[1] == "stand.html\n"
    assert (draft / "stand.html").read_text("utf-8").startswith("<!doctype html>")
    assert run("--report", "stand.pdf")[0] == 2
    assert run("2022-H1")[2].startswith("content/2022-H1: fout: de map van 2022-H1 is er niet")
    write(draft, "rapportage.yaml", "titel: [\n")
    assert run()[0] == 1


def test_the_real_draft_has_open_points_in_most_chapters() -> None:
    found = stand(ROOT, "2022-H1")
    assert max(map(len, lines(found))) <= 80
    assert (found.open_points, found.errors) == (76, 0)
