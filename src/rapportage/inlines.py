"""The words within blocks: text with its marks, links, references and notes.

A `place` tells where words came from, and is left out of comparison.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapportage.errors import Place
from rapportage.made import Made

NOWHERE = Place("", 0)


@dataclass(frozen=True, slots=True)
class Text:
    """Literal characters; `turns` says at which offsets they go on on another line of the author's file.

    `made` is what of them an expression made, in reading order.
    """

    text: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    turns: tuple[tuple[int, int], ...] = field(default=(), compare=False, repr=False)
    made: tuple[Made, ...] = field(default=(), compare=False, repr=False)

    def lines(self) -> Iterator[tuple[str, Place]]:
        """The characters of each of the author's lines, with its place."""
        begin, place = 0, self.place
        for offset, line in self.turns:
            yield self.text[begin:offset], place
            begin, place = offset, replace(self.place, line=line)
        yield self.text[begin:], place

    def part(self, begin: int, end: int) -> Text:
        """The characters between two offsets, with their lines and what of them was made."""
        place, turns, made, at = self.place, [], [], 0
        for offset, line in self.turns:
            if offset <= begin:
                place = replace(self.place, line=line)
            elif offset < end:
                turns.append((offset - begin, line))
        for one in self.made:
            at = max(at, self.text.find(one.text, at))
            if begin <= at < end:
                made.append(one)
            at += len(one.text)
        return Text(self.text[begin:end], place, tuple(turns), tuple(made))


@dataclass(frozen=True, slots=True)
class Strong:
    """Words with strong importance."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words with stress."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered characters, as in CO2."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised characters, as in m2."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Language:
    """A passage in another language than the document's; `lang` is a BCP 47 tag."""

    content: Inlines
    lang: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the document; `target` is an absolute http, https, mailto or tel address."""

    content: Inlines
    target: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a numbered block; `text` is filled in by resolve, such as 'figuur 6'."""

    target: str
    text: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page, standing where its mark stands; numbered by resolve.

    By its `id` other marks refer to it.
    """

    content: Inlines
    number: int = 0
    id: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """One more mark of a note that stands before it in the paper; numbered by resolve."""

    target: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A name in the list of terms, to which the first use of it leads by its `id`."""

    content: Inlines
    id: str


@dataclass(frozen=True, slots=True)
class TermUse:
    """Words that lead to the term in the list that explains them."""

    content: Inlines
    target: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line within a paragraph."""


Inline = (
    Text
    | Strong
    | Emphasis
    | Subscript
    | Superscript
    | Language
    | Link
    | Reference
    | Footnote
    | NoteMark
    | Term
    | TermUse
    | LineBreak
)
Inlines = tuple[Inline, ...]


def place_of(content: Inlines) -> Place:
    """The lines on which words stand, first to last; NOWHERE where they came from nowhere."""
    first, last = NOWHERE, 0
    for place in _places(content):
        if place.file and not first.file:
            first = place
        if place.file == first.file:
            last = max(last, place.last)
    end = last if last > first.line else None
    return first if first.end == end else replace(first, end=end)


def _places(content: Inlines) -> Iterator[Place]:
    for inline in content:
        match inline:
            case Text(turns=()) | Reference():
                yield inline.place
            case Text():
                yield from (place for _, place in inline.lines())
            case LineBreak() | Footnote() | NoteMark():
                pass
            case _:
                yield from _places(inline.content)


def plain(content: Inlines) -> str:
    """The words of inline content, without notes; a line break becomes a space."""
    words: list[str] = []
    for inline in content:
        match inline:
            case Text():
                words.append(inline.text)
            case Reference():
                words.append(inline.text)
            case LineBreak():
                words.append(" ")
            case Footnote() | NoteMark():
                pass
            case _:
                words.append(plain(inline.content))
    return "".join(words)


def notes_in(content: Inlines) -> Iterator[Footnote]:
    """The notes whose own marks stand in the content, in reading order; none that stand in a note."""
    return (one for one in _outside_notes(content) if isinstance(one, Footnote))


def terms_in(content: Inlines) -> Iterator[Term]:
    """The terms that the content explains, in reading order."""
    return (one for one in _outside_notes(content) if isinstance(one, Term))


def _outside_notes(content: Inlines) -> Iterator[Inline]:
    """Each inline before those in it, but for those in a note."""
    for inline in content:
        yield inline
        if not isinstance(inline, Text | Reference | Footnote | NoteMark | LineBreak):
            yield from _outside_notes(inline.content)
