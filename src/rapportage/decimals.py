"""How numbers of one column stand with their decimal commas below each other.

Each number gets as much room behind it as the longest of its column is longer behind the comma; where they
have other words behind them ('mln' and none), or the column is too narrow, all stand at the right edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import inf

from rapportage.style.fonts import Typeface

_SPACE = "[ \u00a0\u202f]?"
_NUMBER = re.compile(
    rf"(?:[€+−–-]{_SPACE})*(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)"
    rf"(?P<behind>(?P<decimals>,\d+)?{_SPACE}(?P<unit>[^\W\d_]{{0,12}})[%‰]?)"
)


def room_behind(column: Iterable[str], letters: Typeface, space: float = inf) -> list[float]:
    """For each cell of a column that is set to the right the room wanted behind its words, in ems.

    `letters` draw it, and `space` is how wide a line in it is. Only where a number of the column has
    decimals, and the words behind its numbers are the same or none; what is no number stays where it is.
    """
    numbers = [_NUMBER.fullmatch(words.strip()) for words in column]
    has_decimals = any(number and number["decimals"] for number in numbers)
    if not has_decimals or len({number["unit"] for number in numbers if number}) > 1:
        return [0.0] * len(numbers)
    widths = [letters.text_width(number["behind"], 1) if number else None for number in numbers]
    widest = max(width for width in widths if width is not None)
    rooms = [0.0 if width is None else widest - width for width in widths]
    fits = all(
        letters.boldest_width(number[0], 1) + room <= space
        for number, room in zip(numbers, rooms, strict=True)
        if number and room
    )
    return rooms if fits else [0.0] * len(rooms)
