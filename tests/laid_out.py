"""Documents laid out in the house style of the package, for tests that look at pages."""

from __future__ import annotations

from functools import cache

import engines
import pypdfium2
from documents import META, as_concept, everything
from engines import Layout
from where import TEMPLATES

from rapportage.document import Block, Document, Heading, Image, walk
from rapportage.running import headed_from
from rapportage.style.page import landscape, portrait
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
    """What stands above each page but the first, by which heading its text begins with or follows."""
    words = headed_from(document)
    named = [one for one in walk(document.blocks) if isinstance(one, Heading) and one.id in words]
    found = []
    with pypdfium2.PdfDocument(made.pdf) as opened:
        for number, page in enumerate(opened, 1):
            sheet = landscape(style()) if page.get_width() > page.get_height() else portrait(style())
            top = page.get_textpage().get_text_bounded(top=page.get_height() - sheet.top + 1).split()
            here = [one for one in named if made.pages[one.id] == number]
            before = [one for one in named if made.pages[one.id] < number]
            begins = here[:1] if here and _begins(top, here[0].title.split()) else []
            led = begins or before[-1:]
            found.append(words[led[0].id] if led else document.meta.title)
    return found[1:]


def _begins(words: list[str], start: list[str]) -> bool:
    return words[: len(start)] == start


@cache
def layout(concept: bool = False, engine: str = engines.DEFAULT) -> Layout:
    return engines.lay_out(as_concept(everything()) if concept else everything(), style(), engine)
