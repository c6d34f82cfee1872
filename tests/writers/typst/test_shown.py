"""Pages to look at are those of the PDF, and say where each block stands on them."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from papers import PAPERS, Paper, checked
from where import TEMPLATES

from rapportage.document import Document, Heading, ListItem, Paragraph, Table, inlines_of, walk
from rapportage.identity import Identity, Subject, named
from rapportage.inlines import Text, notes_in
from rapportage.style.tokens import HouseStyle
from rapportage.writers.typst import shown
from rapportage.writers.typst.layout import lay_out
from rapportage.writers.typst.shown import Drawer

TEMPLATE = (TEMPLATES / "document.typ").read_text("utf-8")

SVG = "{http://www.w3.org/2000/svg}"


def of(paper: Paper) -> tuple[Document, HouseStyle]:
    found = checked(paper.root, paper.periode)
    assert found.style
    return found.documents[paper.name], found.style


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_marks_change_nothing_of_the_pages(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    document, style = of(paper)
    marked = Drawer().pages(document, style, TEMPLATE)

    monkeypatch.setattr(shown, "_MARK", "[]")
    monkeypatch.setattr(shown, "stands", lambda *_: [])
    plain = Drawer().pages(document, style, TEMPLATE)
    assert plain.blocks == ()
    assert marked.digests == plain.digests


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_pages_are_those_of_the_pdf(paper: Paper) -> None:
    document, style = of(paper)
    pages, layout = Drawer().pages(document, style, TEMPLATE), lay_out(document, style, TEMPLATE)
    assert pages.page_count == layout.page_count
    heads = {one.id: one.page for one in reversed(pages.blocks) if one.id and one.id in layout.pages}
    assert heads
    assert heads == {name: layout.pages[name] for name in heads}


def test_an_address_with_an_ampersand_leaves_a_page_that_can_be_read() -> None:
    (paper,) = [one for one in PAPERS if one.root.name == "klein" and one.name == "bijlage"]
    addresses = []
    for page in Drawer().pages(*of(paper), TEMPLATE).svg:
        addresses += [one.get("href", "") for one in ElementTree.fromstring(page).iter(f"{SVG}a")]
    assert "https://www.example.org/wonen?deel=1&taal=nl" in addresses


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_all_that_has_a_name_of_its_own_stands_on_a_page_in_reading_order(paper: Paper) -> None:
    document, style = of(paper)
    stand = Drawer().pages(document, style, TEMPLATE).blocks
    wanted = {one.name for one, subject in named(document) if _alone(one, subject)}
    assert wanted <= {one.name for one in stand}
    assert [one.page for one in stand] == sorted(one.page for one in stand)
    assert all(one.top < one.bottom for one in stand)


@pytest.mark.parametrize("paper", [one for one in PAPERS if str(one).startswith("klein")], ids=str)
def test_a_note_stands_below_all_else_of_its_page_with_its_own_line(paper: Paper) -> None:
    document, style = of(paper)
    pages = Drawer().pages(document, style, TEMPLATE)
    noted = [one for block in walk(document.blocks) for words in inlines_of(block) for one in notes_in(words)]
    assert [(one.note, one.place) for one in pages.notes] == [(one.number, one.place) for one in noted]
    for note in pages.notes:
        assert note.top < note.bottom
        assert all(one.bottom <= note.top for one in pages.blocks if one.page == note.page)


@pytest.mark.parametrize("paper", [one for one in PAPERS if one.periode == "2021-H2"], ids=str)
def test_first_pages_are_as_they_are_among_all(paper: Paper) -> None:
    document, style = of(paper)
    drawer = Drawer()
    drawer.pages(document, style, TEMPLATE)
    assert drawer.first_pages(document, style, TEMPLATE) == {}
    prose = [
        at for at, one in enumerate(document.blocks) if isinstance(one, Paragraph) and len(one.content) == 1
    ]
    shown = 0
    for number, at in enumerate(prose[:: max(1, len(prose) // 8)]):
        longer = "Zo is het. " * (1 + 9 * (number % 3))
        document = _with_words(document, at, longer)
        first = drawer.first_pages(document, style, TEMPLATE)
        pages = drawer.pages(document, style, TEMPLATE)
        assert first == {page: pages.svg[page - 1] for page in first}
        assert len(first) <= 8
        shown += bool(first)
    assert shown >= 4


def test_the_first_pages_hold_what_changed() -> None:
    document, style = of(PAPERS[1])
    drawer = Drawer()
    before = drawer.pages(document, style, TEMPLATE)
    at = [at for at, one in enumerate(document.blocks) if isinstance(one, Paragraph)][40]
    document = _with_words(document, at, "Een woord erbij. ")
    first = drawer.first_pages(document, style, TEMPLATE)
    after = drawer.pages(document, style, TEMPLATE)
    changed = {page for page, one in enumerate(after.svg, 1) if one != before.svg[page - 1]}
    assert min(changed) in first


def _with_words(document: Document, at: int, words: str) -> Document:
    block = document.blocks[at]
    assert isinstance(block, Paragraph)
    now = replace(block, content=(Text(words), *block.content))
    return replace(document, blocks=(*document.blocks[:at], now, *document.blocks[at + 1 :]))


def _alone(one: Identity, subject: Subject) -> bool:
    """Whether this is a heading, a table or an item of a list, and no line of one."""
    return isinstance(subject, Heading | Table | ListItem) and one.kind == type(subject).__name__
