"""The words of a PDF as a screen reader takes them: by the tags, in their order, with no look at the page.

The reader is PLAYA, which knows nothing of how the PDF was made.
"""

from __future__ import annotations

import re

import playa
import seen
from engines import Layout
from playa.content import TextObject
from playa.pdftypes import dict_value, literal_name, resolve1
from playa.structure import ContentItem, ContentObject, Element
from playa.utils import decode_text

from rapportage.document import Contents, Document, Signatures, walk
from rapportage.dutch import MONTHS
from rapportage.inlines import Inlines

_IN_A_LINE = {"Span", "Link", "Reference", "Strong", "Em", "Code", "Quote"}
_UNDRAWN = "[\u00ad\u200b\u2060]"
_NO_WORDS = {"Lbl", "Figure"}


def spoken(layout: Layout) -> tuple[list[str], list[str]]:
    """The words of each block in reading order, and those of each note."""
    with playa.parse(layout.pdf) as pdf:
        assert pdf.structure is not None
        blocks: list[str] = [""]
        notes: list[str] = []
        for element in pdf.structure:
            assert isinstance(element, Element)
            _speak(element, blocks, notes)
    return _said(blocks), _said(notes)


def _speak(element: Element, blocks: list[str], notes: list[str]) -> None:
    for kid in element:
        if isinstance(kid, ContentItem):
            blocks[-1] += _words(kid)
        elif isinstance(kid, ContentObject) or (kid.type in _NO_WORDS and not _is_term(kid, element)):
            continue
        elif kid.type == "Note":
            note = [""]
            _speak(kid, note, [])
            notes.append(" ".join(note))
        elif kid.type == "Reference" and all(isinstance(one, ContentItem) for one in kid):
            blocks[-1] += re.sub(r"\d", "", kid.text)  # the mark of a note
        elif kid.type in _IN_A_LINE:
            _speak(kid, blocks, notes)
        else:
            blocks.append("")
            _speak(kid, blocks, notes)
            blocks.append("")


def _words(item: ContentItem) -> str:
    """The words of marked content; PLAYA 1.1 passes over those marks in it that say what is meant."""
    words, said = "", None
    for one in item:
        if isinstance(one, TextObject):
            meant = one.mcs.props.get("ActualText") if one.mcs is not None else None
            if isinstance(meant, bytes):
                words += decode_text(meant) if one.mcs is not said else ""
            else:
                words += one.chars
            said = one.mcs
    return words.replace("\xad", "")


def _is_term(label: Element, item: Element) -> bool:
    """Whether this label is the name of a value: it has one in a list that is not counted or marked."""
    if label.type != "Lbl" or item.type != "LI":
        return False
    said = resolve1(dict_value(item.props["P"]).get("A", []))
    owned = map(dict_value, said if isinstance(said, list) else [said])
    return any(literal_name(one.get("ListNumbering", "")) == "Description" for one in owned)


_MONTH = f"(?:{'|'.join(MONTHS)})"
_HELD = re.compile(rf"(?<=[A-Z]\.)\u00a0|(?<=\d)\u00a0(?={_MONTH}\b)|(?<=[a-z])\u00a0(?=(?:19|20)\d\d\b)")


def _said(found: list[str]) -> list[str]:
    """The words of each, with plain spaces behind initials and in days, which are held in some places only."""
    plain = (_HELD.sub(" ", re.sub(_UNDRAWN, "", one)) for one in found)
    return [words for words in (re.sub(r"[ \n]+", " ", one).strip() for one in plain) if words]


def written(document: Document, layout: Layout) -> tuple[list[str], list[str]]:
    """The same of the Document, with the pages that contents lists name."""
    blocks: list[str] = []
    notes: list[Inlines] = []
    for block in walk(document.blocks):
        if isinstance(block, Contents):
            blocks.append(seen.flat(block.title))
            for entry in block.entries:
                page = layout.pages[entry.target]
                blocks.append(f"{entry.label} {seen.flat(entry.content)} {page}")
        elif isinstance(block, Signatures):
            blocks.append(seen.flat(block.closing))
            blocks += [f"{person.name} {person.office}" for person in block.signatories]
        else:
            blocks += [f"{label} {seen.flat(content, notes)}" for label, content in seen.contents_in(block)]
    return _said(blocks), _said([seen.flat(note) for note in notes])
