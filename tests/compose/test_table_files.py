"""What a table file says of itself stands in the paper's table."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.document import Table, plain, walk
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

ROWS = """\
titel: Cijfers
{said}kolommen: [{{kop: Route}}, {{kop: Geteld}}, {{kop: Aantal}}]
rijen:
  - [{{tekst: Inwoners, over-rijen: 2}}, Aanvragen, '151']
  - [Toewijzingen, '25']
"""


@pytest.mark.parametrize(
    ("said", "heads"),
    [
        ("", ["Inwoners"]),
        ("rijkoppen: 2\n", ["Inwoners", "Aanvragen", "Toewijzingen"]),
        ("rijkop: false\n", []),
    ],
)
def test_as_many_columns_head_a_row_as_the_file_says(said: str, heads: list[str], klein: Path) -> None:
    (klein / "content/2024-H1/tabellen/cijfers.yaml").write_text(ROWS.format(said=said), "utf-8")
    with (klein / "content/2024-H1/bijlage/water.md").open("a", encoding="utf-8") as chapter:
        chapter.write("\n\n[tabel: cijfers]\n")
    document = check(Workspace(klein), parse_periode("2024-H1")).documents["bijlage"]
    (table,) = [
        one for one in walk(document.blocks) if isinstance(one, Table) and plain(one.caption) == "Cijfers"
    ]
    cells = [cell for row in table.body for cell in row.cells]
    assert [plain(cell.content) for cell in cells if cell.header] == heads
