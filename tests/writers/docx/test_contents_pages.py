"""The contents list in Word is right within one page, as it opens: LibreOffice prints it in Word's stead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import engines
import pypdfium2
import pytest
from papers import Paper, checked
from printed import OFFICE, printed
from where import ROOT, WORKSPACES

from rapportage.document import Contents, walk
from rapportage.figures.cache import user_cache
from rapportage.inlines import plain
from rapportage.style.tokens import HouseStyle, Points
from rapportage.writers.docx.document import write_docx

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")]

PAPERS = [
    Paper(ROOT, "2021-H2", "bijlage"),
    Paper(ROOT, "2022-H1", "bijlage"),
    Paper(WORKSPACES / "klein", "2024-H1", "bijlage"),
    Paper(WORKSPACES / "besluit", "2024-Q3", "bijlage"),
]
LARGER = 1.1
"""How much larger the letters of the second style are."""


def larger(style: HouseStyle) -> HouseStyle:
    """The style with larger letters, and no wider lines."""
    letters = {
        name: Points(value * LARGER)
        for name, value in style.tokens.items()
        if name.startswith("letter.") and isinstance(value, float)
    }
    return replace(style, tokens={**style.tokens, **letters})


@pytest.mark.parametrize("scale", [lambda style: style, larger], ids=["default", "larger"])
def test_each_heading_stands_within_a_page_of_where_the_contents_say(
    scale: Callable[[HouseStyle], HouseStyle], tmp_path: Path
) -> None:
    told, packages = [], []
    for paper in PAPERS:
        made = checked(paper.root, paper.periode)
        assert made.style
        document = made.documents[paper.name]
        layout = engines.lay_out(document, scale(made.style), engines.TYPST)
        with_bitmaps = replace(document, images=user_cache().with_bitmaps(document.images))
        packages.append(write_docx(with_bitmaps, layout.style, layout.pages, embed_fonts=True))
        lists = (one for one in walk(document.blocks) if isinstance(one, Contents) and one.of == "koppen")
        told.append(
            {
                f"{entry.label} {plain(entry.content)}".strip(): layout.pages[entry.target]
                for one in lists
                for entry in one.entries
            }
        )
    for paper, said, pdf in zip(PAPERS, told, printed(packages, tmp_path), strict=True):
        found = headings(pdf)
        off = {words: (page, found[words]) for words, page in said.items() if abs(found[words] - page) > 1}
        assert (str(paper), off) == (str(paper), {})
        assert len(said) > 2


def headings(pdf: bytes) -> dict[str, int]:
    """The page of each heading."""
    with pypdfium2.PdfDocument(pdf) as opened:
        marks = [(mark.get_title(), mark.get_dest()) for mark in opened.get_toc()]
        return {" ".join(title.split()): dest.get_index() + 1 for title, dest in marks if dest}
