"""A table of amounts makes its rows from items: columns by their keys, and amounts per inhabitant."""

from __future__ import annotations

from pathlib import Path

from rapportage.build.check import Checked, check
from rapportage.document import Table, walk
from rapportage.inlines import plain
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

ITEMS = """titel: Wat het kost
inwoners: 28511
posten:
  - post: '*Woningbouw*'
    bedrag: 67000
    grondslag: een bedrag per inwoner
    jaar: 2024
  - post: Subsidie
    bedrag: '{{ waarde("subsidie") }}'
    bron: Begroting 2024
  - post: Kaarten
    bedrag: 12.5
    per-inwoner: false
  - post: Samen
    bedrag: 22567012.50
    totaal: true
"""


def checked(klein: Path, items: str) -> Checked:
    (klein / "content/2024-H1/tabellen/kosten.yaml").write_text(items, "utf-8")
    chapter = klein / "content/2024-H1/bijlage/wonen.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n[tabel: kosten]\n", "utf-8")
    return check(Workspace(klein), parse_periode("2024-H1"))


def rows(found: Checked) -> list[list[str]]:
    tables = [one for one in walk(found.documents["bijlage"].blocks) if isinstance(one, Table)]
    (table,) = [one for one in tables if one.id == "kosten"]
    cells = [[plain(cell.content) for cell in row.cells] for row in table.head + table.body]
    return [[one.replace("\N{NO-BREAK SPACE}", " ") for one in row] for row in cells]


def test_each_key_that_an_item_has_is_a_column(klein: Path) -> None:
    found = checked(klein, ITEMS)
    assert found.problems == ()
    assert rows(found) == [
        ["Post", "Bedrag", "Per inwoner", "Grondslag", "Jaar", "Bron"],
        ["Woningbouw", "€ 67.000", "€ 2,35", "een bedrag per inwoner", "2024", "–"],
        ["Subsidie", "€ 22,5 miljoen", "€ 789,17", "–", "–", "Begroting 2024"],
        ["Kaarten", "€ 12,50", "–", "–", "–", "–"],
        ["Samen", "€ 22.567.012,50", "€ 791,52", "–", "–", "–"],
    ]


def test_inhabitants_may_be_a_series(klein: Path) -> None:
    found = checked(klein, ITEMS.replace("inwoners: 28511", "inwoners: woningen"))
    assert [one.message for one in found.errors] == []
    assert [row[2] for row in rows(found)][1:3] == ["€ 49,70", "€ 16.691,39"]


def test_a_total_that_is_none_is_told_at_its_amount(klein: Path) -> None:
    found = checked(klein, ITEMS.replace("22567012.50", "22567013.50"))
    assert [(one.at.line, one.rule) for one in found.errors] == [(15, "rijtotaal")]


def test_amounts_below_each_other_are_written_in_full(klein: Path) -> None:
    items = (
        "titel: Wat het kost\nposten:\n  - {post: Een, bedrag: 250000}\n  - {post: Twee, bedrag: 1200000}\n"
    )
    assert [row[1] for row in rows(checked(klein, items))] == ["Bedrag", "€ 250.000", "€ 1.200.000"]
