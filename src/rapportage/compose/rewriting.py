"""A block with other words in it: what each of its texts becomes is said by who asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from rapportage.document import (
    Block,
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

_Kind = TypeVar("_Kind", bound=Block)


def rewritten(block: _Kind, words: Callable[[Inlines, Place], Inlines]) -> _Kind:
    """The block, and those in it, with what `words` makes of each text, in reading order.

    It is told where the block stands, for words that came from nowhere.
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
                return replace(block, content=self.words(block.content))
            case List():
                return self.list(block)
            case Table():
                return replace(
                    block,
                    caption=self.words(block.caption),
                    head=self.rows(block.head),
                    body=self.rows(block.body),
                    source=self.words(block.source),
                )
            case Figure():
                return self.figure(block)
            case FigurePair():
                return replace(block, left=self.figure(block.left), right=self.figure(block.right))
            case Kader():
                return replace(block, title=self.words(block.title), blocks=self.parts(block.blocks))
            case Quote():
                return replace(block, blocks=self.parts(block.blocks))
            case Metadata():
                rows = tuple(
                    replace(row, term=self.words(row.term), value=self.words(row.value)) for row in block.rows
                )
                return replace(block, rows=rows)
            case Signatures():
                return replace(block, closing=self.words(block.closing))
            case Landscape():
                return replace(block, blocks=tuple(rewritten(one, self.fill) for one in block.blocks))
            case Contents() | PageBreak() | Logo():
                return block

    def list(self, block: List) -> List:
        items = (replace(item, blocks=self.parts(item.blocks)) for item in block.items)
        return replace(block, items=tuple(items))

    def parts(self, blocks: tuple[Paragraph | List, ...]) -> tuple[Paragraph | List, ...]:
        return tuple(_Rewriting(self.fill, block.place).part(block) for block in blocks)

    def part(self, block: Paragraph | List) -> Paragraph | List:
        if isinstance(block, List):
            return self.list(block)
        return replace(block, content=self.words(block.content))

    def figure(self, figure: Figure) -> Figure:
        return replace(figure, caption=self.words(figure.caption), source=self.words(figure.source))

    def rows(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(
            replace(row, cells=tuple(replace(cell, content=self.words(cell.content)) for cell in row.cells))
            for row in rows
        )
