"""Let the text of the PDF be the words as written, whatever the lines did to them.

A line takes away the space at which it ends and may add a hyphen. Sight does not mind, but who
hears, searches or copies the text needs every space that parts two words (ISO 32000-1, 14.8.2.5),
and needs to know which hyphen is none of the word's (14.8.2.2.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

_JOINER = "\u2060"
_HYPHEN = f"{_JOINER}{_JOINER}-{_JOINER}"
"""What hyphenation adds: joiners draw nothing, but the engine leaves a trace of each."""

HYPHENATION = f"* {{ hyphenate-character: '{_HYPHEN}' !important }}\n"
"""The style by which an added hyphen can be told from a written one; it comes after all others."""

_ADDED = re.compile(rb"<>0\.0<>0\.0<([0-9a-f]{4})(?:>-?\d+<)?>0\.0\] TJ")
_SOFT_HYPHEN = rb"] TJ\n/Span <</ActualText <FEFF00AD>>> BDC\n[<\1>] TJ\nEMC"

_INLINE = {"a", "a:noot", "article", "em", "span", "strong", "sub", "sup"}
_NOTE = "a:noot"
_EDGE = "\0"
"""Stands for the begin and the end of a block, where no space is wanted."""
_SPACES = " \t\n\r\f"
"""What a line's end may take away; a no-break space is written and stays."""
_NO_WORD = re.compile(rf"[{_SPACES}\u00ad]+")


def mark_added_hyphens(content: bytes) -> bytes:
    """The page's content with each hyphen that hyphenation added standing for a soft hyphen."""
    return _ADDED.sub(_SOFT_HYPHEN, content)


def keep_spaces(rendered: Any, tree: ElementTree.Element) -> None:
    """Give the laid-out lines back the spaces at which they end.

    Where a space is all that stands in an element, the engine does not draw it either; it then
    follows the word before it. `rendered` is the engine's document, made from `tree`.
    """
    words = _Words(tree)
    last: Any = None
    spaced = False
    for box in _text_boxes(rendered):
        text = box.text.removesuffix(_HYPHEN)
        if not text.strip(" "):
            continue
        if str(box.element_tag).endswith("::footnote-call"):
            last = box  # a mark belongs to the word before it, and the space comes behind it
            continue
        # What a style adds behind an element, such as the page in a contents list, is a word of its own.
        if (
            last is not None
            and (spaced or str(box.element_tag).endswith("::after"))
            and not text.startswith(" ")
        ):
            last.pango_layout.text += " "
        spaced = words.space_follows(box, text) and not text.endswith(" ")
        last = box


def _text_boxes(rendered: Any) -> Iterator[Any]:
    """Each box of words, in the tree's order, page after page; the dots of a leader are no words."""
    for page in rendered.pages:
        dots: set[int] = set()
        for box in page._page_box.descendants():
            if box.is_leader:
                dots |= {id(dot) for dot in box.children}
            elif getattr(box, "pango_layout", None) is not None and id(box) not in dots:
                yield box


class _Words:
    """The tree's characters in reading order, and how far the boxes have come in each element."""

    def __init__(self, tree: ElementTree.Element) -> None:
        self._all: list[str] = []
        self._places: dict[ElementTree.Element, list[int]] = {}
        self._come: dict[ElementTree.Element, int] = {}
        notes = [tree]
        while notes:
            self._read(notes.pop(0), notes)

    def _read(self, element: ElementTree.Element, notes: list[ElementTree.Element]) -> None:
        """Add an element's characters; notes wait, since they stand elsewhere than their marks."""
        inline = element.tag in _INLINE - {_NOTE}
        self._all += [] if inline else _EDGE
        self._add(element, element.text)
        for child in element:
            if child.tag == _NOTE:
                notes.append(child)
            elif child.tag == "br":
                self._all.append(" ")
            else:
                self._read(child, notes)
            self._add(element, child.tail)
        self._all += [] if inline else _EDGE

    def _add(self, owner: ElementTree.Element, text: str | None) -> None:
        places = self._places.setdefault(owner, [])
        for character in text or "":
            if not _NO_WORD.match(character):
                places.append(len(self._all))
            if character != "\u00ad":
                self._all.append(character)

    def space_follows(self, box: Any, text: str) -> bool:
        """Whether a space stands behind these words, the next ones of the box's element."""
        places = self._places.get(box.element)
        if places is None or "::" in str(box.element_tag):
            return False
        come = self._come.get(box.element, 0) + len(_NO_WORD.sub("", text))
        self._come[box.element] = come
        return 0 < come <= len(places) and self._all[places[come - 1] + 1] in _SPACES
