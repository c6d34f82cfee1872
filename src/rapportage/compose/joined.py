"""Lines of one paragraph that Markdown joins, and that were not meant to go on.

A text that is wrapped goes on where its line is full: the first word of the next line did not fit. A line
that ends before, and whose next one begins anew, was meant as a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportage.compose.pasted.text import GOES_ON, Notice

NARROWEST = 60
"""Nobody wraps a text closer than so many columns."""
_MARKER = 6
"""The most columns that a line lost to the sign of its list or quote."""
_ENDED = re.compile(r"[.?!…](?:[\"”’')\]*_]|\[\^[^\]]+\])*\Z")
_WAITS = re.compile(r"[:;](?:[*_])*\Z")
_ANEW = re.compile(r"[*_\"'“‘„(]*(?:[A-ZÀ-Þ0-9€]|[^\w\s\"'“‘„(\[{<\\*_.,;:?!)…-])")
"""A capital, a number or a sign: what a new line begins with, and the midst of a sentence less often."""
_ITEM = re.compile(
    r"(?:[•▪◦●○‣–—-]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]|[0-9]{1,2}\.[0-9]{1,2}|[0-9]{1,2}[a-z][.)]?"
    r"|[a-zA-Z][.)]|\([0-9a-z]{1,3}\))\s"
)
_WINGDING = re.compile(r"(?:[üØqvx~_√✓✔☐◆]|\*\)|[-=]+>)\s|_(?=[^\W_][^_]*\Z)")
"""What signs of lists become where their font is lost; two lines begin with the same one."""
_LABEL = re.compile(r"(?:\*\*)?[^\W\d_][\w ]{0,30}:(?:\*\*)?\s+\S")
_PARTED = re.compile(r"[\w][-\u00ad\u2010¬]\Z")
_LEFT_OUT = re.compile(r"(?:en|of|dan|tot|als|en/of|noch|plus|maar|respectievelijk)\b")
"""What follows a hyphen that stands for a part that is left out: woon- en werkruimte."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/=&_-]\Z|\S@\Z")
_SHORT = 30


def joined_lines(content: str) -> Iterator[Notice]:
    """What is told of the first line of a paragraph that was not meant to go on; nothing where all were."""
    lines = content.split("\n")
    if len(lines) < 2 or "<!--" in content:
        return
    width = max(NARROWEST, *map(len, lines))
    within = _within(lines)
    for at, (above, below) in enumerate(pairwise(map(str.strip, lines))):
        if lines[at].endswith(("\\", "  ", "\u2028")) or not above or not below or within[at]:
            continue
        if told := _told(above, below, width):
            yield Notice(at + told[0], *told[1:])
            return
    short = len(lines) > 2 and all(len(one) <= _SHORT for one in lines)
    if short and not any(within) and not any(map(_runs_on, lines[:-1])):
        yield Notice(1, *_OWN_LINE)


_OWN_LINE = (
    "deze regel komt achter de regel erboven te staan",
    "zet er een witregel voor; moet hij er vlak onder staan, sluit de regel erboven dan af met \\",
)
_PARTED_WORD = (
    "aan het einde van deze regel is een woord afgebroken, en het streepje blijft staan",
    "schrijf het woord aan elkaar; hoort het streepje erbij, zet het hele woord dan op één regel",
)
_PARTED_ADDRESS = (
    "dit adres is aan het einde van de regel afgebroken",
    "schrijf het hele adres op één regel",
)


def _told(above: str, below: str, width: int) -> tuple[int, str, str] | None:
    """What is wrong with these two lines, if anything: of the first (0) or of the second (1)."""
    if _ADDRESS.search(above):
        return 0, *_PARTED_ADDRESS
    if _PARTED.search(above) and not _LEFT_OUT.match(below):
        return 0, *_PARTED_WORD
    signs = [found[0] for line in (above, below) if (found := _WINGDING.match(line))]
    same = len(signs) > 1 and signs[0] == signs[1]
    if same or (_LABEL.match(above) and _LABEL.match(below)):
        return 1, *_OWN_LINE
    full = len(above) + 1 + len(below.split(maxsplit=1)[0]) + _MARKER > width
    if full or GOES_ON.search(above):
        return None
    ended = _ENDED.search(above)
    if _WAITS.search(above) or _ITEM.match(below) or (not ended and _ANEW.match(below)):
        return 1, *_OWN_LINE
    return None


def _runs_on(line: str) -> bool:
    words = line.strip()
    ended = _ENDED.search(words) or GOES_ON.search(words)
    return bool(ended or line.endswith(("\\", "  ", "\u2028")))


def _within(lines: list[str]) -> list[bool]:
    """Whether at the end of each line a link or an expression is open."""
    found, braces, brackets = [], 0, 0
    for line in lines:
        braces += line.count("{{") - line.count("}}")
        brackets += line.count("[") - line.count("]")
        found.append(braces > 0 or brackets > 0)
    return found
