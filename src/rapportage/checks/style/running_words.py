"""Find words above and below the pages for which their margin has no room."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Report
from rapportage.document import Document, Heading, Landscape, walk
from rapportage.dutch import count_text
from rapportage.errors import Finding, Place, shortened
from rapportage.running import footer_words, named_above, number_inset
from rapportage.style.page import landscape, portrait
from rapportage.style.tokens import HouseStyle


def off_the_paper(report: Report) -> Iterator[Finding]:
    """Titles and headings that stand above the pages, and the footer, where a paper has no room for them."""
    if report.style is None:
        return
    told = set[Place]()
    for document in report.documents.values():
        for what, words, place, foot in _running(document, report):
            message = _misfit(document, report.style, words, foot=foot)
            if message and place not in told:
                told.add(place)
                side = "onder" if foot else "boven"
                yield Finding(
                    f"{what} past niet {side} de bladzijden: {message}", place, f"maak {what} korter"
                )


def _running(document: Document, report: Report) -> Iterator[tuple[str, str, Place, bool]]:
    """What stands above or below a paper's pages: what it is, its words, its place, and whether below."""
    own = report.content.rapportage.gegevens
    yield "de titel", document.meta.title, own.place("titel"), False
    named = named_above(document)
    for one in walk(document.blocks):
        if isinstance(one, Heading) and one.id in named:
            yield "de kop", named[one.id], one.place, False
    yield "de voetregel", footer_words(document.meta), own.place("voetregel"), True


def _misfit(document: Document, style: HouseStyle, words: str, *, foot: bool) -> str:
    """What is wrong with words in a margin of this paper's pages; '' for nothing."""
    lies = any(isinstance(block, Landscape) for block in document.blocks)
    size = style.points("letter.voet")
    for page in (portrait(style), landscape(style)) if lies else (portrait(style),):
        room = page.text_width() - (number_inset(style, page) if foot else 0.0)
        if message := _too_much(words, room, style, page.running_lines(size, foot=foot)):
            return message
    return ""


def _too_much(words: str, width: float, style: HouseStyle, room: int) -> str:
    size, letters = style.points("letter.voet"), style.typeface()
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
