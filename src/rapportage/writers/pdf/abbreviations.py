"""Let abbreviations in the page tell what they stand for."""

from __future__ import annotations

from xml.etree import ElementTree

from rapportage.abbreviations import Abbreviations, abbreviated
from rapportage.writers.pdf.unbroken import put_in_box

TERM = "data-voluit"
"""The attribute that tells it; no style is about it."""


def write_out(root: ElementTree.Element, abbreviations: Abbreviations) -> None:
    """Put each abbreviation in a box that tells its term, but for names and what is in another language."""
    body = root.find("body")
    assert body is not None
    elsewhere = {one for passage in body.iter() if _is_apart(passage) for one in passage.iter()}
    for element in [one for one in body.iter() if one not in elsewhere]:
        for behind in (None, *element):
            place = -1 if behind is None else list(element).index(behind)
            text = (element.text if behind is None else behind.tail) or ""
            for begin, end, term in reversed(abbreviated(text, abbreviations)):
                put_in_box(element, behind, place, text[:begin], text[begin:end], text[end:], {TERM: term})
                text = text[:begin]


def _is_apart(element: ElementTree.Element) -> bool:
    return "lang" in element.attrib or element.get("class") in ("naam", "functie")
