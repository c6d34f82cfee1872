"""How numbers of one column stand with their decimal commas below each other.

Each number gets as much room behind it as the longest of its column is longer behind the comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapportage.style.fonts import text_width

_SPACE = "[ \u00a0\u202f]?"
_NUMBER = re.compile(
    rf"(?:[€+−–-]{_SPACE})*(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?P<behind>(?P<decimals>,\d+)?{_SPACE}[^\W\d_]{{0,12}}[%‰]?)"
)


def room_behind(column: Iterable[str]) -> list[float]:
    """For each cell of a column that is set to the right the room wanted behind its words, in ems.

    Only where a number of the column has decimals; what is no number in it stays where it is.
    """
    numbers = [_NUMBER.fullmatch(words.strip()) for words in column]
    if not any(number and number["decimals"] for number in numbers):
        return [0.0] * len(numbers)
    widths = [text_width(number["behind"], 1) if number else None for number in numbers]
    widest = max(width for width in widths if width is not None)
    return [0.0 if width is None else widest - width for width in widths]
