"""What of a Markdown text is more than is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.bounds import MAX_NESTING, MAX_PARAGRAPH, MAX_TEXT
from rapportage.dutch import number_text

_BRACKETS = re.compile(r"\\.|[\[\]]", re.S)


@dataclass(frozen=True, slots=True)
class TooMuch:
    """What of a text is more than is read: on which line, counted from 0, and the way out."""

    line: int
    message: str
    hint: str


def too_much_text(lines: Sequence[str]) -> TooMuch | None:
    """What of these lines is too much to begin with."""
    seen = 0
    for number, line in enumerate(lines):
        seen += len(line) + 1
        if seen > MAX_TEXT:
            message = f"deze tekst is langer dan {number_text(Decimal(MAX_TEXT))} tekens"
            return TooMuch(number, message, "verdeel hem over meer hoofdstukken")
        if len(line) > MAX_PARAGRAPH:
            message = f"deze regel is langer dan {number_text(Decimal(MAX_PARAGRAPH))} tekens"
            return TooMuch(number, message, "maak er meer alinea's van, met een witregel ertussen")
    return None


def too_much_in_paragraph(content: str, line: int) -> TooMuch | None:
    """What of a paragraph that begins on this line is too much to read the words of."""
    if len(content) > MAX_PARAGRAPH:
        message = f"deze alinea is langer dan {number_text(Decimal(MAX_PARAGRAPH))} tekens"
        return TooMuch(line, message, "maak er meer alinea's van, met een witregel ertussen")
    depth = 0
    for found in _BRACKETS.finditer(content):
        depth = depth + 1 if found[0] == "[" else max(0, depth - 1) if found[0] == "]" else depth
        if depth > MAX_NESTING:
            message = f"hier staan meer dan {MAX_NESTING} haken [ open"
            below = content.count("\n", 0, found.start())
            return TooMuch(line + below, message, "sluit elke haak, of haal de haken weg")
    return None
