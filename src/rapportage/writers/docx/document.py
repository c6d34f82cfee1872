"""Write a Document as a Word document in house style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never, cast

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.shared import Pt

from rapportage.document import (
    Align,
    Block,
    Contents,
    Document,
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
    ParagraphRole,
    Quote,
    Signatures,
    Table,
)
from rapportage.heights import inner_width, kept_with_next, stays_whole
from rapportage.identity import OFFICE, VALUE
from rapportage.running import named_above
from rapportage.style.lengths import PIXEL
from rapportage.style.page import portrait
from rapportage.style.tokens import TEXT_AND_HEADINGS, HouseStyle
from rapportage.writers.docx.contents import write_contents
from rapportage.writers.docx.figures import write_figure, write_pair
from rapportage.writers.docx.fonts import embedded
from rapportage.writers.docx.identity import name_paragraphs
from rapportage.writers.docx.inlines import BOLD, PLAIN, TERM, runs
from rapportage.writers.docx.lists import IN_KADER, NO_NUMBER, in_quote, keep_short, numbering_xml, write_list
from rapportage.writers.docx.ooxml import (
    Element,
    bookmark,
    el,
    number_bookmarks,
    packed,
    paragraph,
    properties_of,
    run,
    text,
)
from rapportage.writers.docx.package import Surround, WordPackage
from rapportage.writers.docx.parts import add_properties, fonts_xml, separator_notes, settings_xml
from rapportage.writers.docx.pictures import Picture, in_line
from rapportage.writers.docx.sections import Signing, Stretch, section, stretches
from rapportage.writers.docx.style_base import document_defaults
from rapportage.writers.docx.style_xml import style_xml
from rapportage.writers.docx.styles import listed_styles, styles_part
from rapportage.writers.docx.tables import write_table
from rapportage.writers.docx.template.opened import value
from rapportage.writers.docx.theme import theme_xml
from rapportage.writers.docx.traces import add_traces

_ROLES: dict[ParagraphRole, str] = {
    "standaard": "Normal",
    "titel": "Title",
    "omslagtitel": "Omslagtitel",
    "ondertitel": "Subtitle",
    "omslag": "Omslag",
    "intro": "Intro",
    "slot": "Slot",
}

_SIDES: Mapping[Align, WD_ALIGN_PARAGRAPH | None] = {
    "links": None,
    "midden": WD_ALIGN_PARAGRAPH.CENTER,
    "rechts": WD_ALIGN_PARAGRAPH.RIGHT,
}


def write_docx(
    document: Document,
    style: HouseStyle,
    pages: Mapping[str, int],
    *,
    page_count: int = 1,
    embed_fonts: bool = False,
) -> bytes:
    """A whole .docx file; `pages` gives the page of each heading, figure and table by its id, for the lists.

    The document must be resolved. What has no page stands in its list without.
    `page_count` is what the footers show until Word has laid out the pages itself.
    """
    word = WordPackage(document, style, pages, page_count)
    word.footnotes.extend(separator_notes())
    for element in _sections(word):
        word.body.append(element)
    number_bookmarks(word.body, word.used_bookmarks)
    name_paragraphs(word.body)
    _add_parts(word, embed_fonts)
    return _saved(word)


def _add_parts(word: WordPackage, embed_fonts: bool) -> None:
    numbered = bool(word.counted_headings)
    word.add("styles", "styles", _styles(word, numbered=numbered))
    word.add("numbering", "numbering", numbering_xml(word, numbered=numbered))
    word.add("settings", "settings", settings_xml(word, embed_fonts=embed_fonts))
    _add_fonts(word, embed_fonts)
    word.add("theme/theme1", "theme", word.template.theme() if word.template else theme_xml(word.style))
    word.main.relate_to(word.footnotes_part, RT.FOOTNOTES)
    word.package.relate_to(word.main, RT.OFFICE_DOCUMENT)
    add_properties(word)
    add_traces(word)


def _styles(word: WordPackage, *, numbered: bool) -> Element:
    style, meta, used = word.style, word.document.meta, word.used_styles()
    width = portrait(style).text_width()
    listed = listed_styles(style, numbered=numbered, text_width=width, stamped=meta.concept)
    if word.template is None:
        return styles_part(
            style, document_defaults(style, meta.lang), (style_xml(one, used) for one in listed)
        )
    return styles_part(style, *word.template.styles(listed, used, meta.lang), word.template.laid.table)


def _add_fonts(word: WordPackage, embed: bool) -> None:
    """The list of fonts, and the fonts themselves where that is wanted and they are used."""
    table = fonts_xml(word.style)
    if word.template is not None:
        named = {word.style.fonts(name)[0] for name in TEXT_AND_HEADINGS}
        table.extend(one for one in word.template.fonts() if value(one, "name") not in named)
    part = word.beside("fontTable", "fontTable", table)
    word.main.relate_to(part, RT.FONT_TABLE)
    count = 0
    for letters in dict.fromkeys(map(word.style.typeface, TEXT_AND_HEADINGS)) if embed else ():
        for entry in (one for one in table if one.get(qn("w:name")) == letters.name):
            for element in embedded(word, part, letters, count):
                entry.append(element)
                count += 1


def _saved(word: WordPackage) -> bytes:
    return packed(word.package)


# --- sections and the flow of blocks ---------------------------------------------------------


def _sections(word: WordPackage) -> Iterator[Element]:
    """The body's children: every section's blocks, with its properties at its end."""
    finished: list[tuple[list[Element], Element]] = []
    for stretch in stretches(word.document.blocks, named_above(word.document)):
        word.page = stretch.page(word.style)
        match stretch.pair:
            case FigurePair():
                elements = write_pair(word, stretch.pair)
            case Signing():
                elements = _signing(word, stretch.pair)
            case None:
                elements = _flow(word, stretch)
        finished.append((elements, section(word, stretch, first=not finished)))
    *closed, (elements, properties) = finished
    for above, closing in closed:
        yield from above
        yield _section_end(closing)
    yield from elements
    if elements and elements[-1].tag == qn("w:tbl"):
        yield _section_end()  # a body ends in a paragraph
    yield properties


def _section_end(properties: Element | None = None) -> Element:
    """A paragraph without words or height that ends a section: in a sentence it would go when that goes."""
    end = paragraph("Sectieslot")
    if properties is not None:
        properties_of(end).append(properties)
    return end


def _flow(word: WordPackage, stretch: Stretch) -> list[Element]:
    """Blocks below each other; a page break goes to the first paragraph after it."""
    elements: list[Element] = []
    above: Block | None = None
    bare, breaking = stretch.new_page, False
    for block in stretch.blocks:
        if isinstance(block, PageBreak):
            if bare:
                elements.append(paragraph("Sectieslot", page_break=breaking))
            bare = breaking = True
            continue
        written = _block(word, block)
        if not written:
            continue
        if breaking:
            elements += _on_new_page(written)
        else:
            if isinstance(block, List) and isinstance(above, Paragraph):
                keep_short(word, elements[-1])  # the words that lead up to a list
            elements += _on_top(written) if bare else _spaced(word, above, block, written)
        bare, breaking, above = False, False, block
    return elements


def _spaced(word: WordPackage, above: Block | None, block: Block, elements: list[Element]) -> list[Element]:
    """What stands below a block that leaves too little space below itself, at a distance from it.

    Text has a style for that; only between two tables stands a line of that height.
    """
    around, gap = (word.style.points(f"ruimte.{name}") for name in ("figuur", "alinea"))
    below_block = isinstance(above, Kader) or (isinstance(above, Table | Figure) and not above.source)
    first = properties_of(elements[0]) if elements[0].tag == qn("w:p") else None
    match block:
        case Paragraph(role="standaard") if first is not None and (below_block or isinstance(above, List)):
            first.style = "Nablok" if below_block else "Nalijst"
        case List() | Quote() | Heading(level=4 | 5) if first is not None and below_block:
            first.spacing_before = Pt(around)
        case List() if first is not None and isinstance(above, List):
            first.spacing_before = Pt(gap)
        case Table() if first is None and isinstance(above, Table) and not above.source:
            return [paragraph("Tabelslot"), *elements]  # Word would join two tables
        case _:
            pass
    return elements


def _on_new_page(elements: list[Element]) -> list[Element]:
    """The same elements, of which the first begins a page."""
    first = _first_paragraph(elements)
    if first is None:
        return [paragraph("Sectieslot", page_break=True), *elements]
    properties_of(first).pageBreakBefore_val = True
    return _on_top(elements)


def _first_paragraph(elements: list[Element]) -> Element | None:
    """The paragraph that these begin with, also that of a contents list; None for a table."""
    first = elements[0]
    if first.tag == qn("w:sdt"):
        return cast("Element | None", next(first.iter(qn("w:p")), None))
    return first if first.tag == qn("w:p") else None


def _on_top(elements: list[Element]) -> list[Element]:
    """The same elements, without the space above a first heading of the first level, or a list's title.

    Word leaves that out where a page is full, but not where a page or section is made to begin.
    """
    first = _first_paragraph(elements)
    if first is not None and properties_of(first).style in ("Heading1", "TOCHeading"):
        properties_of(first).spacing_before = Pt(0)
    return elements


def _block(word: WordPackage, block: Block) -> list[Element]:
    match block:
        case Heading():
            return [_heading(word, block)]
        case Paragraph():
            look = BOLD if block.is_title else PLAIN
            content = word.identified(block, runs(word, block.content, look))
            return [paragraph(_ROLES[block.role], *content)]
        case Logo():
            pictured = word.template is not None and word.template.opens_with_picture
            return [] if pictured else [_logo(word, block)]  # two logos would stand above each other
        case List():
            return write_list(word, block)
        case Table():
            return write_table(word, block)
        case Figure():
            return write_figure(word, block)
        case Kader():
            return _kader(word, block)
        case Quote():
            return _surrounded(word, block, in_quote(word.style))
        case Metadata():
            return _metadata(word, block)
        case Signatures():
            return _signatures(word, block)
        case Contents():
            return write_contents(word, block)
        case PageBreak() | Landscape() | FigurePair():
            raise AssertionError("sections hold these")
        case _:
            assert_never(block)


# --- blocks ----------------------------------------------------------------------------------


def _logo(word: WordPackage, logo: Logo) -> Element:
    image = word.document.images[logo.image]
    picture = Picture(image, logo.alt, image.width * PIXEL, image.height * PIXEL, "Logo")
    element = paragraph("Logo", *word.identified(logo, [in_line(word, picture)]))
    properties_of(element).jc_val = _SIDES[logo.align]
    return element


def _heading(word: WordPackage, heading: Heading) -> Element:
    """A heading that Word numbers; where Word would count otherwise, its number stands as text."""
    counted = heading.id in word.counted_headings
    content = runs(word, heading.content, BOLD)
    if heading.label and not counted:
        content = [run(*text(f"{heading.label} ")), *content]
    content = bookmark(word.bookmarks[heading.id], content)
    if heading.id in word.contents_bookmarks:
        name = word.contents_bookmarks[heading.id]
        word.used_bookmarks.add(name)
        content = bookmark(name, content)
    bare = bool(word.counted_headings) and heading.level < 4 and not counted
    return paragraph(
        f"Heading{heading.level}",
        *word.identified(heading, content),
        numbering=(heading.level - 1, NO_NUMBER) if bare else None,
    )


def _kader(word: WordPackage, block: Kader) -> list[Element]:
    """A box of paragraphs."""
    title = paragraph("Kadertitel", *word.identified(block, runs(word, block.title, BOLD)))
    return [title, *_surrounded(word, block, IN_KADER)]


def _surrounded(word: WordPackage, block: Kader | Quote, surround: Surround) -> list[Element]:
    """The paragraphs of a low box or quote, on one page together; of a higher one, those at its ends."""
    width = inner_width(block, word.page, word.style)
    whole = stays_whole(block.blocks, width, word.page, word.measured)
    elements: list[Element] = []
    for inner, kept in zip(block.blocks, kept_with_next(block.blocks, width, word.measured), strict=True):
        if isinstance(inner, List):
            made = write_list(word, inner, surround)
        else:
            made = [paragraph(surround.text, *word.identified(inner, runs(word, inner.content)))]
        elements += made
        if kept:
            properties_of(made[-1]).keepNext_val = True
    for one in elements[:-1] if whole else ():
        properties_of(one).keepNext_val = True
    return elements


def _metadata(word: WordPackage, block: Metadata) -> list[Element]:
    """A line for each term and its value, on one page: no table, since nothing heads its columns."""
    lines = [
        paragraph(
            "Metagegevens",
            *word.identified(row, runs(word, row.term, TERM)),
            run(el("w:tab")),
            *word.identified(row, runs(word, row.value), VALUE),
        )
        for row in block.rows
    ]
    for one in lines[:-1]:
        properties_of(one).keepNext_val = True
    return lines


def _signatures(word: WordPackage, block: Signatures) -> list[Element]:
    """The closing line; who sign stand in columns below it."""
    return [paragraph("Afsluiting", *word.identified(block, runs(word, block.closing)))]


def _signing(word: WordPackage, signing: Signing) -> list[Element]:
    """Each name with its office below it, the second in the second column; a table would hold data."""
    elements: list[Element] = []
    for one in signing.people:
        name = paragraph("Handtekening", *word.identified(one, [run(*text(one.name))]))
        office = paragraph("Functie", *word.identified(one, [run(*text(one.office))], OFFICE))
        if signing.others:
            properties_of(office).spacing_after = Pt(word.style.points("ruimte.handtekening"))
            properties_of(office).keepNext_val = True
        if elements:
            properties_of(elements[-1]).keepNext_val = True
            properties_of(name).addnext(run(el("w:br", type_="column")))
        elements += [name, office]
    return elements
