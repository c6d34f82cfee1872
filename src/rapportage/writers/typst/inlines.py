"""Inline content as typst code: one expression that joins its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from rapportage.abbreviations import Abbreviations, abbreviated
from rapportage.characters import NO_BREAK_HYPHEN
from rapportage.columns import breakable
from rapportage.inlines import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    NoteMark,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Term,
    TermUse,
    Text,
)
from rapportage.lines import ADDRESS, MAY_BREAK, with_numbers_held
from rapportage.writers.typst.code import call, string
from rapportage.writers.typst.found_again import IN_TEXT, IN_TITLE, TITLE, region_of
from rapportage.writers.typst.rooms import Room
from rapportage.writers.typst.together import Together, together

_LETTERS = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"(?:https?://|www\.)[^\s/]+/?", re.I)
"""By what the engine knows an address."""
_OPENING, _CLOSING = "([‘“'\"", ")]’”'\".,;:!?"
"""The signs that touch an address and are none of it."""
_SPACE = re.compile(r"[ \t\n\r\f]+")


class Written:
    """Writes inline content for lines of some width; `notes` is the room for the words of notes."""

    def __init__(
        self, room: Room, notes: Room, abbreviations: Abbreviations = (), *, title: bool = False
    ) -> None:
        self._room = room.begin()
        self._notes = notes
        self._abbreviations = abbreviations
        self._title = title
        self._bold = False

    def lines(self, content: Inlines) -> str:
        """A block of lines as one expression; the last line is no scrap."""
        lines = self._joined(together(_spaced(content), ends=True))
        return call("text", lines, region=string(TITLE)) if self._title else lines

    def words(self, content: Inlines, *, in_cell: bool = False) -> str:
        """Words as one expression, in the cell of a table if that is said; none of them is something too."""
        return self._joined(together(_spaced(content), in_cell=in_cell))

    def plain(self, text: str) -> str:
        """A text as a string."""
        return string(self._parted(text))

    def _joined(self, content: Iterable[Inline | Together]) -> str:
        return "{" + "; ".join(map(self._inline, content)) + "}"

    def _inline(self, inline: Inline | Together) -> str:
        match inline:
            case Together():
                return call("bijeen", self._joined(inline.content))
            case Text():
                return self._text(self._parted(inline.text.replace(NO_BREAK_HYPHEN, "-")))
            case Strong():
                before, self._bold = self._bold, True
                words = call("vet", self._joined(inline.content))
                self._bold = before
                return words
            case Emphasis():
                return call("schuin", self._joined(inline.content))
            case Subscript():
                return call("onder", self._joined(inline.content))
            case Superscript():
                return call("boven", self._joined(inline.content))
            case Language():
                lang, _, land = inline.lang.partition("-")
                region = string(land) if re.fullmatch("[A-Za-z]{2}", land) else "none"
                known, self._abbreviations = self._abbreviations, ()  # they are none of that language
                words = self._joined(inline.content)
                self._abbreviations = known
                return call("in-taal", string(lang), string(TITLE) if self._title else region, words)
            case Link():
                return call("koppeling", string(inline.target), self._joined(inline.content))
            case Reference():
                return call("verwijzing", string(inline.target), string(self._parted(inline.text)))
            case Footnote():
                words = Written(self._notes, self._notes, self._abbreviations).lines(inline.content)
                note = call("noot", string(str(inline.number)), words)
                return f"[#{note}#{call('label', string(inline.id))}]" if inline.id else note
            case NoteMark():
                mark = call("text", string(str(inline.number)), weight="400")
                return call("link", call("label", string(inline.target)), call("boven", mark))
            case Term():
                place = f"[#metadata(none)#{call('label', string(inline.id))}]"
                return f"{{{place}; {self._joined(inline.content)}}}"
            case TermUse():
                words = call("als-koppeling", self._joined(inline.content))
                return call("link", call("label", string(inline.target)), words)
            case LineBreak():
                self._room = self._room.begin()
                return '" "; linebreak()'  # who hears the text needs the space
            case _:
                assert_never(inline)

    def _text(self, text: str) -> str:
        code, at = [], 0
        lang = IN_TITLE if self._title else IN_TEXT
        for begin, end, term in abbreviated(text, self._abbreviations):
            code += [self._hyphenated(text[at:begin])] if at < begin else []
            region = string(region_of(term, self._abbreviations))
            code.append(call("text", string(text[begin:end]), lang=string(lang), region=region))
            at = end
        return "; ".join([*code, self._hyphenated(text[at:])] if at < len(text) or not code else code)

    def _hyphenated(self, text: str) -> str:
        """The text, in which words are hyphenated but for their first and their last letters.

        What an address begins with stands in a box, with the signs that it touches: the engine would part its
        words anywhere.
        """
        addresses = [found.span() for found in ADDRESS.finditer(text)]
        code, at = [], 0
        for begin, end in addresses:
            head = _HEAD.match(text, begin, end)
            if head and MAY_BREAK not in head[0]:
                start, stop = _touching(text, begin, head.end(), whole=head.end() == end)
                code += [self._words_of(text, at, start, addresses)] if at < start else []
                code.append(call("bijeen", string(text[start:stop])))
                at = stop
        code += [self._words_of(text, at, len(text), addresses)] if at < len(text) or not code else []
        return "; ".join(code)

    def _words_of(self, text: str, at: int, stop: int, addresses: Iterable[tuple[int, int]]) -> str:
        """Part of the text, with hyphens in words of no address, where lines have them."""
        if not self._room.hyphens:
            return string(text[at:stop])
        code = []
        for word in _LETTERS.finditer(text, at, stop):
            whole = any(begin <= word.start() < end for begin, end in addresses)
            if not whole and (place := breakable(word[0])):
                begin, end = (word.start() + one for one in place)
                code += [string(text[at:begin]), call("af", string(text[begin:end]))]
                at = end
        return "; ".join([*code, string(text[at:stop])] if at < stop or not code else code)

    def _parted(self, text: str) -> str:
        return self._room.parted(text, bold=self._bold)


def _touching(text: str, begin: int, end: int, *, whole: bool) -> tuple[int, int]:
    """These words with the signs around them; behind them only where they are a `whole` address."""
    while begin and text[begin - 1] in _OPENING:
        begin -= 1
    while whole and end < len(text) and text[end] in _CLOSING:
        end += 1
    return begin, end


def _spaced(content: Inlines) -> Inlines:
    """The content with one space wherever HTML would show one, at which numbers stay with their units."""
    return tuple(
        replace(one, text=with_numbers_held(_SPACE.sub(" ", one.text)), turns=())
        if isinstance(one, Text)
        else one
        if isinstance(one, Reference | Footnote | NoteMark | LineBreak)
        else replace(one, content=_spaced(one.content))
        for one in content
    )
