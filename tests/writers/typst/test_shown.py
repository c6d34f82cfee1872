"""Pages to look at are those of the PDF, and say where each block stands on them."""

from __future__ import annotations

import pytest
from papers import PAPERS, Paper, checked
from where import TEMPLATES

from rapportage.document import Document, Heading, ListItem, Table
from rapportage.identity import Identity, Subject, named
from rapportage.style.tokens import HouseStyle
from rapportage.writers.typst import shown
from rapportage.writers.typst.layout import lay_out
from rapportage.writers.typst.shown import Drawer

TEMPLATE = (TEMPLATES / "document.typ").read_text("utf-8")


def of(paper: Paper) -> tuple[Document, HouseStyle]:
    found = checked(paper.root, paper.periode)
    assert found.style
    return found.documents[paper.name], found.style


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_marks_change_nothing_of_the_pages(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    document, style = of(paper)
    marked = Drawer().pages(document, style, TEMPLATE)

    monkeypatch.setattr(shown, "_MARK", "[]")
    monkeypatch.setattr(shown, "_stand", lambda *_: [])
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


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_all_that_has_a_name_of_its_own_stands_on_a_page_in_reading_order(paper: Paper) -> None:
    document, style = of(paper)
    stand = Drawer().pages(document, style, TEMPLATE).blocks
    wanted = {one.name for one, subject in named(document) if _alone(one, subject)}
    assert wanted <= {one.name for one in stand}
    assert [one.page for one in stand] == sorted(one.page for one in stand)
    assert all(one.top < one.bottom for one in stand)


def _alone(one: Identity, subject: Subject) -> bool:
    """Whether this is a heading, a table or an item of a list, and no line of one."""
    return isinstance(subject, Heading | Table | ListItem) and one.kind == type(subject).__name__
