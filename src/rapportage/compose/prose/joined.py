"""Lines of one paragraph that Markdown joins, and that were not meant to go on.

A text that is wrapped goes on where its line is full: the first word of the next line did not fit. A line
that ends before, and whose next one begins anew, was meant as a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportage.compose.prose.pasted.text import GOES_ON, Notice

NARROWEST = 60
"""Nobody wraps a text closer than so many columns."""
_MARKER = 6
"""The most columns that a line lost to the sign of its list or quote."""
_ENDED = re.compile(r"[.?!…](?:[\"”’')\]*_]|\[\^[^\]]+\])*\Z")
_SPEAKS = re.compile(r"[*_]*[\"“‘„«']\w")
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
_BREAKS = ("\\", "  ", "\u2028")
_CLOSING = re.compile(r"(?:hoogachtend|met (?:\w+ )?groet(?:en)?),", re.I)
"""How a letter ends, above the name of who wrote it."""
_NUMBERED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\s")
_WORDS = re.compile(r"[*_]*[A-ZÀ-Þ].*[\w)](?:[*_])*")
"""A line that begins with a capital and ends without a sign, as a heading does."""
_NO_HEADING = re.compile(r"www\.|://|@|: |\. ")
_HEADING = 50
"""A line of more letters is no heading."""
_MOST_WORDS = 6
_ANOTHER = re.compile(r"(?<![A-Z])[^\W\d_]{2}[.?!…][\"”’')]*\s+[\"“‘„(]*[A-ZÀ-Þ]")
"""Where a second sentence begins in a line, unless behind an abbreviation."""
_ABBREVIATION = re.compile(
    r"\b(?:art|bijv|blz|ca|dhr|dr|drs|evt|excl|incl|ing|ir|jl|mevr|mln|mr|mw|nr|nrs|par|prof|resp|st|vgl|wnd)\.",
    re.I,
)
_WIDEST = 140
"""Nobody wraps a text further apart than so many columns."""


def joined_lines(content: str, *, quoted: bool = False) -> Iterator[Notice]:
    """What is told of the first line of a paragraph that was not meant to go on; nothing where all were.

    In a quote each line that is not full was meant to end there: those are lines of verse, or of two people.
    """
    lines = content.split("\n")
    if len(lines) < 2 or "<!--" in content:
        return
    width = max((NARROWEST, *(len(line) for line in lines if " " in line.strip())))
    within = _within(lines)
    for at, (above, below) in enumerate(pairwise(map(str.strip, lines))):
        if lines[at].endswith(("\\", "  ", "\u2028")) or not above or not below or within[at]:
            continue
        told = _told(above, below, width) or (_heads(above, below, width) if at == 0 else None)
        if told is None and quoted and _ends_early(above, below, width):
            told = 1, *_QUOTED
        if told is not None:
            yield Notice(at + told[0], *told[1:])
            return
    if any(within) or any(line.endswith(_BREAKS) for line in lines):
        return
    if _ends_in_heading(*map(str.strip, lines[-2:])):
        yield Notice(len(lines) - 1, *_HEADING_BELOW)
        return
    if _are_paragraphs([line.strip() for line in lines]):
        yield Notice(1, *_PARAGRAPHS)
        return
    short = len(lines) > 2 and all(len(one) <= _SHORT for one in lines)
    if short and not any(map(_runs_on, lines[:-1])):
        yield Notice(1, *_own_line(lines[0].strip(), lines[1].strip()))


_QUOTED = (
    "in dit citaat komt deze regel achter de regel erboven te staan",
    "sluit de regel erboven af met \\ als hij eronder moet staan; loopt de zin door, zet haar op één regel",
)
_OWN_LINE = (
    "deze regel komt achter de regel erboven te staan",
    "zet er een witregel voor; moet hij er vlak onder staan, sluit de regel erboven dan af met \\",
)
_OR_HEADING = "; een kop krijgt '## ' ervoor en een witregel erboven en eronder"
_HEADING_BELOW = (
    "onder aan deze alinea lijkt een kop te staan, en hij komt achter de zin erboven",
    "een kop krijgt '## ' ervoor en een witregel erboven en eronder; een zin een punt erachter",
)
_HEADING_ABOVE = (
    "boven deze regel lijkt een kop te staan, en beide lopen aan elkaar",
    "een kop krijgt '## ' ervoor en een witregel erboven en eronder; zet anders een witregel voor deze regel",
)
_PARAGRAPHS = (
    "elke regel lijkt hier een alinea, en het stuk maakt er één van",
    "zet er een witregel tussen; horen de zinnen bij elkaar, zet ze dan op één regel",
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
        return 1, *_own_line(above, below)
    if _CLOSING.fullmatch(above):
        return 1, *_OWN_LINE
    if _is_full(above, below, width) or GOES_ON.search(above):
        return None
    ended = _ENDED.search(above)
    if _WAITS.search(above) or _ITEM.match(below) or (not ended and _ANEW.match(below)):
        return 1, *_own_line(above, below)
    return None


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether the first word of the next line did not fit on this one."""
    return len(above) + 1 + len(below.split(maxsplit=1)[0]) + _MARKER > width


def _ends_early(above: str, below: str, width: int) -> bool:
    """Whether a line of a quote ends where it is not full, or where somebody else begins to speak."""
    speaks = _ENDED.search(above) is not None and _SPEAKS.match(below) is not None
    return speaks or not _is_full(above, below, width)


def _own_line(above: str, below: str) -> tuple[str, str]:
    """What is said of a line that was meant as its own, where one of the two may be a heading too."""
    message, hint = _OWN_LINE
    return message, hint + (_OR_HEADING if _is_heading(above) or _is_heading(below) else "")


def _is_heading(line: str) -> bool:
    few = len(line) <= _HEADING and len(line.split()) <= _MOST_WORDS
    none = _NO_HEADING.search(line) or GOES_ON.search(line)
    return few and _WORDS.fullmatch(line) is not None and not none


def _heads(above: str, below: str, width: int) -> tuple[int, str, str] | None:
    """What is wrong with a question or a numbered statement above its explanation, if anything."""
    is_question = above.endswith("?") and not _sentences(above) and below.endswith((".", "!"))
    full = _is_full(above, below, width)
    heads = is_question or (_NUMBERED.match(above) and above.endswith("."))
    return (1, *_HEADING_ABOVE) if heads and not full and _ANEW.match(below) else None


def _ends_in_heading(above: str, below: str) -> bool:
    return _ENDED.search(above) is not None and not _ABBREVIATION.search(above[-6:]) and _is_heading(below)


def _are_paragraphs(lines: list[str]) -> bool:
    """Whether each line is a paragraph: all end a sentence, and they cannot have been wrapped there.

    One sentence a line is a way to write Markdown.
    """
    if not all(map(_ENDED.search, lines)) or not all(map(_ANEW.match, lines)):
        return False
    width = max(NARROWEST, *map(len, lines))
    filled = [_is_full(one, after, width) for one, after in pairwise(lines)]
    is_wrapped = all(filled) and width <= _WIDEST
    return not is_wrapped and any(map(_sentences, lines))


def _sentences(line: str) -> bool:
    """Whether a second sentence begins in this line."""
    return _ANOTHER.search(_ABBREVIATION.sub("", line)) is not None


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
