"""Write captions that Word counts, and the source lines below them."""

from __future__ import annotations

from docx.shared import Pt

from rapportage.document import LABELS, Figure, Table
from rapportage.identity import CAPTION, SOURCE
from rapportage.writers.docx.inlines import runs
from rapportage.writers.docx.ooxml import (
    Element,
    bookmark,
    character_style,
    field,
    paragraph,
    properties_of,
    run,
    text,
)
from rapportage.writers.docx.package import WordPackage

_NUMBER_STYLE = "Bijschriftnummer"


def caption(word: WordPackage, block: Table | Figure, *, keep_next: bool) -> list[Element]:
    """The caption paragraph with its SEQ field, or nothing where there is no caption."""
    words = LABELS["tabel" if isinstance(block, Table) else "figuur"]
    label = _label(word, words, block) if block.number else []
    if not label and not block.caption:
        return []
    between = [run(*text(": "))] if label and block.caption else []
    content = [*label, *between, *runs(word, block.caption)]
    if name := word.contents_bookmarks.get(block.id):
        word.used_bookmarks.add(name)
        content = bookmark(name, content)
    content = word.identified(block, content, CAPTION)
    if isinstance(block, Table):
        content = word.identified(block, content)
    made = paragraph("Caption", *content, keep_next=keep_next)
    if isinstance(block, Table):  # a table itself has no space above it
        properties_of(made).spacing_before = Pt(word.style.points("ruimte.figuur"))
    return [made]


def source(word: WordPackage, block: Table | Figure) -> list[Element]:
    """The source line, or nothing where there is no source."""
    if not block.source:
        return []
    return [paragraph("Bron", *word.identified(block, runs(word, block.source), SOURCE))]


def _label(word: WordPackage, words: str, block: Table | Figure) -> list[Element]:
    """'Figuur 6', its number bookmarked for references; a number out of line is set rather than counted."""
    follows = word.set_count(words, block.number)
    reset = "" if follows else rf" \r {block.number}"
    look = character_style(_NUMBER_STYLE)
    number = field(rf"SEQ {words} \* ARABIC{reset}", str(block.number), look)
    if block.id:
        number = bookmark(word.bookmarks[block.id], number)
    return [run(*text(f"{words} "), properties=look), *number]
