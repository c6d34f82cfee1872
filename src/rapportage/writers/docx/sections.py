"""Write sections with their page sizes and margins, and what stands on which."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from rapportage.document import (
    Block,
    FigurePair,
    Heading,
    Landscape,
    PageBreak,
    Signatory,
    Signatures,
    walk,
)
from rapportage.running import heads_by
from rapportage.style.page import Page, landscape, portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.headers import references
from rapportage.writers.docx.ooxml import Element, el
from rapportage.writers.docx.package import WordPackage
from rapportage.writers.docx.style_xml import twips

_DISTANCE = 0.55
"""How far header and footer stand from the paper's edge, as part of the margin."""


@dataclass(frozen=True, slots=True)
class Signing:
    """One or two who sign, beside each other below the closing line; whether others sign below them."""

    people: tuple[Signatory, ...]
    others: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one section holds: blocks below each other, or two things beside each other in columns.

    `headed_by` is the level of the headings that are named above its pages; 0 for the paper's title.
    """

    blocks: tuple[Block, ...]
    landscape: bool = False
    pair: FigurePair | Signing | None = None
    new_page: bool = True
    headed_by: int = 0

    def page(self, style: HouseStyle) -> Page:
        """The page on which it stands."""
        return landscape(style) if self.landscape else portrait(style)


def stretches(blocks: tuple[Block, ...], named: Container[str] = ()) -> list[Stretch]:
    """The document's blocks by section, in order; at least one.

    Landscape blocks begin and end a page each, also where two stand after each other. A page break that
    follows a pair of figures is the next section's beginning; one with nothing above it on its page
    stays, and leaves that page empty, as it does in the PDF. Where headings of another level come to be
    those that are `named` above the pages, a section begins, since a header's field knows one level.
    """
    found: list[Stretch] = []
    for level, part in _headed(blocks, named):
        found += [replace(one, headed_by=level) for one in _stretches(part)]
    return found or [Stretch(())]


def _headed(blocks: tuple[Block, ...], named: Container[str]) -> Iterator[tuple[int, tuple[Block, ...]]]:
    """The blocks by the level of the headings that are named above them; 0 where those still have to come."""
    level, held = 0, list[Block]()
    for block in blocks:
        inside = block.blocks if isinstance(block, Landscape) else (block,)
        headings = [one for one in walk(inside) if isinstance(one, Heading) and one.level == 1]
        wanted = heads_by(headings[0]) if headings and named else level
        begins = not held or isinstance(block, Landscape) or isinstance(held[-1], PageBreak | Landscape)
        if wanted != level and begins:
            if held:
                yield level, tuple(held)
            level, held = wanted, []
        held.append(block)
    if held:
        yield level, tuple(held)


def _stretches(blocks: tuple[Block, ...]) -> list[Stretch]:
    found: list[Stretch] = []
    for lying, inside in _sides(blocks):
        new_page = True
        for _, part in groupby(_beside(inside), lambda block: isinstance(block, FigurePair | Signing)):
            held: list[Block] = []
            for one in part:
                if isinstance(one, FigurePair | Signing):
                    found.append(Stretch((), lying, one, new_page))
                    new_page = False
                else:
                    held.append(one)
            if held and not new_page and isinstance(held[0], PageBreak):
                held, new_page = held[1:], True
            if held:
                found.append(Stretch(tuple(held), lying, None, new_page))
                new_page = isinstance(held[-1], PageBreak)
    return found


def _beside(blocks: Iterable[Block]) -> Iterator[Block | Signing]:
    """The blocks, with who sign two by two behind the block of signatures, which is then its closing line."""
    for block in blocks:
        yield block
        if isinstance(block, Signatures):
            for at in range(0, len(block.signatories), 2):
                yield Signing(block.signatories[at : at + 2], at + 2 < len(block.signatories))


def _sides(blocks: tuple[Block, ...]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """What stands on pages of one kind: whether they lie, and their blocks; each Landscape by itself."""
    for lying, run_of in groupby(blocks, lambda block: isinstance(block, Landscape)):
        if lying:
            yield from ((True, block.blocks) for block in run_of if isinstance(block, Landscape))
        else:
            yield False, tuple(run_of)


def section(word: WordPackage, stretch: Stretch, *, first: bool) -> Element:
    """The properties of a section; headers and footers that it does not name are those of the one before."""
    page = stretch.page(word.style)
    return el(
        "w:sectPr",
        *references(word, stretch.headed_by),
        el("w:type", val="nextPage" if stretch.new_page else "continuous"),
        _page_size(page, lying=stretch.landscape),
        _margins(word, page, stretch),
        _columns(page, stretch.pair),
        el("w:titlePg") if first else None,
    )


def _page_size(page: Page, *, lying: bool) -> Element:
    turned = {"orient": "landscape"} if lying else {}
    return el("w:pgSz", w=twips(page.width), h=twips(page.height), **turned)


def _columns(page: Page, pair: FigurePair | Signing | None) -> Element:
    """One column, or two beside each other.

    Of two figures that reach past the text the first has a column of its size, and the second what is left,
    from which its paragraphs reach out. Other margins midway down a page LibreOffice does not know.
    """
    if pair is None:
        return el("w:cols", space=720)
    gap, rest = twips(page.gap), page.beside_first() if isinstance(pair, FigurePair) else 0.0
    if not rest:
        return el("w:cols", num=2, space=gap)
    first = el("w:col", w=twips(page.block_width(half=True)), space=gap)
    return el("w:cols", first, el("w:col", w=twips(rest)), num=2, space=gap, equalWidth=0)


def _margins(word: WordPackage, page: Page, stretch: Stretch) -> Element:
    moved = isinstance(stretch.pair, FigurePair) and not page.beside_first()
    overhang = page.overhang if moved else 0.0
    top, bottom = twips(page.top), twips(page.bottom)
    sheet = word.template.sheet if word.template and not stretch.landscape else None
    return el(
        "w:pgMar",
        top=top,
        right=twips(page.right - overhang),
        bottom=bottom,
        left=twips(page.left),
        header=twips(sheet.header) if sheet else round(top * _DISTANCE),
        footer=twips(sheet.footer) if sheet else round(bottom * _DISTANCE * 0.9),
        gutter=0,
    )
