"""The addresses of links as notes, in a paper that is meant to be printed: paper cannot be clicked.

The links stay. An address that can be read already gets no note, and one that came before gets one more
mark of the note that it has.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from rapportage.compose.rewriting import kept, rewritten, same
from rapportage.document import Document
from rapportage.dutch import NO_BREAK_SPACE
from rapportage.errors import Place
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
    Superscript,
    Text,
    plain,
)

_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)", re.I)
_WRITTEN = re.compile(r"https?://|mailto:|tel:|www\.|[\s\u00ad\u200b]", re.I)
"""What an address is written with or without."""
_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"


def with_link_notes(document: Document) -> Document:
    """The document with a note behind each link whose address cannot be read; numbered by resolve."""
    notes = _LinkNotes()
    return replace(document, blocks=tuple(rewritten(block, notes.text) for block in document.blocks))


class _LinkNotes:
    """Adds notes in reading order, and knows the addresses that have one."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._place = Place("")

    def text(self, content: Inlines, place: Place) -> Inlines:
        self._place = place
        return self._words(content, ())

    def _words(self, content: Inlines, after: Inlines) -> Inlines:
        """The words with their notes; `after` is what follows them."""
        found: list[Inline] = []
        for at, inline in enumerate(content):
            match inline:
                case Link():
                    found += [inline, *self._behind(inline, (*content[at + 1 :], *after))]
                case Footnote():
                    found.append(kept(inline, content=_in_brackets(inline.content)))
                case Text() | Reference() | NoteMark() | LineBreak():
                    found.append(inline)
                case _:
                    inside = self._words(inline.content, (*content[at + 1 :], *after))
                    found.append(kept(inline, content=inside))
        return same(content, found)

    def _behind(self, link: Link, after: Inlines) -> Inlines:
        """What comes behind a link: its note, kept apart from a figure or a mark that touches it."""
        address, note = _address(link), _touching(after)
        if _is_said(address, link.content):
            return ()
        if isinstance(note, Footnote) and _is_said(address, note.content):
            return ()
        before = (Text(NO_BREAK_SPACE),) if _ends_raised(link.content) else ()
        behind = (Superscript((Text(","),)),) if note else ()
        if address in self._known:
            return (*before, NoteMark(self._known[address]), *behind)
        name = self._known[address] = f"adres:{len(self._known) + 1}"
        place = link.place if link.place.file else self._place
        at = replace(place, path="")  # the address is not what an author would mend there
        return (*before, Footnote((Text(address, at),), id=name, place=at), *behind)


def _in_brackets(content: Inlines) -> Inlines:
    """The words of a note, which can have no note itself, with each address behind its link."""
    found: list[Inline] = []
    for inline in content:
        found.append(inline)
        if isinstance(inline, Link) and not _is_said(_address(inline), content):
            found.append(Text(f" ({_address(inline)})", inline.place))
    return same(content, found)


def _address(link: Link) -> str:
    """The address as one types it over: that of an e-mail or a telephone without its scheme."""
    if link.target.lower().startswith(("mailto:", "tel:")):
        return _SCHEME.sub("", link.target.partition("?")[0], count=1)
    return link.target


def _is_said(address: str, content: Inlines) -> bool:
    """Whether the address can be read in the words, which may leave out what is typed of itself."""
    if address.lstrip("+").isdigit():
        return _digits(address) in _digits(plain(content))
    there = f" {' '.join(map(_bare, plain(content).split()))} "
    return f" {_bare(address)} " in there


def _bare(word: str) -> str:
    return unquote(_WRITTEN.sub("", word)).strip("()[]<>.,;:").rstrip("/").lower()


def _digits(number: str) -> str:
    """A telephone number from within the country."""
    return re.sub(r"^(?:0031|31)(?:0(?=[1-9]))?", "0", re.sub(r"\D", "", number))


def _touching(after: Inlines) -> Footnote | NoteMark | None:
    """The note whose mark comes directly behind, without a space between."""
    for inline in after:
        match inline:
            case Footnote() | NoteMark():
                return inline
            case Text() | Reference() | LineBreak():
                return None
            case _:
                return _touching(inline.content)
    return None


def _ends_raised(content: Inlines) -> bool:
    match content[-1:]:
        case (Superscript(),):
            return True
        case (Text(text=text),):
            return text.endswith(tuple(_RAISED))
        case (Strong() | Emphasis() | Language() as last,):
            return _ends_raised(last.content)
        case _:
            return False
