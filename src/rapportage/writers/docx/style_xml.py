"""One style of a Word document, and its XML in the order of the schema.

Lengths are points here and become twentieths of a point in the XML, or eighths for rules.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from rapportage.writers.docx.ooxml import Element, el, on
from rapportage.writers.docx.theme import Colour, ground, letter_colour, letters

NATURAL_LINE = 1.257
"""The height of a line of Source Sans Pro at single spacing, in ems: Word multiplies that."""


@dataclass(frozen=True, slots=True)
class Border:
    """A rule beside a paragraph: width, and distance to the text, in points."""

    width: float
    colour: Colour
    space: float = 0


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, with dots before it or not."""

    align: str
    position: float
    dots: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, or a character style; None leaves a property to the style below it.

    A `helper` is for the writer alone, and no clerk need see it. `line` is a multiple of the letter's size,
    as in CSS; `exact_line` a height. Between two paragraphs Word leaves the larger of what the one has
    below it and the other above it, as CSS does.
    """

    id: str
    name: str
    character: bool = False
    based_on: str | None = "Normal"
    next: str | None = None
    helper: bool = False
    heading_font: str = ""
    size: float | None = None
    colour: Colour | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    raised: bool = False
    keep_next: bool | None = None
    keep_lines: bool | None = None
    hyphens: bool = True
    before: float = 0
    after: float | None = None
    line: float | None = None
    exact_line: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    contextual: bool = False
    align: str | None = None
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    ground: Colour | None = None
    borders: Mapping[str, Border] = field(default_factory=dict)
    tabs: tuple[Tab, ...] = ()


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


def style_xml(style: Style, used: Collection[str]) -> Element:
    """The `w:style` element of a style; `used` are the ids of those that the document uses.

    A clerk sees a short gallery, and in the pane besides it what the document uses.
    """
    in_gallery = style.id in _GALLERY
    hidden = style.helper or not (in_gallery or style.id in used)
    return el(
        "w:style",
        el("w:name", val=style.name),
        el("w:basedOn", val=style.based_on) if style.based_on else None,
        el("w:next", val=style.next) if style.next else None,
        el("w:uiPriority", val=_GALLERY.index(style.id) + 1 if in_gallery else _BEHIND),
        on("w:semiHidden", hidden),
        on("w:unhideWhenUsed", hidden and not style.helper),
        on("w:qFormat", in_gallery),
        None if style.character else _paragraph_properties(style),
        run_properties(style),
        type_="character" if style.character else "paragraph",
        default=1 if style.id == "Normal" else None,
        customStyle=1 if style.name[0].isupper() and style.name not in _BUILT_IN else None,
        styleId=style.id,
    )


_GALLERY = (
    *("Normal", "Heading1", "Heading2", "Heading3", "Heading4", "ListBullet", "ListNumber"),
    *("Quote", "Kadertitel", "Kader", "Caption", "Bron"),
)
"""The styles that Word offers first, in this order."""
_BEHIND = 40
"""Where the others come."""
_BUILT_IN = {
    "Normal",
    "Title",
    "Subtitle",
    "Quote",
    "Strong",
    "Emphasis",
    "Hyperlink",
    "TOC Heading",
    *(f"List {kind}{level}" for kind in ("Bullet", "Number", "Continue") for level in ("", " 2", " 3")),
}


def run_properties(style: Style) -> Element | None:
    """The `w:rPr` of a style, or None when it changes no characters."""
    children = (
        letters(style.heading_font, heading=True) if style.heading_font else None,
        _switch("w:b", style.bold),
        _switch("w:i", style.italic),
        letter_colour(style.colour) if style.colour else None,
        el("w:sz", val=round(style.size * 2)) if style.size else None,
        el("w:szCs", val=round(style.size * 2)) if style.size else None,
        None if style.underline is None else el("w:u", val="single" if style.underline else "none"),
        el("w:vertAlign", val="superscript") if style.raised else None,
    )
    return _unless_empty("w:rPr", children)


def _paragraph_properties(style: Style) -> Element | None:
    children = (
        _switch("w:keepNext", style.keep_next),
        _switch("w:keepLines", style.keep_lines),
        _numbering(style.numbering),
        _borders(style.borders),
        ground(style.ground) if style.ground else None,
        _tabs(style.tabs),
        on("w:suppressAutoHyphens", not style.hyphens),
        _spacing(style),
        _indent(style),
        on("w:contextualSpacing", style.contextual),
        el("w:jc", val=style.align) if style.align else None,
        None if style.outline is None else el("w:outlineLvl", val=style.outline),
    )
    return _unless_empty("w:pPr", children)


def line_spacing(multiple: float) -> int:
    """A line height in ems as Word counts it: 240 for the natural height of a line."""
    return round(240 * multiple / NATURAL_LINE)


def border(side: str, line: Border) -> Element:
    """A rule on one side of a paragraph, cell or table."""
    return el(
        f"w:{side}",
        val="single",
        sz=round(line.width * 8),
        space=round(line.space),
        color=line.colour.value,
        themeColor=line.colour.theme or None,
    )


def _switch(tag: str, value: bool | None) -> Element | None:
    return None if value is None else el(tag, val=None if value else 0)


def _unless_empty(tag: str, children: tuple[Element | None, ...]) -> Element | None:
    return el(tag, *children) if any(child is not None for child in children) else None


def _numbering(numbering: tuple[int, int] | None) -> Element | None:
    if numbering is None:
        return None
    level, number = numbering
    return el("w:numPr", el("w:ilvl", val=level) if level else None, el("w:numId", val=number))


def _borders(borders: Mapping[str, Border]) -> Element | None:
    sides = ("top", "left", "bottom", "right", "between")
    return _unless_empty("w:pBdr", tuple(border(s, borders[s]) if s in borders else None for s in sides))


def _tabs(tabs: tuple[Tab, ...]) -> Element | None:
    stops = (
        el("w:tab", val=tab.align, leader="dot" if tab.dots else None, pos=twips(tab.position))
        for tab in tabs
    )
    return _unless_empty("w:tabs", tuple(stops))


def _spacing(style: Style) -> Element:
    exact = style.exact_line is not None
    line = twips(style.exact_line or 0) if exact else line_spacing(style.line) if style.line else None
    return el(
        "w:spacing",
        before=twips(style.before),
        after=None if style.after is None else twips(style.after),
        line=line,
        lineRule=None if line is None else "exact" if exact else "auto",
    )


def _indent(style: Style) -> Element | None:
    lengths = {"left": style.left, "right": style.right, "hanging": style.hanging}
    known = {name: twips(length) for name, length in lengths.items() if length is not None}
    return el("w:ind", **known) if known else None
