"""The styles of a Word document, made from the tokens of the house style.

Built-in styles have Word's own ids and English names, so that Word shows them in the reader's
language; the styles of our own have Dutch names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.ooxml import Element, el, root
from rapportage.writers.docx.style_base import (
    default_character_style,
    no_list,
    table_styles,
)
from rapportage.writers.docx.style_xml import NATURAL_LINE, Border, Style, Tab
from rapportage.writers.docx.template.table_look import PLAIN, TableLook
from rapportage.writers.docx.theme import colour

KADER_EDGE = 15.0
"""How far a kader's text stands from its left edge: a bar of 3 points and 12 of air."""

_LIST_LINE = 1.45
"""The lines of a list of contents, so that an eye finds its way back along the dots."""
_BETWEEN_ITEMS = 2.0

HEADINGS, BULLETS, NUMBERS, KADER_BULLETS, QUOTE_BULLETS = 1, 3, 4, 5, 6
"""The number ids that styles carry, of headings and of lists."""

_ALIGNMENTS = (("", "left"), (" midden", "center"), (" rechts", "right"))


def listed_styles(
    style: HouseStyle, *, numbered: bool, text_width: float, stamped: bool = False
) -> tuple[Style, ...]:
    """The styles of paragraphs and characters; `numbered` links the headings to the heading numbers.

    A draft is `stamped`: Word draws the stamp behind all grounds, so that a box has none.
    """
    return (
        *_text_styles(style),
        *_heading_styles(style, numbered),
        *_list_styles(style),
        *_box_styles(style, stamped),
        *_block_styles(style),
        *_table_paragraph_styles(style),
        *_contents_styles(style, text_width),
        _list_of_captions(style, text_width),
        *_page_styles(style),
        *_character_styles(style),
    )


def styles_part(
    style: HouseStyle, defaults: Element, styles: Iterable[Element], tables: TableLook = PLAIN
) -> Element:
    """The part with these styles of paragraphs and characters, and what Word wants besides."""
    return root(
        "w:styles",
        defaults,
        el(
            "w:latentStyles",
            defLockedState=0,
            defUIPriority=99,
            defSemiHidden=1,
            defUnhideWhenUsed=1,
            defQFormat=0,
            count=376,
        ),
        default_character_style(),
        *styles,
        *table_styles(style, tables),
        no_list(),
    )


# --- running text ----------------------------------------------------------------------------


def _text_styles(style: HouseStyle) -> Iterator[Style]:
    gap, tight = style.points("ruimte.alinea"), style.points("regelafstand.kop")
    accent = colour(style, "accent")
    yield Style("Normal", "Normal", based_on=None, colour=colour(style, "tekst"))
    yield Style(
        "Title",
        "Title",
        next="Normal",
        heading_font=style.fonts("kop")[0],
        size=style.points("letter.titel"),
        colour=accent,
        bold=True,
        keep_next=True,
        hyphens=False,
        after=1.5 * gap,
        line=tight,
        borders={"top": Border(3, accent, 14)},
    )
    yield Style(
        "Omslagtitel",
        "Omslagtitel",
        based_on="Title",
        next="Subtitle",
        size=style.points("letter.omslagtitel"),
        before=style.points("ruimte.omslagtitel"),
    )
    yield Style(
        "Subtitle",
        "Subtitle",
        next="Normal",
        heading_font=style.fonts("kop")[0],
        size=style.points("letter.ondertitel"),
        colour=colour(style, "grijs"),
        keep_next=True,
        hyphens=False,
        after=3 * gap,
        line=tight,
    )
    yield Style("Logo", "Logo", helper=True, next="Normal", after=3 * gap, keep_next=True)
    yield Style("Omslag", "Omslag", size=style.points("letter.omslag"), hyphens=False, after=2)
    yield Style(
        "Intro",
        "Intro",
        next="Normal",
        size=style.points("letter.intro"),
        colour=accent,
        after=2 * gap,
        keep_next=True,
    )
    yield Style("Slot", "Slot", before=3 * gap, keep_lines=True)
    yield Style("Nalijst", "Na lijst", helper=True, next="Normal", before=gap)
    yield Style("Nablok", "Na blok", helper=True, next="Normal", before=style.points("ruimte.figuur"))


def _heading_styles(style: HouseStyle, numbered: bool) -> Iterator[Style]:
    below = style.points("ruimte.na-kop")
    for level in (1, 2, 3, 4, 5):
        size = min(level, 4)  # the fifth looks like the fourth, but for its slant
        yield Style(
            f"Heading{level}",
            f"heading {level}",
            next="Normal",
            heading_font=style.fonts("kop")[0],
            size=style.points(f"letter.kop-{size}"),
            colour=colour(style, "accent" if level < 4 else "tekst"),
            bold=True,
            italic=True if level == 5 else None,
            keep_next=True,
            keep_lines=True,
            hyphens=False,
            before=style.points(f"ruimte.voor-kop-{size}"),
            after=below if level < 4 else 2,
            line=style.points("regelafstand.kop"),
            outline=level - 1,
            numbering=(level - 1, 1) if numbered and level < 4 else None,
        )


def _list_styles(style: HouseStyle) -> Iterator[Style]:
    indent = style.points("ruimte.inspringing")
    numbers = {"Bullet": BULLETS, "Number": NUMBERS}
    for level in (1, 2, 3):
        ending = f" {level}" if level > 1 else ""
        for kind in ("Bullet", "Number", "Continue"):
            counted = kind in numbers
            yield Style(
                f"List{kind}{ending.strip()}",
                f"List {kind}{ending}",
                before=0 if counted else 3,
                after=_BETWEEN_ITEMS,
                left=level * indent,
                hanging=indent if counted else None,
                numbering=(level - 1, numbers[kind]) if counted else None,
            )


# --- blocks ----------------------------------------------------------------------------------


def _box_styles(style: HouseStyle, stamped: bool) -> Iterator[Style]:
    accent, soft, line = colour(style, "accent"), colour(style, "accent-zacht"), colour(style, "lijn")
    indent, around = style.points("ruimte.inspringing"), style.points("ruimte.figuur")
    gap = style.points("ruimte.alinea")
    yield Style(
        "Quote",
        "Quote",
        before=1.5 * gap,
        after=1.5 * gap,
        left=indent,
        borders={"left": Border(1.5, line, indent - 1.5)},
    )
    yield Style(
        "Citaatlijst",
        "Citaatlijst",
        based_on="Quote",
        after=_BETWEEN_ITEMS,
        left=2 * indent,
        hanging=indent,
        numbering=(0, QUOTE_BULLETS),
    )
    # Word shades as far as the rules: those in the colour of the ground are the padding, and
    # show no seam where Word begins a new box.
    yield Style(
        "Kader",
        "Kader",
        before=gap,
        after=gap,
        keep_lines=True,
        left=KADER_EDGE,
        right=12,
        ground=None if stamped else soft,
        borders={
            "top": Border(0.5, soft, 8),
            "left": Border(3, accent, 12),
            "bottom": Border(0.5, soft, 5 + gap),
            "right": Border(0.5, soft, 12),
        },
    )
    yield Style(
        "Kadertitel",
        "Kadertitel",
        based_on="Kader",
        next="Kader",
        colour=accent,
        bold=True,
        keep_next=True,
        hyphens=False,
        before=around,
    )
    yield Style(
        "Kaderlijst",
        "Kaderlijst",
        based_on="Kader",
        after=_BETWEEN_ITEMS,
        left=KADER_EDGE + indent,
        hanging=indent,
        numbering=(0, KADER_BULLETS),
    )


def _block_styles(style: HouseStyle) -> Iterator[Style]:
    gap, around = style.points("ruimte.alinea"), style.points("ruimte.figuur")
    grey, line = colour(style, "grijs"), colour(style, "lijn")
    term, rule = style.points("ruimte.metagegevens"), Border(0.5, line, 3)
    yield Style(
        "Metagegevens",
        "Metagegevens",
        keep_lines=True,
        hyphens=False,
        before=2 * gap,
        after=3 * gap,
        contextual=True,
        line=1.3,
        left=term,
        hanging=term,
        tabs=(Tab("left", term),),
        borders={"top": rule, "between": rule, "bottom": rule},
    )
    yield Style("Figuur", "Figuur", keep_next=True, hyphens=False, before=around, after=0, line=NATURAL_LINE)
    yield Style(
        "Caption",
        "caption",
        next="Normal",
        size=style.points("letter.klein"),
        keep_lines=True,
        hyphens=False,
        before=5,
        after=5,
        line=1.3,
    )
    yield Style(
        "Bron",
        "Bron",
        next="Normal",
        size=style.points("letter.voet"),
        colour=grey,
        keep_lines=True,
        hyphens=False,
        before=3,
        after=around,
        line=1.3,
    )
    yield Style(
        "Afsluiting",
        "Afsluiting",
        keep_next=True,
        hyphens=False,
        before=4 * gap,
        after=style.points("ruimte.handtekening"),
    )
    yield Style(
        "Handtekening",
        "Handtekening",
        next="Functie",
        bold=True,
        keep_next=True,
        hyphens=False,
        after=0,
        borders={"top": Border(0.5, line, 3)},
    )
    yield Style("Functie", "Functie", colour=grey, hyphens=False, after=0)


def _table_paragraph_styles(style: HouseStyle) -> Iterator[Style]:
    size = style.points("letter.tabel")
    for ending, align in _ALIGNMENTS:
        key = ending.strip()
        text = f"Tabeltekst{key}"
        yield Style(text, f"Tabeltekst{ending}", size=size, hyphens=False, after=0, line=1.3, align=align)
        yield Style(
            f"Tabelkop{key}",
            f"Tabelkop{ending}",
            based_on=text,
            colour=colour(style, "accent"),
            bold=True,
            keep_next=True,
        )
        yield Style(f"Rijkop{key}", f"Rijkop{ending}", based_on=text, bold=True)
    around = style.points("ruimte.figuur")
    yield Style("Tabelslot", "Tabelslot", helper=True, size=1, after=0, exact_line=around)
    # A heading before a pair of figures, a section of its own, stays with it.
    yield Style(
        "Sectieslot", "Sectieslot", helper=True, size=1, keep_next=True, before=0, after=0, exact_line=1
    )


def _contents_styles(style: HouseStyle, text_width: float) -> Iterator[Style]:
    indent = style.points("ruimte.inspringing")
    yield Style(
        "TOCHeading",
        "TOC Heading",
        next="Normal",
        heading_font=style.fonts("kop")[0],
        size=style.points("letter.kop-1"),
        colour=colour(style, "accent"),
        bold=True,
        keep_next=True,
        hyphens=False,
        before=2 * style.points("ruimte.alinea"),
        after=2 * style.points("ruimte.na-kop"),
        line=style.points("regelafstand.kop"),
    )
    for level in (1, 2, 3, 4, 5):
        top = level == 1
        yield Style(
            f"TOC{level}",
            f"toc {level}",
            next="Normal",
            bold=True if top else None,
            colour=colour(style, "accent") if top else None,
            keep_next=True if top else None,
            hyphens=False,
            size=style.points("letter.klein"),
            before=8 if top else 0,
            after=0,
            line=_LIST_LINE,
            left=max(0, level - 2) * indent,
            tabs=(Tab("right", text_width, dots=True),),
        )


def _list_of_captions(style: HouseStyle, text_width: float) -> Style:
    return Style(
        "TableofFigures",
        "table of figures",
        next="Normal",
        hyphens=False,
        size=style.points("letter.klein"),
        after=0,
        line=_LIST_LINE,
        tabs=(Tab("right", text_width, dots=True),),
    )


def _page_styles(style: HouseStyle) -> Iterator[Style]:
    size, grey, tight = style.points("letter.voet"), colour(style, "grijs"), style.points("regelafstand.kop")
    yield Style("Header", "header", size=size, colour=grey, hyphens=False, after=0, line=tight)
    yield Style(
        "Footer",
        "footer",
        size=size,
        colour=grey,
        hyphens=False,
        after=0,
        line=tight,
    )
    yield Style("FootnoteText", "footnote text", size=size, after=2, line=1.3)


# --- characters ------------------------------------------------------------------------------


def _character_styles(style: HouseStyle) -> Iterator[Style]:
    accent, links, base = colour(style, "accent"), colour(style, "verwijzing"), "DefaultParagraphFont"
    yield Style("Strong", "Strong", True, base, bold=True)
    yield Style("Emphasis", "Emphasis", True, base, italic=True)
    yield Style("Sterkenadruk", "Sterke nadruk", True, base, bold=True, italic=True)
    yield Style("Hyperlink", "Hyperlink", True, base, colour=links, underline=True)
    yield Style("Metaterm", "Metaterm", True, base, colour=colour(style, "grijs"))
    yield Style("Verwijzing", "Verwijzing", True, base, colour=links, underline=True)
    yield Style("FootnoteReference", "footnote reference", True, base, raised=True)
    yield Style("Bijschriftnummer", "Bijschriftnummer", True, base, colour=accent, bold=True)
