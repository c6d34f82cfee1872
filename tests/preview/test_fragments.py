"""Blocks in the page bring no script, fetch nothing from elsewhere, and say where they came from."""

from __future__ import annotations

import re
from datetime import date

import pytest

from rapportage.document import (
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    Image,
    Kader,
    Landscape,
    List,
    ListItem,
    Meta,
    Metadata,
    MetadataRow,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from rapportage.errors import Place
from rapportage.inlines import Footnote, Inline, Link, Reference, Text
from rapportage.preview.fragments import Fragment, Picture, fragments
from rapportage.remembered import Memory


def made(*blocks: Block, memory: Memory | None = None) -> list[Fragment]:
    image = Image("image/png", b"", 10, 10)
    document = Document(Meta("Titel", "Auteur", date(2024, 1, 1)), blocks, {"beeld": image})
    return list(fragments(document, lambda name: Picture(f"beeld/van-{name}", 10, 20), memory or Memory()))


def html(*inlines: Inline) -> str:
    (one,) = made(Paragraph(inlines))
    return one.html


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</p><style>", "&lt;b&gt;"]
)
def test_words_stay_words(words: str) -> None:
    assert re.findall(r"<(/?\w+)", html(Text(words))) == ["p", "/p"]


@pytest.mark.parametrize("address", ["https://example.org/", "mailto:griffie@example.org"])
def test_a_link_opens_by_a_click_and_tells_nothing(address: str) -> None:
    assert html(Link((Text("hier"),), address)) == (
        f'<p><a href="{address}" rel="noopener noreferrer" target="_blank">hier</a></p>'
    )


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "http://example.org", "//example.org", "vscode://file/x"],
)
def test_another_address_is_no_link(address: str) -> None:
    assert html(Link((Text("hier"),), address)) == f'<p><span title="{address}">hier</span></p>'


def test_places_within_the_paper_have_names_that_are_none_of_the_page() -> None:
    heading, paragraph = made(
        Heading(2, (Text("Wonen"),), "papier"), Paragraph((Reference("papier", "hoofdstuk 1"),))
    )
    assert 'id="t-papier"' in heading.html
    assert 'href="#t-papier"' in paragraph.html
    assert (heading.level, heading.words) == (2, "Wonen")


def test_a_picture_is_asked_of_the_page_itself_and_has_its_room_before_it_comes() -> None:
    (one,) = made(Figure("beeld", "Een brug"))
    assert re.findall(r'src="([^"]*)" alt="Een brug" width="(.*?)" height="(.*?)"', one.html) == [
        ("beeld/van-beeld", "10", "20")
    ]


def test_a_note_stands_below_its_block() -> None:
    note = Footnote((Text("Zie het besluit."),), id="noot-1", number=3)
    assert html(Text("Zo is het."), note) == (
        '<p>Zo is het.<sup><a href="#t-noot-1" class="noot">3</a></sup></p>'
        '<p class="noottekst" id="t-noot-1"><sup>3</sup> Zie het besluit.</p>'
    )


def test_a_note_tells_its_own_line_also_in_a_list() -> None:
    note = Footnote((Text("Zie daar."),), id="noot-3", number=3, place=Place("content/x.md", 23))
    (one,) = made(List((ListItem((Paragraph((Text("een"), note)),), Place("content/x.md", 7)),)))
    assert '<p class="noottekst" id="t-noot-3" data-bron="content/x.md:23">' in one.html


def item(words: str, line: int, *rest: List) -> ListItem:
    return ListItem((Paragraph((Text(words),)), *rest), Place("content/x.md", line))


def test_each_list_item_tells_its_line_also_in_a_box() -> None:
    inner = List((item("twee", 8),), ordered=True)
    (one,) = made(Kader((Text("Kader"),), (List((item("een", 7, inner), item("drie", 9))),)))
    assert re.findall(r'data-bron="([^"]*)">(\w+)', one.html) == [
        ("content/x.md:7", "een"),
        ("content/x.md:8", "twee"),
        ("content/x.md:9", "drie"),
    ]


def test_pages_are_nothing_in_a_text_that_flows() -> None:
    assert [one.html for one in made(PageBreak(), Landscape((Paragraph((Text("breed"),)),)))] == [
        "<p>breed</p>"
    ]


def test_the_same_words_elsewhere_tell_their_own_line() -> None:
    memory = Memory()
    for line in (3, 4):
        memory.next_look()
        (one,) = made(List((item("een", line),)), memory=memory)
        assert f"content/x.md:{line}" in one.html


def row(*lines: int) -> Row:
    return Row(tuple(Cell((Text(str(line)),), place=Place("content/x.yaml", line)) for line in lines))


def test_a_row_tells_its_line_and_the_cells_theirs_where_each_was_typed_by_itself() -> None:
    (one,) = made(Table((), (row(7, 7), row(8, 9))))
    assert re.findall(r'<(\w+) data-bron="content/x.yaml:(\d+)"', one.html) == [
        ("tr", "7"),
        ("td", "8"),
        ("td", "9"),
    ]


def test_each_fact_tells_its_line() -> None:
    rows = [MetadataRow((Text("Dag"),), (Text(str(at)),), Place("content/x.yaml", at)) for at in (4, 6)]
    (one,) = made(Metadata(tuple(rows)))
    assert re.findall(r'<dd data-bron="content/x.yaml:(\d)">\1</dd>', one.html) == ["4", "6"]
