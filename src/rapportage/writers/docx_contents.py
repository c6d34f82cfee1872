"""Write the contents list as Word's own, with the page numbers already in it."""

from __future__ import annotations

from rapportage.document import Contents, ContentsEntry
from rapportage.writers.docx_inlines import BOLD, PLAIN, runs, unlinked
from rapportage.writers.docx_state import Word
from rapportage.writers.ooxml import Element, el, field, field_end, field_start, link_to, paragraph, run, text

_LEVELS = 4


def write_contents(word: Word, block: Contents) -> list[Element]:
    """The list in the container that gives Word's reader the button to bring it up to date."""
    title = paragraph("TOCHeading", *runs(word, block.title, BOLD)) if block.title else None
    entries = [_entry(word, entry) for entry in block.entries] or [paragraph("TOC1")]
    _open_field(entries[0], rf'TOC \o "1-{block.depth}" \h \z \u')
    entries.append(paragraph("Normal", field_end()))
    gallery = el("w:docPartGallery", val="Table of Contents")
    properties = el(
        "w:sdtPr", el("w:id", val=word.count("container")), el("w:docPartObj", gallery, el("w:docPartUnique"))
    )
    return [el("w:sdt", properties, el("w:sdtContent", title, *entries))]


def _open_field(first: Element, instruction: str) -> None:
    for element in reversed(field_start(instruction)):
        first.insert(1, element)


def _entry(word: Word, entry: ContentsEntry) -> Element:
    name = word.contents_bookmarks[entry.target]
    label = [run(*text(f"{entry.label} "))] if entry.label else []
    page = word.pages.get(entry.target)
    number = [run(el("w:tab")), *field(rf"PAGEREF {name} \h", str(page))] if page else []
    words = runs(word, unlinked(entry.content), BOLD if entry.level == 1 else PLAIN)
    return paragraph(f"TOC{min(entry.level, _LEVELS)}", link_to(name, *label, *words, *number))
