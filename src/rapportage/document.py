"""The closed set of blocks that a document is made of; `inlines` has the words within them.

`compose` makes a Document, `compose.resolve` fills in its numbers and reference texts, and
the writers match every block and inline. A `place` tells where a block, a part of one or its words
came from, and is left out of comparison, so that a Document equals itself after being written and
read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, assert_never

from rapportage.errors import Place
from rapportage.inlines import NOWHERE, Inlines, Text, plain

Align = Literal["links", "midden", "rechts"]
Listed = Literal["koppen", "figuren", "tabellen"]
ParagraphRole = Literal["standaard", "titel", "omslagtitel", "ondertitel", "omslag", "intro", "slot"]

LABELS = {"figuur": "Figuur", "tabel": "Tabel", "deel": "Deel"}
"""The words that captions and top headings carry before their number."""


# --- blocks ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 5; `number` ('1', '1A', '1A.3') is filled in by resolve."""

    level: int
    content: Inlines
    id: str
    numbered: bool = False
    number: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def label(self) -> str:
        """The number as printed before the heading's words: 'Deel 1', '1A', '1A.3' or ''."""
        return f"{LABELS['deel']} {self.number}" if self.number and self.level == 1 else self.number

    @property
    def title(self) -> str:
        """The words with the number before them, without notes."""
        return " ".join(f"{self.label} {plain(self.content)}".split())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one of the document's roles; `omslagtitel` is the title on a cover of its own."""

    content: Inlines
    role: ParagraphRole = "standaard"
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def is_title(self) -> bool:
        """Whether it is the paper's title."""
        return self.role in ("titel", "omslagtitel")


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo of who sends the paper, as large as its image says; `image` is a key of `Document.images`."""

    image: str
    alt: str
    align: Align = "links"
    place: Place = field(default=NOWHERE, compare=False, repr=False)


Counted = Literal["", "letters", "romeins", "cijfers", "graden"]
"""In what a numbered list counts of its own accord; 'graden' are digits with a degree sign: 1°., 2°."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: paragraphs and lists below each other, a paragraph first."""

    blocks: tuple[Paragraph | List, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class List:
    """A bullet list, or a numbered list that begins at `start`.

    Its numbers are those of its depth, unless it says in what it is counted.
    """

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    counted: Counted = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; lines within it are parted by LineBreak."""

    content: Inlines
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    align: Align = "links"
    place: Place = field(default=NOWHERE, compare=False, repr=False)


Total = Literal["", "totaal", "totaal-afgerond"]
"""Whether a row is the sum of those above it, to the digit or but for rounding."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in this row, left to right; a total is what the rows above it add up to."""

    cells: tuple[Cell, ...]
    total: Total = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows and spans fill a rectangle; `head` rows come back on each page."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: Inlines = ()
    source: Inlines = ()
    id: str = ""
    number: int = 0
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def columns(self) -> int:
        """The number of columns, counted over the first row's spans."""
        return sum(cell.colspan for cell in (self.head + self.body)[0].cells)

    @property
    def label(self) -> str:
        """'Tabel 3', or '' for a table without a caption."""
        return f"{LABELS['tabel']} {self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with caption; `image` is a key of `Document.images`, an empty `alt` decorates."""

    image: str
    alt: str
    caption: Inlines = ()
    source: Inlines = ()
    id: str = ""
    number: int = 0
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def label(self) -> str:
        """'Figuur 6', or '' for a figure without a caption."""
        return f"{LABELS['figuur']} {self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures beside each other, each with its own caption."""

    left: Figure
    right: Figure
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Kader:
    """A box beside the running text, with a title."""

    title: Inlines
    blocks: tuple[Paragraph | List, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of another."""

    blocks: tuple[Paragraph | List, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """A term and its value, such as 'Raadsvergadering' and '24 januari 2022'."""

    term: Inlines
    value: Inlines
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The block of terms and values that opens a council paper."""

    rows: tuple[MetadataRow, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, and as what."""

    name: str
    office: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature block: a closing line such as 'Burgemeester en wethouders' and who signs, and how."""

    closing: Inlines
    signatories: tuple[Signatory, ...]
    digital: bool = False
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of a contents list; the writer finds the page of `target`, a heading, figure or table."""

    level: int
    label: str
    content: Inlines
    target: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings down to `depth`, or of figures or tables; resolve fills in the entries."""

    title: Inlines
    depth: int = 3
    entries: tuple[ContentsEntry, ...] = ()
    of: Listed = "koppen"
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks that stand on landscape pages of their own."""

    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


Block = (
    Heading
    | Paragraph
    | Logo
    | List
    | Table
    | Figure
    | FigurePair
    | Kader
    | Quote
    | Metadata
    | Signatures
    | Contents
    | PageBreak
    | Landscape
)


# --- the whole -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's bytes; width and height in CSS pixels (1/96 inch) as it wants to be shown.

    `bitmap` is a PNG beside an SVG, for readers that know no SVG; it is empty for PNG and JPEG, and
    for a drawing of our own until a file asks for it. `worded` is a drawing of our own
    with its words as text in its typeface instead of outlines, for who draws with that same one.
    """

    media_type: Literal["image/svg+xml", "image/png", "image/jpeg"]
    data: bytes = field(repr=False)
    width: float
    height: float
    bitmap: bytes = field(default=b"", repr=False)
    worded: bytes = field(default=b"", repr=False)


Images = Mapping[str, Image]
"""Pictures by the names under which blocks ask for them."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says about itself; every date comes from the content.

    `paper` and `periode` say which paper of which period it is, `abbreviations` what each stands for; they
    stand in no text, and are left out of comparison as places are.
    """

    title: str
    author: str
    date: date
    lang: str = "nl-NL"
    subject: str = ""
    keywords: tuple[str, ...] = ()
    running_title: str = ""
    concept: bool = False
    paper: str = field(default="", compare=False)
    periode: str = field(default="", compare=False)
    abbreviations: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One paper: what it says about itself, its blocks, and the pictures that they name.

    `data` are the numbers of its figures as CSV, by their ids; None where no data travel with the paper.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    images: Images = field(default_factory=dict)
    data: Mapping[str, str] | None = None


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, each before the blocks inside it."""
    for block in blocks:
        yield block
        match block:
            case Landscape() | Kader() | Quote():
                yield from walk(block.blocks)
            case FigurePair():
                yield from (block.left, block.right)
            case List():
                for item in block.items:
                    yield from walk(item.blocks)
            case _:
                pass


def depth(document: Document) -> int:
    """How deep the headings go, from 0 for none to 4."""
    return max((block.level for block in walk(document.blocks) if isinstance(block, Heading)), default=0)


def inlines_of(block: Block) -> Iterator[Inlines]:
    """The inline content that a block itself prints, in reading order; not that of blocks inside it."""
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Table():
            yield block.caption
            yield from (cell.content for row in block.head + block.body for cell in row.cells)
            yield block.source
        case Figure():
            yield from (block.caption, block.source)
        case Kader():
            yield block.title
        case Metadata():
            for row in block.rows:
                yield from (row.term, row.value)
        case Signatures():
            yield block.closing
            yield from ((Text(person.name + person.office, person.place),) for person in block.signatories)
        case Contents():
            yield block.title
        case List() | Quote() | FigurePair() | PageBreak() | Landscape() | Logo():
            pass
        case _:
            assert_never(block)


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell where it begins in its row, or goes on from the row above."""

    cell: Cell
    column: int
    goes_on: bool = False


def grid(table: Table) -> list[list[Slot]]:
    """The rows with every cell in each row that it reaches, left to right."""
    rows = table.head + table.body
    slots: list[list[Slot]] = [[] for _ in rows]
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            for below in range(number, min(number + cell.rowspan, len(rows))):
                slots[below].append(Slot(cell, column, goes_on=below > number))
                taken |= {(below, column + step) for step in range(cell.colspan)}
            column += cell.colspan
    return [sorted(row_slots, key=lambda slot: slot.column) for row_slots in slots]
