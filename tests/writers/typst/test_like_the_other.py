"""A reader cannot say which engine made a page: the same places and sizes, as many pages, the same numbers in Word."""

from __future__ import annotations

import pypdfium2
import pytest
from engines import DEFAULT, TYPST, Layout
from papers import PAPERS, Paper, made
from word_files import STYLE, shown, values, xml

from rapportage.document import Contents, Document, Heading, Kader, Metadata, Table, walk
from rapportage.inlines import plain
from rapportage.style.page import portrait

SMALL = [paper for paper in PAPERS if paper.root.name in ("klein", "besluit")]


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_paper_has_as_many_pages_one_more_or_less(paper: Paper) -> None:
    pages = [made(paper, engine).layout.page_count for engine in (DEFAULT, TYPST)]
    assert abs(pages[0] - pages[1]) <= 1


def landmarks(document: Document) -> list[str]:
    """Words that begin a line wherever lines end: of headings, captions, boxes and terms."""
    found = []
    for block in walk(document.blocks):
        match block:
            case Heading():
                found.append(f"{block.label} {plain(block.content)}".strip())
            case Table() if block.caption:
                found.append(f"{block.label}: {plain(block.caption)}")
            case Kader():
                found.append(plain(block.title))
            case Metadata():
                found += [plain(row.term) for row in block.rows]
            case _:
                pass
    return [words[:24] for words in found]


def places(layout: Layout, words: list[str]) -> dict[str, tuple[float, ...]]:
    """Where the last of these words stand: from the left, from above, and how high their letters are."""
    found: dict[str, tuple[float, ...]] = {}
    with pypdfium2.PdfDocument(layout.pdf) as opened:
        for page in opened:
            text = page.get_textpage()
            for one in words:
                search = text.search(one, match_case=True)
                while at := search.get_next():
                    left, below, _, above = text.get_charbox(at[0])
                    if below > page.get_height() - portrait(STYLE).top:
                        continue  # what stands above the text
                    found[one] = (left, page.get_height() - above, above - below)
    return found


@pytest.mark.parametrize("paper", SMALL, ids=str)
def test_headings_captions_boxes_and_terms_stand_where_the_other_engine_puts_them(paper: Paper) -> None:
    """In the small papers, in which no line ends otherwise."""
    document, _, layout = made(paper)
    words = landmarks(document)
    one, other = places(layout, words), places(made(paper, TYPST).layout, words)
    assert words
    assert set(one) == set(other)
    far = {
        name: (place, other[name])
        for name, place in one.items()
        if place[2] != pytest.approx(other[name][2], abs=0.3)
        or place[0] != pytest.approx(other[name][0], abs=0.5)
    }
    assert far == {}


def test_word_takes_the_pages_of_its_contents_from_this_engine() -> None:
    document, package, layout = made(PAPERS[1], TYPST)
    lines = [
        shown(one)
        for one in xml(package).iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
        if values(one, "w:pStyle")[:1] and values(one, "w:pStyle")[0].startswith("TOC")
    ]
    wanted = [
        f"{plain(entry.content)}{layout.pages[entry.target]}"
        for block in document.blocks
        if isinstance(block, Contents)
        for entry in block.entries
    ]
    lines = [line for line in lines if line[-1:].isdigit()]  # not its title
    assert len(lines) == len(wanted) > 20
    assert [line for line, words in zip(lines, wanted, strict=True) if not line.endswith(words)] == []
