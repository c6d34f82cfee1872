"""Find short lines that stand as paragraphs, and were a heading or the source of a figure before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportage.checks.subjects import Paper
from rapportage.content.folders import MEMO
from rapportage.content.offices import OFFICE_WORDS
from rapportage.document import (
    Block,
    Figure,
    FigurePair,
    Heading,
    Kader,
    Landscape,
    List,
    PageBreak,
    Paragraph,
    Table,
)
from rapportage.errors import Finding, Place
from rapportage.inlines import Emphasis, Text, place_of, plain

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NUMBER = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[A-Z]|[IVX]+)[.)]?\s+(?=[A-ZÀ-Þ])")
_LONGEST = 70
_MOST_WORDS = 9
_MOST_OF_ITEM = 3
"""Of more words, a numbered line may be an argument with its reasons below it."""
_LEAST_BELOW = 40
"""So long is what stands below a heading at least: a line of an address is shorter."""
_QUESTION = re.compile(r"(?:Wat|Hoe|Waar\w*|Welke?|Wie|Wanneer)\b[^?.!]*\?")
_OPENING = (
    "Geachte|Beste|Dag|Aan|Ter attentie|Postbus|Bron|Bijlage|Foto|Namens|Getekend|Was getekend|Gemeente"
    "|Provincie|Waterschap|Hoogheemraadschap|Wetterskip"
)
_ANSWER = r"Niet van toepassing|Geen\b|Niet bekend|Nog niet|Ja|Nee|Idem|Zie"
_NO_HEADING = re.compile(
    r"[.:;,!…]\Z|[:@=|•€%;]|\.\s|https?:|www\."
    rf"|[0-9]\s?(?:{_MONTH})\b|\A(?:maan|dins|woens|donder|vrij|zater|zon)dag\b"
    rf"|\A(?:{_OPENING}|{_ANSWER})\b"
    rf"|\b(?:wethouders|voorzitter|{'|'.join(OFFICE_WORDS)})\b",
    re.I,
)
"""What a heading in the text does not have: the signs of dates, addresses, salutations and signatures."""
_SMALL = frozenset(
    ("van", "de", "den", "der", "ten", "ter", "te", "het", "een", "en", "in", "op", "voor", "aan")
)
_YEARS = re.compile(r"\b(?:19|20)[0-9]{2}(?:\s?[-–/]\s?(?:(?:19|20)?[0-9]{2}))?\b")
_SENTENCE = re.compile(r"[.!?][\"'”’)]?\Z")


def lost_heading(paper: Paper) -> Iterator[Finding]:
    """Each short line without a full stop above a paragraph of sentences: a heading that lost its style.

    A line of a date, an address, a salutation, a name, a signature or a caption is none; nor is what stands
    below a figure, or between other lines of its kind. A numbered one is a list of one item.
    """
    for blocks in _stretches(paper.document.blocks):
        for above, block, below in zip((None, *blocks), blocks, blocks[1:], strict=False):
            words = _words(block) or _only_item(block)
            if not (words and _may_stand_below(above, words) and _is_of_sentences(below)):
                continue
            numbered = _NUMBER.match(words)
            bare = words[numbered.end() :] if numbered else words
            if _is_heading(bare):
                meant = bare.capitalize() if bare.isupper() and len(bare.split()) > 1 else bare
                marks = "###" if _place(block).file.endswith(MEMO) else "##"  # the memo has its own headings
                yield Finding(
                    f"'{words}' staat als losse regel boven een alinea, en lijkt een kop",
                    _place(block),
                    f"schrijf '{marks} {meant}'; is het een zin, zet er dan een punt achter",
                )


def _stretches(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Blocks that stand below each other, with those of landscape pages by themselves."""
    shown = tuple(block for block in blocks if not isinstance(block, PageBreak))
    yield shown
    for block in shown:
        if isinstance(block, Landscape):
            yield from _stretches(block.blocks)


def _words(block: Block) -> str:
    """What an author's paragraph says, if it is of words only and on one line, else ''."""
    if not (
        isinstance(block, Paragraph) and block.role == "standaard" and _place(block).file.endswith(".md")
    ):
        return ""
    lines = all(
        isinstance(one, Emphasis) or (isinstance(one, Text) and not one.turns) for one in block.content
    )
    return plain(block.content).strip() if lines else ""


def _only_item(block: Block) -> str:
    """The number and the words of a numbered list of one item, if that is a line by itself, else ''."""
    if not isinstance(block, List) or not block.ordered or block.counted or len(block.items) != 1:
        return ""
    inner = block.items[0].blocks
    words = _words(inner[0]) if len(inner) == 1 else ""
    return f"{block.start}. {words}" if words and len(words.split()) <= _MOST_OF_ITEM else ""


def _may_stand_below(above: Block | None, words: str) -> bool:
    if isinstance(above, Paragraph):
        return _SENTENCE.search(plain(above.content).strip()) is not None
    if isinstance(above, Figure | FigurePair | Table):  # what follows may be its caption
        return words.endswith("?") or _NUMBER.match(words) is not None
    return above is None or isinstance(above, Heading | List | Kader)


def _is_of_sentences(below: Block) -> bool:
    words = plain(below.content).strip() if isinstance(below, Paragraph) else ""
    return len(words) >= _LEAST_BELOW and words[0].isupper() and _SENTENCE.search(words) is not None


def _is_heading(words: str) -> bool:
    if not words or not words[0].isupper() or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS:
        return False
    if words.endswith("?"):
        return _QUESTION.fullmatch(words) is not None
    bare = _YEARS.sub("", words)
    if _NO_HEADING.search(words) or re.search(r"[0-9]", bare) or not bare.strip():
        return False
    named = [one for one in words.split() if one not in _SMALL]
    return len(named) < 2 or words.isupper() or not all(one[0].isupper() for one in named)


_SOURCE = re.compile(r"(?:Bron(?:nen|vermelding)?|Source|Gegevens|Cijfers)\s?:\s*\S", re.I)
_DATED = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w&'’-]*(?: [\w&'’()-]+){0,7})(?:, (?:\w+ ){0,4}| \()"
    rf"(?P<day>(?:[0-9]{{1,2}} )?(?:{_MONTH}) )?(?:19|20)[0-9]{{2}}\)?"
)
"""A name and a date without a full stop: 'Provincie Overijssel, 31 december 2023', 'Kadaster (2023)'."""
_LONGEST_SOURCE = 160


def source_below(paper: Paper) -> Iterator[Finding]:
    """Each paragraph right below a figure or a table that only says where that comes from."""
    for blocks in _stretches(paper.document.blocks):
        for above, block in pairwise(blocks):
            words = _words(block)
            below = words and isinstance(above, Figure | FigurePair | Table)
            if below and len(words) <= _LONGEST_SOURCE and _says_source(words):
                what, where = ("tabel", "tabellen") if isinstance(above, Table) else ("figuur", "figuren")
                yield Finding(
                    f"de bron '{words}' staat als alinea onder de {what}, en hoort zo niet bij haar",
                    _place(block),
                    f"zet in het bestand van de {what} in {where}/ de sleutel 'bron'"
                    + ("; een tabel uit de tekst maakt u daarvoor in tabellen/" if what == "tabel" else ""),
                )


def _says_source(words: str) -> bool:
    """Whether a line only names a source; a place with a day is where and when a letter was written."""
    dated = _DATED.fullmatch(words)
    return _SOURCE.match(words) is not None or (
        dated is not None and (not dated["day"] or " " in dated["who"] or dated["who"].isupper())
    )


def _place(block: Block) -> Place:
    place = place_of(block.content) if isinstance(block, Paragraph) else block.place
    return place if place.file else block.place
