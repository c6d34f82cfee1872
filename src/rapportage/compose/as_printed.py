"""A paper as it is printed: with the quotation marks and apostrophes of print for those of a keyboard.

Rules judge what was typed, and stand before this; every format is written from what stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from rapportage.compose.rewriting import kept, rewritten, same
from rapportage.document import (
    Block,
    Contents,
    Document,
    Figure,
    FigurePair,
    Landscape,
    Logo,
    Meta,
    Signatures,
)
from rapportage.errors import Place
from rapportage.inlines import Footnote, Inline, Inlines, LineBreak, NoteMark, Reference, Text
from rapportage.made import Made
from rapportage.quotes import typeset
from rapportage.remembered import FORGETFUL, Memory


def as_printed(document: Document, memory: Memory = FORGETFUL) -> Document:
    """The same paper with its marks as they are printed, in all that a reader may see or hear.

    A block without any is the very block that it was.
    """
    blocks = [memory.of(("gedrukt", id(block)), partial(_block, block), block) for block in document.blocks]
    return replace(document, meta=_meta(document.meta), blocks=same(document.blocks, blocks))


def _meta(meta: Meta) -> Meta:
    return replace(
        meta,
        title=typeset(meta.title),
        author=typeset(meta.author),
        subject=typeset(meta.subject),
        keywords=tuple(map(typeset, meta.keywords)),
        running_title=typeset(meta.running_title),
        abbreviations=tuple((typeset(short), typeset(full)) for short, full in meta.abbreviations),
    )


def _block(block: Block) -> Block:
    match block:
        case Figure():
            return _figure(block)
        case FigurePair():
            return kept(block, left=_figure(block.left), right=_figure(block.right))
        case Logo():
            return kept(block, alt=_string(block.alt))
        case Landscape():
            return kept(block, blocks=same(block.blocks, [_block(one) for one in block.blocks]))
        case Contents():
            entries = [kept(one, content=_words(one.content)) for one in block.entries]
            return kept(block, title=_words(block.title), entries=same(block.entries, entries))
        case Signatures():
            people = [
                kept(one, name=_string(one.name), office=_string(one.office)) for one in block.signatories
            ]
            return kept(rewritten(block, _text), signatories=same(block.signatories, people))
        case _:
            return rewritten(block, _text)


def _figure(figure: Figure) -> Figure:
    return kept(rewritten(figure, _text), alt=_string(figure.alt))


def _string(text: str) -> str:
    """The text with its marks as they are printed: the very one, where it has none."""
    made = typeset(text)
    return text if made == text else made


# --- the words of a text -----------------------------------------------------------------------


def _text(content: Inlines, place: Place) -> Inlines:
    del place
    return _words(content)


def _words(content: Inlines) -> Inlines:
    """The same words; a mark knows all that stands beside it in the text, also in other inlines."""
    flat = "".join(_flat(content))
    return _Refilled(typeset(flat)).words(content)


def _flat(content: Inlines) -> Iterator[str]:
    """The letters of a text, without its notes."""
    for inline in content:
        match inline:
            case Text() | Reference():
                yield inline.text
            case LineBreak():
                yield "\n"
            case Footnote() | NoteMark():
                pass
            case _:
                yield from _flat(inline.content)


class _Refilled:
    """Hands the letters of a text out again, in reading order, to what they came from."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self.at = 0

    def taken(self, text: str) -> str:
        begin, self.at = self.at, self.at + len(text)
        now = self.letters[begin : self.at]
        return text if now == text else now

    def words(self, content: Inlines) -> Inlines:
        return same(content, [self.one(inline) for inline in content])

    def one(self, inline: Inline) -> Inline:
        match inline:
            case Text():
                now = self.taken(inline.text)
                return inline if now is inline.text else replace(inline, text=now, made=_made(inline, now))
            case Reference():
                return kept(inline, text=self.taken(inline.text))
            case LineBreak():
                self.at += 1
                return inline
            case NoteMark():
                return inline
            case Footnote():
                return kept(inline, content=_words(inline.content))
            case _:
                return kept(inline, content=self.words(inline.content))


def _made(text: Text, now: str) -> tuple[Made, ...]:
    """What of the words was made, as it is printed now: at the places where it stood."""
    found: list[Made] = []
    at = 0
    for one in text.made:
        at = max(at, text.text.find(one.text, at))
        found.append(replace(one, text=now[at : at + len(one.text)]))
        at += len(one.text)
    return tuple(found)
