"""The blocks of a Document as typst code: a call a block, of the functions that the template defines."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import assert_never

from rapportage.abbreviations import Abbreviations
from rapportage.document import (
    Align,
    Block,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    FigurePair,
    Heading,
    Image,
    Kader,
    Landscape,
    List,
    ListItem,
    Logo,
    Metadata,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Table,
)
from rapportage.errors import LayoutError
from rapportage.heights import (
    KEPT,
    MANY_LINES,
    SIDE,
    inner_width,
    kept_with_next,
    lines,
    most_lines,
    stays_whole,
    surely_short,
)
from rapportage.inlines import Inlines
from rapportage.numerals import item_label
from rapportage.remembered import Memory
from rapportage.style.lengths import PIXEL
from rapportage.style.page import Page, landscape, portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.signature_fields import FIELD
from rapportage.writers.typst.code import array, call, points, string, truth
from rapportage.writers.typst.found_again import MOST
from rapportage.writers.typst.inlines import Written
from rapportage.writers.typst.marked import Mark, Marked, nodes, unmarked
from rapportage.writers.typst.rooms import Room
from rapportage.writers.typst.tables import TableWriter

_LINES_OF_NEXT = 1
"""A short item wants so many lines of the next on its page."""
_SIDES: Mapping[Align, str] = {"links": "left", "midden": "center", "rechts": "right"}
_AS_HEADINGS = ("kop-", "titel", "omslagtitel", "ondertitel")
"""The sizes that headings, the title and what stands below it have, which share their typeface."""
_LEAST = 20.0
"""Lines in whatever place are at least so wide, in points."""


def body(document: Document, style: HouseStyle, files: Mapping[str, str]) -> str:
    """All blocks, a line each; `files` tells in which file each picture stands."""
    abbreviations = document.meta.abbreviations[:MOST]
    upright = _Writer(document.images, style, files, portrait(style), abbreviations)
    return "\n".join(f"#{line}" for line in upright.blocks(document.blocks)) + "\n"


@dataclass(frozen=True, slots=True)
class MarkedCode:
    """The code of a block with a mark in front of it and of what in it has one, and what these stand at."""

    code: str
    marked: tuple[Marked, ...]


def marked_body(
    document: Document, style: HouseStyle, files: Mapping[str, str], mark: str, memory: Memory
) -> list[MarkedCode]:
    """All blocks, each with this mark; what was written of the same block is not written again."""
    abbreviations = document.meta.abbreviations[:MOST]
    marked: list[Marked] = []

    def noted(one: Marked) -> str:
        marked.append(one)
        return mark

    upright = _Writer(document.images, style, files, portrait(style), abbreviations, noted)
    pictures = (one for name, file in files.items() for one in (name, file, document.images[name]))
    edition = memory.edition("opmaak", style, repr(abbreviations), mark, *pictures)
    written = []
    for block, after in zip(document.blocks, [*document.blocks[1:], None], strict=True):

        def write(block: Block = block, after: Block | None = after) -> MarkedCode:
            marked.clear()
            lines = "".join(f"#{line}\n" for line in upright.blocks((block,), after))
            return MarkedCode(lines, tuple(marked))

        key = "code", edition, isinstance(after, List)
        written.append(
            memory.of((*key, id(block)), partial(_written, block, (*key, block), write, memory), block)
        )
    return written


def _written(block: Block, key: Hashable, write: Callable[[], MarkedCode], memory: Memory) -> MarkedCode:
    """The code of the block: that of one which says the same, wherever it came from, with its own marks."""
    known: tuple[str, tuple[int, ...]] | None = memory.find(key)
    if known is None:
        made = write()
        numbers = {id(node): at for at, node in enumerate(nodes(block))}
        known = made.code, tuple(numbers[id(one)] for one in made.marked)
    memory.keep(key, known)
    there = list(nodes(block))
    return MarkedCode(known[0], tuple(there[at] for at in known[1]))


@dataclass(frozen=True, slots=True)
class _Writer:
    images: Mapping[str, Image]
    style: HouseStyle
    files: Mapping[str, str]
    page: Page
    abbreviations: Abbreviations = ()
    mark: Mark = unmarked
    width: float = 0.0
    side: int = 2
    """How many items of a list stay together at its beginning, and at its end."""

    # --- rooms ---------------------------------------------------------------------------------

    @property
    def _wide(self) -> float:
        return self.width or self.page.text_width()

    def _narrower(self, by: float) -> _Writer:
        return replace(self, width=max(_LEAST, self._wide - by))

    def _words(
        self, token: str, *, hyphens: bool = True, bold: bool = False, less: float = 0.0, title: bool = False
    ) -> Written:
        size = self.style.points(f"letter.{token}")
        letters = self.style.typeface("kop" if token.startswith(_AS_HEADINGS) else "tekst")
        room = Room(max(_LEAST, self._wide - less), size, letters, hyphens, bold)
        return Written(room, self._notes(), self.abbreviations, title=title)

    # --- blocks --------------------------------------------------------------------------------

    def blocks(self, blocks: tuple[Block, ...], after: Block | None = None) -> Iterator[str]:
        following: list[Block | None] = [*blocks[1:], after]
        for block, after in zip(blocks, following, strict=True):
            if mark := self.mark(block):
                yield mark
            yield self._block(block, after)

    def _block(self, block: Block, after: Block | None) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block, held=isinstance(after, List))
            case Logo():
                return self._logo(block)
            case List():
                return self._list(block, 0)
            case Table():
                caption, source = self._caption(block.label, block.caption), self._source(block.source)
                writer = TableWriter(self.style, self.page, self._notes(), self.abbreviations, self.mark)
                return writer.table(block, caption, source)
            case Figure():
                return self._figure(block)
            case FigurePair():
                return self._pair(block)
            case Kader():
                inner = replace(self, width=inner_width(block, self.page, self.style))
                title = inner._words("tekst", hyphens=False, bold=True, title=True).lines(block.title)
                together, inside = inner._boxed(block.blocks)
                return call("kader", together, title, inside)
            case Quote():
                inner = replace(self, width=inner_width(block, self.page, self.style))
                return call("citaat", *inner._boxed(block.blocks))
            case Metadata():
                return self._metadata(block)
            case Signatures():
                return self._signatures(block)
            case Contents():
                return self._contents(block)
            case PageBreak():
                return "pagebreak(weak: true)"
            case Landscape():
                return self._landscape(block)
            case _:
                assert_never(block)

    def _notes(self) -> Room:
        return Room(self.page.text_width(), self.style.points("letter.voet"), self.style.typeface())

    def _boxed(self, blocks: tuple[Paragraph | List, ...]) -> tuple[str, str]:
        """Whether these blocks stay on one page, and they themselves."""
        whole = stays_whole(blocks, self._wide, self.page, self.style)
        written = self.blocks(blocks) if whole else replace(self, side=SIDE)._parted(blocks)
        return truth(whole), "{" + "; ".join(written) + "}"

    def _parted(self, blocks: tuple[Paragraph | List, ...]) -> Iterator[str]:
        """Blocks that go on after a page, with more than a line or two of them on either side of its end."""
        kept = kept_with_next(blocks, self._wide, self.style)
        for block, held in zip(blocks, kept, strict=True):
            if isinstance(block, List):
                yield self._list(block, 0)
                continue
            short = surely_short(block, self._wide, self.page, self.style)
            yield self._paragraph(block, held=held, whole=short and block is blocks[-1])

    def _heading(self, heading: Heading) -> str:
        token = f"kop-{min(heading.level, 4)}"
        words = self._words(token, hyphens=False, bold=True)
        label = string(heading.label)
        return call("kop", str(heading.level), string(heading.id), label, words.words(heading.content))

    def _paragraph(self, paragraph: Paragraph, *, held: bool, whole: bool = False) -> str:
        match paragraph.role:
            case "standaard":
                words = self._words("tekst").lines(paragraph.content)
                return call("alinea", words, houdt="true" if held else "", bijeen="true" if whole else "")
            case "titel" | "omslagtitel" | "ondertitel" | "omslag" as role:
                bold = paragraph.is_title
                title = self._words(role, hyphens=False, bold=bold, title=bold)
                return call(role, title.lines(paragraph.content))
            case "intro" | "slot" as role:
                token = "intro" if role == "intro" else "tekst"
                return call(role, self._words(token).lines(paragraph.content))
            case _:
                assert_never(paragraph.role)

    def _logo(self, logo: Logo) -> str:
        image = self.images[logo.image]
        size = points(image.width * PIXEL), points(image.height * PIXEL)
        return call("logo", string(self.files[logo.image]), *size, string(logo.alt), _SIDES[logo.align])

    def _list(self, block: List, depth: int) -> str:
        inner = self._narrower(self.style.points("ruimte.inspringing"))
        items = array(
            call("punt", points(inner._kept_free(block.items, at)), inner._item(item, depth))
            for at, item in enumerate(block.items)
        )
        if not block.ordered:
            return call("opsomming", items)
        numbers = range(block.start, block.start + len(block.items))
        labels = array(string(item_label(depth, number, block.counted)) for number in numbers)
        return call("nummering", str(block.start), labels, items)

    def _kept_free(self, items: tuple[ListItem, ...], at: int) -> float:
        """The height that an item wants below it, so that it takes its neighbours to the next page.

        The first of three is no orphan, and the last of four no widow, unless they are of many lines.
        """
        first = at == 0 and len(items) > self.side
        last = at == len(items) - self.side and len(items) > self.side + 1
        few = [one.blocks for one in items[at : at + self.side - 1]]
        if not (first or last) or any(len(blocks) > 1 for blocks in few):
            return 0.0
        count = sum(most_lines(one, self._wide, self.style) for (one,) in few if isinstance(one, Paragraph))
        if count > MANY_LINES * len(few):
            return 0.0
        line = self.style.points("letter.tekst") * self.style.points("regelafstand.tekst")
        return (count + _LINES_OF_NEXT) * line

    def _item(self, item: ListItem, depth: int) -> str:
        first, *rest = item.blocks
        parts = [mark] if (mark := self.mark(item)) else []
        if isinstance(first, Paragraph) and first.role == "standaard":
            parts.append(self._words("tekst").lines(first.content))
        else:
            rest.insert(0, first)
        for block in rest:
            if isinstance(block, List):
                parts.append(call("binnenlijst", self._list(block, depth + 1)))
            else:
                parts.append(call("vervolg", self._words("tekst").lines(block.content)))
        return "{" + "; ".join(parts) + "}"

    # --- captions and figures ------------------------------------------------------------------

    def _caption(self, label: str, content: Inlines) -> str:
        if not label and not content:
            return "none"
        return call("bijschrift", string(label), self._words("klein", hyphens=False).lines(content))

    def _source(self, content: Inlines) -> str:
        return call("bron", self._words("voet", hyphens=False).lines(content)) if content else "none"

    def _figure(self, figure: Figure, *, half: bool = False) -> str:
        image = self.images.get(figure.image)
        if image is None:
            raise LayoutError(f"het beeld 'afbeelding:{figure.image}' hoort niet bij het document")
        wide, high = self.page.shown(image.width, image.height, half=half)
        size = self.style.points("letter.klein")
        width = self.page.block_width(half=True) if half else self.page.text_width()
        letters = self.style.typeface()
        written = sum(lines(one, width, size, letters) for one in (figure.caption, figure.source))
        picture = call(
            "beeld",
            *(string(self.files[figure.image]), points(wide), points(high), string(figure.alt)),
        )
        together = high + written * size * 1.35 < self.page.text_height * 0.95
        return call(
            "figuur",
            string(figure.id),
            picture,
            self._caption(figure.label, figure.caption),
            self._source(figure.source),
            truth(together),
        )

    def _pair(self, pair: FigurePair) -> str:
        both = (pair.left, pair.right)
        half = replace(self, width=self.page.block_width(half=True))
        return call(
            "figuren",
            points(self.page.block_width()),
            *(half._figure(one, half=True) for one in both),
        )

    # --- what papers begin and end with -----------------------------------------------------------

    def _metadata(self, metadata: Metadata) -> str:
        names = self.style.points("ruimte.metagegevens")
        term = replace(self, width=max(_LEAST, names - 6))
        value = self._narrower(names + 6)
        size = self.style.points("letter.tekst")
        rows = [
            array(
                (
                    self._marked(row, term._words("tekst", hyphens=False).lines(row.term)),
                    value._words("tekst", hyphens=False).lines(row.value),
                )
            )
            for row in metadata.rows
        ]
        letters = self.style.typeface()
        height = sum(
            max(lines(row.term, term._wide, size, letters), lines(row.value, value._wide, size, letters))
            * (size * 1.3)
            + 7
            for row in metadata.rows
        )
        together = truth(height < self.page.text_height * KEPT)
        return call("metagegevens", points(self._wide), together, array(rows))

    def _marked(self, one: Marked, words: str) -> str:
        mark = self.mark(one)
        return f"{mark} + {words}" if mark else words

    def _signatures(self, block: Signatures) -> str:
        half = replace(self, width=0.44 * self._wide)
        people = []
        for number, person in enumerate(block.signatories, 1):
            name = half._words("tekst", hyphens=False, bold=True).plain(person.name)
            office = half._words("tekst", hyphens=False).plain(person.office)
            people.append(array((name, office, *([string(f"{FIELD}{number}")] if block.digital else []))))
        closing = self._words("tekst", hyphens=False).lines(block.closing)
        return call("ondertekening", closing, array(people))

    def _contents(self, contents: Contents) -> str:
        title = self._words("kop-1", hyphens=False, bold=True, title=True).lines(contents.title)
        entries = ", ".join(f"{string(one.target)}: {self._entry(one)}" for one in contents.entries)
        headings = truth(contents.of == "koppen")
        return call("inhoudsopgave", title, headings, f"({entries})" if entries else "(:)")

    def _entry(self, entry: ContentsEntry) -> str:
        indent = max(0, entry.level - 2) * self.style.points("ruimte.inspringing")
        words = self._words("klein", hyphens=False, bold=entry.level == 1, less=indent)
        return array((str(entry.level), string(entry.label), words.words(entry.content)))

    def _landscape(self, block: Landscape) -> str:
        page = landscape(self.style)
        inner = "{" + "; ".join(replace(self, page=page).blocks(block.blocks)) + "}"
        measures = (page.width, page.height, page.top, page.right, page.bottom, page.left)
        return call("liggend", *map(points, measures), inner)
