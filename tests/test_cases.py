"""One file a case: what an author writes, and behind it the text, the HTML and the Word XML that come out.

A file in cases/ is a title, the Markdown, and parts that begin with a line '=== tekst',
'=== html' or '=== word'. The Word XML is the body without its section; notes follow it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import IMAGES, META
from docx.oxml.ns import qn
from inserts import Inserts
from lxml import etree
from where import TESTS
from word_files import STYLE, Element, parts, xml

from rapportage.compose.prose.markdown import Converter
from rapportage.compose.reading.read import read_document
from rapportage.compose.resolve import resolve
from rapportage.document import Document
from rapportage.writers.docx.document import write_docx
from rapportage.writers.html import write_html
from rapportage.writers.text import write_text

CASES = sorted((TESTS / "cases").glob("*.md"))
assert CASES
PARTS = re.compile(r"^=== (tekst|html|word)\n", re.M)


def composed(markdown: str) -> Document:
    """The resolved Document of an author's text."""
    converter = Converter(Inserts())
    sections = converter.sections(markdown, "geval.md", 1, level=1, prefix="")
    assert [one.message for one in converter.problems if one.severity != "tip"] == []
    body = "".join(section.heading + section.body for section in sections)
    page = write_html(Document(META, (), {})).replace("<body>", f"<body>{body}")
    return resolve(read_document(page, "geval.html", "", IMAGES))


def html_body(document: Document) -> str:
    found = re.search(r"<body>\n?(.*)</body>", write_html(document), re.S)
    assert found
    return found[1]


def word_body(document: Document) -> str:
    """The body's elements with indents and without what every file repeats."""
    package = write_docx(document, STYLE, {})
    body = xml(package).find(qn("w:body"))
    assert body is not None
    found = [one for one in body if one.tag != qn("w:sectPr")]
    if "word/footnotes.xml" in parts(package):
        notes = xml(package, "word/footnotes.xml")
        found += [note for note in notes if note.get(qn("w:type")) is None]
    return "".join(pretty(one) for one in found)


HOLDERS = {qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "footnote", "hyperlink")}


def pretty(element: Element, indent: str = "") -> str:
    """The XML with a line for each run and each block of properties, and no declarations of namespaces."""
    whole = re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(element, encoding="unicode", with_tail=False))
    if element.tag not in HOLDERS:
        return f"{indent}{whole}\n"
    opening, closing = whole[: whole.index(">") + 1], whole[whole.rindex("<") :]
    inside = "".join(pretty(child, indent + " ") for child in element)
    return f"{indent}{opening}\n{inside}{indent}{closing}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_an_author_writes_comes_out_as_expected(case: Path, update: bool) -> None:
    text = case.read_text("utf-8")
    source, *pieces = PARTS.split(text)
    expected = dict(zip(pieces[::2], pieces[1::2], strict=True))
    document = composed(source.split("\n", 2)[2])
    found = {"tekst": write_text(document), "html": html_body(document), "word": word_body(document)}
    found = {part: words.rstrip("\n") + "\n" for part, words in found.items()}
    if update:
        case.write_text(source + "".join(f"=== {part}\n{words}" for part, words in found.items()), "utf-8")
        return
    assert found == expected
