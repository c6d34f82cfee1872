"""The page as the layout engine gets it: one tree of elements, and one stylesheet.

The HTML writer says what there is. Here comes what this engine must be told besides: what a line's end
must leave together, how wide pictures are, what stands in the margins.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from rapportage.document import Document, Heading, Image, List, Table, walk
from rapportage.numerals import MOST_IN_LETTERS
from rapportage.running import beside_next, footer_words, headed_from, number_inset, number_width
from rapportage.style.lengths import PIXEL
from rapportage.style.page import Page, landscape, portrait
from rapportage.style.tokens import HouseStyle, css_string
from rapportage.writers.html import IMAGE_SCHEME, write_html
from rapportage.writers.logo import running_logo
from rapportage.writers.pdf.abbreviations import write_out
from rapportage.writers.pdf.breaks import BREAKS, let_boxes_break, let_long_items_part
from rapportage.writers.pdf.columns import COLUMNS, set_columns
from rapportage.writers.pdf.decimals import DECIMALS
from rapportage.writers.pdf.extraction import HYPHENATION
from rapportage.writers.pdf.fonts import font_face_css
from rapportage.writers.pdf.overflow import SQUEEZED, part_endless_words
from rapportage.writers.pdf.unbroken import (
    TOGETHER,
    hold_addresses,
    hold_hyphens,
    hold_last_words,
    hold_numbers,
    hold_whole,
    part_spaces,
)
from rapportage.writers.signature_fields import FIELD

STAMP = "huisstijl:concept"
"""The address of the picture behind the text of a draft."""


def page_tree(document: Document, style: HouseStyle) -> ElementTree.Element:
    """The document as one tree of elements."""
    markup = write_html(document, head_extra=_head(document))
    tree = ElementTree.fromstring(markup.replace(' xmlns="http://www.w3.org/1999/xhtml"', "", 1))
    set_columns(tree, document, style)
    let_boxes_break(tree, document, style)
    let_long_items_part(tree, style)
    place_fields(tree)
    part_endless_words(tree)
    hold_numbers(tree)
    hold_addresses(tree)
    hold_whole(tree)
    hold_hyphens(tree)
    hold_last_words(tree)
    write_out(tree, document.meta.abbreviations)
    part_spaces(tree)
    return tree


def place_fields(tree: ElementTree.Element) -> None:
    """A link without words above each name that is signed digitally: it tells where the field comes."""
    signed = (one for one in tree.iter("section") if "digitaal" in (one.get("class") or "").split())
    people = (person for section in signed for person in section.iter("li"))
    for number, person in enumerate(people, 1):
        link = ElementTree.Element("a", {"href": f"{FIELD}{number}", "class": "tekenveld"})
        person.insert(0, link)


FIELDS = """
.ondertekening a.tekenveld {
  display: block;
  height: var(--ruimte-handtekening);
  margin-top: calc(-1 * var(--ruimte-handtekening));
}
"""
"""The style of such a link: it fills the room that stays free for a signature."""


def page_css(document: Document, style: HouseStyle, stylesheet: str) -> str:
    """All styles: of the house, of this document, of the municipality, and last what must hold."""
    return "\n".join(
        (
            font_face_css(style.typefaces()),
            style.css(),
            _landscape_css(landscape(style)),
            _document_css(document, style),
            _figure_css(document, style),
            stylesheet,
            DECIMALS,
            SQUEEZED,
            COLUMNS,
            BREAKS,
            FIELDS,
            TOGETHER,
            HYPHENATION,
        )
    )


def _head(document: Document) -> str:
    """The facts that the engine copies into the PDF's metadata, and how it counts in letters."""
    day = document.meta.date.isoformat()
    facts = {"generator": "rapportage", "dcterms.created": day, "dcterms.modified": day}
    if document.meta.subject:
        facts["description"] = document.meta.subject
    metadata = (f'<meta name="{name}" content={quoteattr(value)}/>\n' for name, value in facts.items())
    return "".join(metadata) + _COUNTING


_COUNTING = f"""<style>
@counter-style lower-alpha {{
  system: symbolic;
  symbols: {" ".join(ascii_lowercase)};
  range: 1 {MOST_IN_LETTERS};
}}
@counter-style graden {{ system: extends decimal; suffix: "°. " }}
ol.cijfers {{ list-style-type: decimal !important }}
ol.graden {{ list-style-type: graden !important }}
</style>
"""
"""Letters that go on as Word counts them, aa and bb, where CSS has aa and ab; whatever stylesheet names them.

Digits that an author typed below letters stay digits under an own stylesheet too.

It stands in the page: of a stylesheet beside it, WeasyPrint 70 keeps the engine's own counter styles.
"""


def _document_css(document: Document, style: HouseStyle) -> str:
    """The words in the margins, the stamp of a draft, bookmarks without notes, and where lists begin."""
    meta = document.meta
    footer = footer_words(meta)
    stamp = f'url("{STAMP}")' if meta.concept else "none"
    running = {
        "--kopregel": "string(kopregel, start)",
        "--voetregel": css_string(f"{footer} · " if footer else ""),
        "--voettekst": css_string(footer),
        "--voetnummer": f"{number_width(style):.6g}pt",
        "--voetinham": f"{number_inset(style, portrait(style)):.6g}pt",
        "--stempel": stamp,
    }
    lines = [f":root {{ {'; '.join(f'{name}: {value}' for name, value in running.items())} }}"]
    lines += [
        f"[id={css_string(block.id)}] {{ bookmark-label: {css_string(block.title)} }}"
        for block in walk(document.blocks)
        if isinstance(block, Heading)
    ]
    above = {f"[id={css_string(name)}]": words for name, words in headed_from(document).items()}
    # Not on an element that goes on: it would head each of its pages anew.
    above = {":where(body > :first-child)": meta.title, **above}
    lines += [f"{those} {{ string-set: kopregel {css_string(words)} }}" for those, words in above.items()]
    lines += [
        line
        for block in walk(document.blocks)
        if isinstance(block, Table) and (on := beside_next(block, style))
        for line in _goes_on(block, on)
    ]
    starts = {block.start for block in walk(document.blocks) if isinstance(block, List) and block.start != 1}
    lines += [f'ol[start="{start}"] {{ counter-reset: list-item {start - 1} }}' for start in sorted(starts)]
    overhang = f":root {{ --uitloop: {portrait(style).overhang:.6g}pt }} .liggend {{ --uitloop: 0pt }}"
    return "\n".join([*lines, overhang, _logo_css(document, style)])


def _goes_on(table: Table, words: str) -> Iterator[str]:
    """From its first row to its last a table is what goes on at the head of a page."""
    rows = f"[id={css_string(table.id)}] tbody tr"
    yield f"{rows}:first-child {{ string-set: vervolg {css_string(words)} }}"
    yield f'{rows}:last-child {{ string-set: vervolg "" }}'


def _logo_css(document: Document, style: HouseStyle) -> str:
    """The logo above each page but the first, at the right of the words there, where it is wanted."""
    found = running_logo(document, style)
    if found is None:
        return ":root { --logo-koptekst-breedte: 0pt }"
    key, width, height = found
    return f""":root {{ --logo-koptekst-breedte: {width:.6g}pt }}
@page {{ @top-right {{
  content: "";
  width: {width:.6g}pt;
  margin-bottom: 5.5mm;
  image-rendering: crisp-edges;
  background: url({css_string(IMAGE_SCHEME + key)}) no-repeat right bottom / {width:.6g}pt {height:.6g}pt;
}} }}
@page :first {{ @top-right {{ content: none; background: none }} }}"""


def _landscape_css(page: Page) -> str:
    """The measures of a page on its side as CSS custom properties."""
    measures = {
        "breedte": page.width,
        "hoogte": page.height,
        "boven": page.top,
        "rechts": page.right,
        "onder": page.bottom,
        "links": page.left,
    }
    return ":root { " + "; ".join(f"--liggend-{name}: {size:.6g}pt" for name, size in measures.items()) + " }"


def _figure_css(document: Document, style: HouseStyle) -> str:
    """The width of each picture: as it wants to be shown, but no higher than the page allows."""
    upright, on_its_side = portrait(style), landscape(style)
    rules = []
    for key, image in document.images.items():
        picture = f"img[src={css_string(IMAGE_SCHEME + key)}]"
        rules.append(f"{picture} {{ width: {_width(image, upright)} }}")
        rules.append(f".liggend {picture} {{ width: {_width(image, on_its_side)} }}")
    return "\n".join(rules)


def _width(image: Image, page: Page) -> str:
    return f"{min(image.width, page.figure_height / PIXEL * image.width / image.height):.6g}px"
