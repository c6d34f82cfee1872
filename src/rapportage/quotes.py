"""Quotation marks and apostrophes as they are printed: 'zo' becomes ‘zo’, foto's becomes foto’s.

Only these two characters are replaced, each by one other, so that whatever is known of a text by its
places goes on to hold. One that cannot be told, such as a mark that nothing closes, stays as it was typed;
so do those of feet, inches, minutes and seconds (5' 30"), and those within an address or the name of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapportage.lines import ADDRESS

Role = Literal["opens", "closes", "apostrophe", "year", "nothing"]
"""What a mark may be by what stands beside it, of 'year' the rest tells: '90, or '10 jaar later'."""

_STRAIGHT = {"'", '"'}
_SINGLE = "'‘’‚"
_MARK = re.compile("['\"‘’‚“”„]")
_OPENED = {"'": "‘", '"': "“"}
_CLOSED = {"'": "’", '"': "”"}
_TYPED = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'})
_UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
_BEFORE_OPENING = "([{<«/–—-−|"
_NOT_OPENED = ".,;:!?)]}>»%"
_DROPPED = re.compile(r"(?:[stn](?![\w'’]|\.\w)|[kmr](?![\w'’-]|\.\w)|T(?= )|[STN]-|ie\b|ns\b)")
"""What stands behind an apostrophe that begins a word: 's ochtends, 't Harde, 's-Hertogenbosch, haal 'm."""
_YEAR = re.compile(r"[0-9]{2}(?!\w|[.,][0-9])")
_COMPASS = re.compile(r"[NOZWENSXx×](?!\w)")
"""What follows on minutes, and on a measure in feet."""
_FILE = re.compile(
    r"\.(?:pdf|docx?|dotx|xlsx?|csv|pptx?|od[tsp]|md|ya?ml|json|svg|png|jpe?g|zip|txt|html?)$", re.I
)
_AROUND = "()[]{}<>.,;:!?'\"‘’‚“”„"


class _Mark(NamedTuple):
    at: int
    kind: str
    role: Role


def typeset(text: str) -> str:
    """The text with its straight marks as they are printed; as long as it was."""
    if not _STRAIGHT.intersection(text):
        return text
    changed = dict(_changes(_without_names(text)))
    return "".join(changed.get(at, one) if one in _STRAIGHT else one for at, one in enumerate(text))


def as_typed(text: str) -> str:
    """The text with straight marks for all that are printed or typed otherwise."""
    return text.translate(_TYPED)


_MASK = "x"
"""Stands for the letters of what is no word."""


def _without_names(text: str) -> str:
    """The text, as long as it was, with letters for each address and each name of a file."""
    text = ADDRESS.sub(lambda found: _MASK * len(found[0]), text)
    return re.sub(r"\S+", _without_file, text)


def _without_file(found: re.Match[str]) -> str:
    word = found[0]
    bare = word.strip(_AROUND)
    if not _FILE.search(bare):
        return word
    begin = word.index(bare)
    return word[:begin] + _MASK * len(bare) + word[begin + len(bare) :]


# --- which mark is what ------------------------------------------------------------------------


def _changes(text: str) -> Iterator[tuple[int, str]]:
    """The places of marks and how they are printed, as far as that can be told."""
    pending = _Pending()
    marks = list(_marks(text))
    for mark, after in zip(marks, _next_roles(marks), strict=True):
        role = mark.role
        if role == "year":
            role = "opens" if after == "closes" and not pending.count["'"] else "apostrophe"
        if role == "opens":
            pending.add(mark)
        elif role == "apostrophe":
            yield mark.at, "’"
        elif role == "closes":
            inches = mark.kind == '"' and after == "closes" and _beside(text, mark.at, -1).isdigit()
            opened = None if inches else pending.closed_by(mark)
            if opened is not None:
                yield opened.at, _OPENED[mark.kind]
                yield mark.at, _CLOSED[mark.kind]
            elif mark.kind == "'" and _beside(text, mark.at, -1).isalpha():
                yield mark.at, "’"  # of a genitive: de gemeenten' belang


def _next_roles(marks: list[_Mark]) -> list[Role]:
    """For each mark what the next one of its kind may be that is no apostrophe."""
    after: dict[str, Role] = {"'": "nothing", '"': "nothing"}
    found: list[Role] = []
    for mark in reversed(marks):
        found.append(after[mark.kind])
        if mark.role != "apostrophe":
            after[mark.kind] = mark.role
    return found[::-1]


class _Pending:
    """The marks that are open, the last one last."""

    def __init__(self) -> None:
        self.marks: list[_Mark] = []
        self.count = {"'": 0, '"': 0}

    def add(self, mark: _Mark) -> None:
        self.marks.append(mark)
        self.count[mark.kind] += 1

    def closed_by(self, mark: _Mark) -> _Mark | None:
        """The mark that this one closes, with which those behind it are given up.

        A single mark never closes over another that is open: it may be an apostrophe.
        """
        if not self.count[mark.kind] or (mark.kind == "'" and self.marks[-1].kind != "'"):
            return None
        while True:
            last = self.marks.pop()
            self.count[last.kind] -= 1
            if last.kind == mark.kind:
                return last


def _marks(text: str) -> Iterator[_Mark]:
    """Every mark in the text with what it may be."""
    before: tuple[int, Role] = -2, "nothing"
    for found in _MARK.finditer(text):
        at, sign = found.start(), found[0]
        opens = before[0] == at - 1 and before[1] in ("opens", "year")
        role = _role(text, at, "'" if sign in _SINGLE else '"', opens=opens)
        before = at, role
        yield _Mark(at, "'" if sign in _SINGLE else '"', role)


def _role(text: str, at: int, kind: str, *, opens: bool) -> Role:
    """What a mark may be; `opens` says that it stands directly behind one that opens."""
    before, after = _beside(text, at, -1), _beside(text, at, 1)
    begins = opens or not before or before.isspace() or before in _BEFORE_OPENING
    goes_on = bool(after) and not after.isspace() and after not in _NOT_OPENED
    if kind == "'" and begins and _DROPPED.match(text, at + 1):
        return "apostrophe"
    if begins and goes_on:
        return "year" if kind == "'" and _YEAR.match(text, at + 1) else "opens"
    if begins:
        return "nothing"
    if kind == "'" and (before.isalnum() or before == "+") and after.isalnum():
        measured = before.isdigit() and (after.isdigit() or _COMPASS.match(text, at + 1))
        return "nothing" if measured else "apostrophe"
    return "closes"


def _beside(text: str, at: int, step: int) -> str:
    """The next sign that is seen on that side; '' where the text ends."""
    at += step
    while 0 <= at < len(text) and text[at] in _UNSEEN:
        at += step
    return text[at] if 0 <= at < len(text) else ""
