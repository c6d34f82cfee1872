"""Which words of a paper were made, and from what: by the name of what says them.

What an expression made goes by the expression and its series, a reference and a label by the id of what
they name, and a value from a YAML file by its key. Words in a note go by what the note's mark stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from rapportage.document import (
    Cell,
    Document,
    Figure,
    Heading,
    Kader,
    ListItem,
    MetadataRow,
    Paragraph,
    Signatory,
    Signatures,
    Table,
)
from rapportage.errors import Place
from rapportage.identity import CAPTION, OFFICE, SOURCE, VALUE, Subject, named
from rapportage.inlines import Footnote, Inlines, LineBreak, NoteMark, Reference, Text

Kind = Literal["getal", "tekst", "verwijzing", "label", "waarde"]
"""Of an expression a number or other words; a reference; what stands before a caption; the value of a key."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Words as printed and what they came from; `note` is the number of the note that they stand in."""

    name: str
    kind: Kind
    text: str
    place: Place = field(repr=False)
    expression: str = ""
    series: tuple[str, ...] = ()
    periode: str = ""
    target: str = ""
    note: int = field(default=0, kw_only=True)


def traces(document: Document) -> tuple[Trace, ...]:
    """All that was made in what has a name, in reading order; nothing that an author typed in a text."""
    found: list[Trace] = []
    valued: set[tuple[str, str]] = set()
    for identity, subject in named(document):
        if (identity.kind, type(subject)) in _TERMS:
            continue
        for one in _of(identity.name, identity.kind, subject):
            if identity.kind == VALUE and one.kind == "waarde":
                key = one.place.file, one.place.path
                if key in valued:  # a value without a place of its own has that of the first
                    continue
                valued.add(key)
            found.append(one)
    return tuple(found)


_TERMS = {("MetadataRow", MetadataRow), (OFFICE, Signatory)}
"""What stands there by the template, and has the place of what stands beside it."""


def _of(name: str, kind: str, subject: Subject) -> Iterator[Trace]:
    match subject:
        case Heading() | Figure() | Table() if subject.label and kind in ("Heading", CAPTION):
            yield Trace(name, "label", subject.label, subject.place, target=subject.id)
        case _:
            pass
    yield from _within(name, _words(kind, subject))


def _words(kind: str, subject: Subject) -> Inlines:
    """The words that go by this name; a note's go by what its mark stands in."""
    match subject:
        case Heading() | Paragraph() | Cell():
            return subject.content
        case ListItem(blocks=(Paragraph() as first, *_)):
            return first.content
        case Figure() | Table() if kind in (CAPTION, SOURCE):
            return subject.caption if kind == CAPTION else subject.source
        case Kader():
            return subject.title
        case MetadataRow():
            return subject.value if kind == VALUE else subject.term
        case Signatures():
            return subject.closing
        case Signatory():
            return (Text(subject.name, subject.place),)
        case _:
            return ()


def _within(name: str, content: Inlines, note: int = 0) -> Iterator[Trace]:
    for inline in content:
        match inline:
            case Text():
                yield from _in_text(name, inline, note)
            case Reference() if inline.text:
                yield Trace(name, "verwijzing", inline.text, inline.place, note=note, target=inline.target)
            case Footnote():
                yield from _within(name, inline.content, inline.number)
            case Reference() | NoteMark() | LineBreak():
                pass
            case _:
                yield from _within(name, inline.content, note)


def _in_text(name: str, words: Text, note: int) -> Iterator[Trace]:
    if words.place.path and words.text.strip():
        yield Trace(name, "waarde", words.text.strip(), words.place, note=note)
    for one in words.made:
        kind: Kind = "getal" if one.is_number else "tekst"
        yield Trace(name, kind, one.text, one.place, one.expression, one.series, one.periode, note=note)
