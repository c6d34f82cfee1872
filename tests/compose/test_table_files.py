"""What a table file says of itself stands in the paper's table."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import Checked, check
from rapportage.document import Table, walk
from rapportage.inlines import plain
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.text import write_text

ROWS = """\
titel: Cijfers
{said}kolommen: [{{kop: Route}}, {{kop: Geteld}}, {{kop: Aantal}}]
rijen:
  - [{{tekst: Inwoners, over-rijen: 2}}, Aanvragen, '151']
  - [Toewijzingen, '25']
"""


def asked(klein: Path, *names: str, told: str = "") -> Checked:
    """What is made where each of these texts ends in `told`."""
    for name in names:
        with (klein / "content/2024-H1" / name).open("a", encoding="utf-8") as text:
            text.write(f"\n\n{told}\n")
    return check(Workspace(klein), parse_periode("2024-H1"))


MEMO, CHAPTER = "raadsvoorstel.md", "bijlage/water.md"


def test_a_table_or_figure_may_stand_once_in_each_paper(klein: Path) -> None:
    """No reference leads from the memo to a table of the bijlage, though that was the advice."""
    (klein / "content/2024-H1/tabellen/cijfers.yaml").write_text(ROWS.format(said=""), "utf-8")
    asked(klein, CHAPTER, told="[tabel: cijfers]\n\nZie [@cijfers].")
    checked = asked(
        klein, MEMO, told="[tabel: cijfers]\n\nZie [@cijfers].\n\n[figuur: woningbouw]\n\nEn [@woningbouw]."
    )
    assert checked.errors == ()
    memo, bijlage = (write_text(checked.documents[name]) for name in ("raadsvoorstel", "bijlage"))
    assert "Tabel 1: Cijfers" in memo
    assert "Zie tabel 1." in memo
    assert "En figuur 1." in memo
    assert "Tabel 2: Cijfers" in bijlage
    assert "Zie tabel 2." in bijlage


@pytest.mark.parametrize(
    ("wanted", "said", "remedy"),
    [
        ("[tabel: cijfers]", "tabel 'cijfers' staat al bij", "[@cijfers]"),
        ("[register: alle]", "'[register: alle]' staat al bij", "[@register-alle]"),
        ("[register: moties]", "'[register: moties]' staat al bij", ""),
    ],
)
def test_twice_in_one_paper_is_refused_with_a_hint_that_works(
    wanted: str, said: str, remedy: str, klein: Path
) -> None:
    (klein / "content/2024-H1/tabellen/cijfers.yaml").write_text(ROWS.format(said=""), "utf-8")
    promise = "{id: brug, soort: toezegging, wat: Een brug, door: college, sinds: 2023, vindplaats: raad, staat: open}"
    (klein / "content/toezeggingen.yaml").write_text(f"toezeggingen:\n  - {promise}\n", "utf-8")
    paths = [klein / "content/2024-H1" / name for name in (CHAPTER, "bijlage/vormen.md")]
    texts = [path.read_text("utf-8") for path in paths]
    (error,) = asked(klein, CHAPTER, "bijlage/vormen.md", told=wanted).errors
    assert said in error.message
    assert error.hint == (f"verwijs ernaar met {remedy}, of " if remedy else "") + "haal het hier weg"
    mended = next(path for path in paths if path.name == Path(error.at.file).name)
    mended.write_text(texts[paths.index(mended)] + f"\n\n{remedy}\n", "utf-8")
    assert asked(klein).errors == ()


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
