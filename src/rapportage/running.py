"""What stands above and below the pages of a paper, the same in every format."""

from __future__ import annotations

from itertools import pairwise

from rapportage.document import Document, Heading, Meta, PageBreak, Table, walk
from rapportage.style.lengths import MILLIMETRE
from rapportage.style.page import Page, landscape, portrait
from rapportage.style.tokens import HouseStyle

CHAPTER = 3
"""The level of the headings that number chapters."""
BESIDE = 3 * MILLIMETRE
"""What stays free on both sides of words in the margin beside the text, in points."""
_ON = "(vervolg)"
_NUMBER_EMS = 7
"""How wide the place of a page's number is, in letters: '888 van 888' fits."""


def footer_words(meta: Meta) -> str:
    """What stands below each page before its number: the paper, and whose it is."""
    return " · ".join(filter(None, (meta.running_title or meta.title, meta.author)))


def number_width(style: HouseStyle) -> float:
    """How wide the place of a page's number is, in points; it ends as far out as figures reach."""
    return _NUMBER_EMS * style.points("letter.voet")


def number_inset(style: HouseStyle, page: Page) -> float:
    """How much of the text's width that place leaves to no footer, in points."""
    return max(0.0, number_width(style) - page.overhang)


def named_above(document: Document) -> dict[str, str]:
    """The headings that are named above their pages, by id: chapters, and first headings without these.

    So are parts with words of their own before their first chapter. Empty for a paper without numbered
    chapters, which its title heads throughout.
    """
    blocks = [block for block in walk(document.blocks) if not isinstance(block, PageBreak)]
    if not any(isinstance(one, Heading) and _is_chapter(one) for one in blocks):
        return {}
    return {
        one.id: one.title
        for one, below in pairwise([*blocks, PageBreak()])
        if isinstance(one, Heading)
        and (_is_chapter(one) or _stands_alone(one) or (_is_part(one) and not isinstance(below, Heading)))
    }


def headed_from(document: Document) -> dict[str, str]:
    """What heads the pages from each of these headings on, by id: its words, or those of the chapter below.

    A page is headed by what its top belongs to: by a heading on it only where that stands at the top, else by
    the last before it, and before all of them by the paper's title. Word knows no such field: it names the
    first chapter on the page.
    """
    named, found, words = named_above(document), dict[str, str](), ""
    for one in reversed([block for block in walk(document.blocks) if isinstance(block, Heading)]):
        words = named.get(one.id, words)
        if one.id in named or (named and _is_part(one) and words):
            found[one.id] = words
    return dict(reversed(found.items()))


def beside_next(table: Table, style: HouseStyle) -> str:
    """What stands in the margin beside a table that goes on on a next page.

    '' where it has no label, no name or no head to come back, or the margin has no room for the words.
    """
    room = min(page.left for page in (portrait(style), landscape(style))) - 2 * BESIDE
    size = style.points("letter.voet")
    fits = max(style.typeface().text_width(part, size) for part in (table.label, _ON)) <= room
    return f"{table.label} {_ON}" if table.id and table.label and table.head and table.body and fits else ""


def heads_by(heading: Heading) -> int:
    """From this first heading on, the level of the headings that are named above the pages."""
    return 1 if _stands_alone(heading) else CHAPTER


def _is_chapter(heading: Heading) -> bool:
    return heading.level == CHAPTER and heading.numbered


def _is_part(heading: Heading) -> bool:
    return heading.level < CHAPTER and heading.numbered


def _stands_alone(heading: Heading) -> bool:
    return heading.level == 1 and not heading.numbered
