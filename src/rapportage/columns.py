"""How wide the columns of a table are, by what stands in them: the same in every format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rapportage.decimals import room_behind
from rapportage.document import Block, Cell, Landscape, Metadata, Slot, Table, grid
from rapportage.inlines import Footnote, Inline, Inlines, LineBreak, NoteMark, Reference, Strong, Text, plain
from rapportage.lines import ADDRESS, with_breaks, with_days_held, with_numbers_held
from rapportage.style.fonts import Typeface
from rapportage.style.page import Page, landscape, portrait
from rapportage.style.tokens import HouseStyle, Points

NUMBER = re.compile(r"[€+−–-]?[\u00a0 ]?[−–-]?\d[\d.]*(?:,\d+)?[\u00a0 ]?[%‰]?")
"""What of a cell's words stands whole on one line: a number with its signs."""
PADDING = 12.0
"""What a cell keeps free left and right of its words together, in points, as the stylesheet says."""
_SLACK = 1.0
"""What a letter's slant, or another way of rounding, may take besides."""
_PART, _LONG = 4, 8
"""A word of at least the second is broken with at least the first on either side, as in running text."""
_ENDLESS = 45
"""More letters than this without a break are no word."""
_SOFT = "\N{SOFT HYPHEN}"
_TERMS, _TERMS_AT_MOST = 0.45, 0.6
"""The part of the text that terms of metadata take beside their values, and at most for a long word."""
_ADDRESS = re.compile(r"https?://|www\.|@")
_BREAKS = re.compile(r"(?<=[-/])(?=\w)")
_ADDRESS_BREAKS = re.compile(r"(?<=[-/.?&=_#%@+])(?=\w)")
_LETTERS = re.compile(r"(?P<before>\W*)(?P<word>[^\W\d_]{8,})(?P<after>\W*)")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: their widths in points, and the words that do not stand whole in them.

    `broken` are words that are hyphenated; `lost` is one for which there is no room at all, '' for none.
    Words are set in `letters` of this `size`.
    """

    widths: tuple[float, ...]
    broken: frozenset[str]
    lost: str
    letters: Typeface
    size: float

    def as_set(self, slot: Slot, *, bold: bool) -> Inlines:
        """A cell's words with soft hyphens in those that do not stand whole, and with its days held."""
        return tuple(self._as_set(inline, slot, bold) for inline in slot.cell.content)

    def _as_set(self, inline: Inline, slot: Slot, bold: bool) -> Inline:
        match inline:
            case Text():
                words = self.days_held(inline.text, slot, bold=bold).split(" ")
                return replace(
                    inline, text=" ".join(soft(word) if word in self.broken else word for word in words)
                )
            case Reference() | LineBreak() | Footnote() | NoteMark():
                return inline
            case _:
                inner = tuple(
                    self._as_set(one, slot, bold or isinstance(inline, Strong)) for one in inline.content
                )
                return replace(inline, content=inner)

    def days_held(self, text: str, slot: Slot, *, bold: bool) -> str:
        """Part of a cell's words, in which each day stays with its month and year where it has room."""
        room = sum(self.widths[slot.column : slot.column + slot.cell.colspan]) - PADDING - _SLACK
        return with_days_held(text, lambda day: _text_width(day, self.size, bold, self.letters) <= room)


def columns(table: Table, room: float, style: HouseStyle) -> Columns:
    """The columns of a table that fills `room`: each at least its longest word, then by its text.

    Where whole words do not fit together, they are hyphenated; numbers never are.
    """
    size, letters = style.points("letter.tabel"), style.typeface()
    widths = _fitted(table, size, room, letters)
    free = [width - PADDING - _SLACK + 0.01 for width in widths]
    too_wide = [
        (word, bold, sum(free[slot.column : slot.column + slot.cell.colspan]))
        for slot, is_bold in _slots(table)
        for line, bold in _lines(slot.cell, is_bold)
        for word in line
        if _text_width(word, size, bold, letters) > sum(free[slot.column : slot.column + slot.cell.colspan])
    ]
    lost = [word for word, bold, space in too_wide if _narrowest((word, bold), letters) * size > space]
    broken = frozenset(word for word, _, _ in too_wide)
    return Columns(tuple(widths), broken, max(lost, key=len, default=""), letters, size)


def tables_with_room(blocks: Iterable[Block], style: HouseStyle) -> Iterator[tuple[Table, float, bool]]:
    """Every table in reading order with the width in points of its page, and whether that is a landscape."""
    for block in blocks:
        match block:
            case Table():
                yield block, table_room(block, portrait(style), style), False
            case Landscape():
                for inner in block.blocks:
                    if isinstance(inner, Table):
                        yield inner, table_room(inner, landscape(style), style), True
            case _:
                pass


def table_room(table: Table, page: Page, style: HouseStyle) -> float:
    """The width of a table in points: that of the text, or of a block where its cells have more lines."""
    width = page.text_width()
    fits = sum(_natural(table, style.points("letter.tabel"), style.typeface())) <= width
    return width if fits else page.block_width()


def with_room_for_terms(blocks: Iterable[Block], style: HouseStyle) -> HouseStyle:
    """The style with terms of metadata on one line each, in less than half of the text where that can be.

    Their longest word stands whole: in Word a value begins right behind a term that is too long.
    """
    terms = [plain(row.term) for block in blocks if isinstance(block, Metadata) for row in block.rows]
    if not terms:
        return style
    size, letters, token = style.points("letter.tekst"), style.typeface(), "ruimte.metagegevens"
    whole = max(letters.text_width(term, size) for term in terms)
    word = max(letters.text_width(one, size) for term in terms for one in term.split(" "))
    room = portrait(style).text_width()
    wanted = min(max(min(whole, room * _TERMS), word), room * _TERMS_AT_MOST) + size
    return replace(style, tokens=style.tokens | {token: Points(max(style.points(token), wanted))})


def breakable(word: str) -> tuple[int, int] | None:
    """From which letter to which a word of letters may begin a line anew in running text; None for nowhere.

    Whoever hyphenates by rules of its own is kept from parting less than four letters from a word.
    """
    return (_PART, len(word) - _PART + 1) if len(word) >= _LONG else None


def soft(word: str) -> str:
    """The word with a soft hyphen at each place where it may be broken; an address is without a hyphen."""
    if ADDRESS.search(word):
        return with_breaks(word)
    return _SOFT.join(piece.removesuffix("-") if piece != word else piece for piece in _hyphenated(word))


# --- words -----------------------------------------------------------------------------------

_Word = tuple[str, bool]
"""A word, and whether it is bold."""


def _width(word: _Word, letters: Typeface) -> float:
    return _text_width(word[0].replace(_SOFT, ""), 1, word[1], letters)


def _narrowest(word: _Word, letters: Typeface) -> float:
    """The width in ems of the widest piece of a word that stands on one line."""
    return max(_text_width(piece, 1, word[1], letters) for piece in _pieces(word[0]))


def _text_width(text: str, size: float, bold: bool, letters: Typeface) -> float:
    return letters.boldest_width(text, size) if bold else letters.text_width(text, size)


def _pieces(word: str) -> Iterator[str]:
    breaks = _ADDRESS_BREAKS if _ADDRESS.search(word) else _BREAKS
    for part in breaks.split(word):
        for piece in _hyphenated(part):
            yield from (piece[at : at + _ENDLESS] for at in range(0, len(piece) or 1, _ENDLESS))


def _hyphenated(word: str) -> list[str]:
    """The word in pieces that end with a hyphen; a whole one where it is short, or no word."""
    if _SOFT in word:
        *parts, last = word.split(_SOFT)
        return [*(f"{part}-" for part in parts), last]
    found = _LETTERS.fullmatch(word)
    if found is None:
        return [word]
    letters, start = found["word"], 0
    pieces = []
    for at in map(int, _hyphenator().positions(letters)):
        if _PART <= at <= len(letters) - _PART:
            pieces.append(letters[start:at] + "-")
            start = at
    pieces.append(letters[start:])
    return [found["before"] + pieces[0], *pieces[1:-1], pieces[-1] + found["after"]] if pieces[1:] else [word]


@cache
def _hyphenator() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL")


# --- columns ---------------------------------------------------------------------------------


def _slots(table: Table) -> Iterator[tuple[Slot, bool]]:
    """Each cell once, and whether it is bold as a whole: in a total all are."""
    rows = zip(grid(table), table.head + table.body, strict=True)
    return ((slot, bool(row.total)) for slots, row in rows for slot in slots if not slot.goes_on)


def _lines(cell: Cell, is_bold: bool) -> Iterator[tuple[list[str], bool]]:
    """The words of each line of a cell, and whether they are bold."""
    lines: list[list[Inlines]] = [[]]
    for inline in cell.content:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append((inline,))
    bold = is_bold or cell.header or any(isinstance(inline, Strong) for inline in cell.content)
    for line in lines:
        words = with_numbers_held("".join(map(plain, line)))
        yield [word for word in words.split(" ") if word], bold


def _measured(
    table: Table, size: float, letters: Typeface, needed: Callable[[list[_Word]], float]
) -> list[float]:
    """What each column needs in points, by what each line of words needs in ems."""
    widths = [PADDING + size] * table.columns
    behind: dict[int, list[str]] = {}
    for slot, is_bold in _slots(table):
        for line, bold in _lines(slot.cell, is_bold):
            if not line:
                continue
            room = needed([(word, bold) for word in line]) * size + PADDING + _SLACK
            _widen(widths, slot, room)
            if slot.cell.align == "rechts" and slot.cell.colspan == 1 and not slot.cell.header:
                behind.setdefault(slot.column, []).append(" ".join(line))
    for column, words in behind.items():
        widths[column] += max(room_behind(words, letters)) * size  # commas stand below each other
    return widths


def _widen(widths: list[float], slot: Slot, needed: float) -> None:
    spanned = range(slot.column, slot.column + slot.cell.colspan)
    lacking = needed - sum(widths[column] for column in spanned)
    for column in spanned:
        widths[column] += max(0.0, lacking) / len(spanned)


def _natural(table: Table, size: float, letters: Typeface) -> list[float]:
    """The columns where no line of words is broken."""
    return _measured(
        table,
        size,
        letters,
        lambda words: _width((" ".join(word for word, _ in words), words[0][1]), letters),
    )


def _fitted(table: Table, size: float, room: float, letters: Typeface) -> list[float]:
    """The columns by whole lines, whole words or pieces of words: the widest of these that fit.

    What is left is divided by what the next wider would take, or so that few columns hyphenate. Words are
    hyphenated only where they must be: to read in how takes a tenth of what `check` takes.
    """

    def measured(needed: Callable[[list[_Word]], float]) -> list[float]:
        return _measured(table, size, letters, needed)

    lines = _natural(table, size, letters)
    if sum(lines) <= room:
        return [width * room / sum(lines) for width in lines]
    whole = measured(lambda words: max(_width(word, letters) for word in words))
    dated = measured(lambda words: max(_width(word, letters) for word in _days_held(words)))
    least, wanted = dated if sum(dated) <= room else whole, lines
    if sum(whole) > room:
        least, wanted = measured(lambda words: max(_narrowest(word, letters) for word in words)), whole
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    if wanted is whole:
        lacking = [large - small for small, large in zip(least, whole, strict=True)]
        return [small + more for small, more in zip(least, _shared(lacking, room - sum(least)), strict=True)]
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return [small + share * (large - small) for small, large in zip(least, wanted, strict=True)]


def _days_held(words: list[_Word]) -> list[_Word]:
    """The words of a line, of which each day with its month and year is one."""
    bold = words[0][1]
    held = with_days_held(" ".join(word for word, _ in words), lambda _: True)
    return [(word, bold) for word in held.split(" ")]


def _shared(wanted: list[float], left: float) -> list[float]:
    """What is left, divided so that who wants little gets that, and all others as much as each other.

    So the fewest columns hyphenate their words, and columns that are alike stay as wide as each other.
    """
    shared = [0.0] * len(wanted)
    order = sorted(range(len(wanted)), key=lambda column: wanted[column])
    for at, column in enumerate(order):
        shared[column] = min(wanted[column], left / (len(order) - at))
        left -= shared[column]
    return shared
