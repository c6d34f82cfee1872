"""Of a new state only the parts that differ are told, and what a page is told first is all of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rapportage.errors import Place
from rapportage.periode import parse_periode
from rapportage.preview.parts import page_parts, parts_of, some_pages, svg_size, told
from rapportage.preview.pictures import Pictures
from rapportage.preview.session import Seen, Session
from rapportage.remembered import Memory
from rapportage.workspace import Workspace
from rapportage.writers.on_pages import BlockOnPage


@pytest.fixture
def session(klein: Path) -> Session:
    return Session(Workspace(klein), parse_periode("2024-H1"))


def parts(seen: Seen, memory: Memory) -> dict[str, str]:
    memory.next_look()
    pictures = Pictures()
    pictures.keep(seen.papers.values())
    return parts_of(seen, "bijlage", pictures, "stijl", memory)


def news(before: dict[str, str], now: dict[str, str]) -> Any:
    text = told(before, now)
    return json.loads(text) if text else None


def test_an_edit_tells_its_block_and_the_order_and_takes_the_old_one_away(session: Session) -> None:
    memory = Memory()
    before = parts(session.look(), memory)
    chapter = session.workspace.content / "2024-H1/bijlage/kern.md"
    chapter.write_text(chapter.read_text("utf-8").replace("loopt voor", "loopt achter"), "utf-8")
    after = parts(session.look(), memory)
    found = news(before, after)
    blocks = [one for name, one in found["delen"].items() if name.startswith("blok/")]
    assert ["loopt achter" in one["html"] for one in blocks] == [True]
    assert set(found["delen"]) - {f"blok/{name}" for name in found["delen"]["volgorde"]} == {"volgorde"}
    assert len(found["weg"]) == 1


def test_nothing_is_told_of_the_same_state(session: Session) -> None:
    memory = Memory()
    assert news(parts(session.look(), memory), parts(session.look(), memory)) is None


def test_what_is_remembered_is_what_would_be_made_anew(session: Session) -> None:
    memory = Memory()
    for _ in range(3):
        chapter = session.workspace.content / "2024-H1/bijlage/water.md"
        chapter.write_text(chapter.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")
        seen = session.look()
        assert parts(seen, memory) == parts(seen, Memory())


def test_pages_drawn_ahead_take_the_place_of_the_old_ones(session: Session) -> None:
    session.look()
    drawn = session.pages("bijlage")
    pages = page_parts(drawn.digests, map(svg_size, drawn.svg), drawn.blocks)
    listed = json.loads(some_pages(pages, {2: "nieuw", 99: "te ver"})["bladen"])
    assert [one[0] for one in listed] == [
        "nieuw" if at == 1 else one[0] for at, one in enumerate(json.loads(pages["bladen"]))
    ]


def test_a_block_more_on_a_page_changes_of_later_pages_but_the_number_of_their_first() -> None:
    place = Place("content/x.md", 1)

    def shown(*orders: int) -> dict[str, str]:
        on_two = [BlockOnPage(2, 10, 20, place, order) for order in orders]
        return page_parts(["een", "twee"], [(595, 842)] * 2, [BlockOnPage(1, 10, 20, place), *on_two])

    found = news(shown(1, 2), shown(2, 3))
    assert found == {"delen": {"eerste": [0, 2]}, "weg": []}


def test_a_paper_says_which_lines_it_shows_of_what_is_no_text(session: Session) -> None:
    files = json.loads(parts(session.look(), Memory())["bestanden"])
    lines = (session.workspace.content / "2024-H1/rapportage.yaml").read_text("utf-8").split("\n")
    day = next(at for at, line in enumerate(lines, 1) if line.startswith("raadsvergadering"))
    of_report = {paper: files[paper]["content/2024-H1/rapportage.yaml"] for paper in files}
    assert {paper: day in known for paper, known in of_report.items()} == {
        "raadsvoorstel": True,
        "bijlage": False,
    }
    assert files["bijlage"]["content/2024-H1/bijlage/water.md"] == []
