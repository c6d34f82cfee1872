"""A block with other words in it: what each of its texts becomes is said by who asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar, cast

from rapportage.document import (
    Block,
    Cell,
    Contents,
    Figure,
    FigurePair,
    Heading,
    Kader,
    Landscape,
    List,
    Logo,
    Metadata,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Signatures,
    Table,
)
from rapportage.errors import Place
from rapportage.inlines import Inlines
from rapportage.remembered import Memory

_Kind = TypeVar("_Kind", bound=Block)
_Thing = TypeVar("_Thing")


def kept(thing: _Thing, **parts: object) -> _Thing:
    """The thing with these parts: itself, where each is the very one that it has."""
    if all(getattr(thing, name) is part for name, part in parts.items()):
        return thing
    return replace(thing, **parts)  # type: ignore[type-var]


def kept_again(memory: Memory, thing: _Thing, **parts: object) -> _Thing:
    """As `kept`: the very one that was made before of this thing with these very parts."""
    return memory.of(("met", id(thing), *parts), partial(kept, thing, **parts), thing, *parts.values())


def holding(memory: Memory, block: Landscape, inside: Sequence[Block]) -> Landscape:
    """The page on its side with these blocks on it: the very one that held these before."""
    return memory.of(
        ("houdt", id(block)), lambda: kept(block, blocks=same(block.blocks, inside)), block, *inside
    )


def same(before: tuple[_Thing, ...], now: Sequence[_Thing]) -> tuple[_Thing, ...]:
    """What there is now: the very tuple of before, where each in it is the one that it was."""
    if len(before) == len(now) and all(one is other for one, other in zip(before, now, strict=True)):
        return before
    return tuple(now)


def rewritten(block: _Kind, words: Callable[[Inlines, Place], Inlines]) -> _Kind:
    """The block, and those in it, with what `words` makes of each text, in reading order.

    It is told where the block stands, for words that came from nowhere. Where nothing becomes otherwise,
    it is the very block that it was.
    """
    return cast(_Kind, _Rewriting(words, block.place).block(block))


@dataclass(frozen=True, slots=True)
class _Rewriting:
    """The work on one block, or on what stands in it."""

    fill: Callable[[Inlines, Place], Inlines]
    place: Place

    def words(self, content: Inlines) -> Inlines:
        return self.fill(content, self.place)

    def block(self, block: Block) -> Block:
        match block:
            case Heading() | Paragraph():
                return kept(block, content=self.words(block.content))
            case List():
                return self.list(block)
            case Table():
                return kept(
                    block,
                    caption=self.words(block.caption),
                    head=self.rows(block.head),
                    body=self.rows(block.body),
                    source=self.words(block.source),
                )
            case Figure():
                return self.figure(block)
            case FigurePair():
                return kept(block, left=self.figure(block.left), right=self.figure(block.right))
            case Kader():
                return kept(block, title=self.words(block.title), blocks=self.parts(block.blocks))
            case Quote():
                return kept(block, blocks=self.parts(block.blocks))
            case Metadata():
                rows = [
                    kept(row, term=self.words(row.term), value=self.words(row.value)) for row in block.rows
                ]
                return kept(block, rows=same(block.rows, rows))
            case Signatures():
                return kept(block, closing=self.words(block.closing))
            case Landscape():
                inside = [rewritten(one, self.fill) for one in block.blocks]
                return kept(block, blocks=same(block.blocks, inside))
            case Contents() | PageBreak() | Logo():
                return block

    def list(self, block: List) -> List:
        items = [kept(item, blocks=self.parts(item.blocks)) for item in block.items]
        return kept(block, items=same(block.items, items))

    def parts(self, blocks: tuple[Paragraph | List, ...]) -> tuple[Paragraph | List, ...]:
        return same(blocks, [_Rewriting(self.fill, block.place).part(block) for block in blocks])

    def part(self, block: Paragraph | List) -> Paragraph | List:
        if isinstance(block, List):
            return self.list(block)
        return kept(block, content=self.words(block.content))

    def figure(self, figure: Figure) -> Figure:
        return kept(figure, caption=self.words(figure.caption), source=self.words(figure.source))

    def rows(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return same(rows, [kept(row, cells=self.cells(row.cells)) for row in rows])

    def cells(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return same(cells, [kept(cell, content=self.words(cell.content)) for cell in cells])
