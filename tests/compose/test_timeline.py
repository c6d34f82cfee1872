"""What comes stands by day, from chapters, the register and typed steps; nothing that is done or has no day."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import Checked, check
from rapportage.cli.app import main
from rapportage.document import Document, Heading, Table, walk
from rapportage.inlines import plain
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

REGISTER = """toezeggingen:
  - {id: a, soort: motie, wat: Een peilbesluit, door: raad, sinds: 2023, vindplaats: motie 4, voor: 2024-10-03, staat: open}
  - {id: b, soort: toezegging, wat: Een brief, door: college, sinds: 2023, vindplaats: verslag, voor: 2024-05, staat: lopend}
  - {id: c, soort: toezegging, wat: Al klaar, door: college, sinds: 2023, vindplaats: verslag, voor: 2024-11, staat: afgedaan}
  - {id: d, soort: toezegging, wat: Zonder dag, door: college, sinds: 2023, vindplaats: verslag, staat: open}
"""
STEPS = """tijdlijn: true
stappen:
  - wanneer: 2025-01
    wat: de {{ waarde("woningen") }} *nieuwe* woningen
    hoofdstuk: wonen
  - wanneer: 2024-10-12
    wat: een avond
"""


def checked(klein: Path, steps: str = STEPS, kern: bool = True) -> Checked:
    report = klein / "content/2024-H1/rapportage.yaml"
    text = report.read_text("utf-8")
    if not kern:
        text = text.replace("kernboodschap: kern\n", "")
        (klein / "content/2024-H1/bijlage/kern.md").unlink()
    report.write_text(text + steps, "utf-8")
    (klein / "content/toezeggingen.yaml").write_text(REGISTER, "utf-8")
    water = klein / "content/2024-H1/bijlage/water.md"
    stand = "stand:\n  bereikt: Het peil daalde.\n  volgende-stap: de pomp.\n  wanneer: 2024-10\nbeantwoordt: [a]\n"
    water.write_text(water.read_text("utf-8").replace("opgave: water\n", f"opgave: water\n{stand}"), "utf-8")
    return check(Workspace(klein), parse_periode("2024-H1"))


def rows(document: Document) -> list[list[str]]:
    tables = (block for block in walk(document.blocks) if isinstance(block, Table))
    table = next(one for one in tables if plain(one.head[0].cells[0].content) == "Wanneer")
    return [[plain(cell.content) for cell in row.cells] for row in table.body]


def test_steps_from_everywhere_stand_by_day_and_a_month_behind_its_days(klein: Path) -> None:
    found = checked(klein)
    assert found.errors == ()
    assert rows(found.documents["bijlage"]) == [
        ["Mei 2024", "Een brief", "toezegging, over tijd"],
        ["3 oktober 2024", "Een peilbesluit", "motie, hoofdstuk 1A.2"],
        ["12 oktober 2024", "Een avond", "–"],
        ["Oktober 2024", "De pomp.", "Hoofdstuk 1A.2"],
        ["Januari 2025", "De 1.348 nieuwe woningen", "Hoofdstuk 1A.1"],
    ]


def test_a_step_that_two_places_tell_in_the_same_words_stands_there_once(klein: Path) -> None:
    steps = """tijdlijn: true
stappen:
  - {wanneer: 2024-10-03, wat: een peilbesluit., hoofdstuk: wonen}
  - {wanneer: 2024-10-03, wat: een ander peilbesluit}
  - {wanneer: 2024-10, wat: De pomp, hoofdstuk: water}
"""
    assert rows(checked(klein, steps).documents["bijlage"])[1:] == [
        ["3 oktober 2024", "Een peilbesluit", "motie, hoofdstuk 1A.2, hoofdstuk 1A.1"],
        ["3 oktober 2024", "Een ander peilbesluit", "–"],
        ["Oktober 2024", "De pomp.", "Hoofdstuk 1A.2"],
    ]


def test_it_stands_behind_the_core_message_or_on_a_page_without_one(klein: Path) -> None:
    titles = [
        plain(one.content) for one in checked(klein).documents["bijlage"].blocks if isinstance(one, Heading)
    ]
    first = [one for one in titles if one in ("In één oogopslag", "Kern", "Tijdlijn", "Voortgang")]
    assert first[-2:] == ["Tijdlijn", "Voortgang"]


def test_a_new_period_asks_for_steps_anew_and_can_be_built_without(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(klein, f"{STEPS}begrippenlijst: true\n")
    monkeypatch.chdir(klein)
    with pytest.raises(SystemExit):
        main(["new", "2024-H2"])
    text = (klein / "content/2024-H2/rapportage.yaml").read_text("utf-8")
    assert "tijdlijn: true" in text
    assert "stappen" not in text
    done = REGISTER.replace("staat: open", "staat: afgedaan").replace("staat: lopend", "staat: afgedaan")
    (klein / "content/toezeggingen.yaml").write_text(done, "utf-8")
    (klein / "content/begrippen.yaml").write_text("begrippen: []\n", "utf-8")
    found = check(Workspace(klein), parse_periode("2024-H2"))
    assert found.errors == ()
    titles = [plain(one.content) for one in found.documents["bijlage"].blocks if isinstance(one, Heading)]
    assert not {"Tijdlijn", "Begrippen en afkortingen"} & {*titles}
