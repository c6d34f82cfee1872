"""Write sections with their page sizes, headers and footers, and the stamp of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt

from rapportage.document import Block, FigurePair, Landscape, PageBreak, Signatory, Signatures
from rapportage.style.page import APART, Page, landscape, portrait
from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.ooxml import Element, el, field, paragraph, properties_of, root, run, text
from rapportage.writers.docx.package import WordPackage
from rapportage.writers.docx.pictures import Picture, in_corner
from rapportage.writers.docx.style_xml import twips
from rapportage.writers.docx.template.paper import TemplatePaper
from rapportage.writers.docx.template.read import KINDS, PAGES
from rapportage.writers.docx.theme import colour, ground
from rapportage.writers.docx.watermark import watermark
from rapportage.writers.logo import running_logo

_BESIDE_LOGO = 6.0
"""What stays free between the words above a page and the logo, in points."""
_DISTANCE = 0.55
"""How far header and footer stand from the paper's edge, as part of the margin."""


@dataclass(frozen=True, slots=True)
class Signing:
    """One or two who sign, beside each other below the closing line; whether others sign below them."""

    people: tuple[Signatory, ...]
    others: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one section holds: blocks below each other, or two things beside each other in columns."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    pair: FigurePair | Signing | None = None
    new_page: bool = True

    def page(self, style: HouseStyle) -> Page:
        """The page on which it stands."""
        return landscape(style) if self.landscape else portrait(style)


def stretches(blocks: tuple[Block, ...]) -> list[Stretch]:
    """The document's blocks by section, in order; at least one.

    Landscape blocks begin and end a page each, also where two stand after each other. A page break that
    follows a pair of figures is the next section's beginning; one with nothing above it on its page
    stays, and leaves that page empty, as it does in the PDF.
    """
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
    return found or [Stretch(())]


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
    """The properties of a section; the first one names header and footer, and the others inherit those."""
    page = stretch.page(word.style)
    columns = {"num": 2, "space": twips(page.gap)} if stretch.pair else {}
    return el(
        "w:sectPr",
        *(_running(word) if first else []),
        el("w:type", val="nextPage" if stretch.new_page else "continuous"),
        _page_size(page, lying=stretch.landscape),
        _margins(word, page, stretch),
        el("w:cols", **(columns or {"space": 720})),
        el("w:titlePg") if first else None,
    )


def _page_size(page: Page, *, lying: bool) -> Element:
    turned = {"orient": "landscape"} if lying else {}
    return el("w:pgSz", w=twips(page.width), h=twips(page.height), **turned)


def _margins(word: WordPackage, page: Page, stretch: Stretch) -> Element:
    overhang = page.overhang if isinstance(stretch.pair, FigurePair) else 0.0
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


# --- header and footer -----------------------------------------------------------------------


def _running(word: WordPackage) -> list[Element]:
    """Header and footer of all pages, and those of the first, which has no words above it."""
    if word.template is not None:
        return list(running_in_template(word, word.template))
    title = word.document.meta.title
    made = [
        ("header", "default", _header(word, title)),
        ("footer", "default", _footer(word)),
        ("header", "first", _header(word, "")),
        ("footer", "first", _footer(word)),
    ]
    references = []
    for kind, page, element in made:
        word.running.append(element)
        part = word.beside(f"{kind}{word.count(kind)}", kind, element)
        if kind == "header" and page == "default":
            element[0].extend(_running_logo(word, part))
        relationship = word.attach(part, kind)
        references.append(el(f"w:{kind}Reference", type_=page, r_id=relationship))
    return references


def running_in_template(word: WordPackage, template: TemplatePaper) -> Iterator[Element]:
    """The template's headers and footers, with what ours say and those leave out; ours where it has none.

    What it shows on pages of two kinds is one part for both.
    """
    made: dict[tuple[str, bool, bool], str] = {}
    for page in PAGES if template.even else PAGES[:2]:
        no_title, no_number = template.lacks(page)
        for kind in KINDS:
            name, element = template.running(kind, page)
            ours = (no_title, no_number) if kind == "footer" else (False, False)
            key = (name if element is not None else f"{kind} {page}", *ours)
            if key not in made:
                made[key] = _in_template(word, template, kind, page, name, element, *ours)
            yield el(f"w:{kind}Reference", type_=page, r_id=made[key])


def _in_template(
    word: WordPackage,
    template: TemplatePaper,
    kind: str,
    page: str,
    name: str,
    element: Element | None,
    no_title: bool,
    no_number: bool,
) -> str:
    """A header or footer as a part of its own; the id of its relationship."""
    theirs = element is not None
    if element is None and kind == "header":
        element = _header(word, "" if page == "first" else word.document.meta.title)
    elif element is None:
        element = _footer(word)
    elif kind == "header" and word.document.meta.concept:
        first = next(element.iterchildren(qn("w:p")))
        properties_of(first).addnext(watermark(word))
    elif kind == "footer" and (no_title or no_number):
        line = _footer_line(word, title=no_title, number=no_number)
        if any(True for _ in element.iter(qn("wp:anchor"), qn("w:pict"))):
            _on_paper(line, word.style)
        element.insert(0, line)
    if theirs and kind == "header":
        template.keep_clear(element)
    word.running.append(element)
    part = word.beside(f"{kind}{word.count(kind)}", kind, element)
    if theirs:
        template.give_pictures(name, element, lambda media, data: word.picture(media, data, part))
    elif kind == "header" and page != "first":
        element[0].extend(_running_logo(word, part))
    return word.attach(part, kind)


def _header(word: WordPackage, words: str) -> Element:
    content = [run(*text(words))] if words else []
    stamp = [watermark(word)] if word.document.meta.concept else []
    pictured = ("wp", "a", "pic", "asvg", "adec") if words and running_logo(word.document, word.style) else ()
    above = paragraph("Header", *stamp, *content)
    if pictured and (logo := running_logo(word.document, word.style)):
        properties_of(above).ind_right = Pt(logo[1] + _BESIDE_LOGO)  # words go on below, and not behind it
    return root("w:hdr", above, spaces=("r", *pictured, "v", "o", "w10"))


def _running_logo(word: WordPackage, part: Part) -> list[Element]:
    """The logo over the margin above the text, which is not read out: the paper opens with it."""
    found = running_logo(word.document, word.style)
    if found is None:
        return []
    key, width, height = found
    picture = Picture(word.document.images[key], "", width, height, "Logo", part)
    return [in_corner(word, picture, portrait(word.style).top - APART)]


def _footer(word: WordPackage) -> Element:
    return root("w:ftr", _footer_line(word, title=True, number=True), spaces=("r",))


def _on_paper(line: Element, style: HouseStyle) -> None:
    """Let words have the paper's colour behind them: nobody knows what a picture draws there."""
    for one in line.iter(qn("w:r")):
        one.insert(0, el("w:rPr", ground(colour(style, "papier"))))


def _footer_line(word: WordPackage, *, title: bool, number: bool) -> Element:
    """What the footer says: the paper and whose it is, and the number of the page of how many."""
    meta = word.document.meta
    facts = (meta.running_title or meta.title, meta.author) if title else ()
    words = "".join(f"{part} · " for part in facts if part)
    if not number:
        return paragraph("Footer", run(*text(words.removesuffix(" · "))))
    pages = [*field("PAGE", "1"), run(*text(" van ")), *field("NUMPAGES", str(word.page_count))]
    return paragraph("Footer", *([run(*text(words))] if title else []), *pages)
