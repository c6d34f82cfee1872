"""See to it that no words run out of their place: the engine draws them all the same, over others."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from rapportage.writers.pdf.boxes import Pages, Words

SQUEEZED = """
table.krap { hyphens: auto !important; overflow-wrap: anywhere !important }
"""
"""The style of a table that is too wide for its page while its words stay whole."""

_CLASS = "krap"
_ENDLESS = re.compile(r"[^\s/-]{45}(?=[^\s/-])")
"""More letters than a line in a narrow place has; no Dutch word is so long."""
_MAY_BREAK = "\u200b"
_SLACK = 1.0
"""Pixels that rounding, or the slant of a last letter, may take."""


def part_endless_words(root: ElementTree.Element) -> None:
    """Let words of more letters than a line go on in the next: the engine breaks none that begin a block."""
    for element in root.iter():
        element.text = _parted(element.text)
        element.tail = _parted(element.tail)


def _parted(text: str | None) -> str | None:
    return text and _ENDLESS.sub(lambda part: part[0] + _MAY_BREAK, text)


def squeeze_tables(pages: Pages) -> bool:
    """Mark the tables of which words run out of their cell as to be squeezed; whether there are any."""
    tables = {id(table): table for one in _too_far(pages) if (table := one.around.table) is not None}
    for table in tables.values():
        table.set("class", " ".join(filter(None, (table.get("class"), _CLASS))))
    return bool(tables)


def overflowing(pages: Pages) -> list[tuple[int, str]]:
    """The words that run out of their page, cell or column, each with the number of the page."""
    return [(one.around.page, one.text) for one in _too_far(pages)]


def _too_far(pages: Pages) -> list[Words]:
    return [one for one in pages.words if not one.around.in_margin and one.right > one.around.edge + _SLACK]
