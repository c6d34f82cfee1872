"""A paper as a row of texts that are compared one by one, by chapter."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from rapportage.compose.numbers.vocabulary import PERIODS
from rapportage.document import (
    Cell,
    Document,
    Figure,
    Heading,
    Kader,
    ListItem,
    MetadataRow,
    Paragraph,
    Row,
    Signatory,
    Signatures,
    Table,
)
from rapportage.identity import CAPTION, SOURCE, Identity, Subject, named, said
from rapportage.inlines import Footnote, Inline, Inlines, LineBreak, NoteMark, Reference, Text, plain

What = Literal[
    "kop",
    "alinea",
    "punt",
    "kader",
    "bijschrift",
    "bron",
    "rij",
    "gegeven",
    "ondertekening",
    "noot",
    "figuur",
]
OPENING = ""
"""What the chapter is called that stands before the first heading."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A text: its `name` tells it from others, `said` is the same where it says and shows the same."""

    name: str
    what: What
    words: str
    said: str
    level: int = 0

    @property
    def weight(self) -> int:
        """How much there is of it."""
        return len(self.words.split())


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands under a heading with a number, or one of the first level."""

    name: str
    label: str = ""
    title: str = ""
    units: list[Unit] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """How many words there are in it."""
        return sum(unit.weight for unit in self.units)


def chapters(document: Document) -> list[Chapter]:
    """The chapters of a paper with their texts, those without any left out."""
    found = [Chapter(OPENING)]
    rows: dict[int, Row] = {}
    written: set[int] = set()
    for identity, subject in named(document):
        if isinstance(subject, Heading) and (subject.numbered or subject.level == 1):
            found.append(Chapter(identity.name, subject.label, shown(subject.content)))
        if isinstance(subject, Table):
            rows |= {id(cell): row for row in subject.head + subject.body for cell in row.cells}
        if isinstance(subject, Cell):
            row = rows[id(subject)]
            if id(row) not in written:
                written.add(id(row))
                found[-1].units.append(_row(identity, row))
        elif (unit := _unit(identity, subject, document)) is not None:
            found[-1].units.append(unit)
    return [chapter for chapter in found if chapter.units]


def cell_names(document: Document) -> dict[str, str]:
    """The name of the row in which each cell stands, which is that of its first cell."""
    names: dict[str, str] = {}
    rows: dict[int, Row] = {}
    first: dict[int, str] = {}
    for identity, subject in named(document):
        if isinstance(subject, Table):
            rows |= {id(cell): row for row in subject.head + subject.body for cell in row.cells}
        elif isinstance(subject, Cell):
            names[identity.name] = first.setdefault(id(rows[id(subject)]), identity.name)
    return names


def shown(content: Inlines) -> str:
    """The words as a reader sees them, without notes and the hyphens that only may be there."""
    return " ".join(plain(content).replace("\N{SOFT HYPHEN}", "").split())


def _as_typed(title: Inlines) -> Inlines:
    """A title with the expression for each period that one made: with those it moves on by itself."""
    return tuple(_asked(one) for one in title)


def _asked(inline: Inline) -> Inline:
    match inline:
        case Text():
            text = inline.text
            for made in inline.made:
                if not made.is_number and made.expression.partition("(")[0] in PERIODS:
                    words = r"\s+".join(map(re.escape, made.text.split()))
                    text = re.sub(words, made.expression.replace("\\", r"\\"), text, count=1)
            return replace(inline, text=text)
        case Reference() | LineBreak() | Footnote() | NoteMark():
            return inline
        case _:
            return replace(inline, content=_as_typed(inline.content))


def _row(identity: Identity, row: Row) -> Unit:
    words = " | ".join(shown(cell.content) for cell in row.cells)
    return Unit(identity.name, "rij", words, " | ".join(said(cell.content) for cell in row.cells))


def _unit(identity: Identity, subject: Subject, document: Document) -> Unit | None:
    """The text that something is; None where it only holds others, or nothing is said."""
    texts = list(_texts(identity.kind, subject, document))
    if not texts:
        return None
    what, words, is_said, level = texts[0]
    return Unit(identity.name, what, words, is_said, level) if words else None


def _texts(kind: str, subject: Subject, document: Document) -> Iterator[tuple[What, str, str, int]]:
    match subject:
        case Heading():
            yield "kop", shown(subject.content), said(_as_typed(subject.content)), subject.level
        case Paragraph():
            yield "alinea", shown(subject.content), said(subject.content), 0
        case ListItem(blocks=(Paragraph(content=content), *_)):
            yield "punt", shown(content), said(content), 0
        case Kader():
            yield "kader", shown(subject.title), said(subject.title), 0
        case Footnote():
            yield "noot", shown(subject.content), said(subject.content), 0
        case Figure() | Table() if kind == CAPTION:
            yield "bijschrift", shown(subject.caption), said(_as_typed(subject.caption)), 0
        case Figure() | Table() if kind == SOURCE:
            yield "bron", shown(subject.source), said(subject.source), 0
        case Figure():
            seen = hashlib.sha256(document.images[subject.image].data).hexdigest()
            yield "figuur", subject.alt or "(versiering)", f"{subject.alt} {seen}", 0
        case MetadataRow() if kind == "MetadataRow":
            shown_value, value = shown(subject.value), said(subject.value)
            yield "gegeven", f"{shown(subject.term)}: {shown_value}", f"{said(subject.term)}: {value}", 0
        case Signatures():
            yield "ondertekening", shown(subject.closing), said(subject.closing), 0
        case Signatory() if kind == "Signatory":
            who = f"{subject.name}, {subject.office}"
            yield "ondertekening", who, who, 0
        case _:
            pass
