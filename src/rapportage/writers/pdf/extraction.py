"""Let the text of the PDF be the words as written, whatever the lines did to them.

A line takes away the space at which it ends and may add a hyphen. Sight does not mind, but who
hears, searches or copies the text needs every space that parts two words (ISO 32000-1, 14.8.2.5),
and needs to know which hyphen is none of the word's (14.8.2.2.3).
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from rapportage.writers.pdf.boxes import Pages, Words

_JOINER = "\u2060"
_HYPHEN = f"{_JOINER}{_JOINER}-{_JOINER}"
"""What hyphenation adds: joiners draw nothing, but the engine leaves a trace of each."""

HYPHENATION = f"* {{ hyphenate-character: '{_HYPHEN}' !important }}\n"
"""The style by which an added hyphen can be told from a written one; it comes after all others."""

_ADDED = re.compile(rb"<>0\.0<>0\.0<([0-9a-f]{4})(?:>-?\d+<)?>0\.0\] TJ")
_SOFT_HYPHEN = rb"] TJ\n/Span <</ActualText <FEFF00AD>>> BDC\n[<\1>] TJ\nEMC"

_INLINE = {"a", "em", "span", "strong", "sub", "sup"}
_NOTE = "voetnoot"
_EDGE = "\0"
"""Stands for the begin and the end of a block, where no space is wanted."""
_SPACES = " \t\n\r\f"
"""What a line's end may take away; a no-break space is written and stays."""
_NO_WORD = re.compile(rf"[{_SPACES}\u00ad]+")


def mark_added_hyphens(content: bytes) -> bytes:
    """The page's content with each hyphen that hyphenation added standing for a soft hyphen."""
    return _ADDED.sub(_SOFT_HYPHEN, content)


def keep_spaces(pages: Pages, tree: ElementTree.Element) -> None:
    """Give the laid-out lines back the spaces at which they end.

    Where a space is all that stands in an element, the engine does not draw it either; it then
    follows the word before it. The pages were made from `tree`.
    """
    written = _Written(tree)
    last: Words | None = None
    spaced = False
    for words in pages.words:
        text = words.text.removesuffix(_HYPHEN)
        if not text.strip(" "):
            continue
        if words.generated == "footnote-call":
            last = words  # a mark belongs to the word before it, and the space comes behind it
            continue
        # What a style adds behind an element, such as the page in a contents list, is a word of its own.
        if last is not None and (spaced or words.generated == "after") and not text.startswith(" "):
            last.end_with_space()
        spaced = written.space_follows(words, text) and not text.endswith(" ")
        last = words


class _Written:
    """The tree's characters in reading order, and how far the pages have come in each element."""

    def __init__(self, tree: ElementTree.Element) -> None:
        self._all: list[str] = []
        self._places: dict[ElementTree.Element, list[int]] = {}
        self._come: dict[ElementTree.Element, int] = {}
        notes = [tree]
        while notes:
            self._read(notes.pop(0), notes)

    def _read(self, element: ElementTree.Element, notes: list[ElementTree.Element]) -> None:
        """Add an element's characters; notes wait, since they stand elsewhere than their marks."""
        inline = element.tag in _INLINE and element.get("class") != _NOTE
        self._all += [] if inline else _EDGE
        self._add(element, element.text)
        for child in element:
            if child.get("class") == _NOTE:
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

    def space_follows(self, words: Words, text: str) -> bool:
        """Whether a space stands behind this text, the next of the words' element."""
        if words.generated or words.element not in self._places:
            return False
        places = self._places[words.element]
        come = self._come.get(words.element, 0) + len(_NO_WORD.sub("", text))
        self._come[words.element] = come
        return 0 < come <= len(places) and self._all[places[come - 1] + 1] in _SPACES
