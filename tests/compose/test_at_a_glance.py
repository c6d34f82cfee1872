"""The page in front tells how each task stands, in the words of its chapter and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.cli.app import main
from rapportage.document import Document, Heading, Landscape, PageBreak, Table, walk
from rapportage.inlines import plain
from rapportage.periode import parse_periode
from rapportage.traces import traces
from rapportage.workspace import Workspace

WATER = """  bereikt: Het peil daalde.
  volgende-stap: een besluit over *hoog* water.
  wanneer: 2024-10
  oordeel: aandacht
"""
WONEN = '  bereikt: Er kwamen {{ waarde("woningen") }} woningen bij.\n'


def bijlage(klein: Path, wonen: str = WONEN, water: str = WATER) -> Document:
    for name, stand in (("wonen", wonen), ("water", water)):
        path = klein / f"content/2024-H1/bijlage/{name}.md"
        text = path.read_text("utf-8")
        path.write_text(text.replace(f"opgave: {name}\n", f"opgave: {name}\nstand:\n{stand}", 1), "utf-8")
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    assert checked.errors == ()
    return checked.documents["bijlage"]


def cells(document: Document) -> list[list[str]]:
    table = next(block for block in walk(document.blocks) if isinstance(block, Table))
    return [[plain(cell.content) for cell in row.cells] for row in table.head + table.body]


def test_each_task_has_a_row_in_its_chapters_words_with_where_to_read_on(klein: Path) -> None:
    document = bijlage(klein)
    assert cells(document) == [
        ["Opgave", "Wat er is bereikt", "Volgende stap"],
        ["Wonen hoofdstuk 1A.1", "Er kwamen 1.348 woningen bij.", "–"],
        [
            "Water hoofdstuk 1A.2 ▲ aandacht",
            "Het peil daalde.",
            "Oktober 2024: een besluit over hoog water.",
        ],
    ]
    table = next(block for block in walk(document.blocks) if isinstance(block, Table))
    assert all(row.cells[0].header for row in table.body)


def test_it_stands_before_all_chapters_on_a_page_of_its_own(klein: Path) -> None:
    blocks = bijlage(klein).blocks
    at = next(at for at, one in enumerate(blocks) if isinstance(one, Heading))
    assert isinstance(heading := blocks[at], Heading)
    assert plain(heading.content) == "In één oogopslag"
    assert [isinstance(blocks[near], PageBreak) for near in (at - 1, at + 2)] == [True, True]


def test_with_three_texts_beside_each_other_it_lies_and_leaves_no_page_empty(klein: Path) -> None:
    document = bijlage(klein, water=WATER + "  eigen-inzet: Wij pompen.\n")
    blocks = document.blocks
    at = next(at for at, one in enumerate(blocks) if isinstance(one, Landscape))
    assert not isinstance(blocks[at - 1], PageBreak)
    assert isinstance(blocks[at + 1], Heading)
    assert cells(document)[0][-1] == "Wat Voorbeeldstad doet"


def test_a_report_in_which_no_chapter_says_it_has_no_such_page(klein: Path) -> None:
    document = check(Workspace(klein), parse_periode("2024-H1")).documents["bijlage"]
    assert "In één oogopslag" not in [
        plain(one.content) for one in document.blocks if isinstance(one, Heading)
    ]


@pytest.mark.parametrize(
    ("stand", "said"),
    [
        ('  bereikt: Er kwamen {{ waarde("weg") }} bij.\n', "indicator 'weg' is onbekend"),
        ("  bereikt: Zie [@nergens].\n", "de verwijzing [@nergens] vindt geen figuur, tabel of hoofdstuk"),
    ],
)
def test_a_mistake_in_it_is_told_at_its_line(klein: Path, stand: str, said: str) -> None:
    path = klein / "content/2024-H1/bijlage/water.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("opgave: water\n", f"opgave: water\nstand:\n{stand}", 1), "utf-8")
    found = check(Workspace(klein), parse_periode("2024-H1")).errors
    assert [(one.at.line, one.message) for one in found] == [(5, said)]


def test_a_mistake_in_the_title_of_a_part_is_told_too(klein: Path) -> None:
    """It was found while the paper was filled, when problems had been gathered."""
    path = klein / "content/2024-H1/rapportage.yaml"
    text = path.read_text("utf-8")
    assert text.count("  - titel: Voortgang\n") == 1
    path.write_text(text.replace("titel: Voortgang\n", "titel: \"In {{ waarde('weg') }}\"\n"), "utf-8")
    found = check(Workspace(klein), parse_periode("2024-H1")).errors
    assert [one.message for one in found] == ["indicator 'weg' is onbekend"]


def test_the_next_report_is_asked_the_same_with_what_it_was_as_a_remark(klein: Path) -> None:
    bijlage(klein)
    with pytest.raises(SystemExit) as left:
        main(["new", "2024-H2", "--workspace", str(klein)])
    assert left.value.code == 0
    text = (klein / "content/2024-H2/bijlage/water.md").read_text("utf-8")
    assert "#   bereikt: Het peil daalde.\n" in text
    assert "\nstand:\n  bereikt: open\n  volgende-stap: open\novergenomen" in text
    found = check(Workspace(klein), parse_periode("2024-H2")).problems
    asked = [one.message for one in found if one.rule == "open-punt" and "stand van" in one.message]
    assert len(asked) == 3


def test_what_a_template_adds_comes_from_the_line_that_asks_for_it_and_is_no_value_of_it(klein: Path) -> None:
    path = klein / "content/2024-H1/rapportage.yaml"
    path.write_text(path.read_text("utf-8") + "tijdlijn: true\nbegrippenlijst: true\n", "utf-8")
    document = bijlage(klein)
    lines = path.read_text("utf-8").split("\n")
    asked = {
        "In één oogopslag": "delen:",
        "Tijdlijn": "tijdlijn: true",
        "Begrippen en afkortingen": "begrippenlijst: true",
    }
    made = [
        (plain(one.content), lines[one.place.line - 1])
        for one in walk(document.blocks)
        if isinstance(one, Heading) and one.place.file.endswith("rapportage.yaml") and not one.numbered
    ]
    assert made == list(asked.items())
    assert {one.text for one in traces(document)}.isdisjoint({*asked, "Opgave", "Wanneer", "Betekenis"})
