"""Let links, bookmarks and lines of contents lists lead to elements of the tag tree, and not to pages alone.

Readers of PDF 2.0 go by them (ISO 32000-2, 12.3.2.3 and 14.7.2); others find the page as before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf

from rapportage.document import (
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    Kader,
    Paragraph,
    Table,
    inlines_of,
    walk,
)
from rapportage.inlines import notes_in, terms_in
from rapportage.writers.tag_tree import elements_in, is_element, is_reference, kids_of, tags_in

_HEADINGS = {f"/H{level}" for level in range(1, 7)}


def lead_to_elements(pdf: Pdf, document: Document, links: Iterable[tuple[Object, str]]) -> None:
    """Add the elements to all that leads within the document: `links` too, each with the anchor it leads to.

    Raises ValueError where tags and document differ.
    """
    elements = list(elements_in(pdf.Root.StructTreeRoot))
    blocks = list(walk(document.blocks))
    targets = _targets(elements, blocks)
    lines = [entry.target for block in blocks if isinstance(block, Contents) for entry in block.entries]
    for target, line in zip(lines, (one for one in elements if one.S == "/TOCI"), strict=True):
        if target in targets:
            line.Ref = Array([targets[target]])
    places = NameTree(pdf.Root.Names.Dests) if "/Dests" in pdf.Root.get("/Names", Dictionary()) else {}
    for annotation, name in links:
        if name in targets and "/Dest" in annotation:
            there = annotation.Dest if isinstance(annotation.Dest, Array) else places[name]
            _lead(annotation, targets[name], there)
    _lead_to_notes(elements)
    headings = [block.id for block in blocks if isinstance(block, Heading)]
    for name, mark in zip(headings, bookmarks(pdf.Root.get("/Outlines", Dictionary())), strict=True):
        mark.SE = targets[name]
        _lead(mark, targets[name], mark.Dest)


def _lead_to_notes(elements: list[Object]) -> None:
    """Let the marks of notes lead to them and the notes back, as far as they are links."""
    for note in [one for one in elements if one.S == "/Note"]:
        kids = [kid for kid in kids_of(note.P) if is_element(kid)]
        mark = kids[next(at for at, kid in enumerate(kids) if kid.objgen == note.objgen) - 1]
        for inside, target in ((mark, note), (note, mark)):
            for link in [*elements_in(inside)]:
                for kid in filter(is_reference, kids_of(link)):
                    if isinstance(kid.Obj.get("/Dest"), Array):
                        _lead(kid.Obj, target, kid.Obj.Dest)


def bookmarks(parent: Object) -> Iterator[Object]:
    """Those below this one, each before the ones below it."""
    mark = parent.get("/First")
    while mark is not None:
        yield mark
        yield from bookmarks(mark)
        mark = mark.get("/Next")


def _targets(elements: list[Object], blocks: list[Block]) -> dict[str, Object]:
    """The element of each anchor."""
    named = {
        "headings": [block.id if isinstance(block, Heading) else "" for block in blocks if _is_headed(block)],
        "tables": [block.id for block in blocks if isinstance(block, Table)],
        "figures": [block.id for block in blocks if isinstance(block, Figure) and block.caption],
        "notes": [note.id for block in blocks for content in inlines_of(block) for note in notes_in(content)],
        "cells": [
            next((term.id for term in terms_in(cell.content)), "")
            for block in blocks
            if isinstance(block, Table)
            for row in block.head + block.body
            for cell in row.cells
        ],
    }
    tagged = {
        "headings": [one for one in elements if str(one.S) in _HEADINGS],
        "tables": [one for one in elements if one.S == "/Table"],
        "figures": [one for one in elements if one.S == "/Sect" and "/Caption" in tags_in(one)],
        "notes": [one for one in elements if one.S == "/Note"],
        "cells": [one for one in elements if one.S in ("/TH", "/TD")],
    }
    pairs = [pair for kind in named for pair in zip(named[kind], tagged[kind], strict=True)]
    return {name: element for name, element in pairs if name}


def _is_headed(block: Block) -> bool:
    titled = isinstance(block, Paragraph) and block.is_title
    return titled or isinstance(block, Heading | Kader | Contents)


def _lead(thing: Object, element: Object, place: Object) -> None:
    """Let a link or a bookmark lead to the element; `place` tells where on its page that is."""
    view = list(place.D if isinstance(place, Dictionary) else place)[1:]
    thing.A = Dictionary(S=Name.GoTo, D=thing.Dest, SD=Array([element, *view]))
    del thing.Dest
