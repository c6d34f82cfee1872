"""Keep words together that a line's end should not part: days of the month, units, and last words.

CSS Text 4 has `hyphenate-limit-last` and `text-wrap: pretty` for it, which the layout engine does not
know. So these words stand in an element that does not break; the text stays as written.
"""

from __future__ import annotations

from xml.etree import ElementTree

from rapportage.characters import NO_BREAK_HYPHEN
from rapportage.lines import (
    ADDRESS,
    HYPHENED,
    LONG_ADDRESS,
    NO_BREAK,
    WHOLE,
    last_words,
    with_breaks,
    with_numbers_held,
)

TOGETHER = """
.bijeen { white-space: nowrap }
.adres { hyphens: none !important }
"""
"""The style that holds the words together."""

_HOLDS_LINES = {"p", "li", "figcaption", "caption", "dd"}
_NO_WORDS = {"title", "style", "meta"}
_IN_A_LINE = {"a", "em", "span", "strong"}
_INLINE = _IN_A_LINE | {"sub", "sup"}
_SPACES = f" {NO_BREAK}"


def hold_numbers(root: ElementTree.Element) -> None:
    """Let each number stay with its unit, and with what says of what it is the number."""
    for element in [one for one in root.iter() if one.tag not in _NO_WORDS]:
        element.text = with_numbers_held(element.text or "")
        for child in element:
            child.tail = with_numbers_held(child.tail or "")


def hold_whole(root: ElementTree.Element) -> None:
    """Put each day with its month, such as 24 januari, in a box of its own, and each 't/m' or 'km/u'."""
    for element in list(root.iter()):
        for behind in (None, *element):
            place = -1 if behind is None else list(element).index(behind)
            text = (element.text if behind is None else behind.tail) or ""
            for one in reversed([*WHOLE.finditer(text)]):
                put_in_box(element, behind, place, text[: one.start()], one[0], text[one.end() :])
                text = text[: one.start()]


def hold_hyphens(root: ElementTree.Element) -> None:
    """Draw each hyphen that ends no line as the hyphen that it looks like, its word in a box of its own."""
    for element in list(root.iter()):
        for behind in (None, *element):
            place = -1 if behind is None else list(element).index(behind)
            text = (element.text if behind is None else behind.tail) or ""
            for word in reversed([*HYPHENED.finditer(text)]):
                drawn = word[0].replace(NO_BREAK_HYPHEN, "-")
                put_in_box(element, behind, place, text[: word.start()], drawn, text[word.end() :])
                text = text[: word.start()]


def hold_addresses(root: ElementTree.Element) -> None:
    """Put each address in an element that is not hyphenated; a long one may be parted behind its signs."""
    narrow = {id(inner) for cell in root.iter() if _is_narrow(cell) for inner in cell.iter()}
    for element in list(root.iter()):
        if element.tag in _NO_WORDS:
            continue
        for behind in (None, *element):
            place = -1 if behind is None else list(element).index(behind)
            text = (element.text if behind is None else behind.tail) or ""
            for found in reversed([*ADDRESS.finditer(text)]):
                parts = len(found[0]) > LONG_ADDRESS or id(element) in narrow
                words = with_breaks(found[0]) if parts else found[0]
                before, after = text[: found.start()], text[found.end() :]
                put_in_box(element, behind, place, before, words, after, {"class": "adres"})
                text = text[: found.start()]


def _is_narrow(cell: ElementTree.Element) -> bool:
    """Whether it is a cell with a word that is wider than its column."""
    return cell.tag in ("td", "th") and "breekt" in (cell.get("class") or "").split()


def hold_last_words(root: ElementTree.Element) -> None:
    """Put the last word of each block of lines, and a short one with the word before, in a box of its own."""
    for block in [one for one in root.iter() if one.tag in _HOLDS_LINES]:
        found = _last_text(block)
        if found is not None:
            _hold(*found)


def _last_text(element: ElementTree.Element) -> tuple[ElementTree.Element, ElementTree.Element | None] | None:
    """Where the block's last words stand: an element, and the child that they follow; None for no words."""
    last = element[-1] if len(element) else None
    if last is None:
        return (element, None) if (element.text or "").strip() else None
    if (last.tail or "").strip():
        return element, last
    return _last_text(last) if last.tag in _IN_A_LINE else None


def _hold(element: ElementTree.Element, behind: ElementTree.Element | None) -> None:
    text = (element.text if behind is None else behind.tail) or ""
    held = last_words(text)
    if held is None:
        return
    place = -1 if behind is None else list(element).index(behind)
    put_in_box(element, behind, place, *held)


def put_in_box(
    element: ElementTree.Element,
    behind: ElementTree.Element | None,
    place: int,
    before: str,
    words: str,
    after: str,
    attributes: dict[str, str] | None = None,
) -> None:
    """Put the words in a box of their own, at the place after `behind`, or at the element's begin.

    Without attributes it is a box that does not break.
    """
    held = ElementTree.Element("span", attributes or {"class": "bijeen"})
    held.text, held.tail = words, after
    _set(element, behind, before)
    element.insert(place + 1, held)


def part_spaces(root: ElementTree.Element) -> None:
    """Put the space at the edge of an inline element in one of its own, also one at which no line ends.

    WeasyPrint 70 looks for a line's last break in the text before such an edge. Where that text ends with a
    space, it counts it as part of the line and Pango does not: it finds a hyphen in the first word instead,
    far before the measure, or no break at all.
    """
    for element in list(root.iter()):
        edges = [-1, *range(len(element))]
        for place in reversed(edges):
            behind = None if place < 0 else element[place]
            text = (element.text if behind is None else behind.tail) or ""
            kept = text.rstrip(_SPACES)
            last = place == len(element) - 1
            follows = element if last else element[place + 1]
            if kept != text and follows.tag in _INLINE:
                space = ElementTree.Element("span")
                space.text = text[len(kept) :]
                _set(element, behind, kept)
                element.insert(place + 1, space)


def _set(element: ElementTree.Element, behind: ElementTree.Element | None, text: str) -> None:
    if behind is None:
        element.text = text
    else:
        behind.tail = text
