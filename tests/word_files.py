"""What tests need to look into a Word document."""

from __future__ import annotations

import io
import zipfile

import docx
from documents import IMAGES, META, everything
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree
from where import TEMPLATES

from rapportage.document import Block, Document, Heading, walk
from rapportage.style.tokens import house_style
from rapportage.writers.docx.document import write_docx

Element = etree._Element
STYLE = house_style((TEMPLATES / "huisstijl.tokens.json").read_text("utf-8"))
HEADINGS = [block for block in walk(everything().blocks) if isinstance(block, Heading)]
PAGES = {heading.id: page for page, heading in enumerate(HEADINGS, 2)}
DOCUMENT = "word/document.xml"


def written(*blocks: Block) -> bytes:
    """The Word document of these blocks alone."""
    return write_docx(Document(META, blocks, IMAGES), STYLE, PAGES)


def parts(package: bytes) -> dict[str, bytes]:
    """Every file in a Word document by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def xml(package: bytes, part: str = DOCUMENT) -> Element:
    """One part of a Word document."""
    return parse_xml(parts(package)[part])


def reopened(package: bytes) -> WordDocument:
    """A Word document as python-docx opens it."""
    return docx.Document(io.BytesIO(package))


def values(element: Element, tag: str, attribute: str = "w:val") -> list[str]:
    """An attribute of every such element, in order."""
    return [str(found.get(qn(attribute))) for found in element.iter(qn(tag))]


def shown(element: Element) -> str:
    """The words that Word shows of an element, fields with their cached results."""
    return "".join(found.text or "" for found in element.iter(qn("w:t")))


def paragraphs(package: bytes) -> list[tuple[str, str]]:
    """Style and words of every paragraph."""
    return [(values(p, "w:pStyle")[0], shown(p)) for p in xml(package).iter(qn("w:p"))]


def fields(element: Element) -> list[tuple[str, str]]:
    """Instruction and cached result of every field, in the order in which they end."""
    found, stack = [], []
    for node in element.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t"), qn("w:tab")):
        kind = node.get(qn("w:fldCharType"))
        if kind == "begin":
            stack.append(["", ""])
        elif kind == "end" and stack:
            found.append((stack[-1][0].strip(), stack.pop()[1]))
        elif node.tag == qn("w:instrText"):
            stack[-1][0] += node.text or ""
        elif node.tag == qn("w:t"):
            for field in stack:
                field[1] += node.text or ""
    return found
