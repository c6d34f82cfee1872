"""What stands below each other in two documents as one row, with what moved, came and went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from rapportage.compare.order import Pair, kept_in_order, woven
from rapportage.compare.tracked import names as n
from rapportage.compare.tracked.marks import Kind
from rapportage.compare.tracked.names import Element, el, paragraph, run
from rapportage.compare.tracked.pairs import paired
from rapportage.compare.tracked.paragraphs import Paragraphs
from rapportage.compare.tracked.tables import Tables

_BLOCKS = (n.P, n.TBL, n.SDT)


@dataclass
class Blocks:
    """Writes paragraphs, tables and lists of contents.

    What parts sections, and the lines without words that keep tables apart, are those of the new document:
    they say nothing, and a section that is tracked holds in no reader but Word.
    """

    paragraphs: Paragraphs
    tables: Tables
    names: Mapping[str, str]
    moves: int = field(default=0)

    def merged(self, was: Sequence[Element], now: Sequence[Element]) -> list[Element]:
        """The blocks of both, in one row."""
        old = [one for one in was if self._is_taken(one)]
        new = [one for one in now if one.tag in _BLOCKS]
        pairs = paired(old, new, self.names)
        for at, to in pairs:
            if old[at].tag == n.P:
                self.paragraphs.luggage.pair_lists(old[at], new[to])
        kept = kept_in_order(pairs, [1 + len(list(old[at].iter(n.T))) for at, _ in pairs])
        self._rename(old, new, kept)
        moved = self._moved(old, new, sorted(set(pairs) - set(kept)))
        places = {id(one): at for at, one in enumerate(old)}
        new_places = {id(one): at for at, one in enumerate(new)}
        made: list[Element] = []
        for one, other in _sections_closed(woven(old, new, kept)):
            if one is not None and other is not None:
                made += self._both(one, other)
            elif one is not None:
                made += self._one(one, "del", moved.old.get(places[id(one)]))
            elif other is not None:
                made += self._one(other, "ins", moved.new.get(new_places[id(other)]))
        return list(_apart(made))

    def _rename(self, old: Sequence[Element], new: Sequence[Element], kept: Sequence[Pair]) -> None:
        """Let references of the old document lead to what they named, where the new one has that elsewhere.

        Of a heading that moved, what was rejected takes the bookmark along that both have.
        """
        here = {name: to for to, one in enumerate(new) for name in _targets(one)}
        pairs = dict(kept)
        lost = [name for at, one in enumerate(old) for name in _targets(one) if name in here]
        where = {name: at for at, one in enumerate(old) for name in _targets(one)}
        self.paragraphs.luggage.rename([one for one in lost if pairs.get(where[one]) != here[one]])

    def _is_taken(self, block: Element) -> bool:
        if block.tag == n.P:
            return self.paragraphs.has_words(block)
        return block.tag in (n.TBL, n.SDT)

    def _both(self, was: Element, now: Element) -> list[Element]:
        if now.tag == n.P:
            return self._framed(self.paragraphs.changed(was, now), now)
        if now.tag == n.SDT:
            return [self._contents(was, now)]
        changed = self.tables.changed(was, now)
        return [changed] if changed is not None else [*self._one(was, "del"), *self._one(now, "ins")]

    def _contents(self, was: Element, now: Element) -> Element:
        """A list of contents, which stays the list of the new document."""
        made = deepcopy(now)
        inside = made.find(n.SDT_CONTENT)
        old, new = was.find(n.SDT_CONTENT), now.find(n.SDT_CONTENT)
        assert inside is not None
        for one in list(inside):
            inside.remove(one)
        inside.extend(self.merged(list(old if old is not None else ()), list(new if new is not None else ())))
        return made

    def _one(self, block: Element, kind: Kind, move: Move | None = None) -> list[Element]:
        """A block that stands here in one of both only."""
        if block.tag == n.TBL:
            return [self.tables.whole(block, kind)]
        if block.tag == n.SDT:
            content = block.find(n.SDT_CONTENT)
            inside = [] if content is None else [one for one in content if one.tag == n.P]
            return [self.paragraphs.whole(one, kind) for one in inside]
        if kind == "ins" and not self.paragraphs.new.content(block).atoms:
            return [deepcopy(block)]
        if move is None:
            made = self.paragraphs.whole(block, kind)
            return self._framed(made, block) if kind == "ins" else [made]
        made = self.paragraphs.whole(block, "moveFrom" if kind == "del" else "moveTo")
        start, end = move.of_old if kind == "del" else move.of_new
        first = [start] if move.is_first(block) else []
        return [*first, made, *([end] if move.is_last(block) else [])]

    def _framed(self, made: Element, now: Element) -> list[Element]:
        """A paragraph with what it has of a field around more than itself, such as a list of contents.

        Where something in it is tracked, that stands above and below: of a paragraph that has both,
        LibreOffice loses the end of the field when it saves.
        """
        before, behind = self.paragraphs.frame(now)
        if not any(True for _ in made.iter(n.INS, n.DEL)):
            at = 0 if made.find(n.P_PR) is None else 1
            made[at:at] = before
            made.extend(behind)
            return [made]
        above, below = ([paragraph("Sectieslot", *runs)] if runs else [] for runs in (before, behind))
        return [*above, made, *below]

    def _moved(self, old: Sequence[Element], new: Sequence[Element], pairs: Sequence[Pair]) -> Moves:
        """What moved, each row of paragraphs as one move."""
        moves = Moves()
        rows: list[list[Pair]] = []
        for at, to in pairs:
            if old[at].tag != n.P or not self.paragraphs.is_same(old[at], new[to]):
                continue
            if rows and rows[-1][-1] == (at - 1, to - 1):
                rows[-1].append((at, to))
            else:
                rows.append([(at, to)])
        for row in rows:
            self.moves += 1
            name = f"verplaatst{self.moves}"
            (first, new_first), (last, new_last) = row[0], row[-1]
            marks = self.paragraphs.marks
            move = Move(
                (old[first], new[new_first]),
                (old[last], new[new_last]),
                marks.range("moveFrom", name),
                marks.range("moveTo", name),
            )
            moves.old.update((at, move) for at, _ in row)
            moves.new.update((to, move) for _, to in row)
        return moves


@dataclass(frozen=True, slots=True)
class Move:
    """Paragraphs in a row that stand elsewhere now: the first and the last of either document."""

    first: tuple[Element, Element]
    last: tuple[Element, Element]
    of_old: tuple[Element, Element]
    of_new: tuple[Element, Element]

    def is_first(self, block: Element) -> bool:
        """Whether the row begins with it."""
        return any(block is one for one in self.first)

    def is_last(self, block: Element) -> bool:
        """Whether the row ends with it."""
        return any(block is one for one in self.last)


@dataclass(frozen=True, slots=True)
class Moves:
    """The move in which each block is, by its place in the old and in the new document."""

    old: dict[int, Move] = field(default_factory=dict)
    new: dict[int, Move] = field(default_factory=dict)


def _targets(block: Element) -> Iterator[str]:
    """The names by which references and lists of contents know what stands in a block."""
    for one in block.iter(n.BOOKMARK):
        if not str(one.get(n.NAME)).startswith(n.HIDDEN):
            yield str(one.get(n.NAME))


Row = tuple[Element | None, Element | None]


def _sections_closed(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows in which a section of two columns, or on a page that lies, closes before what is gone.

    What stood behind the pictures beside each other, or behind the wide table, did not stand within.
    """
    gone: list[Row] = []
    for row in rows:
        if row[1] is None:
            gone.append(row)
        elif row[0] is None and _closes_special(row[1]):
            yield row
        else:
            yield from gone
            gone = []
            yield row
    yield from gone


def _closes_special(block: Element) -> bool:
    """Whether a block is nothing but the end of a section that is not as those of text are."""
    section = next(block.iter(n.SECT_PR), None)
    if block.tag != n.P or section is None or any(True for _ in block.iter(n.T)):
        return False
    lying = any(one.get(n.ORIENT) == "landscape" for one in section.iter(n.PAGE))
    return lying or any(one.get(n.COUNT) == "2" for one in section.iter(n.COLS))


def _apart(blocks: Sequence[Element]) -> Iterator[Element]:
    """The blocks with a line between two tables, which Word would join, and one that stays behind what goes.

    Of a paragraph that goes before a table, or before a line without anything, LibreOffice leaves the number.
    """
    above: Element | None = None
    for block in blocks:
        if above is not None and above.tag == block.tag == n.TBL:
            yield paragraph("Tabelslot")
        elif above is not None and _is_tracked(above):
            if block.tag == n.TBL and not _is_tracked(block):
                yield _line()
            elif block.tag == n.P and not any(True for _ in block.iter(n.R)):
                block.append(_space())
        yield block
        above = block if block.tag in _BLOCKS else above


def _is_tracked(block: Element) -> bool:
    """Whether a block comes or goes as a whole."""
    if block.tag == n.P:
        return block.find(f"{n.P_PR}/{n.R_PR}") is not None
    return any(
        row.find(f"{n.TR_PR}/{n.INS}") is not None or row.find(f"{n.TR_PR}/{n.DEL}") is not None
        for row in block.iter(n.TR)
    )


def _line() -> Element:
    """A line of no height, with no word to be read."""
    return paragraph("Sectieslot", _space())


def _space() -> Element:
    return run(el("w:t", " ", xml_space="preserve"))


def ended(blocks: list[Element]) -> list[Element]:
    """The blocks with a line without words behind a last table, or a last paragraph that came or went.

    A body ends in a paragraph, and the end of its last one can neither come nor go.
    """
    last = blocks[-1] if blocks else None
    if last is None or (last.tag == n.P and last.find(f"{n.P_PR}/{n.R_PR}") is None):
        return blocks
    return [*blocks, paragraph("Sectieslot", run(el("w:t", " ", xml_space="preserve")))]


def properties(body: Element) -> Element:
    """The properties of a body's last section."""
    found = body.find(n.SECT_PR)
    return deepcopy(found) if found is not None else el("w:sectPr")
