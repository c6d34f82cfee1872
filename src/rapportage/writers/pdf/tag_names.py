"""Give the layout engine's tags what it takes to tell them apart.

The engine makes a tag of each box by its element's name alone, and another for each page or line
that an element continues on. So elements get names by which it makes tags that nothing else has,
and whatever may continue begins with an empty box, which only its first part has.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from rapportage.document import Document, Inlines, Language, inlines_of, walk

_CONTENTS, _LANGUAGE, _NOTE, _PARTED = "main", "article", "a:noot", "section"
"""Become Part, Art, a Link that leads nowhere, and Sect; the last is what signatures are too."""

BEGINNINGS = """
p::before, a::before, article::before { content: "" !important }
ul::before, ol::before, section::before, aside::before, figure::before, blockquote::before {
  content: "" !important;
  display: block !important;
  break-after: avoid !important; /* or a page could end between this box and what begins here */
}
.ondertekening ul::before { content: none !important } /* it would take a place in the row */
main { display: block }
article { display: inline }
"""
"""The style that puts an empty box where something begins; it comes after any style of a municipality."""


def tree_of(markup: str) -> ElementTree.Element:
    """The page as the engine gets it: profile XHTML with the names above."""
    root = ElementTree.fromstring(markup.replace(' xmlns="http://www.w3.org/1999/xhtml"', "", 1))
    for parent in list(root.iter()):
        for position, element in enumerate(parent):
            if element.tag == "dl" or (element.tag == "table" and parent.get("class") != "tabel"):
                parent[position] = _around(element)
    for element in root.iter():
        if element.tag == "nav":
            element.tag = _CONTENTS
        elif element.tag == "span" and element.get("class") == "voetnoot":
            element.tag = _NOTE
        elif element.tag == "span" and element.get("lang"):
            element.tag = _LANGUAGE
        elif element.tag == "div" and element.get("class") in ("tabel", "liggend"):
            element.tag = _PARTED
    return root


def _around(inner: ElementTree.Element) -> ElementTree.Element:
    """The table or grid in an element that begins: a box inside it would take a cell."""
    around = ElementTree.Element(_PARTED)
    inner.tail, around.tail = None, inner.tail
    around.append(inner)
    return around


def languages_in(document: Document) -> list[str]:
    """The language of each passage that has its own, in reading order."""
    return [
        language
        for block in walk(document.blocks)
        for content in inlines_of(block)
        for language in _languages(content)
    ]


def _languages(content: Inlines) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Language):
            yield inline.lang
        yield from _languages(getattr(inline, "content", ()))
