"""Make the tag tree say what the Document says, from what the layout engine made of its boxes.

One tag for each element (`tag_parts`); notes at their marks; contents lists as such; the language
of passages (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Name, Object, Pdf

from rapportage.writers.pdf.tag_parts import Joiner, begins, drop_beginnings
from rapportage.writers.tag_tree import TagError, elements_in, is_element, is_reference, kids_of, tags_in


def complete(pdf: Pdf, languages: Sequence[str]) -> list[Object]:
    """Put the tree right; its elements, in reading order.

    `languages` are those of the passages in another language, in reading order.
    """
    (document,) = kids_of(pdf.Root.StructTreeRoot)
    Joiner(pdf).join(document)
    elements = drop_beginnings(document)
    for element in elements:
        if element.S == "/Sect":
            element.S = Name.Div
    elements = _unwrap_passages(elements)
    _name_contents(elements)
    _name_languages(elements, languages)
    return elements


# --- notes -----------------------------------------------------------------------------------


def place_notes(pdf: Pdf) -> list[Object]:
    """Each note behind its mark in the text: the mark is a Reference, the note has an ID (7.9).

    The engine gathers notes at the foot of pages; those areas leave the tree. All elements in
    reading order, the notes with theirs at the end.
    """
    (document,) = kids_of(pdf.Root.StructTreeRoot)
    notes: list[Object] = []
    kept: list[Object] = []
    for kid in kids_of(document):
        held = kids_of(kid) if is_element(kid) and kid.S == "/NonStruct" else []
        area = held and all(is_element(one) and one.S == "/Link" and not _leads(one) for one in held)
        (notes if area else kept).extend(held if area else [kid])
    document.K = Array(kept)
    elements = [*elements_in(document)]
    marks = [one for one in elements if one.S == "/Link" and not _leads(one)]
    repeated = _in_repeated_heads(elements)
    marks = [one for one in marks if one.P.S != "/Link" and one.objgen not in repeated]
    if len(marks) != len(notes):
        raise TagError(f"er staan {len(marks)} verwijzingen naar {len(notes)} voetnoten")
    for number, (mark, note) in enumerate(zip(marks, notes, strict=True), start=1):
        mark.S, note.S = Name.Reference, Name.Note
        note.ID = pikepdf.String(f"noot-{number}")
        note.P = mark.P
        for kid in kids_of(note)[:1]:
            kid.S = Name.Lbl
        kids = kids_of(mark.P)
        at = next(i for i, kid in enumerate(kids, 1) if is_element(kid) and kid.objgen == mark.objgen)
        mark.P.K = Array([*kids[:at], note, *kids[at:]])
    return [*elements, *notes, *(inner for note in notes for inner in elements_in(note))]


def _in_repeated_heads(elements: Sequence[Object]) -> set[tuple[int, int]]:
    """The elements in heads that tables repeat on further pages; a table stands in a part that begins."""
    found: set[tuple[int, int]] = set()
    has_table = False
    for element in elements:
        if element.S == "/Sect" and begins(element):
            has_table = False
        elif element.S == "/Table" and has_table:
            heads = (kid for kid in kids_of(element) if is_element(kid) and kid.S == "/THead")
            found |= {one.objgen for head in heads for one in elements_in(head)}
        elif element.S == "/Table":
            has_table = True
    return found


def _leads(link: Object) -> bool:
    return any(is_reference(kid) for kid in kids_of(link))


# --- passages, contents and languages ----------------------------------------------------------

_WRAPPERS = {"/NonStruct", "/Span"}
_GROUPED = {"/P", "/L", "/Table", "/Figure", "/Caption", "/Div", "/BlockQuote"}


def _unwrap_passages(elements: Sequence[Object]) -> list[Object]:
    """Bold, raised and held words stand in their line as others do: what holds only them says nothing."""
    unwrapped: set[tuple[int, int]] = set()
    for passage in reversed(elements):
        inside = tags_in(passage) if str(passage.S) in _WRAPPERS else set()
        if inside and not inside & _GROUPED and passage.P.S != "/Document":
            unwrapped.add(passage.objgen)
            around, inner = passage.P, kids_of(passage)
            for kid in inner:
                kid.P = around
            kids = kids_of(around)
            at = next(i for i, kid in enumerate(kids) if is_element(kid) and kid.objgen == passage.objgen)
            around.K = Array([*kids[:at], *inner, *kids[at + 1 :]])
    return [element for element in elements if element.objgen not in unwrapped]


def _name_contents(elements: Sequence[Object]) -> None:
    """A contents list holds lines, and each line a reference (table 333)."""
    for part in [one for one in elements if one.S == "/Part"]:
        part.S = Name.NonStruct
        for kid in kids_of(part):
            if is_element(kid) and kid.S == "/L":
                kid.S = Name.TOC
                for line in kids_of(kid):
                    line.S = Name.TOCI
                    for body in kids_of(line):
                        body.S = Name.Reference


def _name_languages(elements: Sequence[Object], languages: Sequence[str]) -> None:
    passages = [one for one in elements if one.S == "/Art"]
    if len(passages) != len(languages):
        raise TagError(f"er staan {len(passages)} van {len(languages)} passages in een andere taal")
    for passage, language in zip(passages, languages, strict=True):
        passage.S = Name.Span
        passage.Lang = pikepdf.String(language)
