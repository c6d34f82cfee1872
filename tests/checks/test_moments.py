"""The moment at which the period before ended, in what tells of now."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.checks.days.moments import of_before
from rapportage.checks.subjects import Content
from rapportage.content.load import load
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

BEFORE = "toen eindigde 2023-H2, en de rapportage gaat over 2024-H1"


def told(root: Path) -> list[str]:
    workspace = Workspace(root)
    rapportage = load(workspace, parse_periode("2024-H1")).value.rapportage
    assert rapportage is not None
    return [one.message for one in of_before(Content(rapportage, workspace))]


def with_table(root: Path, heads: str, bron: str = "Telling", more: str = "") -> list[str]:
    """What is told of a table with these heads and this source."""
    columns = "".join(f"  - kop: {head}\n" for head in ("Plaats", *heads.split(" | ")))
    cells = ", ".join("1" for _ in heads.split(" | "))
    table = f"titel: Woningen\nbron: {bron}\n{more}kolommen:\n{columns}rijen:\n  - [Stad, {cells}]\n"
    (root / "content/2024-H1/tabellen/tabel-wonen.yaml").write_text(table, "utf-8")
    return told(root)


@pytest.mark.parametrize(
    ("heads", "moment"),
    [
        ("Realisatie t/m december", "t/m december"),
        ("Begroting 2024 | Realisatie t/m december", "t/m december"),
        ("t/m december 2023", "t/m december 2023"),
        ("Stand 31-12-2023", "Stand 31-12-2023"),
        ("Aantal per 31 december 2023", "per 31 december 2023"),
        ("Realisatie 2023-2", "2023-2"),
        ("'Formatie in fte, 31 december 2023'", "31 december 2023"),
        ("Formatie (31 december 2023)", "31 december 2023"),
        ("'Formatie in fte, 30 juni 2024'", None),
        ("'Besluit van de raad, 14 maart 2023'", None),
        ("Realisatie t/m juni", None),
        ("t/m december | t/m juni", None),
        ("Stand 31-12-2023 | Stand 30-06-2024", None),
        ("Stand 31-12-2023 | Nu", None),
        ("'{{ vorige }}' | '{{ periode }}'", None),
        ("Stand 31-12-2023 | '{{ periode }}'", None),
        ("2023-2 | 2024-1", None),
        ("Stand 1 januari 2024", None),
        ("Verordening 2023-2", None),
        ("Stand 31-12-2022", None),
        ("januari t/m december 2023", None),
    ],
)
def test_a_head_of_the_end_of_before_is_told_where_none_is_of_now(
    klein: Path, heads: str, moment: str | None
) -> None:
    expected = [f"hier staat '{moment}': {BEFORE}"] if moment else []
    assert with_table(klein, heads) == expected


@pytest.mark.parametrize(
    ("bron", "more", "moment"),
    [
        ("Provincie, stand 31 december 2023", "", "stand 31 december 2023"),
        ("Provincie, peildatum 31-12-2023", "", "peildatum 31-12-2023"),
        ("Provincie, stand 31 december 2023", "nagezien: 2024-07-05\n", None),
        ("Provincie, stand 30 juni 2024", "", None),
        ("Provincie, stand 1 januari 2024", "", None),
        ("Nota van december 2023", "", None),
        ("'Provincie, stand {{ peildatum(\"woningen\") }}'", "", None),
    ],
)
def test_a_source_of_the_end_of_before_is_told_until_it_was_read(
    klein: Path, bron: str, more: str, moment: str | None
) -> None:
    expected = [f"hier staat '{moment}': {BEFORE}"] if moment else []
    assert with_table(klein, "Aantal", bron, more) == expected


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("## Stand per 31 december 2023", "Stand per 31 december 2023"),
        ("## Voortgang 2023-2", "2023-2"),
        ("| Wat | Realisatie t/m december |\n|---|---|\n| a | 1 |", "t/m december"),
        ("| Wat | per 31-12-2023 | nu |\n|---|---|---|\n| a | 1 | 2 |", None),
        ("## Stand per 30 juni 2024", None),
        ("## Van 31 december 2023 tot nu", None),
        ("De stand per 31 december 2023 was goed.", None),
    ],
)
def test_a_heading_or_a_table_in_a_text_of_the_end_of_before_is_told(
    klein: Path, text: str, moment: str | None
) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n{text}\n", "utf-8")
    assert told(klein) == ([f"hier staat '{moment}': {BEFORE}"] if moment else [])


def test_a_source_of_a_picture_says_its_moment_in_a_key(klein: Path) -> None:
    figure = klein / "content/2024-H1/figuren/dijk.yaml"
    figure.write_text(figure.read_text("utf-8").replace("2024-05", "2023-12"), "utf-8")
    assert told(klein) == [f"hier staat 'peildatum december 2023': {BEFORE}"]


@pytest.mark.parametrize(
    ("bron", "title", "moment"),
    [
        ("Provincie, 30 juni 2023", "Woningen", "30 juni 2023"),
        ("Provincie, stand 31 december 2022", "Woningen", "stand 31 december 2022"),
        ("Provincie, 30 juni 2023", "Woningen in 2023", None),
        ("Provincie, 30 juni 2023", "Woningen\nnagezien: 2024-07-05", None),
        ("Provincie, 1 januari 2023", "Woningen", None),
        ("Provincie, 12 mei 2023", "Woningen", None),
        ("Provincie, 30 juni 2012", "Woningen", None),
        ("Provincie, 30 juni 2023 en 30 juni 2024", "Woningen", None),
        ("Onderzoek van juni 2023", "Woningen", None),
        ("Nota wonen 2023", "Woningen", None),
    ],
)
def test_a_source_of_long_before_is_told_unless_its_table_tells_of_that_year(
    klein: Path, bron: str, title: str, moment: str | None
) -> None:
    table = (
        f"titel: {title}\nbron: {bron}\nkolommen:\n  - kop: Plaats\n  - kop: Aantal\nrijen:\n  - [Stad, 1]\n"
    )
    (klein / "content/2024-H1/tabellen/tabel-wonen.yaml").write_text(table, "utf-8")
    assert told(klein) == ([f"hier staat '{moment}': dat is van ver voor 2024-H1"] if moment else [])


@pytest.mark.parametrize(
    ("peildatum", "moment"), [("2023-05", "mei 2023"), ("2023-01-01", None), ("2024-02", None)]
)
def test_a_source_with_a_key_for_its_moment_is_of_no_earlier_year(
    klein: Path, peildatum: str, moment: str | None
) -> None:
    figure = klein / "content/2024-H1/figuren/dijk.yaml"
    figure.write_text(figure.read_text("utf-8").replace("2024-05", peildatum), "utf-8")
    expected = [f"hier staat 'peildatum {moment}': dat is van ver voor 2024-H1"] if moment else []
    assert told(klein) == expected


def test_a_chart_is_of_the_end_of_before_by_its_caption_and_not_by_its_description(klein: Path) -> None:
    figure = klein / "content/2024-H1/figuren/woningbouw.yaml"
    text = figure.read_text("utf-8").replace("alt: '", "alt: 'Het begint met de stand per 31 december 2023. ")
    figure.write_text(text, "utf-8")
    assert told(klein) == []
    figure.write_text(text.replace("Opgeleverde woningen", "Woningen, stand 31 december 2023"), "utf-8")
    assert told(klein) == [f"hier staat 'stand 31 december 2023': {BEFORE}"]


@pytest.mark.parametrize(
    ("title", "moment"),
    [
        ("Planvoorraad op 31 december 2023", "31 december 2023"),
        ("Planvoorraad op 31-12-2023", "31-12-2023"),
        ("Planvoorraad 31-12-2023", "31-12-2023"),
        ("Formatie in fte, 31 december 2023", "31 december 2023"),
        ("Planvoorraad (31 december 2023)", "31 december 2023"),
        ("Planvoorraad op 30 juni 2024", None),
        ("Van 31 december 2023 tot 30 juni 2024", None),
        ("Moties sinds 31 december 2023", None),
        ("Besluit van 31 december 2023", None),
        ("Storm op 30 december 2023", None),
        ("Planvoorraad op 31-12-2022", None),
    ],
)
def test_a_title_with_the_last_day_of_before_is_told(klein: Path, title: str, moment: str | None) -> None:
    table = (
        f"titel: {title}\nbron: Telling\nkolommen:\n  - kop: Plaats\n  - kop: Aantal\nrijen:\n  - [Stad, 1]\n"
    )
    (klein / "content/2024-H1/tabellen/tabel-wonen.yaml").write_text(table, "utf-8")
    assert told(klein) == ([f"hier staat '{moment}': {BEFORE}"] if moment else [])


def test_a_day_in_a_cell_is_that_of_a_milestone(klein: Path) -> None:
    table = "titel: Mijlpalen\nbron: Telling\nkolommen:\n  - kop: Wat\n  - kop: Gereed\nrijen:\n  - [Brug, 31 december 2023]\n"
    (klein / "content/2024-H1/tabellen/tabel-wonen.yaml").write_text(table, "utf-8")
    assert told(klein) == []
