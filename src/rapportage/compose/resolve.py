"""Fill in numbers, labels and cross-references, once, for every writer."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import partial

from rapportage.bounds import MAX_TOLD
from rapportage.compose.rewriting import holding, kept, kept_again, rewritten, same
from rapportage.document import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    FigurePair,
    Heading,
    Landscape,
    Listed,
    Table,
    walk,
)
from rapportage.errors import TWICE, ContentError, Place, Problem, nearest
from rapportage.inlines import Footnote, Inline, Inlines, LineBreak, NoteMark, Reference, Text, plain
from rapportage.numerals import letters
from rapportage.remembered import FORGETFUL, Memory
from rapportage.typed import begins_sentence

_HEADING_NOUN = {1: "deel", 2: "onderdeel", 3: "hoofdstuk", 4: "paragraaf", 5: "paragraaf"}


def resolve(
    document: Document,
    excused: frozenset[str] = frozenset(),
    elsewhere: Collection[str] = (),
    memory: Memory = FORGETFUL,
) -> Document:
    """The same document with every number, reference text and contents entry filled in.

    Raises ContentError when a reference points nowhere, a name is used twice, or a heading
    skips a level. Nothing is said about references to `excused` names; those to names that are
    `elsewhere` lead to another paper. `memory` is of who does this over and over: a block that is filled in
    with the same as before is then the very block that it was.
    """
    numbered = _named(_number(_led(document.blocks, memory), memory), memory)
    targets, problems = _targets(numbered)
    notes = _Notes(targets, excused, elsewhere, memory)
    blocks = tuple(notes.block(block) for block in numbered)
    listed = _listed(blocks)
    blocks = tuple(_with_contents(block, listed, memory) for block in blocks)
    problems += notes.problems + _levels(blocks)
    if problems:
        raise ContentError(problems)
    return replace(document, blocks=blocks)


def _led(blocks: tuple[Block, ...], memory: Memory) -> tuple[Block, ...]:
    """The same with headings that lead up to a page on its side on that page: else they would stand alone."""
    led: list[Block] = []
    for block in blocks:
        if isinstance(block, Landscape):
            headings: list[Block] = []
            while led and isinstance(led[-1], Heading):
                headings.insert(0, led.pop())
            block = holding(memory, block, (*headings, *block.blocks))
        led.append(block)
    return tuple(led)


# --- numbers -------------------------------------------------------------------------------------


class _Counter:
    """Counts headings, figures and tables in reading order."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.headings = [0, 0, 0]
        self.figures = 0
        self.tables = 0

    def block(self, block: Block) -> Block:
        match block:
            case Heading() if block.numbered and block.level <= 3:
                return kept_again(self.memory, block, number=self.heading(block.level))
            case Figure():
                return self.figure(block)
            case FigurePair():
                left, right = self.figure(block.left), self.figure(block.right)
                return kept_again(self.memory, block, left=left, right=right)
            case Table() if block.caption:
                self.tables += 1
                return kept_again(self.memory, block, number=self.tables)
            case Landscape():
                return holding(self.memory, block, [self.block(one) for one in block.blocks])
            case _:
                return block

    def figure(self, figure: Figure) -> Figure:
        if not figure.caption:
            return figure
        self.figures += 1
        return kept_again(self.memory, figure, number=self.figures)

    def heading(self, level: int) -> str:
        """'1', '1A', '1A.3': the part, its section's letter, its chapter; letters go on as AA, BB."""
        self.headings[level - 1] += 1
        self.headings[level:] = [0] * (3 - level)
        part, section, chapter = self.headings
        number = str(part)
        if level >= 2:
            number += letters(section).upper()
        if level == 3:
            number += f".{chapter}"
        return number


def _number(blocks: tuple[Block, ...], memory: Memory) -> tuple[Block, ...]:
    counter = _Counter(memory)
    return tuple(counter.block(block) for block in blocks)


def _named(blocks: tuple[Block, ...], memory: Memory) -> tuple[Block, ...]:
    """The same with a name for each heading that has none, so that the contents list can lead to it."""
    taken = {block.id for block in walk(blocks) if isinstance(block, Heading | Figure | Table)}
    names = (name for name in (f"kop-{count}" for count in itertools.count(1)) if name not in taken)

    def named(block: Block) -> Block:
        match block:
            case Heading(id=""):
                return kept_again(memory, block, id=next(names))
            case Landscape():
                return holding(memory, block, [named(one) for one in block.blocks])
        return block

    return tuple(named(block) for block in blocks)


# --- references and notes ----------------------------------------------------------------------


def _targets(blocks: tuple[Block, ...]) -> tuple[dict[str, str], list[Problem]]:
    """What each name is called in running text, and the names that are used twice."""
    called: dict[str, str] = {}
    problems: list[Problem] = []
    for block in walk(blocks):
        match block:
            case Heading():
                words = (
                    f"{_HEADING_NOUN[block.level]} {block.number}" if block.number else plain(block.content)
                )
            case Figure() | Table():
                words = block.label[:1].lower() + block.label[1:]
            case _:
                continue
        if block.id and block.id in called:
            message = f"de naam '{block.id}' komt twee keer voor in dit document"
            problems.append(
                Problem("fout", message, block.place, "geef een van beide een andere naam", TWICE)
            )
        called.setdefault(block.id, words)
    return called, problems


_BY_NAME = "een verwijzing blijft binnen haar stuk: noem het hier bij naam, en zeg in welk stuk het staat"


@dataclass(slots=True)
class _Asked:
    """What a block's words ask for: to what they refer, the notes of which they have one more mark, and their
    own notes."""

    references: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def of(self, content: Inlines, place: Place) -> Inlines:
        """Gather what these words ask for; they stay what they are."""
        for inline in content:
            match inline:
                case Reference():
                    self.references.append(inline.target)
                case NoteMark():
                    self.marks.append(inline.target)
                case Text() | LineBreak():
                    pass
                case Footnote():
                    self.notes.append(inline.id)
                    self.of(inline.content, place)
                case _:
                    self.of(inline.content, place)
        return content


def _asked(block: Block) -> _Asked | None:
    """What all words of a block ask for; None where that is nothing."""
    asked = _Asked()
    rewritten(block, asked.of)
    return asked if asked.references or asked.marks or asked.notes else None


class _Notes:
    """Fills in references and counts notes, block by block in reading order."""

    def __init__(
        self, targets: dict[str, str], excused: frozenset[str], elsewhere: Collection[str], memory: Memory
    ) -> None:
        self.memory = memory
        self.excused = excused
        self.elsewhere = elsewhere
        self.targets = targets
        self.count = 0
        self.numbers: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.place = Place("")

    def block(self, block: Block) -> Block:
        if not self.memory.kept:
            return rewritten(block, self.text)
        asked = self.memory.of(("gevraagd", id(block)), partial(_asked, block), block)
        return self.recalled(block, asked) if asked else block

    def recalled(self, block: Block, asked: _Asked) -> Block:
        """The block filled in now, or before with the very same answers; none of which was a problem."""
        words = [self.targets.get(name) for name in asked.references]
        numbers = [self.numbers.get(name) for name in asked.marks]
        key = "ingevuld", id(block), self.count, *words, *numbers
        known: tuple[Block, Block, dict[str, int], int] | None = self.memory.find(key)
        if known is not None and known[0] is block:
            self.numbers |= known[2]
            self.count = known[3]
            return known[1]
        told = len(self.problems)
        made = rewritten(block, self.text)
        if all(words) and len(self.problems) == told:
            own = {name: self.numbers[name] for name in asked.notes}
            self.memory.keep(key, (block, made, own, self.count))
        return made

    def text(self, content: Inlines, place: Place) -> Inlines:
        self.place = place
        return self.words(content)

    def words(self, content: Inlines, before: str = "") -> Inlines:
        """The same words with references and notes filled in; `before` is what precedes them."""
        found: list[Inline] = []
        for inline in content:
            filled = self.one(inline, before)
            found.append(filled)
            before += plain((filled,))
        return same(content, found)

    def one(self, inline: Inline, before: str) -> Inline:
        match inline:
            case Reference():
                return self.reference(inline, before)
            case Footnote():
                self.count += 1
                self.numbers[inline.id] = number = self.count
                return kept(inline, content=self.words(inline.content), number=number)
            case NoteMark():
                return self.mark(inline)
            case Text() | LineBreak():
                return inline
            case _:
                return kept(inline, content=self.words(inline.content, before))

    def mark(self, mark: NoteMark) -> NoteMark:
        if mark.target not in self.numbers:
            message = f"voor dit merkteken staat geen noot '{mark.target}'"
            hint = "zet de noot zelf waar zij het eerst wordt genoemd"
            self.problems.append(Problem("fout", message, self.place, hint, "verwijzing"))
        return replace(mark, number=self.numbers.get(mark.target, 0))

    def reference(self, reference: Reference, before: str) -> Reference:
        words = self.targets.get(reference.target)
        if not words and reference.target in self.excused:
            return reference
        if not words:
            # Of many that lead nowhere, only the first are told.
            few = len(self.problems) < MAX_TOLD
            known = [name for name, called in self.targets.items() if name and called] if few else []
            message = f"de verwijzing [@{reference.target}] vindt geen figuur, tabel of hoofdstuk"
            hint = nearest(reference.target, known)
            if reference.target in self.elsewhere:
                message, hint = f"de verwijzing [@{reference.target}] gaat naar een ander stuk", _BY_NAME
            place = reference.place if reference.place.file else self.place
            self.problems.append(Problem("fout", message, place, hint, "verwijzing"))
            return reference
        if begins_sentence(before):
            words = words[:1].upper() + words[1:]
        return replace(reference, text=words)


def _without_notes(content: Inlines) -> Inlines:
    """The words of a heading as the contents list repeats them."""
    return (Text(plain(content)),)


# --- contents and levels -----------------------------------------------------------------------


def _listed(blocks: tuple[Block, ...]) -> dict[Listed, tuple[ContentsEntry, ...]]:
    """What each kind of list may hold, in reading order; a figure or table only with a number and a name."""
    found: dict[Listed, list[ContentsEntry]] = {"koppen": [], "figuren": [], "tabellen": []}
    for block in walk(blocks):
        if isinstance(block, Heading):
            words = _without_notes(block.content)
            found["koppen"].append(ContentsEntry(block.level, block.label, words, block.id))
        elif isinstance(block, Figure | Table) and block.label and block.id:
            entry = ContentsEntry(1, f"{block.label}:", _without_notes(block.caption), block.id)
            found["figuren" if isinstance(block, Figure) else "tabellen"].append(entry)
    return {kind: tuple(entries) for kind, entries in found.items()}


def _with_contents(block: Block, listed: dict[Listed, tuple[ContentsEntry, ...]], memory: Memory) -> Block:
    if not isinstance(block, Contents):
        return block
    entries = tuple(entry for entry in listed[block.of] if entry.level <= block.depth)
    said = (part for one in entries for part in (one.level, one.label, plain(one.content), one.target))
    return memory.of(("inhoud", id(block)), lambda: replace(block, entries=entries), block, *said)


def _levels(blocks: tuple[Block, ...]) -> list[Problem]:
    """PDF/UA 7.4.2: a heading may go down by one level only."""
    problems = []
    level = 0
    for block in walk(blocks):
        if isinstance(block, Heading):
            if block.level > level + 1:
                message = f"deze kop slaat een niveau over: van {level} naar {block.level}"
                problems.append(Problem("fout", message, block.place, "gebruik eerst een hogere kop", "kop"))
            level = block.level
    return problems
