"""A paper's pages as pictures, to be looked at: laid out as the PDF is, with where everything came to stand.

A mark stands in front of each block. It takes no room, so that the pages are those of the PDF.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Heading,
    ListItem,
    MetadataRow,
    inlines_of,
    walk,
)
from rapportage.inlines import notes_in, terms_in
from rapportage.remembered import Memory
from rapportage.running import headed_from
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.on_pages import BlockOnPage
from rapportage.writers.typst.blocks import MarkedCode, marked_body
from rapportage.writers.typst.code import string
from rapportage.writers.typst.engine import MAIN, refusal, warm
from rapportage.writers.typst.layout import code_files, fitted, picture_names, suited
from rapportage.writers.typst.stands import Stand, notes, stands

_MARK = "[#metadata(none)<plek>]"
_PLACES = """#[#metadata(none)<einde>]
#context [#metadata({
  let stand(one) = {
    let at = one.location().position()
    (at.page, at.x / 1pt, at.y / 1pt)
  }
  (
    blocks: query(<plek>).map(stand),
    end: stand(query(<einde>).first()),
    notes: query(footnote.entry).map(stand),
  )
})<plekken>]
"""

_PART = "deel.typ"
"""The file of a part by itself."""
_FEW = 6
"""More pages than this are not drawn twice."""
_AT_TOP = 0.01
_WITHIN = ListItem | Cell | MetadataRow
"""What is marked within a block."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A paper's pages as SVG, what each can be told by, and where blocks and notes stand in reading order."""

    svg: tuple[str, ...] = field(repr=False)
    digests: tuple[str, ...] = ()
    blocks: tuple[BlockOnPage, ...] = ()
    notes: tuple[BlockOnPage, ...] = ()
    filled: float = 1.0
    """How far down the last page the paper ends, as a share of its height."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.svg)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A paper as code, with its pages and where each mark stands on them, once that is known."""

    style: HouseStyle
    surroundings: Mapping[str, bytes]
    opening: str
    blocks: tuple[MarkedCode, ...]
    pages: Pages | None = None
    marks: tuple[Stand, ...] = ()

    def stands(self) -> tuple[Stand, ...]:
        """Where each block begins."""
        counts = (len(block.marked) for block in self.blocks)
        return tuple(self.marks[at] for at in list(accumulate(counts, initial=0))[:-1])


class Drawer:
    """Draws pages of one paper after another, quicker where little is otherwise than before."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="rapportage-")
        self._root = Path(self._folder.name)
        self._written: dict[str, bytes] = {}
        self._engines: dict[str, tuple[object, Any]] = {}
        self._memory = Memory()
        self._last: _Laid | None = None
        self._document: Document | None = None

    def close(self) -> None:
        """Let go of what was kept."""
        self._engines.clear()
        self._memory.forget()
        self._folder.cleanup()

    def pages(self, document: Document, style: HouseStyle, template: str) -> Pages:
        """The pages of the document; raises LayoutError as the PDF would."""
        return fitted(document, style, lambda one: self._drawn(document, one, template))

    def first_pages(self, document: Document, style: HouseStyle, template: str) -> Mapping[int, str]:
        """The pages around what is otherwise than when all were drawn, as they will be among all.

        Nothing where that is not known, where more than a few pages are, or where there come to be more or
        fewer. Raises as `pages` does.
        """
        before = self._last
        if before is None or before.pages is None:
            return {}
        now = self._laid(document, suited(document, style), template)
        part = _part_around(before, now)
        if part is None:
            return {}
        code = _alone(document, now, part, before.pages.page_count, self._memory)
        self._write({**now.surroundings, _PART: code.encode()})
        made, _ = self._made(now.style, _PART)
        pages = made[1 if part.first > 1 else 0 : -1]
        if len(pages) != part.count:
            return {}
        # What follows may yet come on the last page of the part.
        return {part.first + at: one for at, one in enumerate(pages if part.ends_all else pages[:-1])}

    def _drawn(self, document: Document, style: HouseStyle, template: str) -> Pages:
        laid = self._laid(document, style, template)
        code = "".join(block.code for block in laid.blocks)
        self._write({**laid.surroundings, MAIN: f"{laid.opening}{code}{_PLACES}".encode()})
        svg, engine = self._made(style, MAIN)
        found = json.loads(engine.query("<plekken>", field="value", one=True))
        before = self._last.pages if self._last else None
        marked = [one for block in laid.blocks for one in block.marked]
        noted = tuple(notes(document, found["notes"], style))
        stand = tuple(stands(document, marked, found["blocks"], found["end"], style, noted))
        filled = found["end"][2] / portrait(style).height
        pages = Pages(svg, tuple(_digests(svg, before)), stand, noted, filled)
        self._last = replace(laid, pages=pages, marks=tuple(found["blocks"]))
        return pages

    def _laid(self, document: Document, style: HouseStyle, template: str) -> _Laid:
        """The code of the paper, of which what was written before of the very same blocks is taken over."""
        if self._last is not None and style == self._last.style:
            style = self._last.style  # the very same, by which its code is known
        names = picture_names(document)
        if document is not self._document:
            self._memory.next_look()
            self._document = document
        blocks = marked_body(document, style, names, _MARK, self._memory)
        files = code_files(document, style, template, names, "")
        opening = files.pop(MAIN).decode()
        # Who looks at a page has not the typefaces: words within pictures are outlines.
        files |= {names[key]: image.data for key, image in document.images.items()}
        return _Laid(style, files, opening, tuple(blocks))

    def _made(self, style: HouseStyle, main: str) -> tuple[tuple[str, ...], Any]:
        """The pages of the paper that begins in this file, and the engine that made them."""
        typefaces = tuple(style.typefaces())
        if main not in self._engines or self._engines[main][0] != typefaces:
            self._engines[main] = typefaces, warm(self._root, typefaces, main)
        engine = self._engines[main][1]
        try:
            made, warned = engine.compile_with_warnings(format="svg")
        except RuntimeError as error:
            raise refusal(error) from None
        if warned:
            raise refusal(warned[0])
        pages = [made] if isinstance(made, bytes) else made
        return tuple(_well_formed(one.decode()) for one in pages), engine

    def _write(self, files: Mapping[str, bytes]) -> None:
        """Put the files in the folder; of what is no longer asked for, the code alone stays."""
        for name in self._written.keys() - files.keys() - {MAIN, _PART}:
            (self._root / name).unlink()
            del self._written[name]
        for name, data in files.items():
            if self._written.get(name) != data:
                (self._root / name).write_bytes(data)
                self._written[name] = data


_ADDRESS = re.compile(r'(?<=href=")[^"#][^"]*')


def _well_formed(page: str) -> str:
    """The page as XML: the engine writes the address of a link as it is, and one `&` makes it unreadable."""
    if "&" not in page:
        return page
    return _ADDRESS.sub(lambda found: re.sub("&(?!quot;)", "&amp;", found[0]), page)


def _digests(svg: tuple[str, ...], before: Pages | None) -> Iterator[str]:
    """What each page can be told by; those of a page that is as it was are known."""
    for at, one in enumerate(svg):
        if before is not None and at < len(before.svg) and before.svg[at] == one:
            yield before.digests[at]
        else:
            yield hashlib.blake2b(one.encode(), digest_size=12).hexdigest()


# --- a part by itself ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks of a paper that begin on the page `first` and took `count` of them; whether no other follows."""

    blocks: range
    first: int
    count: int
    ends_all: bool


def _part_around(before: _Laid, now: _Laid) -> _Part | None:
    """What stands around all that is otherwise, from the top of one page to the top of another.

    The contents list is left out: what leads to a page says so when all pages are known.
    """
    if (now.style, now.surroundings, now.opening) != (before.style, before.surroundings, before.opening):
        return None
    total = before.pages.page_count if before.pages else 0
    old, new = _codes(before), _codes(now)
    same = _in_common(old, new)
    tail = min(_in_common(old[::-1], new[::-1]), min(len(old), len(new)) - same)
    if same == len(old) == len(new):
        return None
    stands, top = before.stands(), portrait(now.style).top
    at_top = [at for at, (_, _, down) in enumerate(stands) if abs(down - top) < _AT_TOP]
    changed_to = stands[len(old) - tail][0] if tail else before.marks[-1][0]
    begin = next((at for at in reversed(at_top) if at < same), None)
    end = next((at for at in at_top if at >= len(old) - tail and stands[at][0] > changed_to + 1), len(old))
    if begin is None or changed_to - stands[begin][0] > _FEW:
        return None
    first, last = stands[begin][0], stands[end][0] if end < len(old) else total + 1
    return _Part(range(begin, end - len(old) + len(new)), first, last - first, end == len(old))


def _codes(laid: _Laid) -> list[str]:
    return ["" if isinstance(one.marked[0], Contents) else one.code for one in laid.blocks]


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of these are the same, from the first on."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (mine, yours) in enumerate(pairs) if mine != yours), min(len(one), len(other)))


def _alone(document: Document, laid: _Laid, part: _Part, total: int, memory: Memory) -> str:
    """A part as a paper by itself, with the page numbers that it has in the whole.

    A page before it makes it begin on no first page, and one behind it holds what else its words lead to.
    """
    blocks = laid.blocks[part.blocks.start : part.blocks.stop]
    above = string(_heading_above(document, laid.blocks[: part.blocks.start]))
    before = f"#[#metadata({above})<kop-vooraf>]\n#pagebreak()\n#counter(page).update({part.first})\n"
    before = before if part.first > 1 else ""
    code = "".join(one.code for one in blocks)
    names = [memory.of(("namen", id(one)), partial(_anchors, one), one) for one in document.blocks]
    there = {name for those in names[part.blocks.start : part.blocks.stop] for name in those}
    others = dict.fromkeys(name for those in names for name in those if name not in there)
    led = "".join(f"#[#metadata(none)#label({string(name)})]" for name in others)
    return f"{laid.opening}{before}{code}\n#pagebreak()\n{led}\n#counter(page).update({total})\n"


def _heading_above(document: Document, blocks: Sequence[MarkedCode]) -> str:
    """What is named above the page that follows these blocks, where nothing on it is."""
    named = headed_from(document)
    marked = (one for block in blocks for one in block.marked if not isinstance(one, _WITHIN))
    found = [one.id for each in marked for one in walk((each,)) if isinstance(one, Heading)]
    return next((named[name] for name in reversed(found) if name in named), document.meta.title)


def _anchors(block: Block) -> tuple[str, ...]:
    """All that references can lead to in this block."""
    return tuple(_names(block))


def _names(block: Block) -> Iterator[str]:
    for one in walk((block,)):
        yield from (name for name in (getattr(one, "id", ""),) if name)
        for content in inlines_of(one):
            yield from (note.id for note in notes_in(content) if note.id)
            yield from (term.id for term in terms_in(content))
