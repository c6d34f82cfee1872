"""Find words above and below the pages for which their margin has no room."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Report
from rapportage.document import Document, Landscape
from rapportage.dutch import count_text
from rapportage.errors import Finding, shortened
from rapportage.style.page import Page, landscape, portrait
from rapportage.style.tokens import HouseStyle

_PAGES = "888 van 888"
"""The widest that the number of a page gets."""


def off_the_paper(report: Report) -> Iterator[Finding]:
    """The title, which stands above the pages, and the footer, where a paper has no room for them."""
    if report.style is None:
        return
    for key, what in (("titel", "de titel"), ("voetregel", "de voetregel")):
        found = (_misfit(one, report.style, foot=key == "voetregel") for one in report.documents.values())
        if message := next(filter(None, found), ""):
            place = report.content.rapportage.gegevens.place(key)
            yield Finding(message.format(what=what), place, f"maak {what} korter")


def _misfit(document: Document, style: HouseStyle, *, foot: bool) -> str:
    """What is wrong with the words in a margin of this paper's pages; '' for nothing."""
    meta = document.meta
    words = " · ".join(filter(None, (meta.running_title or meta.title, meta.author, _PAGES)))
    lies = any(isinstance(block, Landscape) for block in document.blocks)
    for page in (portrait(style), landscape(style)) if lies else (portrait(style),):
        room, side = page.running_lines(style.points("letter.voet"), foot=foot), "onder" if foot else "boven"
        if message := _too_much(words if foot else meta.title, page, style, room):
            return f"{{what}} past niet {side} de bladzijden: {message}"
    return ""


def _too_much(words: str, page: Page, style: HouseStyle, room: int) -> str:
    size, width, letters = style.points("letter.voet"), page.text_width(), style.typeface()
    lines, line = 1, ""
    for word in words.split(" "):
        if letters.text_width(word, size) > width:
            return f"'{shortened(word)}' is breder dan een regel"
        longer = f"{line} {word}".strip()
        if letters.text_width(longer, size) > width:
            lines, longer = lines + 1, word
        line = longer
    return (
        f"dat zijn {lines} regels, en er is plaats voor {count_text(room, 'regel', 'regels')}"
        if lines > room
        else ""
    )
