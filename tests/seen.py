"""What a reader meets in a Document, in the Word file and in the PDF: words, links, descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

import pikepdf
import pypdfium2
from docx.oxml.ns import qn
from engines import Layout
from tag_tree import elements, kids
from word_files import Element, parts, shown, xml

from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    FigurePair,
    Heading,
    Kader,
    Logo,
    Metadata,
    Paragraph,
    Signatures,
    Table,
    walk,
)
from rapportage.inlines import Footnote, Inlines, LineBreak, Link, NoteMark, Reference, Text
from rapportage.lines import with_numbers_held

_NOTES = "word/footnotes.xml"


def letters(words: str) -> str:
    """The characters that must survive: without white space, and without what hyphenation touches."""
    return re.sub(r"[\s\u00ad\u2060\ufffe·•–▪-]+", "", words)


# --- the Document ----------------------------------------------------------------------------


def contents_of(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Inlines]]:
    """Each run of words with the label before it, in reading order."""
    for block in walk(blocks):
        yield from contents_in(block)


def contents_in(block: Block) -> Iterator[tuple[str, Inlines]]:
    """Those of the block itself, without the blocks inside it."""
    match block:
        case Heading():
            yield block.label, block.content
        case Paragraph():
            yield "", block.content
        case Figure() if not isinstance(block, FigurePair):
            yield from ((_before(block.label), block.caption), ("", block.source))
        case Table():
            yield _before(block.label), block.caption
            for row in block.head + block.body:
                yield from (("", cell.content) for cell in row.cells)
            yield "", block.source
        case Kader():
            yield "", block.title
        case Metadata():
            for line in block.rows:
                yield from (("", line.term), ("", line.value))
        case Signatures():
            yield "", block.closing
            for person in block.signatories:
                yield from (("", (Text(person.name),)), ("", (Text(person.office),)))
        case Contents():
            yield "", block.title
            yield from ((entry.label, entry.content) for entry in block.entries)
        case _:
            pass


def _before(label: str) -> str:
    return f"{label}:" if label else ""


def flat(content: Inlines, notes: list[Inlines] | None = None) -> str:
    """The words of inline content; the words of its notes go to `notes`."""
    said = ""
    for inline in content:
        match inline:
            case Text():
                said += with_numbers_held(inline.text)
            case Reference():
                said += inline.text
            case LineBreak():
                said += "\n"
            case NoteMark():
                said += str(inline.number)
            case Footnote():
                if notes is not None:
                    notes.append(inline.content)
            case _:
                said += flat(inline.content, notes)
    return said


def document_words(document: Document) -> str:
    """All words with labels, in reading order; the notes behind them."""
    notes: list[Inlines] = []
    said = [f"{label} {flat(content, notes)}" for label, content in contents_of(document.blocks)]
    return "\n".join(said + [flat(note) for note in notes])


def document_links(document: Document) -> list[str]:
    """The addresses of all links out of the document, in reading order."""

    def links(content: Inlines) -> Iterator[str]:
        for inline in content:
            if isinstance(inline, Link):
                yield inline.target
            elif not isinstance(inline, Text | Reference | NoteMark | LineBreak):
                yield from links(inline.content)

    return [link for _, content in contents_of(document.blocks) for link in links(content)]


def document_descriptions(document: Document) -> list[str]:
    """The alternative texts of all figures that have one."""
    shown = (block for block in walk(document.blocks) if isinstance(block, Figure | Logo))
    return [block.alt for block in shown if block.alt]


def captions(document: Document) -> list[str]:
    """The captions with their labels, as printed."""
    found = [block for block in walk(document.blocks) if isinstance(block, Figure | Table) and block.number]
    return [f"{block.label}: {flat(block.caption)}" for block in found]


def cells(document: Document) -> Iterator[Cell]:
    """Every cell of every table."""
    for block in walk(document.blocks):
        if isinstance(block, Table):
            for row in block.head + block.body:
                yield from row.cells


# --- Word ------------------------------------------------------------------------------------


def word_words(package: bytes) -> str:
    """All words that Word shows in the body, a line a paragraph; the notes behind them."""
    body = "\n".join(shown(paragraph) for paragraph in xml(package).iter(qn("w:p")))
    notes = "".join(shown(note) + "\n" for note in _notes(package))
    return body + "\n" + notes


def _notes(package: bytes) -> list[Element]:
    if _NOTES not in parts(package):
        return []
    return [note for note in xml(package, _NOTES).iter(qn("w:footnote")) if not note.get(qn("w:type"))]


def word_links(package: bytes) -> list[str]:
    """The addresses of all links out of the document, sorted."""
    found = []
    for part in ("document", "footnotes"):
        name = f"word/_rels/{part}.xml.rels"
        if name in parts(package):
            relations = {one.get("Id"): one.get("Target") for one in xml(package, name)}
            for link in xml(package, f"word/{part}.xml").iter(qn("w:hyperlink")):
                if link.get(qn("r:id")):
                    found.append(str(relations[link.get(qn("r:id"))]))
    return sorted(found)


def word_descriptions(package: bytes) -> list[str]:
    """The alternative texts of all pictures that have one."""
    found = [one.get("descr") or "" for one in xml(package).iter(qn("wp:docPr"))]
    return [one for one in found if one]


# --- PDF -------------------------------------------------------------------------------------


def pdf_words(layout: Layout) -> str:
    """All words on all pages."""
    with pypdfium2.PdfDocument(layout.pdf) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)


def document_notes(document: Document) -> list[Inlines]:
    """The footnotes in reading order."""
    notes: list[Inlines] = []
    for _, content in contents_of(document.blocks):
        flat(content, notes)
    return notes


def pdf_links(layout: Layout) -> list[str]:
    """The addresses of all links out of the document, sorted; one that breaks over lines counts once."""
    with pikepdf.open(BytesIO(layout.pdf)) as pdf:
        links = [one for one in elements(pdf.Root.StructTreeRoot) if one.get("/S") == "/Link"]
        notes = [next(kid.Obj for kid in kids(link) if _refers(kid)) for link in links]
        addresses = [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]
        return sorted(address for address, _ in groupby(addresses))


def pdf_descriptions(data: bytes) -> list[str]:
    """The alternative texts in the tag tree, in its order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        every = elements(pdf.Root.StructTreeRoot)
        return [str(one.Alt) for one in every if one.get("/S") == "/Figure" and "/Alt" in one]


def _refers(kid: pikepdf.Object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
