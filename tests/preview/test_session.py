"""A session shows what is on disk, and keeps the last good papers while there is a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from where import TEMPLATES

from rapportage.build.check import check
from rapportage.errors import LayoutError, Place
from rapportage.periode import parse_periode
from rapportage.preview.session import Seen, Session
from rapportage.workspace import Workspace

PERIODE = parse_periode("2024-H1")


@pytest.fixture
def session(klein: Path) -> Iterator[Session]:
    session = Session(Workspace(klein), PERIODE)
    yield session
    session.close()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def chapter(session: Session) -> Path:
    return sorted((session.workspace.content / "2024-H1" / "bijlage").glob("*.md"))[0]


def test_a_look_shows_what_check_finds(session: Session) -> None:
    seen, checked = session.look(), check(session.workspace, PERIODE)
    assert (seen.papers, seen.problems, seen.style) == (checked.documents, checked.problems, checked.style)
    assert (seen.old, seen.rough) == (frozenset(), frozenset())


def test_a_look_at_the_same_files_is_the_same(session: Session) -> None:
    assert session.look() is session.look()


def test_an_edit_gives_another_look_with_another_serial(session: Session) -> None:
    before = session.look()
    path = chapter(session)
    path.write_text(path.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")
    after = session.look()
    assert after.serial == before.serial + 1
    assert after.papers["bijlage"] != before.papers["bijlage"]


def test_with_a_mistake_the_last_good_papers_stay(session: Session) -> None:
    good = session.look()
    path = chapter(session)
    text = path.read_text("utf-8")
    path.write_text(text + "\nZie [@bestaat-niet].\n", "utf-8")
    wrong = session.look()
    assert wrong.papers is good.papers
    assert wrong.old == frozenset(good.papers)
    assert [one.at.file for one in wrong.problems if one.is_error] == [f"content/2024-H1/bijlage/{path.name}"]
    path.write_text(text, "utf-8")
    mended = session.look()
    assert (mended.papers, mended.old) == (good.papers, frozenset())


def test_with_a_mistake_that_a_rule_finds_the_papers_are_those_of_now(session: Session) -> None:
    good = session.look()
    path = chapter(session)
    path.write_text(path.read_text("utf-8") + "\nOp 31 juni 2024 begon het werk.\n", "utf-8")
    wrong = session.look()
    assert [one.rule for one in wrong.problems if one.is_error] == ["dag"]
    assert wrong.papers["bijlage"] != good.papers["bijlage"]
    assert (wrong.old, wrong.rough) == (frozenset(), frozenset(wrong.papers))


def test_papers_are_told_ahead_of_what_rules_find(session: Session) -> None:
    session.look()
    told: list[Seen] = []
    path = chapter(session)
    path.write_text(path.read_text("utf-8") + "\nOp 31 juni 2024 begon het werk.\n", "utf-8")
    seen = session.look(ahead=told.append)
    assert [(one.judged, one.problems) for one in told] == [(False, ())]
    assert told[0].papers == seen.papers
    assert (seen.judged, seen.serial) == (True, told[0].serial + 1)


def test_nothing_is_told_ahead_of_what_cannot_be_composed(session: Session) -> None:
    session.look()
    told: list[Seen] = []
    path = chapter(session)
    path.write_text(path.read_text("utf-8") + "\nZie [@bestaat-niet].\n", "utf-8")
    session.look(ahead=told.append)
    assert told == []


def test_an_edit_that_moves_lines_is_another_look(session: Session) -> None:
    before = session.look()
    path = chapter(session)
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n---\n", "\n---\n\n", 1), "utf-8")
    after = session.look()
    assert after.papers == before.papers
    assert after.serial == before.serial + 1
    line = text[: text.index("\n---\n")].count("\n") + 4
    assert line in {
        one.place.line for one in session.pages("bijlage").blocks if one.place.file.endswith(path.name)
    }


def test_a_period_without_a_folder_is_told_as_check_tells_it(klein: Path) -> None:
    seen = Session(Workspace(klein), parse_periode("2031-H1")).look()
    assert (dict(seen.papers), [one.rule for one in seen.problems]) == ({}, ["periode"])


def test_a_report_that_begins_with_mistakes_is_shown_roughly(session: Session) -> None:
    path = chapter(session)
    path.write_text(path.read_text("utf-8") + "\nZie [@bestaat-niet].\n", "utf-8")
    seen = session.look()
    assert any(one.is_error for one in seen.problems)
    assert "raadsvoorstel" in seen.papers
    assert seen.rough == frozenset(seen.papers)
    assert seen.old == frozenset()


def test_pages_are_those_of_the_last_look(session: Session) -> None:
    session.look()
    before = session.pages("bijlage")
    assert session.pages("bijlage") is before
    path = chapter(session)
    path.write_text(path.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")
    session.look()
    after = session.pages("bijlage")
    assert after.digests != before.digests
    assert set(after.digests) & set(before.digests)


def test_open_points_and_words_are_told_with_their_places(session: Session) -> None:
    path = chapter(session)
    file = f"content/2024-H1/bijlage/{path.name}"
    before = session.look()
    text = path.read_text("utf-8")
    path.write_text(text + "\nDrie woorden erbij.\n\n[open: vraag na]\n", "utf-8")
    after = session.look()
    assert after.words[file] == before.words[file] + 3
    line = (text + "\n\n\n").count("\n") + 1
    assert [(one.words, one.at) for one in after.open_points if one.at.file == file][-1] == (
        "vraag na",
        Place(file, line),
    )


def test_an_own_style_that_pages_are_not_shown_with_is_told_also_when_there_is_a_mistake(
    session: Session,
) -> None:
    assert not session.look().own_layout
    own = session.workspace.root / "templates" / "document.css"
    own.parent.mkdir(exist_ok=True)
    own.write_text((TEMPLATES / "document.css").read_text("utf-8") + "\np { color: #333 }\n", "utf-8")
    assert session.look().own_layout
    (session.workspace.content / "organisatie.yaml").write_text("gemeente: [", "utf-8")
    seen = session.look()
    assert [one for one in seen.problems if one.is_error]
    assert (seen.own_layout, seen.engine) == (True, "weasyprint")


def test_an_own_template_lays_out_the_pages_within_bounds(session: Session) -> None:
    own = session.workspace.root / "templates" / "document.typ"
    own.parent.mkdir(exist_ok=True)
    text = (TEMPLATES / "document.typ").read_text("utf-8")
    own.write_text(text.replace("#let slot(inhoud) =", "#let slot(inhoud) = [] + ", 1), "utf-8")
    organisation = session.workspace.content / "organisatie.yaml"
    organisation.write_text(organisation.read_text("utf-8") + "opmaak: typst\n", "utf-8")
    seen = session.look()
    assert not [one for one in seen.problems if one.is_error]
    pages = session.pages("bijlage")
    assert pages.page_count > 1
    assert pages.blocks
    assert session.first_pages("bijlage") == {}
    own.write_text(text + "\n#while true { }\n", "utf-8")
    session.look()
    with pytest.raises(LayoutError, match="meldt: condition is always true"):
        session.pages("bijlage")
