"""Add to the engine's PDF what it cannot be told: rows' headers, languages of passages, names of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rapportage.document import (
    Block,
    Contents,
    Document,
    Footnote,
    Heading,
    Inlines,
    LineBreak,
    Link,
    Reference,
    Text,
    inlines_of,
    walk,
)
from rapportage.errors import LayoutError
from rapportage.writers.anchors import heading_title, link_names
from rapportage.writers.tag_names import name_tags
from rapportage.writers.tag_tree import detach, elements_in, is_reference, kids_of

_IN_LANGUAGE = re.compile(rb"/MCID (\d+)/Lang\(([^)]*)\)|/Lang\(([^)]*)\)/MCID (\d+)")


def mended(pdf: bytes, document: Document) -> bytes:
    """The PDF with what it lacks; the same bytes from the same document."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        try:
            _drop_empty_labels(opened)
            name_tags(opened, document)
            _name_languages(opened, document.meta.lang)
            _name_headings(opened, document)
            _name_links(opened, document)
        except ValueError as error:  # there are more or fewer than in the Document
            raise LayoutError(f"de PDF is niet toegankelijk te maken: {error}") from None
        if "/MarkInfo" in opened.Root and "/Suspects" in opened.Root.MarkInfo:
            del opened.Root.MarkInfo.Suspects  # some readers complain of it
        out = BytesIO()
        opened.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _drop_empty_labels(pdf: Pdf) -> None:
    """Who signs stands in a list without marks, and a mark that is not there has no tag."""
    for label in [one for one in elements_in(pdf.Root.StructTreeRoot) if one.S == "/Lbl"]:
        if not kids_of(label):
            detach(label)


def _name_headings(pdf: Pdf, document: Document) -> None:
    """Bookmarks and headings are called by their words, without those of their notes."""
    titles = [heading_title(block) for block in walk(document.blocks) if isinstance(block, Heading)]
    marks = list(_bookmarks(pdf.Root.get("/Outlines", Dictionary())))
    headings = [one for one in elements_in(pdf.Root.StructTreeRoot) if re.fullmatch("/H[1-6]", str(one.S))]
    for title, mark, heading in zip(titles, marks, headings, strict=True):
        mark.Title = heading.T = String(title)


def _bookmarks(parent: Object) -> list[Object]:
    found = []
    mark = parent.get("/First")
    while mark is not None:
        found += [mark, *_bookmarks(mark)]
        mark = mark.get("/Next")
    return found


def _name_links(pdf: Pdf, document: Document) -> None:
    """A link within the document says where it goes in words instead of by a page."""
    names = link_names(document)
    targets = [names.get(target, "") for block in walk(document.blocks) for target in _targets(block)]
    links = [one for one in elements_in(pdf.Root.StructTreeRoot) if one.S == "/Link"]
    for name, link in zip(targets, links, strict=True):
        for kid in kids_of(link):
            if name and is_reference(kid):
                kid.Obj.Contents = String(name)


def _targets(block: Block) -> Iterator[str]:
    """Where each link of a block leads, in reading order; '' for one that needs no name."""
    for content in inlines_of(block):
        yield from _targets_in(content)
    if isinstance(block, Contents):
        yield from (entry.target for entry in block.entries)


def _targets_in(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Reference():
                yield inline.target
            case Link():
                yield ""
            case Footnote():
                yield from ("", "")  # from its mark to the note and back
            case _:
                pass
        if not isinstance(inline, Text | Reference | LineBreak):
            yield from _targets_in(inline.content)


def _name_languages(pdf: Pdf, ours: str) -> None:
    """A passage in another language is an element that says so; the engine says it of its marks alone."""
    foreign: dict[tuple[tuple[int, int], int], str] = {}
    for page in pdf.pages:
        for found in _IN_LANGUAGE.finditer(page.Contents.read_bytes()):
            number, lang = int(found[1] or found[4]), (found[2] or found[3]).decode()
            if lang != ours:
                foreign[page.obj.objgen, number] = lang
    if not foreign:
        return
    owners = _owners(pdf)
    for element in list(elements_in(pdf.Root.StructTreeRoot)):
        _part_languages(pdf, element, foreign, owners)


def _part_languages(
    pdf: Pdf,
    element: Object,
    foreign: dict[tuple[tuple[int, int], int], str],
    owners: dict[tuple[int, int], Object],
) -> None:
    """Put the marks of this element that are in another language in elements of their own."""
    kids: list[Object] = []
    marked = [(kid, _mark(kid, element)) for kid in kids_of(element)]
    for lang, group in groupby(marked, key=lambda one: foreign.get(one[1], "") if one[1] else ""):
        run = list(group)
        if not lang:
            kids += [kid for kid, _ in run]
            continue
        passage = pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Span,
                P=element,
                Lang=String(lang),
                K=Array([kid for kid, _ in run]),
            )
        )
        if "/Pg" in element:
            passage.Pg = element.Pg
        for _, mark in run:
            assert mark is not None
            owners[mark[0]][mark[1]] = passage
        kids.append(passage)
    if len(kids) != len(marked) or any(foreign.get(mark) for _, mark in marked if mark):
        element.K = Array(kids)


def _mark(kid: Object, element: Object) -> tuple[tuple[int, int], int] | None:
    """The page and the number of a mark of content; None for any other kid."""
    if isinstance(kid, int):
        return element.Pg.objgen, kid
    if isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR":
        page = kid.Pg if "/Pg" in kid else element.Pg
        return page.objgen, int(kid.MCID)
    return None


def _owners(pdf: Pdf) -> dict[tuple[int, int], Object]:
    """For each page the list that tells which element holds each of its marks."""
    lists = dict(_numbers_in(pdf.Root.StructTreeRoot.ParentTree))
    return {
        page.obj.objgen: lists[int(page.obj.StructParents)]
        for page in pdf.pages
        if "/StructParents" in page.obj
    }


def _numbers_in(node: Object) -> list[tuple[int, Object]]:
    numbers = list(node.get("/Nums", Array()))
    found = [(int(at), one) for at, one in zip(numbers[::2], numbers[1::2], strict=True)]
    return found + [pair for kid in node.get("/Kids", Array()) for pair in _numbers_in(kid)]
