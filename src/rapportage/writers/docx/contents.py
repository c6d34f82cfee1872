"""Write the contents list as Word's own, with the page numbers already in it."""

from __future__ import annotations

from rapportage.document import LABELS, Contents, ContentsEntry
from rapportage.writers.docx.inlines import BOLD, PLAIN, runs, unlinked
from rapportage.writers.docx.ooxml import (
    Element,
    el,
    field,
    field_end,
    field_start,
    link_to,
    paragraph,
    run,
    text,
)
from rapportage.writers.docx.package import WordPackage

_LEVELS = 4
_CAPTIONS = "TableofFigures"
_SEQUENCES = {"figuren": LABELS["figuur"], "tabellen": LABELS["tabel"]}
"""What Word counts the captions of each list by."""


def write_contents(word: WordPackage, block: Contents) -> list[Element]:
    """The list as Word's own field; that of headings in the container with the button to renew it."""
    title = paragraph("TOCHeading", *runs(word, block.title, BOLD)) if block.title else None
    if block.of != "koppen":
        entries = [_entry(word, entry, _CAPTIONS) for entry in block.entries] or [paragraph(_CAPTIONS)]
        _field_around(entries, rf'TOC \h \z \c "{_SEQUENCES[block.of]}"')
        return [title, *entries] if title is not None else entries
    entries = [_entry(word, one, f"TOC{min(one.level, _LEVELS)}") for one in block.entries]
    entries = entries or [paragraph("TOC1")]
    _field_around(entries, rf'TOC \o "1-{block.depth}" \h \z \u')
    gallery = el("w:docPartGallery", val="Table of Contents")
    properties = el(
        "w:sdtPr", el("w:id", val=word.count("container")), el("w:docPartObj", gallery, el("w:docPartUnique"))
    )
    return [el("w:sdt", properties, el("w:sdtContent", title, *entries))]


def _field_around(entries: list[Element], instruction: str) -> None:
    """Let the field begin in the first entry and end in the last: no empty line is left after it."""
    for element in reversed(field_start(instruction)):
        entries[0].insert(1, element)
    entries[-1].append(field_end())


def _entry(word: WordPackage, entry: ContentsEntry, style: str) -> Element:
    name = word.contents_bookmarks[entry.target]
    label = [run(*text(f"{entry.label} "))] if entry.label else []
    page = word.pages.get(entry.target)
    number = [run(el("w:tab")), *field(rf"PAGEREF {name} \h", str(page))] if page else []
    words = runs(word, unlinked(entry.content), BOLD if style == "TOC1" else PLAIN)
    return paragraph(style, link_to(name, *label, *words, *number))
