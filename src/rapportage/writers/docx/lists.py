"""Write lists with Word's own numbering, and define the numbers of headings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from docx.oxml.ns import qn

from rapportage.document import LABELS, List, ListItem, Paragraph
from rapportage.numerals import MOST_IN_LETTERS, MOST_IN_ROMAN, counted_at, ending, item_label
from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.identity import list_name
from rapportage.writers.docx.inlines import runs
from rapportage.writers.docx.ooxml import Element, el, paragraph, properties_of, root, run
from rapportage.writers.docx.package import Surround, WordPackage
from rapportage.writers.docx.style_xml import twips
from rapportage.writers.docx.styles import (
    BULLETS,
    HEADINGS,
    KADER_BULLETS,
    KADER_EDGE,
    NUMBERS,
    QUOTE_BULLETS,
)
from rapportage.writers.docx.theme import colour, letter_colour

NO_NUMBER = 2
"""The number id of headings without a number: a list that prints none.

Word also knows number id 0 for this, but validators miss its definition.
"""

_STYLED = 10
"""The number ids up to this one are those of styles; those of lists come after."""
IN_TEXT = Surround(bullets=BULLETS, styled_levels=3)
IN_KADER = Surround("Kader", "Kaderlijst", KADER_EDGE, KADER_BULLETS)

_BULLET = "\u2022"
_EN_SPACE = "\u2002"
_LEVELS = 9
_AFTER_NUMBER = 0.3
"""What stays free behind the widest number, in ems: where one fills its room, Word skips to the next tab."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the items of a list stand: how deep, behind how much of the lists around it."""

    level: int
    offset: float
    hang: float

    @property
    def text(self) -> float:
        return self.offset + self.hang


@dataclass(frozen=True, slots=True)
class _Look:
    """How the items of a list are set: in which style, and with what number where the style's is another."""

    style: str
    numbering: tuple[int, int] | None


def in_quote(style: HouseStyle) -> Surround:
    """What the paragraphs and lists of a quote get."""
    return Surround("Quote", "Citaatlijst", style.points("ruimte.inspringing"), QUOTE_BULLETS)


def write_list(word: WordPackage, block: List, surround: Surround = IN_TEXT) -> list[Element]:
    """A list as paragraphs: bullets those of their style, and each row of numbers one of its own."""
    return _list(word, block, surround, 0, 0.0)


def _list(word: WordPackage, block: List, surround: Surround, level: int, offset: float) -> list[Element]:
    """The items; of three or more the first stays with the second, of four or more the last with another."""
    place = _Place(level, offset, _hang(word.measured, block, level))
    look = _look(word, block, surround, place)
    items = [_item(word, item, surround, place, look) for item in block.items]
    first, last_but_one = items[:1] * (len(items) > 2), items[-2:-1] * (len(items) > 3)
    for item in first + last_but_one:
        keep_short(word, item[-1])
    return [element for item in items for element in item]


def keep_short(word: WordPackage, element: Element) -> None:
    """Let a paragraph of one or two lines stay on the page of the next one.

    A longer one could leave lines behind on its page, but programs move it as a whole.
    """
    words = "".join(one.text or "" for one in element.iter(qn("w:t")))
    letters, size = word.measured.typeface(), word.measured.points("letter.tekst")
    if letters.text_width(words, size) < 2 * word.page.text_width():
        properties_of(element).keepNext_val = True


def _look(word: WordPackage, block: List, surround: Surround, place: _Place) -> _Look:
    style = surround.list or _style("Number" if block.ordered else "Bullet", place.level)
    if block.ordered or place != _styled_place(word.style, place.level):
        return _Look(style, (place.level, _define(word, block, surround, place)))
    as_styled = place.level < surround.styled_levels
    return _Look(style, None if as_styled else (place.level, surround.bullets))


def _item(word: WordPackage, item: ListItem, surround: Surround, place: _Place, look: _Look) -> list[Element]:
    elements: list[Element] = []
    for at, block in enumerate(item.blocks):
        if isinstance(block, List):
            if at == 0:  # the number of an item without words of its own, from which others count on
                elements.append(paragraph(look.style, numbering=look.numbering))
            elements += _list(word, block, surround, place.level + 1, place.text)
        elif at == 0:
            content = word.identified(item, runs(word, block.content))
            elements.append(paragraph(look.style, *content, numbering=look.numbering))
        else:
            elements.append(_continued(word, block, surround, place))
    return elements


def _continued(word: WordPackage, block: Paragraph, surround: Surround, place: _Place) -> Element:
    """A further paragraph of an item: below its words, without a number."""
    content = word.identified(block, runs(word, block.content))
    if surround.edge is None:
        return paragraph(_style("Continue", place.level), *content)
    return paragraph(surround.text, run(el("w:tab")), *content, indent=_indent(surround, place))


def _style(kind: str, level: int) -> str:
    return f"List{kind}{min(level, 2) + 1}".removesuffix("1")


def _styled_place(style: HouseStyle, level: int) -> _Place:
    """Where the list styles put the items of a level."""
    indent = style.points("ruimte.inspringing")
    return _Place(level, level * indent, indent)


# --- definitions -----------------------------------------------------------------------------


def numbering_xml(word: WordPackage, *, numbered: bool) -> Element:
    """The numbering part: the headings' numbers, those of the list styles, and every list's own."""
    headings = [_heading_definition(word), _no_number_definition(word)] if numbered else []
    abstract = [*headings, *_style_definitions(word), *word.lists]
    root_ = root("w:numbering", *abstract)
    for one in abstract:
        number = one.get(qn("w:abstractNumId"))
        root_.append(el("w:num", el("w:abstractNumId", val=number), numId=number))
    return root_


def _style_definitions(word: WordPackage) -> list[Element]:
    """What the list styles number by themselves, so that a paragraph set in one is an item."""
    bullets, numbers = List(()), List((), ordered=True)
    around = (
        (BULLETS, bullets, IN_TEXT),
        (NUMBERS, numbers, IN_TEXT),
        (KADER_BULLETS, bullets, IN_KADER),
        (QUOTE_BULLETS, bullets, in_quote(word.style)),
    )
    return [
        _definition(
            word,
            number,
            "multilevel",
            *(
                _level(word, _styled_place(word.style, level), surround, block, styled=True)
                for level in range(_LEVELS)
            ),
        )
        for number, block, surround in around
    ]


def _heading_definition(word: WordPackage) -> Element:
    formats = (("decimal", f"{LABELS['deel']} %1"), ("upperLetter", "%1%2"), ("decimal", "%1%2.%3"))
    levels = (
        el(
            "w:lvl",
            el("w:start", val=1),
            el("w:numFmt", val=number_format),
            el("w:pStyle", val=f"Heading{level + 1}"),
            el("w:suff", val="space"),
            el("w:lvlText", val=shown),
            el("w:lvlJc", val="left"),
            ilvl=level,
        )
        for level, (number_format, shown) in enumerate(formats)
    )
    return _definition(word, HEADINGS, "multilevel", *levels)


def _no_number_definition(word: WordPackage) -> Element:
    levels = (
        el(
            "w:lvl",
            el("w:numFmt", val="none"),
            el("w:suff", val="nothing"),
            el("w:lvlText", val=""),
            el("w:lvlJc", val="left"),
            ilvl=level,
        )
        for level in range(len(_FORMATS))
    )
    return _definition(word, NO_NUMBER, "multilevel", *levels)


def _definition(word: WordPackage, number: int, kind: str, *levels: Element) -> Element:
    """A definition by a name of its own: Word takes lists of one `nsid` for one list where text is pasted."""
    meta = word.document.meta
    return el(
        "w:abstractNum",
        el("w:nsid", val=list_name(meta.title, meta.subject, meta.date.isoformat(), str(number))),
        el("w:multiLevelType", val=kind),
        *levels,
        abstractNumId=number,
    )


def _define(word: WordPackage, block: List, surround: Surround, place: _Place) -> int:
    """Give a list its own definition, so that no other list counts on from it; its number id."""
    number = _STYLED + word.count("list")
    hang = word.style.points("ruimte.inspringing")
    places = [
        place if level == place.level else _Place(level, place.text + (level - place.level - 1) * hang, hang)
        for level in range(place.level, _LEVELS)
    ]
    above = [_styled_place(word.style, level) for level in range(place.level)]
    levels = (
        _level(word, one, surround, block if one is place else replace(block, start=1, counted=""))
        for one in above + places
    )
    # A list comes before the lists within it.
    word.lists.append(_definition(word, number, "hybridMultilevel", *levels))
    return number


def _level(
    word: WordPackage, place: _Place, surround: Surround, block: List, *, styled: bool = False
) -> Element:
    """One level of a list's definition; `styled` where it is that of the style itself."""
    ordered = block.ordered
    style = surround.list or _style("Number" if ordered else "Bullet", place.level)
    look = None if ordered else el("w:rPr", letter_colour(colour(word.style, "accent")))
    number = f"%{place.level + 1}{ending(block.counted)}"
    shown = _before(word.style, surround, place) + (number if ordered else _BULLET)
    # LibreOffice takes the first character of a bullet only, which here may be a space.
    bullet = "bullet" if shown == _BULLET else "none"
    left, hanging = _indent(surround, place)
    return el(
        "w:lvl",
        el("w:start", val=block.start),
        el("w:numFmt", val=_format(place.level, block) if ordered else bullet),
        el("w:pStyle", val=style) if styled and place.level < surround.styled_levels else None,
        el("w:lvlText", val=shown),
        el("w:lvlJc", val="left"),
        el("w:pPr", el("w:ind", left=left, hanging=hanging)),
        look,
        ilvl=place.level,
    )


def _indent(surround: Surround, place: _Place) -> tuple[int, int]:
    """Left indent and hang in twentieths of a point; within an edge, the hang reaches back to it."""
    if surround.edge is None:
        return twips(place.text), twips(place.hang)
    return twips(surround.edge + place.text), twips(place.text)


def _before(style: HouseStyle, surround: Surround, place: _Place) -> str:
    """The spaces that push a deeper number in from the edge where its paragraph must begin."""
    if surround.edge is None:
        return ""
    return _EN_SPACE * round(place.offset / (style.points("letter.tekst") / 2))


# --- the look of numbers ---------------------------------------------------------------------


def _hang(style: HouseStyle, block: List, level: int) -> float:
    """The room for the widest number of a list, and at least the house style's indent."""
    indent, size = style.points("ruimte.inspringing"), style.points("letter.tekst")
    if not block.ordered:
        return indent
    numbers = range(block.start, block.start + len(block.items))
    letters = style.typeface()
    widest = max(letters.text_width(item_label(level, number, block.counted), size) for number in numbers)
    return max(indent, widest + _AFTER_NUMBER * size)


def _format(level: int, block: List) -> str:
    """What Word calls the numbers of a list, in digits where others do not count from its `start`."""
    name, most = _FORMATS[counted_at(level, block.counted)]
    return name if block.start <= most else "decimal"


_FORMATS = (("decimal", inf), ("lowerLetter", MOST_IN_LETTERS), ("lowerRoman", MOST_IN_ROMAN))
