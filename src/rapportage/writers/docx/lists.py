"""Write lists with Word's own numbering, and define the numbers of headings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from rapportage.document import LABELS, List, ListItem, Paragraph
from rapportage.numerals import MOST_IN_LETTERS, MOST_IN_ROMAN, counted_at, item_label
from rapportage.style.fonts import text_width
from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.inlines import runs
from rapportage.writers.docx.ooxml import Element, el, paragraph, properties_of, root, run
from rapportage.writers.docx.package import Surround, WordPackage
from rapportage.writers.docx.style_xml import hexadecimal, twips

HEADING_NUMBERING = 1
"""The number id that the heading styles carry."""
LAST = "slot"
"""What the style of a list's last paragraph is called more: it keeps what follows at a distance."""
NO_NUMBER = 2
"""The number id of headings without a number: a list that prints none.

Word also knows number id 0 for this, but validators miss its definition.
"""

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


def write_list(word: WordPackage, block: List, surround: Surround) -> list[Element]:
    """A list as paragraphs, the last of which keeps the distance of a paragraph of text."""
    elements = _list(word, block, surround, 0, 0.0)
    last = properties_of(elements[-1])
    last.style = f"{last.style}{LAST}"
    return elements


def _list(word: WordPackage, block: List, surround: Surround, level: int, offset: float) -> list[Element]:
    place = _Place(level, offset, _hang(word.style, block, level))
    number = _define(word, block, surround, place)
    return [
        element
        for item in block.items
        for element in _item(word, item, block.ordered, surround, place, number)
    ]


def _item(
    word: WordPackage, item: ListItem, ordered: bool, surround: Surround, place: _Place, number: int
) -> list[Element]:
    elements: list[Element] = []
    numbering: tuple[int, int] | None = (place.level, number)
    for block in item.blocks:
        if isinstance(block, List):
            if numbering:  # the number of an item without words of its own, from which others count on
                style = surround.list or _style("Number" if ordered else "Bullet", place.level)
                elements.append(paragraph(style, numbering=numbering))
            elements += _list(word, block, surround, place.level + 1, place.text)
        elif numbering:
            style = surround.list or _style("Number" if ordered else "Bullet", place.level)
            content = word.identified(item, runs(word, block.content))
            elements.append(paragraph(style, *content, numbering=numbering))
        else:
            elements.append(_continued(word, block, surround, place))
        numbering = None
    return elements


def _continued(word: WordPackage, block: Paragraph, surround: Surround, place: _Place) -> Element:
    """A further paragraph of an item: below its words, without a number."""
    content = word.identified(block, runs(word, block.content))
    if surround.edge is None:
        return paragraph(_style("Continue", place.level), *content)
    return paragraph(surround.list, run(el("w:tab")), *content, indent=_indent(surround, place))


def _style(kind: str, level: int) -> str:
    return f"List{kind}{min(level, 2) + 1}".removesuffix("1")


# --- definitions -----------------------------------------------------------------------------


def numbering_xml(word: WordPackage, *, numbered: bool) -> Element:
    """The numbering part: the headings' numbers, and every list's own."""
    headings = [_heading_definition(), _no_number_definition()] if numbered else []
    abstract = [*headings, *word.lists]
    numbers = [HEADING_NUMBERING, NO_NUMBER] if numbered else []
    numbers += range(NO_NUMBER + 1, NO_NUMBER + 1 + len(word.lists))
    uses = (el("w:num", el("w:abstractNumId", val=number), numId=number) for number in numbers)
    return root("w:numbering", *abstract, *uses)


def _heading_definition() -> Element:
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
    return _definition(HEADING_NUMBERING, "multilevel", *levels)


def _no_number_definition() -> Element:
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
    return _definition(NO_NUMBER, "multilevel", *levels)


def _definition(number: int, kind: str, *levels: Element) -> Element:
    return el(
        "w:abstractNum",
        el("w:nsid", val=f"{number:08X}"),
        el("w:multiLevelType", val=kind),
        *levels,
        abstractNumId=number,
    )


def _define(word: WordPackage, block: List, surround: Surround, place: _Place) -> int:
    """Give a list its own definition, so that no other list counts on from it; its number id."""
    number = NO_NUMBER + word.count("list")
    hang = word.style.points("ruimte.inspringing")
    places = [
        place if level == place.level else _Place(level, place.text + (level - place.level - 1) * hang, hang)
        for level in range(place.level, _LEVELS)
    ]
    above = [_Place(level, level * hang, hang) for level in range(place.level)]
    levels = (
        _level(word, one, surround, block if one is place else replace(block, start=1, counted=""))
        for one in above + places
    )
    # A list comes before the lists within it.
    word.lists.append(_definition(number, "hybridMultilevel", *levels))
    return number


def _level(word: WordPackage, place: _Place, surround: Surround, block: List) -> Element:
    ordered = block.ordered
    colour = None if ordered else el("w:rPr", el("w:color", val=hexadecimal(word.style.colour("accent"))))
    shown = _before(word.style, surround, place) + (f"%{place.level + 1}." if ordered else _BULLET)
    # LibreOffice takes the first character of a bullet only, which here may be a space.
    bullet = "bullet" if shown == _BULLET else "none"
    left, hanging = _indent(surround, place)
    return el(
        "w:lvl",
        el("w:start", val=block.start),
        el("w:numFmt", val=_format(place.level, block) if ordered else bullet),
        el("w:lvlText", val=shown),
        el("w:lvlJc", val="left"),
        el("w:pPr", el("w:ind", left=left, hanging=hanging)),
        colour,
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
    widest = max(text_width(item_label(level, number, block.counted), size) for number in numbers)
    return max(indent, widest + _AFTER_NUMBER * size)


def _format(level: int, block: List) -> str:
    """What Word calls the numbers of a list, in digits where others do not count from its `start`."""
    name, most = _FORMATS[counted_at(level, block.counted)]
    return name if block.start <= most else "decimal"


_FORMATS = (("decimal", inf), ("lowerLetter", MOST_IN_LETTERS), ("lowerRoman", MOST_IN_ROMAN))
