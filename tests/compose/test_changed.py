"""`[veranderd: …]`: what is otherwise than in an earlier period, as a list in a paper."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.compose.changed import changed_list
from rapportage.compose.printed import report_of
from rapportage.content.load import load
from rapportage.periode import parse_periode
from rapportage.since.content import content_changes
from rapportage.traces import traces
from rapportage.workspace import Workspace
from rapportage.writers.text import write_text

EARLIER = "2023-H2"
PROMISE = """\
toezeggingen:
  - {id: brug, soort: toezegging, wat: Een brug over de vaart, door: college, sinds: 2023, vindplaats: raad, voor: 2024-03, staat: open}
  - {id: weg, soort: motie, wat: Een weg, door: raad, sinds: 2023, vindplaats: raad, staat: open}
"""


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.fixture
def two(klein: Path) -> Path:
    """The small workspace with the period before, which lacked a chapter and had another number."""
    now, before = klein / "content/2024-H1", klein / "content" / EARLIER
    shutil.copytree(now, before)
    change(
        before / "rapportage.yaml",
        ("2024-07-02", "2024-01-09"),
        ("2024-07-09", "2024-01-16"),
        ("2024-09-16", "2024-02-05"),
        ("[wonen, water]", "[wonen, oud]"),
    )
    change(now / "rapportage.yaml", ("status: vastgesteld", "status: concept"))
    change(before / "bijlage/wonen.md", ("*snelheid*", "*haast*"))
    (before / "bijlage/water.md").rename(before / "bijlage/oud.md")
    change(before / "bijlage/oud.md", ("titel: Water", "titel: Oud water"))
    for folder, number in ((now, "11"), (before, "10")):
        (folder / "tabellen/gemeten.yaml").write_text(
            "titel: Gemeten\nkolommen: [{kop: Waar}, {kop: 2e helft 2023}]\n"
            f"rijen: [[Dijk, '{number}'], [Dorp, '3']]\n",
            "utf-8",
        )
        (folder / "bijlage/kern.md").open("a", encoding="utf-8").write("\n[tabel: gemeten]\n")
    change(
        now / "bijlage/kern.md", ("De bouw loopt voor.", f"De bouw loopt.\n\n[veranderd: {EARLIER}]\n\nMeer:")
    )
    (klein / "content/toezeggingen.yaml").write_text(PROMISE, "utf-8")
    return klein


def told(root: Path, paper: str = "bijlage") -> list[str]:
    checked = check(Workspace(root), parse_periode("2024-H1"))
    assert not checked.errors, checked.errors
    lines = write_text(checked.documents[paper]).splitlines()
    return [line.removeprefix("• ") for line in lines if line.startswith("• ")]


def test_chapters_series_corrections_and_promises_are_told(two: Path) -> None:
    assert told(two)[:7] == [
        "Nieuw: hoofdstuk 1A.2 (Water).",
        "Gewijzigd: hoofdstuk 1A.1 (Wonen).",
        "Niet meer opgenomen: Oud water.",
        "Opgeleverde woningen: omhoog, van 1.180 naar 1.348 (+168).",
        "Aandeel sociale huur: omhoog, van 27,4% naar 30,0% (+2,6\u00a0procentpunt).",
        "Woningen voor sociale huur: omhoog, van 323 naar 404 (+81).",
        "Subsidie voor woningbouw: €\u00a022,5\u00a0miljoen; er was eerder geen cijfer.",
    ]
    assert told(two)[8:10] == [
        "Verbeterd cijfer in ‘Gemeten’: Dijk, 2e helft 2023 is 11; eerder stond er 10.",
        "Een brug over de vaart: open, over tijd; eerder open.",
    ]


def test_the_memo_names_chapters_that_it_has_no_number_for(two: Path) -> None:
    change(two / "content/2024-H1/bijlage/kern.md", (f"[veranderd: {EARLIER}]\n", ""))
    change(
        two / "content/2024-H1/raadsvoorstel.md", ("## Vervolg\n", f"## Vervolg\n\n[veranderd: {EARLIER}]\n")
    )
    assert "Nieuw: Water." in told(two, "raadsvoorstel")


def test_what_is_the_same_is_told_to_be_so(klein: Path) -> None:
    report = load(Workspace(klein), parse_periode("2024-H1")).value.rapportage
    assert report
    beside = report_of(report)
    nothing = changed_list(report, report, content_changes(beside, beside), "x", refers=True)
    assert nothing == '<p data-bron="x">Er is niets anders dan in het eerste halfjaar van 2024.</p>'


def test_a_title_is_told_as_it_is_printed_in_its_own_report(two: Path) -> None:
    change(
        two / "content/2024-H1/bijlage/water.md",
        ("titel: Water", "titel: 'CO~2~ en *peil* in {{ periode(\"kort\") }}'"),
    )
    change(
        two / "content" / EARLIER / "bijlage/oud.md",
        ("titel: Oud water", "titel: 'm^2^ in {{ periode(\"kort\") }}'"),
    )
    assert told(two)[0] == "Nieuw: hoofdstuk 1A.2 (CO2 en peil in 1e helft 2024)."
    assert told(two)[2] == "Niet meer opgenomen: m2 in 2e helft 2023."


def test_a_title_that_moves_by_itself_is_no_change(two: Path) -> None:
    """Every chapter so named stood in the list, and every promise that such a chapter answers."""
    for period in (EARLIER, "2024-H1"):
        change(
            two / "content" / period / "bijlage/wonen.md",
            ("titel: Wonen", "titel: 'Wonen in {{ periode(\"kort\") }}'\nbeantwoordt: [weg]"),
        )
    assert "Gewijzigd: hoofdstuk 1A.1 (Wonen in 1e helft 2024)." in told(two)
    change(two / "content" / EARLIER / "bijlage/wonen.md", ("*haast*", "*snelheid*"))
    assert [line for line in told(two) if line.startswith(("Gewijzigd", "Een weg"))] == []
    then, now = (load(Workspace(two), parse_periode(one)).value.rapportage for one in (EARLIER, "2024-H1"))
    assert then
    assert now
    found = content_changes(report_of(then), report_of(now))
    assert [(one.name, one.wordt) for one in found.promises] == [("brug", "open, over tijd")]


def test_the_list_says_what_it_lays_beside_and_from_which_series_it_tells(two: Path) -> None:
    checked = check(Workspace(two), parse_periode("2024-H1"))
    assert "Vergeleken met het tweede halfjaar van 2023:" in write_text(checked.documents["bijlage"])
    came = {one.text: one.series for one in traces(checked.documents["bijlage"])}
    assert came["Woningen voor sociale huur: omhoog, van 323 naar 404 (+81)."] == ("sociale-huur",)


def test_an_improved_number_is_found_by_heads_as_they_are_printed_and_go_on_below(two: Path) -> None:
    for period, numbers in ((EARLIER, ("10,9", "145")), ("2024-H1", ("11,3", "149"))):
        head = "periode" if period == EARLIER else "vorige"
        (two / "content" / period / "tabellen/gemeten.yaml").write_text(
            f"titel: Gemeten\nrijkoppen: 2\nkolommen: [{{kop: Waar}}, {{kop: Wat}}, {{kop: '{{{{ {head}(\"kort\") }}}}'}}]\n"
            f"rijen:\n  - [{{tekst: Dijk, over-rijen: 2}}, weken, '{numbers[0]}']\n  - [wachtenden, '{numbers[1]}']\n",
            "utf-8",
        )
    found = [line for line in told(two) if line.startswith("Verbeterd")]
    assert found == [
        "Verbeterd cijfer in ‘Gemeten’: Dijk, weken, 2e helft 2023 is 11,3; eerder stond er 10,9.",
        "Verbeterd cijfer in ‘Gemeten’: Dijk, wachtenden, 2e helft 2023 is 149; eerder stond er 145.",
    ]


def test_a_row_is_not_taken_for_another_that_begins_the_same(two: Path) -> None:
    """Days were told to be improved weeks."""
    for period, rows in (
        (EARLIER, "[Dijk, weken, '10'], [Dorp, weken, '3']"),
        ("2024-H1", "[Dijk, dagen, '50'], [Dijk, weken, '10'], [Dorp, weken, '4']"),
    ):
        (two / "content" / period / "tabellen/gemeten.yaml").write_text(
            f"titel: Gemeten\nkolommen: [{{kop: Waar}}, {{kop: Wat}}, {{kop: 2e helft 2023}}]\nrijen: [{rows}]\n",
            "utf-8",
        )
    found = [line for line in told(two) if line.startswith("Verbeterd")]
    assert found == ["Verbeterd cijfer in ‘Gemeten’: Dorp, 2e helft 2023 is 4; eerder stond er 3."]


def warned(root: Path) -> list[tuple[str, str | None]]:
    checked = check(Workspace(root), parse_periode("2024-H1"))
    return [(one.message, one.hint) for one in checked.problems if one.rule == "veranderd-vorige"]


def test_a_list_since_another_report_than_the_last_is_told(two: Path) -> None:
    """After 'new' for a period that was skipped, or a copy of another chapter, it told what was old news."""
    assert warned(two) == []
    shutil.copytree(two / "content" / EARLIER, two / "content/2023-H1")
    chapter = two / "content/2024-H1/bijlage/kern.md"
    change(chapter, (f"[veranderd: {EARLIER}]", "[veranderd: 2023-H1]"))
    saying = "zeg in de kop of de regel erboven dat het sinds het eerste halfjaar van 2023 is"
    message = "dit is niet wat er sinds de vorige keer veranderde: dat was 2023-H2, en hier staat 2023-H1"
    assert warned(two) == [(message, f"schrijf [veranderd: 2023-H2], of {saying}")]
    shutil.rmtree(two / "content" / EARLIER)
    between = "tussen 2023-H1 en 2024-H1 ligt een periode die niet in deze werkmap staat"
    assert warned(two) == [(f"{between}: dit is niet wat er sinds de vorige keer veranderde", saying)]


@pytest.mark.parametrize(
    "above",
    [
        "Dit is anders dan in het eerste halfjaar van 2023.",
        'Dit is anders dan in {{ jaar_eerder("lang") }}.',
        "## Sinds de eerste helft van 2023\n\nDit is anders.",
        "Sinds 2023-H1:",
    ],
)
def test_a_list_that_says_since_when_may_be_since_any_report(above: str, two: Path) -> None:
    shutil.copytree(two / "content" / EARLIER, two / "content/2023-H1")
    chapter = two / "content/2024-H1/bijlage/kern.md"
    change(chapter, (f"[veranderd: {EARLIER}]", f"{above}\n\n[veranderd: 2023-H1]"))
    assert warned(two) == []


@pytest.mark.parametrize("since", ["2024-H1", "2024-H2", "2023-H1", "vorige"])
def test_the_advice_for_what_is_no_earlier_report_is_the_last_one(since: str, two: Path) -> None:
    change(two / "content/2024-H1/bijlage/kern.md", (f"[veranderd: {EARLIER}]", f"[veranderd: {since}]"))
    (error,) = check(Workspace(two), parse_periode("2024-H1")).errors
    assert (error.message, error.hint) == (
        f"'{since}' is hier geen eerdere periode",
        "schrijf [veranderd: 2023-H2]",
    )


def test_a_difference_has_the_decimals_of_its_series(two: Path) -> None:
    change(two / "content/indicatoren/wonen.yaml", ("waarde: 27.4", "waarde: 29"))
    assert told(two)[4] == "Aandeel sociale huur: omhoog, van 29,0% naar 30,0% (+1,0\u00a0procentpunt)."
