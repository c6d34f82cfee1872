"""A last row that is called a total, and is one, is set apart as that of a file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.document import Table, walk
from rapportage.inlines import plain
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace


def last_row(klein: Path, rows: str, head: str = "Wat | Aantal") -> tuple[str, list[str | None]]:
    """What a last row of a table in a text is a total of, and the rules that are broken."""
    chapter = klein / "content/2024-H1/bijlage/water.md"
    table = f"| {head} |\n|---|---|\n" + "".join(f"| {one} |\n" for one in rows.split("; "))
    chapter.write_text(f"{chapter.read_text('utf-8')}\n{table}", "utf-8")
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    blocks = [one for one in walk(checked.documents["bijlage"].blocks) if isinstance(one, Table)]
    (found,) = [one for one in blocks if plain(one.head[0].cells[0].content) == "Wat"]
    assert all(not row.total for row in found.body[:-1])
    return found.body[-1].total, [one.rule for one in checked.problems]


@pytest.mark.parametrize(
    ("rows", "head", "total"),
    [
        ("a | 12; b | 15; Totaal | 27", "Wat | Aantal", "totaal"),
        ("a | 12; b | 15; **Totalen** | **27**", "Wat | Aantal", "totaal"),
        ("a | 12; b | 15; som | 27", "Wat | Aantal", "totaal"),
        ("a | 33,3%; b | 33,3%; c | 33,3%; Totaal | 100%", "Wat | Aandeel", "totaal-afgerond"),
    ],
)
def test_a_row_that_is_called_a_total_and_adds_up_is_set_apart(
    rows: str, head: str, total: str, klein: Path
) -> None:
    assert last_row(klein, rows, head) == (total, [])


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("a | 12; b | 15; Totaal | 28", ["totaal-onjuist"]),
        ("a | 12; b | 15; Totaal wonen | 27", []),
        ("a | ja; b | nee; Totaal | onbekend", []),
        ("Totaal | 27; a | 12; b | 15", []),
    ],
)
def test_one_that_does_not_or_is_called_otherwise_stays_a_row(
    rows: str, told: list[str], klein: Path
) -> None:
    assert last_row(klein, rows) == ("", told)
