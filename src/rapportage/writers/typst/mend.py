"""Add to the engine's PDF what it cannot be told: titles and names, and what tags say by the Document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rapportage.document import Block, Contents, Document, Heading, inlines_of, walk
from rapportage.errors import LayoutError
from rapportage.inlines import Footnote, Inlines, LineBreak, Link, NoteMark, Reference, TermUse, Text
from rapportage.writers.anchors import link_names
from rapportage.writers.data_files import attach_data
from rapportage.writers.destinations import bookmarks, lead_to_elements
from rapportage.writers.shown_figures import show_figures
from rapportage.writers.signature_fields import add_fields
from rapportage.writers.tag_names import name_tags, titles
from rapportage.writers.tag_tree import detach, elements_in, is_element, is_reference, kids_of
from rapportage.writers.typst.found_again import find


def mended(pdf: bytes, document: Document) -> bytes:
    """The PDF with what it lacks; the same bytes from the same document."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        try:
            _drop_empty_labels(opened)
            name_tags(opened, document)
            add_fields(opened, document)
            attach_data(opened, document)
            _group_figures(opened)
            _name_headings(opened, document)
            links = _name_links(opened, document)
            _name_titles(opened, find(opened, document.meta), document)
            lead_to_elements(opened, document, links)
            show_figures(opened)
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


def _group_figures(pdf: Pdf) -> None:
    """A figure and its caption are a section, which may have one, as the other engine's are."""
    for group in elements_in(pdf.Root.StructTreeRoot):
        if group.S == "/Div" and any(is_element(kid) and kid.S == "/Caption" for kid in kids_of(group)):
            group.S = Name.Sect


def _name_headings(pdf: Pdf, document: Document) -> None:
    """Bookmarks and headings are called by their words, without those of their notes."""
    titles = [block.title for block in walk(document.blocks) if isinstance(block, Heading)]
    marks = bookmarks(pdf.Root.get("/Outlines", Dictionary()))
    headings = [one for one in elements_in(pdf.Root.StructTreeRoot) if re.fullmatch("/H[1-6]", str(one.S))]
    for title, mark, heading in zip(titles, marks, headings, strict=True):
        mark.Title = heading.T = String(title)


_IN_A_LINE = {"/Span", "/Strong", "/Em", "/Link", "/Lbl", "/Reference"}


def _name_titles(pdf: Pdf, marked: list[Object], document: Document) -> None:
    """Titles are headings, and each of a box or a list begins a section with what it is the title of."""
    found = {}
    for element in marked:
        while str(element.S) in _IN_A_LINE:
            element = element.P
        found[element.objgen] = element
    for title, element in zip(titles(document), found.values(), strict=True):
        element.S = Name(f"/H{title.level}")
        kids = kids_of(element.P)
        at = next(i for i, kid in enumerate(kids) if is_element(kid) and kid.objgen == element.objgen)
        headed = kids[at : at + 1 + len(title.heads)]
        if not title.heads or tuple(str(one.S) for one in headed[1:]) != title.heads:
            continue  # a template of one's own may set them apart
        section = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Sect, P=element.P, T=String(title.words), K=Array(headed))
        )
        element.P.K = Array([*kids[:at], section, *kids[at + len(headed) :]])
        for one in headed:
            one.P = section


def _name_links(pdf: Pdf, document: Document) -> list[tuple[Object, str]]:
    """Let a link within the document say where it goes in words; all such links, each with its anchor."""
    names = link_names(document)
    targets = [target for block in walk(document.blocks) for target in _targets(block)]
    links = [one for one in elements_in(pdf.Root.StructTreeRoot) if one.S == "/Link"]
    found = []
    for target, link in zip(targets, links, strict=True):
        for kid in filter(is_reference, kids_of(link)):
            if target in names:
                kid.Obj.Contents = String(names[target])
                found.append((kid.Obj, target))
    return found


def _targets(block: Block) -> Iterator[str]:
    """Where each link of a block leads, in reading order; '' for one that needs no name."""
    for content in inlines_of(block):
        yield from _targets_in(content)
    if isinstance(block, Contents):
        yield from (entry.target for entry in block.entries)


def _targets_in(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Reference() | NoteMark():
                yield inline.target
            case TermUse():
                yield inline.target
            case Link():
                yield ""
            case Footnote():
                yield from ("", "")  # from its mark to the note and back
            case _:
                pass
        if not isinstance(inline, Text | Reference | NoteMark | LineBreak):
            yield from _targets_in(inline.content)
