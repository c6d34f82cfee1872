"""The list of terms: those that the paper uses, each with what it means; first uses lead to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from rapportage.abbreviations import abbreviated, compounded
from rapportage.compose.places import noted
from rapportage.compose.rewriting import holding, kept, rewritten, same
from rapportage.content.model import Loaded
from rapportage.content.organisation import Begrip, Begrippen
from rapportage.document import (
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    Kader,
    Landscape,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Table,
    inlines_of,
    walk,
)
from rapportage.errors import Place, refusal
from rapportage.inlines import Emphasis, Inline, Inlines, Strong, TermUse, Text, notes_in, plain, terms_in
from rapportage.remembered import FORGETFUL, Memory

_ANCHOR = "begrip:"
"""What stands before the id of a term: nothing else is called so."""
_LEADING = ("standaard", "intro", "slot")
"""The roles of paragraphs in which the first use of an abbreviation leads to the list."""


@dataclass(frozen=True, slots=True)
class TermView:
    """A term as templates see it: its anchor, its name, what it means, and where that stands."""

    anker: str
    naam: str
    betekenis: str
    plaats: str


def term_views(begrippen: Loaded[Begrippen]) -> list[TermView]:
    """All terms of which something can be said, in the order of the alphabet."""
    told = [
        TermView(
            _ANCHOR + one.id, one.afkorting or one.term, meaning, noted(begrippen.place("begrippen", at))
        )
        for at, one in enumerate(begrippen.value.begrippen)
        if (meaning := _meaning(one))
    ]
    return sorted(told, key=lambda one: in_order(one.naam))


def in_order(name: str) -> tuple[str, str]:
    """By what a name is sorted: its letters without their accents, for signs a space, and then itself."""
    letters = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return " ".join(re.sub(r"[\W_]+", " ", letters.casefold()).split()), name


def _meaning(one: Begrip) -> str:
    """The name in full and what it means, as far as that is said; a sentence stands by itself."""
    full = one.term if one.afkorting and one.afkorting != one.term else ""
    said = one.omschrijving or ""
    begins_sentence = said[:1].isupper() and not said[1:2].isupper()
    return (". " if begins_sentence else ": ").join(filter(None, (full, said)))


def only_used(document: Document, begrippen: Begrippen, at: Place, memory: Memory = FORGETFUL) -> Document:
    """The document whose list of terms holds those that it uses.

    Where it uses none, a draft has no list yet; of another that raises ContentError. `memory` is of who does
    this over and over.
    """
    used = {
        f"{_ANCHOR}{name}"
        for block in document.blocks
        for name in memory.of(("begrippen", id(block)), partial(_used, block, begrippen), block, begrippen)
    }
    blocks = tuple(_with_rows(block, used, memory) for block in document.blocks)
    empty = next((at for at, one in enumerate(blocks) if isinstance(one, Table) and not one.body), None)
    if empty is not None and document.meta.concept:
        before = blocks[:empty]
        while before and isinstance(before[-1], Heading | PageBreak):
            before = before[:-1]
        blocks = before + blocks[empty + 1 :]
    elif empty is not None:
        hint = "vul content/begrippen.yaml aan, of haal 'begrippenlijst' weg"
        raise refusal("de begrippenlijst is leeg: de bijlage gebruikt geen begrip", at, hint, "opbouw")
    return replace(document, blocks=blocks)


def _with_rows(block: Block, used: set[str], memory: Memory) -> Block:
    """The block; of a list of terms only the rows of those that are used."""
    match block:
        case Landscape():
            return holding(memory, block, [_with_rows(one, used, memory) for one in block.blocks])
        case Table():
            terms = memory.of(("rijen", id(block)), lambda: [_explained(row) for row in block.body], block)
            rows = [row for row, those in zip(block.body, terms, strict=True) if used.issuperset(those)]
            return memory.of(
                ("gebruikt", id(block)), lambda: kept(block, body=same(block.body, rows)), block, *rows
            )
        case _:
            return block


def _explained(row: Row) -> set[str]:
    return {term.id for cell in row.cells for term in terms_in(cell.content)}


def _used(block: Block, begrippen: Begrippen) -> frozenset[str]:
    """The ids of the terms that stand in a block, by their abbreviation or in full."""
    said = "\n".join(_said(block))
    folded = said.casefold()
    pairs = tuple((one.afkorting, one.id) for one in begrippen.begrippen if one.afkorting)
    shortened = {name for find in (abbreviated, compounded) for _, _, name in find(said, pairs)}
    in_full = {one.id for one in begrippen.begrippen if _stands_in(one.term.casefold(), folded)}
    return frozenset(shortened | in_full)


def _said(block: Block) -> Iterator[str]:
    """The texts of a block, unless it is the list of terms."""
    for one in walk((block,)):
        if isinstance(one, Table) and _is_list(one):
            continue
        for content in inlines_of(one):
            yield plain(content)
            yield from (plain(note.content) for note in notes_in(content))
        if isinstance(one, Figure):
            yield one.alt


def _stands_in(term: str, text: str) -> bool:
    at = text.find(term)
    while at >= 0:
        beside = text[max(0, at - 1) : at] + text[at + len(term) : at + len(term) + 1]
        if not any(one.isalnum() for one in beside):
            return True
        at = text.find(term, at + 1)
    return False


def _is_list(table: Table) -> bool:
    return any(_explained(row) for row in table.body)


# --- first uses --------------------------------------------------------------------------------


def with_first_uses(document: Document, begrippen: Begrippen, memory: Memory = FORGETFUL) -> Document:
    """The document in which each abbreviation of its list leads there, where a text uses it first.

    One that stands in compounds alone does so in the first of them. `memory` is of who does this over and
    over.
    """
    explained = {
        name
        for block in document.blocks
        if isinstance(block, Table | Landscape)
        for name in memory.of(("uitgelegd", id(block)), partial(_explained_in, block), block)
    }
    anchors = {one.afkorting: _ANCHOR + one.id for one in begrippen.begrippen if one.afkorting}
    waiting = {short: anchor for short, anchor in anchors.items() if anchor in explained}
    known = _Known.of(memory, document.meta.paper, waiting)
    listed = tuple(waiting.items())
    for find in (abbreviated, compounded):
        uses = _FirstUses(listed, waiting, find)
        document = replace(document, blocks=tuple(known.block(uses, block) for block in document.blocks))
        waiting = uses.waiting
    return document


def _explained_in(block: Block) -> frozenset[str]:
    tables = (one for one in walk((block,)) if isinstance(one, Table))
    return frozenset(name for table in tables for row in table.body for name in _explained(row))


@dataclass(frozen=True, slots=True)
class _Known:
    """Which abbreviations stand in blocks, and what these became, of this `edition` of the list."""

    memory: Memory
    edition: int

    @classmethod
    def of(cls, memory: Memory, paper: str, listed: Mapping[str, str]) -> _Known:
        said = (one for pair in listed.items() for one in pair)
        return cls(memory, memory.edition(("afkortingen", paper), *said) if memory.kept else 0)

    def block(self, uses: _FirstUses, block: Block) -> Block:
        """The block as these uses make it now, or made it before where the same were waiting for one."""
        if not self.memory.kept:
            return uses.block(block)
        by = uses.find.__name__, id(block)
        there = self.memory.of(("afkortingen", *by), lambda: uses.standing_in(block), block, self.edition)
        wanted = [short for short in there if short in uses.waiting]
        if not wanted:
            return block
        key = "eerste gebruik", *by
        made = self.memory.of(key, lambda: uses.block(block), block, self.edition, *wanted)
        for short in wanted:
            uses.waiting.pop(short, None)
        return made


class _FirstUses:
    """Finds the first use of each abbreviation in running text and cells: in no title or caption."""

    def __init__(
        self,
        listed: tuple[tuple[str, str], ...],
        waiting: Mapping[str, str],
        find: Callable[..., list[tuple[int, int, str]]],
    ) -> None:
        self.find = find
        self.waiting = dict(waiting)
        self.all = listed

    def standing_in(self, block: Block) -> tuple[str, ...]:
        """The abbreviations of which a use in this block would be the first, were none used before."""
        alone = _FirstUses(self.all, dict(self.all), self.find)
        alone.block(block)
        return tuple(short for short, _ in self.all if short not in alone.waiting)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph() if block.role in _LEADING:
                return rewritten(block, self.words)
            case List() | Quote():
                return rewritten(block, self.words)
            case Kader():
                inside = [rewritten(one, self.words) for one in block.blocks]
                return kept(block, blocks=same(block.blocks, inside))
            case Landscape():
                return kept(block, blocks=same(block.blocks, [self.block(one) for one in block.blocks]))
            case Table() if not _is_list(block):
                return kept(block, body=same(block.body, [self.row(row) for row in block.body]))
            case _:
                return block

    def row(self, row: Row) -> Row:
        return kept(row, cells=same(row.cells, [self.cell(cell) for cell in row.cells]))

    def cell(self, cell: Cell) -> Cell:
        return cell if cell.header else kept(cell, content=self.words(cell.content, cell.place))

    def words(self, content: Inlines, place: Place) -> Inlines:
        found: list[Inline] = []
        for inline in content:
            match inline:
                case Text():
                    found += self.text(inline)
                case Strong() | Emphasis():
                    found.append(kept(inline, content=self.words(inline.content, place)))
                case _:
                    found.append(inline)
        return same(content, found)

    def text(self, text: Text) -> Iterator[Inline]:
        at = 0
        for begin, end, target in self.find(text.text, self.all):
            if self.waiting.pop(text.text[begin:end], None):
                if at < begin:
                    yield text.part(at, begin)
                yield TermUse((text.part(begin, end),), target)
                at = end
        if at < len(text.text):
            yield text.part(at, len(text.text)) if at else text
