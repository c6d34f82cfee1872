"""Find what a hand or a paste did to prose: words and paragraphs twice, signs left open, sentences in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportage.checks.reading.texts import each_text
from rapportage.checks.subjects import Paper
from rapportage.content.offices import OFFICE_WORDS
from rapportage.document import Block, Kader, Landscape, Paragraph, walk
from rapportage.errors import Finding, Place, shortened
from rapportage.inlines import place_of, plain

_NEVER_TWICE = r"de|van|een|en|te|der|ten|met|naar|\w{2,15}ing|\w{2,15}heid|gemeente|college|gemeenteraad"
_NO_VERB = r"[a-zà-ÿ]{5,30}s"
"""What ends like no verb: 'wie hier wonen wonen goed' and 'wat gebeurt gebeurt vaak'."""
_PAIRS = r"(?:van|in|op|aan|voor|met|door|naar|bij) (?:de|het|een)"
_TWICE = re.compile(
    rf"(?<![\w’'-])(?P<word>{_PAIRS}|{_NEVER_TWICE}|{_NO_VERB})[ \u00a0](?P=word)(?![\w’'-])"
    r"|(?<![\w’'-])(?P<stem>[a-zà-ÿ]{3,20}?)(?:t[ \u00a0](?P=stem)de|de[ \u00a0](?P=stem)t)(?![\w’'-])"
    r"|\b(?:het|de|een) (?P<thing>[a-zà-ÿ]{5,30})[ \u00a0](?P=thing)(?![\w’'-])",
    re.I,
)
"""Words that no sentence has twice beside each other, as it may have 'die die', 'dat dat' and 'had had'."""


@each_text
def words_twice(words: str, place: Place) -> Iterator[Finding]:
    """Each word that stands twice beside itself, where no sentence can mean that."""
    for found in _TWICE.finditer(words):
        first, second = found[0][0], found[0].split()[-1]
        if found["stem"]:
            yield Finding(f"'{found[0]}': dit werkwoord staat er in twee tijden", place, "haal er een weg")
        elif not second[0].isupper() and (first.islower() or second != "van"):  # else it may be in a name
            yield Finding(f"'{found[0]}': dit woord staat er twee keer", place, "haal er een weg")


_SHORTEST = 60
"""A shorter paragraph may well be said twice: 'Zie het raadsvoorstel van de vorige vergadering.'"""


def paragraphs_twice(paper: Paper) -> Iterator[Finding]:
    """Each paragraph of some length that an author has twice in one paper, at its second place."""
    seen: dict[str, Place] = {}
    for run in _runs(paper.document.blocks):
        for block in run:
            words, place = _words(block), _place(block)
            if len(words) <= _SHORTEST:
                continue
            first = seen.setdefault(words, place)
            if first != place:
                where = f"regel {first.line}" if first.file == place.file else f"{first.file}:{first.line}"
                message = f"deze alinea staat er twee keer: '{shortened(words)}'"
                yield Finding(message, place, f"haal er een weg; de eerste staat op {where}")


_FACE = re.compile(r"[:;]-?[()]")
_OPENED = re.compile(r"‘(?!(?:[stnmk]|ns)\b|[0-9]{2}\b)(?=[\w(])")
_CLOSED = re.compile(r"[’'](?![^\W\d_])")
_INCH = re.compile(r"[0-9]\"")
_NOT_WORKED_OUT = re.compile(r"\{\{|\}\}")
"""What is left of an expression that is not closed: that is an error, and its signs are none of the text."""


def left_open(paper: Paper) -> Iterator[Finding]:
    """Each paragraph with a bracket or quotation mark that opens and is not closed.

    Who quotes several paragraphs opens each of them, and closes the last.
    """
    for block in walk(paper.document.blocks):
        words = _words(block)
        if sign := _sign_left_open(words):
            yield Finding(
                f"in deze alinea wordt {sign} niet gesloten: '{shortened(words)}'",
                _place(block),
                "zet het tweede teken erbij, of haal het eerste weg",
            )


def _sign_left_open(words: str) -> str:
    if _NOT_WORKED_OUT.search(words):
        return ""
    bare = _FACE.sub("", words)
    depth = 0
    for sign in re.findall(r"[()]", bare):  # what closes nothing stands behind a label: a) and 1)
        depth = depth + 1 if sign == "(" else max(depth - 1, 0)
    if depth:
        return "een haakje"
    quoted = bare.lstrip()
    if quoted[:1] not in "“„" and bare.count("“") + bare.count("„") > bare.count("”") + _closed_low(bare):
        return "een aanhalingsteken"
    if _INCH.sub("", bare).count('"') % 2 and not quoted.startswith('"'):
        return "een aanhalingsteken"
    if quoted[:1] != "‘" and _OPENED.search(bare) and not _CLOSED.search(bare):
        return "een aanhalingsteken"
    return ""


def _closed_low(words: str) -> int:
    """How many marks close in the German way, „so“: twice each, since such a mark was counted as opening."""
    return 2 * len(re.findall(r"„[^“”„]{0,2000}“", words))


_ENDS_OPEN = re.compile(r"[^\W_],?\Z")
_BEGINS_SMALL = re.compile(r"[a-zà-ÿ]+(?=[\s,;]|-[a-z])")
_FORMULA = re.compile(
    r"(?:gelezen|gelet|gezien|gehoord|overwegende|besluit(?:en)?|namens|p\.o|mede namens|loco\w*|drs|ir|mr"
    rf"|de (?:voorzitter|{'|'.join(OFFICE_WORDS)})|dr|d\.d|www|e-mail|tel)\b"
)
"""With what a paragraph of a decision or a signature begins, though it is small."""
_LEAST = 30


def cut_in_two(paper: Paper) -> Iterator[Finding]:
    """Each sentence that a blank line parts: one paragraph ends in no sign, the next begins small."""
    for run in _runs(paper.document.blocks):
        for above, below in pairwise(run):
            ends, begins = _words(above), _words(below)
            whole = not _ENDS_OPEN.search(ends) or _FORMULA.match(begins) or not _BEGINS_SMALL.match(begins)
            if whole or len(ends) < _LEAST or _place(above).file != _place(below).file:
                continue
            yield Finding(
                f"een lege regel breekt hier een zin in tweeën: '…{ends[-20:]}' en '{shortened(begins)}'",
                _place(below),
                "haal de lege regel weg; is het een nieuwe zin, begin hem dan met een hoofdletter"
                " en sluit de vorige af",
            )


def _runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Blocks that follow each other, with those of boxes and landscape pages by themselves."""
    yield blocks
    for block in blocks:
        if isinstance(block, Kader | Landscape):
            yield from _runs(block.blocks)


def _words(block: Block) -> str:
    """What an author's paragraph says; '' for any other block."""
    if not (
        isinstance(block, Paragraph) and block.role == "standaard" and _place(block).file.endswith(".md")
    ):
        return ""
    return plain(block.content).strip()


def _place(block: Block) -> Place:
    place = place_of(block.content) if isinstance(block, Paragraph) else block.place
    return place if place.file else block.place
