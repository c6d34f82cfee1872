"""What the places that links lead to are called, for readers who hear a link instead of seeing it."""

from __future__ import annotations

from rapportage.document import Document, Figure, Heading, Table, inlines_of, walk
from rapportage.inlines import notes_in, plain, terms_in


def link_names(document: Document) -> dict[str, str]:
    """What each anchor is called."""
    names: dict[str, str] = {}
    full = dict(document.meta.abbreviations)
    for block in walk(document.blocks):
        match block:
            case Heading():
                names[block.id] = block.title
            case Table() | Figure() if block.id:
                names[block.id] = ": ".join(filter(None, (block.label, plain(block.caption))))
            case _:
                pass
        for content in inlines_of(block):
            names |= {note.id: f"Noot {note.number}" for note in notes_in(content) if note.id}
            for term in terms_in(content):
                short = plain(term.content)
                names[term.id] = ": ".join(filter(None, (short, full.get(short))))
    return names
