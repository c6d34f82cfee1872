"""Documents laid out in the house style of the package, for tests that look at pages."""

from __future__ import annotations

from functools import cache

import engines
from documents import META, as_concept, everything
from engines import Layout
from where import TEMPLATES

from rapportage.document import Block, Document, Image
from rapportage.running import named_above
from rapportage.style.tokens import HouseStyle, house_style

STYLESHEET = (TEMPLATES / "document.css").read_text("utf-8")


@cache
def style() -> HouseStyle:
    return house_style((TEMPLATES / "huisstijl.tokens.json").read_text("utf-8"))


def laid_out(
    *blocks: Block, images: dict[str, Image] | None = None, css: str = "", engine: str = engines.DEFAULT
) -> Layout:
    made = engines.lay_out(Document(META, blocks, images or {}), style(), engine, css)
    assert made.pdf.startswith(b"%PDF-")
    return made


def heads(document: Document, made: Layout) -> list[str]:
    """What stands above each page but the first, by where the headings came to stand."""
    named = [(made.pages[name], words) for name, words in named_above(document).items()]
    found = []
    for page in range(2, made.page_count + 1):
        here = [words for at, words in named if at == page]
        before = [words for at, words in named if at < page]
        found.append((here or before[-1:] or [document.meta.title])[0])
    return found


@cache
def layout(concept: bool = False, engine: str = engines.DEFAULT) -> Layout:
    return engines.lay_out(as_concept(everything()) if concept else everything(), style(), engine)
