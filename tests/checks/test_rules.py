"""What must hold between files, at the edges; the plain mistakes stand in errors/."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.content.organisation import Ambtsdrager
from rapportage.document import Signatures
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

DATES = "rapportagedatum: 2024-07-02\ncollegevergadering: 2024-07-09\nraadsvergadering: 2024-09-16\n"


def told(workspace: Path) -> list[str]:
    problems = check(Workspace(workspace), parse_periode("2024-H1")).problems
    return [f"{one.at}: {one.severity}: {one.message}" for one in problems]


def change(workspace: Path, file: str, old: str, new: str) -> None:
    path = workspace / "content" / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def dated(report: str, college: str, raad: str) -> str:
    return f"rapportagedatum: {report}\ncollegevergadering: {college}\nraadsvergadering: {raad}\n"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2024-07-02", "2024-07-02", "2024-07-03"), []),
        (("2024-06-30", "2024-07-09", "2024-09-16"), []),
        (
            ("2024-07-02", "2024-09-16", "2024-09-16"),
            [
                "content/2024-H1/rapportage.yaml:9:1: fout: de raad vergadert op 16 september 2024, niet na het"
                " college (16 september 2024)"
            ],
        ),
        (
            ("2024-07-10", "2024-07-09", "2024-09-16"),
            [
                "content/2024-H1/rapportage.yaml:8:1: fout: het college vergadert op 9 juli 2024, vóór de datum"
                " van de rapportage (10 juli 2024)"
            ],
        ),
        (("2024-07-02", "2024-07-09", "2025-06-30"), []),
        (
            ("2024-07-02", "2024-07-09", "2025-07-01"),
            [
                "content/2024-H1/rapportage.yaml:9:1: waarschuwing: de raad vergadert op 1 juli 2025, meer dan een"
                " jaar na de periode (30 juni 2024)"
            ],
        ),
        (
            ("2026-07-02", "2026-07-11", "2026-09-16"),
            [
                "content/2024-H1/rapportage.yaml:7:1: waarschuwing: de rapportage is van 2 juli 2026, meer dan een"
                " jaar na de periode (30 juni 2024)"
            ],
        ),
        (
            ("2024-06-29", "2024-07-09", "2024-09-16"),
            [
                "content/2024-H1/rapportage.yaml:7:1: fout: de rapportage is van 29 juni 2024, maar de periode"
                " loopt tot en met 30 juni 2024"
            ],
        ),
    ],
)
def test_days_follow_each_other(klein: Path, days: tuple[str, str, str], expected: list[str]) -> None:
    change(klein, "2024-H1/rapportage.yaml", DATES, dated(*days))
    change(klein, "organisatie.yaml", "tot: 2024-06-30", "tot: 2024-01-31")
    change(klein, "organisatie.yaml", "van: 2024-07-01", "van: 2024-02-01")
    assert told(klein) == expected


@pytest.mark.parametrize(
    ("day", "served"),
    [("2024-02-01", True), ("2024-01-31", False), ("2024-06-30", True), ("2024-07-01", False)],
)
def test_an_office_is_held_on_its_first_and_last_day_too(day: str, served: bool) -> None:
    holder = Ambtsdrager.model_validate(
        {"naam": "A", "functie": "griffier", "van": "2024-02-01", "tot": "2024-06-30"}
    )
    assert holder.served_on(date.fromisoformat(day)) is served


def test_who_served_on_the_day_of_the_college_signs(klein: Path) -> None:
    change(
        klein,
        "2024-H1/rapportage.yaml",
        DATES,
        dated("2024-06-30", "2024-06-30", "2024-09-16"),
    )
    documents = check(Workspace(klein), parse_periode("2024-H1")).documents
    assert "A. Voorganger" in str(documents["raadsvoorstel"].blocks[-1])


def test_a_figure_that_nothing_shows_is_a_warning(klein: Path) -> None:
    change(klein, "2024-H1/bijlage/water.md", "[figuur: sierlijn]\n", "")
    assert told(klein) == [
        "content/2024-H1/figuren/sierlijn.yaml:1:1: waarschuwing: figuur 'sierlijn' komt niet in een document"
    ]


def test_a_chapter_that_nothing_lists_is_a_warning(klein: Path) -> None:
    (klein / "content/2024-H1/bijlage/extra.md").write_text("---\ntitel: Extra\n---\nTekst.\n", "utf-8")
    assert told(klein) == [
        "content/2024-H1/bijlage/extra.md:1: waarschuwing: hoofdstuk 'extra' komt niet in het document"
    ]


def test_a_figure_and_a_chapter_of_one_name_are_a_problem(klein: Path) -> None:
    (klein / "content/2024-H1/figuren/dijk.yaml").rename(klein / "content/2024-H1/figuren/water.yaml")
    change(klein, "2024-H1/bijlage/water.md", "[figuren: dijk, waterschap]", "[figuren: water, waterschap]")
    assert (
        "content/2024-H1/bijlage/water.md:1: fout: de naam 'water' is ook die van figuur content/2024-H1/figuren/water.yaml"
        in told(klein)
    )


def test_an_indicator_in_two_files_is_a_problem(klein: Path) -> None:
    (klein / "content/indicatoren/water.yaml").write_text(
        "indicatoren:\n  - id: woningen\n    naam: x\n    eenheid: x\n    bron: x\n    waarden:\n"
        "      - periode: 2024-H1\n        waarde: 1\n",
        "utf-8",
    )
    assert told(klein)[-1] == (
        "content/indicatoren/wonen.yaml:2:5: fout: indicator 'woningen' bestaat al (content/indicatoren/water.yaml:2:5)"
    )


def test_a_linked_file_inside_the_workspace_may_be_read_and_one_outside_not(klein: Path) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    for target, expected in (
        (klein / "elders.md", []),
        (
            klein.parent / "buiten.md",
            [
                "content/2024-H1/bijlage/water.md:1: fout: dit bestand is een verwijzing naar een plek buiten de"
                " werkmap"
            ],
        ),
    ):
        target.write_text(chapter.read_text("utf-8"), "utf-8")
        chapter.unlink()
        chapter.symlink_to(target)
        assert told(klein) == expected


def test_an_attachment_in_a_folder_that_no_disk_can_have_is_not_there(klein: Path) -> None:
    folder = "kaarten" * 50
    change(klein, "2024-H1/rapportage.yaml", "bestand: kaart.pdf", f"bestand: {folder}/kaart.pdf")
    assert told(klein) == [
        f"content/2024-H1/rapportage.yaml:16:5: fout: bijlage '{folder}/kaart.pdf' bestaat niet"
    ]


def test_an_office_stands_under_the_paper_as_it_is_called(klein: Path) -> None:
    old = "naam: B. Opvolger\n    functie: burgemeester\n"
    new = "naam: 'B.   Opvolger'\n    functie: burgemeester\n    aanduiding: waarnemend burgemeester\n"
    change(klein, "organisatie.yaml", old, new)
    paper = check(Workspace(klein), parse_periode("2024-H1")).documents["raadsvoorstel"]
    signed = [one for block in paper.blocks if isinstance(block, Signatures) for one in block.signatories]
    assert ("B. Opvolger", "waarnemend burgemeester") in [(one.name, one.office) for one in signed]
