"""Lines as people paste them from Word, Excel and mail, turned into the Markdown that was meant.

What can be meant in one way only becomes that; what cannot is an error with the Markdown to write:
Markdown itself would run such lines together without a word. A line stays on its own line, so that
places stay true.
"""

from __future__ import annotations

from rapportage.compose.prose.pasted import gaps, lettered, lines, lists, nested, notes, table_heads
from rapportage.compose.prose.pasted.tables import empty_rows, tables, tables_for_sure
from rapportage.compose.prose.pasted.text import Unpasted, chunks_of, hidden_lines
from rapportage.content.fields import is_blank

__all__ = ["Unpasted", "unpasted"]


def unpasted(text: str) -> Unpasted:
    """The text as Markdown that means what it looks like, with what is told about it."""
    made = Unpasted(["" if is_blank(line) else lettered.set_in(line) for line in text.split("\n")])
    hidden = hidden_lines(text)
    empty_rows(made, text, hidden)
    hidden |= tables_for_sure(made, hidden)
    notes.spaced_names(made, hidden)
    notes.notes_twice(made, hidden)
    notes.by_hand(made, hidden)
    lines.addresses_twice(made, hidden)
    lines.boxes(made)
    nested.nested_items(made, hidden)
    lettered.letter_items(made, hidden)
    signs: list[lists.Sign] = []
    counts: dict[int, int] = {}
    chunks = list(chunks_of(made.lines, hidden))
    table_heads.titles(made, chunks)
    firsts = lists.first_signs(made.lines, chunks)
    for chunk in chunks:
        if lists.within_lines(made, chunk) or table_heads.heads(made, chunk):
            continue
        lists.bullets(made, chunk, signs, firsts)
        lines.headings(made, chunk)
        if lines.other_markdown(made, chunk):
            continue
        lines.last_break(made, chunk)
        tables(made, chunk)
        lists.tight_numbers(made, chunk)
        lists.nesting(made, chunk)
        if not lists.goes_on(made, chunk):
            counts = {}
        lists.stray_items(made, chunk, counts)
        lists.single_items(made, chunk)
        lines.addresses(made, chunk)
        gaps.stray_gaps(made, chunk)
    return made
