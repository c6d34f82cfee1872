"""A name for each block, and for each part of one that says something, that survives an edit elsewhere.

A name is made from what stays. A heading, figure or table keeps the name of its id wherever it
stands; a caption and a source line go by their figure or table, a value by its term, a cell by its
table and the words at the head of its row and column. All else goes by its file and its own words:
under which heading, and as which of several, only where the same words stand in one file more than
once. The folder of the period is no part of a name, so that the next period's paper can be laid
beside this one; nor is a number that is counted, such as that of a figure referred to.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    FigurePair,
    Heading,
    Kader,
    Landscape,
    List,
    ListItem,
    Logo,
    Metadata,
    MetadataRow,
    PageBreak,
    Paragraph,
    Quote,
    Signatory,
    Signatures,
    Table,
    grid,
    inlines_of,
    walk,
)
from rapportage.errors import Place
from rapportage.inlines import Footnote, Inlines, LineBreak, NoteMark, Reference, Text, place_of
from rapportage.quotes import as_typed
from rapportage.row_heads import column_heads, row_heads, told_apart

Subject = Block | ListItem | Cell | MetadataRow | Signatory | Footnote
"""What a name is given to; what it consists of besides is told apart by kind."""

CAPTION, SOURCE, VALUE, OFFICE = "Caption", "Source", "Value", "Office"
"""The kinds of what is no subject of its own: of a figure or table, a row of metadata, a signatory."""

_DIGITS = 12
_BETWEEN = "\x1f"
"""Parts the pieces of a name: no content can hold it."""
_PERIOD = re.compile("(?<=^content/)[12][0-9]{3}(-[A-Z][0-9])?/")


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of something by which it can be found again.

    `section` is the heading it stands under, or the table that a cell stands in; `words` are what it
    says, and for a cell what stands at the head of its row and column too.
    """

    name: str
    kind: str
    place: Place
    section: str
    words: str


class Entry(NamedTuple):
    """A line of a manifest: where something with a name stands."""

    name: str
    file: str
    first: int
    last: int
    kind: str


def identities(document: Document) -> tuple[Identity, ...]:
    """The identity of everything that has one, in reading order."""
    return tuple(one.identity for one in _named(document))


def named(document: Document) -> tuple[tuple[Identity, Subject], ...]:
    """The same with what has it; of a figure or table once for itself, and once for each of its lines."""
    return tuple((one.identity, one.subject) for one in _named(document))


def manifest(document: Document) -> tuple[Entry, ...]:
    """Where everything that has a name stands, in reading order."""
    return tuple(
        Entry(one.name, one.place.file, one.place.line, one.place.last, one.kind)
        for one in identities(document)
    )


class Names:
    """The names of what a document holds, given out in reading order to who writes it."""

    def __init__(self, document: Document) -> None:
        self._document = document  # as long as it lives, what it holds can be told apart by its id()
        self._names: dict[tuple[int, str], deque[str]] = defaultdict(deque)
        for one in _named(document):
            self._names[id(one.subject), one.identity.kind].append(one.identity.name)

    def of(self, subject: Subject, kind: str = "") -> str:
        """The name of the subject where it stands next, or of that part of it."""
        return self._names[id(subject), kind or type(subject).__name__].popleft()


# --- what has a name ---------------------------------------------------------------------------


@dataclass(slots=True)
class _Thing:
    """Something that gets a name, from its key among those in its home: its owner, or else its file."""

    subject: Subject
    kind: str
    key: tuple[str, ...]
    words: str
    place: Place
    section: str
    home: _Thing | str
    identity: Identity = field(init=False)

    @property
    def base(self) -> Hashable:
        """What it is called by, as long as nothing else is called so."""
        return self.home if isinstance(self.home, str) else id(self.home), self.kind, self.key


class _Finder:
    """Finds what has a name, in reading order."""

    def __init__(self) -> None:
        self.section = ""
        self.things: list[_Thing] = []

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self.content(block, block.content, block.id)
                self.section = block.id or self.section
            case Paragraph():
                self.content(block, block.content)
            case List():
                self.holder(block)
                for item in block.items:
                    self.item(item)
            case Table():
                self.table(block)
            case Figure():
                words = f"{as_typed(block.alt)} {said(block.caption)}".strip()
                thing = self.add(block, words, block.place, block.id)
                self.line(CAPTION, block, block.caption, thing)
                self.line(SOURCE, block, block.source, thing)
            case FigurePair():
                self.add(block, " ".join((block.left.id, block.right.id)).strip(), block.place)
                self.blocks((block.left, block.right))
            case Kader():
                self.content(block, block.title)
                self.blocks(block.blocks)
            case Quote() | Landscape():
                self.holder(block)
                self.blocks(block.blocks)
            case Metadata():
                self.holder(block)
                for row in block.rows:
                    self.row(row, block.place)
            case Signatures():
                self.content(block, block.closing)
                for person in block.signatories:
                    self.person(person, block.place)
            case Contents() | PageBreak() | Logo():
                self.holder(block)
            case _:
                assert_never(block)

    def add(self, subject: Subject, words: str, place: Place, id: str = "") -> _Thing:
        """Note something, which goes by its id if it has one and else by its words."""
        key, home = (("id", id), "") if id else ((words,), stays(place.file))
        return self.note(_Thing(subject, type(subject).__name__, key, words, place, self.section, home))

    def part(self, owner: _Thing, subject: Subject, kind: str, words: str, place: Place, *key: str) -> None:
        """Note what goes by its owner, and there by its kind and key alone."""
        self.note(_Thing(subject, kind, key, words, place, owner.section, owner))

    def note(self, thing: _Thing) -> _Thing:
        self.things.append(thing)
        return thing

    def content(self, block: Block, content: Inlines, id: str = "") -> None:
        self.add(block, said(content), block.place, id)
        self.notes(content)

    def holder(self, block: Block) -> None:
        """A block without words of its own goes by the first that stand in it."""
        self.add(block, _first_words(block), block.place)

    def notes(self, content: Inlines) -> None:
        for inline in content:
            match inline:
                case Footnote():
                    self.add(inline, said(inline.content), inline.place)
                case Text() | Reference() | NoteMark() | LineBreak():
                    pass
                case _:
                    self.notes(inline.content)

    def item(self, item: ListItem) -> None:
        """The words of an item are those of its first paragraph, which has no name besides."""
        first, *rest = item.blocks
        if isinstance(first, Paragraph):
            self.add(item, said(first.content), _or(item.place, first.place))
            self.notes(first.content)
            self.blocks(rest)
        else:
            self.add(item, _first_words(first), item.place)
            self.blocks(item.blocks)

    def line(self, kind: str, block: Figure | Table, content: Inlines, thing: _Thing) -> None:
        if content:
            place = _or(place_of(content), block.place)
            self.part(thing, block, kind, said(content), place)
            self.notes(content)

    def row(self, row: MetadataRow, place: Place) -> None:
        thing = self.add(row, said(row.term), _or(place_of(row.term), place))
        self.notes(row.term)
        self.part(thing, row, VALUE, said(row.value), _or(row.place, place))
        self.notes(row.value)

    def person(self, person: Signatory, place: Place) -> None:
        """Who signs goes by the office, which stays when another holds it."""
        place = _or(person.place, place)
        office = as_typed(person.office)
        thing = self.add(person, office, place)
        self.part(thing, person, OFFICE, office, place)

    def table(self, table: Table) -> None:
        first = (table.head + table.body)[0].cells
        words = said(table.caption) or " ".join(said(cell.content) for cell in first)
        thing = self.add(table, words, table.place, table.id)
        self.line(CAPTION, table, table.caption, thing)
        self.cells(table, thing)
        self.line(SOURCE, table, table.source, thing)

    def cells(self, table: Table, thing: _Thing) -> None:
        heads = column_heads(table, said)
        for number, (slots, names) in enumerate(zip(grid(table), _row_names(table), strict=True)):
            for at, slot in enumerate(slots):
                if slot.goes_on:
                    continue
                words, column = said(slot.cell.content), heads.get(slot.column, str(slot.column))
                place = _or(slot.cell.place, table.place)
                if number < len(table.head) or at == 0:
                    self.part(thing, slot.cell, "Cell", words, place, words)
                elif slot.cell.header:
                    before = names[:at]
                    self.part(thing, slot.cell, "Cell", " ".join((*before, words)), place, *before, words)
                else:
                    row = " ".join(names)
                    self.part(thing, slot.cell, "Cell", f"{row} {column} {words}", place, row, column)
                self.notes(slot.cell.content)


def _row_names(table: Table) -> Iterator[tuple[str, ...]]:
    """The words that head each row; those of the table's own head have none."""
    heads = row_heads(table, said)
    (counts,) = told_apart(heads)
    yield from (() for _ in table.head)
    yield from (head.words[:count] for head, count in zip(heads, counts, strict=True))


def _first_words(block: Block) -> str:
    """The first words that stand in a block."""
    contents = (content for inner in walk((block,)) for content in inlines_of(inner))
    return next((words for content in contents if (words := said(content))), "")


def said(content: Inlines) -> str:
    """The words as an author types them: without notes, and with what a reference names for its text."""
    return " ".join(as_typed("".join(_pieces(content))).replace("\N{SOFT HYPHEN}", "").split())


def _pieces(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Text():
                yield inline.text
            case Reference():
                yield f"@{inline.target}"
            case LineBreak():
                yield " "
            case Footnote() | NoteMark():
                pass
            case _:
                yield from _pieces(inline.content)


def _or(place: Place, otherwise: Place) -> Place:
    return place if place.file else otherwise


# --- names -------------------------------------------------------------------------------------


def _named(document: Document) -> list[_Thing]:
    """Everything that has a name, with it, in reading order."""
    finder = _Finder()
    finder.blocks(document.blocks)
    called = Counter(thing.base for thing in finder.things)
    before: Counter[Hashable] = Counter()
    for thing in finder.things:
        home = thing.home if isinstance(thing.home, str) else thing.home.identity.name
        parts = [home, thing.kind, *thing.key]
        if called[thing.base] > 1:
            before[thing.base, thing.section] += 1
            parts += [thing.section, str(before[thing.base, thing.section])]
        section = home if thing.kind == "Cell" else thing.section
        thing.identity = Identity(_name(parts), thing.kind, thing.place, section, thing.words)
    return finder.things


def stays(file: str) -> str:
    """What stays of a file's path from period to period, and when a template is taken over."""
    return _PERIOD.sub("", file).removeprefix("templates/")


def _name(parts: Iterable[str]) -> str:
    text = _BETWEEN.join(parts)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_DIGITS]
