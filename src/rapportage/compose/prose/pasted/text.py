"""A text with what was meant by its lines, and what is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rapportage.content.fields import EXPRESSION, is_blank

ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+]|(?P<number>[0-9]{1,9})[.)])(?:\s+|$)")
"""What begins an item of a list in Markdown."""
LETTERED = re.compile(
    r"(?P<indent>\s*)(?P<label>[a-z]{1,4}(?=[.)][\s\xa0])|(?:[a-z]|[ivx]{2,4})(?=[.)][^\W\d_]{3}))"
    r"[.)][\s\xa0]*(?P<rest>\S.*)"
)
"""What looks like an item that is counted in letters or Roman numerals, if need be without a space."""
GOES_ON = re.compile(
    r"(?:\b(?:van|en|de|het|een|in|op|te|naar|onder|voor|met|aan|of|is|zijn|bij|om|dat|die|tot|door|als|er|wij"
    r"|per|uit|over|dan|maar|ook|niet|zoals|onze|hun|dit|deze|wordt|worden|heeft|hebben|volgens|ruim|circa|bijna"
    r"|eens|daarna|eerst|werd|werden|bedraagt)|[-–(&/€])\Z"
)
"""What no line ends with that is whole."""
_COMMENT = re.compile(r"<!--(?:.*?-->|.*\Z)", re.S)


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told of a line, counted from 0: a tip, or with `wrong` an error."""

    line: int
    message: str
    hint: str
    wrong: bool = True


@dataclass
class Unpasted:
    """The text with what was meant, line by line; rows of tables and lettered items by their first line."""

    lines: list[str]
    notices: list[Notice] = field(default_factory=list)
    tables: dict[int, list[list[str]]] = field(default_factory=dict)
    """The cells of each table that stands on lines of its own without Markdown's rule, headings first."""
    labelled: dict[int, str] = field(default_factory=dict)
    """What the items that begin on these lines are counted in: 'letters' or 'romeins'."""

    _tips: set[str] = field(default_factory=set)
    _refused: set[int] = field(default_factory=set)

    def tip(self, line: int, message: str, hint: str) -> None:
        """Say once what was understood."""
        if message not in self._tips:
            self._tips.add(message)
            self.notices.append(Notice(line, message, hint, wrong=False))

    def is_refused(self, line: int) -> bool:
        """Whether it is said of this line that it cannot be understood."""
        return line in self._refused

    def refuse(self, line: int, message: str, hint: str) -> None:
        """Say what cannot be understood."""
        self._refused.add(line)
        self.notices.append(Notice(line, message, hint))


def hidden_lines(text: str) -> set[int]:
    """The lines that a note to oneself, or an expression on several lines, takes, all or in part."""
    return {*_lines_of(text, _COMMENT), *_lines_of(text, EXPRESSION, several=True)}


def _lines_of(text: str, pattern: re.Pattern[str], *, several: bool = False) -> Iterator[int]:
    """The lines on which something of this pattern stands; those of `several` lines only, if so."""
    line = at = 0
    for found in pattern.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        below = found[0].count("\n")
        if below or not several:
            yield from range(line, line + below + 1)


def chunks_of(lines: Sequence[str], hidden: set[int]) -> Iterator[list[int]]:
    """The runs of lines between empty ones, and those that begin or end a box."""

    def filled(at: int) -> bool:
        return not is_blank(lines[at]) and not lines[at].lstrip().startswith(":::") and at not in hidden

    numbered = groupby(range(len(lines)), key=filled)
    return (list(run) for is_filled, run in numbered if is_filled)
