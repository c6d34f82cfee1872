"""What a line's end must not part: a number and its unit, a day and its month, a name, an address, a scrap.

The last line of a paragraph is no scrap: half a word, or one short word alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from rapportage.characters import NO_BREAK_HYPHEN
from rapportage.dutch import MONTHS
from rapportage.dutch import NO_BREAK_SPACE as _NO_BREAK_SPACE
from rapportage.typed import with_amounts_held

_DAY = r"(?<!\S)(?:[0-3]?\d) (?:" + "|".join(MONTHS) + r")\b"
_DATE = re.compile(
    r"(?<![\w.,/-])(?P<day>[0-3]?\d) (?P<month>"
    + "|".join(MONTHS)
    + r")\b(?: (?P<year>(?:19|20)\d\d)(?!\w))?"
)
_WITH_A_STROKE = r"(?<![\w/])(?:t/m|km/[uh]|m/s|[µμmk]?g/m[23²³]?|k?Wh/m[23²³]?)(?![\w/])"
WHOLE = re.compile(f"{_DAY}|{_WITH_A_STROKE}")
"""A day with its month, and what a line's end may not part behind its stroke."""
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@./-])[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org|net|info|frl)\b(?:/[^\s<>]*[\w/])?",
    re.I,
)
"""A web or e-mail address, which is never hyphenated: a hyphen would be taken for a part of it."""
LONG_ADDRESS = 40
"""An address of more letters than this may go on in the next line in running text."""
_ADDRESS_SIGN = re.compile(r"(?<=[-/.?&=_#%@+])(?=\w)")
MAY_BREAK = "\u200b"
HYPHENED = re.compile(rf"[^\s{NO_BREAK_HYPHEN}]*(?:{NO_BREAK_HYPHEN}[^\s{NO_BREAK_HYPHEN}]*)+")
_SCRAP, _SHORT = 9, 12
"""A last word shorter than the first may not stand alone; one shorter than the second does not want to."""
_PAIR, _ALONE = 20, 26
"""It takes the word before along, up to the first together: more would leave a dent in the line above.

In the report of 2021-H2 that leaves 16 of 234 last lines with one word, and 6 dents of a fifth of a line;
with nothing held there would be 32 and none. A longer word stays whole, up to the second: half is a scrap.
"""
NO_BREAK = "\N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{NARROW NO-BREAK SPACE}"
"""The spaces at which no line ends: what they part is one word to a line."""
_BREAKS = r"[ \t\n\r\f\v\u2028]"
_WORD = _BREAKS.replace("[", "[^") + "+"
_END = re.compile(rf"(?:(?<={_BREAKS})|^)(?:({_WORD})([ ]))?({_WORD})({_BREAKS}*)$")
_COUNTED = re.compile(
    r"(?<![\w.])(?:(?:nrs?|artt?|blz|pag|p|par|hfst|hoofdst|bijl|fig|tab|afb|stb|stcrt|ca|max|min|tel)\."
    r"|nrs?|blz|lid|§§?) (?=[0-9])",
    re.I,
)
"""What says of which number it is, before it."""
_UNIT = (
    r"[°º˚][CFK]|[%‰]|euro|mln|mld|fte|km/[uh]|m/s|[kdhcm]?m[²³23]?|ha|[kmµμ]?g(?:/m[23²³]?)?"
    r"|[kMGT]Wh(?:/m[23²³]?)?|[kMG]W|kV|[cdm]?l|dB(?:\(A\))?|[kMGT]B|[MG]bit/s|ppm|u"
)
_MEASURED = re.compile(rf"(?<=[0-9]) (?=(?:{_UNIT})(?![\w/]))")
_NUMBER = rf"(?:€[ {NO_BREAK}])?[0-9]"
_UP_TO = re.compile(rf"(?<![\w/])t/m (?={_NUMBER})")
_SHORT_UP_TO = re.compile(
    rf"(?<![\w.,])(?P<from>[0-9]{{1,4}}[a-z]?) (?=t/m[ {NO_BREAK}][0-9]{{1,4}}(?![\w]|[.,][0-9]))"
)
"""Such as '1 t/m 5' or '2020 t/m 2024', which may stand whole on a line."""
_INITIALS = re.compile(
    r"(?<![\w.])(?:(?:[A-Z]|Th|Ph|Chr|IJ)\.){1,7} "
    r"(?=(?:(?:van|von|de|den|der|het|'t|te|ten|ter|la) ){0,3}[A-ZÀ-Þ]\w)"
)
"""What stands before a name. A sentence behind 'kolom A.' is held too, which does no harm."""


def with_numbers_held(text: str) -> str:
    """The text in which no line ends between a number and its unit, or what says of what it is the number.

    Nor does one between initials and a name. As in amounts, a no-break space says so to every engine and
    to Word.
    """
    text = with_amounts_held(text)
    text = _COUNTED.sub(lambda found: found[0][:-1] + _NO_BREAK_SPACE, text)
    text = _MEASURED.sub(_NO_BREAK_SPACE, text)
    text = _UP_TO.sub("t/m" + _NO_BREAK_SPACE, text)
    text = _INITIALS.sub(lambda found: found[0][:-1] + _NO_BREAK_SPACE, text)
    return _SHORT_UP_TO.sub(rf"\g<from>{_NO_BREAK_SPACE}", text)


def with_days_held(text: str, fits: Callable[[str], bool]) -> str:
    """The text in which no line ends within a day: with month and year, or month, where that fits."""
    held, at = "", 0
    for found in _DATE.finditer(text):
        begin = len(text[: found.start()].rpartition(" ")[0]) + 1 if " " in text[: found.start()] else 0
        day, month, year = found["day"], found["month"], found["year"]
        behind = text[found.end() :].partition(" ")[0]
        short = f"{text[begin : found.start()]}{day}{_NO_BREAK_SPACE}{month}"
        whole = f"{day}{_NO_BREAK_SPACE}{month}{_NO_BREAK_SPACE}{year}"
        if year and fits(f"{text[begin : found.start()]}{whole}{behind}"):
            words = whole
        elif fits(short if year else short + behind):
            words = f"{day}{_NO_BREAK_SPACE}{month}" + (f" {year}" if year else "")
        else:
            words = found[0]
        held, at = f"{held}{text[at : found.start()]}{words}", found.end()
    return held + text[at:]


class Held(NamedTuple):
    """A text in three: what stands before the words that are held together, these words, and what follows."""

    before: str
    words: str
    after: str


def with_breaks(address: str) -> str:
    """The address with a place where a line may end behind each of its signs."""
    return _ADDRESS_SIGN.sub(MAY_BREAK, address)


def last_words(text: str) -> Held | None:
    """The last word of a block of lines, a short one with the word before; None for nothing to hold."""
    end = _END.search(text)
    if end is None:
        return None
    before, space, word, rest = end.groups()
    at = end.start()
    if before is None or len(word) >= _SHORT or len(before) + len(word) > _PAIR:
        at, before, space = end.start(3), "", ""
    if len(word) > _ALONE or (not before and len(word) < _SCRAP):
        return None
    return Held(text[:at], f"{before}{space}{word}", rest)
